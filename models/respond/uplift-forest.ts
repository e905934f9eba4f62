/**
 * A forest that splits where the treatment's effect differs. Outcomes are first freed of what the features and the arm share
 * explain (residual-on-residual, Nie & Wager 2021: τ is the slope of y - m(x) on t - e), then trees are grown on that slope as
 * in causal forests (Athey, Tibshirani & Wager 2019), on subsamples, and their leaves pulled towards the overall effect.
 */
import { seededRandom } from '../../knowledge/domain/random.ts';
import type { Table } from './logistic.ts';

export interface ForestOptions {
  readonly trees: number;
  readonly depth: number;
  /** Rows a leaf must keep. */
  readonly leaf: number;
  /** Share of the rows each tree sees. */
  readonly sample: number;
  /** Share of the columns tried at each split. */
  readonly columns: number;
  /** Rows' worth of the overall effect mixed into each leaf. */
  readonly shrink: number;
  readonly seed: number;
}

export interface Residuals {
  /** y - m(x) per row of the table. */
  readonly outcome: Float64Array;
  /** t - e per row. */
  readonly arm: Float64Array;
}

const mostBins = 32;

/** Each column cut at quantiles of the train rows; bin b holds values up to its b-th cut. */
const binned = (table: Table, rows: Int32Array): { bins: Uint8Array; counts: Int32Array } => {
  const bins = new Uint8Array(table.rows * table.columns);
  const counts = new Int32Array(table.columns);
  for (let j = 0; j < table.columns; j++) {
    const sorted = Float64Array.from(rows, i => table.x[i * table.columns + j]!).sort();
    const cuts: number[] = [];
    for (let b = 1; b < mostBins; b++) {
      const cut = sorted[Math.floor((sorted.length * b) / mostBins)]!;
      if (cut !== cuts.at(-1) && cut < sorted.at(-1)!) cuts.push(cut);
    }
    counts[j] = cuts.length + 1;
    for (let i = 0; i < table.rows; i++) {
      const value = table.x[i * table.columns + j]!;
      let low = 0;
      let high = cuts.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (value <= cuts[middle]!) high = middle;
        else low = middle + 1;
      }
      bins[i * table.columns + j] = low;
    }
  }
  return { bins, counts };
};

/** Mean over the trees of the effect in each row's leaf, for every row of the table. */
export const forestEffects = (
  table: Table,
  train: Int32Array,
  residuals: Residuals,
  options: ForestOptions,
): Float64Array => {
  const p = table.columns;
  const { bins, counts } = binned(table, train);
  const random = seededRandom(options.seed);
  const total = new Float64Array(table.rows);
  const { outcome: u, arm: v } = residuals;
  let uv = 0;
  let vv = 0;
  for (const i of train) {
    uv += u[i]! * v[i]!;
    vv += v[i]! ** 2;
  }
  const overall = uv / vv;
  const vvPerRow = vv / train.length;
  const order = Int32Array.from(train);
  const everyRow = Int32Array.from({ length: table.rows }, (_, i) => i);
  const sumUv = new Float64Array(mostBins);
  const sumVv = new Float64Array(mostBins);
  const sumN = new Int32Array(mostBins);
  const columnCount = Math.max(1, Math.round(options.columns * p));
  const columnOrder = Int32Array.from({ length: p }, (_, j) => j);

  const partition = (rows: Int32Array, column: number, bin: number): number => {
    let middle = 0;
    for (let n = 0; n < rows.length; n++) {
      const i = rows[n]!;
      if (bins[i * p + column]! <= bin) {
        rows[n] = rows[middle]!;
        rows[middle++] = i;
      }
    }
    return middle;
  };

  const grow = (rows: Int32Array, all: Int32Array, depth: number): void => {
    let nodeUv = 0;
    let nodeVv = 0;
    for (const i of rows) {
      nodeUv += u[i]! * v[i]!;
      nodeVv += v[i]! ** 2;
    }
    let best = { gain: 0, column: -1, bin: 0 };
    if (depth > 0 && rows.length >= 2 * options.leaf) {
      for (let n = 0; n < columnCount; n++) {
        const m = n + Math.floor(random() * (p - n));
        [columnOrder[n], columnOrder[m]] = [columnOrder[m]!, columnOrder[n]!];
        const j = columnOrder[n]!;
        const used = counts[j]!;
        if (used < 2) continue;
        sumUv.fill(0, 0, used);
        sumVv.fill(0, 0, used);
        sumN.fill(0, 0, used);
        for (const i of rows) {
          const b = bins[i * p + j]!;
          sumUv[b] = sumUv[b]! + u[i]! * v[i]!;
          sumVv[b] = sumVv[b]! + v[i]! ** 2;
          sumN[b] = sumN[b]! + 1;
        }
        let [leftUv, leftVv, leftN] = [0, 0, 0];
        for (let b = 0; b < used - 1; b++) {
          leftUv += sumUv[b]!;
          leftVv += sumVv[b]!;
          leftN += sumN[b]!;
          if (leftN < options.leaf || rows.length - leftN < options.leaf) continue;
          // Drop in squared error when each side has a slope of its own.
          const gain = leftUv ** 2 / leftVv + (nodeUv - leftUv) ** 2 / (nodeVv - leftVv) - nodeUv ** 2 / nodeVv;
          if (gain > best.gain) best = { gain, column: j, bin: b };
        }
      }
    }
    if (best.column < 0) {
      const prior = options.shrink * vvPerRow;
      const effect = (nodeUv + prior * overall) / (nodeVv + prior);
      for (const i of all) total[i] = total[i]! + effect;
      return;
    }
    const middle = partition(rows, best.column, best.bin);
    const split = partition(all, best.column, best.bin);
    grow(rows.subarray(0, middle), all.subarray(0, split), depth - 1);
    grow(rows.subarray(middle), all.subarray(split), depth - 1);
  };

  for (let tree = 0; tree < options.trees; tree++) {
    const size = Math.max(2, Math.round(train.length * options.sample));
    for (let n = 0; n < size; n++) {
      const m = n + Math.floor(random() * (order.length - n));
      [order[n], order[m]] = [order[m]!, order[n]!];
    }
    grow(order.slice(0, size), everyRow, options.depth);
  }
  return total.map(sum => sum / options.trees);
};
