/** "Any discount?", "how much do I save?", "is this the best price?": what comes off by itself, and the deal there is beside it. */
import type { Offer } from '../../../knowledge/domain/offer.ts';
import type { PricedNow, PricePart } from '../../price-parts.ts';
import type { ReplyPart, Suggestion } from '../../reply.ts';
import type { Turn, Understanding } from '../../turn.ts';
import type { TurnFacts } from '../../turn-facts.ts';
import { noDeal } from '../deals.ts';
import { dealsOfKind } from '../deals-asked.ts';
import { type Draft, suggest } from '../draft.ts';
import { offerTold, offerToShow } from '../offer-told.ts';
import type { DecideOn } from '../on-ground.ts';
import { certainAnswer } from '../page-answer.ts';
import { besideOwnDeal } from '../promotion-drafts.ts';
import { orderTold, runningFlow } from './order-before.ts';
import { told } from './same-ground.ts';

type Asked = Extract<PricePart, { kind: 'comes-off' }>['asked'];

/** Nothing is sold to whoever complains, and a kind of deal that is named is answered by its rules. */
const isForRules = (turn: Turn, { mood }: Understanding, facts: TurnFacts): boolean =>
  facts.memory.serviceFirst || mood === 'upset' || facts.unsold !== undefined || dealsOfKind(turn.text, facts) !== null;

/** Turned down before, and still to be had. */
const declined = ({ pricedBefore: before, offer }: TurnFacts): Offer | undefined =>
  before?.deal?.isOffer && !before.deal.onCart && offer?.state === 'released' ? offer : undefined;

const whyOffer = suggest('why-offer');

const reasonOf = ({ decision }: TurnFacts) => (decision?.kind === 'none' ? decision.reason : 'not-now');

/** What is told first, and the shopper's own deal after it. */
const withOffer = (facts: TurnFacts, first: readonly ReplyPart[], lead: 'also' | 'but' | 'named'): Draft => {
  const offer = offerToShow(facts);
  if (!offer) {
    const beside = besideOwnDeal(facts, false);
    const isAsked = first.some(part => part.kind === 'comes-off' && part.asked === 'best-price');
    return {
      parts: isAsked
        ? first.map(part => (part.kind === 'comes-off' ? { ...part, isBest: true as const } : part))
        : [...first, { ...noDeal(facts, reasonOf(facts)), freeShippingFrom: null }, ...beside.parts],
      offers: 'asked',
      memory: { failures: 0, ...(isAsked ? {} : { dealsToldAt: facts.memory.turns }) },
      suggestions: [...(isAsked ? suggest('deals') : beside.suggestions), ...suggest('view-cart')],
    };
  }
  if (facts.cart?.offer === offer.id) {
    const beside = besideOwnDeal(facts, true);
    return told(facts, [...first, ...beside.parts], [...suggest('view-cart'), ...beside.suggestions]);
  }
  return {
    parts: [...first, offerTold(offer, facts, lead)],
    offers: 'asked',
    memory: { offer: offer.id, failures: 0 },
    suggestions: whyOffer,
  };
};

const stillStands = (offer: Offer, facts: TurnFacts, parts: readonly ReplyPart[]): Draft => ({
  parts: [...parts, offerTold({ ...offer, state: 'quoted' }, facts, 'stands')],
  memory: { offer: offer.id, failures: 0 },
  suggestions: whyOffer,
});

const takeAgain: readonly Suggestion[] = suggest('view-cart');

/** A second one may be what brings a deal about. */
const oneMore = ({ pricedBefore: before }: TurnFacts, of: 'one' | 'cart'): ReplyPart[] => {
  const more = before?.more;
  if (!more) return [];
  const product = more.after.lines.find(line => line.product.id === more.product)?.product;
  const isNew = more.after.deals.some(
    deal => !deal.gift && !more.now.deals.some(one => one.promotion === deal.promotion),
  );
  return product && isNew
    ? [{ kind: 'with-one-more', product, of, now: more.now, after: more.after, beside: true }]
    : [];
};

const isOff = ({ deals }: PricedNow): boolean => deals.length > 0;

export const comesOff =
  (asked: Asked): DecideOn =>
  (_ground, turn, understanding, facts) => {
    const { pricedBefore: before, memory } = facts;
    if (!before || isForRules(turn, understanding, facts)) return undefined;
    const { ground, cart, each, together } = before;
    const flow = runningFlow(facts);
    const order = orderTold(facts);
    if (asked !== 'discount') {
      if (flow === 'return') return told(facts, [{ kind: 'of-what', asked: asked === 'saved' ? 'saved' : 'price' }]);
      if (order) {
        const page = asked === 'best-price' ? (certainAnswer(facts)?.parts ?? []) : [];
        return told(facts, [{ kind: 'order-saved', order, asked }, ...page], suggest('order-status'));
      }
    }
    if (together && ground.kind === 'again')
      return told(facts, [{ kind: 'comes-off', of: 'together', asked, priced: together }], takeAgain);
    const ofCart = (priced: PricedNow): ReplyPart => ({ kind: 'comes-off', of: 'cart', asked, priced });
    const turnedDown = declined(facts);
    if (turnedDown) return stillStands(turnedDown, facts, cart && isOff(cart) ? [ofCart(cart)] : []);
    if (ground.kind === 'cart' || ground.kind === 'offer') {
      // "The best?", of a deal that stands: how far it can go is the deal's to say.
      const isOfDeal =
        facts.openOffers.length > 0 && (asked === 'best-price' || understanding.intent === 'better-deal');
      // A wish for a deal takes none.
      const [standing] = facts.openOffers;
      if (asked === 'discount' && understanding.intent === 'apply-offer' && standing?.state === 'quoted')
        return {
          parts: [offerTold(standing, facts)],
          offers: 'asked',
          memory: { offer: standing.id, failures: 0 },
          suggestions: whyOffer,
        };
      if (!cart || isOfDeal || (asked === 'discount' && !isOff(cart))) return undefined;
      return withOffer(
        facts,
        [ofCart(cart), ...(isOff(cart) ? [] : oneMore(facts, 'cart'))],
        isOff(cart) ? 'also' : 'but',
      );
    }
    if (asked === 'discount' || facts.openOffers.length > 0) return undefined;
    const [only, ...others] = each;
    if (ground.kind === 'one' && only)
      return withOffer(
        { ...facts, memory: { ...memory, dealsToldAt: memory.turns } },
        [{ kind: 'comes-off', of: 'one', asked, priced: only }, ...oneMore(facts, 'one')],
        isOff(only) ? 'also' : 'but',
      );
    if (ground.kind === 'list' && others.length > 0)
      return withOffer(
        { ...facts, memory: { ...memory, dealsToldAt: memory.turns } },
        [{ kind: 'list-comes-off', of: each.filter(isOff), isAll: each.every(isOff) }, ...oneMore(facts, 'one')],
        'named',
      );
    return undefined;
  };
