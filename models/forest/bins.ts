/** Columns of numbers cut into at most 255 bins each, so that a split is found by counting instead of sorting. */

export interface Columns {
  readonly rows: number;
  readonly columns: number;
  /** rows × columns, row by row. */
  readonly x: ArrayLike<number>;
}

export interface Bins {
  readonly rows: number;
  readonly columns: number;
  /** Bin of each cell, column by column. */
  readonly code: Uint8Array;
  /** Per column the upper edges, ascending: a value lies in the first bin whose edge is not below it, else in the last. */
  readonly edges: readonly Float64Array[];
}

/** Bin of a value: the number of edges below it. */
export const binOf = (edges: Float64Array, value: number): number => {
  let low = 0;
  let high = edges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (edges[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
};

/** Edges half-way between neighbouring values; with more than `most` distinct values, at quantiles. */
const edgesOf = (values: Float64Array, most: number): Float64Array => {
  const sorted = values.sort();
  const distinct: number[] = [];
  for (const v of sorted) if (distinct.length === 0 || v !== distinct.at(-1)) distinct.push(v);
  if (distinct.length <= most) return Float64Array.from(distinct.slice(1), (v, i) => (v + distinct[i]!) / 2);
  const edges = new Set<number>();
  for (let b = 1; b < most; b++) edges.add(sorted[Math.floor((b * sorted.length) / most)]!);
  edges.delete(distinct.at(-1)!);
  return Float64Array.from(edges);
};

/** Cuts where the rows `on` lie; codes every row of the table. `most` 2..255 bins a column. */
export const binColumns = (table: Columns, on: ArrayLike<number>, most = 64): Bins => {
  const { rows, columns, x } = table;
  const code = new Uint8Array(rows * columns);
  const edges: Float64Array[] = [];
  for (let j = 0; j < columns; j++) {
    const own = edgesOf(
      Float64Array.from({ length: on.length }, (_, n) => x[on[n]! * columns + j]!),
      most,
    );
    edges.push(own);
    for (let i = 0; i < rows; i++) code[j * rows + i] = binOf(own, x[i * columns + j]!);
  }
  return { rows, columns, code, edges };
};
