import { type SparseRows, transpose } from '../../data/interactions.ts';
import type { Train } from '../../data/splits.ts';
import { dayMilliseconds } from '../model.ts';
import { entryOf, SparseBuilder } from './sparse-rows.ts';

export interface NeighbourRule {
  /** Neighbours kept per target, those with the largest similarity. */
  readonly keep: number;
  /** `together`: Σ over the shoppers of both products of the product of the two values. Not called for a product with itself. */
  readonly similarity: (target: number, source: number, together: number) => number;
  /** Absent: any time apart ties two products alike. */
  readonly gaps?: Gaps;
}

/** A shopper ties two products together by 2^(-time between them / half-life). */
export interface Gaps {
  /** The moment of each entry of the matrix, milliseconds. */
  readonly at: Float64Array;
  readonly halfLifeDays: number;
}

/** The latest purchase of each pair as the moment that counts. */
export const gapsOf = (train: Train, pairs: SparseRows, halfLifeDays: number): Gaps => ({
  at: latestPurchases(train, pairs),
  halfLifeDays,
});

/** The moment of the latest purchase of each pair, milliseconds. */
export const latestPurchases = (train: Train, pairs: SparseRows): Float64Array => {
  const at = new Float64Array(pairs.cols.length);
  const newest = new Float64Array(train.products.ids.length);
  for (let s = 0; s < pairs.start.length - 1; s++) {
    // Oldest first within a shopper: the last write is the latest purchase.
    for (let e = train.start[s]!; e < train.start[s + 1]!; e++) newest[train.product[e]!] = train.at[e]!;
    for (let e = pairs.start[s]!; e < pairs.start[s + 1]!; e++) at[e] = newest[pairs.cols[e]!]!;
  }
  return at;
};

/**
 * From a shopper × product matrix with positive values to the neighbours of each product: row = what was bought, column = what it
 * speaks for. Costs the sum of squares of the row lengths.
 */
export const productNeighbours = (pairs: SparseRows, products: number, rule: NeighbourRule): SparseRows => {
  const buyers = transpose(pairs, products);
  const together = new Float64Array(products);
  const touched = new Int32Array(products);
  const builder = new SparseBuilder(rule.keep);
  const { gaps } = rule;
  const fading = gaps === undefined ? 0 : Math.LN2 / (gaps.halfLifeDays * dayMilliseconds);
  for (let target = 0; target < products; target++) {
    let size = 0;
    for (let b = buyers.start[target]!; b < buyers.start[target + 1]!; b++) {
      const shopper = buyers.cols[b]!;
      const value = buyers.values[b]!;
      const moment = gaps === undefined ? 0 : gaps.at[entryOf(pairs, shopper, target)]!;
      for (let e = pairs.start[shopper]!; e < pairs.start[shopper + 1]!; e++) {
        const source = pairs.cols[e]!;
        if (together[source] === 0) touched[size++] = source;
        const near = gaps === undefined ? 1 : Math.exp(-Math.abs(gaps.at[e]! - moment) * fading);
        together[source]! += value * pairs.values[e]! * near;
      }
    }
    for (let t = 0; t < size; t++) {
      const source = touched[t]!;
      together[source] = source === target ? 0 : rule.similarity(target, source, together[source]!);
    }
    builder.push(touched, size, together);
    for (let t = 0; t < size; t++) together[touched[t]!] = 0;
  }
  return transpose(builder.done(), products);
};

/** How many shoppers bought each product. */
export const buyerCounts = (pairs: SparseRows, products: number): Int32Array => {
  const counts = new Int32Array(products);
  for (const col of pairs.cols) counts[col]!++;
  return counts;
};
