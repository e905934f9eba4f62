/** Everything a shop knows of who wants what: purchases from orders less returns, signals from browsing and from what was said in chats. */
import type { Order } from '../../knowledge/domain/order.ts';
import type { Product } from '../../knowledge/domain/product.ts';
import type { ProfileFact } from '../../knowledge/domain/shopper.ts';
import type { Stores } from '../../knowledge/ports.ts';
import { browseWeight, fittingFactor, wishWeight } from './event-weights.ts';
import type { Event } from './interactions.ts';
import { type RobustRange, robustRange } from './outliers.ts';
import { type DataQuality, SourceBooks, spreadOf } from './quality.ts';

export interface ShopEvents {
  readonly purchases: readonly Event[];
  /** Weights below 1, at most one for each shopper and product, oldest first for each shopper. */
  readonly signals: readonly Event[];
  readonly products: readonly Product[];
  readonly orders: number;
  readonly quality: DataQuality;
}

export interface ShopEventsInput {
  readonly stores: {
    readonly orders: Pick<Stores['orders'], 'stream'>;
    readonly returns: Pick<Stores['returns'], 'stream'>;
    readonly browsing: Pick<Stores['browsing'], 'stream'>;
    readonly facts: Pick<Stores['facts'], 'stream'>;
    readonly products: Pick<Stores['products'], 'all'>;
  };
  /** What happens later is not looked at. */
  readonly now: Date;
  /** Called now and then with the records read so far. */
  readonly onRead?: (records: number) => void;
}

/** Nobody places more orders a day, or opens more pages a minute or an hour, than this: a machine does. */
const humanLimits = { ordersPerDay: 40, viewsPerMinute: 60, viewsPerHour: 500 };
/** Signals of one shopper beyond these, oldest first, are thinned out: they bound memory and change no list. */
const mostSignals = 200;
/** Factors around the median of a product's own prices and quantities that are never outliers. */
const [widestPrice, widestQuantity] = [4, 10];
/** As in cleaning.ts: no shop of this kind is older. */
const earliest = Date.UTC(1990, 0, 1);
const [minute, hour, day] = [60_000, 3_600_000, 86_400_000];

export const shopEvents = async (input: ShopEventsInput): Promise<ShopEvents> => {
  const products = await input.stores.products.all();
  const { purchases, books: orderBooks, orders } = await readOrders(input);
  const { signals, books } = await readSignals(input, products);
  const perShopper = new Map<string, number>();
  for (const { shopper } of purchases) perShopper.set(shopper, (perShopper.get(shopper) ?? 0) + 1);
  const spreads = Object.entries({
    'purchases of a shopper': spreadOf(perShopper.values()),
    'units of a purchase': spreadOf(purchases.map(event => event.quantity ?? 1)),
    'weight of a signal': spreadOf(signals.map(event => Number((event.weight ?? 1).toFixed(3)))),
  }).flatMap(([name, spread]) => (spread === null ? [] : [[name, spread] as const]));
  return {
    purchases,
    signals,
    products,
    orders,
    quality: { sources: [orderBooks.report, ...books.map(b => b.report)], spreads: Object.fromEntries(spreads) },
  };
};

interface Line {
  readonly order: string;
  readonly shopper: string;
  readonly product: string;
  readonly at: number;
  readonly quantity: number;
  readonly price: number;
}

const readOrders = async ({ stores, now, onRead }: ShopEventsInput) => {
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

/** Who did more than `most` things within one of the time's equal parts. */
class Rate {
  readonly machines = new Set<string>();
  readonly #most: number;
  readonly #part: number;
  readonly #counts = new Map<string, number>();

  constructor(most: number, part: number) {
    this.#most = most;
    this.#part = part;
  }

  see(shopper: string, at: number): void {
    const key = `${Math.floor(at / this.#part)} ${shopper}`;
    const count = (this.#counts.get(key) ?? 0) + 1;
    this.#counts.set(key, count);
    if (count > this.#most) this.machines.add(shopper);
  }
}

const readSignals = async ({ stores, now, onRead }: ShopEventsInput, products: readonly Product[]) => {
  const browsing = new SourceBooks('browsing');
  const chats = new SourceBooks('wishes and dislikes from chats');
  const catalogue = new Map<string, Product>(products.map(product => [product.id, product]));
  const stated = new Map<string, ProfileFact[]>();
  for await (const fact of stores.facts.stream(now)) {
    chats.read();
    // A present for somebody else says nothing of the shopper's own taste.
    if (fact.forWhom !== 'self' || fact.statedAt > now) continue;
    stated.set(fact.shopper, [...(stated.get(fact.shopper) ?? []), fact]);
    chats.keep();
  }
  const rates = [new Rate(humanLimits.viewsPerMinute, minute), new Rate(humanLimits.viewsPerHour, hour)];
  const strongest = new Map<string, Map<string, { at: number; weight: number }>>();
  const offer = (shopper: string, product: string, at: number, weight: number): boolean => {
    let of = strongest.get(shopper);
    if (of === undefined) {
      of = new Map();
      strongest.set(shopper, of);
    }
    const before = of.get(product);
    of.set(product, { at: Math.max(at, before?.at ?? at), weight: Math.max(weight, before?.weight ?? 0) });
    return before === undefined;
  };
  let read = 0;
  for await (const event of stores.browsing.stream()) {
    browsing.read();
    if (++read % 10_000 === 0) onRead?.(read);
    const at = event.at.getTime();
    const name = (): string => `shopper ${event.shopper}, ${event.product}`;
    const product = catalogue.get(event.product);
    const weight = browseWeight(event);
    if (event.shopper.trim() === '') browsing.note('missing-shopper', name);
    else if (!(at >= earliest && at <= now.getTime())) browsing.note('bad-date', name);
    else if (product === undefined) browsing.note('no-product-of-the-shop', name);
    else if (weight === null) browsing.note('glance', () => `${name()}: ${event.dwellSeconds} s`);
    else {
      for (const rate of rates) rate.see(event.shopper, at);
      const facts = stated.get(event.shopper) ?? [];
      if (facts.some(fact => fact.polarity === 'dislike' && isAbout(fact, product))) browsing.note('disliked', name);
      else {
        const fits = facts.some(fact => fact.polarity === 'like' && isAbout(fact, product));
        const isNew = offer(event.shopper, event.product, at, Math.min(0.9, fits ? weight * fittingFactor : weight));
        if (isNew) browsing.keep();
        else browsing.note('repeat', name);
      }
    }
  }
  for (const [shopper, facts] of stated)
    for (const fact of facts)
      if (fact.polarity === 'like' && fact.slot === 'product' && catalogue.has(fact.value))
        offer(shopper, fact.value, fact.statedAt.getTime(), wishWeight * fact.confidence);
  const signals: Event[] = [];
  for (const [shopper, of] of strongest) {
    if (rates.some(rate => rate.machines.has(shopper))) {
      for (const product of of.keys()) browsing.note('machine', () => `shopper ${shopper}, ${product}`);
      browsing.keep(-of.size);
      continue;
    }
    const byTime = [...of].sort(([, a], [, b]) => a.at - b.at);
    for (const [product] of byTime.slice(0, -mostSignals)) {
      browsing.note('older-than-kept', () => `shopper ${shopper}, ${product}`);
      browsing.keep(-1);
    }
    for (const [product, { at, weight }] of byTime.slice(-mostSignals))
      signals.push({ shopper, product, at: new Date(at), weight });
  }
  return { signals, books: [browsing, chats] };
};

const isAbout = (fact: ProfileFact, product: Product): boolean => {
  if (fact.slot === 'product') return fact.value === product.id;
  if (fact.slot === 'category') return fact.value === product.category;
  if (fact.slot === 'brand') return fact.value.toLowerCase() === product.brand?.toLowerCase();
  return product.attributes[fact.slot]?.includes(fact.value) ?? false;
};
