import { afterEach, beforeEach, expect, test } from 'vitest';
import { Catalogue } from './catalogue.ts';
import { makeDemoShop } from './demo/shop.ts';
import type { Stores } from './ports.ts';
import { openStores } from './store/open.ts';

const { shop, products } = makeDemoShop({
  seed: 7,
  now: new Date('2026-11-24T00:00:00Z'),
  shoppers: 5,
  impressions: 5,
});
const [first, second, third] = products as [(typeof products)[0], (typeof products)[0], (typeof products)[0]];
let stores: Stores;
beforeEach(async () => {
  stores = await openStores({ dataDir: null, dbPort: 0 });
  await stores.shop.put(shop);
  await stores.products.put([first, second]);
});
afterEach(() => stores.close());

test('a product that did not change stays the same object over a refresh, one that did is as the store has it', async () => {
  const catalogue = await Catalogue.open(stores);
  const before = catalogue.view;
  await stores.products.put([
    { ...second, stock: 3, attributes: { ...second.attributes, colour: ['green', 'teal'] } },
    third,
  ]);
  const after = await catalogue.refresh();
  expect(after.byId.get(first.id)).toBe(before.byId.get(first.id));
  expect(after.byId.get(second.id)).toMatchObject({ stock: 3, attributes: { colour: ['green', 'teal'] } });
  expect(after.byId.get(third.id)).toEqual(third);
  expect(after.products).toHaveLength(3);
});
