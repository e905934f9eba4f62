import type { History } from '../data/interactions.ts';
import { dayMilliseconds } from './model.ts';

/** What shoppers in general do with a product after buying it. */
export interface RepeatHabits {
  /** Log odds that a buyer buys it again some day, shrunk towards that of all products. */
  readonly again: Float32Array;
  /** Usual days between two purchases of one shopper, shrunk likewise; >= 1. */
  readonly interval: Float32Array;
  /** log(1 + buyers), and the same with each counting 2^(-age / 21 days). */
  readonly buyers: Float32Array;
  readonly lately: Float32Array;
}

/** What is known of one product a shopper bought before; all numbers small. */
export const repeatFeatures = [
  'times bought',
  'share of visits',
  'days since',
  'days since, squared',
  'visits since',
  'bought at the last visit',
  'overdue',
  'not due yet',
  'known for',
  'bought again by others',
  'times, by what others do',
  'buyers',
  'buyers lately',
] as const;

interface OwnPast {
  visits: number;
  first: number;
  last: number;
  /** Number of the visit it was last bought at. */
  lastVisit: number;
}

/** Purchases within this time are one visit. */
const visitMilliseconds = dayMilliseconds / 2;
/** Weights below this are views. */
const purchaseWeight = 1;

/** Calls `each` with every product bought in the history and its features; the array is reused. */
export const eachBoughtBefore = (
  history: History,
  now: number,
  habits: RepeatHabits,
  each: (product: number, features: Float64Array) => void,
): void => {
  const pasts = new Map<number, OwnPast>();
  let visit = 0;
  let visitAt = Number.NEGATIVE_INFINITY;
  for (let e = 0; e < history.items.length; e++) {
    if (history.weight[e]! < purchaseWeight) continue;
    const at = history.at[e]!;
    if (at - visitAt > visitMilliseconds) [visit, visitAt] = [visit + 1, at];
    const product = history.items[e]!;
    const past = pasts.get(product);
    if (past === undefined) pasts.set(product, { visits: 1, first: at, last: at, lastVisit: visit });
    else {
      if (past.lastVisit !== visit) past.visits++;
      past.last = at;
      past.lastVisit = visit;
    }
  }
  const x = new Float64Array(repeatFeatures.length);
  for (const [product, past] of pasts) {
    const days = Math.max(0, now - past.last) / dayMilliseconds;
    const since = Math.log1p(days);
    const times = Math.log(past.visits);
    // Own gaps count as much as there are of them, against two of the others'.
    const own = (past.last - past.first) / dayMilliseconds;
    const interval = (own + 2 * habits.interval[product]!) / (past.visits - 1 + 2);
    const due = Math.log((days + 1) / (interval + 1));
    x[0] = times;
    x[1] = past.visits / visit;
    x[2] = since / 3;
    x[3] = (since / 3) ** 2;
    x[4] = Math.log1p(visit - past.lastVisit);
    x[5] = past.lastVisit === visit ? 1 : 0;
    x[6] = Math.max(0, due);
    x[7] = Math.max(0, -due);
    x[8] = Math.log1p((now - past.first) / dayMilliseconds) / 3;
    x[9] = habits.again[product]!;
    x[10] = times * habits.again[product]!;
    x[11] = habits.buyers[product]! / 3;
    x[12] = habits.lately[product]!;
    each(product, x);
  }
};
