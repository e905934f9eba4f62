/** The promotions that a shopper could be offered now: eligible, priced, and inside what one promotion alone must keep to. */
import type { Campaign } from '../../knowledge/domain/promotion.ts';
import type { LivePromotion } from '../../knowledge/ports.ts';
import type { ResponseArm } from '../../models/types.ts';
import type { Basket } from './basket.ts';
import type { ChooseInput } from './choose-input.ts';
import { judge, type Verdict } from './evaluate.ts';
import type { ArmRefusal } from './explain.ts';
import { type EarlierOffers, isCapped, isMoreThanEarlier, nothingEarlier, wasRedeemed } from './guardrails.ts';
import { stretchTo } from './stretch.ts';

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

export type ArmQuestion = Pick<
  ChooseInput,
  'shopper' | 'orderCount' | 'now' | 'catalogue' | 'recent' | 'recentOnDevice' | 'mayStretch' | 'pacing'
>;

/** Eligible: an arm, or why not. Nothing about how often or how much is asked yet. */
export const eligibleArm = (
  promotion: LivePromotion,
  campaign: Campaign | undefined,
  basket: Basket,
  input: ArmQuestion,
): Arm | ArmRefusal => {
  if (!campaign) return 'unknown-campaign';
  const { now } = input;
  const at = now.getTime();
  if (!campaign.active || at < campaign.startsAt.getTime() || at >= campaign.endsAt.getTime()) return 'not-active';
  if (wasRedeemed(promotion, input.recent) || wasRedeemed(promotion, input.recentOnDevice ?? [])) {
    return 'already-redeemed';
  }
  const question = {
    promotion,
    shopper: { segments: input.shopper.segments, orderCount: input.orderCount, id: input.shopper.id },
    now,
    products: input.catalogue,
    catalogue: input.catalogue,
    marginFloor: campaign.guardrails.marginFloor,
  };
  let verdict = judge(basket, question);
  let treated = basket;
  const near = verdict.kind === 'refused' && verdict.reason === 'conditions-not-met' ? verdict.unlock : undefined;
  if (near && input.mayStretch !== false) {
    const stretched = stretchTo(basket, near, question);
    if (stretched) {
      treated = stretched.basket;
      verdict = stretched.verdict;
    }
  }
  if (verdict.kind === 'refused') return verdict.reason;
  if (!treated.inStock) return 'out-of-stock';
  const left = Math.min(
    promotion.remainingMinor,
    input.pacing?.get(campaign.id)?.leftMinor ?? Number.POSITIVE_INFINITY,
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
  input: ArmQuestion,
  earlier: EarlierOffers,
): Arm | ArmRefusal => {
  const arm = eligibleArm(promotion, campaign, basket, input);
  if (typeof arm === 'string') return arm;
  if (input.recent.length > 0 && isCapped(arm.campaign, input.recent, input.now)) return 'capped';
  const { depth, treatedBasketMinor } = arm.response;
  const asked = { depth, treatedBasketMinor, savesMinor: arm.verdict.savesMinor, stretched: arm.stretched };
  if (earlier !== nothingEarlier && isMoreThanEarlier(asked, earlier)) {
    return 'more-than-earlier';
  }
  return arm;
};
