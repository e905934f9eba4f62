import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Stores } from '../ports.ts';
import { openStores } from '../store/open.ts';
import { seedDemo } from './seed.ts';
import { makeDemoShop } from './shop.ts';

const small = { seed: 11, now: new Date('2026-11-24T08:00:00Z'), shoppers: 60, impressions: 200 };

describe('seeding the demo shop', () => {
  let stores: Stores;
  beforeAll(async () => {
    stores = await openStores({ dataDir: null });
  });
  afterAll(async () => {
    await stores?.close();
  });

  const collect = async <T>(stream: AsyncIterable<T>): Promise<T[]> => {
    const all: T[] = [];
    for await (const one of stream) all.push(one);
    return all;
  };

  it('a seeding that was cut off leaves no shop document, and the next one completes the same shop', async () => {
    const cutOff = new Error('the power went');
    const interrupted: Promise<void> = seedDemo(stores, {
      ...small,
      onProgress: (_done, _total, what) => {
        if (what === 'orders') throw cutOff;
      },
    });
    await expect(interrupted).rejects.toBe(cutOff);
    expect(await stores.shop.get()).toBeNull();

    const steps: number[] = [];
    await seedDemo(stores, {
      ...small,
      now: new Date(small.now.getTime() + 86_400_000),
      onProgress: (done, total) => steps.push(done / total),
    });
    expect(steps).toEqual([...steps].sort((a, b) => a - b));
    expect(steps.at(-1)).toBe(1);

    const demo = makeDemoShop(small);
    expect(await stores.shop.get()).toEqual(demo.shop);
    expect((await stores.products.all()).length).toBe(demo.products.length);
    expect((await stores.articles.all()).length).toBe(demo.articles.length);
    expect((await stores.promotions.live(small.now)).length).toBe(demo.promotions.length);
    expect(await collect(stores.orders.stream())).toEqual(demo.orders);
    expect((await collect(stores.impressions.stream())).length).toBe(demo.impressions.length);
    expect((await collect(stores.browsing.stream())).length).toBe(demo.browsing.length);
    expect(await stores.orders.byNumber('WY-20001')).toEqual(demo.orders[0]);
  });

  it('a shop that is there already keeps the stock it has sold', async () => {
    const product = (await stores.products.all()).find(p => (p.stock ?? 0) > 3)!;
    await stores.products.take(product.id, 3, 'o-test#3');
    await seedDemo(stores, small);
    expect((await stores.products.many([product.id]))[0]?.stock).toBe(product.stock! - 3);
  });

  it('another shop is not overwritten', async () => {
    await expect(seedDemo(stores, { ...small, seed: 12 })).rejects.toThrow(
      /already holds a shop from demo \(seed 11\)/,
    );
  });
});
