/** Where an order is, whether it can still go back, and the flows that cancel one or send it back. */
import { isWithinReturnWindow, type Order } from '../../knowledge/domain/order.ts';
import { orderMeantNext, orderToldNow, orderToldOf } from '../order-told.ts';
import { mostListed, mostOrders, noneWasPlaced, ordersOn } from '../orders-then.ts';
import type { ReplyPart } from '../reply.ts';
import type { Turn, Understanding } from '../turn.ts';
import type { TurnFacts } from '../turn-facts.ts';
import { hasFormOfQuestion } from '../understand/intent/settled-intent.ts';
import { asksMoneyBack } from '../understand/orders/after-cancelling.ts';
import { asksIfCalledOff } from '../understand/orders/called-off.ts';
import { asksWhoCancelled, whoCancelledIn } from '../understand/orders/cancelled-told.ts';
import { asksToListOrders, asksWhatIsIn } from '../understand/orders/contents-asked.ts';
import { asksIfBought, asksWhichHolds } from '../understand/orders/holding-asked.ts';
import { asksBeforeLast, orderPlaceIn } from '../understand/orders/order-pointed.ts';
import { asksSent, waitsFor } from '../understand/orders/order-talk.ts';
import {
  askedBesideOrder,
  asksContents,
  asksUnderWay,
  asksWhereNumber,
  placedWithin,
} from '../understand/orders/orders-asked.ts';
import { thingOfOrder } from '../understand/orders/other-order.ts';
import { type Decide, type Draft, suggest } from './draft.ts';
import { goodsAsked, noneOf, ordersHolding } from './goods-of-orders.ts';
import { linesSpokenOf } from './lines-spoken-of.ts';
import { orderSpokenOf } from './order-meant.ts';
import { spokenOfJustNow } from './order-spoken-of.ts';
import { otherOrder } from './other-order.ts';
import { orderAskedOf, orderPointedAt } from './own-orders.ts';
import { partCalledOff } from './part-called-off.ts';
import { offeringReturn, windowOf } from './return-window.ts';
import { onlyComing } from './where-order.ts';

const onItsWay: ReadonlySet<Order['status']> = new Set(['placed', 'packed', 'shipped']);

/** Who called it off no order tells: it is shown, and a person can look. */
const whoCancelled = (turn: Turn, understanding: Understanding, facts: TurnFacts): Draft | null => {
  if (!turn.signedIn || !asksWhoCancelled(understanding.said ?? '')) return null;
  const order =
    facts.order ??
    orderPointedAt(turn, understanding, facts.orders) ??
    facts.orders.find(({ status }) => status === 'cancelled');
  if (order?.status !== 'cancelled') return null;
  return {
    parts: [
      { kind: 'order', order },
      { kind: 'part-unknown', asked: whoCancelledIn(turn.text) },
    ],
    suggestions: suggest('person'),
  };
};

export const orderStatus: Decide = (turn, understanding, facts) => {
  const cancelled = whoCancelled(turn, understanding, facts);
  if (cancelled) return cancelled;
  const told = orderToldOf(facts.orders, facts.memory);
  if (turn.signedIn && told && asksIfCalledOff(understanding.said ?? '', facts.memory))
    return { parts: [{ kind: 'order', order: told }], suggestions: suggest('person') };
  if (facts.order && asksWhatIsIn(understanding.said ?? ''))
    return {
      parts: [{ kind: 'order', order: facts.order, contents: true }],
      suggestions: suggest('start-return', 'person'),
    };
  if (facts.order) {
    const beside = askedBesideOrder(turn.text);
    const open: ReplyPart[] = beside === undefined ? [] : [{ kind: 'part-unknown', asked: beside }];
    return { parts: [{ kind: 'order', order: facts.order }, ...open], suggestions: suggest('start-return', 'person') };
  }
  // Whoever is signed in has no e-mail address to check.
  if (facts.orderRefused && turn.signedIn && facts.orders.length > 0) return noneOf('of-number', facts);
  if (facts.orderRefused) return { parts: [{ kind: 'order-not-found' }], suggestions: suggest('person') };
  if (turn.signedIn) {
    if (facts.orders.length === 0 && asksWhereNumber(understanding.said ?? ''))
      return { parts: [{ kind: 'no-orders' }, { kind: 'ask-order-number' }], suggestions: suggest('person') };
    if (facts.orders.length === 0) return { parts: [{ kind: 'no-orders' }], suggestions: suggest('recommend') };
    if (asksWhatIsIn(understanding.said ?? '')) return contentsOf(turn, understanding, facts);
    if (asksToListOrders(understanding.said ?? '')) return eachOf(turn, understanding, facts);
    // "If my order isn't here by Friday I won't take it": the one that is awaited.
    const [awaited, ...others] = facts.orders.filter(order => onItsWay.has(order.status));
    if (understanding.hurries && awaited && others.length === 0) return hurried(awaited);
    if (placedTooLongAgo(understanding, facts)) return noneOf('just-now', facts);
    const other = otherOrder(turn, understanding, facts);
    if (other) return other;
    const holding = ordersAskedBy(turn, understanding, facts);
    if (holding) return holding;
    const underWay = facts.orders.filter(order => onItsWay.has(order.status));
    if (asksUnderWay(turn.text)) {
      const orders = (underWay.length > 0 ? underWay : facts.orders).slice(0, mostOrders);
      return {
        parts: [{ kind: 'orders', orders, ...(underWay.length > 0 ? {} : { none: 'under-way' as const }) }],
        suggestions: suggest('person'),
      };
    }
    const second = facts.memory.orderTold || !asksBeforeLast(understanding.said ?? '') ? undefined : facts.orders[1];
    const next = second ?? orderMeantNext(turn, understanding, facts);
    if (next) return { parts: [{ kind: 'order', order: next }], suggestions: suggest('start-return', 'person') };
    if (pointsBefore(understanding, facts)) return noneOf('before', facts);
    const asked = orderAskedOf(turn, understanding, facts);
    if (asked && understanding.hurries) return hurried(asked);
    if (asked)
      return {
        parts: [
          { kind: 'order', order: asked, ...(asksSent(understanding.said ?? '') ? { sent: true } : {}) },
          ...usualTime(asked, facts),
        ],
        suggestions: suggest('start-return', 'person'),
      };
    if (noneWasPlaced(turn, understanding, facts.orders)) return noneOf('of-days', facts);
    const spokenOf = ordersOn(understanding.entities.when, facts.orders, turn.text);
    if (spokenOf.length === 1) {
      return { parts: [{ kind: 'order', order: spokenOf[0]! }], suggestions: suggest('start-return', 'person') };
    }
    const named = spokenOf.length > 0 ? undefined : orderNamed(understanding, facts);
    if (named) return { parts: [{ kind: 'order', order: named }], suggestions: suggest('start-return', 'person') };
    const coming = spokenOf.length > 0 ? undefined : onlyComing(understanding.said ?? '', facts.orders);
    if (coming) return coming;
    const shown = spokenOf.length > 0 ? spokenOf : facts.orders;
    const none = underWay.length === 0 && waitsFor(understanding.said ?? '') ? { none: 'under-way' as const } : {};
    return {
      parts: [
        {
          kind: 'orders',
          orders: shown.slice(0, mostOrders),
          ...none,
          ...(asksContents(turn.text) ? { contents: true as const } : {}),
        },
      ],
      suggestions: suggest('start-return', 'person'),
    };
  }
  if (understanding.hurries) return byPerson;
  // Nothing is known of what a guest bought.
  if (asksIfBought(understanding.said ?? '')) return { parts: [{ kind: 'no-orders' }], suggestions: suggest('person') };
  const { orderNumber } = understanding.entities;
  return { parts: [], start: { flow: 'guest-order', ...(orderNumber ? { number: orderNumber } : {}) } };
};

/** The orders by what is in them: which holds the thing, whether it was ever bought, how far 面霜那单 is. Null: it is not asked so. */
const ordersAskedBy = (turn: Turn, understanding: Understanding, facts: TurnFacts): Draft | null => {
  const { said = '' } = understanding;
  const ofHistory = asksIfBought(said) || asksWhichHolds(said);
  if (!ofHistory && thingOfOrder(said) === null) return null;
  const goods = goodsAsked(turn, understanding, facts);
  if (!goods) return null;
  const found = ordersHolding(goods, facts.orders);
  const [only, ...more] = found;
  if (!only)
    return ofHistory
      ? { parts: [{ kind: 'not-in-orders', what: goods.what }], suggestions: suggest('order-status', 'person') }
      : null;
  if (!ofHistory && more.length === 0)
    return { parts: [{ kind: 'order', order: only }], suggestions: suggest('start-return', 'person') };
  const coming = ofHistory ? [] : found.filter(order => onItsWay.has(order.status));
  if (coming.length === 1)
    return { parts: [{ kind: 'order', order: coming[0]! }], suggestions: suggest('start-return', 'person') };
  return {
    parts: [{ kind: 'orders', orders: found.slice(0, mostOrders), holding: goods.what }],
    suggestions: suggest('start-return', 'person'),
  };
};

/** 茶馆外套到哪了: the one order that holds it, on its way or, where none such is, of those that came. */
const orderNamed = ({ said = '' }: Understanding, { orders, shop }: TurnFacts): Order | undefined => {
  const holding = (some: readonly Order[]) => [...new Set(linesSpokenOf(said, some, shop).map(({ order }) => order))];
  const coming = holding(orders.filter(order => onItsWay.has(order.status)));
  const [only, ...others] = coming.length > 0 ? coming : holding(orders);
  return others.length === 0 ? only : undefined;
};

/** All of them, or those of a time, with what each came to. */
const eachOf = (turn: Turn, understanding: Understanding, facts: TurnFacts): Draft => {
  if (noneWasPlaced(turn, understanding, facts.orders)) return noneOf('of-days', facts);
  const then = ordersOn(understanding.entities.when, facts.orders, turn.text);
  const orders = (then.length > 0 ? then : facts.orders).slice(0, mostListed);
  return { parts: [{ kind: 'orders', orders, each: true }], suggestions: suggest('start-return', 'person') };
};

/** What one order holds; of several of a time or with the same thing, those. */
const contentsOf = (turn: Turn, understanding: Understanding, facts: TurnFacts): Draft => {
  const { orders, memory, shop } = facts;
  if (noneWasPlaced(turn, understanding, orders)) return noneOf('of-days', facts);
  const said = understanding.said ?? '';
  const second = memory.orderTold === undefined && asksBeforeLast(said) ? orders[1] : undefined;
  const then = ordersOn(understanding.entities.when, orders, turn.text);
  const isNamed = linesSpokenOf(said, then, shop).length > 0;
  if (then.length > 1 && !isNamed && !understanding.entities.orderNumber)
    return {
      parts: [{ kind: 'orders', orders: then.slice(0, mostOrders), contents: true }],
      suggestions: suggest('start-return', 'person'),
    };
  const order = second ?? orderSpokenOf(turn, understanding, facts);
  return {
    parts: order ? [{ kind: 'order', order, contents: true }] : [{ kind: 'no-orders' }],
    suggestions: suggest('start-return', 'person'),
  };
};

/** "The one I placed a few minutes ago", where the latest came long before. */
export const placedTooLongAgo = ({ said = '' }: Understanding, { orders, now }: TurnFacts): boolean => {
  const days = placedWithin(said);
  const [latest] = orders;
  if (days === undefined || !latest) return false;
  const isUnderWay = onItsWay.has(latest.status);
  return now.getTime() - latest.placedAt.getTime() > (isUnderWay ? days + 1 : days) * 86_400_000;
};

const byPerson: Draft = {
  parts: [{ kind: 'offer-person', to: 'hurry' }],
  suggestions: suggest('person', 'help'),
  memory: { lastIntent: 'person' },
};
/** What is there already needs no hurry; a courier is hurried by a person. */
const hurried = (order: Order): Draft =>
  onItsWay.has(order.status)
    ? { ...byPerson, parts: [{ kind: 'order', order }, ...byPerson.parts] }
    : { parts: [{ kind: 'order', order }], suggestions: suggest('start-return', 'person') };

/** What has not been sent has no day yet: how long it takes from then on, as the page says, where that was looked up. */
const usualTime = ({ status, shipment }: Order, { passages, answerThreshold }: TurnFacts): ReplyPart[] => {
  const [page] = passages;
  const isOpen = shipment === undefined && onItsWay.has(status);
  return isOpen && page && page.score >= answerThreshold ? [{ kind: 'answer', passage: page, others: [] }] : [];
};

/** There is none before the one that was told. */
const pointsBefore = ({ said = '' }: Understanding, { memory, orders }: TurnFacts): boolean =>
  memory.orderTold !== undefined && orders.length > 0 && orderPlaceIn(said) === 'before';

export const cancelOrder: Decide = (turn, understanding, facts) => {
  const part = partCalledOff(turn, understanding, facts);
  if (part) return part;
  const next = turn.signedIn ? orderMeantNext(turn, understanding, facts) : undefined;
  if (turn.signedIn && !next && pointsBefore(understanding, facts)) return noneOf('before', facts);
  if (turn.signedIn && placedTooLongAgo(understanding, facts)) return noneOf('just-now', facts);
  if (turn.signedIn && facts.orders.length > 0 && noneWasPlaced(turn, understanding, facts.orders))
    return noneOf('of-days', facts);
  const orderNumber = understanding.entities.orderNumber ?? next?.number;
  return { parts: [], start: { flow: 'cancel-order', ...(orderNumber ? { number: orderNumber } : {}) } };
};

/** The return that was offered one message ago. */
export const returnOffered = ({ memory: { returnOffered: offered, turns } }: TurnFacts): string | undefined =>
  offered && turns - offered.at <= 2 ? offered.number : undefined;

/** 我要退款, right after an order that has not left was told: nothing has come that could go back, and it is called off instead. */
const unsentJustTold = (
  { said = '', entities, asksOf = [] }: Understanding,
  { memory, orders }: TurnFacts,
): Order | undefined => {
  const number = orderToldNow(memory);
  const isOfAnother = entities.orderNumber !== undefined || entities.products.length + asksOf.length > 0;
  if (number === undefined || isOfAnother || !asksMoneyBack(said)) return undefined;
  return orders.find(order => order.number === number && (order.status === 'placed' || order.status === 'packed'));
};

export const startReturn: Decide = (turn, understanding, facts) => {
  const next = turn.signedIn ? orderMeantNext(turn, understanding, facts) : undefined;
  if (turn.signedIn && !next && pointsBefore(understanding, facts)) return noneOf('before', facts);
  if (turn.signedIn && !next && facts.orders.length > 0 && noneWasPlaced(turn, understanding, facts.orders))
    return noneOf('of-days', facts);
  if (next && hasFormOfQuestion(understanding.said ?? ''))
    return offeringReturn(next, windowOf(next, turn, facts), facts.memory.turns);
  const unsent = turn.signedIn && !understanding.exchanges ? unsentJustTold(understanding, facts) : undefined;
  if (unsent) return { parts: [], start: { flow: 'cancel-order', number: unsent.number } };
  const spoken = turn.signedIn ? spokenOfJustNow(understanding, facts) : undefined;
  const orderNumber =
    understanding.entities.orderNumber ?? next?.number ?? returnOffered(facts) ?? spoken?.order.number;
  const isOfIt = spoken !== undefined && spoken.order.number === orderNumber && !understanding.exchanges;
  const [page] = facts.passages;
  // How the shop exchanges, before a person is offered; not what was told a moment ago, nor where nothing can go back.
  const isOpen =
    !turn.signedIn || facts.orders.some(order => isWithinReturnWindow(order, facts.shop.returnDays, facts.now));
  const isNew = page !== undefined && !page.again && page.article.id !== facts.memory.topic;
  const rule: ReplyPart[] =
    understanding.exchanges && isOpen && isNew && page.score >= facts.answerThreshold
      ? [{ kind: 'answer', passage: page, others: [] }]
      : [];
  return {
    parts: rule,
    start: {
      flow: 'return',
      ...(orderNumber ? { number: orderNumber } : {}),
      ...(isOfIt ? { product: spoken.product } : {}),
    },
  };
};
