/** What a message speaks of, by a tap, by name or by what was shown last: an offer, an order, a product. */
import { asId, type OfferId, type ProductId } from '../../knowledge/domain/ids.ts';
import { toMajor } from '../../knowledge/domain/money.ts';
import type { Offer } from '../../knowledge/domain/offer.ts';
import { fold } from '../../knowledge/retrieval/text/fold.ts';
import type { ConversationMemory } from '../memory.ts';
import type { OrderClaim } from '../prove-order.ts';
import type { Turn, Understanding } from '../turn.ts';
import { amountOffSaid, offerSaid } from '../understand/deals/offer-talk.ts';

export const offerMeant = (turn: Turn, memory: ConversationMemory): OfferId | null => {
  if (turn.value?.tap === 'apply-offer' || turn.value?.tap === 'decline-offer') return asId<OfferId>(turn.value.offer);
  return memory.offer ?? null;
};

/** 92折, 减20, "the free delivery one": of those that stand. */
const offerBySaid = ({ text, value }: Turn, open: readonly Offer[]): Offer | undefined => {
  if (value) return undefined;
  const folded = fold(text);
  const said = offerSaid(folded);
  const off = amountOffSaid(folded);
  return open.find(({ kind, rule, saves }) =>
    said === undefined
      ? off !== undefined && toMajor(saves) === off
      : said === 'delivery'
        ? kind === 'free-shipping'
        : rule?.action.kind === 'percent-off' && Math.abs(rule.action.rate - said.rate) < sameRate,
  );
};
const sameRate = 0.001;

/** The offer spoken of: the one tapped or told by what it takes off, else the last one shown, else the one standing. A stranger's is treated as unknown. */
export const offerMeantNow = (named: Offer | null, open: readonly Offer[], turn: Turn): { offer: Offer } | null => {
  const tapped = turn.value?.tap === 'apply-offer' || turn.value?.tap === 'decline-offer';
  const own = named && named.shopper === turn.shopper ? named : null;
  const offer = tapped ? own : (offerBySaid(turn, open) ?? own ?? open[0] ?? null);
  return offer ? { offer } : null;
};

export const orderClaim = (turn: Turn, { entities }: Understanding): OrderClaim => {
  const number = turn.value?.tap === 'order' ? turn.value.order : entities.orderNumber;
  return { ...(number ? { number } : {}), ...(entities.email ? { email: entities.email } : {}) };
};

export const focusOf = (turn: Turn, understanding: Understanding, memory: ConversationMemory): ProductId | null => {
  if (turn.value?.tap === 'product' || turn.value?.tap === 'add-to-cart') return asId<ProductId>(turn.value.product);
  const { ordinal, products } = understanding.entities;
  if (ordinal !== undefined && ordinal !== 0 && memory.shown.length > 0) {
    return memory.shown.at(ordinal > 0 ? ordinal - 1 : ordinal) ?? null;
  }
  if (products[0]) return products[0];
  const pointing =
    ['product-details', 'why-product', 'stock', 'add-to-cart'].includes(understanding.intent) ||
    understanding.resize !== undefined ||
    ordinal === 0;
  if (!pointing) return null;
  // Of a whole list the first stands for all.
  if (understanding.intent === 'why-product') {
    const spokenOf = memory.focus !== undefined && memory.shown.includes(memory.focus) ? memory.focus : undefined;
    return spokenOf ?? memory.shown[0] ?? null;
  }
  return memory.focus ?? (memory.shown.length === 1 ? (memory.shown[0] ?? null) : null);
};
