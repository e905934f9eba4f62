/** In which of one's own orders what came broken, wrong or not at all is, or the question which it is. */
import { inLanguage } from '../../knowledge/domain/language.ts';
import { isWithinReturnWindow, lineName, type Order } from '../../knowledge/domain/order.ts';
import { modelInName } from '../../knowledge/retrieval/goods/families.ts';
import { orderToldOf } from '../order-told.ts';
import { ordersOn } from '../orders-then.ts';
import type { Turn, Understanding } from '../turn.ts';
import type { TurnFacts } from '../turn-facts.ts';
import { amendsWished } from '../understand/orders/claim-told.ts';
import { lackingIn } from '../understand/orders/missing-told.ts';
import { withoutDenied } from '../understand/orders/not-meant.ts';
import type { Draft } from './draft.ts';
import { goodsAsked } from './goods-of-orders.ts';
import { type LineSpokenOf, linesSpokenOf } from './lines-spoken-of.ts';
import { orderDescribed } from './order-meant.ts';
import { orderPointedAt } from './own-orders.ts';

export const here: ReadonlySet<Order['status']> = new Set(['delivered', 'shipped']);
const mostShown = 3;

/** It came longer ago than anything is sent anew or paid back without a look at it. */
export const isPast = (order: Order, { shop, now }: TurnFacts): boolean =>
  order.status === 'delivered' && !isWithinReturnWindow(order, shop.returnDays, now);
export const pastOf = (order: Order, facts: TurnFacts): { readonly past?: number } =>
  isPast(order, facts) ? { past: facts.shop.returnDays } : {};

/** The thing that was spoken of, in whichever colour. */
const ofModel = ({ spokenOf }: TurnFacts, orders: readonly Order[]): Order | undefined => {
  const model = modelInName(spokenOf?.name.en ?? '');
  return model
    ? orders.find(order => order.lines.some(({ title }) => modelInName(title.en ?? '') === model))
    : undefined;
};
export const claimLasts = 3;
/** Told again, it is the order that was told. */
const claimedBefore = ({ memory: { claim, turns } }: TurnFacts, orders: readonly Order[]): Order | undefined =>
  claim?.order !== undefined && turns - claim.at <= claimLasts
    ? orders.find(({ number }) => number === claim.order)
    : undefined;

/** "The bear wasn't in the box", of the order with the puzzle: the thing that is missing. */
const lineLacking = (
  turn: Turn,
  understanding: Understanding,
  { shop, memory }: TurnFacts,
  came: readonly Order[],
): LineSpokenOf | undefined => {
  const { said = '' } = understanding;
  const lacks = lackingIn(said);
  if (lacks === undefined) return undefined;
  const then = placedOrCame(turn, understanding, came);
  const lines = linesSpokenOf(lacks, then.length > 0 ? then : came, shop);
  const others = linesSpokenOf(said.replace(lacks, ' '), came, shop).map(({ order }) => order);
  if (lines.length === 0) return lineByCharacter(lacks, others);
  return (
    lines.find(({ order }) => others.includes(order)) ??
    lines.find(({ order }) => order.number === memory.orderTold?.number) ??
    lines[0]
  );
};
/** 少了一个熊, of the order that is told by its puzzle: one character that stands in one name only. */
const lineByCharacter = (lacks: string, orders: readonly Order[]): LineSpokenOf | undefined => {
  const [order] = orders;
  const characters = [
    ...lacks.replace(/[一二两三四五六七八九十几个件只条盒份样支瓶包袋罐套把本块了没给我少缺漏发的]/gu, ''),
  ];
  const found = (order?.lines ?? []).filter(
    ({ title, gift }) => !gift && characters.some(one => /\p{Script=Han}/u.test(one) && title.zh?.includes(one)),
  );
  return order && found.length === 1 ? { order, line: found[0]!, plainly: 1 } : undefined;
};
const isOfNumber =
  ({ entities: { orderNumber = '' } }: Understanding) =>
  ({ number }: Order): boolean =>
    number.replace(/\D+/g, '') === orderNumber.replace(/\D+/g, '');

/** What came chipped "in my parcel of the 8th" may have been ordered then. */
const placedOrCame = (
  { text }: Turn,
  { entities: { when } }: Understanding,
  orders: readonly Order[],
): readonly Order[] => {
  const then = ordersOn(when, orders, text);
  return then.length > 0 ? then : ordersOn(when, orders, '');
};

/** As plainly as by what a thing is: the last word of its name. */
const plainlyNamed = 3;

/** The order that the goods are in, or the question which it is; it is the shopper's own, where they are signed in. */
export const inOrder = (turn: Turn, understanding: Understanding, facts: TurnFacts): Draft => {
  const at = facts.memory.turns;
  if (turn.signedIn && facts.orders.length === 0) return { parts: [{ kind: 'no-orders' }], memory: { claim: { at } } };
  const came = facts.orders.filter(({ status }) => here.has(status));
  if (!turn.signedIn || came.length === 0) return { parts: [], memory: { claim: { at } } };
  const goods = goodsAsked(turn, understanding, facts);
  // What is still on its way is not what came.
  const there = came.filter(({ status }) => status === 'delivered');
  const told = orderToldOf(came, facts.memory);
  const then = placedOrCame(turn, understanding, came);
  const lacking = lineLacking(turn, understanding, facts, came);
  const numbered = understanding.entities.orderNumber === undefined ? [] : came.filter(isOfNumber(understanding));
  // "The bear is damaged": the one whose name it is, and not the school bag with a bear on it.
  const [spoken] = linesSpokenOf(withoutDenied(understanding.said ?? ''), then.length > 0 ? then : came, facts.shop);
  const plain = spoken && spoken.plainly >= plainlyNamed ? spoken : undefined;
  const named =
    numbered[0] ??
    lacking?.order ??
    plain?.order ??
    (goods
      ? [...then, ...(told ? [told] : []), ...there, ...came].find(goods.isIn)
      : then.length > 0
        ? (orderDescribed(turn, understanding, then, facts.shop) ?? then[0])
        : came.length === 1
          ? came[0]
          : (orderPointedAt(turn, understanding, came) ?? ofModel(facts, came) ?? claimedBefore(facts, came)));
  const line =
    lacking?.order === named && lacking
      ? lacking.line
      : plain && plain.order === named
        ? plain.line
        : named && goods
          ? named.lines.find(one => goods.isIn({ ...named, lines: [one] }))
          : undefined;
  const called = line ? inLanguage(lineName(line), understanding.language) : goods?.what;
  if (named)
    return {
      parts: [{ kind: 'claim-of', order: named, ...(called ? { what: called } : {}), ...pastOf(named, facts) }],
      memory: {
        claim: { at, order: named.number },
        ...(line ? { ownAsked: { matters: [], at, product: line.product } } : {}),
        // "Yes" takes the colleague who is offered then.
        ...(isPast(named, facts) ? { lastIntent: 'person' as const } : {}),
      },
    };
  const what = goods ? { what: goods.what } : {};
  // "Want a new one" was said before it was known of which order.
  const wish = amendsWished(understanding.said ?? '');
  return {
    parts: [{ kind: 'claim-which', orders: came.slice(0, mostShown), ...what }],
    memory: { claim: { at, ...(wish ? { wish } : {}) } },
  };
};
