import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seedDemo } from '../../knowledge/demo/seed.ts';
import type { Stores } from '../../knowledge/ports.ts';
import { openStores } from '../../knowledge/store/open.ts';
import { openModels } from '../serve/models.ts';
import { openRegistry } from '../serve/registry.ts';
import { NothingToTrain, train } from './train.ts';

const now = new Date('2026-06-01T12:00:00Z');
let stores: Stores;
let dir: string;

beforeAll(async () => {
  stores = await openStores({ dataDir: null, dbPort: 0 });
  dir = mkdtempSync(join(tmpdir(), 'train-'));
});
afterAll(async () => {
  await stores.close();
  rmSync(dir, { recursive: true, force: true });
});

const run = (
  models: readonly ('recommender' | 'response')[],
  onProgress: (p: number, step: string) => void = () => {},
) => train({ stores, registry: openRegistry(dir), models, seed: 1, seeds: 1, backend: 'wasm', now, onProgress });

describe('a training run', { timeout: 180_000 }, () => {
  it('on an empty shop publishes nothing and says what is missing for each model', async () => {
    await expect(run(['recommender', 'response'])).rejects.toThrow(NothingToTrain);
    await expect(run(['recommender', 'response'])).rejects.toThrow(/no purchases yet.*at least 200 of each/);
    expect(openRegistry(dir).list()).toEqual([]);
  });

  it('on the demo shop publishes both models, served at once, with their card', async () => {
    await seedDemo(stores, { seed: 5, now, shoppers: 250, impressions: 1800 });
    const steps: number[] = [];
    const report = await run(['recommender', 'response'], progress => steps.push(progress));
    expect(report).toMatchObject({ version: 1, trained: ['recommender', 'response'], refused: {}, backend: 'wasm' });
    expect(steps).toEqual([...steps].sort((a, b) => a - b));
    expect(steps.at(-1)).toBe(1);

    const { manifest } = openRegistry(dir).load(1);
    expect(manifest.card.rows).toMatchObject({ impressions: report.rows.impressions });
    expect(Date.parse(manifest.window!.to)).toBeLessThanOrEqual(now.getTime());
    const models = await openModels({ dir, pollMilliseconds: 0 });
    expect(models.current().status).toMatchObject({ recommender: { name: 'blend', version: 'v1' }, backend: 'wasm' });
    await models.close();
  });

  it('of one model carries the other over', async () => {
    const before = openRegistry(dir).load(1);
    const report = await run(['response']);
    expect(report).toMatchObject({ version: 2, trained: ['response'], refused: {} });
    const after = openRegistry(dir).load(2);
    expect(after.manifest.parts.recommender).toEqual(before.manifest.parts.recommender);
    expect(after.arrays).toEqual(before.arrays);
  });

  it('whose response is refused keeps the one before it, with the reason and its own date, and still renews the rest', async () => {
    const later = new Date(now.getTime() + 86_400_000);
    const nothing = { stream: async function* () {} } as unknown as Stores['impressions'];
    const again = (models: readonly ('recommender' | 'response')[]) =>
      train({
        stores: { ...stores, impressions: nothing },
        registry: openRegistry(dir),
        models,
        seed: 1,
        seeds: 1,
        backend: 'wasm',
        now: later,
        onProgress: () => {},
      });
    const report = await again(['recommender', 'response']);
    expect(report.trained).toEqual(['recommender']);
    expect(openRegistry(dir).load(3).manifest.refusedAs).toEqual({ response: 'too-little' });
    expect(report.refused.response).toMatch(/too-little-data.*the one trained at 2026-06-01.* stays/);
    const models = await openModels({ dir, pollMilliseconds: 0 });
    expect(models.current().status).toMatchObject({
      recommender: { version: 'v3', trainedAt: later.toISOString() },
      response: { version: 'v3', trainedAt: now.toISOString() },
    });
    await models.close();
    await expect(again(['response'])).rejects.toThrow(NothingToTrain);
    expect(openRegistry(dir).current()).toBe(3);
  });

  it('whose response training breaks publishes the finished recommender all the same, and is heard of', async () => {
    const before = openRegistry(dir).load(3);
    const broken = {
      stream: async function* () {
        yield* [];
        throw new Error('the disk is gone');
      },
    } as unknown as Stores['impressions'];
    const failing = train({
      stores: { ...stores, impressions: broken },
      registry: openRegistry(dir),
      models: ['recommender', 'response'],
      only: ['popularity', 'item-knn'],
      seed: 1,
      seeds: 1,
      backend: 'wasm',
      now: new Date(now.getTime() + 2 * 86_400_000),
      onProgress: () => {},
    });
    await expect(failing).rejects.toThrow('the disk is gone');
    const { manifest } = openRegistry(dir).load(4);
    expect(manifest.parts.recommender).not.toEqual(before.manifest.parts.recommender);
    expect(manifest.parts.response).toEqual(before.manifest.parts.response);
    expect(manifest.refusedAs).toEqual({ response: 'failed' });
    expect(manifest.refused.response).toMatch(/^Its training failed: the disk is gone; the one trained at .* stays$/);
  });
});
