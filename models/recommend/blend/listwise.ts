/**
 * Weights by listwise logistic regression (conditional logit, McFadden 1974; as a ranking loss, Cao et al. 2007): each product bought
 * against the candidates that were not. Convex, so its answer is one and steady even where few cases say little; with an L2 penalty.
 */
import type { Choices } from './candidates.ts';

const iterations = 12;

/** `ridge`: the penalty, in cases. Newton's method with halved steps. */
export const fitListwise = (
  data: Choices,
  cases: ArrayLike<number>,
  using: readonly number[],
  ridge: number,
): number[] => {
  const n = using.length;
  const columns = using.map(c => data.x[c]!);
  let weights = new Float64Array(n);
  let here = derivatives(data, cases, columns, weights, ridge);
  for (let iteration = 0; iteration < iterations; iteration++) {
    const step = solve(here.curvature, here.gradient, n);
    let size = 1;
    let next = here;
    let moved = weights;
    for (let halving = 0; halving < 6; halving++, size /= 2) {
      moved = weights.map((w, c) => w + size * step[c]!);
      next = derivatives(data, cases, columns, moved, ridge);
      if (next.value >= here.value) break;
    }
    if (!(next.value > here.value)) break;
    const gain = next.value - here.value;
    weights = moved;
    here = next;
    if (gain < 1e-5 * Math.abs(here.value)) break;
  }
  const all = data.x.map(() => 0);
  using.forEach((c, place) => {
    all[c] = weights[place]!;
  });
  return all;
};

/** Mean log-likelihood of what was bought against the candidates that were not, over the cases that tell; 0 without any. */
export const listwiseLikelihood = (data: Choices, cases: ArrayLike<number>, weights: readonly number[]): number => {
  const using = weights.flatMap((weight, c) => (weight === 0 ? [] : [c]));
  const columns = using.map(c => data.x[c]!);
  const own = Float64Array.from(using, c => weights[c]!);
  const { value, told } = derivatives(data, cases, columns, own, 0);
  return told === 0 ? 0 : value / told;
};

interface Derivatives {
  readonly value: number;
  /** Cases with something bought and something not. */
  readonly told: number;
  readonly gradient: Float64Array;
  /** Minus the second derivative. */
  readonly curvature: Float64Array;
}

const derivatives = (
  data: Choices,
  cases: ArrayLike<number>,
  columns: readonly Float32Array[],
  weights: Float64Array,
  ridge: number,
): Derivatives => {
  const n = columns.length;
  let value = 0;
  let told = 0;
  const gradient = new Float64Array(n);
  const curvature = new Float64Array(n * n);
  const mean = new Float64Array(n);
  const square = new Float64Array(n * n);
  const x = new Float64Array(n);
  const scores: number[] = [];
  for (let at = 0; at < cases.length; at++) {
    const i = cases[at]!;
    const [from, to] = [data.start[i]!, data.start[i + 1]!];
    let largest = Number.NEGATIVE_INFINITY;
    let bought = 0;
    scores.length = 0;
    for (let row = from; row < to; row++) {
      let s = 0;
      for (let c = 0; c < n; c++) s += weights[c]! * columns[c]![row]!;
      scores.push(s);
      if (s > largest) largest = s;
      bought += data.relevant[row]!;
    }
    if (bought === 0 || bought === to - from) continue;
    told++;
    mean.fill(0);
    square.fill(0);
    let total = 0;
    for (let row = from; row < to; row++) {
      if (data.relevant[row] === 1) continue;
      const e = Math.exp(scores[row - from]! - largest);
      total += e;
      for (let c = 0; c < n; c++) {
        const part = e * columns[c]![row]!;
        mean[c]! += part;
        for (let d = 0; d <= c; d++) square[c * n + d]! += part * columns[d]![row]!;
      }
    }
    for (let c = 0; c < n; c++) mean[c]! /= total;
    for (let c = 0; c < n; c++)
      for (let d = 0; d <= c; d++) square[c * n + d] = square[c * n + d]! / total - mean[c]! * mean[d]!;
    for (let row = from; row < to; row++) {
      if (data.relevant[row] === 0) continue;
      const e = Math.exp(scores[row - from]! - largest);
      const p = e / (e + total);
      const share = 1 / bought;
      value += share * Math.log(Math.max(1e-300, p));
      for (let c = 0; c < n; c++) x[c] = columns[c]![row]! - mean[c]!;
      for (let c = 0; c < n; c++) {
        gradient[c]! += share * (1 - p) * x[c]!;
        for (let d = 0; d <= c; d++)
          curvature[c * n + d]! += share * (1 - p) * (square[c * n + d]! + p * x[c]! * x[d]!);
      }
    }
  }
  for (let c = 0; c < n; c++) {
    value -= (ridge / 2) * weights[c]! ** 2;
    gradient[c]! -= ridge * weights[c]!;
    curvature[c * n + c]! += ridge;
    for (let d = 0; d < c; d++) curvature[d * n + c] = curvature[c * n + d]!;
  }
  return { value, told, gradient, curvature };
};

/** Symmetric positive definite, n × n, by Cholesky; a pivot that rounding made too small counts as tiny. */
const solve = (matrix: Float64Array, right: Float64Array, n: number): Float64Array => {
  const l = Float64Array.from(matrix);
  const y = Float64Array.from(right);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = l[i * n + j]!;
      for (let m = 0; m < j; m++) sum -= l[i * n + m]! * l[j * n + m]!;
      l[i * n + j] = i === j ? Math.sqrt(Math.max(1e-12, sum)) : sum / l[j * n + j]!;
    }
    for (let m = 0; m < i; m++) y[i]! -= l[i * n + m]! * y[m]!;
    y[i]! /= l[i * n + i]!;
  }
  for (let i = n - 1; i >= 0; i--) {
    for (let m = i + 1; m < n; m++) y[i]! -= l[m * n + i]! * y[m]!;
    y[i]! /= l[i * n + i]!;
  }
  return y;
};
