import type { Stores } from '../ports.ts';
import { makeDemoShop } from './shop.ts';

export interface SeedOptions {
  readonly seed: number;
  readonly now: Date;
  /** 2,000 unless given. */
  readonly shoppers?: number;
  /** 400 unless given. */
  readonly products?: number;
  /** About 12,000 pilot visits unless given. */
  readonly impressions?: number;
  /** Documents written so far of `total`, and what is being written. */
  readonly onProgress?: (done: number, total: number, what: string) => void;
}

const batch = 1_000;

/**
 * Fills empty stores with the demo shop. The shop document comes last, so that a database seeded by half is known as not
 * seeded and seeded again; every document has a fixed id and the moment of the first attempt is kept, so the second
 * attempt writes the same. A database that holds this demo already is left as it is, with its stock and its orders.
 * Throws when it holds another shop.
 */
export const seedDemo = async (stores: Stores, options: SeedOptions): Promise<void> => {
  const there = await stores.shop.get();
  if (there?.source === 'demo' && there.seed === options.seed) return;
  if (there)
    throw new Error(
      `The database already holds a shop from ${there.source}${there.seed === undefined ? '' : ` (seed ${there.seed})`}; the demo shop with seed ${options.seed} needs an empty one`,
    );
  const startedAt = await stores.shop.secret(`demo-${options.seed}-now`, () => options.now.toISOString());
  const demo = makeDemoShop({ ...options, now: new Date(startedAt) });
  const total =
    demo.products.length +
    demo.articles.length +
    demo.campaigns.length +
    demo.promotions.length +
    demo.codes.length +
    demo.shoppers.length +
    demo.orders.length +
    demo.impressions.length +
    demo.browsing.length +
    1;
  let done = 0;
  const write = async <T>(what: string, items: readonly T[], put: (some: readonly T[]) => Promise<unknown>) => {
    for (let at = 0; at < items.length; at += batch) {
      const some = items.slice(at, at + batch);
      await put(some);
      done += some.length;
      options.onProgress?.(done, total, what);
    }
  };
  await write('products', demo.products, some => stores.products.put(some));
  await write('articles', demo.articles, some => stores.articles.put(some));
  await write('campaigns', demo.campaigns, some => stores.promotions.putCampaigns(some));
  await write('promotions', demo.promotions, some => stores.promotions.put(some));
  await write('codes', demo.codes, some => stores.codes.insert(some));
  await write('shoppers', demo.shoppers, some => stores.shoppers.put(some));
  await write('orders', demo.orders, some => stores.orders.put(some));
  await write('impressions', demo.impressions, some => stores.impressions.put(some));
  await write('browsing', demo.browsing, some => stores.browsing.add(some));
  await stores.shop.put(demo.shop);
  options.onProgress?.(total, total, 'shop');
};
