import { z } from 'zod';
import type { CartId, OfferId, OrderId, PromotionId, RedemptionId, ShopperId } from '../domain/ids.ts';
import type { Redemption } from '../domain/offer.ts';
import { heldOf } from '../domain/pool.ts';
import { type Stored, shape } from './document.ts';
import { count, date, id, money, text } from './fields.ts';
import { type Hold, holdText } from './pool-store.ts';
import { poolBounds as bounds } from './promotion-rule.ts';

/** What earlier attempts were about, so that a hold one of them left behind is refunded with its own amount, where it lies. */
interface Lives {
  readonly earlier?: readonly {
    readonly attempt: number;
    readonly minor: number;
    readonly heldMinor?: number | undefined;
    readonly promise?: string | undefined;
    readonly bounds?: z.output<typeof bounds> | undefined;
    readonly cancelledBy?: number | undefined;
  }[];
}

export const redemptions = shape<Redemption & Lives>(
  'redemptions',
  z.object({
    id: id<RedemptionId>(),
    promotion: id<PromotionId>(),
    shopper: id<ShopperId>(),
    offer: id<OfferId>().optional(),
    code: text.optional(),
    cart: id<CartId>().optional(),
    amount: money,
    heldMinor: count.optional(),
    promise: text.optional(),
    bounds: bounds.optional(),
    state: z.enum(['pending', 'reserved', 'committed', 'released']),
    attempt: count.min(1),
    expiresAt: date,
    order: id<OrderId>().optional(),
    cancelledBy: count.optional(),
    earlier: z
      .array(
        z.object({
          attempt: count,
          minor: count,
          heldMinor: count.optional(),
          promise: text.optional(),
          bounds: bounds.optional(),
          cancelledBy: count.optional(),
        }),
      )
      .optional(),
  }),
);

/** A redemption with the lives it had before. */
export interface Found extends Required<Lives> {
  readonly redemption: Redemption;
}

export const readRedemption = (document: Stored): Found => {
  const { earlier = [], ...redemption } = redemptions.read(document);
  return { redemption, earlier };
};

export const holdOf = ({ id, attempt }: Pick<Redemption, 'id' | 'attempt'>, cancel?: number): string =>
  holdText({ redemption: id, attempt, ...(cancel === undefined ? {} : { cancel }) });

/** The attempt as it was: itself, or an earlier one, which is always a released one. */
export const lifeOf = ({ redemption, earlier }: Found, attempt: number): Redemption | undefined => {
  if (attempt === redemption.attempt) return redemption;
  const life = earlier.find(l => l.attempt === attempt);
  if (!life) return undefined;
  const { bounds: _b, cancelledBy: _c, order: _o, heldMinor: _h, promise: _p, ...rest } = redemption;
  return {
    ...rest,
    attempt,
    state: 'released',
    amount: { ...redemption.amount, minor: life.minor },
    ...(life.bounds ? { bounds: life.bounds } : {}),
    ...(life.heldMinor === undefined ? {} : { heldMinor: life.heldMinor }),
    ...(life.promise === undefined ? {} : { promise: life.promise }),
    ...(life.cancelledBy === undefined ? {} : { cancelledBy: life.cancelledBy }),
  };
};

/** What a hold found in a pool stands for now: money out, or money that the commit counts already. */
export const isMoneyOut = (hold: Hold, life: Redemption): boolean =>
  hold.cancel === undefined
    ? life.state !== 'committed' && life.cancelledBy === undefined
    : life.state === 'released' && life.cancelledBy === hold.cancel;

/** Minor units out of the pool by this hold, beside what the commit counts. */
export const outOf = ({ hold, life }: { readonly hold: Hold; readonly life: Redemption }): number => {
  if (hold.cancel !== undefined) return isMoneyOut(hold, life) ? life.amount.minor : 0;
  // Held beyond what was used, until the hold of the committed one is dropped.
  return isMoneyOut(hold, life) ? heldOf(life) : heldOf(life) - life.amount.minor;
};
