/** What the lab compares. Every policy answers through the same `decideOffer`, under the same guardrails, holdout and budget. */

import type { ChooseInput } from '../../dialogs/offers/choose/choose-input.ts';
import type { PromotionId } from '../../knowledge/domain/ids.ts';
import type { Campaign } from '../../knowledge/domain/promotion.ts';
import type { ResponseModel } from '../../models/types.ts';
import type { Visit } from './people.ts';
import type { Latent, Situation } from './truth.ts';

export const policyNames = ['ours', 'oracle', 'best-fixed', 'always', 'never', 'random', 'propensity'] as const;
export type PolicyName = (typeof policyNames)[number];

/** One moment of choice. Only the oracle may look at `latent` and `situation`. */
export interface Moment {
  readonly visit: Visit;
  readonly latent: Latent;
  readonly situation: Situation;
}

export interface Policy {
  readonly name: string;
  /** The campaign as it is run under this policy: the world's, but for exploration. */
  campaign(campaign: Campaign): Campaign;
  /** The scores of this moment; null: no model yet. */
  model(moment: Moment): ResponseModel | null;
  /** Scores of all other deals would be below nothing: they need not be priced. */
  readonly only?: PromotionId;
  /** What else the decision may know: beliefs. */
  more?(): Partial<ChooseInput>;
  /** Called before the first event of each day. */
  morning?(day: number, now: Date): Promise<void>;
  /** Called every three hours. */
  step?(now: Date): Promise<void>;
}

/** A response model that wants what `wants` says, per arm, in minor units; it promises nothing about probabilities. */
export const wanting = (
  name: string,
  wants: (
    context: Parameters<ResponseModel['score']>[0],
    arms: Parameters<ResponseModel['score']>[1],
  ) => readonly number[],
): ResponseModel => ({
  name,
  version: '1',
  score: (context, arms) => {
    const values = wants(context, arms);
    return arms.map((arm, i) => ({
      promotion: arm.promotion,
      buyProbability: 0,
      buyProbabilityWithout: 0,
      upliftMinor: values[i] as number,
    }));
  },
});
