import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { toInteractions } from '../data/interactions.ts';
import { trainOnAll } from '../data/splits.ts';
import type { Fitted, ModelKind } from '../recommend/model.ts';
import { interruptedRun, openWork } from './work.ts';

let dir: string;
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'work-'));
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const run = {
  now: new Date(0).toISOString(),
  seed: 1,
  seeds: 1,
  models: ['recommender'],
  only: null,
  budgetMinutes: null,
};

/** A network that is looked at after these epochs; without one: a look at another training, or after this one. */
const lookedAt = (name: string, epochs: readonly (number | undefined)[]): ModelKind => {
  const model = (settled?: Fitted['settled']): Fitted => ({
    name,
    products: 1,
    score: () => undefined,
    explain: () => ({ kind: 'popular' }),
    store: () => ({ arrays: {}, meta: {} }),
    ...(settled && { settled }),
  });
  return {
    name,
    candidates: () => [{}],
    fit: (_train, _settings, { validate }) => {
      for (const epoch of epochs) validate?.(model(epoch === undefined ? undefined : { epochs: epoch }));
      return model({ epochs: 2 });
    },
    restore: () => model(),
  };
};

it('a fit taken from an earlier run tells what it took then', async () => {
  const train = trainOnAll(toInteractions([{ shopper: 's', product: 'p', at: new Date(0) }]));
  const context = { now: 0, seed: 1, backend: () => Promise.reject(new Error('none')) };
  const network = lookedAt('costly', []);
  const costly: ModelKind = {
    ...network,
    fit: async (...given) => ({ ...(await network.fit(...given)), trainMilliseconds: 90_000 }),
  };
  for (const resume of [false, true]) {
    const work = openWork({ dir, run, resume, salt: '' });
    expect((await work.carryOut(costly, train, {}, context)).trainMilliseconds).toBe(90_000);
    expect(work.taken()).toBe(resume ? 1 : 0);
  }
});

it('a training curve is that of one training by its epochs, whether fitted or taken from an earlier run', async () => {
  const train = trainOnAll(toInteractions([{ shopper: 's', product: 'p', at: new Date(0) }]));
  const curvesOf = async (resume: boolean) => {
    const work = openWork({ dir, run, resume, salt: '' });
    let looks = 0;
    const context = { now: 0, seed: 1, backend: () => Promise.reject(new Error('none')), validate: () => ++looks / 10 };
    await work.carryOut(lookedAt('network', [1, 2, 4, undefined, 2, undefined]), train, {}, context);
    await work.carryOut(lookedAt('searched', [undefined, undefined]), train, {}, context);
    return { curves: work.curves(), taken: work.taken() };
  };
  const curves = {
    network: [
      { step: 1, value: 0.1 },
      { step: 2, value: 0.2 },
      { step: 4, value: 0.3 },
    ],
  };
  expect(await curvesOf(false)).toEqual({ curves, taken: 0 });
  expect(await curvesOf(true)).toEqual({ curves, taken: 2 });
});

it('tells a run of another version of the program, and what is damaged, from none at all', () => {
  const folder = join(dir, 'older');
  expect(interruptedRun(folder)).toMatch(/no interrupted run/);
  openWork({ dir: folder, run, resume: false, salt: '' });
  expect(interruptedRun(folder)).toEqual(run);
  const file = join(folder, 'run.json');
  const written = JSON.parse(readFileSync(file, 'utf8'));
  writeFileSync(file, JSON.stringify({ ...written, format: written.format - 1 }));
  expect(interruptedRun(folder)).toMatch(/begun by another version of this program \(format \d+, this one has \d+\)/);
  writeFileSync(file, '{"format":');
  expect(interruptedRun(folder)).toMatch(/damaged/);
});
