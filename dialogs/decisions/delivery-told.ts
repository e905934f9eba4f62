/** Delivery worked out for the place and the day that are asked about, with what else the message asks of the pages. */
import type { Understanding } from '../turn.ts';
import type { TurnFacts } from '../turn-facts.ts';
import { toFreeDelivery } from './delivery-of-cart.ts';
import { type Draft, suggest } from './draft.ts';
import { notSentAbroad } from './not-sent-abroad.ts';
import { answered, spokenFrom } from './page-answer.ts';

/** Null: nothing such is asked, or no page tells it. */
export const deliveryTold = (
  understanding: Pick<Understanding, 'intent' | 'delivery' | 'plainly' | 'language' | 'preferences' | 'goods'>,
  facts: TurnFacts,
): Draft | null => {
  const { intent, delivery, plainly } = understanding;
  if (!delivery || !facts.delivery || intent !== 'question') return null;
  const { told, pages } = facts.delivery;
  const barred = told.abroad ? notSentAbroad(told.article, understanding, facts) : undefined;
  if (barred)
    return {
      parts: [{ kind: 'answer', passage: barred, others: [] }],
      suggestions: suggest('person'),
      memory: { failures: 0, ...spokenFrom(barred, facts, [barred]) },
    };
  // What is said of other places is no answer; what costs or duties are asked beside it is.
  const beside = facts.passages.filter(
    ({ article, asked, again, hedged }) =>
      !pages.includes(article.id) &&
      !(told.cost && article.topic === told.article.topic) &&
      !again &&
      !hedged &&
      (asked !== undefined || plainly !== undefined),
  );
  const ofCart =
    told.cost && facts.cartPriced && facts.cart?.lines.length ? [toFreeDelivery(facts.shop, facts.cartPriced)] : [];
  const { cost, ...withoutCost } = told;
  const rest = beside.length > 0 ? answered({ ...facts, passages: beside }) : null;
  const { place: _, ...kept } = delivery;
  const page = facts.passages.find(({ article }) => article.id === told.article.id);
  return {
    parts: [
      { kind: 'delivery-told', ...withoutCost, ...(cost && ofCart.length === 0 ? { cost } : {}) },
      ...ofCart,
      ...(rest?.parts.filter(part => part.kind === 'answer') ?? []),
    ],
    suggestions: suggest('person'),
    memory: {
      failures: 0,
      ...(page ? spokenFrom(page, facts, [page]) : { topic: told.article.id }),
      delivery: { ...kept, at: facts.memory.turns },
    },
  };
};
