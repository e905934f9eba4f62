/** Goods that a message names, and which of the shopper's orders hold them. */
import { inLanguage } from '../../knowledge/domain/language.ts';
import type { Order, OrderLine } from '../../knowledge/domain/order.ts';
import type { Shop } from '../../knowledge/domain/shop.ts';
import { namedMost } from '../flows/goods-meant.ts';
import { linesDescribed, linesNamed, linesOfThing, openLines } from '../flows/return-lines.ts';
import type { NoneOfOrders } from '../order-parts.ts';
import { mostOrders } from '../orders-then.ts';
import type { Turn, Understanding } from '../turn.ts';
import type { TurnFacts } from '../turn-facts.ts';
import { thingBought } from '../understand/orders/bought-told.ts';
import { isConnectedTo, thingIfBought } from '../understand/orders/holding-asked.ts';
import { thingOfOrder } from '../understand/orders/other-order.ts';
import { goodsOfOwnOrder } from '../understand/orders/return-asked.ts';
import { type Draft, suggest } from './draft.ts';

/** That there is none such, with the latest. */
export const noneOf = (none: NoneOfOrders, { orders }: TurnFacts): Draft => ({
  parts: [{ kind: 'orders', orders: orders.slice(0, mostOrders), none }],
  suggestions: suggest('person'),
});

/** "Shoes" are what "running shoes" are, "a jacket" one of "jackets & coats", 鞋子 what 跑鞋 are. */
const isKindOf = (name: string, thing: string): boolean => {
  const short = thing.replace(/(?<=\p{Script=Han})子$/u, '');
  if (/^\p{Script=Han}+$/u.test(short)) return name === thing || name.endsWith(short);
  const many = thing.endsWith('s') ? thing : `${thing}s`;
  return name.split(/ (?:&|and) |, /).some(one => one === thing || one === many || one.endsWith(` ${many}`));
};

/** Whether a title ends in that word, as goods of that kind are called: 锅 of 蓝焰炒锅. */
const isCalledBy = ({ en = '', zh = '' }: OrderLine['title'], word: string): boolean => {
  if (/\p{Script=Han}/u.test(word)) {
    const short = word.replace(/(?<=\p{Script=Han})子$/u, '');
    return zh.split(/[\s,，]+/u).some(part => part.endsWith(short));
  }
  const name = en.toLowerCase().split(', ')[0]!;
  return new RegExp(`\\b${word.replace(/[^a-z0-9 -]/g, '').replace(/s$/, '')}(?:s|es)?$`).test(name);
};
/** Goods of a shelf that holds many kinds, called by another of them: a wok is no cup, though both lie in the kitchen. */
const isOtherKind = (
  title: OrderLine['title'],
  thing: string,
  { name, synonyms }: Shop['categories'][number],
): boolean => {
  const isShelf = (word: string): boolean => Object.values(name).some(one => isKindOf(one.toLowerCase(), word));
  if (isShelf(thing) || isCalledBy(title, thing)) return false;
  return synonyms.some(one => !isShelf(one.toLowerCase()) && isCalledBy(title, one.toLowerCase()));
};

const ofKind: ReadonlySet<string> = new Set(['category', 'product']);

export interface GoodsAsked {
  readonly what: string;
  readonly isIn: (order: Order) => boolean;
}

/** Those that hold the thing by its very name, or else such goods: 面霜 is no 眼霜. */
export const ordersHolding = ({ what, isIn }: GoodsAsked, orders: readonly Order[]): readonly Order[] => {
  const thing = what.toLowerCase();
  const many = new RegExp(`\\b${thing.replace(/[^a-z0-9 ]/g, '').replace(/s$/, '')}(?:s|es)?\\b`);
  const isCalled = ({ title: { en = '', zh = '' } }: Order['lines'][number]): boolean =>
    /\p{Script=Han}/u.test(thing) ? zh.includes(thing) : /[a-z]{3}/.test(thing) && many.test(en.toLowerCase());
  const called = orders.filter(order => order.lines.some(isCalled));
  return called.length > 0 ? called : orders.filter(isIn);
};

/** The goods that a question names, in its words, and whether an order holds them; null: it names none. */
export const goodsAsked = (
  { text }: Turn,
  { entities, preferences, asksOf = [], goods = [], language }: Understanding,
  { shop, orders }: TurnFacts,
): GoodsAsked | null => {
  const kinds = [...asksOf, ...preferences].filter(p => ofKind.has(p.slot) && p.polarity === 'like');
  const said = text.toLowerCase();
  const named =
    goodsOfOwnOrder(text) ??
    goods.find(one => !isConnectedTo(one)) ??
    kinds[0]?.quote ??
    thingIfBought(said) ??
    undefined;
  if (named === undefined) {
    const isIn = (order: Order): boolean => linesOfThing(order, openLines(order, []), said).length > 0;
    const [line] = orders.flatMap(order =>
      linesOfThing(order, openLines(order, []), said).map(one => ({ order, one })),
    );
    const title = line?.order.lines.find(({ product }) => product === line.one.product)?.title;
    if (title) return { what: inLanguage(title, language), isIn };
  }
  const what = named ?? thingOfOrder(said) ?? thingBought(said);
  if (what === null) return null;
  const thing = what.toLowerCase();
  const categories = shop.categories
    .filter(({ name, synonyms }) =>
      [...Object.values(name), ...synonyms].some(one => isKindOf(one.toLowerCase(), thing)),
    )
    .map(({ key }) => key);
  const isOfShelf = ({ category = '', title }: OrderLine): boolean => {
    const shelf = shop.categories.find(({ key }) => key === category);
    const isMeant = categories.includes(category) || kinds.some(kind => kind.value === category);
    return isMeant && !(shelf && isOtherKind(title, thing, shelf));
  };
  const isIn = (order: Order): boolean => {
    const open = openLines(order, []);
    return (
      linesNamed(order, open, thing).length > 0 ||
      linesDescribed(order, open, said).length > 0 ||
      order.lines.some(
        line => entities.products.includes(line.product) || isCalledBy(line.title, thing) || isOfShelf(line),
      )
    );
  };
  // "The teahouse jacket" is not the chore jacket of another order.
  const holding = orders.filter(isIn);
  const most = namedMost(holding, text);
  return { what, isIn: order => isIn(order) && (most.includes(order) || !holding.includes(order)) };
};
