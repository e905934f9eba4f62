/** Which of the shopper's orders holds the goods a message speaks of: "the jacket", 那个外套. */
import type { ProductId } from '../../knowledge/domain/ids.ts';
import type { Order } from '../../knowledge/domain/order.ts';
import type { StatedPreference } from '../../knowledge/domain/preference.ts';
import { matches } from '../../knowledge/retrieval/goods/product-match.ts';
import type { FlowContext } from './flow.ts';
import { linesDescribed, linesOfThing, openLines, type ReturnLine } from './return-lines.ts';

type Said = Pick<FlowContext, 'turn' | 'understanding'>;

const ofKind: ReadonlySet<StatedPreference['slot']> = new Set(['category', 'product']);

/** The kinds of goods that are named, as the catalogue has them; what is turned down (不是拼图) is not among them. */
const kindsNamed = ({ understanding: { asksOf = [], preferences } }: Said): readonly StatedPreference[] =>
  [...asksOf, ...preferences].filter(p => p.polarity === 'like' && ofKind.has(p.slot));

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

/** Those of the orders in which such goods are; all of them where the message names none. */
export const ordersWith = async (orders: readonly Order[], context: FlowContext): Promise<readonly Order[]> => {
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
  // Of several with such goods, the one with a thing of that very name.
  const called = found.length > 1 ? found.filter(order => holdsCalled(order, text)) : [];
  return called.length > 0 ? called : found;
};
