/** Which of the shopper's orders holds the goods a message speaks of: "the jacket", 那个外套. */
import type { ProductId } from '../../knowledge/domain/ids.ts';
import type { Order } from '../../knowledge/domain/order.ts';
import type { StatedPreference } from '../../knowledge/domain/preference.ts';
import { matches } from '../../knowledge/retrieval/goods/product-match.ts';
import { notThatOne } from '../understand/orders/not-that-one.ts';
import type { FlowContext } from './flow.ts';
import {
  linesDescribed,
  linesNamed,
  linesOfThing,
  openLines,
  type ReturnLine,
  saidOf,
  wordsHeard,
} from './return-lines.ts';
import { asksSomething, withoutReason } from './return-told.ts';

type Said = Pick<FlowContext, 'turn' | 'understanding'>;

const ofKind: ReadonlySet<StatedPreference['slot']> = new Set(['category', 'product']);

/** The kinds of goods that are named, as the catalogue has them; what is turned down (不是拼图) is not among them. */
const kindsNamed = ({ understanding: { asksOf = [], preferences } }: Said): readonly StatedPreference[] => {
  const named = [...asksOf, ...preferences].filter(p => p.polarity === 'like' && ofKind.has(p.slot));
  // A kettle is no mug, though both lie on one shelf.
  const closely = named.filter(({ slot }) => slot === 'product');
  return named.filter(({ slot, quote }) => slot === 'product' || !closely.some(one => one.quote === quote));
};

/** Goods are looked for in the shop, or asked about; none of the shopper's own are pointed out. */
const looks =
  /[?？]|[吗呢么]\s*$|怎么|咋|有没有|有什么|想买|要买|推荐|看看|找|\b(?:do you|have you|show|find|looking|any|recommend|want to buy|need(?! to (?:return|send|give|bring|take|exchange|swap|get rid)\b))\b/iu;

export const looksFor = (text: string): boolean => looks.test(text);

const longestName = 30;
/** 退之前买的小熊书包: when it was bought is no part of its name. */
const toldBefore = /^.{0,12}(?:买|订|收)(?:到|了)?的(?=\p{Script=Han}{2})/u;
/** The goods that a message names, in its words; null: none are. */
export const goodsIn = (context: Said): string | null => {
  const [kind] = kindsNamed(context);
  if (!kind) return null;
  // What the whole message was quoted for is told by its kind alone.
  const name = kind.quote.length <= longestName ? kind.quote : kind.value.replaceAll('-', ' ');
  return (context.understanding.goods?.[0] ?? name).replace(toldBefore, '');
};

/** Those of the shopper's own that a short message names, and does not look for in the shop. */
export const ownGoodsIn = (context: Said): string | null =>
  context.turn.value || context.turn.text.length > 80 || looks.test(context.turn.text) ? null : goodsIn(context);

const such = async (products: readonly ProductId[], context: FlowContext): Promise<ReadonlySet<ProductId>> => {
  const kinds = kindsNamed(context);
  const found = kinds.length === 0 ? [] : await context.stores.products.many([...new Set(products)]);
  return new Set(found.filter(p => kinds.some(kind => matches(p, kind))).map(p => p.id));
};

/** Those of the lines that are such goods; none where the message names none. */
export const linesOfKind = async (
  lines: readonly ReturnLine[],
  context: FlowContext,
): Promise<readonly ReturnLine[]> => {
  const meant = await such(
    lines.map(line => line.product),
    context,
  );
  return lines.filter(line => meant.has(line.product));
};

/** "The radio was crackling from day one": a thing of that name is in it. */
const holdsCalled = (order: Order, text: string): boolean => linesOfThing(order, openLines(order, []), text).length > 0;

const isLess = (mine: ReadonlySet<string>, theirs: ReadonlySet<string>): boolean =>
  mine.size < theirs.size && [...mine].every(word => theirs.has(word));

/** Some one thing is pointed at by a word of its name: "the teahouse one", 茶馆那件. */
const pointsAt = /\b(?:the|my|that|those) (?:[a-z-]+ ){1,3}ones?\b|[那这][件个双条款只把套]/u;

/**
 * "The teahouse jacket" is no other jacket: those of the orders in which most of its name is heard, where that of another is heard in
 * it as well.
 */
export const namedMost = (orders: readonly Order[], text: string): readonly Order[] => {
  const said = saidOf(text.toLowerCase(), false);
  const heard = new Map(orders.map(order => [order, wordsHeard(order, openLines(order, []), withoutReason(said))]));
  return orders.filter(order => !orders.some(other => isLess(heard.get(order)!, heard.get(other)!)));
};

const forCart = /\b(?:add|buy|order|cart|basket|get me|i'?ll take)\b|加|买|购物车|下单|来[一两个件]/iu;
const longestAnswer = 40;
/** "The teahouse jacket", 茶馆那件, asked which of the orders: the one that holds it. Undefined: it is no such answer, or of several. */
export const orderNamed = async (orders: readonly Order[], context: FlowContext): Promise<Order | undefined> => {
  const { text, value } = context.turn;
  if (value !== undefined || text.length > longestAnswer || looksFor(text) || asksSomething.test(text))
    return undefined;
  if (forCart.test(text) || orders.length < 2) return undefined;
  const [only, ...others] = await ordersWith(orders, context);
  return others.length === 0 ? only : undefined;
};

/** "Not the teahouse one": the others, as long as there are any. */
const withoutTurnedDown = (orders: readonly Order[], text: string): readonly Order[] => {
  const out = notThatOne(text)?.words;
  if (out === undefined) return orders;
  const named = orders.filter(order => linesNamed(order, openLines(order, []), out).length > 0);
  const gone = namedMost(named, out);
  return gone.length < orders.length ? orders.filter(order => !gone.includes(order)) : orders;
};

/** Those of the orders in which such goods are; all of them where the message names none. */
export const ordersWith = async (orders: readonly Order[], context: FlowContext): Promise<readonly Order[]> => {
  const { text } = context.turn;
  const rest = notThatOne(text)?.rest;
  if (rest === undefined) return ordersNamed(orders, context);
  const others = withoutTurnedDown(orders, text);
  return rest === '' ? others : ordersNamed(others, { ...context, turn: { ...context.turn, text: rest } });
};

const ordersNamed = async (orders: readonly Order[], context: FlowContext): Promise<readonly Order[]> => {
  const { text } = context.turn;
  const found = await ordersOfKind(orders, context);
  const isCalled = found.some(order => holdsCalled(order, text.toLowerCase()));
  const isNamed = isCalled || kindsNamed(context).length > 0 || pointsAt.test(text);
  return found.length > 1 && isNamed ? namedMost(found, text) : found;
};

const ordersOfKind = async (orders: readonly Order[], context: FlowContext): Promise<readonly Order[]> => {
  if (kindsNamed(context).length === 0) {
    const called = orders.filter(order => holdsCalled(order, context.turn.text.toLowerCase()));
    return called.length > 0 ? called : orders;
  }
  const meant = await such(
    orders.flatMap(order => order.lines.map(line => line.product)),
    context,
  );
  // What left the catalogue since, or is told by its colour, is known by its title in the order.
  const text = context.turn.text.toLowerCase();
  const found = orders.filter(
    order =>
      order.lines.some(line => !line.gift && meant.has(line.product)) ||
      linesDescribed(order, openLines(order, []), text).length > 0,
  );
  // 茶馆那件 is no tea.
  if (found.length === 0 && pointsAt.test(text))
    return orders.filter(order => linesNamed(order, openLines(order, []), text).length > 0);
  // Of several with such goods, the one with a thing of that very name.
  const called = found.length > 1 ? found.filter(order => holdsCalled(order, text)) : [];
  return called.length > 0 ? called : found;
};
