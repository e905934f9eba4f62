/** Calibration of probabilities: whether "30 %" buys three times in ten. */

export const sigmoid = (z: number): number => (z >= 0 ? 1 / (1 + Math.exp(-z)) : Math.exp(z) / (1 + Math.exp(z)));

/**
 * Expected calibration error: |mean prediction - mean outcome| over ten bins of equal weight, weighted by bin
 * (Naeini et al. 2015, with equal-mass bins). 0 is perfect.
 */
export const expectedCalibrationError = (
  predicted: ArrayLike<number>,
  happened: ArrayLike<number>,
  weights?: ArrayLike<number>,
  bins = 10,
): number => {
  const order = Array.from({ length: predicted.length }, (_, i) => i).sort((a, b) => predicted[a]! - predicted[b]!);
  const total = order.reduce((s, i) => s + (weights?.[i] ?? 1), 0);
  let error = 0;
  let seen = 0;
  let bin = { weight: 0, predicted: 0, happened: 0 };
  let filled = 0;
  for (const [n, i] of order.entries()) {
    const w = weights?.[i] ?? 1;
    bin.weight += w;
    bin.predicted += w * predicted[i]!;
    bin.happened += w * happened[i]!;
    seen += w;
    if (seen >= (total * (filled + 1)) / bins - 1e-9 || n === order.length - 1) {
      error += Math.abs(bin.predicted - bin.happened);
      bin = { weight: 0, predicted: 0, happened: 0 };
      filled = Math.max(filled + 1, Math.floor((seen / total) * bins + 1e-9));
    }
  }
  return total > 0 ? error / total : 0;
};

/** logit -> slope · logit + shift */
export interface Platt {
  readonly slope: number;
  readonly shift: number;
}

/**
 * Platt's scaling (1999) by Newton steps on the weighted log loss, held towards "leave it as it is" by a prior worth
 * `prior` observations, so that a small validation part can't bend a model that was right.
 */
export const fitPlatt = (
  logits: ArrayLike<number>,
  happened: ArrayLike<number>,
  weights: ArrayLike<number>,
  prior = 10,
): Platt => {
  let slope = 1;
  let shift = 0;
  for (let step = 0; step < 30; step++) {
    let [ga, gb, haa, hab, hbb] = [prior * (slope - 1), prior * shift, prior, 0, prior];
    for (let i = 0; i < logits.length; i++) {
      const x = logits[i]!;
      const p = sigmoid(slope * x + shift);
      const off = weights[i]! * (p - happened[i]!);
      const v = weights[i]! * p * (1 - p);
      ga += off * x;
      gb += off;
      haa += v * x * x;
      hab += v * x;
      hbb += v;
    }
    const det = haa * hbb - hab * hab;
    const da = (hbb * ga - hab * gb) / det;
    const db = (haa * gb - hab * ga) / det;
    slope = Math.min(3, Math.max(0.1, slope - da));
    shift = Math.min(3, Math.max(-3, shift - db));
    if (Math.abs(da) + Math.abs(db) < 1e-9) break;
  }
  return { slope, shift };
};

/** Area under the ROC curve by ranks, ties shared (Mann-Whitney); 0.5 when only one outcome occurs. */
export const areaUnderRoc = (scores: ArrayLike<number>, happened: ArrayLike<number>): number => {
  const order = Array.from({ length: scores.length }, (_, i) => i).sort((a, b) => scores[a]! - scores[b]!);
  let rankSum = 0;
  let positives = 0;
  for (let start = 0; start < order.length; ) {
    let end = start;
    while (end < order.length && scores[order[end]!] === scores[order[start]!]) end += 1;
    for (let n = start; n < end; n++)
      if (happened[order[n]!] === 1) {
        rankSum += (start + end + 1) / 2;
        positives += 1;
      }
    start = end;
  }
  const negatives = order.length - positives;
  return positives === 0 || negatives === 0
    ? 0.5
    : (rankSum - (positives * (positives + 1)) / 2) / (positives * negatives);
};
