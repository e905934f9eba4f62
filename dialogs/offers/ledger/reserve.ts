/** The steps that take a deal's money and uses from its pools. Every write is one conditional step of house.md section 4. */
import type { CartId, OfferId, PromotionId, RedemptionId, ShopperId } from '../../../knowledge/domain/ids.ts';
import type { Money } from '../../../knowledge/domain/money.ts';
import type { Redemption } from '../../../knowledge/domain/offer.ts';
import type { PoolBound } from '../../../knowledge/domain/pool.ts';
import { type LedgerStores, type Refused, refuse } from './ledger.ts';

/** One deal of a cart, as its pools see it. */
export interface DealToReserve {
  readonly redemption: RedemptionId;
  readonly promotion: PromotionId;
  readonly shopper: ShopperId;
  readonly cart: CartId;
  readonly offer?: OfferId | undefined;
  readonly code?: string | undefined;
  readonly amount: Money;
  readonly bounds: readonly PoolBound[];
  /** What lies in these pools for it; all of it stays held, however little this cart uses, until the order is placed. */
  readonly promise?: { readonly text: string; readonly minor: number } | undefined;
  /** A quote made earlier, or an order that stands: whether the promotion still runs is not asked, its money always is. */
  readonly promised: boolean;
  /** Until when it is held if nothing comes of it. */
  readonly until: Date;
}

const claimMilliseconds = 60_000;

/**
 * claim -> hold in every pool -> reserve, for this cart. A reservation of the same deal for another amount or cart is let
 * go first; that of another one still standing, under the same redemption, is not.
 */
export const reserveDeal = async (
  stores: Pick<LedgerStores, 'redemptions'>,
  deal: DealToReserve,
  now: Date,
): Promise<Redemption | Refused> => {
  const { redemptions } = stores;
  const { redemption: id, promotion, shopper, cart, offer, code, amount, bounds, promise, until } = deal;
  const soon = new Date(Math.min(until.getTime(), now.getTime() + claimMilliseconds));
  for (let round = 0; round < 8; round++) {
    const redemption = await redemptions.claim({
      id,
      promotion,
      shopper,
      ...(offer ? { offer } : {}),
      ...(code ? { code } : {}),
      cart,
      amount,
      ...(bounds.length > 0 ? { bounds } : {}),
      ...(promise ? { promise: promise.text } : {}),
      ...(promise && promise.minor > amount.minor ? { heldMinor: promise.minor } : {}),
      expiresAt: soon,
    });
    if (redemption.state === 'committed') return refuse('already-redeemed');
    if (redemption.state === 'reserved') {
      const ours = redemption.offer === offer && redemption.code === code;
      if (ours && redemption.cart === cart && redemption.amount.minor === amount.minor) return redemption;
      if (!ours && redemption.expiresAt.getTime() > now.getTime()) return refuse('already-held');
      await redemptions.release(redemption.id, redemption.attempt);
      continue;
    }
    const held = await redemptions.hold(redemption, now, deal.promised);
    if (held !== 'held') {
      await redemptions.release(redemption.id, redemption.attempt);
      return refuse(held);
    }
    if (await redemptions.reserve(redemption.id, redemption.attempt, until)) {
      return { ...redemption, state: 'reserved', expiresAt: until };
    }
    // Somebody started a new life of this redemption meanwhile: give this attempt's hold back and look again.
    await redemptions.release(redemption.id, redemption.attempt);
  }
  return refuse('cart-changed');
};
