/** How full the pools of a cart's deals are, what this shopper used before, and which deal finds too little left. */
import type { CampaignId, PromotionId, RedemptionId } from '../../../knowledge/domain/ids.ts';
import type { OfferRefusal, Redemption } from '../../../knowledge/domain/offer.ts';
import type { Cart } from '../../../knowledge/domain/order.ts';
import { heldOf, overBound, type PoolBound, type PoolUsage } from '../../../knowledge/domain/pool.ts';
import type { Promotion } from '../../../knowledge/domain/promotion.ts';
import type { LedgerStores } from '../ledger/ledger.ts';
import type { Combination, DealTrace } from './combine.ts';

/** What a deal would draw from and under which redemption. */
export interface DealClaim {
  readonly redemption: RedemptionId;
  readonly campaign: CampaignId;
  readonly bounds: readonly PoolBound[];
  /** What lies in these pools for it, set aside when it was quoted. */
  readonly promise?: { readonly text: string; readonly minor: number };
  readonly rule: Pick<Promotion, 'conditions' | 'action' | 'group' | 'order' | 'onReturn' | 'onCancel'>;
}

export type Named = Pick<DealTrace, 'promotion' | 'offer' | 'code'>;
export const nameOf = ({ promotion, offer, code }: Named): string => `${promotion}|${offer ?? ''}|${code ?? ''}`;

export interface Room {
  readonly refusals: ReadonlyMap<string, OfferRefusal>;
  readonly remaining: ReadonlyMap<PromotionId, number>;
  readonly usage: ReadonlyMap<string, PoolUsage>;
  /** What this very cart holds already, from a checkout that did not end, or for its offer. */
  readonly own: ReadonlyMap<string, Redemption>;
}

interface Asked {
  readonly deal: Named;
  readonly claim: DealClaim;
}

type RoomStores = Pick<LedgerStores, 'redemptions' | 'promotions' | 'pools'>;

export const lookUp = async (
  { stores, cart, now }: { readonly stores: RoomStores; readonly cart: Pick<Cart, 'id'>; readonly now: Date },
  asked: readonly Asked[],
): Promise<Room> => {
  if (asked.length === 0) return { refusals: new Map(), remaining: new Map(), usage: new Map(), own: new Map() };
  const [known, remaining, usage] = await Promise.all([
    stores.redemptions.many(asked.map(o => o.claim.redemption)),
    stores.promotions.balances(asked.map(o => o.deal.promotion)),
    stores.pools.usage(asked.flatMap(o => o.claim.bounds.map(b => b.pool))),
  ]);
  const byId = new Map(known.map(r => [r.id, r]));
  const refusals = new Map<string, OfferRefusal>();
  const own = new Map<string, Redemption>();
  for (const { deal, claim } of asked) {
    const redemption = byId.get(claim.redemption);
    if (redemption?.state === 'committed') refusals.set(nameOf(deal), 'already-redeemed');
    if (redemption?.state !== 'reserved') continue;
    const ours = redemption.cart === cart.id && redemption.code === deal.code && redemption.offer === deal.offer;
    if (ours) own.set(nameOf(deal), redemption);
    else if (redemption.expiresAt > now) refusals.set(nameOf(deal), 'already-held');
  }
  return { refusals, remaining, usage, own };
};

/** The room with one more deal looked up: the offer, once it is seen to take more than was promised by it. */
export const addRoom = async (input: Parameters<typeof lookUp>[0], room: Room, asked: Asked): Promise<Room> => {
  const more = await lookUp(input, [asked]);
  return {
    refusals: room.refusals,
    remaining: new Map([...room.remaining, ...more.remaining]),
    usage: new Map([...room.usage, ...more.usage]),
    own: new Map([...room.own, ...more.own]),
  };
};

/**
 * The first deal of a combination whose pools have too little left for it and those before it. What was promised by an
 * offer lies there for it; only what it takes beyond that is asked for, and nothing where it is `capped` at the promise.
 */
export const firstShort = (
  { trace }: Combination,
  claimOf: (deal: Named) => DealClaim,
  room: Room,
  capped: boolean,
): { readonly deal: Named; readonly reason: OfferRefusal } | null => {
  const drawn = new Map<string, PoolUsage>();
  for (const deal of trace) {
    if (deal.outcome !== 'applied') continue;
    const { bounds, promise } = claimOf(deal);
    if (deal.offer && (!promise || capped)) continue;
    const promised = deal.offer ? (promise?.minor ?? 0) : 0;
    const minor = Math.max(0, (deal.saves?.minor ?? 0) - promised);
    if (deal.offer && minor === 0) continue;
    const own = room.own.get(nameOf(deal));
    const ownMinor = own ? Math.max(0, heldOf(own) - promised) : 0;
    if (minor > (room.remaining.get(deal.promotion) ?? 0) + ownMinor) return { deal, reason: 'budget-spent' };
    for (const bound of bounds) {
      const there = room.usage.get(bound.pool) ?? { usedMinor: 0, uses: 0 };
      const before = drawn.get(bound.pool) ?? { usedMinor: 0, uses: 0 };
      const isOwn = own?.bounds?.some(b => b.pool === bound.pool) ?? false;
      const used = {
        usedMinor: there.usedMinor + before.usedMinor - (isOwn ? ownMinor : 0),
        uses: there.uses + before.uses - (isOwn ? 1 : 0),
      };
      // The use was promised with the money.
      const { uses: _, ...ofMoney } = bound;
      const reason = overBound(deal.offer ? ofMoney : bound, used, minor);
      if (reason) return { deal, reason };
      drawn.set(bound.pool, { usedMinor: before.usedMinor + minor, uses: before.uses + (deal.offer ? 0 : 1) });
    }
  }
  return null;
};
