/** The order of one's own that is named where a rule is asked about: it is shown beside the rule. */
import type { Order } from '../../knowledge/domain/order.ts';
import { ordersOn } from '../orders-then.ts';
import type { Turn, Understanding } from '../turn.ts';
import type { TurnFacts } from '../turn-facts.ts';
import type { Decide } from './draft.ts';
import { orderPointedAt } from './own-orders.ts';

/** By its number, or the only one of the day that is named. */
const orderNamed = (turn: Turn, { entities, plainly }: Understanding, { orders }: TurnFacts): Order | undefined => {
  if (!turn.signedIn) return undefined;
  if (entities.orderNumber !== undefined) return orderPointedAt(turn, { entities }, orders);
  const [only, ...more] = plainly?.name === 'invoice-order' ? ordersOn(entities.when, orders, turn.text) : [];
  return more.length === 0 ? only : undefined;
};

/** An order that is named is new to what was told before: the rule is no repetition then. */
export const besideOrder =
  (answer: Decide): Decide =>
  (turn, understanding, facts) => {
    const order = orderNamed(turn, understanding, facts);
    if (!order) return answer(turn, understanding, facts);
    const draft = answer(turn, understanding, {
      ...facts,
      passages: facts.passages.map(({ again: _, ...passage }) => passage),
    });
    return draft.parts.some(part => 'order' in part || part.kind === 'orders')
      ? draft
      : { ...draft, parts: [{ kind: 'order', order }, ...draft.parts] };
  };
