/** What the shop's rules say of an order, a return, the spending or the place of the shopper's own, held against what is known of it. */
import { withCountedOn } from '../../knowledge/retrieval/pages/counted-on.ts';
import { isOfCancelled } from '../order-told.ts';
import { mostOrders } from '../orders-then.ts';
import type { Turn, Understanding } from '../turn.ts';
import type { TurnFacts } from '../turn-facts.ts';
import { asksOfRefundTold, asksOwnRefund } from '../understand/orders/refund-asked.ts';
import { type Draft, suggest } from './draft.ts';
import { notSentAbroad } from './not-sent-abroad.ts';
import { noneToChange, orderToChange, ownRefund, ownSpend, refundLate, tellsOfRegulars } from './own-orders.ts';
import { ownWarranty } from './own-warranty.ts';
import { answered, spokenFrom } from './page-answer.ts';
import { ownReturn } from './return-window.ts';

/** Null: nothing of the shopper's own is asked about. */
export const askedOfOwn = (turn: Turn, understanding: Understanding, facts: TurnFacts): Draft | null => {
  const ofRefund = asksOfRefundTold(understanding.said ?? '', facts.memory);
  const own = ofRefund ? null : ownReturn(turn, understanding, facts);
  if (own) {
    // "You have 30 days" says nothing to whom they are over.
    const isOver = own.parts.some(part => part.kind === 'return-refused' && part.reason === 'too-late');
    return { ...own, parts: [...own.parts, ...(isOver ? [] : (answered(facts)?.parts ?? []))] };
  }
  const refund = ownRefund(turn, understanding, facts);
  if (refund) {
    // What is cancelled waits for no parcel to come back.
    const isOfReturn = refund.some(
      part => part.kind !== 'refund-state' || part.request || part.order.status !== 'cancelled',
    );
    const page =
      !facts.passages[0]?.again && (isOfReturn || isOfCancelled(understanding.said ?? '', facts))
        ? answered({ ...facts, passages: facts.passages.map(one => withCountedOn(one, understanding.language)) })
        : null;
    const isLate = refund.some(part => part.kind === 'no-return' && part.late);
    return {
      ...page,
      parts: [...refund, ...(isLate ? [] : (page?.parts ?? []))],
      suggestions: suggest('person', 'order-status'),
      // "Yes" takes the colleague who is offered then.
      memory: {
        ...page?.memory,
        failures: 0,
        topic: facts.passages[0]?.article.id,
        ...(isLate ? { lastIntent: 'person' as const } : {}),
      },
    };
  }
  if (!turn.signedIn && asksOwnRefund(understanding.said ?? '', facts.memory)) {
    const late = refundLate(understanding, facts);
    const page = facts.passages[0]?.again || late.late ? null : answered(facts);
    return {
      ...page,
      parts: [...(page?.parts ?? []), { kind: 'sign-in-for-refund', ...late }],
      suggestions: suggest('person'),
      memory: {
        ...page?.memory,
        failures: 0,
        topic: facts.passages[0]?.article.id,
        ...(late.late ? { lastIntent: 'person' as const } : {}),
      },
    };
  }
  const warranty = ownWarranty(turn, understanding, facts);
  if (warranty) {
    const rule = facts.passages[0]?.again ? null : answered(facts);
    return { ...rule, parts: [warranty, ...(rule?.parts ?? [])], suggestions: suggest('person') };
  }
  if (understanding.plainly?.name === 'how-to-order') {
    const page = facts.passages[0]?.again ? null : answered(facts);
    return {
      ...page,
      parts: [{ kind: 'how-to-order', inCart: (facts.cart?.lines.length ?? 0) > 0 }, ...(page?.parts ?? [])],
      suggestions: suggest('view-cart', 'recommend', 'person'),
      // What is asked of paying next is a question of its own.
      memory: { failures: 0 },
    };
  }
  if (understanding.plainly?.name === 'membership-year' && tellsOfRegulars(facts.passages, understanding.language))
    return {
      parts: [
        { kind: 'spend-counting', ...(facts.memory.policy === 'membership-year' ? { again: true as const } : {}) },
      ],
      suggestions: suggest('person'),
      memory: { failures: 0, ...(facts.passages[0] ? spokenFrom(facts.passages[0], facts, []) : {}) },
    };
  const spend = ownSpend(turn, understanding, facts);
  if (spend) {
    // What the page says of it was told a moment ago.
    const beside = understanding.plainly && !facts.passages[0]?.again ? answered(facts) : null;
    return {
      ...beside,
      parts: [spend, ...(beside?.parts ?? [])],
      suggestions: suggest('order-status', 'person'),
      memory: { ...beside?.memory, ownAsked: { matters: ['sum'], at: facts.memory.turns } },
    };
  }
  const [first] = facts.passages;
  const barred =
    understanding.plainly?.name === 'abroad' ? notSentAbroad(first?.article, understanding, facts) : undefined;
  if (barred)
    return {
      parts: [{ kind: 'answer', passage: barred, others: [] }],
      suggestions: suggest('person'),
      memory: { failures: 0, ...spokenFrom(barred, facts, [barred]) },
    };
  const toChange = orderToChange(turn, understanding, facts);
  if (toChange?.status === 'shipped' && understanding.plainly?.name === 'order-change')
    return {
      parts: [{ kind: 'change-too-late', order: toChange, days: facts.shop.returnDays }],
      suggestions: suggest('person'),
      memory: { failures: 0, topic: facts.passages[0]?.article.id },
    };
  const page = toChange && answered(facts);
  if (page)
    return {
      ...page,
      parts: [...page.parts, { kind: 'order', order: toChange }],
      suggestions: page.suggestions?.length ? page.suggestions : suggest('person'),
    };
  const tooLate = noneToChange(turn, understanding, facts);
  if (tooLate) {
    // How it is done is told, too: it may be of another account, or of the next one.
    const rule = facts.passages[0]?.again ? [] : (answered(facts)?.parts ?? []);
    return { ...tooLate, parts: [...rule, ...tooLate.parts] };
  }
  if (understanding.plainly?.name === 'order-number' && turn.signedIn && facts.orders.length > 0) {
    const beside = answered(facts);
    return {
      ...beside,
      parts: [...(beside?.parts ?? []), { kind: 'orders', orders: facts.orders.slice(0, mostOrders) }],
    };
  }
  if (understanding.plainly?.name === 'lost-number' && !turn.signedIn) {
    const beside = answered(facts);
    return {
      ...beside,
      parts: [{ kind: 'number-lost' }, ...(beside?.parts ?? [])],
      suggestions: suggest('person'),
    };
  }
  return null;
};
