/** Signals as models take them: each product a shopper did not buy once, with its weight, beside what they bought. */
import { type History, type Interactions, interactionsOf, purchaseWeight } from './interactions.ts';
import { type SignalWeights, type Standing, standingOf } from './signal-weights.ts';
import { kindCode, type Signals, signalsOf } from './signals.ts';

/** `until`: per shopper, milliseconds; what comes later is not looked at. */
export const weighedSignals = (all: Signals, weights: SignalWeights, until?: ArrayLike<number>): Interactions => {
  const usual = usualRating(all, until);
  const events: { shopper: number; product: number; at: number; weight: number }[] = [];
  for (let shopper = 0; shopper + 1 < all.start.length; shopper++)
    for (const [product, { at, weight }] of standingOf(signalsOf(all, shopper, until?.[shopper]), weights, usual))
      events.push({ shopper, product, at, weight });
  return interactionsOf(all, events);
};

/** Mean stars of all ratings before each shopper's `until`; 3 without any. */
export const usualRating = (all: Signals, until?: ArrayLike<number>): number => {
  let [sum, count] = [0, 0];
  for (let shopper = 0; shopper + 1 < all.start.length; shopper++)
    for (let e = all.start[shopper]!; e < all.start[shopper + 1]!; e++)
      if (all.kind[e] === kindCode.rating && all.at[e]! < (until?.[shopper] ?? Number.POSITIVE_INFINITY))
        [sum, count] = [sum + all.value[e]!, count + 1];
  return count === 0 ? 3 : sum / count;
};

/** A history joined with what else the shopper did, in order of time; products bought stay as they are. */
export const withStanding = (history: History, standing: ReadonlyMap<number, Standing>): History => {
  if (standing.size === 0) return history;
  const bought = new Set(boughtIn(history));
  const more = [...standing].filter(([item]) => !bought.has(item));
  const all = [
    ...Array.from(history.items, (item, e) => ({ item, at: history.at[e]!, weight: history.weight[e]! })),
    ...more.map(([item, { at, weight }]) => ({ item, at, weight })),
  ].sort((a, b) => a.at - b.at);
  return {
    items: Int32Array.from(all, event => event.item),
    at: Float64Array.from(all, event => event.at),
    weight: Float32Array.from(all, event => event.weight),
  };
};

/** The products bought, repeats kept; signals are not among them. */
export const boughtIn = ({ items, weight }: History): Int32Array => {
  for (let e = 0; e < items.length; e++)
    if (weight[e]! < purchaseWeight) return items.filter((_, n) => weight[n]! >= purchaseWeight);
  return items;
};
