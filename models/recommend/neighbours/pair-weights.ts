import { distinctPairs, type SparseRows } from '../../data/interactions.ts';
import type { Train } from '../../data/splits.ts';
import { recency } from '../model.ts';
import { latestPurchases } from './product-neighbours.ts';

/** How much one product in one shopper's past weighs when neighbours are looked for; all 0 (the default): 1. */
export interface PairWeighting {
  /** Rare products say more: the weight holds log(shoppers / buyers) to this power. 1: idf. */
  readonly idfPower: number;
  /** k₁ of BM25 (Robertson & Zaragoza 2009): how slowly buying again stops adding; 0: once is as good as often. */
  readonly saturation: number;
  /** b of BM25, 0..1: how much less a product says in a long past; matters only with a saturation. */
  readonly lengthShare: number;
  /** A purchase counts 2^(-age / half-life) in what is learned; 0: age does not matter. */
  readonly learnHalfLifeDays: number;
}

export const plainWeighting: PairWeighting = { idfPower: 0, saturation: 0, lengthShare: 0, learnHalfLifeDays: 0 };

/** log((shoppers + 1) / buyers) per product, 0 for a product nobody bought. */
export const inverseFrequency = (pairs: SparseRows, products: number): Float64Array => {
  const shoppers = pairs.start.length - 1;
  const buyers = new Int32Array(products);
  for (const col of pairs.cols) buyers[col]!++;
  return Float64Array.from(buyers, count => (count === 0 ? 0 : Math.log((shoppers + 1) / count)));
};

/** Shopper × product with those weights; columns ascending. Pairs whose weight vanishes keep a tiny one, so that none is lost. */
export const weightedPairs = (train: Train, weighting: PairWeighting, now: number): SparseRows => {
  const products = train.products.ids.length;
  const pairs = distinctPairs(train);
  const { start, cols, values } = pairs;
  const idf = inverseFrequency(pairs, products);
  const { idfPower, saturation, lengthShare, learnHalfLifeDays } = weighting;
  const shoppers = start.length - 1;
  const usual = cols.length / Math.max(1, shoppers);
  const at = learnHalfLifeDays > 0 ? latestPurchases(train, pairs) : null;
  for (let s = 0; s < shoppers; s++) {
    const length = 1 - lengthShare + (lengthShare * (start[s + 1]! - start[s]!)) / usual;
    for (let e = start[s]!; e < start[s + 1]!; e++) {
      const times = values[e]!;
      let weight = saturation === 0 ? 1 : (times * (saturation + 1)) / (times + saturation * length);
      if (idfPower > 0) weight *= idf[cols[e]!]! ** idfPower;
      if (at !== null) weight *= recency(now - at[e]!, learnHalfLifeDays);
      values[e] = Math.max(weight, 1e-6);
    }
  }
  return pairs;
};

/** Σ of squared values per column. */
export const squaredColumns = (pairs: SparseRows, columns: number): Float64Array => {
  const squares = new Float64Array(columns);
  for (let e = 0; e < pairs.cols.length; e++) squares[pairs.cols[e]!]! += pairs.values[e]! ** 2;
  return squares;
};

/** Σ of squared values per row. */
export const squaredRows = (pairs: SparseRows): Float64Array => {
  const squares = new Float64Array(pairs.start.length - 1);
  for (let r = 0; r < squares.length; r++)
    for (let e = pairs.start[r]!; e < pairs.start[r + 1]!; e++) squares[r]! += pairs.values[e]! ** 2;
  return squares;
};
