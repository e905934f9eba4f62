/**
 * A quote is a promise until it expires, so its money, and a use of everything that is counted, is taken out of the pools
 * when it is made (house.md section 4, a hold of its own kind): one conditional write per pool, and of many quotes at once
 * none goes beyond any of them. From then on nobody else can have it: neither another quote nor a deal that carts get by
 * themselves, and no cap goes below it. Applying the quote makes it the redemption's hold, letting go makes it the promise
 * again, and what nobody used goes back to the pools when its time is over (`sweep`).
 */
import type { Offer } from '../../knowledge/domain/offer.ts';
import { poolBounds } from '../../knowledge/domain/pool.ts';
import type { Shop } from '../../knowledge/domain/shop.ts';
import type { PromiseMade } from '../../knowledge/ports/promotions.ts';
import type { Stores } from '../../knowledge/ports.ts';
import { redemptionIdOf } from './ledger.ts';

export type PromiseStores = Pick<Stores, 'offers' | 'promotions' | 'redemptions'>;

/** What the deal takes off the basket it is quoted for: beside automatic deals that is more than the shopper gains by it. */
const takenBy = ({ priced, promotion, saves }: Offer): number =>
  Math.max(saves.minor, priced.deals?.find(deal => deal.promotion === promotion)?.saves.minor ?? 0);

/**
 * Sets the money aside and writes the quote down; false: there is no money left to promise it, or the promotion no longer
 * runs. Repeating it changes nothing. A crash between the two leaves money aside for a quote nobody saw, until it expires.
 */
export const promiseOffer = async (
  stores: PromiseStores,
  offer: Offer,
  shop: Pick<Shop, 'timeZone'>,
  now: Date,
): Promise<boolean> => {
  const { promotion, campaign, shopper, saves } = offer;
  const rules = await stores.promotions.rules([promotion]);
  const limits = rules.promotions.get(promotion)?.limits;
  const budget = rules.budgets.get(campaign);
  const asked = { promotion, campaign, limits, budget, shopper, timeZone: shop.timeZone, now };
  const bounds = poolBounds(asked, saves.currency);
  const promise = { minor: takenBy(offer), ...(bounds.length > 0 ? { bounds } : {}) };
  const made: PromiseMade = { offer, ...promise };
  if ((await stores.redemptions.promise(made, now)) !== 'promised') return false;
  const redemption = redemptionIdOf({ promotion, limits, shopper, offer: offer.id });
  if (await stores.offers.insert({ ...offer, redemption, promise })) return true;
  // A repeated turn. Applied or used meanwhile, the quote's money is with its redemption and was now taken twice.
  const known = await stores.offers.get(offer.id);
  if (known?.state !== 'quoted' && known?.state !== 'released') await stores.redemptions.unpromise(made);
  return true;
};

/** Gives back what still lies aside for a quote that will not be taken any more. */
export const giveUpPromise = async (
  stores: Pick<Stores, 'redemptions'>,
  offer: Pick<Offer, 'id' | 'promotion' | 'expiresAt' | 'promise'>,
): Promise<void> => {
  if (offer.promise) await stores.redemptions.unpromise({ offer, ...offer.promise });
};
