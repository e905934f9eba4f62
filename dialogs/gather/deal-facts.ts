/** What is read of deals once the goods are known: the rules asked about, the cart's best combination, what a sum comes to. */
import type { ProductId } from '../../knowledge/domain/ids.ts';
import { fold } from '../../knowledge/retrieval/text/fold.ts';
import { asksDeliveryCost } from '../delivery-asked.ts';
import type { DialogServices } from '../services.ts';
import type { Turn, Understanding } from '../turn.ts';
import type { TurnFacts } from '../turn-facts.ts';
import { dealOfCartAsked } from '../understand/deals/deal-of-cart.ts';
import { asksOfDeals, ofWhatWasTold } from '../understand/ground/asks.ts';
import { readCartNow } from './add-on.ts';
import { asksCartsPrice } from './asked-on-ground.ts';
import type { Attempt } from './attempts.ts';
import { readBefore } from './before-shopper.ts';
import { readCostBefore } from './cost-before.ts';
import { readPromotions } from './promotions.ts';
import { readCost } from './sum.ts';
import { speaksOfPromotions } from './wanted.ts';

/** The facts with those of deals that this message asks for. */
export const withDeals = async (
  turn: Turn,
  understanding: Understanding,
  facts: TurnFacts,
  services: DialogServices,
  attempt: Attempt,
): Promise<TurnFacts> => {
  const { intent, sum } = understanding;
  const isOfDeals = understanding.ask !== undefined && asksOfDeals.has(understanding.ask);
  const promotions =
    isOfDeals || speaksOfPromotions.has(intent) || understanding.deal
      ? await attempt('promotions', () => readPromotions(turn, understanding, facts, services), null)
      : null;
  // "Add it", of what is in it already, puts no more in.
  const isIn = understanding.ask === 'add-it' && facts.cart?.lines.some(line => line.product === facts.focus?.id);
  const adding: ProductId | undefined = intent === 'add-to-cart' && facts.focus && !isIn ? facts.focus.id : undefined;
  const asksHowFar = intent === 'promotion-question' && understanding.entities.aspect === 'what-if';
  // What is told to be changed and is so already: what is in it.
  const showsCart =
    intent === 'view-cart' ||
    (understanding.ask !== undefined && ofWhatWasTold.has(understanding.ask)) ||
    (understanding.ask === 'add-it' && !adding) ||
    understanding.edits?.lines.length === 0 ||
    asksDeliveryCost(understanding, facts.memory) ||
    asksCartsPrice(understanding);
  const cartNow =
    (showsCart && facts.cartPriced) || adding || asksHowFar
      ? await attempt('cart', () => readCartNow(turn, facts, facts.orders, services, adding), null)
      : null;
  // "Is there a code for my cart?": beside what comes off it already.
  const asksOfCart =
    intent === 'deals' && (facts.cart?.lines.length ?? 0) > 0 && dealOfCartAsked(fold(turn.text)) !== undefined;
  const before =
    isOfDeals || asksOfCart
      ? await attempt('before', () => readBefore(turn, promotions ? { ...facts, promotions } : facts, services), null)
      : null;
  const costBefore = await attempt('cart', () => readCostBefore(turn, understanding, facts, services), undefined);
  const cost = sum ? await attempt('cart', () => readCost(turn, sum, facts, services), {}) : {};
  return {
    ...facts,
    ...cost,
    ...(costBefore ? { costBefore } : {}),
    ...(promotions ? { promotions } : {}),
    ...(before ? { pricedBefore: before } : {}),
    ...(cartNow && showsCart ? { cartPriced: cartNow.deals.combination.priced, cartDeals: cartNow.applied } : {}),
    ...(cartNow?.addOn ? { addOn: cartNow.addOn } : {}),
    ...(cartNow?.nextStep && asksHowFar ? { nextStep: cartNow.nextStep } : {}),
  };
};
