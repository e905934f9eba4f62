import type { SparseRows } from '../../data/interactions.ts';

/** Some shoppers against some products, for a loss that can't afford all products. Matrices are shoppers × columns. */
export interface SampledColumns {
  /** Distinct products, ascending. */
  readonly columns: Int32Array;
  /** 1 where bought. */
  readonly bought: Float32Array;
  /** Not bought: how many products of the catalogue this one stands for; 0 where bought, and for products that only another shopper brought in. */
  readonly counts: Float32Array;
  /**
   * Added to logits before a softmax over the sample, it is one over the catalogue on average (Bengio & Senécal 2008); so low that nothing
   * is left of products that only another shopper brought in.
   */
  readonly correction: Float32Array;
}

const never = -1e4;

/** What the shoppers of `rows` bought, and `sampled` products of all `n` drawn evenly without replacement; all where there are no more. */
export const columnsOf = (
  shoppers: SparseRows,
  rows: Int32Array,
  n: number,
  sampled: number,
  random: () => number,
): SampledColumns => {
  const { start, cols } = shoppers;
  const isDrawn = new Uint8Array(n);
  if (sampled >= n) isDrawn.fill(1);
  else
    for (let drawn = 0; drawn < sampled; ) {
      const product = Math.floor(random() * n);
      if (isDrawn[product] === 1) continue;
      isDrawn[product] = 1;
      drawn++;
    }
  const isIn = isDrawn.slice();
  for (const row of rows) for (let e = start[row]!; e < start[row + 1]!; e++) isIn[cols[e]!] = 1;
  const place = new Int32Array(n);
  const columns: number[] = [];
  for (let product = 0; product < n; product++)
    if (isIn[product] === 1) {
      place[product] = columns.length;
      columns.push(product);
    }
  const width = columns.length;
  const standsFor = Math.max(1, n / sampled);
  const counts = new Float32Array(rows.length * width);
  const correction = new Float32Array(rows.length * width);
  const bought = new Float32Array(rows.length * width);
  const firstCounts = Float32Array.from(columns, product => (isDrawn[product] === 1 ? standsFor : 0));
  const firstCorrection = firstCounts.map(count => (count > 0 ? Math.log(count) : never));
  for (let r = 0; r < rows.length; r++) {
    counts.set(firstCounts, r * width);
    correction.set(firstCorrection, r * width);
    for (let e = start[rows[r]!]!; e < start[rows[r]! + 1]!; e++) {
      const at = r * width + place[cols[e]!]!;
      bought[at] = 1;
      counts[at] = 0;
      correction[at] = 0;
    }
  }
  return { columns: Int32Array.from(columns), bought, counts, correction };
};
