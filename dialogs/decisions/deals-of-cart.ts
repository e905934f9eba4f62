/** "Is there a code for my cart?", 首单能用吗: looked up for what is in the cart, with what comes off it already. */
import type { Offer } from '../../knowledge/domain/offer.ts';
import { fold } from '../../knowledge/retrieval/text/fold.ts';
import type { ReplyPart } from '../reply.ts';
import type { Turn, Understanding } from '../turn.ts';
import type { TurnFacts } from '../turn-facts.ts';
import { type DealOfCart, dealOfCartAsked } from '../understand/deals/deal-of-cart.ts';
import { type Draft, suggest } from './draft.ts';
import { offerTold, offerToShow } from './offer-told.ts';

const isAsked = (asked: DealOfCart, { rule }: Offer): boolean =>
  asked === 'code' || (rule?.conditions ?? []).some(condition => condition.kind === 'first-order');

/** Undefined: nothing of the kind is asked, nothing is in the cart, or nothing is sold now. */
export const dealsOfCart = (turn: Turn, { mood }: Understanding, facts: TurnFacts): Draft | undefined => {
  const { pricedBefore, cart, memory } = facts;
  const asked = dealOfCartAsked(fold(turn.text));
  const priced = pricedBefore?.cart;
  if (!asked || !priced || memory.serviceFirst || mood === 'upset') return undefined;
  const off: ReplyPart = { kind: 'comes-off', of: 'cart', asked: 'discount', priced };
  const offer = offerToShow(facts);
  const isOn = offer !== undefined && cart?.offer === offer.id;
  const isIt = offer !== undefined && isAsked(asked, offer);
  const told: ReplyPart[] = isIt ? [off] : [{ kind: 'none-for-cart', asked }, off];
  if (!offer || isOn)
    return {
      parts: told,
      offers: 'asked',
      memory: { failures: 0, dealsToldAt: memory.turns },
      suggestions: suggest('view-cart'),
    };
  return {
    parts: [...told, offerTold(offer, facts, isIt && priced.deals.length > 0 ? 'also' : 'but')],
    offers: 'asked',
    memory: { offer: offer.id, failures: 0 },
    suggestions: suggest('why-offer', 'view-cart'),
  };
};
