/** A decision as staff read it: which gate ended it, every arm with what it was worth and how likely it was, and why others were out. */
import type { CampaignId, OfferId, PromotionId } from '../../../knowledge/domain/ids.ts';
import type { OfferRefusal } from '../../../knowledge/domain/offer.ts';
import type { ArmScore } from '../../../models/types.ts';

export type ArmRefusal =
  | OfferRefusal
  | 'capped'
  | 'cooling-down'
  | 'unknown-campaign'
  /** It would save more than an offer that was declined or left unused lately. */
  | 'more-than-earlier'
  /** Negotiation: it gives nothing back, or nothing more than what stands. */
  | 'no-counter-offer';

/** What staff see of one promotion: why it was out, or what it was expected to bring. Amounts in minor units. */
export interface ArmTrace {
  readonly promotion: PromotionId;
  readonly campaign: CampaignId;
  readonly stretched: boolean;
  readonly refused?: ArmRefusal;
  readonly savesMinor?: number;
  readonly costMinor?: number;
  /** As the response model gave it. */
  readonly score?: ArmScore;
  /** The score corrected by what outcomes taught, less the shadow price of what it is expected to spend. */
  readonly valueMinor?: number;
  readonly valueSdMinor?: number;
  /** Shadow price of its campaign's budget; absent: 0. */
  readonly price?: number;
  /** Probability that it was picked, before the holdout. */
  readonly probability?: number;
  /** What its promotion and campaign could still give when this was decided. */
  readonly remainingMinor?: number;
}

export interface DecisionTrace {
  readonly gate: 'consent' | 'service-first' | 'open-offer' | 'eligible' | 'guardrails' | 'score' | 'pick' | 'arm';
  readonly arms: readonly ArmTrace[];
  readonly model: string;
  /** "No offer" as an arm: what it was worth against the others, and how likely it was. */
  readonly none?: { readonly valueMinor: number; readonly valueSdMinor: number; readonly probability: number };
  readonly segment?: string;
  readonly coolingUntil?: Date;
  /** Another account of the same device cools down. */
  readonly onDevice?: boolean;
  /** Taken although another arm was worth more by expectation. */
  readonly explored: boolean;
  readonly heldOut: boolean;
  /** The offer that this was a counter-offer to, and which step of how many. */
  readonly counter?: { readonly to: OfferId; readonly step: number; readonly most: number };
}

/** Arms of a long list that are kept with an impression: the likeliest, and for the others only how many, by reason. */
const keptArms = 8;

/** Whole minor units are enough for people. */
const whole = (minor: number | undefined): number | undefined => (minor === undefined ? undefined : Math.round(minor));
const short = (p: number | undefined): number | undefined => (p === undefined ? undefined : Number(p.toPrecision(4)));

/** What is kept of a decision with its impression; small, plain JSON. */
export interface KeptTrace {
  readonly gate: DecisionTrace['gate'];
  readonly model: string;
  readonly segment?: string;
  readonly explored: boolean;
  readonly heldOut: boolean;
  readonly none?: { readonly value: number; readonly sd: number; readonly p: number };
  /** The likeliest first. */
  readonly arms: readonly {
    readonly promotion: PromotionId;
    readonly saves?: number;
    readonly cost?: number;
    readonly uplift?: number;
    readonly buy?: number;
    readonly buyWithout?: number;
    readonly value?: number;
    readonly sd?: number;
    readonly price?: number;
    readonly p?: number;
    readonly left?: number;
    readonly stretched?: true;
  }[];
  /** Arms that could have been picked and are not listed. */
  readonly more: number;
  /** How many promotions were out, by reason. */
  readonly refused: Readonly<Partial<Record<ArmRefusal, number>>>;
  readonly counter?: DecisionTrace['counter'];
}

export const keptTrace = (trace: DecisionTrace): KeptTrace => {
  const possible = trace.arms.filter(a => !a.refused).sort((a, b) => (b.probability ?? 0) - (a.probability ?? 0));
  const refused: Partial<Record<ArmRefusal, number>> = {};
  for (const arm of trace.arms) if (arm.refused) refused[arm.refused] = (refused[arm.refused] ?? 0) + 1;
  const defined = <T extends object>(all: T): T =>
    Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as T;
  return defined({
    gate: trace.gate,
    model: trace.model,
    segment: trace.segment as string,
    explored: trace.explored,
    heldOut: trace.heldOut,
    none: trace.none && {
      value: Math.round(trace.none.valueMinor),
      sd: Math.round(trace.none.valueSdMinor),
      p: short(trace.none.probability) as number,
    },
    arms: possible.slice(0, keptArms).map(arm =>
      defined({
        promotion: arm.promotion,
        saves: whole(arm.savesMinor),
        cost: whole(arm.costMinor),
        uplift: whole(arm.score?.upliftMinor),
        buy: short(arm.score?.buyProbability),
        buyWithout: short(arm.score?.buyProbabilityWithout),
        value: whole(arm.valueMinor),
        sd: whole(arm.valueSdMinor),
        price: arm.price ? short(arm.price) : undefined,
        p: short(arm.probability),
        left: whole(arm.remainingMinor),
        stretched: arm.stretched || undefined,
      }),
    ),
    more: Math.max(0, possible.length - keptArms),
    refused,
    counter: trace.counter,
  }) as KeptTrace;
};
