/** Pools beside a promotion's own money: what limits how often and how much, over all who draw from it at once. */
import type { CampaignId, PromotionId, ShopperId } from './ids.ts';
import type { Currency, Money } from './money.ts';
import type { Offer, OfferRefusal, Redemption } from './offer.ts';
import type { Limits } from './promotion.ts';

/** How far one redemption may fill a pool. The pool counts up; the bound is the rule's, so a changed limit counts at once. */
export interface PoolBound {
  /** `_id` of the pool. */
  readonly pool: string;
  /** Most money in it, minor units; absent: not limited. */
  readonly minor?: number;
  /** Most uses in it; absent: not limited. */
  readonly uses?: number;
  /** What the shopper is told when it is full. */
  readonly refusal: Extract<OfferRefusal, 'budget-spent' | 'limit-reached' | 'code-used'>;
}

/** What lies in a pool, held or committed. */
export interface PoolUsage {
  readonly usedMinor: number;
  readonly uses: number;
}

/** A pool and its redemptions; they must agree: used = committed + held. */
export interface PoolBooks extends PoolUsage {
  readonly committedMinor: number;
  readonly committedUses: number;
  readonly heldMinor: number;
  readonly heldUses: number;
}

/**
 * A promise as it stands in every pool it took money from: "<offer>#<minor>@<milliseconds>". It says for itself how much it
 * is and until when, so that a pool's books balance, and time gives it back, without asking the offer.
 */
export const promiseText = (offer: Pick<Offer, 'id' | 'expiresAt'>, minor: number): string =>
  `${offer.id}#${minor}@${offer.expiresAt.getTime()}`;

export const readPromise = (
  text: string,
): { readonly offer: string; readonly minor: number; readonly expiresAt: Date } => {
  const at = text.lastIndexOf('#');
  const [minor, until] = text.slice(at + 1).split('@');
  return { offer: text.slice(0, at), minor: Number(minor), expiresAt: new Date(Number(until)) };
};

/** The same promise for another amount. */
export const promiseWith = (text: string, minor: number): string => {
  const { offer, expiresAt } = readPromise(text);
  return `${offer}#${minor}@${expiresAt.getTime()}`;
};

/** What a redemption has out of its pools while it is held, minor units. */
export const heldOf = ({ amount, heldMinor }: Pick<Redemption, 'amount' | 'heldMinor'>): number =>
  Math.max(amount.minor, heldMinor ?? amount.minor);

export const campaignPool = (campaign: CampaignId): string => `campaign:${campaign}`;
export const usesPool = (promotion: PromotionId): string => `uses:${promotion}`;
export const dayPool = (promotion: PromotionId, day: string): string => `day:${promotion}:${day}`;
export const shopperPool = (promotion: PromotionId, shopper: ShopperId): string => `shopper:${promotion}:${shopper}`;
export const codePool = (code: string): string => `code:${code}`;

/** True when one use per shopper is all there may be: the redemption's id alone makes a second one impossible. */
export const isOncePerShopper = (limits: Limits | undefined): boolean =>
  limits?.perShopper === undefined || limits.perShopper.uses === 1;

/** The calendar day of a moment on the clock of a time zone (IANA; absent: UTC), "2026-05-04". */
const dayIn = (timeZone: string | undefined, at: Date): string => {
  let format = dayFormats.get(timeZone ?? 'UTC');
  if (!format) {
    // The Swedish date is the ISO date.
    format = new Intl.DateTimeFormat('sv-SE', { timeZone: timeZone ?? 'UTC', dateStyle: 'short' });
    dayFormats.set(timeZone ?? 'UTC', format);
  }
  return format.format(at);
};
const dayFormats = new Map<string, Intl.DateTimeFormat>();

export interface BoundsInput {
  readonly promotion: PromotionId;
  readonly campaign: CampaignId;
  readonly limits?: Limits | undefined;
  /** The campaign's, where it has one. */
  readonly budget?: Money | undefined;
  readonly shopper: ShopperId;
  /** The code it was entered with; single-use codes have one use whatever the limits say. */
  readonly code?: { readonly id: string; readonly singleUse: boolean } | undefined;
  readonly timeZone: string | undefined;
  readonly now: Date;
}

/**
 * Every pool a redemption draws from, in the one order in which all draw. A day is that of the moment of reserving.
 * A limit in another currency than `currency` can't be counted and lets nothing through.
 */
export const poolBounds = (input: BoundsInput, currency: Currency): PoolBound[] => {
  const { promotion, limits } = input;
  const minorOf = (amount: Money | undefined): { minor?: number } =>
    amount ? { minor: amount.currency === currency ? amount.minor : 0 } : {};
  const usesOf = (uses: number | undefined): { uses?: number } => (uses === undefined ? {} : { uses });
  const bounds: PoolBound[] = [];
  if (input.budget) {
    bounds.push({ pool: campaignPool(input.campaign), ...minorOf(input.budget), refusal: 'budget-spent' });
  }
  const uses = input.code?.singleUse ? 1 : limits?.perCode;
  if (input.code && uses !== undefined) {
    const refusal = input.code.singleUse ? 'code-used' : 'limit-reached';
    bounds.push({ pool: codePool(input.code.id), uses, refusal });
  }
  const { perDay, perShopper } = limits ?? {};
  if (perDay) {
    const pool = dayPool(promotion, dayIn(input.timeZone, input.now));
    bounds.push({ pool, ...minorOf(perDay.money), ...usesOf(perDay.uses), refusal: 'limit-reached' });
  }
  if (perShopper && (perShopper.money || !isOncePerShopper(limits))) {
    const pool = shopperPool(promotion, input.shopper);
    bounds.push({ pool, ...minorOf(perShopper.money), ...usesOf(perShopper.uses), refusal: 'limit-reached' });
  }
  if (limits?.uses !== undefined)
    bounds.push({ pool: usesPool(promotion), uses: limits.uses, refusal: 'limit-reached' });
  return bounds;
};

/** What stands in the way of drawing `minor` from a pool that looks like this; null: nothing. */
export const overBound = (bound: PoolBound, usage: PoolUsage, minor: number): PoolBound['refusal'] | null =>
  (bound.minor !== undefined && usage.usedMinor + minor > bound.minor) ||
  (bound.uses !== undefined && usage.uses + 1 > bound.uses)
    ? bound.refusal
    : null;
