/** The promotions that a shopper could be offered now: eligible, priced, and inside what one promotion alone must keep to. */
import type { Campaign } from '../../../knowledge/domain/promotion.ts';
import type { LivePromotion } from '../../../knowledge/ports/promotions.ts';
import type { ResponseArm } from '../../../models/types.ts';
import type { Basket } from '../combine/basket.ts';
import { stretchTo } from '../combine/stretch.ts';
import type { ChooseInput } from './choose-input.ts';
import type { ConditionShopper } from './conditions.ts';
import { judge, type Verdict } from './evaluate.ts';
import type { ArmRefusal } from './explain.ts';
import { type EarlierOffers, isCapped, isMoreThanEarlier, nothingEarlier, wasRedeemed } from './guardrails.ts';

/** A promotion that passed every gate, priced. */
export interface Arm {
  readonly promotion: LivePromotion;
  readonly campaign: Campaign;
  /** The basket it is priced for: the shopper's own, or the nearest that meets the condition. */
  readonly basket: Basket;
  readonly stretched: boolean;
  readonly verdict: Extract<Verdict, { kind: 'applies' }>;
  readonly response: ResponseArm;
}

/** The arm as the response model reads it. Depth is what is saved per unit of the treated basket's price, at most 1. */
export const responseArmFor = (
  promotion: Pick<LivePromotion, 'id' | 'action'>,
  basket: Basket,
  verdict: Extract<Verdict, { kind: 'applies' }>,
): ResponseArm => ({
  promotion: promotion.id,
  kind: promotion.action.kind,
  depth: basket.goodsMinor > 0 ? Math.min(1, verdict.savesMinor / basket.goodsMinor) : 0,
  costMinor: verdict.costMinor,
  treatedBasketMinor: basket.goodsMinor,
  treatedMarginMinor: basket.goodsMinor - (basket.costMinor ?? basket.goodsMinor),
});

/** What every promotion of a decision is asked with: prepared once, as there are hundreds of them. */
export interface ArmQuestion {
  readonly input: Pick<
    ChooseInput,
    'shopper' | 'orderCount' | 'now' | 'catalogue' | 'recent' | 'recentOnDevice' | 'mayStretch' | 'pacing'
  >;
  readonly shopper: ConditionShopper;
  /** What the goods may come to at most when some are added, minor units; absent: `stretchLimit` times the basket's own. */
  readonly mostMinor?: number;
}

export const questionFor = (input: ArmQuestion['input']): ArmQuestion => ({
  input,
  shopper: { segments: input.shopper.segments, orderCount: input.orderCount, id: input.shopper.id },
});

/** Eligible: an arm, or why not. Nothing about how often or how much is asked yet. */
export const eligibleArm = (
  promotion: LivePromotion,
  campaign: Campaign | undefined,
  basket: Basket,
  { input, shopper, mostMinor }: ArmQuestion,
): Arm | ArmRefusal => {
  if (!campaign) return 'unknown-campaign';
  const { now, catalogue } = input;
  const at = now.getTime();
  if (!campaign.active || at < campaign.startsAt.getTime() || at >= campaign.endsAt.getTime()) return 'not-active';
  if (wasRedeemed(promotion, input.recent) || (input.recentOnDevice && wasRedeemed(promotion, input.recentOnDevice))) {
    return 'already-redeemed';
  }
  const { marginFloor } = campaign.guardrails;
  const question = { promotion, shopper, now, products: catalogue, catalogue, marginFloor };
  let verdict = judge(basket, question);
  let treated = basket;
  const near = verdict.kind === 'refused' && verdict.reason === 'conditions-not-met' ? verdict.unlock : undefined;
  if (near && input.mayStretch !== false) {
    const stretched = stretchTo(basket, near, question, mostMinor);
    if (stretched) {
      treated = stretched.basket;
      verdict = stretched.verdict;
    }
  }
  if (verdict.kind === 'refused') return verdict.reason;
  if (!treated.inStock) return 'out-of-stock';
  const left = Math.min(
    promotion.remainingMinor,
    input.pacing?.get(campaign.id)?.leftMinor ?? promotion.remainingMinor,
  );
  if (left < verdict.savesMinor) return 'budget-spent';
  const response = responseArmFor(promotion, treated, verdict);
  return { promotion, campaign, basket: treated, stretched: treated !== basket, verdict, response };
};

/** Eligible and inside the guardrails of its campaign: an arm, or why not. */
export const armFor = (
  promotion: LivePromotion,
  campaign: Campaign | undefined,
  basket: Basket,
  question: ArmQuestion,
  earlier: EarlierOffers,
): Arm | ArmRefusal => {
  const arm = eligibleArm(promotion, campaign, basket, question);
  if (typeof arm === 'string') return arm;
  const { input } = question;
  if (input.recent.length > 0 && isCapped(arm.campaign, input.recent, input.now)) return 'capped';
  if (earlier === nothingEarlier) return arm;
  const { depth, treatedBasketMinor } = arm.response;
  const asked = { depth, treatedBasketMinor, savesMinor: arm.verdict.savesMinor, stretched: arm.stretched };
  return isMoreThanEarlier(asked, earlier) ? 'more-than-earlier' : arm;
};
