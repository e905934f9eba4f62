/** Measures what a list allocates, in a process without anything else in it: prints bytes by what serves as JSON. */
import { asId, type ProductId } from '../../../knowledge/domain/ids.ts';
import { toInteractions } from '../../data/interactions.ts';
import { itemTraits } from '../../data/item-traits.ts';
import { defaultWeights } from '../../data/signal-weights.ts';
import { trainOnAll } from '../../data/splits.ts';
import type { RecommendRequest, ShopperSignal } from '../../types.ts';
import { servedBlend } from '../blend/served-blend.ts';
import { kindNamed } from '../kinds.ts';
import type { Fitted } from '../model.ts';
import { bySegment } from '../segments.ts';
import { madeUpShop } from '../world.test-helper.ts';
import { allocatedBytes } from './allocated-bytes.test-helper.ts';
import { similarityOf } from './diversity.ts';
import { serve } from './serve.ts';

const now = Date.UTC(2026, 8, 1);
const train = trainOnAll(toInteractions(madeUpShop(1)));
const { ids } = train.products;
const items = itemTraits(
  ids.map((id, row) => ({ id, brand: `b${row % 5}`, category: `c${row % 7}`, title: `thing of kind ${row % 11}` })),
  train.products,
);
const fit = async (name: string): Promise<Fitted> => {
  const kind = kindNamed(name);
  const backend = () => Promise.reject(new Error('No backend is needed here'));
  return kind.fit(train, kind.candidates(train)[0]!, { now, seed: 1, items, backend });
};

const id = (row: number): ProductId => asId<ProductId>(ids[row % ids.length]!);
const day = 86_400_000;
const request = (shopper: number): RecommendRequest => ({
  history: Array.from({ length: 30 }, (_, e) => ({
    product: id(shopper * 31 + e * (1 + (shopper % 7))),
    at: new Date(now - (30 - e) * day),
    weight: e % 5 === 4 ? 0.3 : 1,
  })),
  signals: Array.from(
    { length: 20 },
    (_, e): ShopperSignal => ({
      product: id(shopper * 17 + e * 3),
      at: new Date(now - (20 - e) * 3_600_000),
      kind: (['view', 'cart', 'shown', 'tapped'] as const)[e % 4]!,
      value: e % 4 === 0 ? 12 : 1,
    }),
  ),
  exclude: new Set(Array.from({ length: 20 }, (_, e) => id(shopper * 13 + e * 5))),
  boost: new Map(
    Array.from({ length: 30 }, (_, e) => [
      id(shopper * 7 + e * 4),
      { factor: 1.5, told: [{ slot: 'colour' as const, value: 'green' }] },
    ]),
  ),
  count: 20,
  now: new Date(now),
});
const requests = Array.from({ length: 50 }, (_, shopper) => request(shopper));

const names = ['popularity', 'trending', 'item-knn', 'user-knn', 'rp3beta', 'markov', 'ease', 'content-knn', 'reorder'];
const lists = await Promise.all(names.map(fit));
const vectors = await Promise.all(['ials', 'bpr'].map(fit));
const labels = { brand: items.labels.brand!.of, category: items.labels.category!.of };

const measured = (components: readonly Fitted[], isVaried: boolean, readsSignals: boolean): number => {
  const recommender = serve({
    blend: servedBlend(
      components,
      bySegment(() => components.map(() => 1)),
    ),
    buyAgain: lists.at(-1)!,
    products: ids,
    shares: { new: 0, returning: 0.2, reordering: 0.4 },
    labels,
    variety: isVaried ? { strength: 0.3, similarity: similarityOf(Object.values(labels), components)! } : undefined,
    signals: readsSignals ? { weights: defaultWeights, usualRating: 3 } : undefined,
    version: 'v1',
  });
  const work = (call: number): void => {
    for (const one of recommender.recommend(requests[call % requests.length]!)) one.reason;
  };
  for (let call = 0; call < 1500; call++) work(call);
  return allocatedBytes(work);
};

const components = [...lists, ...vectors];
const bytes = { varied: measured(components, true, false), fromSignals: measured(components, true, true) };
process.stdout.write(`${JSON.stringify(bytes)}\n`);
