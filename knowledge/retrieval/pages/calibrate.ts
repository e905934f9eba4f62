/** Raw match numbers -> how sure it is that the best match answers (Platt 1999), with one half where refusing begins. */
export interface CalibrationCase {
  /** 0..1 each. */
  readonly features: readonly number[];
  readonly positive: boolean;
  /** Of its kind, how much it counts; 1 unless given. Less: made of a question that counts by itself. */
  readonly weight?: number;
}

/** Plain data: it can be kept in a file and sent to another thread. */
export interface Calibration {
  readonly weights: readonly number[];
  readonly bias: number;
  /** Of `probabilityOf`: from here on a match is an answer. */
  readonly threshold: number;
  /** From here on, up to the threshold, a match is likely what is meant. */
  readonly likely: number;
  /** From the threshold up to here as well, since too much that is beside the point gets this far. */
  readonly sure: number;
  /** Shares of the cases rightly answered and rightly refused at the threshold; NaN when there were too few to learn from. */
  readonly answered: number;
  readonly refused: number;
  /** Cases that are to be answered, those of weight 1. */
  readonly positives: number;
}

const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));
const dot = (weights: readonly number[], features: readonly number[]): number => {
  let sum = 0;
  for (let i = 0; i < weights.length; i++) sum += weights[i]! * (features[i] ?? 0);
  return sum;
};

/** 0..1. */
export const probabilityOf = ({ weights, bias }: Calibration, features: readonly number[]): number =>
  sigmoid(dot(weights, features) + bias);

const threshold = 0.5;
/** Questions of a kind that it takes to learn from them. */
const fewest = 10;
/** Of what is beside the point, the share that may come near enough to be shown with a hedge, and without. */
const hedgedWrongly = 0.1;
const saidWrongly = 0.02;
/** More than the rounding of a score. */
const justAbove = 1e-9;
/** Shares answered and refused rightly, added, that differ by less say the same. */
const asGood = 0.02;

/**
 * With too few questions to learn from: an answer matches better, all numbers added, than nearly everything that is known
 * to be about something else.
 */
const withoutQuestions = (cases: readonly CalibrationCase[], width: number): Calibration => {
  const sums = cases
    .filter(c => !c.positive && (c.weight ?? 1) === 1)
    .map(c => c.features.reduce((a, b) => a + b, 0))
    .sort((a, b) => a - b);
  const border = Math.max(0.3, (sums[Math.floor(0.95 * sums.length)] ?? 0.7) + 0.05);
  return {
    weights: new Array<number>(width).fill(6),
    bias: -6 * border,
    threshold,
    likely: threshold,
    sure: threshold,
    answered: Number.NaN,
    refused: Number.NaN,
    positives: 0,
  };
};

export const calibrate = (cases: readonly CalibrationCase[]): Calibration => {
  const sum = (positive: boolean): number =>
    cases.reduce((total, c) => total + (c.positive === positive ? (c.weight ?? 1) : 0), 0);
  const positives = sum(true);
  const negatives = sum(false);
  const width = cases[0]?.features.length ?? 0;
  const whole = cases.filter(c => (c.weight ?? 1) === 1);
  const asked = whole.filter(c => c.positive).length;
  if (asked < fewest || whole.length - asked < fewest) return { ...withoutQuestions(cases, width), positives: asked };
  const weights = new Array<number>(width).fill(1);
  let bias = -1;
  const flat = new Float64Array(cases.length * width);
  const share = new Float64Array(cases.length);
  cases.forEach(({ features, positive, weight = 1 }, c) => {
    flat.set(features, c * width);
    share[c] = weight / (positive ? positives : negatives);
  });
  const gradient = new Float64Array(width);
  // Plain gradient descent on the class-balanced log loss; features lie in 0..1 and cases are few hundreds.
  for (let step = 0; step < 1_500; step++) {
    gradient.fill(0);
    let biasGradient = 0;
    for (let c = 0; c < cases.length; c++) {
      const from = c * width;
      let logit = bias;
      for (let i = 0; i < width; i++) logit += weights[i]! * flat[from + i]!;
      const error = share[c]! * (sigmoid(logit) - (cases[c]!.positive ? 1 : 0));
      for (let i = 0; i < width; i++) gradient[i]! += error * flat[from + i]!;
      biasGradient += error;
    }
    for (let i = 0; i < width; i++) weights[i] = Math.max(0, weights[i]! - 4 * (gradient[i]! + 1e-4 * weights[i]!));
    bias -= 4 * biasGradient;
  }
  const logit = (features: readonly number[]): number => dot(weights, features) + bias;
  const scored = cases
    .map(c => ({ at: logit(c.features), positive: c.positive, weight: c.weight ?? 1 }))
    .sort((a, b) => b.at - a.at);
  const borders: { gain: number; border: number; answered: number; refused: number }[] = [];
  let answered = 0;
  let wronglyAnswered = 0;
  scored.forEach((c, i) => {
    if (c.positive) answered += c.weight;
    else wronglyAnswered += c.weight;
    const below = scored[i + 1]?.at ?? c.at - 1;
    if (below === c.at) return;
    const shares = { answered: answered / positives, refused: 1 - wronglyAnswered / negatives };
    borders.push({ gain: shares.answered + shares.refused, border: (c.at + below) / 2, ...shares });
  });
  // Of the borders that do about as well as the best one, the middle one: one case more or less must not move it far.
  const most = Math.max(...borders.map(b => b.gain));
  const good = borders.filter(b => b.gain >= most - asGood);
  const best = good[good.length >> 1]!;
  const beside = scored.filter(c => !c.positive && c.weight === 1).map(c => sigmoid(c.at - best.border));
  /** Strictly above the first that is one too many. */
  const reachedBy = (share: number): number => (beside[Math.floor(share * beside.length)] ?? threshold) + justAbove;
  return {
    weights,
    bias: bias - best.border,
    threshold,
    likely: Math.min(threshold, reachedBy(hedgedWrongly)),
    sure: Math.max(threshold, reachedBy(saidWrongly)),
    answered: best.answered,
    refused: best.refused,
    positives: asked,
  };
};
