/** Shopify's own CSV exports (Products > Export, Orders > Export), with the column names Shopify writes. */
import { asId, type OrderId, type ProductId, type ShopperId } from '../domain/ids.ts';
import { allocate, type Currency, money, sum } from '../domain/money.ts';
import type { OrderStatus } from '../domain/order.ts';
import type { Product } from '../domain/product.ts';
import {
  amountIn,
  currencyIn,
  dateIn,
  numberIn,
  plainText,
  priceIn,
  quantityIn,
  slug,
  textIn,
  truthIn,
  wholeIn,
} from './cells.ts';
import type { Row } from './csv-rows.ts';
import { countedRows, type ImportContext, type ImportKind, readRow } from './import-kind.ts';
import { groupedOrders, orderLine, orderOf, ProductFinder } from './order-building.ts';
import { shopifyDetails } from './page-details.ts';
import { categoryNamed, ensureShop } from './shop-settings.ts';
import { OrderWriter, shopperFromOrders, writeProducts } from './writing.ts';

const names = { name: { en: 'My Shopify shop' }, tagline: { en: 'Imported from Shopify' } };

interface Variant {
  readonly sku: string;
  readonly price: number;
  readonly cost: number | undefined;
  /** null: Shopify does not track it. */
  readonly stock: number | null;
  readonly options: readonly string[];
  readonly grams: string;
}

/** Rows that only carry another image have no price. */
const variantIn = (row: Row, currency: Currency): Variant | undefined => {
  if (row.get('Variant Price') === '') return undefined;
  const tracked = row.get('Variant Inventory Tracker') !== '' && row.get('Variant Inventory Qty') !== '';
  return {
    sku: row.get('Variant SKU'),
    price: priceIn(row, 'Variant Price', currency).minor,
    cost: amountIn(row, 'Cost per item', currency)?.minor,
    stock: tracked ? Math.max(0, wholeIn(row, 'Variant Inventory Qty') ?? 0) : null,
    options: [1, 2, 3].map(n => row.get(`Option${n} Value`)),
    grams: row.get('Variant Grams'),
  };
};

/** One product for all its variants: from the lowest price up, stock added up, each option an attribute. */
const productOf = (handle: string, head: Row, variants: readonly Variant[], context: ImportContext): Product => {
  const cheapest = variants.reduce((low, v) => (v.price < low.price ? v : low));
  const attributes: Record<string, string[]> = {};
  [1, 2, 3].forEach((n, i) => {
    const option = head.get(`Option${n} Name`).toLowerCase();
    // "Title: Default Title" is Shopify's way of saying there is nothing to choose.
    const values = [...new Set(variants.map(v => v.options[i]!.toLowerCase()))].filter(
      v => v !== '' && v !== 'default title',
    );
    if (option !== '' && values.length > 0) attributes[option === 'color' ? 'colour' : option] = values;
  });
  const tags = head
    .get('Tags')
    .split(',')
    .map(t => t.trim().toLowerCase())
    .filter(t => t !== '');
  if (tags.length > 0) attributes.tag = tags;
  const skus = variants.map(v => v.sku).filter(s => s !== '');
  if (skus.length > 0) attributes.sku = skus;
  const counted = variants.every(v => v.stock !== null);
  const brand = head.get('Vendor');
  const published = truthIn(head, 'Published') ?? true;
  const status = head.get('Status').toLowerCase();
  const grams = variants.map(variant => variant.grams);
  const details = shopifyDetails(head, grams, context.file.columns, context.language);
  return {
    id: asId<ProductId>(handle),
    name: { [context.language]: textIn(head, 'Title') },
    description: { [context.language]: plainText(head.get('Body (HTML)')) },
    category: categoryIn(head),
    ...(brand && { brand }),
    attributes,
    ...(details.length > 0 && { details }),
    price: money(cheapest.price, context.currency),
    ...(cheapest.cost !== undefined && { cost: money(cheapest.cost, context.currency) }),
    stock: counted ? variants.reduce((total, v) => total + (v.stock ?? 0), 0) : null,
    hidden: !published || (status !== '' && status !== 'active'),
    url: `/products/${handle}`,
    addedAt: context.now,
  };
};

/** Shopify's own "Type", else the last part of its "Product Category" path. */
const categoryName = (row: Row): string =>
  row.get('Type') || (row.get('Product Category').split('>').at(-1) ?? '').trim() || 'Other';
const categoryIn = (row: Row): string => slug(categoryName(row)) || 'other';

export const shopifyProducts: ImportKind = {
  name: 'shopify-products',
  about: 'the CSV of Products > Export; variants become one product',
  required: ['Handle', 'Title', 'Variant Price'],
  optional: [
    'Body (HTML)',
    'Vendor',
    'Type',
    'Product Category',
    'Tags',
    'Published',
    'Option1 Name',
    'Option1 Value',
    'Variant SKU',
    'Variant Inventory Tracker',
    'Variant Inventory Qty',
    'Variant Grams',
    'Cost per item',
    'Status',
  ],
  defaultCurrency: 'USD',
  run: async context => {
    const { report } = context;
    const products = new Map<string, { head: Row; variants: Variant[] }>();
    for await (const row of countedRows(context)) {
      const read = readRow(report, row, () => ({
        handle: textIn(row, 'Handle'),
        variant: variantIn(row, context.currency),
      }));
      if (!read) continue;
      const known = products.get(read.handle);
      if (!read.variant) report.note('rows with another image only', 'not needed');
      if (known && read.variant) known.variants.push(read.variant);
      if (!known) products.set(read.handle, { head: row, variants: read.variant ? [read.variant] : [] });
    }
    const categories = new Map<string, string>();
    const all: Product[] = [];
    for (const [handle, { head, variants }] of products) {
      if (variants.length === 0) {
        report.refuse(head.line, `Variant Price is empty in every row of "${handle}"`);
        continue;
      }
      const product = readRow(report, head, () => productOf(handle, head, variants, context));
      if (!product) continue;
      all.push(product);
      if (!categories.has(product.category)) categories.set(product.category, categoryName(head));
    }
    const named = [...categories].map(([key, name]) => categoryNamed(key, { [context.language]: name }));
    await ensureShop(context, 'shopify', named, names);
    await writeProducts(context, all);
  },
};

const statusOf = (head: Row): OrderStatus => {
  if (head.get('Cancelled at') !== '' || head.get('Financial Status') === 'voided') return 'cancelled';
  if (head.get('Financial Status') === 'refunded') return 'returned';
  return head.get('Fulfillment Status') === 'fulfilled' ? 'delivered' : 'placed';
};

/** Order-level fields stand on the first row of an order; the order's discount is spread over its lines. */
export const shopifyOrders: ImportKind = {
  name: 'shopify-orders',
  about: 'the CSV of Orders > Export (one row per line item)',
  required: ['Name', 'Email', 'Created at', 'Lineitem quantity', 'Lineitem name', 'Lineitem price'],
  optional: [
    'Currency',
    'Shipping',
    'Discount Amount',
    'Lineitem sku',
    'Lineitem discount',
    'Financial Status',
    'Fulfillment Status',
    'Cancelled at',
    'Billing Name',
  ],
  defaultCurrency: 'USD',
  run: async context => {
    const { report } = context;
    await ensureShop(context, 'shopify', [], names);
    const finder = await ProductFinder.open(context);
    const writer = new OrderWriter(context);
    const groups = groupedOrders(context, countedRows(context), {
      key: row => textIn(row, 'Name'),
      line: (row, head) => {
        const currency = currencyIn(head, 'Currency', context.currency);
        if (row === head) {
          textIn(row, 'Created at');
          dateIn(row, 'Created at');
          amountIn(row, 'Shipping', currency);
          numberIn(row, 'Discount Amount');
        }
        const name = textIn(row, 'Lineitem name');
        const found = finder.find(row.get('Lineitem sku'), name);
        if (!found) report.note('order lines of products not in the shop', 'kept, with the name of the file');
        return {
          product: found ?? asId<ProductId>(row.get('Lineitem sku') || slug(name)),
          title: { [context.language]: name },
          quantity: quantityIn(row, 'Lineitem quantity'),
          unitPrice: priceIn(row, 'Lineitem price', currency),
          discount: amountIn(row, 'Lineitem discount', currency),
        };
      },
    });
    for await (const { key, head, lines } of groups) {
      const currency = currencyIn(head, 'Currency', context.currency);
      const placedAt = dateIn(head, 'Created at')!;
      const email = head.get('Email').toLowerCase();
      const shopper = asId<ShopperId>(email || `shopify-guest-${key}`);
      const name = head.get('Billing Name');
      const order = readRow(report, head, () => {
        const bare = lines.map(l => orderLine(l));
        const whole = sum(
          bare.map(l => l.paid),
          currency,
        ).minor;
        // "Discount Amount" counts line discounts too; what is beyond them belongs to the order.
        const lineDiscounts = sum(
          bare.map(l => l.discount),
          currency,
        ).minor;
        const stated = amountIn(head, 'Discount Amount', currency)?.minor ?? 0;
        const shared = allocate(
          Math.min(whole, Math.max(0, stated - lineDiscounts)),
          bare.map(l => l.paid.minor),
        );
        return orderOf({
          id: asId<OrderId>(`shopify-${key}`),
          number: key,
          shopper,
          email,
          lines: lines.map((l, i) =>
            orderLine({ ...l, discount: money((l.discount?.minor ?? 0) + shared[i]!, currency) }),
          ),
          currency,
          shipping: amountIn(head, 'Shipping', currency),
          status: statusOf(head),
          placedAt,
          source: 'shopify',
        });
      });
      if (!order) continue;
      await writer.add(order, shopperFromOrders(shopper, placedAt, { ...(email && { email }), ...(name && { name }) }));
    }
    await writer.flush();
  },
};
