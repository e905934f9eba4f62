import { afterEach, beforeEach, expect, test } from 'vitest';
import { impressionOf, minutes, now, offerOf, yuan } from '../../dialogs/offers/offers.test-helper.ts';
import { asId, type ImpressionId, type OfferId, type ShopperId } from '../../knowledge/domain/ids.ts';
import type { Offer } from '../../knowledge/domain/offer.ts';
import type { Stores } from '../../knowledge/ports.ts';
import { openStores } from '../../knowledge/store/open.ts';
import { StoreShelf, stock } from './store-shelf.ts';
import { makeWorld, tenPercent } from './world.ts';

/** A campaign with ¥100 to give. */
const world = makeWorld({ seed: 1, days: 90, budgetMinor: 10_000 });
let stores: Stores;
let shelf: StoreShelf;
beforeEach(async () => {
  stores = await openStores({ dataDir: null });
  await stock(world, stores);
  shelf = new StoreShelf(world, stores);
});
afterEach(() => shelf.close());

const quoteOf = (name: string, at = now): Offer =>
  offerOf({
    id: asId<OfferId>(name),
    shopper: asId<ShopperId>(`shopper-${name}`),
    promotion: tenPercent,
    campaign: world.campaign.id,
    saves: yuan(60),
    quotedAt: at,
    expiresAt: new Date(at.getTime() + 3_600_000),
  });
const show = (offer: Offer): Promise<boolean> =>
  shelf.show(
    impressionOf({
      id: asId<ImpressionId>(`seen-${offer.id}`),
      offer: offer.id,
      shopper: offer.shopper,
      at: offer.quotedAt,
    }),
    offer,
  );

test('what was promised to one shopper is not shown to another, and nothing of it is recorded', async () => {
  const first = quoteOf('first');
  const second = quoteOf('second');
  expect(await show(first)).toBe(true);
  expect(await show(second)).toBe(false);
  expect(await stores.offers.get(second.id)).toBeNull();
  expect(await stores.impressions.byOffer(second.id)).toBeNull();
});

test('what nobody took can be promised again once it lapsed', async () => {
  await show(quoteOf('first'));
  await shelf.lapse(minutes(30));
  expect(await show(quoteOf('early', minutes(30)))).toBe(false);
  await shelf.lapse(minutes(90));
  expect(await show(quoteOf('later', minutes(90)))).toBe(true);
});

test('a redeemed offer takes what was promised by it, once', async () => {
  const offer = quoteOf('first');
  await show(offer);
  const purchase = { shopper: offer.shopper, basket: [], at: minutes(10), visit: 'visit-1' };
  expect(await shelf.redeem(offer, purchase)).toBe(true);
  expect(await shelf.spentMinor()).toBe(6_000);
  await shelf.lapse(minutes(90));
  expect(await shelf.spentMinor()).toBe(6_000);
  expect(await show(quoteOf('second', minutes(90)))).toBe(false);
});
