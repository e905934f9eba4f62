import type { History } from '../../data/interactions.ts';
import { type Fitted, type ModelKind, recency, type StoredModel } from '../model.ts';

/**
 * What this shopper bought before, each purchase counting 2^(-age / half-life); views don't count.
 * Nothing is learned but the half-life.
 */
export const buyAgain: ModelKind = {
  name: 'buy-again',
  searchCost: 0.2,
  candidates: () => [{ halfLifeDays: 0 }, { halfLifeDays: 365 }, { halfLifeDays: 120 }, { halfLifeDays: 45 }],
  fit: (train, { halfLifeDays = 0 }) => fromHalfLife(train.products.ids.length, halfLifeDays),
  restore: stored => fromHalfLife(Number(stored.meta.products), Number(stored.meta.halfLifeDays)),
};

/** Weights below this are views. */
const purchaseWeight = 1;

export const timesBought = (history: History, product: number): number => {
  let times = 0;
  for (let e = 0; e < history.items.length; e++)
    if (history.items[e] === product && history.weight[e]! >= purchaseWeight) times++;
  return times;
};

const fromHalfLife = (products: number, halfLifeDays: number): Fitted => ({
  name: 'buy-again',
  products,
  score: (history, now, sheet) => {
    for (let e = 0; e < history.items.length; e++)
      if (history.weight[e]! >= purchaseWeight)
        sheet.add(history.items[e]!, recency(now - history.at[e]!, halfLifeDays));
  },
  explain: (history, _now, product) => ({ kind: 'buy-again', timesBought: timesBought(history, product) }),
  store: (): StoredModel => ({ arrays: {}, meta: { products, halfLifeDays } }),
});
