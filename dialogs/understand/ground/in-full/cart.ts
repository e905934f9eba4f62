/** What goes into the cart, out of it or changes in it, in full. */
import type { ProductId } from '../../../../knowledge/domain/ids.ts';
import type { CartLine } from '../../../../knowledge/domain/order.ts';
import type { Intent } from '../../../turn.ts';
import type { Ground } from '../ground.ts';
import type { AsksInFull, InFull, Scene } from '../put-in-full.ts';
import { countSaid, placeSaid } from '../said-in-ask.ts';
import { asAdding, lineBefore, lineOf, ofGoodsBefore } from './of-cart.ts';
import { coloursInFull } from './other-colour.ts';
import { otherOneInFull } from './other-one.ts';

const noMore: InFull = { text: { en: 'no thanks', zh: '不用了' } };

/** So many of what is in the cart. */
const setCount = (line: CartLine | undefined, { said }: Scene): InFull | undefined => {
  const asked = countSaid(said);
  if (!line || !asked) return undefined;
  const { of, count } = asked;
  const more = `${Math.abs(count)} ${count > 0 ? 'more' : 'less'}`;
  return {
    text:
      of === 'all'
        ? { en: `make it ${count}`, zh: `改成${count}件` }
        : { en: more, zh: `${count > 0 ? '再加' : '减'}${Math.abs(count)}件` },
    memory: { lastIntent: 'add-to-cart', focus: line.product },
  };
};

const addCount = (product: ProductId, scene: Scene): InFull | undefined => {
  const line = lineOf(product, scene);
  if (line) return setCount(line, scene);
  const { count } = countSaid(scene.said) ?? { count: 0 };
  if (count < 1) return undefined;
  return {
    text: { en: `add ${count} of it to my cart`, zh: `加${count}件到购物车` },
    memory: { focus: product },
    of: product,
    take: meant => asAdding(meant, count, [product]),
  };
};

/** So many of one of these: which is asked. */
const addSome = ({ said, memory: { shown } }: Scene): InFull | undefined => {
  const { count } = countSaid(said) ?? { count: 0 };
  if (count < 1) return undefined;
  return {
    text: { en: `add ${count} of them to my cart`, zh: `加${count}件到购物车` },
    take: meant => ({ ...asAdding(meant, count), intent: 'unclear', before: shown, ask: 'change-count' }),
  };
};

const takeOut = (line: CartLine | undefined): InFull | undefined =>
  line && {
    text: { en: 'take it out of my cart', zh: '把它从购物车拿掉' },
    memory: { lastIntent: 'add-to-cart', focus: line.product },
  };

const namesCart = /\b(?:cart|basket|bag|trolley)\b|购物车|篮子/iu;
/** What went on last goes off again, unless the cart itself is named. */
const undo = ({ last }: Extract<Ground, { kind: 'cart' }>, { said }: Scene): InFull | undefined => {
  if (namesCart.test(said)) return undefined;
  if (last === 'apply-code') return { text: { en: 'remove the code', zh: '去掉优惠码' } };
  return last === 'apply-offer' ? { text: { en: 'take the deal off again', zh: '不想用这个优惠了' } } : undefined;
};

const notWantedOf = (product: ProductId, scene: Scene): InFull => takeOut(lineOf(product, scene)) ?? noMore;

const ofReturns = /^return|^refund/;
/** After the rule of returns it is one. */
const notWantedOfPage = (_: unknown, { memory: { service } }: Scene): InFull =>
  service && ofReturns.test(service.rule) ? { text: { en: 'I want to return something', zh: '我想退货' } } : noMore;

const ofCartOrGoods: ReadonlySet<Intent> = new Set(['deals', 'better-deal', 'why-offer', 'view-cart']);

/** Of the only one that was shown another place is told. */
const placeOfOne = (_: unknown, scene: Scene): InFull | undefined => {
  const [only, ...others] = scene.memory.shown;
  const place = placeSaid(scene.said);
  if (only === undefined || others.length > 0 || place === undefined || Math.abs(place) < 2) return undefined;
  return {
    text: { en: 'tell me about it', zh: '介绍一下这个' },
    memory: { focus: only },
    of: only,
    take: meant => ({ ...meant, intent: 'product-details', before: [only], ask: 'take-one-of-list' }),
  };
};

const checkOut: InFull = { text: { en: "I'd like to check out", zh: '结账' } };
/** Nothing is in the cart yet, and one thing is looked at. */
const checkOutOne = (product: ProductId, { memory: { inCart = [] } }: Scene): InFull =>
  inCart.length > 0
    ? checkOut
    : {
        ...checkOut,
        take: meant => ({ ...meant, intent: 'view-cart', before: [product], preferences: [], ask: 'check-out' }),
      };

export const cartInFull: AsksInFull = {
  ...coloursInFull,
  ...otherOneInFull,
  'add-it': {
    // The deal that was proposed, of what is in the cart.
    offer: (_, { memory: { lastIntent, inCart = [] } }) =>
      inCart.length > 0 && lastIntent !== undefined && ofCartOrGoods.has(lastIntent)
        ? { text: { en: 'apply the deal', zh: '用上这个优惠' } }
        : undefined,
    again: () => ({ text: { en: 'add all of them to my cart', zh: '全部加入购物车' } }),
    order: () => ({ text: { en: 'buy the same as last time again', zh: '再买一次上次买的' } }),
  },
  'take-one-of-list': { one: placeOfOne, list: placeOfOne, cart: placeOfOne, offer: placeOfOne },
  'change-count': {
    cart: (_, scene) => setCount(lineBefore(scene), scene),
    offer: (_, scene) => setCount(lineBefore(scene), scene),
    one: ({ product }, scene) => addCount(product, scene),
    list: (_, scene) => addSome(scene),
    again: (_, scene) => addSome(scene),
    // After a rule nothing new goes in by a number alone.
    page: ofGoodsBefore((product, scene) => setCount(lineOf(product, scene), scene)),
    deals: ofGoodsBefore(addCount, addSome),
  },
  'take-out': { cart: undo, again: () => ({ text: { en: 'no thanks', zh: '不用加了' } }) },
  'not-wanted': {
    cart: (_, scene) => takeOut(lineBefore(scene)),
    offer: (_, scene) => takeOut(lineBefore(scene)),
    one: ({ product }, scene) => notWantedOf(product, scene),
    list: () => noMore,
    again: () => ({ text: { en: 'no thanks', zh: '不用加了' } }),
    unsold: () => noMore,
    page: notWantedOfPage,
    order: ({ number }) => ({ text: { en: `I want to cancel order ${number}`, zh: `我要取消订单 ${number}` } }),
    nothing: (_, { memory: { lastIntent } }) =>
      lastIntent === 'complaint' ? { text: { en: 'I want to cancel my order', zh: '我要取消订单' } } : undefined,
  },
  'check-out': {
    list: () => checkOut,
    one: ({ product }, scene) => checkOutOne(product, scene),
  },
};
