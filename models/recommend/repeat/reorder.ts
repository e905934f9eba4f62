import { type History, historyOf } from '../../data/interactions.ts';
import type { Train } from '../../data/splits.ts';
import type { Choices } from '../blend/candidates.ts';
import { fitListwise } from '../blend/listwise.ts';
import { dayMilliseconds, type Fitted, type ModelKind, recency, type StoredModel } from '../model.ts';
import { timesBought } from './buy-again.ts';
import { eachBoughtBefore, type RepeatHabits, repeatFeatures } from './repeat-features.ts';

/**
 * What this shopper is due to buy again: how often and how long ago, measured by the product's own interval. The weights are learned
 * inside the train part: at earlier moments, which of the products a shopper had were bought again within `horizonDays`, each against
 * the others of that shopper (listwise logit). The score is the probability, so it adds to what other models say of new products.
 */
export const reorder: ModelKind = {
  name: 'reorder',
  searchCost: 0.2,
  candidates: () => [{ horizonDays: 60 }, { horizonDays: 21 }],
  fit: (train, { horizonDays = 60 }, { now }) => learn(train, horizonDays, now),
  restore: stored => {
    const { again, interval, buyers, lately, weights } = stored.arrays as Readonly<Record<string, Float32Array>>;
    return fitted({ again: again!, interval: interval!, buyers: buyers!, lately: lately! }, weights!, stored.meta);
  },
};

const snapshots = 3;
const latelyDays = 21;
const mostRows = 200_000;
/** Without anything to learn from: often and lately. */
const guess: Readonly<Record<string, number>> = { 'times bought': 1.5, 'days since': -0.5, 'share of visits': 1 };

const learn = (train: Train, horizonDays: number, now: number): Fitted => {
  let first = Number.POSITIVE_INFINITY;
  for (const at of train.at) if (at < first) first = at;
  const horizon = Math.min(horizonDays * dayMilliseconds, (now - first) / (snapshots + 1));
  const data = examples(train, horizon, now);
  const using = repeatFeatures.map((_, f) => f);
  const cases = Int32Array.from({ length: data.start.length - 1 }, (_, i) => i);
  const weights =
    cases.length >= 20 ? fitListwise(data, cases, using, 3) : repeatFeatures.map(feature => guess[feature] ?? 0);
  const intercept = interceptFor(data, weights);
  return fitted(habitsOf(train, now), Float32Array.of(...weights, intercept), { horizonDays });
};

/** How often buyers of each product bought it again, and after how long, as could be known at `now`. */
const habitsOf = (train: Train, now: number): RepeatHabits => {
  const products = train.products.ids.length;
  const buyers = new Float64Array(products);
  const repeaters = new Float64Array(products);
  const gaps = new Float64Array(products);
  const days = new Float64Array(products);
  const lately = new Float64Array(products);
  const seenBy = new Int32Array(products).fill(-1);
  const lastAt = new Float64Array(products);
  const counted = new Uint8Array(products);
  for (let e = 0; e < train.product.length; e++) {
    const [product, shopper, at] = [train.product[e]!, train.shopper[e]!, train.at[e]!];
    if (at >= now) continue;
    lately[product]! += recency(now - at, latelyDays);
    if (seenBy[product] !== shopper) {
      seenBy[product] = shopper;
      counted[product] = 0;
      buyers[product]!++;
    } else if (at - lastAt[product]! > dayMilliseconds / 2) {
      if (counted[product] === 0) repeaters[product]!++;
      counted[product] = 1;
      gaps[product]!++;
      days[product]! += (at - lastAt[product]!) / dayMilliseconds;
    }
    lastAt[product] = at;
  }
  const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0);
  const usualShare = (sum(repeaters) + 1) / (sum(buyers) + 2);
  const usualDays = (sum(days) + 30) / (sum(gaps) + 1);
  const shrink = 10;
  return {
    again: Float32Array.from(buyers, (count, p) => {
      const share = (repeaters[p]! + shrink * usualShare) / (count + shrink);
      return Math.log(share / (1 - share));
    }),
    buyers: Float32Array.from(buyers, Math.log1p),
    lately: Float32Array.from(lately, Math.log1p),
    interval: Float32Array.from(gaps, (count, p) => Math.max(1, (days[p]! + shrink * usualDays) / (count + shrink))),
  };
};

/** Shoppers who came back within the horizon after an earlier moment: what they had, what of it they bought again. */
const examples = (train: Train, horizon: number, now: number): Choices => {
  const columns: number[][] = repeatFeatures.map(() => []);
  const relevant: number[] = [];
  const start = [0];
  for (let back = 1; back <= snapshots; back++) {
    const [from, to] = [now - back * horizon, now - (back - 1) * horizon];
    const habits = habitsOf(train, from);
    for (let s = 0; s < train.start.length - 1 && relevant.length < mostRows * (back / snapshots); s++) {
      const { items, at, weight } = historyOf(train, s);
      const before = at.findIndex(moment => moment >= from);
      if (before <= 0) continue;
      const bought = new Set<number>();
      for (let e = before; e < items.length && at[e]! < to; e++) bought.add(items[e]!);
      if (bought.size === 0) continue;
      const past: History = {
        items: items.subarray(0, before),
        at: at.subarray(0, before),
        weight: weight.subarray(0, before),
      };
      eachBoughtBefore(past, from, habits, (row, x) => {
        for (let f = 0; f < x.length; f++) columns[f]!.push(x[f]!);
        relevant.push(bought.has(row) ? 1 : 0);
      });
      start.push(relevant.length);
    }
  }
  return {
    x: columns.map(column => Float32Array.from(column)),
    relevant: Uint8Array.from(relevant),
    start: Int32Array.from(start),
  };
};

/** So that the mean probability is the share that was bought again; found by bisection. */
const interceptFor = (data: Choices, weights: readonly number[]): number => {
  const rows = data.relevant.length;
  if (rows === 0) return 0;
  const share = data.relevant.reduce((sum, one) => sum + one, 0) / rows;
  const scores = Float64Array.from(data.relevant, (_, row) =>
    weights.reduce((sum, weight, f) => sum + weight * data.x[f]![row]!, 0),
  );
  let [low, high] = [-30, 30];
  for (let step = 0; step < 40; step++) {
    const middle = (low + high) / 2;
    let mean = 0;
    for (const score of scores) mean += 1 / (1 + Math.exp(-score - middle)) / rows;
    if (mean < share) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
};

/** `weights`: one a feature, then the intercept. */
const fitted = (habits: RepeatHabits, weights: Float32Array, meta: StoredModel['meta']): Fitted => ({
  name: 'reorder',
  products: habits.again.length,
  score: (history, now, sheet) =>
    eachBoughtBefore(history, now, habits, (product, x) => {
      let z = weights[x.length]!;
      for (let f = 0; f < x.length; f++) z += weights[f]! * x[f]!;
      sheet.add(product, 1 / (1 + Math.exp(-z)));
    }),
  explain: (history, _now, product) => ({ kind: 'buy-again', timesBought: timesBought(history, product) }),
  store: () => ({ arrays: { ...habits, weights }, meta }),
});
