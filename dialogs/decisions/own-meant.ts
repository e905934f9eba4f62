/** Which of somebody's own orders is meant, and which thing of it. */
import type { Order, OrderLine } from '../../knowledge/domain/order.ts';
import { orderMeantNext, orderToldOf } from '../order-told.ts';
import { ordersOn } from '../orders-then.ts';
import type { Turn, Understanding } from '../turn.ts';
import type { TurnFacts } from '../turn-facts.ts';
import { withoutDenied } from '../understand/orders/not-meant.ts';
import { asksIfRegistered, speaksOfCancelled } from '../understand/orders/refund-asked.ts';
import { linesSpokenOf } from './lines-spoken-of.ts';
import { isUnderWay, orderPointedAt } from './own-orders.ts';

const ofAll = /\b(?:altogether|all together|in total|everything)\b|一共|总共|加起来/u;

export interface OwnMeant {
  readonly order: Order;
  readonly line?: OrderLine | undefined;
}

const lasts = 5;
const isComing =
  /\bon (?:its|the) way\b|\bnot (?:here|arrived) yet\b|\bbefore it (?:gets|comes|arrives)\b|在路上|还没到|没到/u;

/** The order that is meant, and the thing of it; undefined: it is none, or nobody can tell which. */
export const ownMeant = (turn: Turn, understanding: Understanding, facts: TurnFacts): OwnMeant | undefined => {
  const { own, entities } = understanding;
  const said = withoutDenied(understanding.said ?? '');
  const { orders, memory, shop, returns = [] } = facts;
  if (!own) return undefined;
  if (entities.orderNumber !== undefined) {
    const order = orderPointedAt(turn, understanding, orders);
    return order && { order, line: linesSpokenOf(said, [order], shop)[0]?.line };
  }
  // The money for what was called off.
  const undone =
    own.matters.includes('refunded') && speaksOfCancelled(said)
      ? orders.find(({ status }) => status === 'cancelled')
      : undefined;
  if (undone) return { order: undone };
  const told = orderToldOf(orders, memory);
  // Whether the money is there is asked of what went back, whichever was told.
  const isBack = ({ id, status }: Order): boolean =>
    (status === 'returned' && !asksIfRegistered(said)) || returns.some(one => one.order === id);
  if (own.matters.includes('refunded') && linesSpokenOf(said, orders, shop).length === 0 && !entities.when) {
    const back = told && isBack(told) ? told : orders.find(isBack);
    if (back) return { order: back };
  }
  const coming = orders.filter(isUnderWay);
  // What is on its way is asked when it comes, and not what came long ago.
  const isToCome = isComing.test(said) || own.matters.includes('when');
  const ofComing = isToCome ? linesSpokenOf(said, coming, shop) : [];
  const all = linesSpokenOf(said, orders, shop);
  // "Send the jacket back and get the navy one": a colour alone makes it no other order's.
  const ofTold = told
    ? linesSpokenOf(said, [told], shop).filter(({ plainly }) => plainly >= (all[0]?.plainly ?? 0))
    : [];
  const named = ofComing.length > 0 ? ofComing : ofTold.length > 0 ? ofTold : all;
  const then = ordersOn(entities.when, orders, turn.text);
  const next = own.last ? orders[0] : orderMeantNext(turn, understanding, facts);
  const among = (order: Order | undefined): OwnMeant | undefined => {
    const one = order && named.find(({ order: { id } }) => id === order.id);
    return one && { order: one.order, line: one.line };
  };
  if (named.length > 0) {
    const onDay = named.find(({ order }) => then.includes(order));
    const one = among(next) ?? onDay ?? among(told) ?? named[0]!;
    return { order: one.order, line: one.line };
  }
  // By a name that its title has in passing: "Rock oolong, Da Hong Pao style".
  const called = own.costs ? told?.lines.find(({ product }) => entities.products.includes(product)) : undefined;
  if (told && called) return { order: told, line: called };
  // Goods are named that no order holds.
  if (entities.products.length > 0) return undefined;
  if (next) return { order: next };
  if (entities.when && then.length === 1) return { order: then[0]! };
  // Several of that time, and none of them is the one that was told of.
  if (then.length > 1 && !(told && then.includes(told))) return undefined;
  if (then.length > 1 && ofAll.test(said)) return undefined;
  if (entities.when?.from !== undefined && own.points && then.length === 0) return undefined;
  if (told && memory.turns - (memory.orderTold?.at ?? Number.NEGATIVE_INFINITY) <= lasts) {
    const line = told.lines.find(({ product }) => product === memory.ownAsked?.product);
    return { order: told, line };
  }
  // Who brings it is asked of what is coming, or of what came last.
  const brought = own.matters.includes('carrier') ? (coming[0] ?? orders.find(one => one.shipment)) : undefined;
  return brought && { order: brought };
};
