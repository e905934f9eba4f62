/** What keeps a campaign from giving too much, too often or to the same person again. Every check is a pure question. */
import type { ShopperId } from '../../../knowledge/domain/ids.ts';
import type { Impression } from '../../../knowledge/domain/offer.ts';
import type { Campaign, Promotion } from '../../../knowledge/domain/promotion.ts';

const hour = 3_600_000;
const day = 24 * hour;

/** Offers shown, and offers that control did not see: both pass the same gates, so both count. */
const isOffer = (impression: Impression): boolean => impression.treatment !== 'none';

/** More than `maxOffers` of this campaign within `perDays`. A counter-offer belongs to the offer it answers. */
export const isCapped = (campaign: Campaign, recent: readonly Impression[], now: Date): boolean => {
  const { maxOffers, perDays } = campaign.guardrails;
  const since = now.getTime() - perDays * day;
  const shown = recent.filter(i => i.campaign === campaign.id && isOffer(i) && !i.counterTo && i.at.getTime() > since);
  return shown.length >= maxOffers;
};

/** A ghost that would still be open is not asked again either: the treated shopper would see the same offer once more. */
const coolsUntil = (impression: Impression, campaign: Campaign): number =>
  impression.at.getTime() + Math.max(campaign.guardrails.cooldownHours * hour, campaign.quoteMinutes * 60_000);

/**
 * Until when the shopper gets no new offer, of any campaign: `cooldownHours` of the campaign whose offer was declined or
 * left unused, counted from when it was made. It holds across campaigns, so that turning one deal down never
 * brings up a better one. Applied is not enough, or applying and letting go would draw the next deal; only redeemed
 * ends it. Control's ghosts count as unused.
 * Null when nothing cools down.
 */
export const coolingUntil = (campaigns: readonly Campaign[], recent: readonly Impression[], now: Date): Date | null => {
  let until = 0;
  for (const impression of recent) {
    if (!isOffer(impression) || impression.answer === 'redeemed') continue;
    const campaign = campaigns.find(c => c.id === impression.campaign);
    if (!campaign) continue;
    const end = coolsUntil(impression, campaign);
    if (end > now.getTime()) until = Math.max(until, end);
  }
  return until > 0 ? new Date(until) : null;
};

/**
 * The same over all accounts of one device: what another account was decided, a deliberate "none" and a redeemed offer
 * included, stands for the device until it has cooled down, so that signing in as somebody else draws nothing new.
 */
export const deviceCoolingUntil = (
  campaigns: readonly Campaign[],
  onDevice: readonly Impression[],
  shopper: ShopperId,
  now: Date,
): Date | null => {
  let until = 0;
  for (const impression of onDevice) {
    if (impression.shopper === shopper) continue;
    const campaign = campaigns.find(c => c.id === impression.campaign);
    const end = campaign ? coolsUntil(impression, campaign) : 0;
    if (end > now.getTime()) until = Math.max(until, end);
  }
  return until > 0 ? new Date(until) : null;
};

/** A promotion that its shopper, or their device, has used as often as it may be (once, unless its limits say more) is not offered again. */
export const wasRedeemed = (
  { id, limits }: Pick<Promotion, 'id' | 'limits'>,
  recent: readonly Impression[],
): boolean => {
  if (recent.length === 0) return false;
  const most = limits?.perShopper ? (limits.perShopper.uses ?? Number.POSITIVE_INFINITY) : 1;
  return recent.filter(i => i.promotion === id && i.answer === 'redeemed').length >= most;
};

/** The least that was offered lately and not used: nothing new goes beyond it. */
export interface EarlierOffers {
  /** Saved per unit of the basket's price, 0..1. */
  readonly depth: number;
  readonly savesMinor: number;
}

export const nothingEarlier: EarlierOffers = {
  depth: Number.POSITIVE_INFINITY,
  savesMinor: Number.POSITIVE_INFINITY,
};

/**
 * Declining, ignoring and abandoning never pay: for `perDays` of its campaign an offer that was made and not redeemed
 * bounds the next ones. Ghosts count as they would have been offers; counter-offers don't, they cost something in return.
 */
export const earlierOffers = (
  campaigns: readonly Campaign[],
  impressions: readonly Impression[],
  now: Date,
): EarlierOffers => {
  if (impressions.length === 0) return nothingEarlier;
  let { depth, savesMinor } = nothingEarlier;
  for (const impression of impressions) {
    const given = impression.features.armDepth;
    if (!isOffer(impression) || impression.answer === 'redeemed' || impression.counterTo || given === undefined)
      continue;
    const campaign = campaigns.find(c => c.id === impression.campaign);
    if (!campaign || impression.at.getTime() <= now.getTime() - campaign.guardrails.perDays * day) continue;
    depth = Math.min(depth, given);
    savesMinor = Math.min(savesMinor, given * (impression.features.treatedBasketMinor ?? 0));
  }
  return { depth, savesMinor };
};

/**
 * A dearer basket of the shopper's own may save more money at the same rate; one that was stretched to reach a deal may
 * not, or the deal itself would have been raised. Half a minor unit is rounding.
 */
export const isMoreThanEarlier = (
  arm: {
    readonly depth: number;
    readonly treatedBasketMinor: number;
    readonly savesMinor: number;
    readonly stretched: boolean;
  },
  earlier: EarlierOffers,
): boolean =>
  (arm.depth - earlier.depth) * arm.treatedBasketMinor > 0.5 ||
  (arm.stretched && arm.savesMinor > earlier.savesMinor + 0.5);

/**
 * Whose number is drawn with: the device's where it is known, but of a shopper decided upon in the last 24 hours that of then,
 * so that another device, or one that has forgotten its name, is still asking again.
 */
export const drawnAs = (
  { shopper, device }: { readonly shopper: ShopperId; readonly device: string | undefined },
  recent: readonly Impression[],
  now: Date,
): string => {
  const since = now.getTime() - day;
  let first: Impression | undefined;
  for (const impression of recent) {
    if (impression.shopper !== shopper || impression.at.getTime() <= since) continue;
    if (!first || impression.at < first.at) first = impression;
  }
  return (first ? first.device : device) ?? shopper;
};

/**
 * The day whose number is drawn with: today, or that of the first deliberate "none" of the last 24 hours, so that asking
 * again after midnight is still asking again.
 */
export const drawDay = (recent: readonly Impression[], now: Date): string => {
  const since = now.getTime() - day;
  let first = now.getTime();
  for (const { treatment, at } of recent) {
    if (treatment === 'none' && at.getTime() > since && at.getTime() < first) first = at.getTime();
  }
  return new Date(first).toISOString().slice(0, 10);
};
