import type { Offer } from '../../knowledge/domain/offer.ts';
import type { ReplyPart, Suggestion } from '../reply.ts';
import { abroadOf } from '../sent-abroad.ts';
import type { Intent, Understanding } from '../turn.ts';
import type { TurnFacts } from '../turn-facts.ts';
import { takenOff } from '../understand/deals/taken-off.ts';
import { besideDenial } from '../understand/text/denied.ts';
import { addOnOnTable, declineAddOn, takeAddOn } from './add-on.ts';
import { dealsOfKind } from './deals-asked.ts';
import { dealsOfCart } from './deals-of-cart.ts';
import { type Decide, type Draft, say, suggest } from './draft.ts';
import { offerTold, offerToShow } from './offer-told.ts';
import { offeredDeal } from './offered-deal.ts';
import { returnOffered, startReturn } from './orders.ts';
import { personWasOffered, resignsToIt } from './person-offered.ts';
import { erased, forgetIsAsked } from './profile.ts';
import { besideOwnDeal, running } from './promotion-drafts.ts';
import { listProducts } from './shopping.ts';
import { person } from './smalltalk.ts';

const shown = (offer: Offer, facts: TurnFacts): Draft => {
  const beside = besideOwnDeal(facts, true);
  return {
    parts: [offerTold(offer, facts), ...beside.parts],
    offers: 'asked',
    memory: {
      offer: offer.id,
      failures: 0,
      ...(beside.parts.length > 0 ? { dealsToldAt: facts.memory.turns } : {}),
    },
    suggestions: [...suggest('why-offer'), ...beside.suggestions],
  };
};

const asked: ReadonlySet<Intent> = new Set(['deals', 'better-deal']);

export type NoDealReason = Extract<ReplyPart, { kind: 'no-offer' }>['reason'];

export const noDeal = (facts: TurnFacts, reason: NoDealReason): Extract<ReplyPart, { kind: 'no-offer' }> => ({
  kind: 'no-offer',
  reason,
  ...((facts.promotions?.open.length ?? 0) > 0 ? { beside: true } : {}),
  ...(asked.has(facts.memory.lastIntent ?? 'unclear') ? { again: true } : {}),
  freeShippingFrom: facts.sendsTo ? null : (facts.shop.freeShippingFrom ?? null),
});

/**
 * The one deal the ledger holds, or the plain reason there is none. Held-out shoppers hear what "none" hears. While a
 * complaint is open nothing is sold, not even to somebody who asks; what was quoted before can still be applied.
 */
export const deals: Decide = (turn, understanding, facts) => {
  if (facts.unsold) return listProducts(turn, understanding, facts);
  const { decision, memory } = facts;
  const ofCart = dealsOfCart(turn, understanding, facts);
  if (ofCart) return ofCart;
  const ofKind = dealsOfKind(turn.text, facts);
  if (ofKind) return ofKind;
  // What anybody gets is no selling to whoever asks for it calmly.
  const isCalm = understanding.mood === 'neutral' && memory.turns - (memory.complainedAt ?? 0) > 1;
  if (memory.serviceFirst && isCalm && facts.promotions && facts.promotions.open.length > 0)
    return { ...running(facts.promotions, facts), suggestions: suggest('person') };
  if (memory.serviceFirst) return { parts: [noDeal(facts, 'service-first')], suggestions: suggest('person') };
  const offer = offerToShow(facts);
  if (offer) return shown(offer, facts);
  return {
    parts: [
      noDeal(facts, decision?.kind === 'none' ? decision.reason : 'not-now'),
      ...besideOwnDeal(facts, false).parts,
    ],
    offers: 'asked',
    suggestions: [...(facts.memory.shown.length > 1 ? [somethingCheaper] : []), ...suggest('recommend', 'view-cart')],
    memory: { failures: 0, dealsToldAt: facts.memory.turns },
  };
};

/** Who finds the list too dear and gets no deal may still find something. */
const somethingCheaper: Suggestion = {
  kind: 'ask',
  label: { en: 'Something cheaper', zh: '看看更便宜的' },
  text: { en: 'anything cheaper?', zh: '有没有便宜点的' },
};

/**
 * Asking for more brings a counter-offer where the campaign allows one and it gives something back, else the last word:
 * the standing offer, repeated. How it is asked for changes nothing.
 */
export const betterDeal: Decide = (turn, understanding, facts) => {
  if (facts.unsold) return listProducts(turn, understanding, facts);
  const standing = facts.openOffers[0];
  const { decision } = facts;
  if (standing && decision?.kind === 'offer' && decision.offer.counterTo && decision.offer.turn === turn.id) {
    const { offer } = decision;
    return {
      parts: [{ kind: 'counter-offer', offer, standing, ...abroadOf(offer.priced, facts.sendsTo) }],
      offers: 'asked',
      memory: { offer: offer.id, failures: 0 },
      suggestions: suggest('why-offer'),
    };
  }
  return standing && !facts.memory.serviceFirst
    ? { parts: [{ kind: 'no-better-deal', offer: standing }], memory: { offer: standing.id } }
    : deals(turn, understanding, facts);
};

/** What had been said by the time the offer was made: nothing later can have been a reason. */
const knownThen = (facts: TurnFacts, offer: Offer): TurnFacts['profile'] =>
  facts.profile.filter(fact => fact.statedAt <= offer.quotedAt).slice(0, 3);

export const whyOffer: Decide = (_turn, _understanding, facts) =>
  facts.offer
    ? say({ kind: 'why-offer', offer: facts.offer, factsUsed: knownThen(facts, facts.offer) })
    : say(noDeal(facts, 'none-shown'));

export const applyOffer: Decide = (turn, understanding, facts) =>
  (understanding.deal && offeredDeal(turn, understanding.deal, facts)) ??
  (facts.offer
    ? { parts: [], claim: { kind: 'apply-offer', offer: facts.offer.id }, suggestions: suggest('view-cart') }
    : turn.value?.tap === 'apply-offer'
      ? say({ kind: 'offer-refused', reason: 'unknown-offer' })
      : deals(turn, understanding, facts));

/** "No thanks" means what was proposed last: an addition without a deal beside it, else the deal. */
export const declineOffer: Decide = (turn, understanding, facts) =>
  turn.value?.tap !== 'decline-offer' && addOnIsLast(facts) && !takesOff(understanding)
    ? declineAddOn(facts)
    : declineDeal(understanding, facts);

const takesOff = ({ said = '', entities }: Understanding): boolean => takenOff(said, entities.code) !== undefined;

const declineDeal = (understanding: Understanding, { offer, cart }: TurnFacts): Draft => {
  // Who has it on the cart pays more without it, and is told.
  if (offer?.state === 'held')
    return { parts: [], claim: { kind: 'take-off-offer', offer: offer.id }, suggestions: suggest('view-cart') };
  const [code, ...more] = cart?.codes ?? [];
  // "Remove the discount", which is that of a code.
  if (!offer && code !== undefined)
    return {
      parts: [],
      claim: { kind: 'remove-code', code, ...(more.length > 0 ? { more } : {}) },
      suggestions: suggest('view-cart'),
    };
  if (!offer && takesOff(understanding)) return say({ kind: 'no-code-on-cart' });
  return {
    parts: [{ kind: 'offer-declined' }],
    ...(offer ? { effects: [{ kind: 'decline-offer', offer: offer.id }] } : {}),
  };
};

/** Messages after an offer was shown in which "yes" or "no" can still mean it; a tap on its card always does. */
const offerTurns = 2;

const offerOnTable = ({ memory, offer }: TurnFacts): boolean =>
  memory.offer !== undefined &&
  offer?.state === 'quoted' &&
  memory.turns - (memory.offerAt ?? memory.turns) <= offerTurns;

/** An addition was proposed, and no deal since. */
const addOnIsLast = (facts: TurnFacts): boolean =>
  addOnOnTable(facts) && (!offerOnTable(facts) || (facts.memory.addOn?.at ?? 0) > (facts.memory.offerAt ?? 0));

/** "Yes, but without the chrysanthemum", 好的 不要菊花. */
const leftOut = (text: string): boolean =>
  /\b(?:without|not the|no|except|minus|skip|leave out|leave off|but not)\b|不要|除了|去掉|不带/iu.test(text);

/** "Yes" answers what was asked last: a person, an addition to the cart, or an offer on the table. */
export const yes: Decide = (turn, understanding, facts) => {
  if (forgetIsAsked(facts)) return erased(facts);
  const resigned = resignsToIt(understanding, facts);
  if (resigned) return resigned;
  if (personWasOffered(facts)) return person(turn, understanding, facts);
  if (returnOffered(facts) !== undefined) return startReturn(turn, understanding, facts);
  if (addOnIsLast(facts))
    return takeAddOn(facts, { without: leftOut(turn.text) ? understanding.entities.products : [] });
  if (offerOnTable(facts)) return applyOffer(turn, understanding, facts);
  return allRight;
};

export const no: Decide = (turn, understanding, facts) => {
  if (forgetIsAsked(facts)) return allRight;
  if (personWasOffered(facts)) return allRight;
  // "I'm not returning anything" turns down no deal.
  if (besideDenial(turn.text) === '') return allRight;
  if (addOnIsLast(facts)) return declineAddOn(facts);
  return offerOnTable(facts) ? declineOffer(turn, understanding, facts) : allRight;
};

const allRight: Draft = { parts: [{ kind: 'all-right' }], suggestions: suggest('recommend', 'person') };
