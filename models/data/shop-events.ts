/** Everything a shop knows of who wants what: purchases, and signals from browsing, ratings and chats. */
import type { Product } from '../../knowledge/domain/product.ts';
import type { Event } from './interactions.ts';
import { readOrders } from './order-events.ts';
import { type DataQuality, spreadOf } from './quality.ts';
import type { ShopEventsInput } from './reading.ts';
import { readSignals } from './signal-events.ts';
import type { SignalEvent } from './signals.ts';

export type { ShopEventsInput } from './reading.ts';

export interface ShopEvents {
  readonly purchases: readonly Event[];
  /** Every signal that can be learned from, in no order. */
  readonly signals: readonly SignalEvent[];
  readonly products: readonly Product[];
  readonly orders: number;
  readonly quality: DataQuality;
}

export const shopEvents = async (input: ShopEventsInput): Promise<ShopEvents> => {
  const products = await input.stores.products.all();
  const { purchases, books: orderBooks, orders } = await readOrders(input);
  const { signals, books } = await readSignals(input, products);
  const perShopper = new Map<string, number>();
  for (const { shopper } of purchases) perShopper.set(shopper, (perShopper.get(shopper) ?? 0) + 1);
  const valuesOf = (...kinds: SignalEvent['kind'][]): number[] =>
    signals.flatMap(({ kind, value }) => (kinds.includes(kind) && !Number.isNaN(value) ? [value] : []));
  const spreads = Object.entries({
    'purchases of a shopper': spreadOf(perShopper.values()),
    'units of a purchase': spreadOf(purchases.map(event => event.quantity ?? 1)),
    'seconds of a view': spreadOf(valuesOf('view', 'fitting-view')),
    'stars of a rating': spreadOf(valuesOf('rating')),
  }).flatMap(([name, spread]) => (spread === null ? [] : [[name, spread] as const]));
  return {
    purchases,
    signals,
    products,
    orders,
    quality: { sources: [orderBooks.report, ...books.map(b => b.report)], spreads: Object.fromEntries(spreads) },
  };
};
