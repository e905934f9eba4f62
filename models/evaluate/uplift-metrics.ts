/**
 * How well a score orders people by what a treatment changes, from a randomised trial. Definitions as in scikit-uplift
 * (sklift.metrics), so that figures can be compared: people are sorted by score, best first; equal scores move together.
 * All take: outcome 0..1 (0 or 1 in practice), score, and arm (1 treated, 0 control), one entry per person.
 */

export interface Trial {
  readonly outcome: ArrayLike<number>;
  readonly arm: ArrayLike<number>;
}

export interface Curve {
  /** People targeted so far; begins at 0. */
  readonly x: Float64Array;
  /** What targeting them gained, in outcomes. */
  readonly y: Float64Array;
}

type Gain = (treated: number, treatedOutcome: number, control: number, controlOutcome: number) => number;

/** Qini (Radcliffe 2007): treated outcomes minus control outcomes scaled to the treated count. */
const qiniGain: Gain = (nt, yt, nc, yc) => yt - (nc > 0 ? (yc * nt) / nc : 0);

/** Uplift: difference of means times everybody targeted so far. */
const upliftGain: Gain = (nt, yt, nc, yc) => ((nt > 0 ? yt / nt : 0) - (nc > 0 ? yc / nc : 0)) * (nt + nc);

const byScore = (score: ArrayLike<number>): Int32Array =>
  Int32Array.from({ length: score.length }, (_, i) => i).sort((a, b) => score[b]! - score[a]!);

const curve = (trial: Trial, score: ArrayLike<number>, gain: Gain): Curve => {
  const order = byScore(score);
  const x = [0];
  const y = [0];
  let [nt, yt, nc, yc] = [0, 0, 0, 0];
  for (let n = 0; n < order.length; n++) {
    const i = order[n]!;
    if (trial.arm[i] === 1) {
      nt += 1;
      yt += trial.outcome[i]!;
    } else {
      nc += 1;
      yc += trial.outcome[i]!;
    }
    const next = order[n + 1];
    if (next === undefined || score[next] !== score[i]) {
      x.push(n + 1);
      y.push(gain(nt, yt, nc, yc));
    }
  }
  return { x: Float64Array.from(x), y: Float64Array.from(y) };
};

export const qiniCurve = (trial: Trial, score: ArrayLike<number>): Curve => curve(trial, score, qiniGain);
export const upliftCurve = (trial: Trial, score: ArrayLike<number>): Curve => curve(trial, score, upliftGain);

/** Area by trapezoids. */
export const areaUnder = ({ x, y }: Curve): number => {
  let area = 0;
  for (let n = 1; n < x.length; n++) area += ((x[n]! - x[n - 1]!) * (y[n]! + y[n - 1]!)) / 2;
  return area;
};

/** (area - random) / (perfect - random): 1 perfect, 0 no better than chance; 0 where nothing could be gained. */
const normalised = (actual: Curve, perfect: Curve): number => {
  const random = (actual.x.at(-1)! * actual.y.at(-1)!) / 2;
  const best = areaUnder(perfect) - random;
  return best === 0 ? 0 : (areaUnder(actual) - random) / best;
};

/** Who should come first if all were known: y·t - y·(1-t), so that harm done counts against a score. */
const perfectOrder = (trial: Trial): Float64Array =>
  Float64Array.from(trial.outcome, (y, i) => (trial.arm[i] === 1 ? y : -y));

/** Qini coefficient as sklift's `qini_auc_score` (negative effects counted). */
export const qini = (trial: Trial, score: ArrayLike<number>): number =>
  normalised(qiniCurve(trial, score), qiniCurve(trial, perfectOrder(trial)));

/**
 * Area under the uplift curve, normalised by the same perfect order as Qini. (sklift's `uplift_auc_score` divides by an
 * order that puts untreated non-buyers high, which makes its figures about a third of these.)
 */
export const auuc = (trial: Trial, score: ArrayLike<number>): number =>
  normalised(upliftCurve(trial, score), upliftCurve(trial, perfectOrder(trial)));

/** Difference of mean outcome between the arms among the `share` (0..1] of people with the highest scores. */
export const upliftAt = (trial: Trial, score: ArrayLike<number>, share: number): number => {
  const count = Math.floor(score.length * share);
  const sum = [0, 0];
  const size = [0, 0];
  for (const i of byScore(score).subarray(0, count)) {
    const side = trial.arm[i] === 1 ? 1 : 0;
    sum[side] = sum[side]! + trial.outcome[i]!;
    size[side] = size[side]! + 1;
  }
  return size[0]! > 0 && size[1]! > 0 ? sum[1]! / size[1]! - sum[0]! / size[0]! : 0;
};

/** Average treatment effect: mean outcome of the treated minus that of control. */
export const averageEffect = (trial: Trial): number => upliftAt(trial, new Float64Array(trial.outcome.length), 1);

/**
 * Expected calibration error of effects: |mean score - observed effect| over bins of equal size by score, weighted by bin. 0 is
 * perfect; noise alone gives about the standard error of a bin's effect.
 */
export const effectCalibrationError = (trial: Trial, score: ArrayLike<number>, bins = 10): number => {
  const order = byScore(score);
  let error = 0;
  for (let bin = 0; bin < bins; bin++) {
    const rows = order.subarray(Math.floor((bin * order.length) / bins), Math.floor(((bin + 1) * order.length) / bins));
    const of = {
      outcome: Float64Array.from(rows, i => trial.outcome[i]!),
      arm: Float64Array.from(rows, i => trial.arm[i]!),
    };
    const mean = rows.reduce((sum, i) => sum + score[i]!, 0) / Math.max(1, rows.length);
    error += (rows.length / order.length) * Math.abs(mean - averageEffect(of));
  }
  return error;
};
