/** What is said of the shopper's own orders: the one that is spoken of, one that never came, and what was paid for all of them. */
import { inLanguage, type Language } from '../../knowledge/domain/language.ts';
import { fromMajor, toMajor } from '../../knowledge/domain/money.ts';
import type { Order } from '../../knowledge/domain/order.ts';
import { fold } from '../../knowledge/retrieval/text/fold.ts';
import type { RefundLate } from '../order-parts.ts';
import { orderToldOf } from '../order-told.ts';
import { mostOrders } from '../orders-then.ts';
import type { ReplyPart } from '../reply.ts';
import type { Turn, Understanding } from '../turn.ts';
import type { TurnFacts } from '../turn-facts.ts';
import {
  amountOfOrder,
  asksArrival,
  asksOfOrder,
  asksOwnSpend,
  asksSent,
  asksToRegular,
  placeOfOrder,
} from '../understand/orders/order-talk.ts';
import { changesParcel } from '../understand/orders/parcel-changes.ts';
import {
  asksIfRegistered,
  asksOwnRefund,
  speaksOfCancelled,
  tellsCameBack,
} from '../understand/orders/refund-asked.ts';
import { type Draft, suggest } from './draft.ts';
import { linesSpokenOf } from './lines-spoken-of.ts';

const onItsWay: ReadonlySet<Order['status']> = new Set(['placed', 'packed', 'shipped']);

export const isUnderWay = ({ status }: Order): boolean => onItsWay.has(status);

/** Named so plainly a thing is meant, whichever order holds it; of the latest ones less is enough. */
const plainlyMeant = 3;
const latest = 3;
const orderOfThing = (text: string, orders: readonly Order[]): Order | undefined =>
  linesSpokenOf(fold(text), orders, { categories: [] }).find(
    ({ order, plainly }) => plainly >= plainlyMeant || orders.indexOf(order) < latest,
  )?.order;

/** By its number, by what was paid for it, by its place among those told, or by what is in it; undefined: none is pointed at. */
export const orderPointedAt = (
  turn: Pick<Turn, 'text'>,
  { entities }: Pick<Understanding, 'entities'>,
  orders: readonly Order[],
): Order | undefined => {
  const digits = entities.orderNumber?.replace(/\D+/g, '');
  if (digits) return orders.find(order => order.number.replace(/\D+/g, '') === digits);
  const paid = amountOfOrder(turn.text.toLowerCase());
  if (paid !== undefined)
    return orders.find(({ total }) => Math.floor(toMajor(total)) === paid || Math.round(toMajor(total)) === paid);
  const place = placeOfOrder(turn.text.toLowerCase());
  return (place === undefined ? undefined : orders[place - 1]) ?? orderOfThing(turn.text, orders);
};

/** "When will it arrive", after the latest were told: the one that is still to come, and not the list again. */
export const orderAskedOf = (turn: Turn, understanding: Understanding, facts: TurnFacts): Order | undefined => {
  const { said = '' } = understanding;
  const isTold = facts.memory.lastIntent === 'order-status' && asksOfOrder(said, facts.memory);
  if (!isTold && !asksArrival(said, facts.memory) && !asksSent(said) && !understanding.hurries) return undefined;
  const meant = orderPointedAt(turn, understanding, facts.orders);
  if (amountOfOrder(said) !== undefined) return meant;
  return meant ?? facts.orders.find(order => onItsWay.has(order.status)) ?? facts.orders[0];
};

/** The parcel that is nowhere: the one pointed at, or the latest that should be there. */
export const orderMissing = (turn: Turn, understanding: Understanding, { orders }: TurnFacts): Order | undefined =>
  orderPointedAt(turn, understanding, orders) ??
  orders.find(order => order.status === 'delivered' || order.status === 'shipped');

const year = 365 * 86_400_000;
const thisYear = /\bthis year\b|\byear so far\b|今年/iu;
const paidFor: ReadonlySet<Order['status']> = new Set(['placed', 'packed', 'shipped', 'delivered']);

const namesRegular = /\b(?:vip|members?|membership|regulars?|level|tier|status)\b|会员|熟客|vip|等级|级别/u;
/** What was paid within the last twelve months, or this year where that is said; null: nothing of it is asked. */
export const ownSpend = (turn: Turn, understanding: Understanding, facts: TurnFacts): ReplyPart | null => {
  const { said = '', language } = understanding;
  const ofRegulars = asksToRegular(said, understanding.plainly?.name);
  if (!turn.signedIn || !(asksOwnSpend(said) || ofRegulars)) return null;
  const isThisYear = thisYear.test(turn.text);
  const since = isThisYear ? new Date(Date.UTC(turn.at.getUTCFullYear(), 0, 1)) : new Date(turn.at.getTime() - year);
  const minor = facts.orders
    .filter(order => order.placedAt >= since && paidFor.has(order.status))
    .reduce((sum, order) => sum + order.total.minor, 0);
  const isRegular = facts.shopper.segments.includes('vip');
  const asksRegular = namesRegular.test(said) || ofRegulars;
  const from = isRegular || !asksRegular || isThisYear ? undefined : regularFrom(facts.passages, language);
  const toGo = from === undefined ? 0 : fromMajor(from, facts.shop.currency).minor - minor;
  return {
    kind: 'own-spend',
    paid: { minor, currency: facts.shop.currency },
    within: isThisYear ? 'this-year' : 'twelve-months',
    isRegular,
    asksRegular,
    ...(toGo > 0 ? { toGo: { minor: toGo, currency: facts.shop.currency } } : {}),
  };
};

/** "Whoever spends ¥2,500 within a year becomes a regular": the amount, in whole units, as the page of regulars says it. */
const regularFrom = (passages: TurnFacts['passages'], language: Language): number | undefined => {
  const sentences = passages.flatMap(({ article }) => inLanguage(article.body, language).split(/(?<=[.。!?])\s*|\n+/u));
  const [, one, other] =
    sentences
      .filter(sentence => namesRegular.test(sentence.toLowerCase()))
      .map(sentence => amountSpent.exec(sentence))
      .find(found => found !== null) ?? [];
  const said = one ?? other;
  return said === undefined ? undefined : Number(said.replaceAll(',', ''));
};
/** The page has such regulars at all. */
export const tellsOfRegulars = (passages: TurnFacts['passages'], language: Language): boolean =>
  regularFrom(passages, language) !== undefined;
const amountSpent = /\bspends? [¥￥] ?(\d[\d,]*)|消费满? ?[¥￥]? ?(\d[\d,]*) ?元?/u;

/** How long ago a cancelled order may be for its refund to be the one asked about. */
const lately = 90 * 86_400_000;
const mostReturns = 3;
/** So many messages on it is still the refund that was told of. */
const refundLasts = 3;

/** What is cancelled is paid back at once, and no bank takes longer than this. */
const longestRefund = 14 * 86_400_000;
export const refundState = (order: Order, now: Date): Extract<ReplyPart, { kind: 'refund-state' }> => ({
  kind: 'refund-state',
  order,
  ...(order.status === 'cancelled' && now.getTime() - order.placedAt.getTime() > longestRefund
    ? { isDue: true as const }
    : {}),
});

/** Where the refund is, of the order pointed at or of all, newest first; or that nothing comes back. Null: it is not asked, or could not be read. */
export const ownRefund = (turn: Turn, understanding: Understanding, facts: TurnFacts): readonly ReplyPart[] | null => {
  const { returns, orders } = facts;
  if (!returns || !asksOwnRefund(understanding.said ?? '', facts.memory)) return null;
  const cancelled = speaksOfCancelled(understanding.said ?? '')
    ? orders.find(({ status }) => status === 'cancelled')
    : undefined;
  if (cancelled) return [refundState(cancelled, turn.at)];
  const toldOne = facts.memory.orderTold;
  const pointed =
    orderPointedAt(turn, understanding, orders) ??
    (facts.memory.turns - (facts.memory.refundTold ?? Number.NEGATIVE_INFINITY) > refundLasts
      ? undefined
      : orders.find(({ number }) => number === toldOne?.number));
  const isMeant = (order: Order): boolean => pointed === undefined || order.id === pointed.id;
  const told = [...returns]
    .sort((a, b) => b.requestedAt.getTime() - a.requestedAt.getTime())
    .flatMap(request => {
      const order = orders.find(one => one.id === request.order);
      return order && isMeant(order) ? [{ kind: 'refund-state', order, request } as const] : [];
    });
  if (told.length > 0) return told.slice(0, mostReturns);
  const undone = orders.find(
    order =>
      !asksIfRegistered(understanding.said ?? '') &&
      isMeant(order) &&
      (order.status === 'cancelled' || order.status === 'returned') &&
      (pointed !== undefined || turn.at.getTime() - order.placedAt.getTime() <= lately),
  );
  return [undone ? refundState(undone, turn.at) : { kind: 'no-return', ...refundLate(understanding, facts) }];
};

const workingDays = /\bwithin (\d{1,2}) working days\b|(\d{1,2}) ?个工作日/iu;
const dayLong = 86_400_000;
/** It was told on which day the parcel came back: when the working days were over that the page gives the shop from then. */
export const refundLate = (
  { said = '', entities: { when }, language }: Pick<Understanding, 'said' | 'entities' | 'language'>,
  { passages, now }: Pick<TurnFacts, 'passages' | 'now'>,
): { readonly late?: RefundLate } => {
  if (!when?.from || when.from !== when.to || !tellsCameBack(said)) return {};
  const limit = passages.flatMap(({ article }) => {
    const [, en, zh] = workingDays.exec(inLanguage(article.body, language)) ?? [];
    return en ?? zh ?? [];
  })[0];
  if (limit === undefined) return {};
  const came = new Date(`${when.from}T12:00:00Z`);
  let due = came;
  for (let left = Number(limit); left > 0; ) {
    due = new Date(due.getTime() + dayLong);
    if (due.getUTCDay() % 6 !== 0) left -= 1;
  }
  return now.getTime() > due.getTime() + dayLong ? { late: { came, days: Number(limit), due } } : {};
};

/** Whether it can still be changed depends on where the order is: the one that is not there yet. */
export const orderToChange = (
  turn: Turn,
  understanding: Understanding,
  { orders, memory }: TurnFacts,
): Order | undefined => {
  if (!turn.signedIn || !changesParcel(understanding, memory)) return undefined;
  const coming = orders.filter(isUnderWay);
  const pointed = orderPointedAt(turn, understanding, orders);
  const told = orderToldOf(coming, memory);
  return (pointed && isUnderWay(pointed) ? pointed : undefined) ?? told ?? coming[0];
};

/** It speaks of an order that was placed, and of none that is to come. */
const placedAlready =
  /\bmy (?:last |latest )?order\b|\bi(?:'ve| have)? (?:just )?(?:ordered|placed)\b|下的单|我的?(?:那|这)?[个一]?(?:订单|单)|订单|那单/u;
/** Where all that was ordered is there, none can be changed any more. */
export const noneToChange = (
  turn: Turn,
  { plainly, said = '' }: Understanding,
  { orders, passages, memory }: TurnFacts,
): Draft | null =>
  turn.signedIn && changesParcel({ plainly, said }, memory) && placedAlready.test(said)
    ? {
        parts: [
          orders.length > 0
            ? { kind: 'orders', orders: orders.slice(0, mostOrders), none: 'under-way' }
            : { kind: 'no-orders' },
        ],
        suggestions: suggest('person'),
        memory: { failures: 0, topic: passages[0]?.article.id },
      }
    : null;
