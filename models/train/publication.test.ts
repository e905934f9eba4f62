import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Promotion } from '../serve/card.ts';
import { openRegistry, type Registry } from '../serve/registry.ts';
import type { FittedPart } from './parts.ts';
import { publishMade, versionInUse } from './publication.ts';
import { startRun, type Trainable } from './run.ts';
import { now, shopOf } from './shop.test-helper.ts';

let dir: string;
let registry: Registry;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'publication-'));
  registry = openRegistry(dir);
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const part = (of: string): FittedPart => ({ meta: { of }, arrays: { weights: Float32Array.of(1, 2) } });
const verdict = (status: Promotion['status']): Promotion => ({ status, reason: status, comparison: null });

/** Publishes what one run made: each model's name, or why it was refused. */
const publish = (parts: Partial<Record<Trainable, string>>, promotion = verdict('promoted'), refused = {}) => {
  const run = startRun({
    stores: shopOf([]),
    registry,
    models: ['recommender', 'response'],
    seed: 1,
    backend: 'cpu',
    now,
    onProgress: () => {},
  });
  return publishMade(run, versionInUse(registry), {
    fitted: Object.fromEntries(Object.entries(parts).map(([name, of]) => [name, part(of)])),
    judged: parts.recommender === undefined ? null : { heldOut: null, promotion },
    refused,
    metrics: {},
  });
};
const partsInUse = () => {
  const { manifest } = registry.load(registry.current()!);
  return [manifest.parts.recommender?.of, manifest.parts.response?.of];
};

describe('what a run made comes into use', () => {
  beforeEach(() => publish({ recommender: 'r1', response: 'p1' }));

  it.each([
    ['a recommender that wins, with a new response', { recommender: 'r2', response: 'p2' }, 'promoted', ['r2', 'p2']],
    ['a recommender that wins, the response refused', { recommender: 'r2' }, 'promoted', ['r2', 'p1']],
    ['a recommender that loses, the response refused', { recommender: 'r2' }, 'candidate', ['r1', 'p1']],
    ['a recommender that loses, with a new response', { recommender: 'r2', response: 'p2' }, 'candidate', ['r1', 'p2']],
    ['a new response alone', { response: 'p2' }, 'promoted', ['r1', 'p2']],
  ] as const)('%s', (_, parts, status, inUse) => {
    publish(parts, verdict(status), 'response' in parts ? {} : { response: 'too-little-data' });
    expect(partsInUse()).toEqual(inUse);
    // Every version that is there can be read whole.
    for (const version of registry.versions()) expect(() => registry.load(version)).not.toThrow();
  });

  it('a candidate is kept beside, with what it was made of, and says why it waits', () => {
    const published = publish({ recommender: 'r2', response: 'p2' }, verdict('candidate'));
    expect(published).toMatchObject({ candidate: 2, version: 3 });
    expect(registry.load(2).manifest.parts).toEqual({ recommender: { of: 'r2' }, response: { of: 'p2' } });
    expect(registry.load(3).manifest.promotion?.reason).toBe(
      'The recommender of v1 stays: that of v2 is only a candidate',
    );
  });

  it('numbers that are none publish nothing at all, and leave nothing half written', () => {
    const broken = { ...part('r2'), arrays: { weights: Float32Array.of(Number.NaN) } };
    const run = startRun({
      stores: shopOf([]),
      registry,
      models: ['recommender'],
      seed: 1,
      backend: 'cpu',
      now,
      onProgress: () => {},
    });
    const made = { fitted: { recommender: broken }, judged: null, refused: {}, metrics: {} };
    expect(() => publishMade(run, versionInUse(registry), made)).toThrow(/NaN in recommender\/weights/);
    expect(readdirSync(dir).sort()).toEqual(['current', 'v1']);
    expect(partsInUse()).toEqual(['r1', 'p1']);
  });
});
