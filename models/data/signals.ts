/**
 * What shoppers do beside buying: look, put into a cart, ask in a chat, rate. One record an event, as it happened; what it weighs against
 * a purchase is decided later (signal-weights.ts), so that the same records can be read with other weights and up to another moment.
 */
import type { IdIndex } from './interactions.ts';

/** 'fitting-view': of something that fits a wish the shopper stated. 'shown' says only that it could have been tapped. */
export const signalKinds = ['view', 'fitting-view', 'cart', 'shown', 'tapped', 'asked', 'wish', 'rating'] as const;
export type SignalKind = (typeof signalKinds)[number];

export interface SignalEvent {
  readonly shopper: string;
  readonly product: string;
  readonly at: Date;
  readonly kind: SignalKind;
  /** View: seconds, NaN when not told. Wish: confidence 0..1. Rating: stars. Others: 1. */
  readonly value: number;
}

/** One shopper's signals in row numbers, oldest first. */
export interface ShopperSignals {
  readonly items: Int32Array;
  readonly at: Float64Array;
  /** Place in `signalKinds`. */
  readonly kind: Uint8Array;
  readonly value: Float32Array;
}

/** The same of all shoppers: shopper s owns rows start[s] until start[s + 1]. */
export interface Signals extends ShopperSignals {
  readonly shoppers: IdIndex;
  readonly products: IdIndex;
  readonly start: Int32Array;
}

export const kindCode = Object.fromEntries(signalKinds.map((kind, code) => [kind, code])) as Readonly<
  Record<SignalKind, number>
>;

/** Those of shoppers and products that have a row; others are left out. */
export const toSignals = (
  events: readonly SignalEvent[],
  rows: { readonly shoppers: IdIndex; readonly products: IdIndex },
): Signals => {
  const shopper = Int32Array.from(events, event => rows.shoppers.row(event.shopper) ?? -1);
  const product = Int32Array.from(events, event => rows.products.row(event.product) ?? -1);
  const time = Float64Array.from(events, event => event.at.getTime());
  const order = Uint32Array.from(events, (_, e) => e).filter(e => shopper[e]! >= 0 && product[e]! >= 0);
  order.sort((x, y) => shopper[x]! - shopper[y]! || time[x]! - time[y]! || x - y);
  const start = new Int32Array(rows.shoppers.ids.length + 1);
  for (const e of order) start[shopper[e]! + 1]!++;
  for (let s = 0; s + 1 < start.length; s++) start[s + 1]! += start[s]!;
  return {
    shoppers: rows.shoppers,
    products: rows.products,
    items: Int32Array.from(order, e => product[e]!),
    at: Float64Array.from(order, e => time[e]!),
    kind: Uint8Array.from(order, e => kindCode[events[e]!.kind]),
    value: Float32Array.from(order, e => events[e]!.value),
    start,
  };
};

/** What a shopper did before `until` (milliseconds); views into the same memory. */
export const signalsOf = (all: Signals, shopper: number, until = Number.POSITIVE_INFINITY): ShopperSignals => {
  const from = all.start[shopper]!;
  let to = all.start[shopper + 1]!;
  while (to > from && all.at[to - 1]! >= until) to--;
  return {
    items: all.items.subarray(from, to),
    at: all.at.subarray(from, to),
    kind: all.kind.subarray(from, to),
    value: all.value.subarray(from, to),
  };
};
