/** Raw match numbers -> the share of queries scoring this high that are answered rightly (Platt 1999, on standardised features). */
export interface CalibrationCase {
  readonly features: readonly number[];
  readonly positive: boolean;
}

export interface Calibration {
  /** 0..1 */
  probability(features: readonly number[]): number;
  /** Where the shares of rightly answered and rightly refused cases are together largest; 0..1. */
  readonly threshold: number;
  readonly answered: number;
  readonly refused: number;
  readonly positives: number;
}

const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));
const dot = (weights: readonly number[], features: readonly number[]): number =>
  features.reduce((sum, x, i) => sum + (weights[i] ?? 0) * x, 0);

/** With too few cases of either kind to learn from, a scale that believes only strong matches (both numbers near one half). */
const fallback: Calibration = {
  probability: features => sigmoid(12 * (features.reduce((a, b) => a + b, 0) / features.length - 0.4)),
  threshold: 0.5,
  answered: Number.NaN,
  refused: Number.NaN,
  positives: 0,
};

export const calibrate = (cases: readonly CalibrationCase[]): Calibration => {
  const positives = cases.filter(c => c.positive).length;
  const negatives = cases.length - positives;
  if (positives < 10 || negatives < 10) return { ...fallback, positives };
  const width = cases[0]!.features.length;
  const weights = new Array<number>(width).fill(1);
  let bias = -1;
  // Plain gradient descent on the class-balanced log loss; features lie in 0..1 and cases are few hundreds.
  for (let step = 0; step < 2_000; step++) {
    const gradient = new Array<number>(width).fill(0);
    let biasGradient = 0;
    for (const { features, positive } of cases) {
      const error = (sigmoid(dot(weights, features) + bias) - (positive ? 1 : 0)) / (positive ? positives : negatives);
      features.forEach((x, i) => {
        gradient[i]! += error * x;
      });
      biasGradient += error;
    }
    for (let i = 0; i < width; i++) weights[i] = Math.max(0, weights[i]! - 4 * (gradient[i]! + 1e-4 * weights[i]!));
    bias -= 4 * biasGradient;
  }
  const probability = (features: readonly number[]): number => sigmoid(dot(weights, features) + bias);
  const scored = cases.map(c => ({ p: probability(c.features), positive: c.positive })).sort((a, b) => b.p - a.p);
  let best = { gain: -1, threshold: 0.5, answered: 0, refused: 0 };
  let answered = 0;
  let wronglyAnswered = 0;
  scored.forEach((c, i) => {
    if (c.positive) answered += 1;
    else wronglyAnswered += 1;
    const below = scored[i + 1]?.p ?? 0;
    if (below === c.p) return;
    const shares = { answered: answered / positives, refused: 1 - wronglyAnswered / negatives };
    const gain = shares.answered + shares.refused;
    if (gain > best.gain) best = { gain, threshold: (c.p + below) / 2, ...shares };
  });
  return { probability, threshold: best.threshold, answered: best.answered, refused: best.refused, positives };
};
