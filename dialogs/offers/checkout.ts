/**
 * Placing the order: price -> reserve -> take stock -> insert the order -> commit -> settle the stock -> offer redeemed ->
 * cart emptied. Each step can be repeated, so a second click, a retry after a crash, or the sweeper finishes what was begun.
 */
import type { CartId, OrderId, ProductId, ShopperId } from '../../knowledge/domain/ids.ts';
import type { Offer, OfferRefusal, PricedCart, Redemption } from '../../knowledge/domain/offer.ts';
import type { Cart, Order } from '../../knowledge/domain/order.ts';
import type { Shop } from '../../knowledge/domain/shop.ts';
import {
  type CartGoods,
  evaluateOffer,
  type LedgerStores,
  offerProblem,
  orderIdOf,
  type Refused,
  readGoods,
  redemptionIdOf,
  refuse,
  reserveAmount,
  ruleOf,
  withCart,
} from './ledger.ts';
import { priceCart } from './price.ts';

export interface CheckoutInput {
  readonly stores: LedgerStores;
  readonly cart: CartId;
  readonly shopper: ShopperId;
  readonly shop: Shop;
  /** The same key again finds the same order; a page makes one per checkout it shows. */
  readonly idempotencyKey: string;
  /** What the shopper reads and types; given the order's id so that a repeated step can make the same one. */
  readonly makeOrderNumber: (order: OrderId) => string;
  /** Lower case; kept with the order so that a guest can prove it. */
  readonly email?: string;
  readonly now: Date;
}

export type CheckoutOutcome = { readonly kind: 'placed'; readonly order: Order } | Refused;

/** A cart whose offer lapsed is refused and the offer taken off it, so that nobody pays more than they saw. */
export const checkout = async (input: CheckoutInput): Promise<CheckoutOutcome> =>
  (await withCart({ ...input, wait: true }, () => checkoutLocked(input))) ?? refuse('cart-changed');

const checkoutLocked = async (input: CheckoutInput): Promise<CheckoutOutcome> => {
  const { stores, shop, shopper, now } = input;
  const [recent, cart] = await Promise.all([stores.orders.ofShopper(shopper, 20), stores.carts.get(input.cart)]);
  const earlier = recent.find(
    o => o.cart === input.cart && o.checkoutKey === input.idempotencyKey && o.status !== 'cancelled',
  );
  if (earlier) return finishOrUndo(stores, earlier, now);
  if (cart && cart.shopper !== shopper) return refuse('not-yours');
  if (!cart || cart.lines.length === 0) return refuse('empty-cart');
  // Another key on the very same cart: the first click's order, perhaps not finished when the process died.
  const same = await stores.orders.get(orderIdOf(cart));
  if (same && same.status !== 'cancelled') return finishOrUndo(stores, same, now);

  const offer = cart.offer ? await stores.offers.get(cart.offer) : null;
  const problem = cart.offer ? offerProblem(offer, shopper, now) : null;
  if (problem) {
    await stores.carts.change(cart.id, cart.version, { lines: cart.lines }, now);
    return refuse(problem);
  }
  const rule = offer ? await ruleOf(stores, offer) : null;
  if (offer && !rule) return refuse('not-active');
  const goods = await readGoods(stores, cart.lines, rule ?? undefined);
  if (goods.missing.length > 0) return refuse('out-of-stock');
  if (goods.lines.some(l => l.product.price.currency !== shop.currency)) return refuse('currency-mismatch');

  let priced = priceCart({ lines: goods.lines, shop });
  let redemption: Redemption | null = null;
  if (offer && rule) {
    const evaluation = await evaluateOffer({ stores, offer, rule, goods, shop, now });
    if (evaluation.kind === 'refused') return evaluation;
    priced = evaluation.priced;
    const reserved = await reserveAmount({ stores, offer, cart: cart.id, amount: evaluation.saves, now });
    if ('kind' in reserved) return reserved;
    redemption = reserved;
  }
  return place(input, { cart, goods, priced, offer, redemption });
};

interface Ready {
  readonly cart: Cart;
  readonly goods: CartGoods;
  readonly priced: PricedCart;
  readonly offer: Offer | null;
  readonly redemption: Redemption | null;
}

const place = async (input: CheckoutInput, ready: Ready): Promise<CheckoutOutcome> => {
  const { stores, now } = input;
  const order = orderOf(input, ready);
  if (!(await takeStock(stores, order))) return refuse('out-of-stock');
  if (!(await stores.orders.insert(order))) {
    const standing = await stores.orders.get(order.id);
    // After a lapsed lease somebody else placed this very cart: the stock noted is that order's, and the order is the answer.
    if (standing && standing.status !== 'cancelled') return finishOrUndo(stores, standing, now);
    // Its order was undone and the cart not yet moved on: the next try has an id of its own.
    await giveBackStock(stores, order);
    const { id, version, lines, offer } = ready.cart;
    await stores.carts.change(id, version, { lines, offer }, now);
    return refuse('cart-changed');
  }
  return finishOrUndo(stores, order, now, ready.redemption);
};

const orderOf = (input: CheckoutInput, { cart, goods, priced, offer }: Ready): Order => {
  const id = orderIdOf(cart);
  return {
    id,
    number: input.makeOrderNumber(id),
    shopper: input.shopper,
    ...(input.email ? { email: input.email } : {}),
    lines: priced.lines.map(line => ({ ...line, title: goods.products.get(line.product)?.name ?? {} })),
    currency: input.shop.currency,
    subtotal: priced.subtotal,
    discount: priced.discount,
    shipping: priced.shipping,
    total: priced.total,
    status: 'placed',
    placedAt: input.now,
    cart: cart.id,
    checkoutKey: input.idempotencyKey,
    ...(offer ? { offer: offer.id, promotion: offer.promotion } : {}),
    source: 'shop',
  };
};

/** Units of each product an order needs, gift included. */
export const unitsOf = (order: Pick<Order, 'lines'>): Map<ProductId, number> => {
  const units = new Map<ProductId, number>();
  for (const line of order.lines) units.set(line.product, (units.get(line.product) ?? 0) + line.quantity);
  return units;
};

/** What a stock taken for an order is noted as. */
export const takeNote = (order: OrderId, quantity: number): string => `${order}#${quantity}`;

export const readTakeNote = (note: string): { readonly order: OrderId; readonly quantity: number } => {
  const at = note.lastIndexOf('#');
  return { order: note.slice(0, at) as OrderId, quantity: Number(note.slice(at + 1)) };
};

/** All lines or none. */
const takeStock = async (stores: Pick<LedgerStores, 'products'>, order: Order): Promise<boolean> => {
  for (const [product, quantity] of unitsOf(order)) {
    if (await stores.products.take(product, quantity, takeNote(order.id, quantity))) continue;
    await giveBackStock(stores, order);
    return false;
  }
  return true;
};

const giveBackStock = async (stores: Pick<LedgerStores, 'products'>, order: Order): Promise<void> => {
  for (const [product, quantity] of unitsOf(order)) {
    await stores.products.giveBack(product, quantity, takeNote(order.id, quantity));
  }
};

/**
 * Everything after the order stands; harmless to repeat. An order whose deal turns out to be spent, its reservation lost
 * in the very moment of paying, is undone rather than overspent: nobody was told of it yet.
 * `reserved` is given by whoever just inserted the order; without it the redemption's present life is committed.
 */
export const finishOrUndo = async (
  stores: LedgerStores,
  order: Order,
  now: Date,
  reserved?: Redemption | null,
): Promise<CheckoutOutcome> => {
  const reason = await finish(stores, order, now, reserved ?? null);
  if (!reason) return { kind: 'placed', order };
  if (await stores.orders.setStatus(order.id, ['placed'], 'cancelled')) {
    await giveBackStock(stores, order);
    const cart = order.cart ? await stores.carts.get(order.cart) : null;
    // The next try needs another order id, so the cart moves on by one version with the same lines.
    if (cart && orderIdOf(cart) === order.id) {
      await stores.carts.change(cart.id, cart.version, { lines: cart.lines }, now);
    }
  }
  return refuse(reason);
};

const finish = async (
  stores: LedgerStores,
  order: Order,
  now: Date,
  reserved: Redemption | null,
): Promise<OfferRefusal | null> => {
  const offer = order.offer ? await stores.offers.get(order.offer) : null;
  const reason = offer ? await commitFor(stores, order, offer, now, reserved) : null;
  if (reason) return reason;
  for (const [product, quantity] of unitsOf(order)) {
    await stores.products.settleTake(product, takeNote(order.id, quantity));
  }
  if (offer) {
    // Commit is the truth: an offer that lapsed in the very moment of paying is redeemed all the same.
    await stores.offers.transition(offer.id, ['quoted', 'held', 'released', 'expired'], 'redeemed', {
      order: order.id,
      redemption: redemptionIdOf(offer),
    });
  }
  const cart = order.cart ? await stores.carts.get(order.cart) : null;
  if (cart && cart.lines.length > 0 && orderIdOf(cart) === order.id) {
    await stores.carts.change(cart.id, cart.version, { lines: [] }, now);
  }
  return null;
};

const commitFor = async (
  stores: LedgerStores,
  order: Order,
  offer: Offer,
  now: Date,
  reserved: Redemption | null,
): Promise<OfferRefusal | null> => {
  const known = reserved ?? (await stores.redemptions.get(redemptionIdOf(offer)));
  if (known?.order === order.id && known.state === 'committed') return null;
  if (known?.state === 'reserved' && known.offer === offer.id) {
    if (await stores.redemptions.commit(known.id, known.attempt, order.id)) return null;
  }
  // The reservation lapsed between the order and its commit: the pool is asked for the same amount once more.
  if (!order.cart) return 'unknown-offer';
  const amount = known?.offer === offer.id ? known.amount : order.discount;
  const again = await reserveAmount({ stores, offer, cart: order.cart, amount, now });
  if ('kind' in again) return again.reason;
  return (await stores.redemptions.commit(again.id, again.attempt, order.id)) ? null : 'cart-changed';
};
