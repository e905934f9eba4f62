import { asId, type ProductId } from '../../knowledge/domain/ids.ts';
import { seededRandom } from '../../knowledge/domain/random.ts';
import { openOnce } from '../backend/backend.ts';
import type { RecommendRequest } from '../types.ts';
import { fitBundle, loadBundle } from './bundle.ts';

/**
 * One request against a catalogue of `products` (50,000 unless told): a real bundle of every model, trained on seeded purchases
 * with clusters of taste, asked for its top 20 with a past of 30 events, 50 excluded products and 100 wishes.
 */
export const benchRanking = async (products = 50_000, requests = 2_000): Promise<{ p50Ms: number; p99Ms: number }> => {
  const random = seededRandom(1);
  const clusters = 500;
  const pick = (cluster: number): string => {
    const inside = Math.floor(random() ** 2 * (products / clusters));
    return `p${Math.floor(inside * clusters + cluster) % products}`;
  };
  const now = Date.UTC(2026, 0, 1);
  const interactions = Array.from({ length: products * 4 }, (_, e) => {
    const shopper = e % (products / 4);
    const cluster = random() < 0.8 ? (shopper * 7) % clusters : Math.floor(random() * clusters);
    return { shopper: `s${shopper}`, product: pick(cluster), at: new Date(now - random() * 300 * 86_400_000) };
  });
  // Every product is bought once, so that all of them are ranked.
  for (let p = 0; p < products; p++)
    interactions.push({ shopper: `s${p % 5_000}`, product: `p${p}`, at: new Date(now - random() * 300 * 86_400_000) });
  const recommender = loadBundle(
    await fitBundle({ interactions, now: new Date(now), seed: 1, backend: openOnce() }),
    'bench',
  );

  const id = (): ProductId => asId<ProductId>(`p${Math.floor(random() * products)}`);
  const ask = (): RecommendRequest => {
    const cluster = Math.floor(random() * clusters);
    return {
      history: Array.from({ length: 30 }, (_, e) => ({
        product: asId<ProductId>(pick(cluster)),
        at: new Date(now - (30 - e) * 86_400_000),
        weight: 1,
      })),
      exclude: new Set(Array.from({ length: 50 }, id)),
      boost: new Map(Array.from({ length: 100 }, () => [id(), { factor: 1.5, slot: 'colour', value: 'green' }])),
      count: 20,
      now: new Date(now),
    };
  };
  const asked = Array.from({ length: 200 }, ask);
  for (const request of asked) recommender.recommend(request); // compiled before the clock starts
  const times = Float64Array.from({ length: requests }, (_, r) => {
    const start = performance.now();
    recommender.recommend(asked[r % asked.length]!);
    return performance.now() - start;
  }).sort();
  return { p50Ms: times[Math.floor(requests / 2)]!, p99Ms: times[Math.floor(requests * 0.99)]! };
};
