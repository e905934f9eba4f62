import type { SparseRows } from '../../data/interactions.ts';
import type { Train } from '../../data/splits.ts';
import { dayMilliseconds } from '../model.ts';
import { plainWeighting, weightedPairs } from '../neighbours/pair-weights.ts';
import { gapsOf } from '../neighbours/product-neighbours.ts';
import { thinned } from '../neighbours/sparse-rows.ts';
import { type LowerTriangle, lowerTriangle } from './invert.ts';

/** What of the past counts how much; all 0: every pair counts 1. */
export interface GramWeighting {
  /** A shopper with n products counts n^-power, so that those who bought everything don't decide alone. */
  readonly shopperPower: number;
  /** A purchase counts 2^(-age / half-life). */
  readonly learnHalfLifeDays: number;
  /** Two purchases of a shopper count together 2^(-time between them / half-life). */
  readonly gapHalfLifeDays: number;
}

/** The shopper × product matrix X that is to be rebuilt, rows of at most 2,000 products. */
export const easeMatrix = (train: Train, weighting: GramWeighting, now: number): SparseRows => {
  const { learnHalfLifeDays, shopperPower } = weighting;
  const pairs = thinned(weightedPairs(train, { ...plainWeighting, learnHalfLifeDays }, now));
  if (shopperPower > 0)
    for (let s = 0; s < pairs.start.length - 1; s++) {
      const [from, to] = [pairs.start[s]!, pairs.start[s + 1]!];
      const scale = (to - from) ** (-shopperPower / 2);
      for (let e = from; e < to; e++) pairs.values[e]! *= scale;
    }
  return pairs;
};

/**
 * XᵀX over the products that have a place (`position` >= 0). With gaps, every shopper's part is multiplied entry by entry with the kernel
 * e^(-|t_i - t_j| / scale) of the moments: both are positive semi-definite, so their product is too (Schur), and the sum stays invertible.
 */
export const easeGram = (
  train: Train,
  pairs: SparseRows,
  position: Int32Array,
  n: number,
  gapHalfLifeDays: number,
): LowerTriangle => {
  const gram = lowerTriangle(n);
  const { values, stride } = gram;
  const at = gapHalfLifeDays > 0 ? gapsOf(train, pairs, gapHalfLifeDays).at : null;
  const fading = at === null ? 0 : Math.LN2 / (gapHalfLifeDays * dayMilliseconds);
  for (let s = 0; s < pairs.start.length - 1; s++)
    for (let e = pairs.start[s]!; e < pairs.start[s + 1]!; e++) {
      const i = position[pairs.cols[e]!]!;
      if (i < 0) continue;
      const weight = pairs.values[e]!;
      for (let f = pairs.start[s]!; f <= e; f++) {
        const j = position[pairs.cols[f]!]!; // places ascend with the products, so j <= i
        if (j < 0) continue;
        const near = at === null ? 1 : Math.exp(-Math.abs(at[e]! - at[f]!) * fading);
        values[i * stride + j]! += weight * pairs.values[f]! * near;
      }
    }
  return gram;
};
