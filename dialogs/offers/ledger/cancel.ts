/**
 * Cancelling an order before it ships: the money, the uses and the codes of its deals go back to their pools, except
 * where a promotion says they stay used (`onCancel: 'keep'`); the stock goes back to the shelf.
 *
 * A try has a number. It notes in every pool and stock what it will give back, then cancels the order in one write that
 * needs it to be the newest try, then gives back what it noted. Before that write nothing has happened, and the sweeper
 * takes the notes away; after it everything is noted, and anybody may finish it, once.
 */
import { asId, type CartId, type OrderId, type PromotionId, type ShopperId } from '../../../knowledge/domain/ids.ts';
import type { Money } from '../../../knowledge/domain/money.ts';
import type { Order } from '../../../knowledge/domain/order.ts';
import { promiseAgain } from '../choose/promise.ts';
import { finishOrUndo } from './finish-order.ts';
import { dealsOf, type LedgerStores, withCart } from './ledger.ts';
import { takeNote, unitsOf } from './order-stock.ts';

export type CancelRefusal = 'unknown-order' | 'not-yours' | 'already-cancelled' | 'too-late' | 'order-changed';

export type CancelOutcome =
  | {
      readonly kind: 'cancelled';
      readonly order: Order;
      /** All that was paid. */
      readonly refund: Money;
      /** Promotions whose use goes back, so that they, and their codes, can be used again. */
      readonly freed: readonly PromotionId[];
      /** Those that stay used. */
      readonly kept: readonly PromotionId[];
    }
  | { readonly kind: 'refused'; readonly reason: CancelRefusal };

export interface CancelInput {
  readonly stores: LedgerStores;
  readonly order: OrderId;
  /** Whose order it has to be; absent: staff or the shop's own system cancels. */
  readonly shopper?: ShopperId;
  readonly now: Date;
}

/** Statuses in which an order can still be cancelled. */
export const cancellable = ['placed', 'packed'] as const;

const keeps = (deal: ReturnType<typeof dealsOf>[number]): boolean => deal.rule?.onCancel === 'keep';

/** What cancelling this order would free, before anybody confirms it; null: it can't be cancelled any more. */
export const cancelPreview = (order: Order): Omit<Extract<CancelOutcome, { kind: 'cancelled' }>, 'kind'> | null => {
  if (!cancellable.some(status => status === order.status)) return null;
  const deals = dealsOf(order);
  return {
    order,
    refund: order.total,
    freed: deals.filter(d => !keeps(d)).map(d => d.promotion),
    kept: deals.filter(keeps).map(d => d.promotion),
  };
};

const refuse = (reason: CancelRefusal): CancelOutcome => ({ kind: 'refused', reason });

/** The lock an order is changed under: its cart's, or one of its own for orders of other systems. */
export const lockOf = (order: Pick<Order, 'id' | 'cart'>): CartId => order.cart ?? asId<CartId>(`order:${order.id}`);

export const cancelOrder = async (input: CancelInput): Promise<CancelOutcome> => {
  const { stores, shopper, now } = input;
  const order = await stores.orders.get(input.order);
  if (!order) return refuse('unknown-order');
  if (shopper !== undefined && order.shopper !== shopper) return refuse('not-yours');
  const done = await withCart({ stores, cart: lockOf(order), now, wait: true }, () => cancelLocked(input, order.id));
  return done ?? refuse('order-changed');
};

const cancelLocked = async ({ stores, now }: CancelInput, id: OrderId): Promise<CancelOutcome> => {
  for (let round = 0; round < 4; round++) {
    const order = await stores.orders.get(id);
    if (!order) return refuse('unknown-order');
    if (order.status === 'cancelled') return refuse('already-cancelled');
    const plan = cancelPreview(order);
    if (!plan) return refuse('too-late');
    // What a crash left open of placing it is finished first: only what was taken for good can be given back.
    if (order.cart && order.status === 'placed') {
      const finished = await finishOrUndo(stores, order, now);
      if (finished.kind === 'refused') continue;
    }
    const by = await stores.orders.beginCancel(id, cancellable);
    if (by === null) continue;
    for (const deal of dealsOf(order)) {
      if (plan.freed.includes(deal.promotion)) await stores.redemptions.noteCancel(deal.redemption, id, by);
    }
    // Stock of orders that came from elsewhere was never taken here.
    const units = order.cart ? [...unitsOf(order)] : [];
    for (const [product, quantity] of units) await stores.products.noteTaken(product, takeNote(id, quantity, by));
    if (await stores.orders.cancel(id, cancellable, by)) {
      await completeCancel(stores, { ...order, status: 'cancelled', cancelledBy: by }, now);
      return { kind: 'cancelled', ...plan, order: { ...order, status: 'cancelled' } };
    }
    for (const deal of dealsOf(order)) {
      const redemption = await stores.redemptions.get(deal.redemption);
      if (redemption) await stores.redemptions.dropCancel(redemption, by);
    }
    for (const [product, quantity] of units) await stores.products.settleTake(product, takeNote(id, quantity, by));
  }
  return refuse('order-changed');
};

/** Gives back what the try that cancelled this order noted; harmless to repeat. */
const completeCancel = async (stores: LedgerStores, order: Order, now: Date): Promise<void> => {
  const by = order.cancelledBy;
  if (by === undefined) return;
  for (const deal of dealsOf(order)) {
    if (keeps(deal)) continue;
    const freed = await stores.redemptions.cancel(deal.redemption, order.id, by);
    // Not shown anew, and honoured until its time is over.
    if (freed && deal.offer) await promiseAgain(stores, { ...deal, offer: deal.offer }, ['redeemed'], 'released', now);
  }
  for (const [product, quantity] of order.cart ? unitsOf(order) : []) {
    await stores.products.giveBack(product, quantity, takeNote(order.id, quantity, by));
  }
};

/**
 * For the sweeper: what a cancelling try noted and did not finish. The order decides: cancelled by that try, its notes are
 * given back; otherwise the try is fenced off, so that it can no longer cancel, and its notes go.
 */
export const settleCancel = async (
  stores: LedgerStores,
  id: OrderId,
  by: number,
  now: Date,
): Promise<'given-back' | 'dropped'> => {
  let order = await stores.orders.get(id);
  if (order && order.status !== 'cancelled') {
    await stores.orders.beginCancel(id, cancellable);
    order = await stores.orders.get(id);
  }
  if (order?.status !== 'cancelled' || order.cancelledBy !== by) return 'dropped';
  await completeCancel(stores, order, now);
  return 'given-back';
};
