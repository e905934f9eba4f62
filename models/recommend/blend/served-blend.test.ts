import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../../knowledge/domain/random.ts';
import type { History } from '../../data/interactions.ts';
import { toInteractions } from '../../data/interactions.ts';
import { trainOnAll } from '../../data/splits.ts';
import { kindNamed } from '../kinds.ts';
import type { Fitted } from '../model.ts';
import { denseScan, plainScan, simdScan } from '../serving/dense-scan.ts';
import { BestRows } from '../serving/score-sheet.ts';
import { madeUpShop } from '../world.test-helper.ts';
import { type BlendWeights, blendOf } from './blend.ts';
import type { ScoreShape } from './score-shape.ts';
import { servedBlend } from './served-blend.ts';

const train = trainOnAll(toInteractions(madeUpShop(1)));
const products = train.products.ids.length;
const now = Date.UTC(2026, 8, 1);
const backend = () => Promise.reject(new Error('not needed'));

const history = (...items: number[]): History => ({
  items: Int32Array.from(items),
  at: Float64Array.from(items, (_, i) => now - (items.length - i) * 86_400_000),
  weight: new Float32Array(items.length).fill(1),
});
const histories = [history(), history(3), history(60, 61, 75), history(5, 5, 5, 8, 8, 9, 100), history(1, 200, 30, 4)];

/** A model of vectors, scored densely where blend.ts asks and by its vectors where it is served. */
const vectors = (seed: number, width: number): Fitted => {
  const random = seededRandom(seed);
  const table = Float32Array.from({ length: products * width }, () => random() * 2 - 1 + 0.3);
  const query = (past: History, _now: number, out: Float32Array): boolean => {
    out.fill(0);
    for (const item of past.items) for (let i = 0; i < width; i++) out[i]! += table[item * width + i]!;
    return past.items.length > 0;
  };
  return {
    name: `vectors-${seed}`,
    products,
    factors: { width, vectors: table, query },
    score: (past, at, sheet) => {
      const own = new Float32Array(width);
      if (!query(past, at, own)) return;
      for (let p = 0; p < products; p++) {
        let sum = 0;
        for (let i = 0; i < width; i++) sum += own[i]! * table[p * width + i]!;
        sheet.add(p, sum);
      }
    },
    explain: () => ({ kind: 'similar-shoppers' }),
    store: () => ({ arrays: {}, meta: {} }),
  };
};

const components = async (withVectors: boolean): Promise<Fitted[]> => {
  const lists = await Promise.all(
    ['popularity', 'trending', 'item-knn', 'markov'].map(name => {
      const kind = kindNamed(name);
      return kind.fit(train, kind.candidates(train)[0]!, { now, seed: 1, backend });
    }),
  );
  return withVectors ? [...lists, vectors(1, 24), vectors(2, 9)] : lists;
};
const weightsFor = (count: number): BlendWeights => ({
  new: Array.from({ length: count }, (_, c) => 1 + c / 10),
  returning: Array.from({ length: count }, (_, c) => (c === 0 ? -0.4 : 1 + c)),
  reordering: Array.from({ length: count }, (_, c) => (c === 2 ? 0 : 2 - c / 10)),
});

describe.each([
  ['neighbour lists', false],
  ['neighbour lists and vectors', true],
])('serving from %s', (_name, withVectors) => {
  it('ranks as the blend that was evaluated does, product by product', async () => {
    const parts = await components(withVectors);
    const weights = weightsFor(parts.length);
    const shapes = parts.map(({ name }): ScoreShape => (['item-knn', 'markov'].includes(name) ? 'log' : 'plain'));
    const [served, blend] = [servedBlend(parts, weights, shapes), blendOf(parts, weights, shapes)];
    for (const past of histories) {
      served.read(past, now);
      const scores = blend.scoreAll(past, now);
      for (let p = 0; p < products; p++) expect(served.scoreOf(p)).toBeCloseTo(scores[p]!, 3);
      const blocked = new Uint8Array(products);
      for (const item of past.items) blocked[item] = 1;
      const [found, exact] = [new BestRows(20), new BestRows(20)];
      served.offer(found, blocked, 0);
      for (let p = 0; p < products; p++) if (blocked[p] === 0) exact.offer(p, served.scoreOf(p));
      expect([...found.rows]).toEqual([...exact.rows]);
      expect(found.rows.some(row => blocked[row] === 1)).toBe(false);
      const scored = new Float64Array(20);
      served.scoresOf(exact.rows, 20, scored);
      for (const [at, score] of scored.entries()) expect(score).toBeCloseTo(exact.scores[at]!, 5);
      for (const row of found.rows) {
        const { reason } = served.cause(row);
        if (reason.kind === 'bought-with') expect(past.items).toContain(reason.because);
        if (past.items.length === 0) expect(reason.kind).toBe('popular');
      }
    }
  });

  it('finds the best that are left where nearly all of the first ones are blocked', async () => {
    const parts = await components(withVectors);
    const served = servedBlend(parts, weightsFor(parts.length));
    served.read(histories[2]!, now);
    const all = new BestRows(products);
    for (let p = 0; p < products; p++) all.offer(p, served.scoreOf(p));
    const blocked = new Uint8Array(products);
    for (const row of all.rows.subarray(0, products - 12)) blocked[row] = 1;
    const found = new BestRows(10);
    served.offer(found, blocked, 0);
    expect([...found.rows]).toEqual([...all.rows.subarray(products - 12, products - 2)]);
  });

  it('knows about the least and the largest score, from which wishes are lifted', async () => {
    const parts = await components(withVectors);
    const served = servedBlend(parts, weightsFor(parts.length));
    for (const past of histories) {
      served.read(past, now);
      const scores = Array.from({ length: products }, (_, p) => served.scoreOf(p));
      const span = Math.max(...scores) - Math.min(...scores);
      expect(served.low).toBeLessThan(Math.min(...scores) + span * 0.02);
      expect(served.low).toBeGreaterThan(Math.min(...scores) - span * 0.3);
      expect(Math.abs(served.high - Math.max(...scores))).toBeLessThan(span * 0.02);
    }
  });
});

it.each([
  ['numbers of one size', (x: number) => x],
  ['a few very large numbers', (x: number) => x ** 15 * 50],
  ['nearly all the same', (x: number) => (x > 0.999 ? 1 : 0.25)],
])('the first of a scan are those of all exact scores, equal ones by their rows: %s', (_name, spread) => {
  const random = seededRandom(9);
  const [rows, width] = [3000, 20];
  const table = Float32Array.from({ length: rows * width }, () => spread(random()) * (random() < 0.5 ? -1 : 1));
  // Some products are the same, and stand far apart.
  for (let r = 0; r < 400; r++) table.copyWithin((2000 + r) * width, r * width, (r + 1) * width);
  const { factors: _, ...bare } = vectors(1, 4);
  const model: Fitted = {
    ...bare,
    products: rows,
    factors: {
      width,
      vectors: table,
      query: (past, _now, out) => {
        out.set(table.subarray(past.items[0]! * width, (past.items[0]! + 1) * width));
        return true;
      },
    },
  };
  const lists: Fitted = {
    ...bare,
    name: 'lists',
    products: rows,
    score: (past, _now, sheet) => {
      for (let e = 0; e < 200; e++) sheet.add((past.items[0]! * 7 + e * 13) % rows, (e % 5) - 1);
    },
  };
  const blend = servedBlend([lists, model], { new: [0.5, 1], returning: [0.5, 1], reordering: [0.5, 1] });
  for (let round = 0; round < 60; round++) {
    const blocked = Uint8Array.from({ length: rows }, () => (random() < 0.1 ? 1 : 0));
    blend.read(history(Math.floor(random() * rows)), now);
    const size = 1 + Math.floor(random() * 60);
    const lift = random() * 3;
    const [found, exact] = [new BestRows(size), new BestRows(size)];
    blend.offer(found, blocked, lift);
    for (let p = 0; p < rows; p++) if (blocked[p] === 0) exact.offer(p, blend.scoreOf(p) + (lift - blend.low));
    expect(found.rows).toEqual(exact.rows);
    expect(found.scores).toEqual(exact.scores);
  }
});

it('a history that a model could not read is read again, not taken for read', () => {
  const { factors: _, ...good } = vectors(5, 4);
  let faults = 1;
  const broken: Fitted = {
    ...good,
    name: 'broken',
    score: (past, at, sheet) => {
      if (faults-- > 0) throw new Error('broken');
      good.score(past, at, sheet);
    },
  };
  const scores = (blend: ReturnType<typeof servedBlend>) => [0, 9, 77].map(product => blend.scoreOf(product));
  const own = servedBlend([broken], { new: [1], returning: [1], reordering: [1] });
  expect(() => own.read(histories[2]!, now)).toThrow('broken');
  own.read(histories[2]!, now);
  const whole = servedBlend([broken], { new: [1], returning: [1], reordering: [1] });
  whole.read(histories[2]!, now);
  expect(scores(own)).toEqual(scores(whole));
  expect(scores(own)).not.toEqual([0, 0, 0]);
});

it('a shape is refused for a model of vectors and for one that does not look at the shopper', async () => {
  const parts = await components(true);
  const weights = weightsFor(parts.length);
  for (const name of ['popularity', 'vectors-2']) {
    const shapes = parts.map((part): ScoreShape => (part.name === name ? 'log' : 'plain'));
    expect(() => servedBlend(parts, weights, shapes)).toThrow(`${name} can't take`);
  }
});

describe('the pass over all vectors', () => {
  const random = seededRandom(3);
  const [rows, width] = [1000, 40];
  const table = Float32Array.from({ length: rows * width }, () => random() ** 3 - 0.2);
  const base = Float32Array.from({ length: rows }, () => random());
  const query = Float32Array.from({ length: width }, () => random() - 0.5);

  it('says about the exact scores, the same with and without SIMD', () => {
    const [simd, plain] = [simdScan, plainScan].map(kernel => {
      const scan = denseScan(table, width, [base], kernel);
      const least = scan.run(query, 0);
      scan.picked.set([999, 0, 500]);
      scan.score(3);
      return {
        least,
        out: scan.out.slice(),
        maxima: scan.maxima.slice(),
        exact: scan.exact.slice(0, 3),
        error: scan.error,
        scales: scan.scales,
      };
    });
    expect(simd!.out).toEqual(plain!.out);
    expect(simd!.maxima).toEqual(plain!.maxima);
    expect(simd!.least).toBe(plain!.least);
    const exactOf = (row: number): number => {
      let exact = base[row]!;
      for (let c = 0; c < width; c++) exact += query[c]! * table[row * width + c]!;
      return exact;
    };
    let worst = 0;
    for (let row = 0; row < rows; row++) {
      const off = Math.abs(exactOf(row) - simd!.out[row]!);
      worst = Math.max(worst, off);
      expect(off).toBeLessThanOrEqual(simd!.error * simd!.scales[row]! + 1e-6);
    }
    for (const [i, row] of [999, 0, 500].entries())
      for (const found of [simd!, plain!]) expect(found.exact[i]).toBeCloseTo(exactOf(row), 5);
    expect(worst).toBeLessThan(0.05);
    expect(simd!.out.length).toBe(1024);
    expect(simd!.out.subarray(rows).every(score => score === Number.NEGATIVE_INFINITY)).toBe(true);
  });

  it('is what its source compiles to', { timeout: 120_000 }, () => {
    const folder = mkdtempSync(join(tmpdir(), 'scan-'));
    try {
      const asc = join(import.meta.dirname, '../../../node_modules/assemblyscript/bin/asc.js');
      execFileSync(process.execPath, [asc, 'scan.ts', '--target', 'simd', '--outFile', join(folder, 'scan.wasm')], {
        cwd: join(import.meta.dirname, '../serving/wasm/assembly'),
      });
      expect(
        readFileSync(join(folder, 'scan.wasm')).equals(
          readFileSync(join(import.meta.dirname, '../serving/wasm/scan.wasm')),
        ),
      ).toBe(true);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
