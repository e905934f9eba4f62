/**
 * Which arm: each is worth its expected incremental margin, as the response model sees it and outcomes have corrected it,
 * less the shadow price of the budget it is expected to spend; "no offer" is an arm like the others, worth 0 but for what
 * outcomes taught of it. It is picked with the probability of being the best (Thompson sampling), mixed with a share for
 * exploration alone:
 *   n arms, ε(a) the exploration rate of a's campaign, ε̄ their mean, T(·) the probability of being best
 *   P(a)    = ε(a) / (n + 1) + (1 - ε̄) · T(a)
 *   P(none) = ε̄ / (n + 1)   + (1 - ε̄) · T(none)           adding up to 1
 * One number u in [0, 1) picks by these, so they are the propensities.
 *
 * The rule that the evaluation of policies chooses by (models/respond/learners/cautious-policy.ts: the best single arm, and
 * another only where it is credibly better) is not asked here. There it keeps three arms and a table without "no offer" from
 * losing to the best of them; here many deals fit only some carts. In the lab (2,500 shoppers, 30 days, seeds 301-303,
 * incremental margin in yuan, the same fit) the best expectation earned 29,680, 28,363 and 27,255; the best single deal unless
 * another was .5 deviations better 28,831, 10,776 and 27,267; "no offer" unless a deal was .5 deviations above it 29,683,
 * 28,449 and 27,894, which is within what three seeds can tell apart.
 */
import { type Belief, bestProbabilities } from '../../../knowledge/domain/thompson.ts';
import type { ArmScore } from '../../../models/types.ts';
import type { Arm } from './arms.ts';
import type { ChooseInput } from './choose-input.ts';

/**
 * Part of a model's deviation that is an arm's own. What one model gets wrong about a shopper it gets wrong for all deals
 * alike, which can't change their order; drawn as if each arm erred by itself, far more would be explored than is unknown
 * between them. Measured in the lab: the errors of two arms of one shopper correlate at about .75, and √(1 - .75) = .5.
 */
const ownShare = 0.5;

/** Uncertainty of a model that states none, once outcomes can correct it: share of the margin at stake. */
const unstatedSd = 0.03;

export interface Valued {
  /** Minor units; one per arm, in order. */
  readonly arms: readonly Belief[];
  readonly none: Belief;
}

export const modelName = (response: NonNullable<ChooseInput['response']>): string =>
  `${response.name}@${response.version}`;

/** What is believed of each arm's worth; `baseMinor` is the margin of the basket as it stands. */
export const valued = (
  input: Pick<ChooseInput, 'beliefs' | 'pacing' | 'response'>,
  arms: readonly Pick<Arm, 'promotion' | 'campaign' | 'response' | 'verdict'>[],
  scores: readonly ArmScore[],
  segment: string,
  baseMinor: number,
): Valued => {
  const { beliefs, pacing, response } = input;
  const model = response ? modelName(response) : 'default';
  let least = Number.POSITIVE_INFINITY;
  const worth = arms.map((arm, i) => {
    const score = scores[i] as ArmScore;
    const scale = Math.max(1, arm.response.treatedMarginMinor);
    const own =
      score.upliftSdMinor === undefined ? (beliefs ? unstatedSd : 0) : (ownShare * score.upliftSdMinor) / scale;
    least = Math.min(least, own);
    const correction = beliefs?.correction(model, arm.promotion.id, segment, own) ?? { mean: 0, sd: own };
    const price = pacing?.get(arm.campaign.id)?.price ?? 0;
    const spend = price > 0 ? price * score.buyProbability * arm.verdict.savesMinor : 0;
    return { mean: score.upliftMinor + scale * correction.mean - spend, sd: scale * correction.sd };
  });
  // The model is surer of what happens by itself than of what a deal changes.
  const without = beliefs?.correction(model, 'none', segment, least / 2) ?? { mean: 0, sd: 0 };
  const base = Math.max(0, baseMinor);
  return { arms: worth, none: { mean: base * without.mean, sd: base * without.sd } };
};

export interface PickChances {
  /** P(a), in the order of the arms. */
  readonly arms: readonly number[];
  readonly none: number;
  /** The arm worth most by expectation; null: "no offer". */
  readonly greedy: number | null;
}

type Explores = { readonly campaign: { readonly exploration: number } };

/** P of the header from what each arm is worth. */
export const pickChances = (arms: readonly Explores[], { arms: worth, none }: Valued): PickChances => {
  let greedy: number | null = null;
  let most = none.mean;
  for (let i = 0; i < worth.length; i++) {
    const { mean } = worth[i] as Belief;
    if (mean > most) {
      most = mean;
      greedy = i;
    }
  }
  // "No offer" first: of two that are certainly equal, the one that gives nothing away.
  const best = bestProbabilities([none, ...worth]);
  return mixed(arms, i => best[i + 1] as number, best[0] as number, greedy);
};

/** P of the header when there is one arm to take and nothing is believed of any: the cheapest deal without a model. */
export const certainChances = (arms: readonly Explores[], pick: number): PickChances =>
  mixed(arms, i => (i === pick ? 1 : 0), 0, pick);

const mixed = (
  arms: readonly Explores[],
  best: (place: number) => number,
  none: number,
  greedy: number | null,
): PickChances => {
  const n = arms.length;
  const mean = arms.reduce((sum, a) => sum + a.campaign.exploration, 0) / n;
  return {
    arms: arms.map((a, i) => a.campaign.exploration / (n + 1) + (1 - mean) * best(i)),
    none: mean / (n + 1) + (1 - mean) * none,
    greedy,
  };
};

/** The arm that `u` in [0, 1) falls on; null: nothing is offered. What is picked has a probability above 0. */
export const draw = (chances: Pick<PickChances, 'arms' | 'none'>, u: number): number | null => {
  let edge = 0;
  let last: number | null = null;
  for (let i = 0; i < chances.arms.length; i++) {
    const p = chances.arms[i] as number;
    if (p <= 0) continue;
    edge += p;
    last = i;
    if (u < edge) return i;
  }
  // Rounding may leave a hair above the last edge.
  return chances.none > 0 ? null : last;
};
