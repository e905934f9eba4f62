import { z } from 'zod';
import type { Unlock } from '../../dialogs/offers/combine/basket.ts';
import { applyCode, chooseGift, removeCode } from '../../dialogs/offers/ledger/codes.ts';
import { applyOffer, type CartState, readCart, releaseOffer } from '../../dialogs/offers/ledger/redeem.ts';
import { cartIdOf } from '../../dialogs/record-cart.ts';
import { asId, type OfferId, type ProductId, type PromotionId, type ShopperId } from '../../knowledge/domain/ids.ts';
import type { Language } from '../../knowledge/domain/language.ts';
import type { OfferRefusal } from '../../knowledge/domain/offer.ts';
import type { Cart, CartLine } from '../../knowledge/domain/order.ts';
import { inStock } from '../../knowledge/domain/product.ts';
import { conflict, type HttpProblem, notFound } from '../http/problem.ts';
import { languageFor } from './catalogue-operations.ts';
import { type Answer, type Operation, operation } from './operation.ts';
import { cart, idText, language, languageQuery, quantity } from './schemas.ts';
import type { ShopApi } from './shop-api.ts';
import { cartView, refusalSentence } from './views.ts';

const maxLines = 50;
const refusedAnswers = {
  409: {
    description: 'Refused; error.code is one of the reasons of offers, such as budget-spent or conditions-not-met',
  },
};

/** Every refusal of the ledger as an answer: its code, and the sentence the chat would say. */
export const refusal = (api: ShopApi, reason: OfferRefusal, spoken: Language, unlock?: Unlock): HttpProblem => {
  api.metrics.offer(`refused:${reason}`);
  return conflict(refusalSentence(api, reason, spoken, unlock), reason);
};

const stateOf = async (api: ShopApi, shopper: ShopperId): Promise<CartState> => {
  const now = api.clock();
  const id = cartIdOf(shopper);
  const { shop } = api.catalogue.view;
  const found = await readCart({ stores: api.stores, cart: id, shopper, shop, now });
  if (found) return found;
  await api.stores.carts.ensure(id, shopper, now);
  const made = await readCart({ stores: api.stores, cart: id, shopper, shop, now });
  if (!made) throw new Error(`Cart ${id} could not be made`);
  return made;
};

const answerCart = async (api: ShopApi, shopper: ShopperId, asked: Language | undefined): Promise<Answer> => {
  const spoken = await languageFor(api, asked, shopper);
  return { status: 200, value: cartView(api, await stateOf(api, shopper), spoken) };
};

/** Changes the lines whatever else changes there meanwhile; `change` sees the lines as they are. */
const changeLines = async (
  api: ShopApi,
  shopper: ShopperId,
  change: (lines: readonly CartLine[]) => readonly CartLine[],
): Promise<Cart> => {
  const now = api.clock();
  for (let round = 0; round < 8; round++) {
    const before = await api.stores.carts.ensure(cartIdOf(shopper), shopper, now);
    const lines = change(before.lines);
    const after = await api.stores.carts.change(before.id, before.version, { lines, offer: before.offer }, now);
    if (after) return after;
  }
  throw conflict('The cart kept changing meanwhile: try again', 'cart-changed');
};

const setQuantity = (lines: readonly CartLine[], product: ProductId, units: number): CartLine[] => {
  const others = lines.some(l => l.product === product)
    ? lines.map(l => (l.product === product ? { ...l, quantity: units } : l))
    : [...lines, { product, quantity: units }];
  return others.filter(l => l.quantity > 0);
};

const wanted = async (api: ShopApi, id: ProductId, units: number): Promise<void> => {
  const [found] = await api.stores.products.many([id]);
  if (!found || found.hidden) throw notFound(`There is no product ${id}`, 'no-product');
  if (!inStock(found, units)) {
    throw conflict(
      found.stock === 0 ? 'This product is sold out' : `Only ${found.stock} left of this product`,
      'out-of-stock',
    );
  }
};

const readOne = operation({
  method: 'GET',
  path: '/api/shop/cart',
  id: 'readCart',
  tag: 'Cart',
  summary: 'The cart, priced as it would be paid now',
  description: 'With the offer applied to it. An offer that lapsed is taken off and named once in `problem`.',
  access: 'session',
  query: languageQuery,
  answers: { 200: { description: 'The cart', schema: cart } },
  handle: (api, { session, query }) => answerCart(api, session!.shopper, query.language),
});

const add = operation({
  method: 'POST',
  path: '/api/shop/cart/lines',
  id: 'addCartLine',
  tag: 'Cart',
  summary: 'Put units of a product into the cart',
  access: 'session',
  query: languageQuery,
  body: z.object({ product: idText, quantity: quantity.default(1) }),
  answers: {
    200: { description: 'The cart after the change', schema: cart },
    404: { description: 'No such product' },
    409: { description: 'Not enough left (out-of-stock)' },
  },
  handle: async (api, { session, body, query }) => {
    const shopper = session!.shopper;
    const product = asId<ProductId>(body.product);
    const held = await api.stores.carts.get(cartIdOf(shopper));
    const already = held?.lines.find(l => l.product === product)?.quantity ?? 0;
    if (already + body.quantity > 99) throw conflict('At most 99 units of a product', 'too-many-units');
    if (already === 0 && (held?.lines.length ?? 0) >= maxLines)
      throw conflict(`At most ${maxLines} products`, 'cart-full');
    await wanted(api, product, already + body.quantity);
    await changeLines(api, shopper, lines => {
      const units = (lines.find(l => l.product === product)?.quantity ?? 0) + body.quantity;
      return setQuantity(lines, product, Math.min(99, units));
    });
    await api.stores.browsing.add([{ shopper, product, kind: 'cart', at: api.clock() }]);
    return answerCart(api, shopper, query.language);
  },
});

const set = operation({
  method: 'PUT',
  path: '/api/shop/cart/lines/:product',
  id: 'setCartLine',
  tag: 'Cart',
  summary: 'Set how many units of a product are in the cart',
  access: 'session',
  params: z.object({ product: idText }),
  query: languageQuery,
  body: z.object({ quantity: z.int().min(0).max(99) }),
  answers: {
    200: { description: 'The cart after the change', schema: cart },
    404: { description: 'No such product' },
    409: { description: 'Not enough left (out-of-stock)' },
  },
  handle: async (api, { session, params, body, query }) => {
    const product = asId<ProductId>(params.product);
    if (body.quantity > 0) await wanted(api, product, body.quantity);
    await changeLines(api, session!.shopper, lines => setQuantity(lines, product, body.quantity));
    return answerCart(api, session!.shopper, query.language);
  },
});

const remove = operation({
  method: 'DELETE',
  path: '/api/shop/cart/lines/:product',
  id: 'removeCartLine',
  tag: 'Cart',
  summary: 'Take a product out of the cart',
  access: 'session',
  params: z.object({ product: idText }),
  query: languageQuery,
  answers: { 200: { description: 'The cart after the change', schema: cart } },
  handle: async (api, { session, params, query }) => {
    await changeLines(api, session!.shopper, lines => setQuantity(lines, asId<ProductId>(params.product), 0));
    return answerCart(api, session!.shopper, query.language);
  },
});

const apply = operation({
  method: 'POST',
  path: '/api/shop/cart/offer',
  id: 'applyOffer',
  tag: 'Offers',
  summary: 'Apply an offer the shopper was made',
  description: 'Its money is held in the promotion’s budget until the offer expires. Repeating it changes nothing.',
  access: 'session',
  query: languageQuery,
  body: z.object({ offer: idText }),
  answers: { 200: { description: 'The cart with the offer', schema: cart }, ...refusedAnswers },
  handle: async (api, { session, body, query }) => {
    const shopper = session!.shopper;
    const offer = asId<OfferId>(body.offer);
    const spoken = await languageFor(api, query.language, shopper);
    const outcome = await applyOffer({
      stores: api.stores,
      offer,
      shopper,
      cart: cartIdOf(shopper),
      shop: api.catalogue.view.shop,
      now: api.clock(),
    });
    if (outcome.kind === 'refused') throw refusal(api, outcome.reason, spoken, outcome.unlock);
    const impression = await api.stores.impressions.byOffer(offer);
    if (impression && impression.answer !== 'redeemed') await api.stores.impressions.answer(impression.id, 'applied');
    api.metrics.offer('applied');
    return answerCart(api, shopper, query.language);
  },
});

const release = operation({
  method: 'DELETE',
  path: '/api/shop/cart/offer',
  id: 'releaseOffer',
  tag: 'Offers',
  summary: 'Take the offer off the cart',
  description: 'Its money goes back into the budget; the offer itself stands until it expires.',
  access: 'session',
  query: z.object({ language: language.optional() }),
  answers: { 200: { description: 'The cart without the offer', schema: cart }, ...refusedAnswers },
  handle: async (api, { session, query }) => {
    const shopper = session!.shopper;
    const held = await api.stores.carts.get(cartIdOf(shopper));
    if (held?.offer) {
      const input = { stores: api.stores, offer: held.offer, shopper, cart: held.id, now: api.clock() };
      const outcome = await releaseOffer(input);
      if (outcome.kind === 'refused') {
        throw refusal(api, outcome.reason, await languageFor(api, query.language, shopper));
      }
      api.metrics.offer('released');
    }
    return answerCart(api, shopper, query.language);
  },
});

const enterCode = operation({
  method: 'POST',
  path: '/api/shop/cart/codes',
  id: 'applyCode',
  tag: 'Offers',
  summary: 'Enter a promotion code',
  description:
    'Case, spaces and hyphens don’t matter. A code that can count later stays on the cart with its reason (`codes`); one that never can is refused and leaves the cart as it was. It is used up by the order, not by entering it.',
  access: 'session',
  query: languageQuery,
  body: z.object({ code: z.string().min(1).max(160) }),
  answers: {
    200: { description: 'The cart with the code, applied or waiting', schema: cart },
    409: { description: 'unknown-code, code-used, limit-reached, not-active, too-many-tries …' },
  },
  handle: async (api, { session, body, query }) => {
    const shopper = session!.shopper;
    const spoken = await languageFor(api, query.language, shopper);
    const outcome = await applyCode(
      { stores: api.stores, cart: cartIdOf(shopper), shopper, shop: api.catalogue.view.shop, now: api.clock() },
      body.code,
    );
    if (outcome.kind === 'refused') throw refusal(api, outcome.reason, spoken, outcome.unlock);
    api.metrics.offer(`code-${outcome.kind}`);
    return answerCart(api, shopper, query.language);
  },
});

const leaveCode = operation({
  method: 'DELETE',
  path: '/api/shop/cart/codes/:code',
  id: 'removeCode',
  tag: 'Offers',
  summary: 'Take a code off the cart',
  access: 'session',
  params: z.object({ code: z.string().min(1).max(160) }),
  query: languageQuery,
  answers: { 200: { description: 'The cart without the code', schema: cart }, ...refusedAnswers },
  handle: async (api, { session, params, query }) => {
    const shopper = session!.shopper;
    const input = { stores: api.stores, cart: cartIdOf(shopper), shopper, now: api.clock() };
    const outcome = await removeCode(input, params.code);
    if (outcome.kind === 'refused') {
      throw refusal(api, outcome.reason, await languageFor(api, query.language, shopper));
    }
    return answerCart(api, shopper, query.language);
  },
});

const takeGift = operation({
  method: 'PUT',
  path: '/api/shop/cart/gifts/:promotion',
  id: 'chooseGift',
  tag: 'Offers',
  summary: 'Choose the gift where a deal leaves the choice',
  access: 'session',
  params: z.object({ promotion: idText }),
  query: languageQuery,
  body: z.object({ product: idText }),
  answers: { 200: { description: 'The cart with that gift', schema: cart }, ...refusedAnswers },
  handle: async (api, { session, params, body, query }) => {
    const shopper = session!.shopper;
    const outcome = await chooseGift(
      { stores: api.stores, cart: cartIdOf(shopper), shopper, now: api.clock() },
      { promotion: asId<PromotionId>(params.promotion), product: asId<ProductId>(body.product) },
    );
    if (outcome.kind === 'refused') {
      throw refusal(api, outcome.reason, await languageFor(api, query.language, shopper));
    }
    return answerCart(api, shopper, query.language);
  },
});

export const cartOperations: readonly Operation[] = [
  ...[readOne, add, set, remove],
  ...[apply, release, enterCode, leaveCode, takeGift],
];
