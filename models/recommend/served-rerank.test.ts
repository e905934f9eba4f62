import { expect, it } from 'vitest';
import { asId, type ProductId } from '../../knowledge/domain/ids.ts';
import { seededRandom } from '../../knowledge/domain/random.ts';
import type { Event } from '../data/interactions.ts';
import type { SignalEvent } from '../data/signals.ts';
import { fitBundle } from './bundle/bundle.ts';
import { loadBundle } from './bundle/load-bundle.ts';
import { context } from './train.test-helper.ts';

const end = Date.UTC(2026, 5, 1);
const day = (n: number): Date => new Date(end + n * 86_400_000);
const id = (p: number): ProductId => asId<ProductId>(`p${p}`);

/** A shop in which nothing but the cart foretells what is bought next, and from a day on (days before the end) not even that. */
const shop = (toldUntil = 0) => {
  const random = seededRandom(1);
  const any = (): string => `p${Math.floor(random() * 60)}`;
  const interactions: Event[] = [];
  const signals: SignalEvent[] = [];
  for (let s = 0; s < 130; s++)
    for (let n = -150; n < 0; n += 30) {
      const product = any();
      interactions.push({ shopper: `s${s}`, product, at: day(n) });
      signals.push({
        shopper: `s${s}`,
        product: n < toldUntil ? product : any(),
        kind: 'cart',
        value: 1,
        at: day(n - 35),
      });
    }
  return { interactions, signals };
};

const fitted = (toldUntil?: number) =>
  fitBundle({
    ...shop(toldUntil),
    products: Array.from({ length: 60 }, (_, p) => id(p)),
    now: new Date(end),
    seed: 1,
    backend: context.backend,
    only: ['popularity', 'item-knn'],
  });

it('what was a pattern in one stretch of time and none in the next is not served', async () => {
  const { meta, arrays } = await fitted(-75);
  expect(meta.reranker).toBeNull();
  expect(meta.metrics).toMatchObject({
    reranker: { serves: false, helps: false, later: { cases: expect.any(Number) } },
  });
  expect(Object.keys(arrays).some(name => name.startsWith('rerank.'))).toBe(false);
});

it('what a re-ranker learned is in the artifact, serves, and reads what the shopper did this minute', async () => {
  const bundle = await fitted();
  expect(bundle.meta.metrics).toMatchObject({ reranker: { serves: true, cases: expect.any(Number) } });
  const recommender = loadBundle(bundle, 'v1');
  expect(recommender.readsSignals).toBe(true);
  const list = (signals: Parameters<typeof recommender.recommend>[0]['signals']): string[] =>
    recommender
      .recommend({
        history: [{ product: id(0), at: day(-20), weight: 1 }],
        ...(signals && { signals }),
        exclude: new Set(),
        count: 10,
        now: new Date(end),
      })
      .map(one => one.product);
  const last = list([]).at(-1)!;
  const cart = list([{ product: asId(last), at: new Date(end - 1000), kind: 'cart', value: 1 }]);
  expect(cart.indexOf(last)).toBeLessThan(3);
  expect(new Set(cart).size).toBe(10);

  const other = { ...(bundle.meta.reranker as object), columns: [9999] };
  expect(() => loadBundle({ ...bundle, meta: { ...bundle.meta, reranker: other } }, 'v1')).toThrow(/columns \[9999\]/);
  const { 'rerank.facts.price': _, ...arrays } = bundle.arrays;
  expect(() => loadBundle({ ...bundle, arrays }, 'v1')).toThrow(/lacks rerank.facts.price/);
});
