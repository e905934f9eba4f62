import { type SparseRows, transpose } from '../data/interactions.ts';
import { SparseBuilder } from './sparse-rows.ts';

export interface NeighbourRule {
  /** Neighbours kept per target, those with the largest similarity. */
  readonly keep: number;
  /** `together`: Σ over the shoppers of both products of the product of the two values. Not called for a product with itself. */
  readonly similarity: (target: number, source: number, together: number) => number;
}

/**
 * From a shopper × product matrix with positive values to the neighbours of each product: row = what was bought, column = what it
 * speaks for. Costs the sum of squares of the row lengths.
 */
export const productNeighbours = (pairs: SparseRows, products: number, rule: NeighbourRule): SparseRows => {
  const buyers = transpose(pairs, products);
  const together = new Float64Array(products);
  const touched = new Int32Array(products);
  const builder = new SparseBuilder(rule.keep);
  for (let target = 0; target < products; target++) {
    let size = 0;
    for (let b = buyers.start[target]!; b < buyers.start[target + 1]!; b++) {
      const shopper = buyers.cols[b]!;
      const value = buyers.values[b]!;
      for (let e = pairs.start[shopper]!; e < pairs.start[shopper + 1]!; e++) {
        const source = pairs.cols[e]!;
        if (together[source] === 0) touched[size++] = source;
        together[source]! += value * pairs.values[e]!;
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
