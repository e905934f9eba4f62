/** How good a response model is on rows it never saw, from its log odds for each with and without the row's arm. */
import { seededRandom } from '../../knowledge/domain/random.ts';
import { areaUnderRoc, expectedCalibrationError, type Platt } from './calibration.ts';
import type { ArmNumbers } from './encode.ts';
import { calibrated, marginUplift } from './model.ts';
import type { Trials } from './trials.ts';

export interface Estimate {
  readonly gainMinor: number;
  readonly standardError: number;
}

export interface ResponseMetrics {
  readonly rows: number;
  /** Mean -log likelihood of what the shoppers did; lower is better. */
  readonly logLoss: number;
  /** The same when everyone is given the mean of their arm. */
  readonly logLossOfMeans: number;
  readonly auc: number;
  readonly ece: number;
  /** Realised over expected margin of those who bought; 1 when the shop earns what the cart said. */
  readonly marginRealisedWith: number;
  readonly marginRealisedWithout: number;
  /** Margin earned per impression above offering nothing, minor units: `policyGain` of offering where the model expects a gain. */
  readonly policy: {
    readonly model: Estimate;
    readonly always: Estimate;
    /** Share of impressions on which the model would offer. */
    readonly offered: number;
  };
}

/** Weighted log loss, in nats. */
const logLoss = (p: ArrayLike<number>, y: ArrayLike<number>, w?: ArrayLike<number>): number => {
  let loss = 0;
  let total = 0;
  for (let i = 0; i < p.length; i++) {
    const q = Math.min(1 - 1e-7, Math.max(1e-7, p[i]!));
    const weight = w?.[i] ?? 1;
    loss -= weight * (y[i] === 1 ? Math.log(q) : Math.log(1 - q));
    total += weight;
  }
  return total > 0 ? loss / total : 0;
};

/** The arm each row is asked about: the one shown, the ghost that control did not see, or one drawn from those shown. */
export interface RowArms {
  readonly arm: readonly ArmNumbers[];
  readonly treatedMarginMinor: Float64Array;
  readonly costMinor: Float64Array;
}

export const rowArms = (trials: Trials, seed: number): RowArms => {
  const shown: number[] = [];
  for (let i = 0; i < trials.count; i++) if (trials.treated[i] === 1) shown.push(i);
  const random = seededRandom(seed);
  const treatedMarginMinor = new Float64Array(trials.count);
  const costMinor = new Float64Array(trials.count);
  const arm = Array.from({ length: trials.count }, (_, i): ArmNumbers => {
    const own = trials.treated[i] === 1 || (trials.kind[i]! >= 0 && trials.depth[i]! > 0) || shown.length === 0;
    const from = own ? i : shown[Math.floor(random() * shown.length)]!;
    const scale = own || trials.basketMinor[from] === 0 ? 1 : trials.basketMinor[i]! / trials.basketMinor[from]!;
    const extra = scale * (trials.treatedMarginMinor[from]! - trials.basketMarginMinor[from]!);
    treatedMarginMinor[i] = trials.basketMarginMinor[i]! + extra;
    costMinor[i] = scale * trials.costMinor[from]!;
    return { kind: trials.kind[from]!, depth: trials.depth[from]!, stretch: trials.stretch[from]! };
  });
  return { arm, treatedMarginMinor, costMinor };
};

/** Log odds of buying per trial, and the calibration that belongs to each. */
export interface Judged {
  readonly without: Float64Array;
  readonly with: Float64Array;
  readonly platt: (row: number) => Platt;
}

/** Expected margin with the row's arm minus without, minor units. */
export const expectedUplifts = (trials: Trials, arms: RowArms, judged: Judged): Float64Array =>
  Float64Array.from(judged.with, (z, i) =>
    marginUplift(
      calibrated(z, judged.platt(i)),
      calibrated(judged.without[i]!, judged.platt(i)),
      { treatedMarginMinor: arms.treatedMarginMinor[i]!, costMinor: arms.costMinor[i]! },
      trials.basketMarginMinor[i]!,
    ),
  );

/** Mean of the two expected margins, with and without: what both sides' outcomes are compared with to take out noise. */
export const expectedMargins = (trials: Trials, arms: RowArms, judged: Judged): Float64Array =>
  Float64Array.from(judged.with, (z, i) => {
    const p1 = calibrated(z, judged.platt(i));
    const p0 = calibrated(judged.without[i]!, judged.platt(i));
    return (p1 * (arms.treatedMarginMinor[i]! - arms.costMinor[i]!) + p0 * trials.basketMarginMinor[i]!) / 2;
  });

/**
 * Margin per impression that showing the arm in the rows picked earns above showing nothing, from randomised rows: the
 * Hájek-weighted mean over the shown minus that over the withheld of picks · (margin - expected). `expected` may be any guess
 * that does not look at the arm or the outcome: a good one narrows the interval and no guess biases it (Robins et al. 1994).
 * `picks` may be the difference of two policies' picks: then this is the paired difference of their values.
 */
export const policyGain = (
  rows: {
    readonly treated: ArrayLike<number>;
    readonly marginMinor: ArrayLike<number>;
    readonly weight: ArrayLike<number>;
    readonly expected?: ArrayLike<number>;
  },
  picks: ArrayLike<number>,
): Estimate => {
  const total = [0, 0];
  const mean = [0, 0];
  const value = (i: number): number => picks[i]! * (rows.marginMinor[i]! - (rows.expected?.[i] ?? 0));
  for (let i = 0; i < picks.length; i++) {
    const side = rows.treated[i]!;
    total[side] = total[side]! + rows.weight[i]!;
    mean[side] = mean[side]! + rows.weight[i]! * value(i);
  }
  if (!(total[0]! > 0 && total[1]! > 0)) return { gainMinor: 0, standardError: Number.POSITIVE_INFINITY };
  for (const side of [0, 1]) mean[side] = mean[side]! / total[side]!;
  let variance = 0;
  for (let i = 0; i < picks.length; i++) {
    const side = rows.treated[i]!;
    variance += ((rows.weight[i]! / total[side]!) * (value(i) - mean[side]!)) ** 2;
  }
  return { gainMinor: mean[1]! - mean[0]!, standardError: Math.sqrt(variance) };
};

export const measureResponse = (
  trials: Trials,
  weights: ArrayLike<number>,
  arms: RowArms,
  judged: Judged,
  expected: Float64Array,
): ResponseMetrics => {
  const p = Float64Array.from(judged.with, (z, i) =>
    calibrated(trials.treated[i] === 1 ? z : judged.without[i]!, judged.platt(i)),
  );
  const sum = [0, 0];
  const count = [0, 0];
  const realised = [0, 0];
  const due = [0, 0];
  for (let i = 0; i < trials.count; i++) {
    const side = trials.treated[i]!;
    sum[side] = sum[side]! + weights[i]! * trials.bought[i]!;
    count[side] = count[side]! + weights[i]!;
    if (trials.bought[i] === 1) {
      realised[side] = realised[side]! + trials.marginMinor[i]!;
      due[side] =
        due[side]! + (side === 1 ? trials.treatedMarginMinor[i]! - trials.costMinor[i]! : trials.basketMarginMinor[i]!);
    }
  }
  const means = Float64Array.from(trials.treated, side => sum[side]! / count[side]!);
  const picks = expectedUplifts(trials, arms, judged).map(uplift => (uplift > 0 ? 1 : 0));
  const rows = { treated: trials.treated, marginMinor: trials.marginMinor, weight: weights, expected };
  return {
    rows: trials.count,
    logLoss: logLoss(p, trials.bought, weights),
    logLossOfMeans: logLoss(means, trials.bought, weights),
    auc: areaUnderRoc(p, trials.bought),
    ece: expectedCalibrationError(p, trials.bought, weights),
    marginRealisedWith: due[1]! > 0 ? realised[1]! / due[1]! : 1,
    marginRealisedWithout: due[0]! > 0 ? realised[0]! / due[0]! : 1,
    policy: {
      model: policyGain(rows, picks),
      always: policyGain(rows, new Float64Array(trials.count).fill(1)),
      offered: picks.reduce((s, pick) => s + pick, 0) / Math.max(1, trials.count),
    },
  };
};
