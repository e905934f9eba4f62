/** Signals as models take them: each product a shopper did not buy once, with its weight, beside what they bought. */
import type { HistoryBuffer } from './history-buffer.ts';
import { type History, type Interactions, interactionsOf, purchaseWeight } from './interactions.ts';
import { MetItems } from './met-items.ts';
import { type SignalWeights, Standings } from './signal-weights.ts';
import { kindCode, type Signals, signalsOf } from './signals.ts';

/** `until`: per shopper, milliseconds; what comes later is not looked at. */
export const weighedSignals = (all: Signals, weights: SignalWeights, until?: ArrayLike<number>): Interactions => {
  const usual = usualRating(all, until);
  const events: { shopper: number; product: number; at: number; weight: number }[] = [];
  const standings = new Standings();
  for (let shopper = 0; shopper + 1 < all.start.length; shopper++) {
    standings.read(signalsOf(all, shopper, until?.[shopper]), weights, usual);
    for (let s = 0; s < standings.count; s++)
      events.push({ shopper, product: standings.items[s]!, at: standings.at[s]!, weight: standings.weights[s]! });
  }
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

/** Of the products bought, for one joining at a time. */
const bought = new MetItems();

/** A history joined with what else the shopper did, in order of time, in the memory of `buffer`; products bought stay as they are. */
export const withStanding = (history: History, standings: Standings, buffer: HistoryBuffer): History => {
  if (standings.count === 0) return history;
  const { items, at, weight } = history;
  buffer.start(items.length + standings.count);
  bought.start(items.length + standings.count);
  for (let e = 0; e < items.length; e++) {
    if (weight[e]! >= purchaseWeight) bought.meet(items[e]!);
    buffer.insert(items[e]!, at[e]!, weight[e]!);
  }
  const count = bought.count;
  for (let s = 0; s < standings.count; s++)
    if (bought.meet(standings.items[s]!) >= count)
      buffer.insert(standings.items[s]!, standings.at[s]!, standings.weights[s]!);
  return buffer.done();
};

/** The products bought, repeats kept; signals are not among them. */
export const boughtIn = ({ items, weight }: History): Int32Array => {
  for (let e = 0; e < items.length; e++)
    if (weight[e]! < purchaseWeight) return items.filter((_, n) => weight[n]! >= purchaseWeight);
  return items;
};
