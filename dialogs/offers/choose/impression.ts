import type { CampaignId, ImpressionId } from '../../../knowledge/domain/ids.ts';
import type { Expectation, LearnedArm } from '../../../knowledge/domain/learning.ts';
import type { Impression } from '../../../knowledge/domain/offer.ts';
import type { Campaign } from '../../../knowledge/domain/promotion.ts';
import { campaignOf } from '../../../knowledge/domain/promotion.ts';
import { type Basket, prepareBasket } from '../combine/basket.ts';
import { type Choice, isReshown } from './choose.ts';
import type { ChooseInput } from './choose-input.ts';
import { keptTrace } from './explain.ts';

/** What an impression holds beside the shopper's features; the demo history and the trainer use the same names. */
export const armFeatureNames = [
  'armDepth',
  'armCostMinor',
  'basketMinor',
  'basketMarginMinor',
  'treatedBasketMinor',
  'treatedMarginMinor',
] as const;

const usualOutcomeHours = 72;

/** When no order can be an outcome of the decision any more: its window is over and its quote has run out. */
const outcomeDueAt = (campaign: Pick<Campaign, 'outcomeHours' | 'quoteMinutes'>, at: Date): Date =>
  new Date(
    at.getTime() + Math.max((campaign.outcomeHours ?? usualOutcomeHours) * 3_600_000, campaign.quoteMinutes * 60_000),
  );

/**
 * The record of a decision, to be written before the words go out. Null when there is nothing to learn from: an open
 * offer shown again, or a gate before the choice (its propensity is not a chance). `id` makes it unique per turn.
 * Margins are before the discount; with an unknown cost they are 0.
 */
export const impressionFor = (choice: Choice, input: ChooseInput, id: ImpressionId): Impression | null => {
  const { decision, trace, taken } = choice;
  if (isReshown(decision, input.turn)) return null;
  const own = prepareBasket(input.basket, input.shop);
  const margin = own.costMinor === null ? 0 : own.goodsMinor - own.costMinor;
  const base = (campaignId: CampaignId, propensity: number, features: Readonly<Record<string, number>>) => {
    const campaign = campaignOf(input.campaigns, campaignId);
    return {
      id,
      shopper: input.shopper.id,
      conversation: input.conversation,
      turn: input.turn,
      campaign: campaignId,
      propensity,
      features: { ...input.features, basketMinor: own.goodsMinor, basketMarginMinor: margin, ...features },
      at: input.now,
      ...(input.device !== undefined ? { device: input.device } : {}),
      ...(campaign ? { dueAt: outcomeDueAt(campaign, input.now) } : {}),
      why: JSON.stringify(keptTrace(trace)),
    };
  };
  const withoutOffer = expectation(choice, 'none', choice.withoutMinor, own, margin);
  if (decision.kind === 'none') {
    if (!decision.campaign || decision.propensity === undefined) return null;
    const untouched = { armDepth: 0, armCostMinor: 0, treatedBasketMinor: own.goodsMinor, treatedMarginMinor: margin };
    return { ...base(decision.campaign, decision.propensity, untouched), treatment: 'none', ...withoutOffer };
  }
  if (!taken) throw new Error(`A decision of kind ${decision.kind} has an arm, got none`);
  const { arm, score } = taken;
  const offer = decision.kind === 'offer' ? decision.offer : decision.ghost;
  const { depth, costMinor, treatedBasketMinor, treatedMarginMinor } = arm.response;
  const features = { armDepth: depth, armCostMinor: costMinor, treatedBasketMinor, treatedMarginMinor };
  const expected = score && choice.withoutMinor !== undefined ? choice.withoutMinor + score.upliftMinor : undefined;
  const withOffer = expectation(choice, offer.promotion, expected, own, treatedMarginMinor);
  return {
    ...base(offer.campaign, decision.propensity, features),
    treatment: decision.kind === 'offer' ? offer.promotion : 'control',
    kind: offer.kind,
    offer: offer.id,
    promotion: offer.promotion,
    ...(decision.kind === 'offer' ? withOffer : withoutOffer),
    ...(offer.counterTo ? { counterTo: offer.counterTo } : {}),
  };
};

/** What the model expects to be earned under the arm; nothing where there is no model or nothing at stake. */
const expectation = (
  { trace }: Choice,
  arm: LearnedArm,
  marginMinor: number | undefined,
  own: Basket,
  scaleMinor: number,
): { expected?: Expectation } =>
  marginMinor === undefined || own.costMinor === null || scaleMinor <= 0 || trace.segment === undefined
    ? {}
    : { expected: { model: trace.model, arm, segment: trace.segment, marginMinor, scaleMinor } };
