import { asId, type OrderId, type ProductId, type ShopperId } from '../domain/ids.ts';
import type { Localized } from '../domain/language.ts';
import type { Money } from '../domain/money.ts';
import { add, type Currency, money, subtract, sum, times } from '../domain/money.ts';
import type { Order, OrderLine, OrderStatus } from '../domain/order.ts';
import type { Row } from './csv-rows.ts';
import { type ImportContext, readRow } from './import-kind.ts';
import { RowError } from './input-errors.ts';

/** A line as it was paid; throws RowError when more is taken off than it costs. */
export const orderLine = (line: {
  product: ProductId;
  title: Localized;
  quantity: number;
  unitPrice: Money;
  discount?: Money | undefined;
}): OrderLine => {
  const full = times(line.unitPrice, line.quantity);
  const discount = line.discount ?? money(0, full.currency);
  if (discount.minor > full.minor) {
    throw new RowError(`The discount ${discount.minor} is more than the line's ${full.minor} (minor units)`);
  }
  const { product, title, quantity, unitPrice } = line;
  return { product, title, quantity, unitPrice, discount, paid: subtract(full, discount), gift: full.minor === 0 };
};

/** An order whose parts add up: subtotal before discounts, total = subtotal - discount + shipping. */
export const orderOf = (order: {
  id: OrderId;
  number: string;
  shopper: ShopperId;
  email?: string | undefined;
  lines: readonly OrderLine[];
  currency: Currency;
  shipping?: Money | undefined;
  status: OrderStatus;
  placedAt: Date;
  source: string;
}): Order => {
  const { lines, currency } = order;
  const subtotal = sum(
    lines.map(l => times(l.unitPrice, l.quantity)),
    currency,
  );
  const discount = sum(
    lines.map(l => l.discount),
    currency,
  );
  const shipping = order.shipping ?? money(0, currency);
  const { email, ...rest } = order;
  return {
    ...rest,
    ...(email && { email }),
    subtotal,
    discount,
    shipping,
    total: add(subtract(subtotal, discount), shipping),
  };
};

/**
 * Exports with one row per line of an order, the rows of an order together: reads them into groups. An order with a
 * row that can't be used is left out whole, because its amounts would no longer add up; so is a part of an order that
 * turns up again later in the file.
 */
export async function* groupedOrders<Line>(
  context: ImportContext,
  rows: AsyncIterable<Row>,
  read: { key(row: Row): string; line(row: Row, head: Row): Line },
): AsyncGenerator<{ key: string; head: Row; lines: Line[] }> {
  const { report } = context;
  const seen = new Set<string>();
  let group: { key: string; head: Row; lines: Line[]; spoiled: boolean; rows: number } | undefined;
  const left = (): void => {
    if (group?.spoiled) report.note('orders with a bad row', 'left out whole: their amounts would not add up');
  };
  for await (const row of rows) {
    const key = readRow(report, row, () => read.key(row));
    if (key === undefined) continue;
    if (group?.key !== key) {
      left();
      if (group && !group.spoiled) yield group;
      group = { key, head: row, lines: [], spoiled: seen.has(key), rows: 0 };
      if (seen.has(key)) report.refuse(row.line, `Order ${key} started earlier in the file: keep its rows together`);
      seen.add(key);
    }
    const { head } = group;
    const line = readRow(report, row, () => read.line(row, head));
    if (line === undefined) group.spoiled = true;
    else group.lines.push(line);
    group.rows++;
  }
  left();
  if (group && !group.spoiled) yield group;
}

/** Finds the product an export's line means: by SKU, else by its name; lines of unknown products keep their title. */
export class ProductFinder {
  readonly #bySku = new Map<string, ProductId>();
  readonly #byName = new Map<string, ProductId>();
  readonly #ids = new Set<string>();

  static async open({ stores }: ImportContext): Promise<ProductFinder> {
    const finder = new ProductFinder();
    for (const product of await stores.products.all()) {
      finder.#ids.add(product.id);
      for (const sku of product.attributes.sku ?? []) finder.#bySku.set(sku.toLowerCase(), product.id);
      for (const name of Object.values(product.name)) finder.#byName.set(name.toLowerCase(), product.id);
    }
    return finder;
  }

  /** Variants are named "Product - Red / L": the part before the last " - " is tried too. */
  find(sku: string, name: string): ProductId | undefined {
    const lower = name.toLowerCase();
    const dash = lower.lastIndexOf(' - ');
    return (
      this.#bySku.get(sku.toLowerCase()) ??
      (this.#ids.has(sku) ? asId<ProductId>(sku) : undefined) ??
      this.#byName.get(lower) ??
      (dash > 0 ? this.#byName.get(lower.slice(0, dash)) : undefined)
    );
  }
}
