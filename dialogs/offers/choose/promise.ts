/**
 * A quote is a promise until it expires, so its money, and a use of everything that is counted, is taken out of the pools
 * when it is made (house.md section 4, a hold of its own kind): one conditional write per pool, and of many quotes at once
 * none goes beyond any of them. From then on nobody else can have it: neither another quote nor a deal that carts get by
 * themselves, and no cap goes below it. Applying the quote makes it the redemption's hold, letting go makes it the promise
 * again, and what nobody used goes back to the pools when its time is over (`sweep`).
 */
import type { OfferId, RedemptionId } from '../../../knowledge/domain/ids.ts';
import type { Offer, OfferState } from '../../../knowledge/domain/offer.ts';
import { poolBounds, promiseText } from '../../../knowledge/domain/pool.ts';
import type { Shop } from '../../../knowledge/domain/shop.ts';
import type { PromiseMade } from '../../../knowledge/ports/promotions.ts';
import type { Stores } from '../../../knowledge/ports.ts';
import { redemptionIdOf } from '../ledger/ledger.ts';

export type PromiseStores = Pick<Stores, 'offers' | 'promotions' | 'redemptions'>;

/** What the deal takes off the basket it is quoted for: beside automatic deals that is more than the shopper gains by it. */
const takenBy = ({ priced, promotion, saves }: Offer): number =>
  Math.max(saves.minor, priced.deals?.find(deal => deal.promotion === promotion)?.saves.minor ?? 0);

/**
 * Sets the money aside and writes the quote down; false: there is no money left to promise it, or the promotion no longer
 * runs. A quote that is written down stays as it was first made, whatever it would be now, and nothing is taken for it
 * again. A crash between the two writes leaves money aside for a quote nobody saw, until it expires.
 */
export const promiseOffer = async (
  stores: PromiseStores,
  offer: Offer,
  shop: Pick<Shop, 'timeZone'>,
  now: Date,
): Promise<boolean> => {
  // Read back from the ledger by a repeated turn: its money lies aside, or is with its redemption.
  if (offer.promise) return true;
  const { promotion, campaign, shopper, saves } = offer;
  const rules = await stores.promotions.rules([promotion]);
  const limits = rules.promotions.get(promotion)?.limits;
  const budget = rules.budgets.get(campaign);
  const asked = { promotion, campaign, limits, budget, shopper, timeZone: shop.timeZone, now };
  const bounds = poolBounds(asked, saves.currency);
  const promise = { minor: takenBy(offer), ...(bounds.length > 0 ? { bounds } : {}) };
  const made: PromiseMade = { offer, ...promise };
  if ((await stores.redemptions.promise(made, now)) !== 'promised') return (await stores.offers.get(offer.id)) !== null;
  const redemption = redemptionIdOf({ promotion, limits, shopper, offer: offer.id });
  if (await stores.offers.insert({ ...offer, redemption, promise })) return true;
  // Made anew by a repeated turn: unless it is the very promise that stands, it was now taken beside the first one.
  const known = await stores.offers.get(offer.id);
  const stands = known?.state === 'quoted' || known?.state === 'released';
  const first = known?.promise && promiseText(known, known.promise.minor);
  if (!stands || first !== promiseText(offer, promise.minor)) await stores.redemptions.unpromise(made);
  return true;
};

/** Gives back what still lies aside for a quote that will not be taken any more. */
export const giveUpPromise = async (
  stores: Pick<Stores, 'redemptions'>,
  offer: Pick<Offer, 'id' | 'promotion' | 'expiresAt' | 'promise'>,
): Promise<void> => {
  if (offer.promise) await stores.redemptions.unpromise({ offer, ...offer.promise });
};

/**
 * An order gave an offer's deal back: the quote stands again as `to`, for the money that came back, which lies aside for it
 * (`RedemptionStore.cancel`), unless its time is over.
 */
export const promiseAgain = async (
  stores: Pick<Stores, 'offers' | 'redemptions'>,
  { offer: id, redemption: by }: { readonly offer: OfferId; readonly redemption: RedemptionId },
  from: readonly OfferState[],
  to: 'quoted' | 'released',
  now: Date,
): Promise<void> => {
  const [offer, redemption] = await Promise.all([stores.offers.get(id), stores.redemptions.get(by)]);
  if (!offer) return;
  const minor = redemption?.offer === offer.id ? redemption.amount.minor : undefined;
  const given = offer.promise && minor !== undefined ? { promise: { ...offer.promise, minor } } : {};
  await stores.offers.transition(offer.id, from, offer.expiresAt > now ? to : 'expired', given);
};
