/** The deal that was offered, taken beside something else, or missed: applied at once, and where it can't be, offered again or told why. */
import { toMajor } from '../../knowledge/domain/money.ts';
import type { Offer } from '../../knowledge/domain/offer.ts';
import { fold } from '../../knowledge/retrieval/text/fold.ts';
import type { Turn, Understanding } from '../turn.ts';
import type { TurnFacts } from '../turn-facts.ts';
import { amountOffSaid } from '../understand/deals/offer-talk.ts';
import { tracing } from './deal-trace.ts';
import { type Draft, suggest } from './draft.ts';
import { offerTold } from './offer-told.ts';

const stands = (offer: Offer, now: Date): boolean =>
  (offer.state === 'quoted' || offer.state === 'held' || offer.state === 'released') && offer.expiresAt > now;

/** "Apply the 30 off", of what comes off for everybody: another deal than the one that was offered. */
const isOther = (turn: Turn, offer: Offer, { promotions }: TurnFacts): boolean => {
  const off = amountOffSaid(fold(turn.text));
  if (off === undefined || toMajor(offer.saves) === off) return false;
  const amount = new RegExp(`(?<!\\d)${off}(?!\\d)`, 'u');
  return (promotions?.open ?? []).some(({ name }) => Object.values(name).some(text => amount.test(text ?? '')));
};

/** Undefined: none stands that could be meant. */
export const offeredDeal = (
  turn: Turn,
  { how, besideAct }: NonNullable<Understanding['deal']>,
  facts: TurnFacts,
): Draft | undefined => {
  const { offer, cart, promotions, now } = facts;
  if (!offer || !stands(offer, now)) return undefined;
  const isEmpty = (cart?.lines.length ?? 0) === 0;
  const isOn = cart?.offer === offer.id;
  // What is on the cart, or on none of one's own, is told with what it takes off.
  if (!isEmpty && promotions?.combination && (isOther(turn, offer, facts) || (how === 'missed' && isOn)))
    return tracing('', promotions, facts);
  // Nothing goes into a cart that was not asked for: what should have gone in has not.
  if (isEmpty && (how === 'missed' || besideAct))
    return {
      parts: [offerTold(offer, facts, 'stands')],
      offers: 'asked',
      memory: { offer: offer.id, failures: 0 },
      suggestions: suggest('why-offer'),
    };
  return {
    parts: [],
    claim: { kind: 'apply-offer', offer: offer.id },
    memory: { offer: offer.id, failures: 0 },
    suggestions: suggest('view-cart'),
  };
};
