/**
 * A quote is a promise until it expires, so it is made only while the money for it is there beside every other promise:
 *   room(promotion) = remaining in its pool - what stands quoted of it          room(campaign) = its budget alike
 * Looked up and written down under one lock per campaign, so that of many quotes at once none goes beyond the pool.
 * When a quote is applied its money moves from promised to held; what is promised to others stays free for them, as nobody
 * else is quoted it. Deals that every cart gets by itself share a campaign's budget and are not bound by this.
 */
import type { CampaignId } from '../../knowledge/domain/ids.ts';
import type { Offer } from '../../knowledge/domain/offer.ts';
import type { LivePromotion } from '../../knowledge/ports/promotions.ts';
import type { Stores } from '../../knowledge/ports.ts';
import { withLock } from './ledger.ts';
import { budgetStates } from './pacing.ts';

export type PromiseStores = Pick<Stores, 'offers' | 'promotions' | 'locks'>;

type Quotes = Awaited<ReturnType<Stores['offers']['quotes']>>;

/** The promotions with what may still be promised of them in place of what remains in their pools. */
export const unpromised = (promotions: readonly LivePromotion[], quotes: Quotes): LivePromotion[] => {
  const promised = new Map(quotes.map(q => [q.promotion, q.savesMinor]));
  return promotions.map(p => ({ ...p, remainingMinor: p.remainingMinor - (promised.get(p.id) ?? 0) }));
};

/** Writes the quote down; false: there is no money left to promise it. Repeating it changes nothing. */
export const promiseOffer = async (stores: PromiseStores, offer: Offer, now: Date): Promise<boolean> => {
  const work = async (): Promise<boolean> => {
    if (await stores.offers.get(offer.id)) return true;
    if ((await roomFor(stores, offer.promotion, offer.campaign, now)) < offer.saves.minor) return false;
    await stores.offers.insert(offer);
    return true;
  };
  const lock = { stores, name: `promise:${offer.campaign}`, now, wait: true };
  return (await withLock(lock, work)) ?? false;
};

const roomFor = async (
  stores: PromiseStores,
  promotion: Offer['promotion'],
  campaign: CampaignId,
  now: Date,
): Promise<number> => {
  const [all, campaigns, quotes] = await Promise.all([
    stores.promotions.all(),
    stores.promotions.campaigns(),
    stores.offers.quotes(now),
  ]);
  const pool = unpromised(all, quotes).find(p => p.id === promotion)?.remainingMinor ?? 0;
  return Math.min(pool, budgetStates(campaigns, all, [], quotes).get(campaign)?.leftMinor ?? pool);
};
