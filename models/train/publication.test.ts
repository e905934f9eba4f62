import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { encodingSchema, featureCount } from '../respond/encode.ts';
import { plainRepresentation } from '../respond/representation.ts';
import { layoutOf } from '../respond/surface.ts';
import type { Promotion } from '../serve/card.ts';
import { openRegistry, type Registry } from '../serve/registry.ts';
import type { FittedPart } from './parts.ts';
import { type Made, publishMade, refusalIn, versionInUse } from './publication.ts';
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
const layout = layoutOf(plainRepresentation.base, plainRepresentation.effect);
/** The smallest that this program reads. */
const response = (of: string): FittedPart => ({
  meta: {
    of,
    name: 'plain',
    schema: encodingSchema,
    representation: 'plain',
    platt: { slope: 1, shift: 0 },
    kinds: [],
    returnRates: {},
  },
  arrays: {
    mean: new Float32Array(featureCount),
    deviation: new Float32Array(featureCount).fill(1),
    weights: new Float32Array(layout.count),
    covariance: new Float32Array(layout.count ** 2),
  },
});
const verdict = (status: Promotion['status']): Promotion => ({ status, reason: status, comparison: null });

/** Publishes what one run made: each model's name, or why it was refused. */
const publish = (
  parts: Partial<Record<Trainable, string>>,
  promotion = verdict('promoted'),
  refused: Made['refused'] = {},
  of = response,
) => {
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
    fitted: {
      ...(parts.recommender && { recommender: part(parts.recommender) }),
      ...(parts.response && { response: of(parts.response) }),
    },
    judged: parts.recommender === undefined ? null : { heldOut: null, promotion },
    refused,
    metrics: {},
  });
};
const tooLittle = { response: { kind: 'too-little', reason: 'too-little-data: 3 offers' } } as const;
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
    publish(parts, verdict(status), 'response' in parts ? {} : tooLittle);
    expect(partsInUse()).toEqual(inUse);
    // Every version that is there can be read whole.
    for (const version of registry.versions()) expect(() => registry.load(version)).not.toThrow();
  });

  it('a candidate is kept beside, with what it was made of, and says why it waits', () => {
    const published = publish({ recommender: 'r2', response: 'p2' }, verdict('candidate'));
    expect(published).toMatchObject({ candidate: 2, version: 3 });
    expect(registry.load(2).manifest.parts).toMatchObject({ recommender: { of: 'r2' }, response: { of: 'p2' } });
    expect(registry.load(3).manifest.promotion?.reason).toBe(
      'The recommender of v1 stays: that of v2 is only a candidate',
    );
  });

  it('a response that can’t be read is not carried over, and the version says why it has none', () => {
    const foreign = (of: string): FittedPart => {
      const { meta, arrays } = response(of);
      return { meta: { ...meta, schema: 'response/1' }, arrays };
    };
    publish({ response: 'p2' }, verdict('promoted'), {}, foreign);
    expect(partsInUse()).toEqual(['r1', 'p2']);
    const old = versionInUse(registry)!.manifest;
    expect(refusalIn(old, 'response')).toEqual({
      kind: 'failed',
      reason: expect.stringMatching(/^That of v2 can't be read: .*made for other features/),
    });
    publish({ recommender: 'r3' }, verdict('promoted'), tooLittle);
    const { manifest, arrays } = registry.load(3);
    expect(manifest).toMatchObject({
      parts: { recommender: { of: 'r3' }, response: null },
      refused: { response: 'too-little-data: 3 offers' },
      refusedAs: { response: 'too-little' },
    });
    expect(Object.keys(arrays)).toEqual(['recommender/weights']);
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
