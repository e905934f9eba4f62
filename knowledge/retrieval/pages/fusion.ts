/** How much each evidence counts: a softmax over the rivals of a question (listwise, Cao et al. 2007), near what holds elsewhere. */
export interface FusionCase {
  /** Evidence of each rival. */
  readonly rows: readonly (readonly number[])[];
  /** Which of them is right. */
  readonly right: number;
}

/**
 * What weights are drawn to, in the order of `evidences`: fitted on held-out questions of other collections (three shops'
 * support logs, a bank's, answers without questions), rounded; that of concepts
 * by the demo shop's left-out questions. Hundreds of own questions move them, dozens hardly: an
 * article's few questions are unlike each other by design, so that leaving one out asks for more than shoppers do.
 */
export const defaultWeights: readonly number[] = [5, 1.5, 1.5, 6, 7, 7, 6, 3, 2];

const steps = 200;
const pull = 0.2;

/** Weights >= 0; without cases those of `prior`. */
export const fitFusion = (cases: readonly FusionCase[], prior: readonly number[]): number[] => {
  const weights = [...prior];
  if (cases.length < 20) return weights;
  const width = weights.length;
  const starts: number[] = [];
  const flat = new Float64Array(cases.reduce((n, c) => n + c.rows.length, 0) * width);
  let filled = 0;
  for (const { rows } of cases) {
    starts.push(filled);
    for (const row of rows) {
      flat.set(row, filled * width);
      filled += 1;
    }
  }
  starts.push(filled);
  const shares = new Float64Array(filled);
  const gradient = new Float64Array(width);
  // Second moments keep evidences of different spread moving at the same pace (Adam, Kingma and Ba 2015).
  const first = new Float64Array(weights.length);
  const second = new Float64Array(weights.length);
  for (let step = 1; step <= steps; step++) {
    gradient.fill(0);
    for (let c = 0; c < cases.length; c++) {
      const from = starts[c]!;
      const to = starts[c + 1]!;
      let top = Number.NEGATIVE_INFINITY;
      for (let r = from; r < to; r++) {
        let logit = 0;
        for (let e = 0; e < width; e++) logit += flat[r * width + e]! * weights[e]!;
        shares[r] = logit;
        if (logit > top) top = logit;
      }
      let total = 0;
      for (let r = from; r < to; r++) {
        shares[r] = Math.exp(shares[r]! - top);
        total += shares[r]!;
      }
      for (let r = from; r < to; r++) {
        const error = (shares[r]! / total - (r - from === cases[c]!.right ? 1 : 0)) / cases.length;
        for (let e = 0; e < width; e++) gradient[e]! += error * flat[r * width + e]!;
      }
    }
    for (let e = 0; e < weights.length; e++) {
      const g = gradient[e]! + (pull * (weights[e]! - prior[e]!) * 20) / cases.length;
      first[e] = 0.9 * first[e]! + 0.1 * g;
      second[e] = 0.99 * second[e]! + 0.01 * g * g;
      const rate = (0.3 * (first[e]! / (1 - 0.9 ** step))) / (Math.sqrt(second[e]! / (1 - 0.99 ** step)) + 1e-8);
      weights[e] = Math.max(0, weights[e]! - rate);
    }
  }
  return weights;
};
