import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CatalogueView } from '../../catalogue.ts';
import { makeDemoShop } from '../../demo/shop.ts';
import type { StatedPreference } from '../../domain/preference.ts';
import { isSellable } from '../../domain/product.ts';
import { ProductRetriever } from '../retrievers.ts';
import { valuesOf } from './product-match.ts';
import { createProductIndex } from './products.ts';

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

test('stock and prices of a later view count, with the words read before', () => {
  const query = {
    text: 'running shoes',
    language: 'en',
    preferences: [like('category', 'running-shoes')],
    count: 2,
  } as const;
  const [best, next] = index.search(query).hits.map(h => h.product);
  const later = products.map(p =>
    p.id === best!.id ? { ...p, stock: 0 } : p.id === next!.id ? { ...p, price: { ...p.price, minor: 1 } } : p,
  );
  const served = index.withView({ ...view, products: later, byId: new Map(later.map(p => [p.id, p])) });
  const [first] = served.search(query).hits;
  expect(first!.product).toMatchObject({ id: next!.id, price: { minor: 1 } });
  expect(index.search(query).hits[0]!.product.id).toBe(best!.id);
});

test('goods that no page calls vegan are named as such, and none is made of an animal', () => {
  const vegan = (category: string) =>
    index.search({
      text: '',
      language: 'en',
      preferences: [like('category', category), like('feature', 'vegan')],
      count: 40,
    });
  expect(vegan('bags').relaxed).toEqual([]);
  const { hits, relaxed } = vegan('jackets');
  expect(relaxed).toEqual(['unmarked:vegan']);
  expect(hits.length).toBeGreaterThan(0);
  for (const { product } of hits) expect(product.attributes.material).not.toContain('down');
});

test.each([
  ['jacket diabetic father', 'en', 'jackets'],
  ['pregnant running shoes', 'en', 'running-shoes'],
  ['怀孕 跑鞋', 'zh', 'running-shoes'],
] as const)('“%s” finds goods by its words where no wish was read', (text, language, category) => {
  const { hits } = index.search({ text, language, preferences: [], count: 3 });
  expect(hits.map(h => h.product.category)).toEqual([category, category, category]);
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

describe('a price that nothing has', () => {
  const jackets = [like('category', 'jackets'), like('feature', 'warm')];
  const dad: StatedPreference = { ...like('recipient', 'dad'), forWhom: 'dad' };

  test('around it: what was asked for is kept, the nearest in price first', () => {
    const around = [like('budget', 'min:9000:CNY'), like('budget', 'max:15000:CNY')];
    const { hits, relaxed } = index.search({
      text: 'warm jacket',
      language: 'en',
      preferences: [...jackets, dad, ...around],
      priceMinMinor: 9_000,
      priceMaxMinor: 15_000,
      count: 5,
    });
    expect(relaxed).toEqual(['around']);
    const prices = hits.map(h => h.product.price.minor);
    expect(prices.length).toBeGreaterThan(2);
    expect(prices).toEqual([...prices].sort((a, b) => a - b));
    for (const { product } of hits) {
      expect(product.category).toBe('jackets');
      expect(product.attributes.feature).toContain('warm');
    }
  });

  test('as the highest: it holds, and the cheapest that costs more is named', () => {
    const { hits, relaxed, beyond } = index.search({
      text: 'warm jacket',
      language: 'en',
      preferences: jackets,
      priceMaxMinor: 15_000,
      count: 5,
    });
    expect(relaxed).toEqual(['feature:warm']);
    for (const { product } of hits) expect(product.price.minor).toBeLessThanOrEqual(15_000);
    const warm = products.filter(
      p => p.category === 'jackets' && isSellable(p) && valuesOf(p, 'feature')?.includes('warm'),
    );
    expect(beyond?.price.minor).toBe(Math.min(...warm.map(p => p.price.minor)));
  });

  test('other things of the kind’s department are no answer to the kind', () => {
    const preferences = [like('category', 'electronics'), like('product', 'headphones')];
    const { hits, beyond } = index.search({ text: '', language: 'en', preferences, priceMaxMinor: 2_500, count: 5 });
    expect(hits).toEqual([]);
    expect(valuesOf(beyond!, 'product')).toContain('headphones');
  });
});

test('what the shop does not sell is not answered with something else', () => {
  expect(index.search({ text: 'lawnmower', language: 'en', preferences: [], count: 5 }).hits).toEqual([]);
});

const forPerson = (value: string, quote: string): StatedPreference => ({
  ...like('recipient', value),
  forWhom: value,
  quote,
});
const found = (text: string, preferences: readonly StatedPreference[], count = 40) =>
  index.search({ text, language: 'en', preferences, count }).hits.map(h => h.product);

test.each([
  ['partner', 'shoes for my husband', false],
  ['partner', '鞋送老公', false],
  ['dad', 'shoes for my dad', false],
  ['partner', 'shoes for my wife', true],
])('for %s, who was called so in "%s", women\'s shoes are shown: %s', (who, quote, shown) => {
  const names = found('shoes', [like('category', 'running-shoes'), forPerson(who, quote)]).map(p => p.name.en ?? '');
  expect(names.length).toBeGreaterThan(4);
  expect(names.some(name => name.includes("women's"))).toBe(shown);
});

test.each([
  ['180斤男，想买跑鞋', undefined],
  ['跑鞋 不要女款的', undefined],
  ['shoes', { wanted: 'men' }],
] as const)("asked for as %s, cut %o, no shoe is a woman's, and none a child's", (text, cut) => {
  const { hits } = index.search({
    text,
    language: 'en',
    preferences: [like('category', 'running-shoes')],
    cut,
    count: 400,
  });
  const names = hits.map(h => h.product.name.en ?? '');
  expect(names.length).toBeGreaterThan(4);
  expect(names.filter(name => name.includes("women's"))).toEqual([]);
  expect(names.filter(name => name.includes('Schoolyard'))).toEqual([]);
});

test('what is made for children is shown only where a child is spoken of, or where there is nothing else', () => {
  const names = (text: string, preferences: readonly StatedPreference[]) =>
    index.search({ text, language: 'en', preferences, count: 400 }).hits.map(h => h.product.name.en ?? '');
  const bags = [like('category', 'bags'), like('product', 'backpack')];
  expect(names('backpack', bags).filter(name => name.includes('Little Bear'))).toEqual([]);
  expect(names('school backpack', bags).some(name => name.includes('Little Bear'))).toBe(true);
  expect(names('rain jacket', [like('category', 'jackets')]).filter(name => name.includes('kids’'))).toEqual([]);
  expect(names('puzzle', [like('category', 'toys-gifts'), like('product', 'puzzle')]).length).toBeGreaterThan(1);
});

test('a size without a kind of goods is of goods that come in it', () => {
  const { hits } = index.search({ text: 'trainers', language: 'en', preferences: [like('size', '44')], count: 40 });
  expect(hits.length).toBeGreaterThan(4);
  for (const { product } of hits) expect(product.attributes.size).toContain('44');
});

test('what is given up is what matters least: a colour before warmth, and never the kind for the sake of the rest', () => {
  const { hits, relaxed } = index.search({
    text: '',
    language: 'en',
    preferences: [
      like('category', 'jackets'),
      like('feature', 'warm'),
      like('colour', 'black'),
      like('size', 'm'),
      like('material', 'down', 'dislike'),
    ],
    priceMaxMinor: 50_000,
    count: 10,
  });
  expect(relaxed).toEqual(['colour:black']);
  for (const { product } of hits) expect(product.attributes.feature).toContain('warm');
});

test("men's shoes asked for by name are none for women", () => {
  const names = found("men's road shoe", [like('category', 'running-shoes')]).map(p => p.name.en ?? '');
  expect(names.filter(name => name.includes("women's"))).toEqual([]);
});

test('a present for a child is for children, toys first', () => {
  const products = found('5-year-old nephew', [forPerson('kids', 'a present for my 5-year-old nephew')], 12);
  expect(products).toHaveLength(12);
  for (const product of products) expect(product.attributes.recipient).toContain('kids');
  for (const product of products.slice(0, 5)) expect(product.category).toBe('toys-gifts');
});

test('a raincoat for dad is rainwear, and none of a child', () => {
  const products = found('雨衣送爸爸', [
    like('category', 'jackets'),
    like('feature', 'waterproof'),
    like('occasion', 'rain'),
    forPerson('dad', '雨衣送爸爸'),
  ]);
  expect(products.length).toBeGreaterThan(2);
  for (const { attributes } of products) {
    expect(attributes.feature).toContain('waterproof');
    expect(attributes.occasion).toContain('rain');
    expect(attributes.recipient).not.toEqual(['kids']);
  }
});

test('a jacket and a backpack are both shown among the first two, the bags all backpacks', () => {
  const products = found('jacket backpack', [
    like('category', 'jackets'),
    like('category', 'bags'),
    like('product', 'backpack'),
  ]);
  expect(new Set(products.slice(0, 2).map(p => p.category))).toEqual(new Set(['jackets', 'bags']));
  for (const p of products) if (p.category === 'bags') expect(p.attributes.type).toContain('backpack');
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
