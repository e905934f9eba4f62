import { describe, expect, it } from 'vitest';
import { asId, type ProductId } from '../../knowledge/domain/ids.ts';
import { type History, historyOf, toInteractions } from '../data/interactions.ts';
import { itemTraits } from '../data/item-traits.ts';
import { trainOnAll } from '../data/splits.ts';
import type { RecommendRequest } from '../types.ts';
import { type BlendWeights, blendOf } from './blend/blend.ts';
import { servedBlend } from './blend/served-blend.ts';
import { noHistory } from './blend/static-part.ts';
import { kindNamed } from './kinds.ts';
import type { Fitted } from './model.ts';
import { contentKnn } from './neighbours/content-knn.ts';
import { bySegment } from './segments.ts';
import { BestRows, ScoreSheet } from './serving/score-sheet.ts';
import { serve } from './serving/serve.ts';
import { madeUpShop } from './world.test-helper.ts';

const now = Date.UTC(2026, 8, 1);
const backend = () => Promise.reject(new Error('not needed'));

const train = trainOnAll(toInteractions(madeUpShop(1)));
const products = train.products.ids.length;
const items = itemTraits(
  train.products.ids.map((id, p) => ({
    id,
    title: `thing of sort${p % 7} and make${p % 11}`,
    category: `c${p % 5}`,
    brand: `b${p % 9}`,
    price: 1 + (p % 50),
  })),
  train.products,
);
const fit = (name: string): Promise<Fitted> | Fitted => {
  const kind = kindNamed(name);
  return kind.fit(train, kind.candidates(train)[0]!, { now, seed: 1, backend, items });
};
const names = ['popularity', 'item-knn', 'content-knn', 'user-knn', 'ials'];
const components = await Promise.all(names.map(fit));
const strong = [0.5, 1, 0.8, 0.6, 0.9];
const weights = (without = -1): BlendWeights => {
  const all = strong.map((weight, c) => (c === without ? 0 : weight));
  return { new: all, returning: all, reordering: all };
};

describe('the model that is named as the cause', () => {
  it('is the one whose removal lets the product fall furthest below the mean product', () => {
    const served = servedBlend(components, weights());
    const whole = blendOf(components, weights());
    const without = components.map((_, c) => blendOf(components, weights(c)));
    const aboveMean = (scores: Float32Array, product: number): number =>
      scores[product]! - scores.reduce((sum, score) => sum + score, 0) / products;
    const causes = new Set<string>();
    for (let shopper = 0; shopper < 40; shopper++) {
      const history = historyOf(train, shopper);
      served.read(history, now);
      const best = new BestRows(8);
      served.offer(best, new Uint8Array(products), 0);
      const all = whole.scoreAll(history, now).slice();
      const rest = without.map(blend => blend.scoreAll(history, now).slice());
      for (const product of best.rows) {
        const { component, gave } = served.cause(product);
        const falls = rest.map(scores => aboveMean(all, product) - aboveMean(scores, product));
        expect(falls[component]).toBeCloseTo(Math.max(...falls), 3);
        expect(gave).toBeCloseTo(falls[component]!, 3);
        causes.add(names[component]!);
      }
    }
    expect(causes.size).toBeGreaterThan(2);
  });

  it('is none that counts against what it praises', () => {
    const against: BlendWeights = bySegment(() => [-1, 0, 0, 0, 0]);
    const served = servedBlend(components, against);
    served.read(historyOf(train, 0), now);
    for (let product = 0; product < products; product++) expect(served.cause(product).component).toBe(-1);
  });
});

describe('a content model', () => {
  const rows = trainOnAll(
    toInteractions(
      ['tent', 'same-all', 'same-brand', 'same-words', 'same-kind'].map(id => ({
        shopper: 'ann',
        product: id,
        at: new Date(now),
      })),
    ),
  );
  const known = itemTraits(
    [
      { id: 'tent', title: 'dome storm', category: 'tents', brand: 'wild' },
      { id: 'same-all', title: 'tunnel', category: 'tents', brand: 'wild' },
      { id: 'same-brand', title: 'lantern', category: 'lights', brand: 'wild' },
      { id: 'same-words', title: 'dome storm', category: 'shelters', brand: 'other' },
      { id: 'same-kind', title: 'cabin', category: 'tents', brand: 'third' },
    ],
    rows.products,
  );
  const model = contentKnn.fit(rows, { traits: 0.5 }, { now, seed: 1, backend, items: known }) as Fitted;
  const tent = { items: Int32Array.of(0), at: Float64Array.of(now), weight: Float32Array.of(1) };

  it.each([
    ['same-all', 'brand-and-category'],
    ['same-brand', 'brand'],
    ['same-words', 'description'],
    ['same-kind', 'category'],
  ])('says in what two products are alike: %s by %s', (id, alike) => {
    const row = rows.products.row(id)!;
    for (const one of [model, contentKnn.restore(model.store())])
      expect(one.explain(tent, now, row)).toEqual({ kind: 'similar', because: 0, alike });
  });
});

describe('what a shopper told', () => {
  it('is one more product to a content model: the mean of those that fit it', () => {
    const model = components[names.indexOf('content-knn')]!;
    const scores = (history: History): Float32Array => {
      const sheet = new ScoreSheet(products);
      model.score(history, now, sheet);
      return sheet.values;
    };
    expect(scores({ ...noHistory, fitting: Int32Array.of(5) })).toEqual(
      scores({ items: Int32Array.of(5), at: Float64Array.of(now), weight: Float32Array.of(1) }),
    );
    const mean = scores({ ...noHistory, fitting: Int32Array.of(5, 7) });
    const [five, seven] = [5, 7].map(row => scores({ ...noHistory, fitting: Int32Array.of(row) }));
    mean.forEach((score, row) => {
      expect(score).toBeCloseTo((five![row]! + seven![row]!) / 2, 5);
    });
  });

  it('reaches the models as the products that its wishes lift most', () => {
    const seen: (readonly number[] | undefined)[] = [];
    const probe: Fitted = {
      ...components[0]!,
      name: 'probe',
      score: history => {
        seen.push(history.fitting && [...history.fitting]);
      },
    };
    const recommender = serve({
      blend: servedBlend([probe], { new: [1], returning: [1], reordering: [1] }),
      buyAgain: kindNamed('buy-again').restore({ arrays: {}, meta: { products, halfLifeDays: 0 } }),
      products: train.products.ids,
      shares: { new: 0, returning: 0, reordering: 0 },
      version: 'test',
    });
    const ask = (factors: readonly (readonly [number, number])[]) => {
      const boost = new Map(
        factors.map(([row, factor]) => [
          asId<ProductId>(train.products.ids[row] ?? 'unknown'),
          { factor, told: [{ slot: 'colour' as const, value: 'red' }] },
        ]),
      );
      recommender.recommend({ history: [], exclude: new Set(), boost, count: 3, now: new Date(now) });
      return seen.at(-1);
    };
    expect(
      ask([
        [1, 1.4],
        [2, 2.1],
        [3, 0.4],
        [4, 2.1],
        [9_999, 5],
      ]),
    ).toEqual([2, 4]);
    expect(ask([[1, 0.4]])).toBeUndefined();
    expect(ask(Array.from({ length: products }, (_, row) => [row, 2] as const))!.length).toBeLessThanOrEqual(100);
  });
});

describe('the reason that is given', () => {
  const labels = { category: items.labels.category!.of, brand: items.labels.brand!.of };
  const serving = (blend: ReturnType<typeof servedBlend>) =>
    serve({
      blend,
      buyAgain: kindNamed('buy-again').restore({ arrays: {}, meta: { products, halfLifeDays: 0 } }),
      products: train.products.ids,
      shares: { new: 0, returning: 0, reordering: 0 },
      labels,
      version: 'test',
    });
  const only = (name: string) =>
    serving(servedBlend([components[names.indexOf(name)]!], { new: [1], returning: [1], reordering: [1] }));
  const id = (row: number): ProductId => asId<ProductId>(train.products.ids[row]!);
  const asking = (more: Partial<RecommendRequest> = {}): RecommendRequest => ({
    history: [{ product: id(3), at: new Date(now - 1000), weight: 0.3, deed: 'viewed' }],
    exclude: new Set(),
    count: 10,
    now: new Date(now),
    ...more,
  });

  it('says what was done with the product it rests on, and what weighs most of that', () => {
    const viewed = only('item-knn').recommend(asking());
    expect(viewed[0]!.reason).toEqual({ kind: 'bought-with', because: id(3), deed: 'viewed' });
    const event = { product: id(3), at: new Date(now) };
    for (const [deed, more] of [
      ['in-cart', { weight: 0.8, deed: 'in-cart' as const }],
      ['bought', { weight: 1 }],
    ] as const) {
      const history = [...asking().history, { ...event, ...more }];
      const [first] = only('content-knn').recommend(asking({ history, exclude: new Set([id(3)]) }));
      expect(first!.reason).toMatchObject({ kind: 'similar', because: id(3), deed });
    }
  });

  it('of a product that was looked at, and that nothing else speaks for, is that', () => {
    const [first] = only('content-knn').recommend(asking());
    expect(first).toMatchObject({ product: id(3), reason: { kind: 'noticed', deed: 'viewed' } });
  });

  it('is a wish that is met where the wish moved the product more than any model did', () => {
    const [first] = only('item-knn').recommend(asking());
    const wished = (factor: number) =>
      only('item-knn').recommend(
        asking({ boost: new Map([[first!.product, { factor, told: [{ slot: 'colour', value: 'red' }] }]]) }),
      )[0]!;
    expect(wished(1.05)).toMatchObject({ product: first!.product, reason: { kind: 'bought-with' } });
    expect(wished(20)).toMatchObject({
      product: first!.product,
      reason: { kind: 'stated', told: [{ slot: 'colour', value: 'red' }] },
    });
  });

  it('is a wish that is met before "popular", which says nothing of a shopper', () => {
    const told = [{ slot: 'brand' as const, value: 'b1' }];
    const list = only('popularity').recommend(
      asking({ history: [], boost: new Map([[id(0), { factor: 1.2, told }]]), count: products }),
    );
    for (const { product, reason } of list)
      expect(reason).toEqual(product === id(0) ? { kind: 'stated', told } : { kind: 'popular' });
  });

  it('is of the shopper it was recommended to, also when it is read after the list of another one', () => {
    const recommender = serving(servedBlend(components, weights()));
    const asked = [0, 5].map(first =>
      asking({
        history: [first, first + 1, first + 2].map(p => ({ product: id(p), at: new Date(now), weight: 1 })),
        count: 8,
      }),
    );
    const read = asked.map(request => recommender.recommend(request).map(({ reason }) => reason));
    const both = asked.map(request => recommender.recommend(request));
    expect(both.map(list => list.map(({ reason }) => reason))).toEqual(read);
    expect(read[0]).not.toEqual(read[1]);
  });
});
