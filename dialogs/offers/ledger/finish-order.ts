/**
 * What follows once an order stands: its deals committed, its offer redeemed, its cart emptied, its stock settled. Anybody
 * may do it, as often as they like: who placed it, a second click, a retry after a crash, the sweeper.
 */
import type { RedemptionId } from '../../../knowledge/domain/ids.ts';
import type { OfferRefusal, Redemption } from '../../../knowledge/domain/offer.ts';
import type { Cart, Order } from '../../../knowledge/domain/order.ts';
import { type PoolBound, poolBounds, promiseText } from '../../../knowledge/domain/pool.ts';
import { giveUpPromise, promiseAgain } from '../choose/promise.ts';
import { dealsOf, type LedgerStores, orderIdOf, type Refused, refuse } from './ledger.ts';
import { giveBackStock, takeNote, unitsOf } from './order-stock.ts';
import { type DealToReserve, reserveDeal } from './reserve.ts';

export type CheckoutOutcome = { readonly kind: 'placed'; readonly order: Order } | Refused;

/** How long the deals of a checkout are held when the process dies before it inserts the order. */
export const checkoutMilliseconds = 300_000;

/** What whoever just inserted an order knows of it. */
export interface JustPlaced {
  readonly reserved: ReadonlyMap<RedemptionId, Redemption>;
  readonly cart: Cart;
}

/**
 * Everything after the order stands; harmless to repeat. An order of whose deals one turns out to be spent, its
 * reservation lost in the very moment of paying, is undone rather than overspent: nobody was told of it yet.
 * `ready` is given by whoever just inserted the order; without it the redemptions' present lives are committed.
 */
export const finishOrUndo = async (
  stores: LedgerStores,
  order: Order,
  now: Date,
  ready?: JustPlaced,
): Promise<CheckoutOutcome> => {
  const reason = await finish(stores, order, now, ready);
  if (!reason) return { kind: 'placed', order };
  await undo(stores, order, now);
  const cart = order.cart ? await stores.carts.get(order.cart) : null;
  // The next try needs another order id, so the cart moves on by one version as it is.
  if (cart && orderIdOf(cart) === order.id) {
    await stores.carts.change(cart.id, cart.version, { lines: cart.lines, offer: cart.offer }, now);
  }
  return refuse(reason);
};

/** Cancels an order nobody was told of: its committed deals are given back, its reservations let go, its stock returned. */
const undo = async (stores: LedgerStores, order: Order, now: Date): Promise<void> => {
  const { redemptions, orders } = stores;
  const by = await orders.beginCancel(order.id, ['placed']);
  if (by === null) return;
  for (const deal of dealsOf(order)) await redemptions.noteCancel(deal.redemption, order.id, by);
  if (!(await orders.cancel(order.id, ['placed'], by))) return;
  for (const deal of dealsOf(order)) {
    if (await redemptions.cancel(deal.redemption, order.id, by)) {
      const from = ['held', 'redeemed'] as const;
      if (deal.offer) await promiseAgain(stores, { ...deal, offer: deal.offer }, from, 'quoted', now);
      continue;
    }
    const left = await redemptions.get(deal.redemption);
    const ours = left?.state === 'reserved' && left.cart === order.cart && !deal.offer && !left.offer;
    if (ours) await redemptions.release(left.id, left.attempt);
  }
  await giveBackStock(stores, order);
};

const finish = async (
  stores: LedgerStores,
  order: Order,
  now: Date,
  ready: JustPlaced | undefined,
): Promise<OfferRefusal | null> => {
  for (const deal of dealsOf(order)) {
    const reason = await commitFor(stores, order, deal, now, ready?.reserved.get(deal.redemption));
    if (reason) return reason;
  }
  for (const { offer, redemption } of dealsOf(order)) {
    if (!offer) continue;
    // Commit is the truth: an offer that lapsed in the very moment of paying is redeemed all the same.
    const from = ['quoted', 'held', 'released', 'expired'] as const;
    await stores.offers.transition(offer, from, 'redeemed', { order: order.id, redemption });
    for (const beside of await stores.offers.lapseBeside(offer)) await giveUpPromise(stores, beside);
  }
  const cart = ready?.cart ?? (order.cart ? await stores.carts.get(order.cart) : null);
  if (cart && cart.lines.length > 0 && orderIdOf(cart) === order.id) {
    await stores.carts.change(cart.id, cart.version, { lines: [], codes: [], gifts: [] }, now);
  }
  // Last: while its stock is noted the sweeper knows that an order is not finished.
  for (const [product, quantity] of unitsOf(order)) {
    await stores.products.settleTake(product, takeNote(order.id, quantity));
  }
  return null;
};

const commitFor = async (
  stores: LedgerStores,
  order: Order,
  deal: ReturnType<typeof dealsOf>[number],
  now: Date,
  reserved: Redemption | undefined,
): Promise<OfferRefusal | null> => {
  const known = reserved ?? (await stores.redemptions.get(deal.redemption));
  if (known?.order === order.id && known.state === 'committed') return null;
  const ours = known && known.offer === deal.offer && known.code === deal.code && known.cart === order.cart;
  if (ours && known.state === 'reserved') {
    if (await stores.redemptions.commit(known.id, known.attempt, order.id)) return null;
  }
  // The reservation lapsed between the order and its commit: the pools are asked for the same amount once more.
  if (!order.cart) return 'unknown-offer';
  const again = await reserveDeal(
    stores,
    {
      redemption: deal.redemption,
      promotion: deal.promotion,
      shopper: order.shopper,
      cart: order.cart,
      offer: deal.offer,
      code: deal.code,
      amount: ours ? known.amount : deal.saves,
      ...(await drawAnew(stores, order, deal, ours ? known : undefined)),
      promised: true,
      until: new Date(now.getTime() + checkoutMilliseconds),
    },
    now,
  );
  if ('kind' in again) return again.reason;
  return (await stores.redemptions.commit(again.id, again.attempt, order.id)) ? null : 'cart-changed';
};

/**
 * The pools of a deal whose reservation is gone, and what was promised by its offer; days are those of the moment the order
 * was placed, in UTC.
 */
const drawAnew = async (
  stores: LedgerStores,
  order: Order,
  deal: ReturnType<typeof dealsOf>[number],
  known: Redemption | undefined,
): Promise<Pick<DealToReserve, 'bounds' | 'promise'>> => {
  const offer = deal.offer ? await stores.offers.get(deal.offer) : null;
  if (offer?.promise) {
    const { minor, bounds = [] } = offer.promise;
    return { bounds, promise: { text: promiseText(offer, minor), minor } };
  }
  return { bounds: known?.bounds ?? (await boundsAnew(stores, order, deal)) };
};

const boundsAnew = async (
  stores: LedgerStores,
  order: Order,
  deal: ReturnType<typeof dealsOf>[number],
): Promise<readonly PoolBound[]> => {
  const [{ promotions, budgets }, [code]] = await Promise.all([
    stores.promotions.rules([deal.promotion]),
    stores.codes.many(deal.code ? [deal.code] : []),
  ]);
  const promotion = promotions.get(deal.promotion);
  if (!promotion) return [];
  return poolBounds(
    {
      promotion: promotion.id,
      campaign: promotion.campaign,
      limits: promotion.limits,
      budget: budgets.get(promotion.campaign),
      shopper: order.shopper,
      code: code && { id: code.id, singleUse: code.singleUse },
      timeZone: undefined,
      now: order.placedAt,
    },
    order.currency,
  );
};
