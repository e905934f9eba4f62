import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bundleFormat } from '../recommend/bundle/bundle-format.ts';
import { packArrays, unpackArrays } from './arrays-file.ts';
import { sha256, writeManifest } from './manifest.ts';
import { type ArtifactFault, ArtifactRefused, type NewArtifact, openRegistry, type Registry } from './registry.ts';

let dir: string;
let registry: Registry;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'registry-'));
  registry = openRegistry(dir);
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const artifact: NewArtifact = {
  trainedAt: '2026-05-01T10:00:00.000Z',
  seed: 1,
  backend: 'wasm',
  device: 'cpu (wasm simd)',
  window: { from: '2025-01-01T00:00:00.000Z', to: '2026-04-30T00:00:00.000Z' },
  parts: { recommender: { name: 'blend', format: bundleFormat }, response: null },
  refused: { response: 'too little data' },
  card: { rows: { orders: 3 }, seconds: { recommender: 0.1 }, metrics: {} },
};
const arrays = { 'recommender/items': Int32Array.of(3, 1, 2), 'recommender/weights': Float32Array.of(0.5, -1) };

const faultOf = (version: number): ArtifactFault | 'served' => {
  try {
    registry.load(version);
    return 'served';
  } catch (fault) {
    if (fault instanceof ArtifactRefused) return fault.fault;
    throw fault;
  }
};

describe('the model registry', () => {
  it('has nothing current before the first training', () => {
    expect(registry.current()).toBeNull();
    expect(registry.list()).toEqual([]);
  });

  it('gives back what was published, and points to it', () => {
    expect(registry.publish(artifact, arrays)).toBe(1);
    expect(registry.current()).toBe(1);
    const loaded = openRegistry(dir).load(1);
    expect(loaded.arrays).toEqual(arrays);
    expect(loaded.manifest).toMatchObject({ ...artifact, version: 1 });
  });

  it('keeps the last five, and the current one however old', () => {
    for (let n = 0; n < 6; n++) registry.publish(artifact, arrays);
    expect(registry.versions()).toEqual([6, 5, 4, 3, 2]);
    registry.rollback(2);
    const other = openRegistry(dir);
    other.publish(artifact, arrays);
    expect(other.current()).toBe(7);
    expect(other.versions()).toEqual([7, 6, 5, 4, 3]);
  });

  it('goes back to the version before, to a named one, and says so when there is none', () => {
    expect(() => registry.rollback()).toThrow(/no older usable model.*current: none; kept: none/);
    for (let n = 0; n < 3; n++) registry.publish(artifact, arrays);
    expect(registry.rollback()).toBe(2);
    expect(registry.rollback()).toBe(1);
    expect(() => registry.rollback()).toThrow(/no older usable model/);
    expect(registry.rollback(3)).toBe(3);
    expect(registry.current()).toBe(3);
    expect(() => registry.rollback(9)).toThrow(/no usable v9 to go back to .*kept: v3, v2, v1.*v9 is refused/);
    expect(registry.current()).toBe(3);
  });

  it('does not go back to a damaged version but to the one before it', () => {
    for (let n = 0; n < 3; n++) registry.publish(artifact, arrays);
    truncateSync(join(dir, 'v2', 'arrays.bin'), 4);
    expect(registry.rollback()).toBe(1);
  });

  it('refuses truncated, altered, foreign and missing files, each with its reason', () => {
    for (let n = 0; n < 5; n++) registry.publish(artifact, arrays);
    truncateSync(join(dir, 'v1', 'arrays.bin'), 12);
    const bin = join(dir, 'v2', 'arrays.bin');
    const bytes = readFileSync(bin);
    bytes[0] = bytes[0]! ^ 1;
    writeFileSync(bin, bytes);
    const manifest = join(dir, 'v3', 'manifest.json');
    writeFileSync(manifest, readFileSync(manifest, 'utf8').replace('"seed": 1', '"seed": 2'));
    rmSync(join(dir, 'v4', 'arrays.bin'));
    writeFileSync(join(dir, 'v5', 'manifest.json'), '{');
    expect([1, 2, 3, 4, 5, 6].map(faultOf)).toEqual([
      'truncated',
      'altered',
      'altered',
      'missing',
      'unreadable',
      'missing',
    ]);
    expect(registry.list().map(line => line.fault === null)).toEqual([false, false, false, false, false]);
  });

  it.each([
    [
      { recommender: { name: 'blend', format: 1 }, response: null },
      /its recommender has format 1, .* reads 2 and 3; train again/,
    ],
    [
      { recommender: artifact.parts.recommender, response: { schema: 'response/1' } },
      /made for other features \("response\/1"\).*train again/,
    ],
  ])(
    'shows a version of which this program can’t read a part, and neither promotes nor goes back to it: %j',
    (parts, why) => {
      registry.publish(artifact, arrays);
      registry.publish({ ...artifact, parts }, arrays);
      registry.publish(artifact, arrays);
      expect(registry.list().map(line => line.fault)).toEqual([null, expect.stringMatching(why), null]);
      expect(() => registry.promote(2)).toThrow(why);
      expect(() => registry.rollback(2)).toThrow(why);
      expect(registry.current()).toBe(3);
      expect(registry.rollback()).toBe(1);
    },
  );

  it('keeps a version that lost as a candidate: not in use, not gone back to, listed with its reason', () => {
    const lost = { status: 'candidate', reason: 'Worse than v1: NDCG@10 0.1 against 0.2', comparison: null } as const;
    registry.publish(artifact, arrays);
    expect(registry.publish({ ...artifact, promotion: lost }, arrays)).toBe(2);
    expect(registry.current()).toBe(1);
    registry.publish(artifact, arrays);
    expect(registry.rollback()).toBe(1);
    expect(registry.list().map(line => [line.version, line.current, line.status, line.reason])).toEqual([
      [3, false, 'promoted', null],
      [2, false, 'candidate', lost.reason],
      [1, true, 'promoted', null],
    ]);
  });

  it('uses a candidate that is promoted by hand, and then counts it as one that has served', () => {
    const lost = { status: 'candidate', reason: 'Worse', comparison: null } as const;
    registry.publish(artifact, arrays);
    registry.publish({ ...artifact, promotion: lost }, arrays);
    expect(registry.promote(2)).toBe(2);
    expect(registry.current()).toBe(2);
    registry.publish(artifact, arrays);
    expect(registry.rollback()).toBe(2);
    expect(() => registry.promote(9)).toThrow(/v9 is refused/);
    expect(registry.current()).toBe(2);
  });

  it('does not go back to a candidate that was promoted by hand and left again', () => {
    const lost = { status: 'candidate', reason: 'Worse', comparison: null } as const;
    registry.publish(artifact, arrays);
    registry.publish({ ...artifact, promotion: lost }, arrays);
    registry.promote(2);
    expect(registry.rollback()).toBe(1);
    registry.publish(artifact, arrays);
    expect(registry.rollback()).toBe(1);
  });

  it('counts what is gone back to by its number as having served, and what is left for an older version as not', () => {
    const lost = { status: 'candidate', reason: 'Worse', comparison: null } as const;
    registry.publish(artifact, arrays);
    registry.publish({ ...artifact, promotion: lost }, arrays);
    expect(registry.rollback(2)).toBe(2);
    expect(registry.hasServed(2)).toBe(true);
    expect(registry.promote(1)).toBe(1);
    expect(registry.hasServed(2)).toBe(false);
    registry.publish(artifact, arrays);
    expect(registry.rollback()).toBe(1);
  });

  it('publishes no NaN and no infinity, and refuses a file that holds one', () => {
    const broken = { 'recommender/weights': Float32Array.of(1, Number.NaN) };
    expect(() => registry.publish(artifact, broken)).toThrow(/NaN in recommender\/weights at 1/);
    expect(registry.versions()).toEqual([]);
    registry.publish(artifact, { 'recommender/weights': Float32Array.of(1, 2) });
    // A file that was written so, its checksums right.
    const folder = join(dir, 'v1');
    const bytes = Buffer.from(Float32Array.of(1, Number.POSITIVE_INFINITY).buffer);
    writeFileSync(join(folder, 'arrays.bin'), bytes);
    const { checksum: _, ...manifest } = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
    const file = { ...manifest.file, sha256: sha256(bytes) };
    writeFileSync(join(folder, 'manifest.json'), writeManifest({ ...manifest, file }));
    expect(faultOf(1)).toBe('not-finite');
  });

  it('clears away what a trainer that died left half written, and never shows it', () => {
    // No process has this id: the kernel's largest is 2^22.
    mkdirSync(join(dir, 'v1.tmp-99999999'));
    writeFileSync(join(dir, 'v1.tmp-99999999', 'arrays.bin'), 'half');
    expect(registry.versions()).toEqual([]);
    registry.publish(artifact, arrays);
    expect(readdirSync(dir).sort()).toEqual(['current', 'v1']);
  });

  it('packs and unpacks any arrays unchanged', () => {
    const array = fc.oneof(fc.float32Array({ noNaN: true, maxLength: 9 }), fc.int32Array({ maxLength: 9 }));
    fc.assert(
      fc.property(fc.dictionary(fc.string({ minLength: 1 }), array, { noNullPrototype: true }), made => {
        const packed = packArrays(made);
        expect(unpackArrays(packed.bytes, packed.index)).toEqual(made);
      }),
    );
  });
});
