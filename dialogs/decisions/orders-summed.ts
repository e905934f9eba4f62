/** What was paid for the orders of a time, or for all, counted from the records: cancelled and returned ones aside. */
import type { Order } from '../../knowledge/domain/order.ts';
import { mostOrdersRead } from '../orders-then.ts';
import type { ReplyPart } from '../reply.ts';
import type { TurnFacts } from '../turn-facts.ts';
import type { OrdersSummed } from '../understand/orders/orders-summed.ts';
import { type Draft, suggest } from './draft.ts';

const paidFor: ReadonlySet<Order['status']> = new Set(['placed', 'packed', 'shipped', 'delivered']);
const dayOf = (at: Date): string => at.toISOString().slice(0, 10);

const ordersOfTime = (orders: readonly Order[], { days }: OrdersSummed): readonly Order[] =>
  orders.filter(
    ({ placedAt, status }) =>
      paidFor.has(status) &&
      (days?.from === undefined || dayOf(placedAt) >= days.from) &&
      (days?.to === undefined || dayOf(placedAt) <= days.to),
  );

/** Where older orders may not have been read, it is told of the time that was. `orders`: the latest first. */
const knownFrom = (orders: readonly Order[], asked: string | undefined): string | undefined => {
  const oldest = orders.length < mostOrdersRead ? undefined : orders.at(-1);
  const known = oldest && dayOf(oldest.placedAt);
  return known !== undefined && (asked === undefined || asked < known) ? known : asked;
};

export const sumOfOrders = (asked: OrdersSummed, { orders, shop, memory, now }: TurnFacts): Draft => {
  const counted = ordersOfTime(orders, asked);
  const minor = counted.reduce((sum, { total }) => sum + total.minor, 0);
  const [dearest] = counted
    .flatMap(order => order.lines.map(line => ({ order, line })))
    .sort((a, b) => b.line.paid.minor / b.line.quantity - a.line.paid.minor / a.line.quantity);
  const { to } = asked.days ?? {};
  const from = knownFrom(orders, asked.days?.from);
  const isOver = to !== undefined && to < dayOf(now);
  const part: ReplyPart =
    asked.dearest && dearest
      ? { kind: 'own-paid', ...dearest, dearest: true }
      : {
          kind: 'orders-sum',
          paid: { minor, currency: shop.currency },
          count: counted.length,
          ...(from === undefined ? {} : { from: new Date(from) }),
          ...(isOver ? { to: new Date(to) } : {}),
        };
  return {
    parts: [part],
    suggestions: suggest('order-status', 'person'),
    memory: {
      failures: 0,
      ownAsked: { matters: ['sum'], at: memory.turns, ...(asked.days ? { days: asked.days } : {}) },
    },
  };
};
