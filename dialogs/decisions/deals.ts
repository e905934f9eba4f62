import type { Offer } from '../../knowledge/domain/offer.ts';
import type { ReplyPart, TurnFacts } from '../turn.ts';
import { type Decide, type Draft, say, suggest } from './draft.ts';

/** A new offer the shopper did not ask for; one that stands already is not pushed again. */
export const unpromptedOffer = (facts: TurnFacts): ReplyPart | null => {
  const { decision } = facts;
  if (decision?.kind !== 'offer' || isOpen(facts, decision.offer)) return null;
  return { kind: 'offer', offer: decision.offer, unprompted: true };
};

const isOpen = (facts: TurnFacts, offer: Offer): boolean => facts.openOffers.some(open => open.id === offer.id);

const shown = (offer: Offer): Draft => ({
  parts: [{ kind: 'offer', offer, unprompted: false }],
  memory: { offer: offer.id, failures: 0 },
  suggestions: suggest('why-offer'),
});

/** The one deal the ledger holds, or the plain reason there is none. Held-out shoppers hear what "none" hears. */
export const deals: Decide = (_turn, _understanding, facts) => {
  if (facts.decision?.kind === 'offer') return shown(facts.decision.offer);
  const standing = facts.openOffers[0];
  if (standing) return shown(standing);
  const chosen = facts.decision?.kind === 'none' ? facts.decision.reason : 'not-now';
  const reason = facts.memory.serviceFirst && chosen === 'not-now' ? 'service-first' : chosen;
  return {
    parts: [{ kind: 'no-offer', reason, freeShippingFrom: facts.shop.freeShippingFrom ?? null }],
    suggestions: suggest('recommend', 'view-cart'),
    memory: { failures: 0 },
  };
};

/** Asking again never improves the offer: the standing one is repeated. */
export const betterDeal: Decide = (turn, understanding, facts) => {
  const standing = facts.openOffers[0];
  return standing
    ? { parts: [{ kind: 'no-better-deal', offer: standing }], memory: { offer: standing.id } }
    : deals(turn, understanding, facts);
};

/** What had been said by the time the offer was made: nothing later can have been a reason. */
const knownThen = (facts: TurnFacts, offer: Offer): TurnFacts['profile'] =>
  facts.profile.filter(fact => fact.statedAt <= offer.quotedAt).slice(0, 3);

export const whyOffer: Decide = (_turn, _understanding, facts) =>
  facts.offer
    ? say({ kind: 'why-offer', offer: facts.offer, factsUsed: knownThen(facts, facts.offer) })
    : say({
        kind: 'no-offer',
        reason: 'none-shown',
        freeShippingFrom: facts.shop.freeShippingFrom ?? null,
      });

export const applyOffer: Decide = (turn, understanding, facts) =>
  facts.offer
    ? { parts: [], claim: { kind: 'apply-offer', offer: facts.offer.id }, suggestions: suggest('view-cart') }
    : turn.value?.tap === 'apply-offer'
      ? say({ kind: 'offer-refused', reason: 'unknown-offer' })
      : deals(turn, understanding, facts);

export const declineOffer: Decide = (_turn, _understanding, facts) =>
  facts.offer
    ? { parts: [{ kind: 'offer-declined' }], effects: [{ kind: 'decline-offer', offer: facts.offer.id }] }
    : say({ kind: 'offer-declined' });

/** "Yes" answers what was asked last: an offer on the table, or a person after a complaint. */
export const yes: Decide = (turn, understanding, facts) => {
  if (facts.memory.offer && facts.offer?.state === 'quoted') return applyOffer(turn, understanding, facts);
  if (facts.memory.lastIntent === 'complaint') {
    return {
      parts: [{ kind: 'queued', position: facts.queueLength + 1 }],
      effects: [{ kind: 'queue-for-person', reason: 'frustration' }],
    };
  }
  return { parts: [{ kind: 'help' }], suggestions: suggest('recommend', 'deals', 'order-status') };
};

export const no: Decide = (turn, understanding, facts) =>
  facts.memory.offer && facts.offer?.state === 'quoted'
    ? declineOffer(turn, understanding, facts)
    : { parts: [{ kind: 'thanks' }], suggestions: suggest('recommend', 'person') };
