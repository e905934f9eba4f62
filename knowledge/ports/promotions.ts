/** Deals: rules, codes, offers and the ledger of what they have used. */
import type { PromotionCode } from '../domain/code.ts';
import type { CampaignId, OfferId, OrderId, PromotionId, RedemptionId, ShopperId } from '../domain/ids.ts';
import type { Money } from '../domain/money.ts';
import type { Offer, OfferState, Promised, Redemption } from '../domain/offer.ts';
import type { PoolBooks, PoolBound, PoolUsage } from '../domain/pool.ts';
import type { Campaign, Promotion } from '../domain/promotion.ts';

export interface LivePromotion extends Promotion {
  /** Money left in its pool, minor units. */
  readonly remainingMinor: number;
}

export interface PromotionStore {
  campaigns(): Promise<Campaign[]>;
  putCampaigns(campaigns: readonly Campaign[]): Promise<void>;
  /** Active, within dates; with what is left of each pool. */
  live(now: Date): Promise<LivePromotion[]>;
  get(id: PromotionId): Promise<LivePromotion | null>;
  all(): Promise<LivePromotion[]>;
  /**
   * Inserts with a full pool, or updates the rule and moves the pool's balance with the cap. A cap is never put under what is
   * committed, held and promised: it is then set to just that, and named in what is returned.
   */
  put(promotions: readonly Promotion[]): Promise<{ readonly promotion: PromotionId; readonly capMinor: number }[]>;
  setActive(id: PromotionId, active: boolean): Promise<boolean>;
  /**
   * For pricing carts: at most a second older than what is stored, never older than what this process wrote, and read
   * again when one of `wanted` is not in it. No balances: those are looked up, and held, by themselves. So a promotion's
   * money, and whether it runs, are asked of the store by every promise and hold; but for a second another process may
   * still fill a campaign's budget or a limit to what it was before it was lowered, as it might have a second earlier.
   */
  rules(wanted: readonly PromotionId[]): Promise<PromotionRules>;
  /** Money left in the pools of these, minor units; unknown ids are left out. */
  balances(ids: readonly PromotionId[]): Promise<ReadonlyMap<PromotionId, number>>;
}

/** The rules of all promotions and the budgets of their campaigns, as a cart needs them. */
export interface PromotionRules {
  readonly promotions: ReadonlyMap<PromotionId, Promotion>;
  readonly budgets: ReadonlyMap<CampaignId, Money>;
}

export interface CodeStore {
  /** Inserts those that are not there; returns which were new. */
  insert(codes: readonly PromotionCode[]): Promise<PromotionCode[]>;
  many(ids: readonly string[]): Promise<PromotionCode[]>;
  ofPromotion(promotion: PromotionId, limit: number): Promise<PromotionCode[]>;
  setActive(id: string, active: boolean): Promise<boolean>;
  /** Counts one more wrong try by `who` within the window that `now` lies in; returns how many that makes. */
  countTry(who: string, now: Date, windowMilliseconds: number): Promise<number>;
  /** Takes one counted try back: the code was known. */
  forgiveTry(who: string, now: Date, windowMilliseconds: number): Promise<void>;
  /** Forgets the tries of windows that ended before. */
  pruneTries(before: Date): Promise<number>;
}

export interface OfferStore {
  /** False: there already, nothing written. */
  insert(offer: Offer): Promise<boolean>;
  get(id: OfferId): Promise<Offer | null>;
  /** Quoted or held and not expired, newest first. */
  open(shopper: ShopperId, now: Date): Promise<Offer[]>;
  /** In whatever state, newest first. */
  ofShopper(shopper: ShopperId, limit: number): Promise<Offer[]>;
  /** One conditional write; false when the offer was not in `from`. */
  transition(
    id: OfferId,
    from: readonly OfferState[],
    to: OfferState,
    set?: Partial<Pick<Offer, 'redemption' | 'order' | 'priced' | 'saves' | 'promise'>>,
  ): Promise<boolean>;
  /** One of a negotiation was used: the offers made beside it lapse, as was said when they were made. Returns those. */
  lapseBeside(used: OfferId): Promise<Offer[]>;
  /**
   * By promotion, the quotes that stand and are not held yet, declined ones too as they still apply: `promisedMinor` lies in
   * the pools for them, `savesMinor` those would take for whom nothing does, and `expectedMinor` is what they all save, weighed
   * with the probability of buying that each was made with.
   */
  quotes(now: Date): Promise<
    {
      readonly campaign: CampaignId;
      readonly promotion: PromotionId;
      readonly promisedMinor: number;
      readonly savesMinor: number;
      readonly expectedMinor: number;
    }[]
  >;
  /** Quoted or held past `expiresAt`. */
  overdue(now: Date, limit: number): Promise<Offer[]>;
}

/**
 * The money protocol, one conditional write per step (house.md section 4). Orchestrated by dialogs/offers/ledger/redeem.ts;
 * a crash between any two steps is repaired by its sweeper. Invariant: cap - remaining = committed + open holds.
 */
export interface RedemptionStore {
  /**
   * Sets money and uses aside for a quote, in its promotion's pool and in `bounds`, until it expires; all of it or nothing.
   * The promotion has to run. Repeating it takes nothing twice; the offer is inserted after it.
   */
  promise(promised: PromiseMade, now: Date): Promise<'promised' | 'not-active' | PoolBound['refusal']>;
  /** Gives back what is still set aside for this quote; repeating it is harmless. */
  unpromise(promised: PromiseMade): Promise<void>;
  /** Gives back what was set aside for quotes whose time is over; returns how many they were. */
  lapsePromises(now: Date): Promise<number>;
  /**
   * Inserts as pending, or returns the reserved or committed one that is there. A released one starts a new life with
   * attempt + 1; so does a pending one, whose former claimer's steps then match nothing: one claimer, one hold.
   */
  claim(redemption: Omit<Redemption, 'state' | 'attempt'>): Promise<Redemption>;
  /**
   * Takes the amount from the promotion's pool, then from each of its bounds' pools in their order, unless this attempt's
   * hold is there already; what was taken before a refusal goes back with `release`. Only for what `claim` gave
   * this caller as pending. A reserved or committed one is held already: nothing is written. Where its `promise` stands, that
   * money is taken over, whatever the limits say now; only what is held beyond it must be there. `promised`: a quote made
   * while the promotion ran is honoured, so `active` and the dates are not asked again; the pool always is.
   */
  hold(redemption: Redemption, now: Date, promised?: boolean): Promise<'held' | 'not-active' | PoolBound['refusal']>;
  reserve(id: RedemptionId, attempt: number, expiresAt: Date): Promise<boolean>;
  /** reserved -> committed with its order, then the hold is dropped; true also when it was committed to this order before. */
  commit(id: RedemptionId, attempt: number, order: OrderId): Promise<boolean>;
  /** pending or reserved -> released for this attempt, then the hold is refunded; repeating it is harmless. */
  release(id: RedemptionId, attempt: number): Promise<boolean>;
  /**
   * Puts into every pool what the cancelling try `by` of this order will give back; false: not committed to this order.
   * Only by the try itself, and before the order is cancelled.
   */
  noteCancel(id: RedemptionId, order: OrderId, by: number): Promise<boolean>;
  /** committed -> released, once the order is cancelled by that try; then what was noted is refunded. Repeating is harmless. */
  cancel(id: RedemptionId, order: OrderId, by: number): Promise<boolean>;
  /** What cancelling tries noted on redemptions that are still committed, for the sweeper: the order decides. */
  openCancels(limit: number): Promise<{ readonly redemption: Redemption; readonly by: number }[]>;
  /** Takes away what a try noted that can't succeed any more. */
  dropCancel(redemption: Redemption, by: number): Promise<void>;
  get(id: RedemptionId): Promise<Redemption | null>;
  many(ids: readonly RedemptionId[]): Promise<Redemption[]>;
  /** Pending or reserved past `expiresAt`, and released or committed ones whose hold is still in the pool. */
  unfinished(now: Date, limit: number): Promise<Redemption[]>;
  /** Drops or refunds the hold a crash left behind, according to the redemption's state. */
  settle(redemption: Redemption): Promise<void>;
}

/** The pools beside the promotions' own: campaigns, days, shoppers, codes, uses. */
export interface PoolStore {
  /** What is drawn from each; a pool that nobody drew from is left out. */
  usage(pools: readonly string[]): Promise<ReadonlyMap<string, PoolUsage>>;
  books(pool: string): Promise<PoolBooks>;
}

/** What a promotion's pool and its redemptions say; they must agree. */
export interface Books {
  readonly capMinor: number;
  readonly remainingMinor: number;
  readonly committedMinor: number;
  /** Holds and promises that stand. */
  readonly heldMinor: number;
  /** Of it, set aside for quotes. */
  readonly promisedMinor: number;
}

/** A quote and what is set aside for it. */
export interface PromiseMade extends Promised {
  readonly offer: Pick<Offer, 'id' | 'promotion' | 'expiresAt'>;
}
