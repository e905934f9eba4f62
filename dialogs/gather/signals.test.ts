import { afterAll, beforeAll, expect, test } from 'vitest';
import { asId, type TurnId } from '../../knowledge/domain/ids.ts';
import {
  ann,
  goods,
  listedRecommender,
  now,
  openSmallShop,
  type SmallShop,
  turnOf,
  understood,
} from '../dialogs.test-helper.ts';
import { gather } from '../gather.ts';
import { emptyMemory } from '../memory.ts';
import type { DialogServices } from '../services.ts';

let shop: SmallShop;
beforeAll(async () => {
  shop = await openSmallShop();
  await shop.stores.browsing.add([{ shopper: ann, product: goods.bag.id, kind: 'view', at: now }]);
  await shop.stores.mentions.add([
    { shopper: ann, product: goods.mug.id, kind: 'asked', turn: asId<TurnId>('earlier'), at: now },
  ]);
  await shop.stores.ratings.put([{ shopper: ann, product: goods.trail.id, stars: 1, at: now }]);
});
afterAll(() => shop.close());

const askedOf = async (readsSignals: boolean) => {
  const asked: Parameters<typeof listedRecommender>[0] = [];
  const models = { ...shop.services.models.current(), recommender: { ...listedRecommender(asked), readsSignals } };
  const services: DialogServices = { ...shop.services, models: { current: () => models } };
  const facts = await gather(turnOf(), understood('recommend'), emptyMemory, services);
  return { request: asked![0]!, facts };
};

test('what was looked at, asked about and rated a minute ago reaches a recommender that looks at it', async () => {
  const { request, facts } = await askedOf(true);
  expect(request.signals).toEqual([
    { product: goods.bag.id, at: now, kind: 'view', value: Number.NaN },
    { product: goods.mug.id, at: now, kind: 'asked', value: 1 },
    { product: goods.trail.id, at: now, kind: 'rating', value: 1 },
  ]);
  expect(facts.products.map(f => f.product.id)).not.toContain(goods.trail.id);
});

test('questions and ratings are not read for one that does not', async () => {
  const { request, facts } = await askedOf(false);
  expect(request.signals!.map(signal => signal.kind)).toEqual(['view']);
  expect(facts.products.map(f => f.product.id)).toContain(goods.trail.id);
});
