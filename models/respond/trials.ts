/** The shop's randomised history of offers, as columns of numbers; or the reason why nothing can be learned from it. */
import type { Impression } from '../../knowledge/domain/offer.ts';
import { closedOutcome } from '../../knowledge/domain/outcome.ts';
import { hashUnit } from '../../knowledge/domain/random.ts';
import { responseFeatureNames } from '../../knowledge/domain/response-features.ts';
import { armKinds, armNumbers, featureCount } from './encode.ts';

/** One row per impression that was left to chance and whose outcome is known. Money in minor units. */
export interface Trials {
  readonly count: number;
  /** count × featureCount, raw. */
  readonly features: Float32Array;
  /** Milliseconds since 1970. */
  readonly at: Float64Array;
  /** A number in [0, 1) that stands for the shopper: rows of one shopper are never learned from and judged on alike. */
  readonly shopper: Float64Array;
  /** 1: the offer was shown; 0: control, or deliberately none. */
  readonly treated: Uint8Array;
  /** Index into armKinds of the arm shown, or of the ghost control did not see; -1 unknown. */
  readonly kind: Int8Array;
  readonly depth: Float32Array;
  readonly stretch: Float32Array;
  readonly costMinor: Float32Array;
  readonly basketMinor: Float32Array;
  readonly treatedBasketMinor: Float32Array;
  readonly basketMarginMinor: Float32Array;
  readonly treatedMarginMinor: Float32Array;
  readonly propensity: Float32Array;
  readonly bought: Uint8Array;
  /** What the shop earned, discount paid. */
  readonly marginMinor: Float32Array;
  readonly from: Date;
  readonly to: Date;
  /** Rows left out, by why. */
  readonly leftOut: Readonly<Record<LeftOut, number>>;
}

type LeftOut = 'noOutcomeYet' | 'notRandomised' | 'badPropensity' | 'badNumbers';

/** Below these nothing is trained; printed on the model card. */
export const floors = {
  /** Impressions with an offer, and without: each. */
  perArm: 200,
  /** Purchases with an offer, and without: each; as many who did not buy. */
  outcomesPerArm: 20,
  /** (Σw)² / Σw² of the inverse-propensity weights, with an offer and without: each. */
  effectivePerArm: 100,
  /** Largest weighted difference of a feature's mean between the arms, in standard deviations. */
  imbalance: 1,
} as const;

export type TrainRefusal = 'too-little-data' | 'too-few-outcomes' | 'no-overlap';

export interface Refused {
  readonly kind: 'refused';
  readonly reason: TrainRefusal;
  /** One sentence with the numbers found and needed. */
  readonly detail: string;
}

/** Reads impressions as they stream by; keeps 100-odd bytes for each. */
export const collectTrials = async (impressions: AsyncIterable<Impression> | Iterable<Impression>): Promise<Trials> => {
  const features: number[] = [];
  const columns = {
    at: [] as number[],
    shopper: [] as number[],
    treated: [] as number[],
    kind: [] as number[],
    depth: [] as number[],
    stretch: [] as number[],
    cost: [] as number[],
    basket: [] as number[],
    treatedBasket: [] as number[],
    margin: [] as number[],
    treatedMargin: [] as number[],
    propensity: [] as number[],
    bought: [] as number[],
    earned: [] as number[],
  };
  const leftOut: Record<LeftOut, number> = { noOutcomeYet: 0, notRandomised: 0, badPropensity: 0, badNumbers: 0 };
  let from = Number.POSITIVE_INFINITY;
  let to = Number.NEGATIVE_INFINITY;
  for await (const impression of impressions) {
    const { propensity, features: raw } = impression;
    const outcome = closedOutcome(impression);
    if (outcome === undefined) leftOut.noOutcomeYet += 1;
    else if (!(propensity > 0 && propensity <= 1)) leftOut.badPropensity += 1;
    // Chosen for certain, or by a person: it says what happened, never what would have happened otherwise.
    else if (propensity === 1 || impression.by !== undefined) leftOut.notRandomised += 1;
    else {
      const numbers = responseFeatureNames.map(name => raw[name]);
      const basketMinor = raw.basketMinor ?? 0;
      const treatedBasketMinor = raw.treatedBasketMinor ?? basketMinor;
      const isTreated = impression.treatment !== 'control' && impression.treatment !== 'none';
      const kind = impression.kind === undefined ? -1 : armKinds.indexOf(impression.kind);
      if (
        numbers.some(n => n === undefined || !Number.isFinite(n)) ||
        !Number.isFinite(outcome.marginMinor) ||
        (isTreated && !(Number.isFinite(raw.armDepth) && Number.isFinite(raw.treatedMarginMinor)))
      ) {
        leftOut.badNumbers += 1;
        continue;
      }
      const arm = armNumbers({
        kind,
        depth: raw.armDepth ?? 0,
        basketMinor,
        treatedBasketMinor,
      });
      for (const n of numbers) features.push(n!);
      columns.at.push(impression.at.getTime());
      columns.shopper.push(hashUnit(impression.shopper));
      columns.treated.push(isTreated ? 1 : 0);
      columns.kind.push(kind);
      columns.depth.push(arm.depth);
      columns.stretch.push(arm.stretch);
      columns.cost.push(raw.armCostMinor ?? 0);
      columns.basket.push(basketMinor);
      columns.treatedBasket.push(treatedBasketMinor);
      columns.margin.push(raw.basketMarginMinor ?? 0);
      columns.treatedMargin.push(raw.treatedMarginMinor ?? raw.basketMarginMinor ?? 0);
      columns.propensity.push(propensity);
      columns.bought.push(outcome.bought ? 1 : 0);
      columns.earned.push(outcome.marginMinor);
      from = Math.min(from, impression.at.getTime());
      to = Math.max(to, impression.at.getTime());
    }
  }
  return {
    count: columns.treated.length,
    features: Float32Array.from(features),
    at: Float64Array.from(columns.at),
    shopper: Float64Array.from(columns.shopper),
    treated: Uint8Array.from(columns.treated),
    kind: Int8Array.from(columns.kind),
    depth: Float32Array.from(columns.depth),
    stretch: Float32Array.from(columns.stretch),
    costMinor: Float32Array.from(columns.cost),
    basketMinor: Float32Array.from(columns.basket),
    treatedBasketMinor: Float32Array.from(columns.treatedBasket),
    basketMarginMinor: Float32Array.from(columns.margin),
    treatedMarginMinor: Float32Array.from(columns.treatedMargin),
    propensity: Float32Array.from(columns.propensity),
    bought: Uint8Array.from(columns.bought),
    marginMinor: Float32Array.from(columns.earned),
    from: new Date(Number.isFinite(from) ? from : 0),
    to: new Date(Number.isFinite(to) ? to : 0),
    leftOut,
  };
};

/** The newest `most` rows: what is older says little of a response that drifts, and costs time. */
export const newestTrials = (trials: Trials, most: number): Trials => {
  if (trials.count <= most) return trials;
  const since = Float64Array.from(trials.at).sort()[trials.count - most]!;
  type Column = Float32Array | Float64Array | Uint8Array | Int8Array;
  const kept = <T extends Column>(column: T, width = 1): T =>
    column.filter((_: number, i: number) => trials.at[Math.floor(i / width)]! >= since) as T;
  const at = kept(trials.at);
  return {
    ...trials,
    count: at.length,
    features: kept(trials.features, featureCount),
    at,
    shopper: kept(trials.shopper),
    treated: kept(trials.treated),
    kind: kept(trials.kind),
    depth: kept(trials.depth),
    stretch: kept(trials.stretch),
    costMinor: kept(trials.costMinor),
    basketMinor: kept(trials.basketMinor),
    treatedBasketMinor: kept(trials.treatedBasketMinor),
    basketMarginMinor: kept(trials.basketMarginMinor),
    treatedMarginMinor: kept(trials.treatedMarginMinor),
    propensity: kept(trials.propensity),
    bought: kept(trials.bought),
    marginMinor: kept(trials.marginMinor),
    from: new Date(since),
  };
};

/**
 * Inverse-propensity weights, averaging 1 within the shown and within the withheld, so that neither side drowns the other.
 * Clipped at `most` times the smallest: a bounded bias for a bounded variance.
 */
export const inverseWeights = (trials: Trials, most = 20): Float32Array => {
  const weights = Float32Array.from(trials.propensity, p => 1 / p);
  for (const side of [0, 1]) {
    let least = Number.POSITIVE_INFINITY;
    for (let i = 0; i < trials.count; i++) if (trials.treated[i] === side) least = Math.min(least, weights[i]!);
    let sum = 0;
    let n = 0;
    for (let i = 0; i < trials.count; i++)
      if (trials.treated[i] === side) {
        weights[i] = Math.min(weights[i]!, most * least);
        sum += weights[i]!;
        n += 1;
      }
    for (let i = 0; i < trials.count; i++) if (trials.treated[i] === side) weights[i] = (weights[i]! * n) / sum;
  }
  return weights;
};

/** Largest difference of weighted feature means between shown and withheld, in pooled standard deviations. */
const imbalance = (trials: Trials, weights: Float32Array): { readonly feature: string; readonly by: number } => {
  let worst = { feature: '', by: 0 };
  for (let j = 0; j < featureCount; j++) {
    const sum = [0, 0];
    const square = [0, 0];
    const total = [0, 0];
    for (let i = 0; i < trials.count; i++) {
      const side = trials.treated[i]!;
      const x = trials.features[i * featureCount + j]!;
      sum[side] = sum[side]! + weights[i]! * x;
      square[side] = square[side]! + weights[i]! * x * x;
      total[side] = total[side]! + weights[i]!;
    }
    const mean = sum.map((s, side) => s / total[side]!);
    const variance = square.map((s, side) => Math.max(0, s / total[side]! - mean[side]! ** 2));
    const gap = Math.abs(mean[1]! - mean[0]!);
    const deviation = Math.sqrt((variance[0]! + variance[1]!) / 2);
    const by = gap < 1e-6 * (1 + Math.abs(mean[0]!)) ? 0 : deviation > 0 ? gap / deviation : Number.POSITIVE_INFINITY;
    if (by > worst.by) worst = { feature: responseFeatureNames[j]!, by };
  }
  return worst;
};

/** Null when a response can be learned from these trials; otherwise why not. */
export const refuseTrials = (trials: Trials): Refused | null => {
  const counts = [0, 0];
  const buys = [0, 0];
  const weights = inverseWeights(trials);
  const sum = [0, 0];
  const square = [0, 0];
  for (let i = 0; i < trials.count; i++) {
    const side = trials.treated[i]!;
    counts[side] = counts[side]! + 1;
    buys[side] = buys[side]! + trials.bought[i]!;
    sum[side] = sum[side]! + weights[i]!;
    square[side] = square[side]! + weights[i]! ** 2;
  }
  const [without, shown] = counts as [number, number];
  const sides = `${shown} with an offer and ${without} without`;
  const notRandomised = trials.leftOut.notRandomised;
  const refused = (reason: TrainRefusal, detail: string): Refused => ({ kind: 'refused', reason, detail });
  if (trials.count === 0 && notRandomised > 0) {
    return refused(
      'no-overlap',
      `All ${notRandomised} impressions were chosen for certain (propensity 1), none by chance`,
    );
  }
  if (Math.min(without, shown) === 0 && trials.count >= 2 * floors.perArm) {
    return refused('no-overlap', `The randomised impressions are all on one side: ${sides}`);
  }
  if (Math.min(without, shown) < floors.perArm) {
    return refused('too-little-data', `${sides} were randomised; at least ${floors.perArm} of each are needed`);
  }
  const fewest = Math.min(...buys, without - buys[0]!, shown - buys[1]!);
  if (fewest < floors.outcomesPerArm) {
    return refused(
      'too-few-outcomes',
      `${buys[1]} of ${shown} bought with an offer and ${buys[0]} of ${without} without; at least ${floors.outcomesPerArm} buyers and as many others are needed on each side`,
    );
  }
  const effective = sum.map((s, side) => s ** 2 / square[side]!);
  if (Math.min(...effective) < floors.effectivePerArm) {
    return refused(
      'no-overlap',
      `The propensities are so uneven that they count as ${Math.round(effective[1]!)} offers and ${Math.round(effective[0]!)} without; at least ${floors.effectivePerArm} of each are needed`,
    );
  }
  const gap = imbalance(trials, weights);
  if (gap.by > floors.imbalance) {
    return refused(
      'no-overlap',
      `Shoppers with and without an offer differ in ${gap.feature} by ${gap.by.toFixed(2)} standard deviations even after weighting; at most ${floors.imbalance} is allowed`,
    );
  }
  return null;
};
