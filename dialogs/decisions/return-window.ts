/** Until when an order of one's own could go back. */
import { type Order, type OrderLine, returnableUntil } from '../../knowledge/domain/order.ts';
import { refusalOf } from '../flows/return-lines.ts';
import { orderToldOf } from '../order-told.ts';
import type { ReplyPart } from '../reply.ts';
import type { Turn, Understanding } from '../turn.ts';
import type { TurnFacts } from '../turn-facts.ts';
import { asksOwnReturn, asksStillReturn, asksTimeLeft } from '../understand/orders/return-asked.ts';
import { type Draft, suggest } from './draft.ts';
import { goodsAsked } from './goods-of-orders.ts';

/**
 * Until when the order that is spoken of could go back, or that none holds what was named; null: no order of one's own is
 * spoken of, or there is none.
 */
export const ownReturn = (turn: Turn, understanding: Understanding, facts: TurnFacts): Draft | null => {
  const isOfOrder = asksOwnReturn(turn.text);
  const isOfTold = asksTimeLeft(understanding.said ?? '', facts.memory);
  if (
    understanding.inGeneral ||
    !turn.signedIn ||
    facts.orders.length === 0 ||
    !(isOfOrder || isOfTold || asksStillReturn(turn.text))
  )
    return null;
  const digits = understanding.entities.orderNumber?.replace(/\D+/g, '');
  const goods = goodsAsked(turn, understanding, facts);
  const order = digits
    ? facts.orders.find(one => one.number.replace(/\D+/g, '') === digits)
    : goods
      ? facts.orders.find(goods.isIn)
      : (isOfTold && orderToldOf(facts.orders, facts.memory)) || facts.orders[0];
  // Of goods that no order holds it is the rule that is asked about.
  if (!isOfOrder && !(isOfTold && !goods) && (!goods || !order)) return null;
  if (order && (!goods || goods.isIn(order)))
    return offeringReturn(order, windowOf(order, turn, facts), isOfOrder ? undefined : facts.memory.turns);
  return goods
    ? {
        parts: [{ kind: 'not-in-orders', what: goods.what, ...(order ? { number: order.number } : {}) }],
        suggestions: suggest('order-status', 'person'),
      }
    : null;
};

/** Where the thing was named and not the order, its return is offered: "yes" starts it. */
export const offeringReturn = (order: Order, part: ReplyPart, at: number | undefined): Draft => {
  const suggestions = part.kind === 'return-refused' ? suggest('person') : suggest('start-return', 'person');
  return at === undefined || part.kind !== 'return-window'
    ? { parts: [part], suggestions }
    : {
        parts: [{ ...part, offers: true }],
        suggestions,
        memory: { returnOffered: { at, number: order.number }, failures: 0 },
      };
};

export const windowOf = (
  order: Order,
  turn: Turn,
  { shop, returns = [] }: TurnFacts,
  line?: OrderLine,
): Extract<ReplyPart, { kind: 'return-refused' | 'return-window' }> => {
  const days = shop.returnDays;
  const ofLine = line ? { line } : {};
  const before = returns.filter(one => one.order === order.id);
  const reason = refusalOf(order, before, { turn, shop });
  return reason
    ? { kind: 'return-refused', order, reason, days, ...ofLine }
    : { kind: 'return-window', order, until: returnableUntil(order, days), ...ofLine };
};
