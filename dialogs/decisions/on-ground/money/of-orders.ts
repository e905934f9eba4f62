/** When an order comes, where it could go, and whether it can be wrapped: asked where one was told of. */
import type { CostPart } from '../../../cost-parts.ts';
import { wallTimeOf } from '../../../offers/rules/calendar.ts';
import type { Turn, Understanding } from '../../../turn.ts';
import type { CostBefore, TurnFacts } from '../../../turn-facts.ts';
import { suggest } from '../../draft.ts';
import type { DecideOn } from '../../on-ground.ts';
import { orderPointedAt } from '../../own-orders.ts';
import { staysOn } from './stays-on.ts';

type Told = NonNullable<CostBefore['orders']>[number];
type Arrival = Extract<CostPart, { kind: 'order-arrival' }>;

const onItsWay: ReadonlySet<Told['order']['status']> = new Set(['placed', 'packed', 'shipped']);
const dayOf = (at: Date): string => at.toISOString().slice(0, 10);

const standsAt = ({ order, arrives }: Told, now: Date): Arrival['is'] => {
  if (order.status === 'delivered') return 'here';
  if (!onItsWay.has(order.status)) return 'none';
  if (order.shipment) return dayOf(order.shipment.expectedAt) < dayOf(now) ? 'overdue' : 'coming';
  return arrives && arrives.to < now ? 'late' : 'to-leave';
};

/** Whether it comes by the day that is asked about. */
const comesBy = (told: Told): Pick<Arrival, 'by'> => {
  const { by: day, arrives, order } = told;
  if (!day) return {};
  const [first, last] = order.shipment
    ? [order.shipment.expectedAt, order.shipment.expectedAt].map(at => new Date(`${dayOf(at)}T00:00:00Z`))
    : [arrives?.from, arrives?.to];
  if (!first || !last) return {};
  return { by: { day, comes: last <= day ? 'surely' : first <= day ? 'perhaps' : 'not' } };
};

const dayMilliseconds = 86_400_000;
/** Of an order that has not left: the day on which it should, on the clock of the shop. */
const leavesOn = ({ leaves: day, order }: Told, { shop, now }: TurnFacts): Pick<Arrival, 'leaves'> => {
  if (!day || order.shipment) return {};
  const wall = wallTimeOf(now, shop.timeZone);
  const ahead = Math.round((day.getTime() - Date.UTC(wall.year, wall.month - 1, wall.day)) / dayMilliseconds);
  return { leaves: { day, is: ahead < 0 ? 'past' : ahead === 0 ? 'today' : 'tomorrow' } };
};

/** "The sunscreen one": of several on their way the one that is named. */
const named = (turn: Turn, understanding: Understanding, orders: readonly Told[]): Told | undefined => {
  const order = orderPointedAt(
    turn,
    understanding,
    orders.map(told => told.order),
  );
  return orders.find(told => told.order === order);
};

export const arrivalAsked: DecideOn = (_ground, turn, understanding, facts) => {
  const before = facts.costBefore;
  if (before?.of === 'unseen')
    return { parts: [{ kind: 'own-unseen' }], memory: { failures: 0, ...staysOn(before, facts) } };
  if (before?.of !== 'orders') return undefined;
  const { orders = [] } = before;
  // What is on its way is what anybody waits for.
  const coming = orders.filter(({ order }) => onItsWay.has(order.status));
  const first = named(turn, understanding, coming) ?? coming[0];
  const meant = first ? [first] : orders;
  if (meant.length === 0) return undefined;
  return {
    parts: meant.map(told => ({
      kind: 'order-arrival' as const,
      order: told.order,
      is: standsAt(told, facts.now),
      ...(told.arrives ? { arrives: told.arrives } : {}),
      ...comesBy(told),
      ...leavesOn(told, facts),
    })),
    suggestions: suggest('person'),
    memory: { failures: 0, ...staysOn({ ...before, orders: meant }, facts) },
  };
};

const orderOf = ({ costBefore }: TurnFacts): Told['order'] | undefined =>
  costBefore?.of === 'orders' ? costBefore.orders?.[0]?.order : undefined;

export const toPlaceAsked: DecideOn = (_ground, _turn, _understanding, facts) => {
  const order = orderOf(facts);
  const { costBefore, delivery } = facts;
  if (!order || !costBefore || delivery?.told.place === undefined) return undefined;
  const { place, fee, days } = delivery.told;
  return {
    parts: [{ kind: 'order-to-place', order, place, days, ...(fee ? { fee } : {}) }],
    suggestions: suggest('person'),
    memory: { failures: 0, ...staysOn(costBefore, facts) },
  };
};

export const wrapAsked: DecideOn = (_ground, _turn, _understanding, facts) => {
  const order = orderOf(facts);
  const { costBefore } = facts;
  if (!order || !costBefore) return undefined;
  return {
    parts: [{ kind: 'order-wrap', order }],
    suggestions: suggest('person'),
    memory: { failures: 0, ...staysOn(costBefore, facts) },
  };
};
