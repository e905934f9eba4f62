import { beforeAll, describe, expect, it } from 'vitest';
import { asId, type ProductId, type ShopperId } from '../../../knowledge/domain/ids.ts';
import { openOnce } from '../../backend/backend.ts';
import type { Recommender, RecommendRequest } from '../../types.ts';
import { popularityRecommender } from '../popularity/popularity-only.ts';
import { madeUpShop } from '../world.test-helper.ts';
import { type BundleInput, fitBundle } from './bundle.ts';
import type { RecommenderBundle } from './bundle-format.ts';
import { loadBundle } from './load-bundle.ts';

const now = new Date(Date.UTC(2026, 8, 1));
const id = (text: string): ProductId => asId<ProductId>(text);
const bought = (...products: string[]): RecommendRequest['history'] =>
  products.map((product, p) => ({ product: id(product), at: new Date(Date.UTC(2026, 7, p + 1)), weight: 1 }));
const request = (over: Partial<RecommendRequest> = {}): RecommendRequest => ({
  history: [],
  exclude: new Set(),
  count: 10,
  now,
  ...over,
});
const names = (recommender: Recommender, over: Partial<RecommendRequest> = {}): string[] =>
  recommender.recommend(request(over)).map(r => r.product);

let bundle: RecommenderBundle;
let blend: Recommender;
const steps: number[] = [];
const backend = openOnce('wasm');
const trained = (interactions: BundleInput['interactions'], over: Partial<BundleInput> = {}) =>
  fitBundle({ interactions, now, seed: 1, backend, ...over });
beforeAll(async () => {
  bundle = await trained(madeUpShop(1), { onProgress: fraction => steps.push(fraction) });
  blend = loadBundle(bundle, 'v1');
});

describe('a trained recommender', () => {
  it('suggests what fits the taste of a shopper it never saw in training, and says because of what', () => {
    const list = blend.recommend(request({ history: bought('p60', 'p65', 'p70', 'p61') }));
    const fitting = list.filter(r => Number(r.product.slice(1)) >= 60 && Number(r.product.slice(1)) < 90);
    expect(fitting.length).toBeGreaterThanOrEqual(7);
    expect(
      list.some(r => r.reason.kind === 'bought-with' && ['p60', 'p65', 'p70', 'p61'].includes(r.reason.because)),
    ).toBe(true);
    expect(list.map(r => r.score)).toEqual(list.map(r => r.score).toSorted((a, b) => b - a));
  });

  it('with time for networks leaves them some: quick models look for settings in less than half of it', async () => {
    const deadlines = new Map<string, number | undefined>();
    const until = performance.now() + 1_000_000;
    const seen = trained(madeUpShop(2), {
      only: ['item-knn', 'ease', 'dot-product'],
      until,
      carryOut: async (kind, train, settings, context) => {
        if (!deadlines.has(kind.name)) deadlines.set(kind.name, context.deadline);
        if (kind.neural === true) throw new Error('seen enough');
        return kind.fit(train, settings, context);
      },
    });
    await expect(seen).rejects.toThrow('seen enough');
    expect([...deadlines.keys()]).toEqual(['item-knn', 'ease', 'dot-product']);
    for (const quick of ['item-knn', 'ease']) expect(deadlines.get(quick)).toBeLessThan(until - 550_000);
    expect(deadlines.get('dot-product')).toBeGreaterThan(until - 800_000);
  });

  it('gives the same list after being saved and loaded', () => {
    const copy: RecommenderBundle = {
      arrays: Object.fromEntries(Object.entries(bundle.arrays).map(([name, array]) => [name, array.slice()])),
      meta: JSON.parse(JSON.stringify(bundle.meta)),
    };
    const ask = request({ history: bought('p3', 'p4', 'p100') });
    const told = (one: Recommender) =>
      one.recommend(ask).map(({ product, score, reason }) => ({ product, score, reason }));
    expect(told(loadBundle(copy, 'v1'))).toEqual(told(blend));
  });

  it('the same purchases and seed train the same model, and progress only grows to 1', {
    timeout: 120_000,
  }, async () => {
    expect(await trained(madeUpShop(1))).toEqual(bundle);
    expect(steps.at(-1)).toBe(1);
    expect(steps).toEqual(steps.toSorted((a, b) => a - b));
  });

  it('never returns an excluded product, nor anything outside the ones asked about, nor anything twice', () => {
    const history = bought('p60', 'p65', 'p60', 'p65', 'p60');
    const first = names(blend, { history });
    const exclude = new Set([...first.slice(0, 3), 'p60'].map(id));
    const second = names(blend, { history, exclude });
    expect(second.some(product => exclude.has(id(product)))).toBe(false);
    expect(new Set(second).size).toBe(10);
    const among = new Set(['p1', 'p60', 'p90', 'p100'].map(id));
    expect(names(blend, { history, among, exclude: new Set([id('p90')]) }).toSorted()).toEqual(['p1', 'p100', 'p60']);
  });

  it('a new shopper gets what was wished for first, then what many buy', () => {
    const boost = new Map([[id('p239'), { factor: 50, told: [{ slot: 'colour' as const, value: 'green' }] }]]);
    const list = blend.recommend(request({ boost }));
    expect(list[0]).toMatchObject({
      product: 'p239',
      reason: { kind: 'stated', told: [{ slot: 'colour', value: 'green' }] },
    });
    expect(list.slice(1).every(r => r.reason.kind === 'popular')).toBe(true);
  });

  it('a product the training never saw is ranked when it is asked about', () => {
    expect(names(blend, { among: new Set([id('brand-new'), id('p1')]) }).toSorted()).toEqual(['brand-new', 'p1']);
  });

  it('what the shopper did this minute changes the list', () => {
    const before = bought('p1', 'p2', 'p3');
    const after = [...before, { product: id('p150'), at: now, weight: 1 }];
    expect(names(blend, { history: after })).not.toEqual(names(blend, { history: before }));
  });

  it('products bought before fill some places of a reordering shopper and none of the others', () => {
    const reordering = bought('p60', 'p65', 'p70', 'p60', 'p65', 'p70', 'p60');
    const list = blend.recommend(request({ history: reordering }));
    const again = list.filter(r => r.reason.kind === 'buy-again');
    expect(again.length).toBeLessThanOrEqual(4);
    for (const r of list) expect(r.reason.kind === 'buy-again').toBe(['p60', 'p65', 'p70'].includes(r.product));
  });

  it('an unknown shopper id, no count, and a history of unknown products are no problem', () => {
    expect(names(blend, { shopper: asId<ShopperId>('nobody'), history: bought('x', 'y') })).toHaveLength(10);
    expect(names(blend, { count: 0 })).toEqual([]);
    expect(names(blend, { count: 9_999, exclude: new Set([id('p1')]) }).length).toBeGreaterThan(200);
  });
});

describe('bad data', () => {
  it('no purchases: refused; one shopper or one product: served', async () => {
    await expect(trained([])).rejects.toThrow('No purchases');
    const one = [{ shopper: 'ann', product: 'tea', at: new Date(0) }];
    expect(names(loadBundle(await trained(one), 'v1'))).toEqual(['tea']);
    const alone = ['tea', 'cup', 'pan', 'tea'].map((product, d) => ({
      shopper: 'ann',
      product,
      at: new Date(d * 86_400_000),
    }));
    expect(names(loadBundle(await trained(alone), 'v1')).toSorted()).toEqual(['cup', 'pan', 'tea']);
  });

  it('a bundle of another format, or with a part missing, is refused', () => {
    expect(() => loadBundle({ ...bundle, meta: { ...bundle.meta, format: 99 } }, 'v1')).toThrow(
      'format 99; this program reads 2 and 3: train again',
    );
    const { components: _, ...rest } = bundle.meta;
    expect(() => loadBundle({ ...bundle, meta: rest }, 'v1')).toThrow('lacks');
    const [first, ...others] = Object.entries(bundle.arrays);
    expect(() => loadBundle({ ...bundle, arrays: Object.fromEntries(others) }, 'v1')).toThrow(first![0]);
  });

  it('a bundle with shapes of scores that are none is refused, one from before there were shapes is read', () => {
    const withShapes = (shapes: unknown) => loadBundle({ ...bundle, meta: { ...bundle.meta, shapes } }, 'v1');
    expect(() => withShapes(['log'])).toThrow(/shapes \["log"\]; it needs \d+ of plain, log/);
    expect(() => withShapes((bundle.meta.components as string[]).map(() => 'round'))).toThrow('round');
    expect(withShapes(undefined)).toBeDefined();
  });

  it('a bundle with a number that is none is refused, and the message says where', () => {
    const [name, array] = Object.entries(bundle.arrays).find(([, one]) => one instanceof Float32Array)!;
    for (const bad of [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]) {
      const broken = Float32Array.from(array);
      broken[2] = bad;
      expect(() => loadBundle({ ...bundle, arrays: { ...bundle.arrays, [name]: broken } }, 'v1')).toThrow(
        `Recommender bundle has ${bad} in ${name} at 2; every number must be finite`,
      );
    }
  });
});

describe('before anything is trained', () => {
  const recommender = popularityRecommender(
    new Map([
      ['tea', 9],
      ['cup', 5],
      ['pan', 1],
      ['new', 0],
    ]),
    'untrained',
  );

  it('what many buy comes first, and the model says that it is only popularity', () => {
    expect(recommender.name).toBe('popularity');
    expect(names(recommender, { count: 2 })).toEqual(['tea', 'cup']);
  });

  it('wishes, exclusions and the products asked about are kept', () => {
    const boost = new Map([[id('new'), { factor: 100, told: [{ slot: 'brand' as const, value: 'Nova' }] }]]);
    const list = recommender.recommend(request({ boost, exclude: new Set([id('tea')]) }));
    expect(list.map(r => r.product)).toEqual(['new', 'cup', 'pan']);
    expect(list[0]!.reason).toEqual({ kind: 'stated', told: [{ slot: 'brand', value: 'Nova' }] });
    expect(names(recommender, { among: new Set(['pan', 'cup'].map(id)) })).toEqual(['cup', 'pan']);
  });
});
