/** The UCI Online Retail file: a British gift wholesaler's invoices (Chen, Sain, Guo 2012, doi 10.24432/C5BW33, CC BY 4.0). */
import { asId, type OrderId, type ProductId, type ShopperId } from '../domain/ids.ts';
import { money } from '../domain/money.ts';
import type { Order } from '../domain/order.ts';
import type { Product } from '../domain/product.ts';
import {
  giftAttributes,
  giftCategories,
  giftCategoryOf,
  giftName,
  giftPicture,
  otherGifts,
} from './gift-categories.ts';
import type { ImportContext, ImportKind } from './import-kind.ts';
import { type Cancellation, cleanRows, type Sale } from './online-retail-rows.ts';
import { orderLine, orderOf } from './order-building.ts';
import { ensureShop } from './shop-settings.ts';
import { OrderWriter, shopperFromOrders, writeProducts } from './writing.ts';

const gbp = (pence: number) => money(pence, 'GBP');

const names = {
  name: { en: 'Harbour Lane Gifts', zh: '港巷礼品' },
  tagline: { en: 'All-occasion gifts, by the piece or by the box', zh: '各种场合的礼品，论件或论箱' },
};

const groupBy = <T>(all: readonly T[], key: (one: T) => string): Map<string, T[]> => {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const group = groups.get(key(one));
    if (group) group.push(one);
    else groups.set(key(one), [one]);
  }
  return groups;
};

const earliest = (sales: readonly Sale[]): Date => new Date(Math.min(...sales.map(s => s.at.getTime())));

const mostFrequent = (all: readonly string[]): string => {
  const counts = new Map<string, number>();
  for (const one of all) counts.set(one, (counts.get(one) ?? 0) + 1);
  return [...counts].reduce((best, one) => (one[1] > best[1] ? one : best), ['', 0] as [string, number])[0];
};

/** The latest price within a third and three times the median: bulk deals and slips of the till are not the price. */
const latestSensiblePrice = (sales: readonly Sale[]): number => {
  const sorted = sales.map(s => s.price).sort((a, b) => a - b);
  const median = sorted[sorted.length >> 1]!;
  const sensible = sales.filter(s => s.price * 3 >= median && s.price <= median * 3);
  return sensible.reduce((latest, s) => (s.at >= latest.at ? s : latest)).price;
};

const productOf = (code: string, sales: readonly Sale[]): Product => {
  const written = mostFrequent(sales.map(s => s.description).filter(d => d !== ''));
  const description = written || code;
  return {
    id: asId<ProductId>(code),
    name: { en: giftName(description) },
    description: {},
    category: giftCategoryOf(description).key,
    attributes: giftAttributes(description).attributes,
    price: gbp(latestSensiblePrice(sales)),
    stock: null,
    hidden: false,
    picture: giftPicture(description),
    addedAt: earliest(sales),
  };
};

interface Line {
  readonly code: string;
  readonly price: number;
  quantity: number;
}
interface Invoice {
  readonly number: string;
  readonly customer: string;
  readonly at: Date;
  /** One per product and price. */
  readonly lines: Line[];
}

const invoicesOf = (sales: readonly Sale[]): Invoice[] =>
  [...groupBy(sales, s => s.invoice)].map(([number, rows]) => {
    const lines = [...groupBy(rows, r => `${r.code}@${r.price}`).values()].map(same => ({
      code: same[0]!.code,
      price: same[0]!.price,
      quantity: same.reduce((sum, s) => sum + s.quantity, 0),
    }));
    const at = earliest(rows);
    return { number, customer: rows[0]!.customer, at, lines };
  });

/**
 * Takes each cancelled quantity off what the same customer had bought of the product before, the latest invoice first
 * and lines of the same price before others.
 */
const applyCancellations = (
  invoices: readonly Invoice[],
  cancellations: readonly Cancellation[],
  { report }: ImportContext,
): void => {
  const bought = new Map<string, { invoice: Invoice; line: Line }[]>();
  for (const invoice of [...invoices].sort((a, b) => b.at.getTime() - a.at.getTime())) {
    for (const line of invoice.lines) {
      const key = `${invoice.customer}|${line.code}`;
      const known = bought.get(key);
      if (known) known.push({ invoice, line });
      else bought.set(key, [{ invoice, line }]);
    }
  }
  for (const cancelled of [...cancellations].sort((a, b) => a.at.getTime() - b.at.getTime())) {
    const earlier = (bought.get(`${cancelled.customer}|${cancelled.code}`) ?? []).filter(
      b => b.invoice.at <= cancelled.at,
    );
    const samePrice = earlier.filter(b => b.line.price === cancelled.price);
    let left = cancelled.quantity;
    for (const { line } of [...samePrice, ...earlier.filter(b => b.line.price !== cancelled.price)]) {
      const taken = Math.min(left, line.quantity);
      line.quantity -= taken;
      left -= taken;
      if (left === 0) break;
    }
    if (left === 0) report.note('cancelled rows', 'taken off the order they belong to');
    else if (left < cancelled.quantity)
      report.note('cancelled rows that exceed what was bought', 'taken off as far as it goes');
    else report.note('cancelled rows without an order in the file', 'left out: bought before the file begins');
  }
};

const orderFrom = (invoice: Invoice, title: ReadonlyMap<string, Product>): Order =>
  orderOf({
    id: asId<OrderId>(invoice.number),
    number: invoice.number,
    shopper: asId<ShopperId>(invoice.customer),
    lines: invoice.lines.map(line =>
      orderLine({
        product: asId<ProductId>(line.code),
        title: title.get(line.code)?.name ?? { en: line.code },
        quantity: line.quantity,
        unitPrice: gbp(line.price),
      }),
    ),
    currency: 'GBP',
    status: 'delivered',
    placedAt: invoice.at,
    source: 'online-retail',
  });

/** "vip": the tenth who spent most; "returning": more than one order; else "new". */
const segmentsOf = (spent: ReadonlyMap<string, { total: number; orders: number }>): Map<string, string[]> => {
  const ranked = [...spent].sort((a, b) => b[1].total - a[1].total || (a[0] < b[0] ? -1 : 1));
  const vips = new Set(ranked.slice(0, Math.ceil(ranked.length / 10)).map(([customer]) => customer));
  return new Map(
    ranked.map(([customer, { orders }]) => {
      const base = orders > 1 ? 'returning' : 'new';
      return [customer, vips.has(customer) ? [base, 'vip'] : [base]];
    }),
  );
};

const run = async (context: ImportContext): Promise<void> => {
  const { report, progress } = context;
  const { sales, cancellations } = await cleanRows(context);
  report.note('rows of goods sold to a known customer', 'kept', sales.length);

  const products = new Map([...groupBy(sales, s => s.code)].map(([code, rows]) => [code, productOf(code, rows)]));
  const invoices = invoicesOf(sales);
  const customers = new Map<string, Date>();
  for (const { customer, at } of invoices) {
    const known = customers.get(customer);
    if (!known || at < known) customers.set(customer, at);
  }
  applyCancellations(invoices, cancellations, context);
  const standing = invoices
    .map(invoice => ({ ...invoice, lines: invoice.lines.filter(l => l.quantity > 0) }))
    .filter(invoice => invoice.lines.length > 0);
  report.note('orders cancelled whole', 'left out; the shopper stays', invoices.length - standing.length);

  const spent = new Map([...customers.keys()].map(c => [c, { total: 0, orders: 0 }]));
  for (const { customer, lines } of standing) {
    const sum = spent.get(customer)!;
    sum.orders += 1;
    sum.total += lines.reduce((total, l) => total + l.quantity * l.price, 0);
  }
  const segments = segmentsOf(spent);
  const shopperOf = (customer: string) =>
    shopperFromOrders(asId<ShopperId>(customer), customers.get(customer)!, {
      segments: segments.get(customer) ?? ['new'],
    });

  const categories = [...giftCategories, otherGifts].map(({ key, name, synonyms }) => ({ key, name, synonyms }));
  await ensureShop(context, 'online-retail', categories, names);
  await writeProducts(context, [...products.values()]);
  const writer = new OrderWriter(context);
  let done = 0;
  for (const invoice of standing) {
    await writer.add(orderFrom(invoice, products), shopperOf(invoice.customer));
    if (++done % 250 === 0) progress.at('writing orders', done, standing.length);
  }
  await writer.flush();
  progress.at('writing orders', standing.length, standing.length);
  const buyers = new Set(standing.map(i => i.customer));
  const others = [...customers.keys()].filter(c => !buyers.has(c)).map(shopperOf);
  if (others.length > 0) report.wrote('shoppers', others.length, await context.stores.shoppers.insertMissing(others));
};

export const onlineRetail: ImportKind = {
  name: 'online-retail',
  about: 'the UCI Online Retail file: products, shoppers and orders, cleaned',
  required: ['InvoiceNo', 'StockCode', 'Description', 'Quantity', 'InvoiceDate', 'UnitPrice', 'CustomerID'],
  optional: ['Country'],
  defaultCurrency: 'GBP',
  fixedCurrency: 'GBP',
  run,
};
