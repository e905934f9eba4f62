/** Purchases from a shop's orders less what came back; what cannot be learned from is left out and noted. */
import type { Order } from '../../knowledge/domain/order.ts';
import type { Event } from './interactions.ts';
import { type RobustRange, robustRange } from './outliers.ts';
import { SourceBooks } from './quality.ts';
import { day, earliest, humanLimits, Rate, type ShopEventsInput } from './reading.ts';

/** Factors around the median of a product's own prices and quantities that are never outliers. */
const [widestPrice, widestQuantity] = [4, 10];

interface Line {
  readonly order: string;
  readonly shopper: string;
  readonly product: string;
  readonly at: number;
  readonly quantity: number;
  readonly price: number;
}

export const readOrders = async ({ stores, now, onRead }: ShopEventsInput) => {
  const books = new SourceBooks('order lines');
  const cameBack = await unitsReturned(stores.returns);
  const lines: Line[] = [];
  const seen = new Set<string>();
  const perDay = new Rate(humanLimits.ordersPerDay, day);
  let orders = 0;
  for await (const order of stores.orders.stream()) {
    if (++orders % 2000 === 0) onRead?.(orders);
    const at = order.placedAt.getTime();
    perDay.see(order.shopper, at);
    books.read(order.lines.length);
    for (const line of readLines(order, cameBack, books)) {
      const name = (): string => `order ${order.number}, ${line.product}`;
      if (!(at >= earliest && at <= now.getTime())) {
        books.note('bad-date', () => `${name()}: ${Number.isNaN(at) ? 'no date' : order.placedAt.toISOString()}`);
        continue;
      }
      const key = `${line.shopper}\u0000${line.product}\u0000${at}\u0000${line.quantity}`;
      if (seen.has(key)) books.note('repeat', name);
      else lines.push({ ...line, at });
      seen.add(key);
    }
  }
  const ranges = rangesOf(lines);
  const purchases: Event[] = [];
  for (const line of lines) {
    if (perDay.machines.has(line.shopper)) {
      books.note('machine', () => `shopper ${line.shopper}: more than ${humanLimits.ordersPerDay} orders in a day`);
      continue;
    }
    const { price, quantity } = ranges.get(line.product) ?? { price: null, quantity: null };
    if (price !== null && (line.price < price.low || line.price > price.high)) {
      books.note(
        'price-outlier',
        () =>
          `order ${line.order}, ${line.product}: ${line.price / 100}, usual are ${(price.low / 100).toPrecision(3)} to ${(price.high / 100).toPrecision(3)}`,
      );
      continue;
    }
    const most = quantity === null ? line.quantity : Math.max(1, Math.ceil(quantity.high));
    if (line.quantity > most)
      books.note('quantity-capped', () => `order ${line.order}, ${line.product}: ${line.quantity} to ${most}`);
    books.keep();
    purchases.push({
      shopper: line.shopper,
      product: line.product,
      at: new Date(line.at),
      quantity: Math.min(line.quantity, most),
    });
  }
  return { purchases, books, orders };
};

/** An order's lines that can be learned from but for their date; a gift was the shop's choice, not the shopper's. */
const readLines = (
  order: Order,
  cameBack: ReadonlyMap<string, ReadonlyMap<string, number>>,
  books: SourceBooks,
): Omit<Line, 'at'>[] => {
  const left = new Map(cameBack.get(order.id) ?? []);
  const kept: Omit<Line, 'at'>[] = [];
  for (const line of order.lines) {
    const name = (): string => `order ${order.number}, ${line.product}`;
    const price = line.unitPrice.minor;
    if (order.shopper.trim() === '') books.note('missing-shopper', name);
    else if (line.product.trim() === '') books.note('missing-product', name);
    else if (order.status === 'cancelled') books.note('cancelled', name);
    else if (line.gift) books.note('gift', name);
    else if (!(Number.isFinite(line.quantity) && line.quantity > 0))
      books.note('bad-quantity', () => `${name()}: ${line.quantity}`);
    else if (!(Number.isFinite(price) && price > 0)) books.note('bad-price', () => `${name()}: ${price / 100}`);
    else {
      // An order marked returned without a request on record came back whole.
      const all = order.status === 'returned' && !cameBack.has(order.id);
      const back = all ? line.quantity : Math.min(line.quantity, left.get(line.product) ?? 0);
      left.set(line.product, (left.get(line.product) ?? 0) - back);
      if (back >= line.quantity) {
        books.note('returned', name);
        continue;
      }
      if (back > 0) books.note('partly-returned', () => `${name()}: ${back} of ${line.quantity}`);
      const quantity = line.quantity - back;
      kept.push({ order: order.number, shopper: order.shopper, product: line.product, quantity, price });
    }
  }
  return kept;
};

const unitsReturned = async (
  returns: ShopEventsInput['stores']['returns'],
): Promise<Map<string, Map<string, number>>> => {
  const units = new Map<string, Map<string, number>>();
  for await (const request of returns.stream()) {
    if (request.status === 'refused') continue;
    const of = units.get(request.order) ?? new Map<string, number>();
    for (const { product, quantity } of request.lines) of.set(product, (of.get(product) ?? 0) + quantity);
    units.set(request.order, of);
  }
  return units;
};

const rangesOf = (lines: readonly Line[]) => {
  const values = new Map<string, { prices: number[]; quantities: number[] }>();
  for (const { product, price, quantity } of lines) {
    let of = values.get(product);
    if (of === undefined) {
      of = { prices: [], quantities: [] };
      values.set(product, of);
    }
    of.prices.push(price);
    of.quantities.push(quantity);
  }
  const ranges = new Map<string, { price: RobustRange | null; quantity: RobustRange | null }>();
  for (const [product, { prices, quantities }] of values)
    ranges.set(product, { price: robustRange(prices, widestPrice), quantity: robustRange(quantities, widestQuantity) });
  return ranges;
};
