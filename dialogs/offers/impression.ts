import type { CampaignId, ImpressionId } from '../../knowledge/domain/ids.ts';
import type { Impression, Offer, OfferDecision } from '../../knowledge/domain/offer.ts';
import { campaignOf } from '../../knowledge/ports.ts';
import { prepareBasket } from './basket.ts';
import { armFor, isReshown } from './choose.ts';
import type { ChooseInput } from './choose-input.ts';

/** What an impression holds beside the shopper's features; the demo history and the trainer use the same names. */
export const armFeatureNames = [
  'armDepth',
  'armCostMinor',
  'basketMinor',
  'basketMarginMinor',
  'treatedBasketMinor',
  'treatedMarginMinor',
] as const;

/**
 * The record of a decision, to be written before the words go out. Null when there is nothing to learn from: an open
 * offer shown again, or a gate before the choice (its propensity is not a chance). `id` makes it unique per turn.
 * Margins are before the discount; with an unknown cost they are 0.
 */
export const impressionFor = (decision: OfferDecision, input: ChooseInput, id: ImpressionId): Impression | null => {
  if (isReshown(decision, input.turn)) return null;
  const own = prepareBasket(input.basket, input.shop);
  const margin = own.costMinor === null ? 0 : own.goodsMinor - own.costMinor;
  const base = (campaign: CampaignId, propensity: number, features: Readonly<Record<string, number>>) => ({
    id,
    shopper: input.shopper.id,
    conversation: input.conversation,
    turn: input.turn,
    campaign,
    propensity,
    features: { ...input.features, basketMinor: own.goodsMinor, basketMarginMinor: margin, ...features },
    at: input.now,
  });
  if (decision.kind === 'none') {
    if (!decision.campaign || decision.propensity === undefined) return null;
    const untouched = {
      armDepth: 0,
      armCostMinor: 0,
      treatedBasketMinor: own.goodsMinor,
      treatedMarginMinor: margin,
    };
    return { ...base(decision.campaign, decision.propensity, untouched), treatment: 'none' };
  }
  const offer: Offer = decision.kind === 'offer' ? decision.offer : decision.ghost;
  const promotion = input.live.find(p => p.id === offer.promotion);
  const arm = promotion ? armFor(promotion, campaignOf(input.campaigns, offer.campaign), own, input) : null;
  if (!arm || typeof arm === 'string') {
    throw new Error(
      `The impression of offer ${offer.id} needs the input it was chosen from, got ${arm ?? 'no promotion'}`,
    );
  }
  const features = {
    armDepth: arm.response.depth,
    armCostMinor: arm.response.costMinor,
    treatedBasketMinor: arm.response.treatedBasketMinor,
    treatedMarginMinor: arm.response.treatedMarginMinor,
  };
  return {
    ...base(offer.campaign, decision.propensity, features),
    treatment: decision.kind === 'offer' ? offer.promotion : 'control',
    kind: offer.kind,
    offer: offer.id,
    promotion: offer.promotion,
  };
};
