/** The ledger's own steps for one deal, without the cart around them: claim -> hold in every pool -> reserve -> commit. */

import { redemptionIdOf } from '../../dialogs/offers/ledger/ledger.ts';
import { reserveDeal } from '../../dialogs/offers/ledger/reserve.ts';
import { asId, type OrderId } from '../../knowledge/domain/ids.ts';
import type { Offer } from '../../knowledge/domain/offer.ts';
import { poolBounds, promiseText } from '../../knowledge/domain/pool.ts';
import type { Stores } from '../../knowledge/ports.ts';
import type { LabWorld } from './world.ts';

export interface PaidOrder {
  readonly order: OrderId;
  readonly at: Date;
}

/** Takes over what was promised by the quote, if it was. False: a pool, or the campaign's budget, had not enough left. */
export const commitDeal = async (
  stores: Pick<Stores, 'redemptions'>,
  world: LabWorld,
  offer: Offer,
  { order, at }: PaidOrder,
): Promise<boolean> => {
  const { promotion, campaign, shopper, promise } = offer;
  const limits = world.promotions.find(p => p.id === promotion)?.limits;
  const { budget } = world.campaign;
  const asked = { promotion, campaign, limits, budget, shopper, timeZone: world.shop.timeZone, now: at };
  const redemption = await reserveDeal(
    stores,
    {
      redemption: redemptionIdOf({ promotion, limits, shopper, offer: offer.id }),
      promotion,
      shopper,
      cart: asId(`cart-of-${order}`),
      offer: offer.id,
      amount: offer.saves,
      bounds: promise ? (promise.bounds ?? []) : poolBounds(asked, world.shop.currency),
      ...(promise ? { promise: { text: promiseText(offer, promise.minor), minor: promise.minor } } : {}),
      promised: true,
      until: offer.expiresAt,
    },
    at,
  );
  if ('kind' in redemption) return false;
  return stores.redemptions.commit(redemption.id, redemption.attempt, order);
};
