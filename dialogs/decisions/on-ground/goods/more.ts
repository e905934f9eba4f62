/** "Show me more", after orders were told of or bought goods proposed: the orders that were not told of yet. */
import { isWithinReturnWindow, type Order } from '../../../../knowledge/domain/order.ts';
import { cancellable } from '../../../offers/ledger/cancel.ts';
import { mostOrders } from '../../../orders-then.ts';
import type { TurnFacts } from '../../../turn-facts.ts';
import { goodsOfOrders } from '../../../understand/ground/goods-lying.ts';
import { say, suggest } from '../../draft.ts';
import type { DecideOn } from '../../on-ground.ts';

/** What was to be done with the orders that were told of. */
const askedFor = ({ memory: { lastIntent } }: TurnFacts): 'start-return' | 'cancel-order' | undefined =>
  lastIntent === 'start-return' || lastIntent === 'cancel-order' ? lastIntent : undefined;

/** Undefined: no orders were told of. */
export const moreOrders: DecideOn = (ground, turn, _understanding, facts) => {
  const { memory, orders, shop, now } = facts;
  const isOfOrders = goodsOfOrders(memory).length > 0;
  if (!turn.signedIn || (!isOfOrders && ground.kind !== 'again')) return undefined;
  const can = isOfOrders ? askedFor(facts) : undefined;
  const isMeant = (order: Order): boolean =>
    can === 'start-return'
      ? isWithinReturnWindow(order, shop.returnDays, now)
      : can === undefined || cancellable.some(status => status === order.status);
  const told = isOfOrders ? (memory.goodsOfOrders?.numbers ?? []) : orders.slice(0, 1).map(order => order.number);
  const more = orders.filter(order => !told.includes(order.number) && isMeant(order)).slice(0, mostOrders);
  return {
    ...say({ kind: 'more-orders', orders: more, ...(can ? { can } : {}) }),
    memory: { failures: 0 },
    suggestions: suggest('person'),
  };
};
