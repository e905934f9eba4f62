/** The generic CSV files: what any shop can write with a spreadsheet. Columns are named in lower case. */
import { asId, type OrderId, type ProductId, type ShopperId } from '../domain/ids.ts';
import type { Localized } from '../domain/language.ts';
import { orderStatuses } from '../domain/order.ts';
import type { Product } from '../domain/product.ts';
import { amountIn, currencyIn, dateIn, priceIn, quantityIn, slug, textIn, truthIn, wholeIn } from './cells.ts';
import type { Row } from './csv-rows.ts';
import { countedRows, type ImportContext, type ImportKind, readRow } from './import-kind.ts';
import { RowError } from './input-errors.ts';
import { groupedOrders, orderLine, orderOf } from './order-building.ts';
import { csvDetails } from './page-details.ts';
import { categoryNamed, ensureShop } from './shop-settings.ts';
import { OrderWriter, shopperFromOrders, writeProducts } from './writing.ts';

const names = { name: { en: 'My shop' }, tagline: { en: 'Imported from a CSV file' } };

const localizedIn = (row: Row, column: string, context: ImportContext): Localized => {
  const own = row.get(column);
  const result: { en?: string; zh?: string } = own === '' ? {} : { [context.language]: own };
  for (const language of ['en', 'zh'] as const) {
    const text = row.get(`${column}_${language}`);
    if (text !== '') result[language] = text;
  }
  return result;
};

const attributePrefix = 'attribute.';

const attributesIn = (row: Row, columns: readonly string[]): Record<string, string[]> => {
  const attributes: Record<string, string[]> = {};
  for (const column of columns) {
    if (!column.toLowerCase().startsWith(attributePrefix)) continue;
    const values = row
      .get(column)
      .split('|')
      .map(v => v.trim().toLowerCase())
      .filter(v => v !== '');
    if (values.length > 0) attributes[column.slice(attributePrefix.length).toLowerCase()] = values;
  }
  return attributes;
};

const productIn = (row: Row, context: ImportContext): Product => {
  const currency = currencyIn(row, 'currency', context.currency);
  const name = localizedIn(row, 'name', context);
  if (Object.keys(name).length === 0) throw new RowError('name is empty');
  const brand = row.get('brand');
  const url = row.get('url');
  const kind = row.get('picture_kind');
  const cost = amountIn(row, 'cost', currency);
  const details = csvDetails(row, context.file.columns, context.language);
  const stock = wholeIn(row, 'stock');
  if (stock !== undefined && stock < 0) throw new RowError(`stock "${row.get('stock')}" is below zero`);
  return {
    id: asId<ProductId>(textIn(row, 'id')),
    name,
    description: localizedIn(row, 'description', context),
    category: slug(row.get('category')) || 'other',
    ...(brand && { brand }),
    attributes: attributesIn(row, context.file.columns),
    ...(details.length > 0 && { details }),
    price: priceIn(row, 'price', currency),
    ...(cost && { cost }),
    stock: stock ?? null,
    hidden: truthIn(row, 'hidden') ?? false,
    ...(kind && { picture: { kind, colour: row.get('picture_colour') || '#8a8f98' } }),
    ...(url && { url }),
    addedAt: dateIn(row, 'added_at') ?? context.now,
  };
};

/**
 * Required: id, name, price. Optional: name_en, name_zh, description, description_en, description_zh, category, brand,
 * cost (without it no discount is given), stock (empty: not counted), hidden, url, currency, added_at, picture_kind,
 * picture_colour, any number of attribute.NAME columns with values separated by "|", and any number of detail.NAME columns
 * with one fact each ("detail.Weight": "310 g"; in both languages detail.Weight/重量_en and detail.Weight/重量_zh).
 */
export const csvProducts: ImportKind = {
  name: 'csv-products',
  about: 'products: id, name, price; optionally category, brand, cost, stock, attribute.colour, detail.Weight …',
  required: ['id', 'name', 'price'],
  optional: ['name_zh', 'description', 'category', 'brand', 'cost', 'stock', 'hidden', 'url', 'currency', 'added_at'],
  defaultCurrency: 'USD',
  run: async context => {
    const products = new Map<string, Product>();
    const categories = new Map<string, string>();
    for await (const row of countedRows(context)) {
      const product = readRow(context.report, row, () => productIn(row, context));
      if (!product) continue;
      if (products.has(product.id)) context.report.refuse(row.line, `id "${product.id}" was given to an earlier row`);
      else products.set(product.id, product);
      if (!categories.has(product.category)) categories.set(product.category, row.get('category') || 'Other');
    }
    const named = [...categories].map(([key, name]) => categoryNamed(key, { [context.language]: name }));
    // A file that names one currency on its rows is a shop in that currency, whatever the default.
    const currencies = new Set([...products.values()].map(p => p.price.currency));
    const [only] = currencies;
    const currency = currencies.size === 1 && only ? only : context.currency;
    await ensureShop({ ...context, currency }, 'csv', named, names);
    await writeProducts(context, [...products.values()]);
  },
};

/**
 * One row per line of an order, the rows of an order together. Required: order, shopper, product, quantity, unit_price,
 * placed_at. Optional: number (what the shopper reads; else the order), email, title, discount (off the whole line),
 * shipping (of the order, on its first row), currency, status.
 */
export const csvOrders: ImportKind = {
  name: 'csv-orders',
  about: 'order lines: order, shopper, product, quantity, unit_price, placed_at; optionally email, discount, status …',
  required: ['order', 'shopper', 'product', 'quantity', 'unit_price', 'placed_at'],
  optional: ['number', 'email', 'title', 'discount', 'shipping', 'currency', 'status'],
  defaultCurrency: 'USD',
  run: async context => {
    await ensureShop(context, 'csv', [], names);
    const titles = new Map((await context.stores.products.all()).map(p => [p.id, p.name]));
    const writer = new OrderWriter(context);
    const groups = groupedOrders(context, countedRows(context), {
      key: row => textIn(row, 'order'),
      line: (row, head) => {
        const currency = currencyIn(head, 'currency', context.currency);
        const product = asId<ProductId>(textIn(row, 'product'));
        const title = row.get('title');
        if (!titles.has(product))
          context.report.note('order lines of products not in the shop', 'kept, with the title of the file');
        const status = row.get('status').toLowerCase() || 'delivered';
        if (!orderStatuses.some(s => s === status)) {
          throw new RowError(`status "${status}" is not one of ${orderStatuses.join(', ')}`);
        }
        textIn(row, 'shopper');
        textIn(row, 'placed_at');
        dateIn(row, 'placed_at');
        return orderLine({
          product,
          title: title ? { [context.language]: title } : (titles.get(product) ?? { en: product }),
          quantity: quantityIn(row, 'quantity'),
          unitPrice: priceIn(row, 'unit_price', currency),
          discount: amountIn(row, 'discount', currency),
        });
      },
    });
    for await (const { key, head, lines } of groups) {
      const currency = currencyIn(head, 'currency', context.currency);
      const shipping = readRow(context.report, head, () => ({ amount: amountIn(head, 'shipping', currency) }));
      if (!shipping) continue;
      const shopper = asId<ShopperId>(head.get('shopper'));
      const email = head.get('email').toLowerCase();
      const placedAt = dateIn(head, 'placed_at')!;
      const order = orderOf({
        id: asId<OrderId>(key),
        number: head.get('number') || key,
        shopper,
        email,
        lines,
        currency,
        shipping: shipping.amount,
        status: orderStatuses.find(s => s === head.get('status').toLowerCase()) ?? 'delivered',
        placedAt,
        source: 'csv',
      });
      await writer.add(order, shopperFromOrders(shopper, placedAt, email ? { email } : {}));
    }
    await writer.flush();
  },
};
