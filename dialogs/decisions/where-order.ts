/** Where one's order is, with exactly one still to come: that one, and not the list. */
import type { Order } from '../../knowledge/domain/order.ts';
import type { Suggestion } from '../reply.ts';
import { asksWhereOne } from '../understand/orders/where-asked.ts';
import { type Draft, suggest } from './draft.ts';
import { isUnderWay } from './own-orders.ts';

const allOrders: Suggestion = {
  kind: 'ask',
  label: { en: 'All my orders', zh: '我的全部订单' },
  text: { en: 'Show me all my orders', zh: '看看我的全部订单' },
};

/** The others are a tap away. Undefined: it is not asked so, or none or several are under way. */
export const onlyComing = (said: string, orders: readonly Order[]): Draft | undefined => {
  const [only, ...others] = orders.filter(isUnderWay);
  if (!only || others.length > 0 || !asksWhereOne(said)) return undefined;
  return {
    parts: [{ kind: 'order', order: only }],
    suggestions: [...(orders.length > 1 ? [allOrders] : []), ...suggest('person')],
  };
};
