import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asId, type ProductId } from '../../../knowledge/domain/ids.ts';
import { seededRandom } from '../../../knowledge/domain/random.ts';
import { itemTraits } from '../../data/item-traits.ts';
import type { RecommendRequest } from '../../types.ts';
import { servedBlend } from '../blend/served-blend.ts';
import { fitBundle } from '../bundle/bundle.ts';
import { loadBundle } from '../bundle/load-bundle.ts';
import type { RankingCases } from '../cases.ts';
import type { Fitted } from '../model.ts';
import { buyAgain } from '../repeat/buy-again.ts';
import { madeUpShop } from '../world.test-helper.ts';
import { chooseVariety, intraListDiversity, labelCodes, similarityOf } from './diversity.ts';
import { serve } from './serve.ts';
import { poolSize, RankedRows, type Similarity, type Variety, varier } from './varied-rows.ts';

const now = Date.UTC(2026, 8, 1);
const id = (text: string): ProductId => asId<ProductId>(text);
interface Place {
  readonly row: number;
  readonly score: number;
  readonly kept: boolean;
}
const rowsOf = (list: readonly Place[]): number[] => list.map(one => one.row);
const ranking = (scores: readonly number[], kept: readonly number[] = []): Place[] =>
  scores.map((score, row) => ({ row, score, kept: kept.includes(row) }));
const varied = (places: readonly Place[], count: number, variety: Variety): Place[] => {
  const ranked = new RankedRows();
  ranked.clear(places.length);
  for (const { row, score, kept } of places) ranked.push(row, score, kept ? 1 : 0);
  const list = varier(variety)(ranked, count);
  return Array.from({ length: list.count }, (_, p) => ({
    row: list.rows[p]!,
    score: list.scores[p]!,
    kept: list.kept[p] === 1,
  }));
};
/** Even rows are one kind of product, odd rows another. */
const sameParity: Similarity = (a, b) => (a % 2 === b % 2 ? 1 : 0);

describe('a varied list', () => {
  it('starts with the best product and takes another kind over a slightly better one of the same', () => {
    const ranked = [0, 2, 4, 1].map((row, r) => ({ row, score: 1 - r / 10, kept: false }));
    expect(rowsOf(varied(ranked, 2, { strength: 0.5, similarity: sameParity }))).toEqual([0, 1]);
    expect(rowsOf(varied(ranked, 2, { strength: 0, similarity: sameParity }))).toEqual([0, 2]);
  });

  it('leaves wishes where they were, and makes the others differ from them', () => {
    const list = varied(ranking([1, 0.9, 0.8, 0.7, 0.6], [1, 3]), 4, { strength: 0.6, similarity: sameParity });
    expect(rowsOf(list)).toEqual([0, 1, 2, 3]);
    const wishedFirst = [1, 3, 0].map((row, r) => ({ row, score: 1 - r / 10, kept: r === 0 }));
    expect(rowsOf(varied(wishedFirst, 2, { strength: 0.6, similarity: sameParity }))).toEqual([1, 0]);
  });

  it('has scores that never grow, each product once, and varies only the first places', () => {
    const random = seededRandom(4);
    const ranked = ranking(Array.from({ length: 300 }, () => random()).toSorted((a, b) => b - a));
    const list = varied(ranked, 200, { strength: 0.5, similarity: sameParity });
    expect(new Set(rowsOf(list)).size).toBe(200);
    expect(list.every(({ score }, i) => i === 0 || score <= list[i - 1]!.score)).toBe(true);
    const tail = rowsOf(list).slice(30);
    expect(tail).toEqual(tail.toSorted((a, b) => a - b));
    expect([poolSize(10), poolSize(30), poolSize(200)]).toEqual([30, 90, 200]);
  });
});

describe('how alike products are', () => {
  const labels = [Int32Array.of(0, 0, 1, -1, -1), Int32Array.of(5, 6, 6, -1, -1)];
  const factors = {
    width: 2,
    vectors: Float32Array.of(1, 0, 2, 0, 0, 1, -1, 0, 0, 0),
    query: () => false,
  };

  it('comes from shared labels and the angle of vectors; what is not known is like nothing', () => {
    const byLabels = similarityOf(labels, [])!;
    expect([byLabels(0, 1), byLabels(1, 2), byLabels(0, 2), byLabels(3, 4)]).toEqual([0.5, 0.5, 0, 0]);
    const byVectors = similarityOf([], [{}, { factors }])!;
    expect([byVectors(0, 1), byVectors(0, 2), byVectors(0, 3), byVectors(0, 4)]).toEqual([1, 0, 0, 0]);
    expect(similarityOf(labels, [{ factors }])!(0, 1)).toBeCloseTo(2 / 3);
    expect(similarityOf([], [{}])).toBeNull();
  });

  it('a list of one kind has diversity 0, of two kinds by turns more', () => {
    expect(intraListDiversity([0, 2, 4], sameParity)).toBe(0);
    expect(intraListDiversity([0, 1, 2], sameParity)).toBeCloseTo(2 / 3);
    expect(intraListDiversity([7], sameParity)).toBeNull();
  });
});

/** Scores only what follows the newest event: row + 1. */
const successor = (products: number): Fitted => ({
  name: 'successor',
  products,
  score: ({ items }, _now, sheet) => {
    if (items.length > 0) sheet.add((items.at(-1)! + 1) % products, 1);
  },
  explain: () => ({ kind: 'similar-shoppers' }),
  store: () => ({ arrays: {}, meta: {} }),
});

/** Fixed scores, the same for all shoppers. */
const liking = (products: number, random: () => number): Fitted => {
  const scores = Float32Array.from({ length: products }, () => random());
  return {
    name: 'liking',
    products,
    score: (_history, _now, sheet) => {
      for (const [row, score] of scores.entries()) sheet.add(row, score);
    },
    explain: () => ({ kind: 'popular' }),
    store: () => ({ arrays: {}, meta: {} }),
  };
};

const vectors = (products: number, random: () => number): Fitted => {
  const table = Float32Array.from({ length: products * 4 }, () => random() * 2 - 1);
  return {
    ...successor(products),
    name: 'vectors',
    factors: {
      width: 4,
      vectors: table,
      query: ({ items }, _now, out) => {
        out.fill(0);
        for (const item of items) for (let i = 0; i < 4; i++) out[i]! += table[item * 4 + i]!;
        return items.length > 0;
      },
    },
    score: () => {},
  };
};

interface World {
  readonly products: number;
  readonly seed: number;
  readonly withVectors: boolean;
  readonly strength: number;
}
const worlds: fc.Arbitrary<World> = fc.record({
  products: fc.integer({ min: 2, max: 40 }),
  seed: fc.nat(1000),
  withVectors: fc.boolean(),
  strength: fc.constantFrom(0.1, 0.5, 0.9),
});
const recommenderOf = ({ products, seed, withVectors, strength }: World, isVaried = true, share = 0.4) => {
  const random = seededRandom(seed);
  const components = [successor(products), liking(products, random)];
  if (withVectors) components.push(vectors(products, random));
  const weights = [1000, 1, 1].slice(0, components.length);
  const kinds = Int32Array.from({ length: products }, () => Math.floor(random() * 4) - 1);
  return serve({
    blend: servedBlend(components, { new: weights, returning: weights, reordering: weights }),
    buyAgain: buyAgain.restore({ arrays: {}, meta: { products, halfLifeDays: 30 } }),
    products: Array.from({ length: products }, (_, row) => `p${row}`),
    shares: { new: share, returning: share, reordering: share },
    variety: isVaried ? { strength, similarity: similarityOf([kinds], components)! } : undefined,
    version: 'v1',
  });
};

/** Some of these no catalogue above has. */
const ids = fc.integer({ min: 0, max: 45 }).map(row => id(`p${row}`));
const idSets = fc.uniqueArray(ids, { maxLength: 15 }).map(all => new Set(all));
const histories = fc
  .array(fc.record({ product: ids, weight: fc.constantFrom(0.2, 1) }), { maxLength: 20 })
  .map(all => all.map((event, e) => ({ ...event, at: new Date(now - (all.length - e) * 3_600_000) })));
const boosts = fc
  .uniqueArray(fc.tuple(ids, fc.constantFrom(0, 0.5, 1, 2, 50)), { maxLength: 8, selector: ([one]) => one })
  .map(
    all => new Map(all.map(([one, factor]) => [one, { factor, told: [{ slot: 'colour' as const, value: 'green' }] }])),
  );
const requests: fc.Arbitrary<RecommendRequest> = fc
  .record({
    history: histories,
    exclude: idSets,
    among: fc.option(idSets, { nil: undefined, freq: 2 }),
    boost: fc.option(boosts, { nil: undefined }),
    count: fc.oneof(fc.integer({ min: -1, max: 60 }), fc.constantFrom(2.5, Number.NaN, Number.POSITIVE_INFINITY)),
  })
  .map(({ among, boost, ...rest }) => ({
    ...rest,
    now: new Date(now),
    ...(among !== undefined && { among }),
    ...(boost !== undefined && { boost }),
  }));

describe('for any catalogue, past, exclusions, products asked about and wishes', () => {
  it('a list has nothing twice, nothing excluded or outside what was asked about, not too much, and finite scores', () => {
    fc.assert(
      fc.property(worlds, fc.array(requests, { minLength: 1, maxLength: 3 }), (world, asked) => {
        const recommender = recommenderOf(world);
        for (const request of asked) {
          const list = recommender.recommend(request);
          const listed = list.map(one => one.product);
          expect(new Set(listed).size).toBe(listed.length);
          expect(listed.some(product => request.exclude.has(product))).toBe(false);
          if (request.among !== undefined) expect(listed.every(product => request.among!.has(product))).toBe(true);
          expect(listed.length).toBeLessThanOrEqual(request.count >= 1 ? request.count : 0);
          expect(list.every((one, i) => Number.isFinite(one.score) && one.score <= (list[i - 1] ?? one).score)).toBe(
            true,
          );
        }
      }),
      { numRuns: 300, seed: 1 },
    );
  });

  it('what the shopper did this minute counts: what follows it comes first, and what was bought is not suggested as new', () => {
    fc.assert(
      fc.property(worlds, requests, fc.nat(39), fc.constantFrom(0.2, 1), (world, asked, row, weight) => {
        const recent = row % world.products;
        const history = [...asked.history, { product: id(`p${recent}`), at: new Date(now), weight }];
        const { boost: _b, among: _a, ...plain } = asked;
        const list = recommenderOf(world).recommend({ ...plain, history });
        if (weight >= 1)
          for (const one of list) if (one.product === `p${recent}`) expect(one.reason.kind).toBe('buy-again');
        const next = id(`p${(recent + 1) % world.products}`);
        const isBought = history.some(event => event.product === next && event.weight >= 1);
        if (asked.count >= 1 && !isBought && !asked.exclude.has(next)) expect(list[0]?.product).toBe(next);
      }),
      { numRuns: 200, seed: 2 },
    );
  });

  it('wishes keep their places and products asked about their whole order, varied or not', () => {
    fc.assert(
      fc.property(worlds, requests, (world, request) => {
        const [list, plain] = [true, false].map(isVaried =>
          recommenderOf(world, isVaried, 0)
            .recommend(request)
            .map(one => one.product),
        );
        const isWish = (product: ProductId) => (request.boost?.get(product)?.factor ?? 1) !== 1;
        const wishes = (products: readonly ProductId[]) => products.map(one => (isWish(one) ? one : ''));
        if (request.among !== undefined) expect(list).toEqual(plain);
        expect(wishes(list!)).toEqual(wishes(plain!));
      }),
      { numRuns: 200, seed: 3 },
    );
  });
});

describe('how much lists are varied', () => {
  const products = 40;
  const blend = servedBlend([liking(products, seededRandom(5))], { new: [1], returning: [1], reordering: [1] });
  const validation = (relevant: (shopper: number) => number): RankingCases => ({
    cases: Array.from({ length: 60 }, (_, shopper) => ({
      shopper,
      history: { items: new Int32Array(), at: new Float64Array(), weight: new Float32Array() },
      relevant: new Set([relevant(shopper)]),
    })),
    known: new Uint8Array(products).fill(1),
    now,
    skippedShoppers: 0,
    skippedEvents: 0,
  });
  const how = { k: 10, maskSeen: true };
  const ordered = Array.from({ length: products }, (_, row) => row);
  blend.read({ items: new Int32Array(), at: new Float64Array(), weight: new Float32Array() }, now);
  ordered.sort((a, b) => blend.scoreOf(b) - blend.scoreOf(a));
  /** The first 15 of the ranking are of one kind, the rest of another. */
  const twoKinds: Similarity = (a, b) => (ordered.indexOf(a) < 15 === ordered.indexOf(b) < 15 ? 1 : 0);

  it('as long as it costs no more than a hundredth of NDCG on validation', () => {
    const free = chooseVariety(
      blend,
      validation(() => ordered[0]!),
      twoKinds,
      how,
    );
    expect(free.strength).toBeGreaterThan(0);
    expect(free.validation!.after.diversity).toBeGreaterThan(free.validation!.before.diversity);
    expect(free.validation!.after.ndcg).toBeGreaterThanOrEqual(free.validation!.before.ndcg * 0.99);
    const dear = chooseVariety(
      blend,
      validation(shopper => ordered[shopper % 10]!),
      twoKinds,
      how,
    );
    expect(dear.validation!.after.ndcg).toBeGreaterThanOrEqual(dear.validation!.before.ndcg * 0.99);
    expect(dear.strength).toBeLessThan(free.strength);
  });

  it('not at all where nothing can be gained or nothing can be measured', () => {
    const one = validation(() => ordered[0]!);
    expect(chooseVariety(blend, one, () => 0, how).strength).toBe(0);
    expect(chooseVariety(blend, one, null, how)).toEqual({ strength: 0, validation: null });
    const few = { ...one, cases: one.cases.slice(0, 5) };
    expect(chooseVariety(blend, few, twoKinds, how)).toEqual({ strength: 0, validation: null });
  });
});

describe('a trained recommender', () => {
  const backend = () => Promise.reject(new Error('not needed'));
  const trained = fitBundle({
    interactions: madeUpShop(1, 250),
    items: rows =>
      itemTraits(
        rows.ids.map(product => ({ id: product, brand: `b${Number(product.slice(1)) % 5}`, category: 'all' })),
        rows,
      ),
    now: new Date(now),
    seed: 1,
    backend,
    only: ['popularity', 'item-knn'],
  });

  it('keeps the labels that tell products apart, and says what variety costs and brings', async () => {
    const { arrays, meta } = await trained;
    expect(Object.keys(arrays).filter(name => name.startsWith('labels.'))).toEqual(['labels.brand']);
    const { variety } = meta.metrics as { variety: ReturnType<typeof chooseVariety> };
    expect(meta.variety).toBe(variety.strength);
    const { before, after } = variety.validation!;
    expect(after.ndcg).toBeGreaterThanOrEqual(before.ndcg * 0.99);
    expect(variety.strength > 0 ? after.diversity > before.diversity : after.diversity === before.diversity).toBe(true);
    for (const { coverage, diversity } of [before, after])
      expect(coverage > 0 && coverage <= 1 && diversity > 0 && diversity <= 1).toBe(true);
    expect(labelCodes(undefined)).toEqual({});
  });

  it('shows what sells to a shopper of whom nothing is known, also where one model alone ranks best', async () => {
    const { arrays, meta } = await trained;
    const recommender = loadBundle({ arrays, meta: { ...meta, variety: 0 } }, 'v1');
    const list = recommender.recommend({ history: [], exclude: new Set(), count: 5, now: new Date(now) });
    expect(list.map(one => one.reason)).toEqual(list.map(() => ({ kind: 'popular' })));
    const buyers = new Map<string, number>();
    for (const { product } of madeUpShop(1, 250)) buyers.set(product, (buyers.get(product) ?? 0) + 1);
    const mean = (of: readonly number[]): number => of.reduce((sum, n) => sum + n, 0) / of.length;
    const listed = mean(list.map(one => buyers.get(one.product) ?? 0));
    expect(listed).toBeGreaterThan(1.5 * mean([...buyers.values()]));
  });

  it('serves lists as varied as its file says', async () => {
    const { arrays, meta } = await trained;
    const diversity = (strength: number): number => {
      const recommender = loadBundle({ arrays, meta: { ...meta, variety: strength } }, 'v1');
      const list = recommender.recommend({ history: [], exclude: new Set(), count: 10, now: new Date(now) });
      return new Set(list.slice(0, 5).map(one => Number(one.product.slice(1)) % 5)).size;
    };
    expect(diversity(0.9)).toBe(5);
    expect(diversity(0)).toBeLessThan(5);
  });

  it('is refused with labels of other products, a strength that is none, or the format before', async () => {
    const { arrays, meta } = await trained;
    const short = { ...arrays, 'labels.brand': Int32Array.of(1) };
    expect(() => loadBundle({ arrays: short, meta }, 'v1')).toThrow('1 codes in labels.brand');
    for (const variety of [undefined, 1, -0.1, '0'])
      expect(() => loadBundle({ arrays, meta: { ...meta, variety } }, 'v1')).toThrow('variety');
    expect(() => loadBundle({ arrays, meta: { ...meta, format: 1 } }, 'v1')).toThrow('format 1; this program reads 2');
  });
});
