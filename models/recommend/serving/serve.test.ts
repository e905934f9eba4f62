import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it, vi } from 'vitest';
import { asId, type ProductId } from '../../../knowledge/domain/ids.ts';
import { seededRandom } from '../../../knowledge/domain/random.ts';
import { toInteractions } from '../../data/interactions.ts';
import { trainOnAll } from '../../data/splits.ts';
import type { Recommendation, Recommender, RecommendRequest } from '../../types.ts';
import { blendOf } from '../blend/blend.ts';
import { servedBlend } from '../blend/served-blend.ts';
import { kindNamed } from '../kinds.ts';
import type { Fitted } from '../model.ts';
import { bySegment } from '../segments.ts';
import { madeUpShop } from '../world.test-helper.ts';
import { serve } from './serve.ts';

const now = Date.UTC(2026, 8, 1);
const train = trainOnAll(toInteractions(madeUpShop(2)));
const { ids } = train.products;
const random = seededRandom(3);
const below = (end: number): number => Math.floor(random() * end);
/** One of thirty is of a product that no model knows. */
const anyProduct = (): ProductId => asId<ProductId>(below(30) === 0 ? `new-${below(9)}` : ids[below(ids.length)]!);
const many = (most: number): ProductId[] => Array.from({ length: below(most) }, anyProduct);

const request = (): RecommendRequest => ({
  history: many(25).map((product, e, all) => ({
    product,
    at: new Date(now - (all.length - e) * 86_400_000),
    weight: below(4) === 0 ? 0.3 : 1,
  })),
  exclude: new Set(many(40)),
  ...(below(3) === 0 && { among: new Set(many(50)) }),
  ...(below(2) === 0 && {
    boost: new Map(
      many(30).map(id => [id, { factor: [0.5, 1, 1.5, 4][below(4)]!, told: [{ slot: 'colour', value: 'green' }] }]),
    ),
  }),
  count: 1 + below(30),
  now: new Date(now),
});
const requests = Array.from({ length: 150 }, request);

const components: readonly Fitted[] = await Promise.all(
  ['popularity', 'trending', 'item-knn', 'markov', 'user-knn'].map(name => {
    const kind = kindNamed(name);
    const backend = () => Promise.reject(new Error('not needed'));
    return kind.fit(train, kind.candidates(train)[0]!, { now, seed: 1, backend });
  }),
);
const weights = bySegment(segment => components.map((_, c) => (segment === 'new' ? 1 : 1 + c / 5)));
const recommenderWith = (repeatShare: number, blend = servedBlend(components, weights)): Recommender =>
  serve({
    blend,
    buyAgain: kindNamed('buy-again').restore({ arrays: {}, meta: { products: ids.length, halfLifeDays: 30 } }),
    products: ids,
    shares: bySegment(() => repeatShare),
    version: 'v1',
  });

/** What a list is by its definition: every product scored and looked at. */
const byDefinition = ({ history, exclude, among, boost, count }: RecommendRequest): Map<string, number> => {
  const known = history.filter(event => train.products.row(event.product) !== undefined);
  const past = {
    items: Int32Array.from(known, event => train.products.row(event.product)!),
    at: Float64Array.from(known, event => event.at.getTime()),
    weight: Float32Array.from(known, event => event.weight),
  };
  const scores = blendOf(components, weights).scoreAll(past, now);
  const served = servedBlend(components, weights);
  served.read(past, now);
  const { low, high } = served;
  const floor = (high - low) * 0.05;
  const bought = new Set(history.filter(event => event.weight >= 1).map(event => event.product));
  const listed = new Map<string, number>();
  for (const id of among ?? new Set([...ids.map(one => asId<ProductId>(one)), ...(boost?.keys() ?? [])])) {
    if (exclude.has(id) || (among === undefined && bought.has(id))) continue;
    const row = train.products.row(id);
    listed.set(id, ((row === undefined ? 0 : scores[row]! - low) + floor) * (boost?.get(id)?.factor ?? 1));
  }
  return new Map([...listed].sort(([, a], [, b]) => b - a).slice(0, count));
};

const told = (list: readonly Recommendation[]) =>
  list.map(({ product, score, reason }) => ({ product, score, reason }));

describe('a served list', () => {
  it('is what scoring and looking at every product would give', () => {
    const recommender = recommenderWith(0);
    for (const asked of requests) {
      const list = recommender.recommend(asked);
      const expected = byDefinition(asked);
      expect(list.length).toBe(expected.size);
      const scores = [...expected.values()];
      for (const [place, { product, score }] of list.entries()) {
        expect(score).toBeCloseTo(scores[place]!, 3);
        // Of two that score the same either may come first, and the last place may be either's.
        expect(expected.get(product) ?? scores.at(-1)).toBeCloseTo(score, 3);
      }
    }
  });

  it('stays as it was made, reasons read late too, whatever was asked since in the same memory', () => {
    const recommender = recommenderWith(0.4);
    const alone = requests.map(asked => told(recommenderWith(0.4).recommend(asked)));
    const kept = requests.map(asked => recommender.recommend(asked));
    expect(kept.map(told)).toEqual(alone);
  });

  it('is whole after one that failed half way: what was wished for then is not held back', () => {
    const blend = servedBlend(components, weights);
    vi.spyOn(blend, 'offer').mockImplementationOnce(() => {
      throw new Error('out of memory');
    });
    const recommender = recommenderWith(0, blend);
    const guest = { history: [], exclude: new Set<ProductId>(), count: 10, now: new Date(now) };
    const best = recommenderWith(0)
      .recommend(guest)
      .map(one => one.product);
    const boost = new Map(best.map(id => [id, { factor: 2, told: [] }]));
    expect(() => recommender.recommend({ ...guest, boost })).toThrow('out of memory');
    expect(recommender.recommend(guest).map(one => one.product)).toEqual(best);
  });

  it('leaves only itself to the garbage collector, and little of that', { timeout: 120_000 }, async () => {
    const loader = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
    const program = join(import.meta.dirname, 'serving-allocation.test-helper.ts');
    // Compiled there and then: on a busy machine a thread of its own would come too late.
    const flags = ['--no-concurrent-recompilation', '--import', loader];
    const { stdout } = await promisify(execFile)(process.execPath, [...flags, program]);
    const bytes = JSON.parse(stdout) as { readonly varied: number; readonly fromSignals: number };
    // 20 places with their reasons are about 4 KB; an object for each product or signal looked at would be tens of them.
    expect(bytes.varied).toBeGreaterThan(1_000);
    expect(bytes.varied).toBeLessThan(12_000);
    expect(bytes.fromSignals).toBeLessThan(16_000);
  });
});
