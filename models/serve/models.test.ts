import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { asId, type ProductId, type ShopperId } from '../../knowledge/domain/ids.ts';
import { openBackend } from '../backend/backend.ts';
import { fitBundle } from '../recommend/bundle/bundle.ts';
import { trainResponse } from '../respond/fit.ts';
import { history } from '../respond/simulated-shop.test-helper.ts';
import { collectTrials } from '../respond/trials.ts';
import type { Refusal } from './manifest.ts';
import { type ModelsOptions, openModels, type ServedModels } from './models.ts';
import { type NewArtifact, openRegistry, type Registry } from './registry.ts';

const now = new Date('2026-06-01T12:00:00Z');
let artifact: NewArtifact;
let arrays: Record<string, Float32Array | Int32Array>;

beforeAll(async () => {
  const backend = await openBackend({ choice: 'wasm' });
  const trained = await trainResponse(await collectTrials(history({ count: 1500, seed: 1 })), {
    backend,
    seed: 1,
    candidates: ['surface'],
    folds: 2,
  });
  if (trained.kind === 'refused') throw new Error(trained.detail);
  const interactions = Array.from({ length: 200 }, (_, n) => ({
    shopper: `s${n % 20}`,
    product: `p${(n * 7) % 11}`,
    at: new Date(now.getTime() - n * 3_600_000),
  }));
  const recommender = await fitBundle({ interactions, now, seed: 1, backend: async () => backend });
  artifact = {
    trainedAt: now.toISOString(),
    seed: 1,
    backend: backend.name,
    device: backend.device,
    window: null,
    parts: { recommender: recommender.meta, response: { ...trained.bundle.meta } },
    refused: {},
    card: { rows: {}, seconds: {}, metrics: {} },
  };
  arrays = {};
  for (const [name, array] of Object.entries(recommender.arrays)) arrays[`recommender/${name}`] = array;
  for (const [name, array] of Object.entries(trained.bundle.arrays)) arrays[`response/${name}`] = array;
});

let dir: string;
let registry: Registry;
let models: ServedModels | undefined;
const lines: string[] = [];
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'models-'));
  registry = openRegistry(dir);
  lines.length = 0;
});
afterEach(async () => {
  await models?.close();
  models = undefined;
  rmSync(dir, { recursive: true, force: true });
});

const open = async (options: Partial<ModelsOptions> = {}): Promise<ServedModels> => {
  models = await openModels({ dir, pollMilliseconds: 0, log: line => lines.push(line), ...options });
  return models;
};

const recommenderArrays = () =>
  Object.fromEntries(Object.entries(arrays).filter(([name]) => name.startsWith('recommender/')));

const request = {
  shopper: asId<ShopperId>('s1'),
  history: [{ product: asId<ProductId>('p7'), at: now, weight: 1 }],
  exclude: new Set<ProductId>(),
  count: 3,
  now,
};

const mugsAndTea = new Map([
  ['mug', 3],
  ['tea', 9],
]);

const withoutResponse = (kind: Refusal['kind'] | undefined): NewArtifact => ({
  ...artifact,
  parts: { ...artifact.parts, response: null },
  refused: { response: 'no response' },
  ...(kind && { refusedAs: { response: kind } }),
});

describe('the served models', () => {
  it('need a training where there is none yet or one can’t be read, not where there was too little to learn a response', async () => {
    expect((await open()).needTraining()).toBe(true);
    registry.publish(withoutResponse('too-little'), recommenderArrays());
    expect(models!.reload()).toBe(true);
    expect(models!.needTraining()).toBe(false);
    await models!.close();
    truncateSync(join(dir, 'v1', 'arrays.bin'), 100);
    expect((await open()).needTraining()).toBe(true);
  });

  it.each(['failed', 'not-asked', undefined] as const)(
    'need a training where that of the response was %s, until there is one',
    async kind => {
      registry.publish(withoutResponse(kind), recommenderArrays());
      const served = await open();
      expect(served.needTraining()).toBe(true);
      registry.publish(artifact, arrays);
      served.reload();
      expect(served.needTraining()).toBe(false);
    },
  );

  it('rank by popularity before any training, say so, and score no deal', async () => {
    const { current } = await open({
      sales: async () => mugsAndTea,
    });
    const { recommender, response, status } = current();
    expect(recommender.recommend(request).map(r => [r.product, r.reason.kind])).toEqual([
      ['tea', 'popular'],
      ['mug', 'popular'],
    ]);
    expect(response).toBeNull();
    expect(status).toEqual({
      recommender: { name: 'popularity', version: 'untrained' },
      response: null,
      backend: 'none',
      device: 'none',
      training: { running: false, progress: 0, step: '' },
    });
  });

  it('serve what the registry points to, and name the backend it was trained on', async () => {
    registry.publish(artifact, arrays);
    const { recommender, response, status } = (await open()).current();
    expect(recommender.recommend(request).length).toBe(3);
    expect(response?.version).toBe('v1');
    expect(status).toMatchObject({
      recommender: { name: 'blend', version: 'v1', trainedAt: now.toISOString() },
      response: { name: 'surface', version: 'v1', trainedAt: now.toISOString() },
      backend: 'wasm',
      device: artifact.device,
    });
  });

  it('swap to a new version by themselves when another process publishes one, and back when it is rolled back', async () => {
    registry.publish(artifact, arrays);
    const seen: string[] = [];
    const served = await open({ pollMilliseconds: 10, onSwap: set => seen.push(set.recommender.version) });
    const before = served.current();
    registry.publish(artifact, arrays);
    await vi.waitFor(() => expect(served.current().recommender.version).toBe('v2'));
    // Whoever took the old set in the middle of a turn still has it whole.
    expect(before.recommender.recommend(request).length).toBe(3);
    registry.rollback();
    await vi.waitFor(() => expect(served.current().response?.version).toBe('v1'));
    expect(seen).toEqual(['v1', 'v2', 'v1']);
  });

  it('keep the version in use when the new one is damaged, with the reason in the log', async () => {
    registry.publish(artifact, arrays);
    const served = await open();
    registry.publish(artifact, arrays);
    truncateSync(join(dir, 'v2', 'arrays.bin'), 100);
    expect(served.reload()).toBe(false);
    expect(served.current().recommender.version).toBe('v1');
    expect(lines.at(-1)).toMatch(/v2 is refused.*holds 100 of \d+ bytes/);
    expect(Object.keys(served.current().status.refused!)).toEqual(['recommender', 'response']);
    registry.rollback();
    served.reload();
    expect(served.current().status).not.toHaveProperty('refused');
  });

  const foreign = {
    recommender: [{ format: 99 }, 'Recommender bundle has format 99'],
    response: [{ schema: 'response/1' }, 'made for other features'],
  } as const;
  const withForeign = (name: keyof typeof foreign): NewArtifact => ({
    ...artifact,
    parts: { ...artifact.parts, [name]: { ...artifact.parts[name], ...foreign[name][0] } },
  });

  it.each([
    ['recommender', 'response'],
    ['response', 'recommender'],
  ] as const)('keep the %s in use where the new one can’t be read, swap the %s, and say so', async (bad, good) => {
    registry.publish(artifact, arrays);
    const served = await open();
    registry.publish(withForeign(bad), arrays);
    expect(served.reload()).toBe(true);
    const set = served.current();
    expect([set[bad]?.version, set[good]?.version]).toEqual(['v1', 'v2']);
    expect([set.status[bad]?.version, set.status[good]?.version]).toEqual(['v1', 'v2']);
    expect(set.recommender.recommend(request).length).toBe(3);
    expect(set.status.refused).toEqual({ [bad]: expect.stringMatching(`^v2: .*${foreign[bad][1]}`) });
    expect(lines.join('\n')).toContain(`The ${bad} model is refused, v2: `);
    registry.publish(artifact, arrays);
    expect(served.reload()).toBe(true);
    expect(served.current().status).not.toHaveProperty('refused');
    expect(served.current()[bad]?.version).toBe('v3');
  });

  it('start with the newest of each that can be read', async () => {
    registry.publish(artifact, arrays);
    registry.publish(withForeign('response'), arrays);
    registry.publish(withForeign('recommender'), arrays);
    const { recommender, response, status } = (await open()).current();
    expect([recommender.version, response?.version]).toEqual(['v2', 'v3']);
    expect(Object.keys(status.refused!)).toEqual(['recommender']);
  });

  it('start on the newest whole version when the current one is damaged', async () => {
    registry.publish(artifact, arrays);
    registry.publish(artifact, arrays);
    writeFileSync(join(dir, 'v2', 'manifest.json'), '');
    expect((await open()).current().recommender.version).toBe('v1');
  });

  it('no longer say that a version was refused at the start once it is rolled back', async () => {
    registry.publish(artifact, arrays);
    registry.publish(artifact, arrays);
    truncateSync(join(dir, 'v2', 'arrays.bin'), 100);
    const served = await open();
    expect(Object.keys(served.current().status.refused!)).toEqual(['recommender', 'response']);
    registry.rollback();
    served.reload();
    expect(served.current().recommender.version).toBe('v1');
    expect(served.current().status).not.toHaveProperty('refused');
  });

  it('rank by popularity when the arrays of the only version are damaged, and count no sales when they are not', async () => {
    let counted = 0;
    const sales = async () => {
      counted += 1;
      return mugsAndTea;
    };
    registry.publish(artifact, arrays);
    await (await open({ sales })).close();
    expect(counted).toBe(0);
    truncateSync(join(dir, 'v1', 'arrays.bin'), 100);
    const { recommender, status } = (await open({ sales })).current();
    expect(recommender.recommend(request).map(r => r.product)).toEqual(['tea', 'mug']);
    expect(status.recommender).toEqual({ name: 'popularity', version: 'untrained' });
  });

  it('serve a set without a promotion response, when its training was refused', async () => {
    registry.publish({ ...artifact, parts: { ...artifact.parts, response: null } }, arrays);
    const { response, status } = (await open()).current();
    expect(response).toBeNull();
    expect(status.response).toBeNull();
  });
});

describe('training beside the server', () => {
  const program = (code: string): string => {
    const file = join(dir, 'trainer.mjs');
    writeFileSync(file, code);
    return file;
  };

  it('shows progress, allows one job at a time, and tells when nothing came of it', async () => {
    const served = await open({
      trainer: program(
        `process.send({ progress: 0.5, step: 'half way' }); process.on('message', () => {}); setTimeout(() => process.exit(0), 300);`,
      ),
    });
    const job = served.train({});
    await vi.waitFor(() =>
      expect(served.current().status.training).toEqual({ running: true, progress: 0.5, step: 'half way' }),
    );
    expect(await served.train({})).toEqual({ kind: 'busy' });
    expect(await job).toMatchObject({ kind: 'failed', reason: expect.stringMatching(/no new version/) });
    expect(served.current().status.training.running).toBe(false);
  });

  it('reports the trainer’s last sentence when it fails, and keeps serving', async () => {
    const served = await open({
      trainer: program(`console.error('No model could be trained; no purchases'); process.exit(1);`),
    });
    expect(await served.train({})).toEqual({ kind: 'failed', reason: 'No model could be trained; no purchases' });
    expect(served.current().status.training).toEqual({
      running: false,
      progress: 0,
      step: 'No model could be trained; no purchases',
    });
  });

  it('ends a trainer that takes too long', async () => {
    const served = await open({ trainer: program('setInterval(() => {}, 1000);'), trainTimeoutMilliseconds: 200 });
    expect(await served.train({})).toMatchObject({ kind: 'timed-out' });
  });

  it('survives a trainer that crashes natively', async () => {
    const served = await open({
      trainer: program(`process.kill(process.pid, 'SIGSEGV'); setInterval(() => {}, 1000);`),
    });
    expect(await served.train({})).toEqual({ kind: 'failed', reason: 'The trainer ended with SIGSEGV' });
  });

  it('stops the trainer when the server closes', async () => {
    const served = await open({
      trainer: program(`process.send({ progress: 0.1, step: 'x' }); setInterval(() => {}, 1000);`),
    });
    const job = served.train({});
    await vi.waitFor(() => expect(served.current().status.training.step).toBe('x'));
    await served.close();
    expect(await job).toMatchObject({ kind: 'stopped' });
  });
});
