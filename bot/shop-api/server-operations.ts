import { z } from 'zod';
import { checkout } from '../../dialogs/offers/ledger/checkout.ts';
import { applyOffer, releaseOffer } from '../../dialogs/offers/ledger/redeem.ts';
import { cartIdOf } from '../../dialogs/record-cart.ts';
import { asId, type CartId, type OfferId, type ProductId, type ShopperId } from '../../knowledge/domain/ids.ts';
import { conflict, notFound } from '../http/problem.ts';
import { refusal } from './cart-operations.ts';
import { type Operation, operation } from './operation.ts';
import { noteRedeemed } from './order-operations.ts';
import { idText, languageQuery, order, quantity } from './schemas.ts';
import { orderView } from './views.ts';

/** The cart that an order of the shop's own system stands for here. */
const externalCart = (number: string): CartId => asId(`external:${number}`);

const redeem = operation({
  method: 'POST',
  path: '/api/shop/redeem',
  id: 'redeemOffer',
  tag: 'Shop server',
  summary: 'Redeem an offer on an order of the shop’s own system',
  description:
    'For shops with their own checkout. The order is priced and recorded with the discount of each line; the offer counts once, and the same order number again gives the same answer.',
  access: 'shop-server',
  query: languageQuery,
  body: z.object({
    offer: idText,
    shopper: idText,
    order: z.string().min(1).max(100).meta({ description: 'The shop’s order number' }),
    lines: z
      .array(z.object({ product: idText, quantity }))
      .min(1)
      .max(100),
    email: z.email().max(200).optional(),
  }),
  answers: {
    200: { description: 'This order was redeemed before: as it was recorded then', schema: order },
    201: { description: 'Redeemed', schema: order },
    409: { description: 'Refused: expired, already-redeemed, budget-spent, conditions-not-met …' },
  },
  handle: async (api, { body, query }) => {
    const { stores } = api;
    const spoken = query.language ?? 'en';
    const shopper = asId<ShopperId>(body.shopper);
    const offer = asId<OfferId>(body.offer);
    const earlier = await stores.orders.byNumber(body.order);
    if (earlier) {
      if (earlier.shopper === shopper && earlier.offer === offer)
        return { status: 200, value: orderView(earlier, spoken) };
      throw conflict(`Order ${body.order} is recorded already, without this offer`, 'order-exists');
    }
    const now = api.clock();
    const { shop } = api.catalogue.view;
    const id = externalCart(body.order);
    const cart = await stores.carts.ensure(id, shopper, now);
    if (cart.shopper !== shopper) throw conflict(`Order ${body.order} is another shopper’s`, 'not-yours');
    const lines = body.lines.map(l => ({ product: asId<ProductId>(l.product), quantity: l.quantity }));
    if (!(await stores.carts.change(id, cart.version, { lines, offer: cart.offer }, now))) {
      throw refusal(api, 'cart-changed', spoken);
    }
    // An offer that was applied to the shopper's cart here moves over to the order.
    const held = await stores.carts.get(cartIdOf(shopper));
    if (held?.offer === offer) await releaseOffer({ stores, offer, shopper, cart: held.id, now });
    const applied = await applyOffer({ stores, offer, shopper, cart: id, shop, now });
    if (applied.kind === 'refused') throw refusal(api, applied.reason, spoken);
    const outcome = await checkout({
      stores,
      cart: id,
      shopper,
      shop,
      idempotencyKey: body.order,
      makeOrderNumber: () => body.order,
      ...(body.email === undefined ? {} : { email: body.email.toLowerCase() }),
      now,
    });
    if (outcome.kind === 'refused') throw refusal(api, outcome.reason, spoken);
    await noteRedeemed(api, outcome.order);
    return { status: 201, value: orderView(outcome.order, spoken) };
  },
});

const release = operation({
  method: 'POST',
  path: '/api/shop/release',
  id: 'releaseHeldOffer',
  tag: 'Shop server',
  summary: 'Give up an offer that is held and not yet redeemed',
  description: 'For a checkout that was abandoned in the shop’s own system. Repeating it is harmless.',
  access: 'shop-server',
  query: languageQuery,
  body: z.object({ offer: idText, shopper: idText, order: z.string().min(1).max(100).optional() }),
  answers: {
    204: { description: 'Nothing is held any more' },
    404: { description: 'No such offer' },
    409: { description: 'already-redeemed' },
  },
  handle: async (api, { body, query }) => {
    const shopper = asId<ShopperId>(body.shopper);
    const offer = asId<OfferId>(body.offer);
    const cart = body.order === undefined ? cartIdOf(shopper) : externalCart(body.order);
    const outcome = await releaseOffer({ stores: api.stores, offer, shopper, cart, now: api.clock() });
    if (outcome.kind === 'refused') {
      if (outcome.reason === 'unknown-offer') throw notFound(`There is no offer ${body.offer}`, 'unknown-offer');
      throw refusal(api, outcome.reason, query.language ?? 'en');
    }
    api.metrics.offer('released');
    return { status: 204, value: null };
  },
});

export const serverOperations: readonly Operation[] = [redeem, release];
