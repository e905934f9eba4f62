/**
 * One-against-rest linear support vector machines with squared hinge loss, by dual coordinate descent with shrinking
 * (Hsieh et al. 2008, the method of LIBLINEAR). Rows are a sparse part, a dense part of one width, and a constant.
 */
import { type Random, seededRandom } from '../../knowledge/domain/random.ts';
import type { Sparse } from './tfidf.ts';

export interface SvmRow extends Sparse {
  /** Absent for all rows, or of one width for all. */
  readonly dense?: Float32Array;
}

/** Plain data: it can be kept in a file and sent to another thread. */
export interface LinearSvm {
  readonly classes: number;
  /** One feature's weights for all classes lie together: a row touches few features, and all classes of each. */
  readonly weights: Float32Array;
  readonly dense: Float32Array;
  readonly biases: Float64Array;
}

export interface SvmOptions {
  /** Price of a margin violation; larger fits closer. */
  readonly cost: number;
  readonly seed: number;
  /** Stop when the dual's projected gradients differ by less. */
  readonly tolerance: number;
}

/** Over the rows, per class, at most. */
const passes = 40;

interface Problem {
  readonly rows: readonly SvmRow[];
  readonly norms: Float64Array;
  readonly width: number;
  readonly denseWidth: number;
}

const dot = (w: Float32Array, d: Float32Array, bias: number, row: SvmRow): number => {
  const { ids, values, dense } = row;
  let sum = bias;
  for (let k = 0; k < ids.length; k++) sum += (w[ids[k] as number] as number) * (values[k] as number);
  if (dense) for (let k = 0; k < dense.length; k++) sum += (d[k] as number) * (dense[k] as number);
  return sum;
};

/** Weights of one class against the rest. */
const solve = (
  { rows, norms, width, denseWidth }: Problem,
  isOurs: (row: number) => boolean,
  { cost, tolerance }: SvmOptions,
  random: Random,
): { readonly w: Float32Array; readonly d: Float32Array; readonly bias: number } => {
  const w = new Float32Array(width);
  const d = new Float32Array(denseWidth);
  let bias = 0;
  const diagonal = 1 / (2 * cost);
  const alpha = new Float64Array(rows.length);
  const active = Int32Array.from(rows, (_, i) => i);
  let count = rows.length;
  let most = Number.POSITIVE_INFINITY;
  for (let pass = 0; pass < passes; pass++) {
    let high = Number.NEGATIVE_INFINITY;
    let low = Number.POSITIVE_INFINITY;
    for (let i = count - 1; i > 0; i--) {
      const j = Math.floor(random() * (i + 1));
      const other = active[i] as number;
      active[i] = active[j] as number;
      active[j] = other;
    }
    for (let s = 0; s < count; s++) {
      const i = active[s] as number;
      const row = rows[i] as SvmRow;
      const y = isOurs(i) ? 1 : -1;
      const a = alpha[i] as number;
      const gradient = dot(w, d, bias, row) * y - 1 + a * diagonal;
      let projected = gradient;
      if (a === 0) {
        if (gradient > most) {
          count -= 1;
          active[s] = active[count] as number;
          active[count] = i;
          s -= 1;
          continue;
        }
        projected = Math.min(gradient, 0);
      }
      high = Math.max(high, projected);
      low = Math.min(low, projected);
      if (Math.abs(projected) < 1e-12) continue;
      const next = Math.max(a - gradient / ((norms[i] as number) + diagonal), 0);
      const step = (next - a) * y;
      alpha[i] = next;
      const { ids, values, dense } = row;
      for (let k = 0; k < ids.length; k++) {
        const id = ids[k] as number;
        w[id] = (w[id] as number) + step * (values[k] as number);
      }
      if (dense) for (let k = 0; k < dense.length; k++) d[k] = (d[k] as number) + step * (dense[k] as number);
      bias += step;
    }
    if (high - low < tolerance) {
      if (count === rows.length) break;
      // What was set aside is looked at once more before the answer stands.
      count = rows.length;
      most = Number.POSITIVE_INFINITY;
    } else most = high <= 0 ? Number.POSITIVE_INFINITY : high;
  }
  return { w, d, bias };
};

/** `labels[i]` is the class, 0 .. classes - 1, of `rows[i]`; `width` the number of sparse columns. */
export const trainLinearSvm = (
  rows: readonly SvmRow[],
  labels: Int32Array,
  classes: number,
  width: number,
  options: SvmOptions,
): LinearSvm => {
  const denseWidth = rows[0]?.dense?.length ?? 0;
  const norms = Float64Array.from(rows, row => {
    let sum = 1;
    for (const v of row.values) sum += v * v;
    for (const v of row.dense ?? []) sum += v * v;
    return sum;
  });
  const problem: Problem = { rows, norms, width, denseWidth };
  const weights = new Float32Array(width * classes);
  const dense = new Float32Array(denseWidth * classes);
  const biases = new Float64Array(classes);
  for (let c = 0; c < classes; c++) {
    const { w, d, bias } = solve(problem, i => labels[i] === c, options, seededRandom(options.seed + c));
    for (let k = 0; k < width; k++) weights[k * classes + c] = w[k] as number;
    for (let k = 0; k < denseWidth; k++) dense[k * classes + c] = d[k] as number;
    biases[c] = bias;
  }
  return { classes, weights, dense, biases };
};

/** A score per class; the margin is 1. */
export const svmScores = ({ classes, weights, dense, biases }: LinearSvm, row: SvmRow): Float64Array => {
  const out = biases.slice();
  const add = (table: Float32Array, id: number, value: number): void => {
    const base = id * classes;
    for (let c = 0; c < classes; c++) out[c] = (out[c] as number) + (table[base + c] as number) * value;
  };
  for (let k = 0; k < row.ids.length; k++) add(weights, row.ids[k] as number, row.values[k] as number);
  if (row.dense) for (let k = 0; k < row.dense.length; k++) add(dense, k, row.dense[k] as number);
  return out;
};
