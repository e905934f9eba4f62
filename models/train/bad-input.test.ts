import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { asId, type ProductId } from '../../knowledge/domain/ids.ts';
import { writeManifest } from '../serve/manifest.ts';
import { openModels } from '../serve/models.ts';
import { openRegistry } from '../serve/registry.ts';
import type { TrainInput } from './run.ts';
import { type Bought, now, shopOf } from './shop.test-helper.ts';
import { NothingToTrain, train } from './train.ts';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'bad-input-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const run = (orders: readonly Bought[], over: Partial<TrainInput> = {}) =>
  train({
    stores: shopOf(orders),
    registry: openRegistry(dir),
    models: ['recommender'],
    only: ['popularity', 'item-knn', 'markov', 'ease', 'ials'],
    seed: 1,
    seeds: 1,
    backend: 'cpu',
    now,
    onProgress: () => {},
    ...over,
  });

/** What the version in use suggests to somebody who bought these. */
const suggested = async (...bought: string[]): Promise<string[]> => {
  const models = await openModels({ dir, pollMilliseconds: 0 });
  const list = models.current().recommender.recommend({
    history: bought.map(product => ({ product: asId<ProductId>(product), at: now, weight: 1 })),
    exclude: new Set(),
    count: 5,
    now,
  });
  expect(list.every(one => Number.isFinite(one.score))).toBe(true);
  await models.close();
  return list.map(one => one.product as string);
};

/** Forty shoppers of two tastes, each with four orders over the year. */
const tastes = [
  ['tea', 'cup', 'pot', 'leaf', 'tray'],
  ['tent', 'rope', 'lamp', 'boot', 'map'],
];
const healthy: Bought[] = Array.from({ length: 160 }, (_, o) => ({
  shopper: `s${o % 40}`,
  products: [0, 1].map(step => tastes[o % 2]![(Math.floor(o / 40) + step + (o % 3)) % 5]!),
  daysAgo: 320 - 2 * o + (o % 7) * 0.01,
}));

describe('a training run', { timeout: 60_000 }, () => {
  it.each([
    ['no order at all', []],
    ['only orders that say nothing', healthy.map(order => ({ ...order, quantity: -1 }))],
    ['only orders of the future', healthy.map(order => ({ ...order, daysAgo: -1 }))],
  ])('with %s publishes nothing, and says so', async (_, orders) => {
    const failure = await run(orders).catch((fault: unknown) => fault);
    expect(failure).toBeInstanceOf(NothingToTrain);
    expect((failure as Error).message).toMatch(/no purchases/);
    expect(openRegistry(dir).versions()).toEqual([]);
  });

  it('of one shopper serves, and says that nothing could be held out', async () => {
    const report = await run(healthy.filter(order => order.shopper === 's0'));
    expect(openRegistry(dir).load(1).manifest.refusedAs).toEqual({ response: 'not-asked' });
    expect(report).toMatchObject({ version: 1, heldOut: null, promotion: { status: 'promoted', comparison: null } });
    expect(report.promotion.reason).toMatch(/Fewer than 30 shoppers/);
    expect((await suggested('tea')).length).toBeGreaterThan(0);
  });

  it('whose recommender loses hands over what that one says of itself, not what the one in use says', async () => {
    await run(healthy);
    const report = await run(healthy, { only: ['popularity'] });
    expect(report.candidate).toBe(2);
    // The shop is the same, and so are the shoppers it is judged by: each is compared with itself.
    expect(report.promotion.comparison?.paired).toBe(true);
    const [old, lost] = [1, 2].map(version => openRegistry(dir).load(version).manifest.parts.recommender);
    expect(report.recommender).toEqual(lost);
    expect(report.recommender).not.toEqual(old);
  });

  it('of one product serves it to a guest', async () => {
    await run(healthy.map(order => ({ ...order, products: ['tea'] })));
    expect(await suggested()).toEqual(['tea']);
  });

  it('counts rows that came twice once, and leaves out damaged ones: the numbers are those of the clean shop', async () => {
    await run(healthy);
    const doubled = healthy.map(order => ({ ...order, products: [...order.products, ...order.products] }));
    const damaged: Bought[] = [Number.NaN, -2, 0, Number.POSITIVE_INFINITY].flatMap((bad, n) => [
      { shopper: `bad${n}`, products: ['tea', 'map'], daysAgo: 50 + n, quantity: bad },
      { shopper: `bad${n}`, products: ['tea', 'map'], daysAgo: 60 + n, price: bad },
    ]);
    const nameless: Bought[] = [
      { shopper: '', products: ['tea'], daysAgo: 3 },
      { shopper: 's1', products: [''], daysAgo: 3 },
      { shopper: 's1', products: ['tea'], daysAgo: Number.NaN },
    ];
    let left: Readonly<Record<string, number>> = {};
    await run([...doubled, ...damaged, ...nameless], {
      onQuality: quality => {
        left = quality.sources[0]!.dropped;
      },
    });
    expect(left).toEqual({
      repeat: 320,
      'bad-quantity': 8,
      'bad-price': 8,
      'missing-shopper': 1,
      'missing-product': 1,
      'bad-date': 1,
    });
    const [clean, mended] = [1, 2].map(version => openRegistry(dir).load(version));
    expect(mended!.arrays).toEqual(clean!.arrays);
    expect(mended!.manifest.card.heldOut?.models[0]?.ndcgAt10).toEqual(
      clean!.manifest.card.heldOut?.models[0]?.ndcgAt10,
    );
  });

  it('judges without a product that appears only in the newest purchases, and serves it all the same', async () => {
    const launch: Bought[] = Array.from({ length: 20 }, (_, s) => ({
      shopper: `s${2 * s}`,
      products: ['kettle'],
      daysAgo: 1 + s * 0.01,
    }));
    const report = await run([...healthy, ...launch]);
    expect(report.heldOut?.models[0]?.ndcgAt10.mean).toBeGreaterThan(0);
    expect(await suggested('leaf')).toContain('kettle');
  });

  it.each([
    ['was cut short', (folder: string) => truncateSync(join(folder, 'arrays.bin'), 40), /holds 40 of \d+ bytes/],
    [
      'is of another schema',
      (folder: string) => {
        const file = join(folder, 'manifest.json');
        const { checksum: _, ...manifest } = JSON.parse(readFileSync(file, 'utf8'));
        writeFileSync(file, writeManifest({ ...manifest, schema: 'of another program' }));
      },
      /made for schema of another program/,
    ],
  ])(
    'after a version that %s: that one is refused, the one before serves, and the next training needs it not',
    async (_, damage, why) => {
      await run(healthy);
      await run(healthy);
      damage(join(dir, 'v2'));
      const lines: string[] = [];
      const models = await openModels({ dir, pollMilliseconds: 0, log: line => lines.push(line) });
      expect(models.current().recommender.version).toBe('v1');
      expect(lines.join('\n')).toMatch(why);
      await models.close();
      const report = await run(healthy);
      expect(report).toMatchObject({ version: 3, candidate: null });
      expect(openRegistry(dir).current()).toBe(3);
    },
  );
});
