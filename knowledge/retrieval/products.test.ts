import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CatalogueView } from '../catalogue.ts';
import { makeDemoShop } from '../demo/shop.ts';
import type { StatedPreference } from '../domain/preference.ts';
import { isSellable } from '../domain/product.ts';
import { createProductIndex, valuesOf } from './products.ts';
import { ProductRetriever } from './retrievers.ts';

const { shop, products, articles } = makeDemoShop({
  seed: 7,
  now: new Date('2026-11-24T00:00:00Z'),
  shoppers: 5,
  impressions: 10,
});
const view: CatalogueView = { shop, products, articles, byId: new Map(products.map(p => [p.id, p])) };
const index = createProductIndex(view);
const like = (
  slot: StatedPreference['slot'],
  value: string,
  polarity: StatedPreference['polarity'] = 'like',
): StatedPreference => ({ slot, value, polarity, forWhom: 'self', quote: value, confidence: 0.9 });

test('waterproof running shoes under 80 are all three', () => {
  const { hits, relaxed } = index.search({
    text: 'waterproof running shoes',
    language: 'en',
    preferences: [like('category', 'running-shoes'), like('feature', 'waterproof'), like('budget', 'max:8000:CNY')],
    count: 10,
  });
  expect(hits.length).toBeGreaterThan(2);
  expect(relaxed).toEqual([]);
  for (const { product } of hits) {
    expect(product.category).toBe('running-shoes');
    expect(product.attributes.feature).toContain('waterproof');
    expect(product.price.minor).toBeLessThanOrEqual(8_000);
  }
});

test('when nothing fits, the least important wish is dropped and named; budget and category never are', () => {
  const { hits, relaxed } = index.search({
    text: '',
    language: 'en',
    preferences: [like('category', 'running-shoes'), like('colour', 'red'), like('material', 'cast-iron')],
    count: 5,
  });
  expect(relaxed).toEqual(['material:cast-iron']);
  expect(hits.every(h => h.product.attributes.colour?.includes('red'))).toBe(true);
  expect(
    index.search({
      text: '',
      language: 'en',
      preferences: [like('category', 'running-shoes')],
      priceMaxMinor: 1,
      count: 5,
    }).hits,
  ).toEqual([]);
});

test('what the shop does not sell is not answered with something else', () => {
  expect(index.search({ text: 'lawnmower', language: 'en', preferences: [], count: 5 }).hits).toEqual([]);
});

test('Chinese words find what English attributes describe', () => {
  const { hits } = index.search({
    text: '帆布托特包',
    language: 'zh',
    preferences: [like('category', 'bags')],
    count: 3,
  });
  expect(hits[0]!.product.attributes.type).toContain('tote');
});

test('whatever is asked, hits are sellable, within budget and category, and never what was disliked or excluded', () => {
  const colours = ['red', 'blue', 'black', 'green'];
  fc.assert(
    fc.property(
      fc.constantFrom(...shop.categories.map(c => c.key)),
      fc.constantFrom(...colours),
      fc.constantFrom(...colours),
      fc.integer({ min: 1_000, max: 60_000 }),
      fc.constantFrom('', 'warm', '防水', 'xyz'),
      (category, wanted, unwanted, max, text) => {
        const exclude = new Set(
          products
            .filter(p => p.category === category)
            .slice(0, 5)
            .map(p => p.id),
        );
        const { hits } = index.search({
          text,
          language: 'en',
          preferences: [like('category', category), like('colour', wanted), like('colour', unwanted, 'dislike')],
          priceMaxMinor: max,
          exclude,
          count: 20,
        });
        for (const { product } of hits) {
          expect(
            isSellable(product) &&
              product.category === category &&
              product.price.minor <= max &&
              !exclude.has(product.id),
          ).toBe(true);
          expect(valuesOf(product, 'colour') ?? []).not.toContain(unwanted);
        }
      },
    ),
    { numRuns: 150, seed: 5 },
  );
});

test('the LangChain retriever gives products with their price', async () => {
  const [document] = await new ProductRetriever(index, { count: 1 }).invoke('rainline running shoe');
  expect(document!.metadata.productId).toContain('rainline');
  expect(document!.metadata.currency).toBe('CNY');
});
