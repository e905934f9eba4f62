/**
 * WooCommerce: its own product export (Products > Export), and the orders in the column names that its order export
 * extension "Customer/Order/Coupon Export" documents for "one row per item"; WooCommerce itself exports no order lines.
 */
import { asId, type OrderId, type ProductId, type ShopperId } from '../domain/ids.ts';
import { type Currency, type Money, money } from '../domain/money.ts';
import type { OrderLine, OrderStatus } from '../domain/order.ts';
import type { Product } from '../domain/product.ts';
import {
  amountIn,
  currencyIn,
  dateIn,
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
import { RowError } from './input-errors.ts';
import { groupedOrders, orderLine, orderOf, ProductFinder } from './order-building.ts';
import { woocommerceDetails } from './page-details.ts';
import { categoryNamed, ensureShop } from './shop-settings.ts';
import { OrderWriter, shopperFromOrders, writeProducts } from './writing.ts';

const names = { name: { en: 'My WooCommerce shop' }, tagline: { en: 'Imported from WooCommerce' } };

/** "Clothing > Hoodies, Sale" names a path per category; the last part of the first is the product's. */
const categoryName = (row: Row): string => {
  const first = row.get('Categories').split(',')[0] ?? '';
  return (first.split('>').at(-1) ?? '').trim() || 'Other';
};

const attributesOf = (rows: readonly Row[]): Record<string, string[]> => {
  const attributes: Record<string, string[]> = {};
  for (const row of rows) {
    for (let n = 1; row.get(`Attribute ${n} name`) !== ''; n++) {
      const name = row.get(`Attribute ${n} name`).toLowerCase();
      const key = name === 'color' ? 'colour' : name;
      const values = row
        .get(`Attribute ${n} value(s)`)
        .split(',')
        .map(v => v.trim().toLowerCase());
      attributes[key] = [...new Set([...(attributes[key] ?? []), ...values.filter(v => v !== '')])];
    }
  }
  const tags = rows
    .flatMap(r =>
      r
        .get('Tags')
        .split(',')
        .map(t => t.trim().toLowerCase()),
    )
    .filter(t => t !== '');
  if (tags.length > 0) attributes.tag = [...new Set(tags)];
  const skus = rows.map(r => r.get('SKU')).filter(s => s !== '');
  if (skus.length > 0) attributes.sku = [...new Set(skus)];
  return attributes;
};

/** The price in force: the sale price where there is one. */
const priceOf = (row: Row, currency: Currency): Money | undefined =>
  amountIn(row, 'Sale price', currency) ?? amountIn(row, 'Regular price', currency);

/** undefined: not counted. */
const stockOf = (row: Row): number | undefined => {
  const counted = wholeIn(row, 'Stock');
  if (counted !== undefined) return Math.max(0, counted);
  return truthIn(row, 'In stock?') === false ? 0 : undefined;
};

/** A simple product, or a variable one with its variations: from the lowest price up, stock added up. */
const productOf = (head: Row, variations: readonly Row[], context: ImportContext): Product => {
  const sold = variations.length > 0 ? variations : [head];
  const prices = sold.flatMap(r => priceOf(r, context.currency) ?? []);
  if (prices.length === 0) throw new RowError('Regular price is empty');
  const cheapest = prices.reduce((low, p) => (p.minor < low.minor ? p : low));
  const costs = sold.flatMap(r => amountIn(r, 'Cost of goods', context.currency) ?? []);
  const own = stockOf(head);
  const stocks = sold.map(stockOf);
  const counted = stocks.filter(s => s !== undefined);
  const brand = head.get('Brands').split(',')[0]?.trim();
  const published = head.get('Published');
  const details = woocommerceDetails([head, ...variations], context.file.columns);
  return {
    id: asId<ProductId>(`woo-${textIn(head, 'ID')}`),
    name: { [context.language]: plainText(textIn(head, 'Name')) },
    description: { [context.language]: plainText(head.get('Description') || head.get('Short description')) },
    category: slug(categoryName(head)) || 'other',
    ...(brand && { brand }),
    attributes: attributesOf([head, ...variations]),
    ...(details.length > 0 && { details }),
    price: cheapest,
    // The dearest variation: a margin worked out from it is never too high.
    ...(costs.length > 0 && { cost: costs.reduce((high, c) => (c.minor > high.minor ? c : high)) }),
    stock: counted.length === stocks.length ? counted.reduce((total, s) => total + s, 0) : (own ?? null),
    hidden: (published !== '' && published !== '1') || head.get('Visibility in catalog') === 'hidden',
    addedAt: context.now,
  };
};

export const woocommerceProducts: ImportKind = {
  name: 'woocommerce-products',
  about: 'the CSV of Products > Export; variations become one product',
  required: ['ID', 'Type', 'Name', 'Regular price'],
  optional: [
    'SKU',
    'Published',
    'Description',
    'Short description',
    'In stock?',
    'Stock',
    'Sale price',
    'Cost of goods',
    'Categories',
    'Tags',
    'Parent',
    'Brands',
    'Attribute 1 name',
    'Attribute 1 value(s)',
    'Weight (kg)',
    'Length (cm)',
    'Width (cm)',
    'Height (cm)',
  ],
  defaultCurrency: 'USD',
  run: async context => {
    const { report } = context;
    const heads = new Map<string, Row>();
    const bySku = new Map<string, string>();
    const variations = new Map<string, Row[]>();
    for await (const row of countedRows(context)) {
      const id = readRow(report, row, () => textIn(row, 'ID'));
      if (id === undefined) continue;
      const type = row.get('Type').split(',')[0]?.trim().toLowerCase() ?? '';
      if (type === 'variation') {
        const parent = row.get('Parent');
        if (parent === '') report.refuse(row.line, 'Parent is empty in a variation');
        else variations.set(parent, [...(variations.get(parent) ?? []), row]);
      } else if (type === 'grouped' || type === 'external') {
        report.note(`${type} products`, 'left out: they are not sold by themselves here');
      } else if (heads.has(id)) report.refuse(row.line, `ID "${id}" was given to an earlier row`);
      else {
        heads.set(id, row);
        if (row.get('SKU') !== '') bySku.set(row.get('SKU'), id);
      }
    }
    const ofHead = new Map<string, Row[]>();
    for (const [parent, rows] of variations) {
      const id = parent.startsWith('id:') ? parent.slice(3) : bySku.get(parent);
      if (id !== undefined && heads.has(id)) ofHead.set(id, [...(ofHead.get(id) ?? []), ...rows]);
      else for (const row of rows) report.refuse(row.line, `Parent "${parent}" is not in the file`);
    }
    const categories = new Map<string, string>();
    const all: Product[] = [];
    for (const [id, head] of heads) {
      const product = readRow(report, head, () => productOf(head, ofHead.get(id) ?? [], context));
      if (!product) continue;
      all.push(product);
      if (!categories.has(product.category)) categories.set(product.category, categoryName(head));
    }
    const named = [...categories].map(([key, name]) => categoryNamed(key, { [context.language]: name }));
    await ensureShop(context, 'woocommerce', named, names);
    await writeProducts(context, all);
  },
};

const statuses: Readonly<Record<string, OrderStatus>> = {
  pending: 'placed',
  'on-hold': 'placed',
  processing: 'placed',
  completed: 'delivered',
  cancelled: 'cancelled',
  failed: 'cancelled',
  refunded: 'returned',
};

const statusIn = (row: Row): OrderStatus => {
  const value = row.get('status').toLowerCase().replace(/^wc-/, '');
  const status = statuses[value];
  if (!status) throw new RowError(`status "${value}" is not one of ${Object.keys(statuses).join(', ')}`);
  return status;
};

const dateColumn = (row: Row): string => (row.get('date') === '' ? 'order_date' : 'date');

/** `item_subtotal` is before discounts, `item_total` after; a subtotal that doesn't divide evenly is rounded up. */
const lineIn = (row: Row, currency: Currency, product: ProductId, title: OrderLine['title']): OrderLine => {
  const quantity = quantityIn(row, 'item_quantity');
  const paid = priceIn(row, 'item_total', currency);
  const full = amountIn(row, 'item_subtotal', currency) ?? paid;
  const unitPrice = money(Math.ceil(Math.max(full.minor, paid.minor) / quantity), currency);
  const discount = money(unitPrice.minor * quantity - paid.minor, currency);
  return orderLine({ product, title, quantity, unitPrice, discount });
};

export const woocommerceOrders: ImportKind = {
  name: 'woocommerce-orders',
  about: 'order lines as "Customer/Order/Coupon Export" writes them, one row per item',
  required: ['order_id', 'status', 'billing_email', 'item_name', 'item_quantity', 'item_total'],
  optional: [
    'order_number',
    'date',
    'order_date',
    'order_currency',
    'shipping_total',
    'customer_id',
    'billing_first_name',
    'billing_last_name',
    'item_product_id',
    'item_sku',
    'item_subtotal',
  ],
  defaultCurrency: 'USD',
  run: async context => {
    const { report } = context;
    await ensureShop(context, 'woocommerce', [], names);
    const finder = await ProductFinder.open(context);
    const writer = new OrderWriter(context);
    const groups = groupedOrders(context, countedRows(context), {
      key: row => textIn(row, 'order_id'),
      line: (row, head) => {
        const currency = currencyIn(head, 'order_currency', context.currency);
        if (row === head) {
          statusIn(row);
          if (!dateIn(row, dateColumn(row))) throw new RowError('date is empty');
          amountIn(row, 'shipping_total', currency);
        }
        const name = textIn(row, 'item_name');
        const productId = row.get('item_product_id');
        const found = finder.find(productId && `woo-${productId}`, '') ?? finder.find(row.get('item_sku'), name);
        if (!found) report.note('order lines of products not in the shop', 'kept, with the name of the file');
        const product = found ?? asId<ProductId>(productId ? `woo-${productId}` : slug(name));
        return lineIn(row, currency, product, { [context.language]: name });
      },
    });
    for await (const { key, head, lines } of groups) {
      const currency = currencyIn(head, 'order_currency', context.currency);
      const placedAt = dateIn(head, dateColumn(head))!;
      const email = head.get('billing_email').toLowerCase();
      const customer = head.get('customer_id');
      const guest = customer === '' || customer === '0';
      const shopper = asId<ShopperId>(guest ? email || `woo-guest-${key}` : `woo-${customer}`);
      const name = [head.get('billing_first_name'), head.get('billing_last_name')].filter(Boolean).join(' ');
      const order = orderOf({
        id: asId<OrderId>(`woo-${key}`),
        number: head.get('order_number') || key,
        shopper,
        email,
        lines,
        currency,
        shipping: amountIn(head, 'shipping_total', currency),
        status: statusIn(head),
        placedAt,
        source: 'woocommerce',
      });
      await writer.add(order, shopperFromOrders(shopper, placedAt, { ...(email && { email }), ...(name && { name }) }));
    }
    await writer.flush();
  },
};
