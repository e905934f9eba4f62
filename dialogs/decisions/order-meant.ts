/** Which order of one's own a message means: by its day, its goods or its place; also where its number is told wrong. */
import type { Order } from '../../knowledge/domain/order.ts';
import { orderMeantNext, orderToldOf } from '../order-told.ts';
import { mostOrdersRead, ordersOn } from '../orders-then.ts';
import type { ReplyPart } from '../reply.ts';
import type { Turn, Understanding } from '../turn.ts';
import type { TurnFacts } from '../turn-facts.ts';
import { withoutDenied } from '../understand/orders/not-meant.ts';
import { amountOfOrder, placeOfOrder } from '../understand/orders/order-talk.ts';
import { linesSpokenOf } from './lines-spoken-of.ts';
import { orderPointedAt } from './own-orders.ts';

const digitsOf = (number: string): string => number.replace(/\D+/g, '');
/** One digit is another, or two stand the other way round. */
const isNear = (one: string, other: string): boolean => {
  if (one.length !== other.length) return false;
  const unlike = [...one].flatMap((digit, i) => (digit === other[i] ? [] : [i]));
  const [first = 0, second] = unlike;
  return (
    unlike.length === 1 ||
    (unlike.length === 2 && second === first + 1 && one[first] === other[second] && one[second] === other[first])
  );
};

/** By its day or its goods; of several those that both say. Undefined: nothing is said of either, or nothing is such. */
export const orderDescribed = (
  turn: Pick<Turn, 'text'>,
  { said = '', entities: { when } }: Pick<Understanding, 'said' | 'entities'>,
  orders: readonly Order[],
  shop: TurnFacts['shop'],
): Order | undefined => {
  const then = ordersOn(when, orders, turn.text);
  const named = linesSpokenOf(withoutDenied(said), orders, shop).map(({ order }) => order);
  return named.find(order => then.includes(order)) ?? then[0] ?? named[0];
};

/** By its number, by what was paid for it or by its place among those told. */
const isPointedAt = (said: string, { entities }: Understanding): boolean =>
  entities.orderNumber !== undefined || amountOfOrder(said) !== undefined || placeOfOrder(said) !== undefined;

/** The one that is spoken of, or else the one that was told last, or the latest. */
export const orderSpokenOf = (turn: Turn, understanding: Understanding, facts: TurnFacts): Order | undefined => {
  const { orders, memory, shop } = facts;
  return (
    (isPointedAt(turn.text.toLowerCase(), understanding) ? orderPointedAt(turn, understanding, orders) : undefined) ??
    orderMeantNext(turn, understanding, facts) ??
    orderDescribed(turn, understanding, orders, shop) ??
    orderToldOf(orders, memory) ??
    orders[0]
  );
};

interface NumberMeant {
  readonly understanding: Understanding;
  readonly facts: TurnFacts;
  /** That the number is another one is said before all else. */
  readonly told?: ReplyPart;
}
/** A number that none of the shopper's orders has, beside goods that one of them holds, or one digit beside one of theirs. */
export const withNumberMeant = (turn: Turn, understanding: Understanding, facts: TurnFacts): NumberMeant => {
  const asTold = { understanding, facts };
  const { orderNumber: said, email } = understanding.entities;
  if (said === undefined || email !== undefined || !turn.signedIn || facts.order || facts.orders.length === 0)
    return asTold;
  const digits = digitsOf(said);
  if (facts.orders.some(({ number }) => digitsOf(number) === digits)) return asTold;
  const near = facts.orders.filter(({ number }) => isNear(digits, digitsOf(number)));
  const lines = linesSpokenOf(withoutDenied(understanding.said ?? ''), facts.orders, facts.shop);
  const named = [...new Set(lines.map(({ order }) => order))];
  const only = (some: readonly Order[]): Order | undefined => (some.length === 1 ? some[0] : undefined);
  const isNumber = /[A-Z]/.test(said);
  const order =
    near.find(one => named.includes(one)) ??
    (isNumber && facts.orders.length < mostOrdersRead ? (named[0] ?? only(near)) : undefined);
  if (!order) return asTold;
  return {
    understanding: { ...understanding, entities: { ...understanding.entities, orderNumber: order.number } },
    facts: { ...facts, orderRefused: false, ...(understanding.intent === 'order-status' ? { order } : {}) },
    told: { kind: 'number-meant', said, order },
  };
};
