import type { SparseRows } from '../../data/interactions.ts';
import { BestRows } from '../serving/score-sheet.ts';

/** Collects rows one after the other, keeping the `keep` largest values (by magnitude) of each. */
export class SparseBuilder {
  private readonly cols: Int32Array[] = [];
  private readonly values: Float32Array[] = [];
  private readonly start: number[] = [0];
  private readonly best: BestRows;

  constructor(keep: number) {
    this.best = new BestRows(keep);
  }

  /** Takes `count` columns from `cols`, their values from the dense `row`. */
  push(cols: Int32Array, count: number, row: Float32Array | Float64Array): void {
    this.best.clear();
    for (let c = 0; c < count; c++) {
      const value = row[cols[c]!]!;
      if (value !== 0) this.best.offer(cols[c]!, Math.abs(value));
    }
    const kept = this.best.rows.slice(0, this.best.count).sort(); // ascending, so that one value is found by bisection
    this.cols.push(kept);
    this.values.push(Float32Array.from(kept, col => row[col]!));
    this.start.push(this.start.at(-1)! + kept.length);
  }

  done(): SparseRows {
    const total = this.start.at(-1)!;
    const cols = new Int32Array(total);
    const values = new Float32Array(total);
    for (let r = 0; r < this.cols.length; r++) {
      cols.set(this.cols[r]!, this.start[r]!);
      values.set(this.values[r]!, this.start[r]!);
    }
    return { start: Int32Array.from(this.start), cols, values };
  }
}

/** Where (row, col) is stored, -1 where it is not; columns of a row ascend. */
export const entryOf = (matrix: SparseRows, row: number, col: number): number => {
  let low = matrix.start[row]!;
  let high = matrix.start[row + 1]! - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = matrix.cols[middle]!;
    if (found === col) return middle;
    if (found < col) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
};

/** The value at (row, col), 0 where nothing is stored. */
export const valueAt = (matrix: SparseRows, row: number, col: number): number => {
  const entry = entryOf(matrix, row, col);
  return entry < 0 ? 0 : matrix.values[entry]!;
};

/** A shopper with very many products would cost its square; beyond this many, evenly spaced ones stand for all. */
const mostProductsOfOneShopper = 2_000;

/** A copy in which no row has more than 2,000 entries. */
export const thinned = (pairs: SparseRows): SparseRows => {
  const start = new Int32Array(pairs.start.length);
  for (let s = 0; s < start.length - 1; s++)
    start[s + 1] = start[s]! + Math.min(mostProductsOfOneShopper, pairs.start[s + 1]! - pairs.start[s]!);
  const cols = new Int32Array(start.at(-1)!);
  const values = new Float32Array(cols.length);
  for (let s = 0; s < start.length - 1; s++) {
    const kept = start[s + 1]! - start[s]!;
    const step = (pairs.start[s + 1]! - pairs.start[s]!) / Math.max(1, kept);
    for (let k = 0; k < kept; k++) {
      const from = pairs.start[s]! + Math.floor(k * step);
      cols[start[s]! + k] = pairs.cols[from]!;
      values[start[s]! + k] = pairs.values[from]!;
    }
  }
  return { start, cols, values };
};
