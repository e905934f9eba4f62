/** The policies that do not learn, the propensity rule, and the oracle. */

import type { PromotionId } from '../../knowledge/domain/ids.ts';
import type { Campaign } from '../../knowledge/domain/promotion.ts';
import type { ResponseModel } from '../../models/types.ts';
import { type Moment, type Policy, wanting } from './policy.ts';
import { buyProbability, expectedMargin, type Latent, shownNature } from './truth.ts';
import { tenPercent } from './world.ts';

const unexplored = (campaign: Campaign): Campaign => ({ ...campaign, exploration: 0 });

/** Nothing, to anybody. */
export const never: Policy = {
  name: 'never',
  campaign: unexplored,
  model: () => wanting('never', (_, arms) => arms.map(() => -1)),
};

/** One deal to whoever it fits. */
export const fixed = (name: string, promotion: PromotionId): Policy => {
  const model = wanting(name, (_, arms) => arms.map(arm => (arm.promotion === promotion ? 1 : -1)));
  return { name, only: promotion, campaign: unexplored, model: () => model };
};

export const always: Policy = fixed('always', tenPercent);

/** Nothing or any deal that fits, each with the same chance. */
export const random: Policy = {
  name: 'random',
  campaign: unexplored,
  model: ({ visit }) =>
    wanting('random', (_, arms) => {
      const drawn = Math.floor(visit.policyDraw * (arms.length + 1));
      return arms.map((_arm, i) => (i === drawn ? 1 : -1));
    }),
};

/**
 * What a shop does that knows who is likely to buy and not what a deal changes: the half most likely to buy are offered
 * the deal under which their expected margin is highest.
 */
export const propensity = (model: ResponseModel, threshold: number): Policy => ({
  name: 'propensity',
  campaign: unexplored,
  model: () => ({
    name: 'propensity',
    version: model.version,
    score: (context, arms) =>
      model.score(context, arms).map((score, i) => {
        const arm = arms[i]!;
        const worth = score.buyProbability * (arm.treatedMarginMinor - arm.costMinor);
        return { ...score, upliftMinor: score.buyProbabilityWithout >= threshold ? worth : -1 };
      }),
  }),
});

/**
 * Sees each shopper's response surface and the season of the day, not the draws: takes the deal with the highest true
 * expected margin over nothing, less `price` (per minor unit) times what it is expected to cost the budget. It looks at
 * this visit only, and passes the same guardrails, holdout, one-open-offer rule and budget as everybody.
 */
export const oracle = (price: number): Policy => knowing('oracle', price, ({ latent }) => latent);

/**
 * Knows the truth's formulas and the season, but of a shopper only what their history shows. What it earns is about the most
 * that can be earned without looking into heads.
 */
export const seer = (price: number): Policy =>
  knowing('seer', price, ({ situation }) => shownNature(situation.features));

const knowing = (name: string, price: number, natureOf: (moment: Moment) => Latent): Policy => ({
  name,
  campaign: unexplored,
  model: (moment: Moment) => {
    const { situation } = moment;
    const latent = natureOf(moment);
    return wanting(name, (_, arms) => {
      const nothing = expectedMargin(latent, situation, null);
      return arms.map(arm => {
        const margin = expectedMargin(latent, situation, arm) - nothing;
        return margin - price * buyProbability(latent, situation, arm) * arm.depth * arm.treatedBasketMinor;
      });
    });
  },
});

/** The history everybody may learn from: nothing or any deal that fits, each with the same chance. */
export const pilot: Policy = {
  name: 'pilot',
  campaign: campaign => campaign,
  model: () => wanting('pilot', (_, arms) => arms.map(() => -1)),
};
