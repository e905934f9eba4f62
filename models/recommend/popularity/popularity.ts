import { distinctPairs } from '../../data/interactions.ts';
import type { Train } from '../../data/splits.ts';
import { type Fitted, type ModelKind, recency, type StoredModel } from '../model.ts';

/**
 * How many shoppers bought a product; with a half-life, each shopper's latest purchase counts 2^(-age / half-life).
 * The score is log(1 + that), so that one bestseller does not drown a blend.
 */
export const popularity: ModelKind = {
  name: 'popularity',
  searchCost: 0.2,
  candidates: () => [{ halfLifeDays: 0 }, { halfLifeDays: 180 }, { halfLifeDays: 60 }, { halfLifeDays: 21 }],
  fit: (train, { halfLifeDays = 0 }, { now }) => fromScores(countShoppers(train, halfLifeDays, now), halfLifeDays),
  restore: stored => fromScores(stored.arrays.scores as Float32Array, Number(stored.meta.halfLifeDays)),
};

/** The same with a half-life always: what sells now. A blend may weigh it apart from what always sold. */
export const trending: ModelKind = {
  ...popularity,
  name: 'trending',
  candidates: () => [{ halfLifeDays: 21 }, { halfLifeDays: 7 }, { halfLifeDays: 60 }],
  fit: (train, settings, now) => ({ ...popularity.fit(train, settings, now), name: 'trending' }),
  restore: stored => ({ ...popularity.restore(stored), name: 'trending' }),
};

const countShoppers = (train: Train, halfLifeDays: number, now: number): Float32Array => {
  const scores = new Float32Array(train.products.ids.length);
  if (halfLifeDays === 0) for (const product of distinctPairs(train).cols) scores[product]!++;
  else {
    const seenBy = new Int32Array(scores.length).fill(-1);
    // Newest first within a shopper: the first sight of a product is its latest purchase.
    for (let e = train.product.length - 1; e >= 0; e--) {
      const product = train.product[e]!;
      if (seenBy[product] === train.shopper[e]) continue;
      seenBy[product] = train.shopper[e]!;
      scores[product]! += recency(now - train.at[e]!, halfLifeDays);
    }
  }
  return scores.map(count => Math.log1p(count));
};

const fromScores = (scores: Float32Array, halfLifeDays: number): Fitted => ({
  name: 'popularity',
  products: scores.length,
  score: (_history, _now, sheet) => {
    for (let product = 0; product < scores.length; product++)
      if (scores[product]! > 0) sheet.add(product, scores[product]!);
  },
  explain: () => ({ kind: 'popular' }),
  store: (): StoredModel => ({ arrays: { scores }, meta: { halfLifeDays } }),
});
