/** What keeps a campaign from giving too much, too often or to the same person again. Every check is a pure question. */
import type { PromotionId } from '../../knowledge/domain/ids.ts';
import type { Impression } from '../../knowledge/domain/offer.ts';
import type { Campaign } from '../../knowledge/domain/promotion.ts';

const hour = 3_600_000;
const day = 24 * hour;

/** Offers shown, and offers that control did not see: both pass the same gates, so both count. */
const isOffer = (impression: Impression): boolean => impression.treatment !== 'none';

/** More than `maxOffers` of this campaign within `perDays`. */
export const isCapped = (campaign: Campaign, recent: readonly Impression[], now: Date): boolean => {
  const { maxOffers, perDays } = campaign.guardrails;
  const since = now.getTime() - perDays * day;
  const shown = recent.filter(i => i.campaign === campaign.id && isOffer(i) && i.at.getTime() > since);
  return shown.length >= maxOffers;
};

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
    const at = impression.at.getTime();
    // A ghost that would still be open is not asked again either: the treated shopper would see the same offer once more.
    const cools = Math.max(campaign.guardrails.cooldownHours * hour, campaign.quoteMinutes * 60_000);
    const end = at + cools;
    if (end > now.getTime()) until = Math.max(until, end);
  }
  return until > 0 ? new Date(until) : null;
};

/** A promotion is redeemed once per shopper; one that was is not offered to them again. */
export const wasRedeemed = (promotion: PromotionId, recent: readonly Impression[]): boolean =>
  recent.some(i => i.promotion === promotion && i.answer === 'redeemed');
