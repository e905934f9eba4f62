/** How good a fitted response model is on rows it never saw. */
import { seededRandom } from '../../knowledge/domain/random.ts';
import { areaUnderRoc, expectedCalibrationError } from './calibration.ts';
import { featureCount, standardise } from './encode.ts';
import { armLogit, calibrated, marginUplift, type ResponseWeights, shopperPart } from './model.ts';
import type { Trials } from './trials.ts';

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
  /**
   * Margin earned per impression above offering nothing, minor units, with its standard error: Hájek-weighted difference
   * between shown and withheld, over the rows where the policy would offer the arm that was drawn.
   */
  readonly policy: {
    readonly model: Estimate;
    readonly always: Estimate;
    /** Share of impressions on which the model would offer. */
    readonly offered: number;
  };
}

export interface Estimate {
  readonly gainMinor: number;
  readonly standardError: number;
}

/** Weighted log loss, in nats. */
export const logLoss = (p: ArrayLike<number>, y: ArrayLike<number>, w?: ArrayLike<number>): number => {
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

/** Uncalibrated log odds of what happened in each row: with its arm where shown, without where withheld. */
export const rowLogits = (
  trials: Trials,
  rows: Int32Array,
  fit: Pick<ResponseWeights, 'scaling' | 'weights'>,
): Float64Array => {
  const z = new Float64Array(featureCount);
  return Float64Array.from(rows, i => {
    for (let j = 0; j < featureCount; j++) z[j] = standardise(trials.features[i * featureCount + j], j, fit.scaling);
    const part = shopperPart(fit.weights, z);
    if (trials.treated[i] === 0) return part.base;
    return armLogit(fit.weights, part, { kind: trials.kind[i]!, depth: trials.depth[i]!, stretch: trials.stretch[i]! });
  });
};

/** Weighted difference of margin between shown and withheld over the rows the policy picks. */
export const policyGain = (
  rows: { readonly treated: ArrayLike<number>; readonly margin: ArrayLike<number>; readonly weight: ArrayLike<number> },
  picks: ArrayLike<number>,
): Estimate => {
  const total = [0, 0];
  const mean = [0, 0];
  for (let i = 0; i < picks.length; i++) {
    const side = rows.treated[i]!;
    total[side] = total[side]! + rows.weight[i]!;
    mean[side] = mean[side]! + rows.weight[i]! * picks[i]! * rows.margin[i]!;
  }
  if (!(total[0]! > 0 && total[1]! > 0)) return { gainMinor: 0, standardError: Number.POSITIVE_INFINITY };
  for (const side of [0, 1]) mean[side] = mean[side]! / total[side]!;
  let variance = 0;
  for (let i = 0; i < picks.length; i++) {
    const side = rows.treated[i]!;
    variance += ((rows.weight[i]! / total[side]!) * (picks[i]! * rows.margin[i]! - mean[side]!)) ** 2;
  }
  return { gainMinor: mean[1]! - mean[0]!, standardError: Math.sqrt(variance) };
};

export const measureResponse = (
  trials: Trials,
  rows: Int32Array,
  weights: Float32Array,
  fit: ResponseWeights,
  seed: number,
): ResponseMetrics => {
  const logits = rowLogits(trials, rows, fit);
  const p = logits.map(z => calibrated(z, fit.platt));
  const y = Float64Array.from(rows, i => trials.bought[i]!);
  const w = Float64Array.from(rows, i => weights[i]!);

  const sum = [0, 0];
  const count = [0, 0];
  const realised = [0, 0];
  const expected = [0, 0];
  for (const i of rows) {
    const side = trials.treated[i]!;
    sum[side] = sum[side]! + weights[i]! * trials.bought[i]!;
    count[side] = count[side]! + weights[i]!;
    if (trials.bought[i] === 1) {
      realised[side] = realised[side]! + trials.marginMinor[i]!;
      expected[side] =
        expected[side]! +
        (side === 1 ? trials.treatedMarginMinor[i]! - trials.costMinor[i]! : trials.basketMarginMinor[i]!);
    }
  }
  const means = Float64Array.from(rows, i => sum[trials.treated[i]!]! / count[trials.treated[i]!]!);

  // Control that logged no ghost arm is paired with an arm drawn from those shown, so both sides face the same menu.
  const shown = rows.filter(i => trials.treated[i] === 1);
  const random = seededRandom(seed);
  const z = new Float64Array(featureCount);
  const picks = Float64Array.from(rows, i => {
    for (let j = 0; j < featureCount; j++) z[j] = standardise(trials.features[i * featureCount + j], j, fit.scaling);
    const part = shopperPart(fit.weights, z);
    const own = trials.treated[i] === 1 || (trials.kind[i]! >= 0 && trials.depth[i]! > 0);
    const from = own ? i : shown[Math.floor(random() * shown.length)]!;
    const scale = own || trials.basketMinor[from] === 0 ? 1 : trials.basketMinor[i]! / trials.basketMinor[from]!;
    const arm = { kind: trials.kind[from]!, depth: trials.depth[from]!, stretch: trials.stretch[from]! };
    const extra = scale * (trials.treatedMarginMinor[from]! - trials.basketMarginMinor[from]!);
    const uplift = marginUplift(
      calibrated(armLogit(fit.weights, part, arm), fit.platt),
      calibrated(part.base, fit.platt),
      { treatedMarginMinor: trials.basketMarginMinor[i]! + extra, costMinor: scale * trials.costMinor[from]! },
      trials.basketMarginMinor[i]!,
    );
    return uplift > 0 ? 1 : 0;
  });
  const table = {
    treated: Uint8Array.from(rows, i => trials.treated[i]!),
    margin: Float64Array.from(rows, i => trials.marginMinor[i]!),
    weight: w,
  };
  return {
    rows: rows.length,
    logLoss: logLoss(p, y, w),
    logLossOfMeans: logLoss(means, y, w),
    auc: areaUnderRoc(p, y),
    ece: expectedCalibrationError(p, y, w),
    marginRealisedWith: expected[1]! > 0 ? realised[1]! / expected[1]! : 1,
    marginRealisedWithout: expected[0]! > 0 ? realised[0]! / expected[0]! : 1,
    policy: {
      model: policyGain(table, picks),
      always: policyGain(table, new Float64Array(rows.length).fill(1)),
      offered: picks.reduce((s, pick) => s + pick, 0) / Math.max(1, rows.length),
    },
  };
};
