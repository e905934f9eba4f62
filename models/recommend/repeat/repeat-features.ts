import type { History } from '../../data/interactions.ts';
import { MetItems } from '../../data/met-items.ts';
import { dayMilliseconds } from '../model.ts';

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

/** Purchases within this time are one visit. */
const visitMilliseconds = dayMilliseconds / 2;
/** Weights below this are views. */
const purchaseWeight = 1;

/** Of the products of the history at hand, in the order in which they were bought first. */
const met = new MetItems();
let visits = new Int32Array(64);
let first = new Float64Array(64);
let last = new Float64Array(64);
/** Number of the visit each was last bought at. */
let lastVisit = new Int32Array(64);
const x = new Float64Array(repeatFeatures.length);

/** Takes in what was bought; returns the number of visits. */
const readPasts = ({ items, at, weight }: History): number => {
  met.start(items.length);
  if (items.length > visits.length) {
    visits = new Int32Array(items.length * 2);
    first = new Float64Array(items.length * 2);
    last = new Float64Array(items.length * 2);
    lastVisit = new Int32Array(items.length * 2);
  }
  let visit = 0;
  let visitAt = Number.NEGATIVE_INFINITY;
  for (let e = 0; e < items.length; e++) {
    // So written, a weight that is no number is no purchase.
    if (!(weight[e]! >= purchaseWeight)) continue;
    const moment = at[e]!;
    if (moment - visitAt > visitMilliseconds) {
      visit++;
      visitAt = moment;
    }
    const known = met.count;
    const place = met.meet(items[e]!);
    if (place === known) {
      visits[place] = 1;
      first[place] = moment;
    } else if (lastVisit[place] !== visit) visits[place]!++;
    last[place] = moment;
    lastVisit[place] = visit;
  }
  return visit;
};

/** Calls `each` with every product bought in the history and its features; the array is reused, so `each` may not call this again. */
export const eachBoughtBefore = (
  history: History,
  now: number,
  habits: RepeatHabits,
  each: (product: number, features: Float64Array) => void,
): void => {
  const visit = readPasts(history);
  for (let p = 0; p < met.count; p++) {
    const product = met.rows[p]!;
    const days = Math.max(0, now - last[p]!) / dayMilliseconds;
    const since = Math.log1p(days);
    const times = Math.log(visits[p]!);
    // Own gaps count as much as there are of them, against two of the others'.
    const own = (last[p]! - first[p]!) / dayMilliseconds;
    const interval = (own + 2 * habits.interval[product]!) / (visits[p]! - 1 + 2);
    const due = Math.log((days + 1) / (interval + 1));
    x[0] = times;
    x[1] = visits[p]! / visit;
    x[2] = since / 3;
    x[3] = (since / 3) ** 2;
    x[4] = Math.log1p(visit - lastVisit[p]!);
    x[5] = lastVisit[p] === visit ? 1 : 0;
    x[6] = Math.max(0, due);
    x[7] = Math.max(0, -due);
    x[8] = Math.log1p(Math.max(0, now - first[p]!) / dayMilliseconds) / 3;
    x[9] = habits.again[product]!;
    x[10] = times * habits.again[product]!;
    x[11] = habits.buyers[product]! / 3;
    x[12] = habits.lately[product]!;
    each(product, x);
  }
};
