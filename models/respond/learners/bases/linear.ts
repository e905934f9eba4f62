/**
 * Logistic (0/1 targets) and linear regression with a ridge, by gradient descent: full batches, each column in units of its own
 * curvature, with Nesterov's momentum (1983) restarted whenever the loss rises (O'Donoghue & Candès 2015). No randomness.
 */
import { sigmoid } from '../../calibration.ts';
import { softplus } from '../../surface.ts';
import type { BaseLearner, Regression } from '../learner.ts';

/** The ridge of the published baseline: C = 0.1 in scikit-learn's terms. */
export const ridge = 10;
const mostSteps = 400;

/** Weights of the columns, the intercept (not penalised) last. */
export const descend = (regression: Regression, penalty = ridge): Float64Array => {
  const { table, target, on, binary } = regression;
  const p = table.columns;
  const weight = (i: number): number => regression.weights?.[i] ?? 1;
  // An upper bound of each column's curvature makes one step size fit all: p(1-p) is at most 1/4.
  const curvature = new Float64Array(p + 1).fill(1e-9);
  for (const i of on) {
    for (let j = 0; j < p; j++) curvature[j] = curvature[j]! + weight(i) * table.x[i * p + j]! ** 2;
    curvature[p] = curvature[p]! + weight(i);
  }
  const scale = curvature.map((c, j) => 1 / ((binary ? c / 4 : c) + (j < p ? penalty : 0)));

  const slope = new Float64Array(p + 1);
  /** Loss at `w`, its slope left in `slope`. */
  const lossAt = (w: Float64Array): number => {
    let loss = 0;
    slope.fill(0);
    for (const i of on) {
      const start = i * p;
      let z = w[p]!;
      for (let j = 0; j < p; j++) z += w[j]! * table.x[start + j]!;
      const y = target[i]!;
      const off = weight(i) * (binary ? sigmoid(z) - y : z - y);
      loss += weight(i) * (binary ? softplus(z) - y * z : (z - y) ** 2 / 2);
      for (let j = 0; j < p; j++) slope[j] = slope[j]! + off * table.x[start + j]!;
      slope[p] = slope[p]! + off;
    }
    for (let j = 0; j < p; j++) {
      loss += (penalty * w[j]! ** 2) / 2;
      slope[j] = slope[j]! + penalty * w[j]!;
    }
    return loss;
  };

  let w = new Float64Array(p + 1);
  let ahead = Float64Array.from(w);
  let loss = lossAt(w);
  let momentum = 1;
  let length = 1;
  for (let step = 0; step < mostSteps; step++) {
    const before = lossAt(ahead);
    const direction = slope.map((s, j) => s * scale[j]!);
    const gain = slope.reduce((sum, s, j) => sum + s * direction[j]!, 0);
    let next = ahead;
    let nextLoss = Number.POSITIVE_INFINITY;
    while (length > 1e-12) {
      next = ahead.map((v, j) => v - length * direction[j]!);
      nextLoss = lossAt(next);
      if (nextLoss <= before - (length * gain) / 2 + 1e-12 * Math.abs(before)) break;
      length /= 2;
    }
    if (nextLoss > loss) {
      // The momentum carried it past the floor of the valley.
      if (momentum === 1) break;
      momentum = 1;
      ahead = Float64Array.from(w);
      continue;
    }
    const grown = (1 + Math.sqrt(1 + 4 * momentum ** 2)) / 2;
    const previous = w;
    ahead = next.map((v, j) => v + ((momentum - 1) / grown) * (v - previous[j]!));
    const gained = loss - nextLoss;
    w = next;
    loss = nextLoss;
    momentum = grown;
    length *= 1.1;
    if (gained < 1e-9 * (1 + Math.abs(loss))) break;
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
