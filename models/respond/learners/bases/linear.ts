/**
 * Logistic (0/1 targets) and linear regression with a ridge, by gradient descent: full batches, every step taken in the metric of
 * an upper bound of the curvature, p(1-p) <= 1/4 (Böhning & Lindsay 1988), so that no step can raise the loss and none needs a
 * size. The bound is factored once; least squares is done in one step. No randomness.
 */
import { sigmoid } from '../../calibration.ts';
import { invertPositive } from '../../logistic.ts';
import type { BaseLearner, Regression } from '../learner.ts';

/** The ridge of the published baseline: C = 0.1 in scikit-learn's terms. */
export const ridge = 10;
const mostSteps = 100;

/** Weights of the columns, the intercept (not penalised) last. */
export const descend = (regression: Regression, penalty = ridge): Float64Array => {
  const { table, target, on, binary } = regression;
  const p = table.columns;
  const size = p + 1;
  const weight = (i: number): number => regression.weights?.[i] ?? 1;
  const bound = new Float64Array(size * size);
  const row = new Float64Array(size);
  for (const i of on) {
    row.set(table.x.subarray(i * p, i * p + p));
    row[p] = 1;
    const curve = binary ? weight(i) / 4 : weight(i);
    for (let j = 0; j < size; j++) {
      const x = curve * row[j]!;
      if (x !== 0) for (let k = 0; k <= j; k++) bound[j * size + k] = bound[j * size + k]! + x * row[k]!;
    }
  }
  // The tiny ridge keeps a constant or doubled column from making the step undefined.
  for (let j = 0; j < size; j++) bound[j * size + j] = bound[j * size + j]! + (j < p ? penalty : 0) + 1e-9 * on.length;
  const metric = invertPositive(bound, size);

  const w = new Float64Array(size);
  const slope = new Float64Array(size);
  for (let step = 0; step < mostSteps; step++) {
    slope.fill(0);
    for (const i of on) {
      const start = i * p;
      let z = w[p]!;
      for (let j = 0; j < p; j++) z += w[j]! * table.x[start + j]!;
      const off = weight(i) * ((binary ? sigmoid(z) : z) - target[i]!);
      for (let j = 0; j < p; j++) slope[j] = slope[j]! + off * table.x[start + j]!;
      slope[p] = slope[p]! + off;
    }
    for (let j = 0; j < p; j++) slope[j] = slope[j]! + penalty * w[j]!;
    let longest = 0;
    for (let j = 0; j < size; j++) {
      let move = 0;
      for (let k = 0; k < size; k++) move += metric[j * size + k]! * slope[k]!;
      w[j] = w[j]! - move;
      longest = Math.max(longest, Math.abs(move));
    }
    if (longest < 1e-6) break;
  }
  return w;
};

export const linear: BaseLearner = async regression => {
  const w = descend(regression);
  return ({ rows, columns, x }) =>
    Float64Array.from({ length: rows }, (_, i) => {
      let z = w[columns]!;
      for (let j = 0; j < columns; j++) z += w[j]! * x[i * columns + j]!;
      return regression.binary ? sigmoid(z) : z;
    });
};
