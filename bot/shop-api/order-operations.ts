import { z } from 'zod';
import { type CancelRefusal, cancelOrder } from '../../dialogs/offers/ledger/cancel.ts';
import { checkout } from '../../dialogs/offers/ledger/checkout.ts';
import { type RefundPreview, refundPreview } from '../../dialogs/offers/ledger/refund.ts';
import { cartIdOf } from '../../dialogs/record-cart.ts';
import { asId, type OrderId, type ProductId, type ReturnId, type ShopperId } from '../../knowledge/domain/ids.ts';
import { inLanguage, type Language } from '../../knowledge/domain/language.ts';
import type { Order, ReturnRequest } from '../../knowledge/domain/order.ts';
import { conflict, notFound } from '../http/problem.ts';
import { refusal } from './cart-operations.ts';
import { languageFor } from './catalogue-operations.ts';
import { type Operation, operation } from './operation.ts';
import { makeOrderNumber } from './order-number.ts';
import { idText, language, languageQuery, money, order, quantity } from './schemas.ts';
import type { ShopApi } from './shop-api.ts';
import { moneyView, orderView } from './views.ts';

/** The impression behind a redeemed offer learns how it ended. */
export const noteRedeemed = async (api: ShopApi, placed: Order): Promise<void> => {
  if (!placed.offer) return;
  api.metrics.offer('redeemed');
  const impression = await api.stores.impressions.byOffer(placed.offer);
  if (impression) await api.stores.impressions.answer(impression.id, 'redeemed');
};

/** With the deals by name. */
const viewOf = (api: ShopApi, found: Order, spoken: Language) =>
  orderView(found, spoken, id => {
    const promotion = api.catalogue.promotion(id);
    return promotion && inLanguage(promotion.name, spoken);
  });

const place = operation({
  method: 'POST',
  path: '/api/shop/checkout',
  id: 'checkout',
  tag: 'Orders',
  summary: 'Place the order for what is in the cart',
  description:
    'The offer on the cart is redeemed, once. The same idempotency key gives the same order again, however often it is sent.',
  access: 'session',
  query: languageQuery,
  body: z.object({
    idempotencyKey: z.string().min(8).max(200).meta({ description: 'Made once per checkout shown' }),
    email: z.email().max(200).optional().meta({ description: 'A guest proves the order with it' }),
    seenTotal: z
      .int()
      .min(0)
      .optional()
      .meta({ description: 'The total shown, minor units: a cart that comes to more is refused as cart-changed' }),
  }),
  answers: {
    201: { description: 'The order', schema: order },
    409: { description: 'Refused: empty-cart, out-of-stock, expired, budget-spent …; nothing was bought' },
  },
  handle: async (api, { session, body, query }) => {
    const shopper = session!.shopper;
    const spoken = await languageFor(api, query.language, shopper);
    const { shop } = api.catalogue.view;
    const email = body.email ?? (session!.signedIn ? (await api.stores.shoppers.get(shopper))?.email : undefined);
    const outcome = await checkout({
      stores: api.stores,
      cart: cartIdOf(shopper),
      shopper,
      shop,
      idempotencyKey: body.idempotencyKey,
      makeOrderNumber: id => makeOrderNumber(shop, id),
      ...(email === undefined ? {} : { email: email.toLowerCase() }),
      ...(body.seenTotal === undefined ? {} : { seen: { minor: body.seenTotal, currency: shop.currency } }),
      now: api.clock(),
    });
    if (outcome.kind === 'refused') throw refusal(api, outcome.reason, spoken, outcome.unlock);
    await noteRedeemed(api, outcome.order);
    return { status: 201, value: viewOf(api, outcome.order, spoken) };
  },
});

const list = operation({
  method: 'GET',
  path: '/api/shop/orders',
  id: 'listOrders',
  tag: 'Orders',
  summary: 'The shopper’s orders, newest first',
  access: 'session',
  query: z.object({ limit: z.coerce.number().int().min(1).max(100).default(20), language: language.optional() }),
  answers: { 200: { description: 'Orders', schema: z.object({ orders: z.array(order) }) } },
  handle: async (api, { session, query }) => {
    const spoken = await languageFor(api, query.language, session!.shopper);
    const orders = await api.stores.orders.ofShopper(session!.shopper, query.limit);
    return { status: 200, value: { orders: orders.map(o => viewOf(api, o, spoken)) } };
  },
});

/** By id or number; another shopper's order is answered like an unknown one. */
const ownOrder = async (api: ShopApi, id: string, shopper: ShopperId): Promise<Order> => {
  const found = (await api.stores.orders.get(asId<OrderId>(id))) ?? (await api.stores.orders.byNumber(id));
  if (!found || found.shopper !== shopper) throw notFound(`There is no order ${id} of yours`, 'no-order');
  return found;
};

const returnBody = z.object({
  lines: z
    .array(z.object({ product: idText, quantity }))
    .min(1)
    .max(50),
  reason: z.string().trim().min(1).max(500).default('other'),
});
const refund = z.object({
  refund: money,
  lines: z.array(z.object({ product: idText, quantity: z.int() })),
  goods: money.meta({ description: 'What the goods going back were paid' }),
  deductions: z
    .array(
      z.object({
        promotion: idText,
        why: z.enum(['discount', 'shipping', 'gift']),
        amount: money,
        gift: idText.optional().meta({ description: 'Refunded at this amount when it comes back' }),
      }),
    )
    .meta({ description: 'What is taken off because the rest no longer earns it' }),
  notes: z.array(z.string()).meta({ description: 'What else it means: gift-to-return, falls-below-threshold …' }),
});

const preview = async (api: ShopApi, found: Order, body: z.output<typeof returnBody>) => {
  const { shop, byId } = api.catalogue.view;
  if (found.status === 'cancelled') throw conflict('This order was cancelled', 'cancelled');
  const delivered = found.shipment?.deliveredAt;
  if (found.status === 'returned') throw conflict('All of this has been returned already', 'already-returned');
  if (found.status !== 'delivered') {
    throw conflict('This order has not been delivered yet', 'not-delivered');
  }
  const until = (delivered ?? found.placedAt).getTime() + shop.returnDays * 86_400_000;
  if (api.clock().getTime() > until) throw conflict(`Returns are possible for ${shop.returnDays} days`, 'too-late');
  const [earlier, promotion] = await Promise.all([
    api.stores.returns.ofOrder(found.id),
    // Orders keep the rules of their deals; older ones are judged by the rule as it is.
    found.promotion && !found.deals ? api.stores.promotions.get(found.promotion) : null,
  ]);
  const lines = body.lines.map(l => ({ product: asId<ProductId>(l.product), quantity: l.quantity }));
  const unknown = lines.find(l => !found.lines.some(o => o.product === l.product));
  if (unknown) throw notFound(`Order ${found.number} has no product ${unknown.product}`, 'no-product');
  const result = refundPreview(found, earlier, lines, promotion ?? undefined, shop, byId);
  if (result.lines.length === 0) throw conflict('All of this has been returned already', 'already-returned');
  return { ...result, earlier };
};

const refundView = ({ refund: back, goods, deductions, lines, notes }: RefundPreview) => ({
  refund: moneyView(back),
  goods: moneyView(goods),
  deductions: deductions.map(({ amount, ...deduction }) => ({ ...deduction, amount: moneyView(amount) })),
  lines,
  notes,
});

const previewReturn = operation({
  method: 'POST',
  path: '/api/shop/orders/:id/returns/preview',
  id: 'previewReturn',
  tag: 'Orders',
  summary: 'What a return would pay back, to the cent, and what else it means',
  access: 'session',
  params: z.object({ id: idText }),
  body: returnBody,
  answers: {
    200: { description: 'The refund', schema: refund },
    404: { description: 'No such order of this shopper' },
    409: { description: 'not-delivered, too-late, already-returned or cancelled' },
  },
  handle: async (api, { session, params, body }) => {
    const result = await preview(api, await ownOrder(api, params.id, session!.shopper), body);
    return { status: 200, value: refundView(result) };
  },
});

const startReturn = operation({
  method: 'POST',
  path: '/api/shop/orders/:id/returns',
  id: 'startReturn',
  tag: 'Orders',
  summary: 'Start a return',
  access: 'session',
  params: z.object({ id: idText }),
  body: returnBody,
  answers: {
    201: { description: 'The return', schema: refund.extend({ id: idText, status: z.string() }) },
    404: { description: 'No such order of this shopper' },
    409: { description: 'not-delivered, too-late, already-returned or cancelled' },
  },
  handle: async (api, { session, params, body }) => {
    const found = await ownOrder(api, params.id, session!.shopper);
    const { earlier, ...result } = await preview(api, found, body);
    const request: ReturnRequest = {
      // Numbered by what went before, as the chat does it: two clicks, here or there, make one return.
      id: asId<ReturnId>(`R-${found.number}-${earlier.length + 1}`),
      order: found.id,
      shopper: found.shopper,
      lines: result.lines,
      reason: body.reason,
      refund: result.refund,
      status: 'requested',
      requestedAt: api.clock(),
    };
    if (!(await api.stores.returns.insert(request))) {
      throw conflict('A return of this order was started this moment: look again', 'already-returned');
    }
    return {
      status: 201,
      value: {
        id: request.id,
        status: request.status,
        ...refundView(result),
      },
    };
  },
});

const cancellation = z.object({
  order,
  refund: money,
  freed: z.array(idText).meta({ description: 'Promotions that can be used again, their codes too' }),
  kept: z.array(idText).meta({ description: 'Promotions that stay used' }),
});

const cancel = operation({
  method: 'POST',
  path: '/api/shop/orders/:id/cancel',
  id: 'cancelOrder',
  tag: 'Orders',
  summary: 'Cancel an order that has not shipped',
  description:
    'Everything paid is refunded; the deals and codes of the order are free again, unless their promotion says they stay used.',
  access: 'session',
  params: z.object({ id: idText }),
  query: languageQuery,
  answers: {
    200: { description: 'Cancelled', schema: cancellation },
    404: { description: 'No such order of this shopper' },
    409: { description: 'already-cancelled, too-late (it has shipped: return it instead) or order-changed' },
  },
  handle: async (api, { session, params, query }) => {
    const shopper = session!.shopper;
    const found = await ownOrder(api, params.id, shopper);
    const outcome = await cancelOrder({ stores: api.stores, order: found.id, shopper, now: api.clock() });
    if (outcome.kind === 'refused') throw conflict(cancelSentences[outcome.reason], outcome.reason);
    const spoken = await languageFor(api, query.language, shopper);
    const { freed, kept } = outcome;
    return {
      status: 200,
      value: { order: viewOf(api, outcome.order, spoken), refund: moneyView(outcome.refund), freed, kept },
    };
  },
});

const cancelSentences: Readonly<Record<CancelRefusal, string>> = {
  'unknown-order': 'There is no such order',
  'not-yours': 'This is another shopper’s order',
  'already-cancelled': 'This order is cancelled already',
  'too-late': 'This order has shipped: it can be returned once it is there',
  'order-changed': 'The order changed this moment: look again',
};

export const orderOperations: readonly Operation[] = [place, list, previewReturn, startReturn, cancel];
