import { beforeAll, describe, expect, it } from 'vitest';
import { type BackendChoice, openBackend, type TensorBackend } from '../backend/backend.ts';
import { type History, historyOf, toInteractions } from '../data/interactions.ts';
import { itemTraits } from '../data/item-traits.ts';
import { trainOnAll } from '../data/splits.ts';
import { modelKinds } from './kinds.ts';
import type { FitContext, Fitted, ModelKind, ModelSettings } from './model.ts';
import { rankerOf, scorerOf } from './ranker.ts';
import { madeUpShop } from './world.test-helper.ts';

/** What every neural model promises, whatever it is made of. Small nets: the promises don't depend on their size. */
const small: Readonly<Record<string, ModelSettings>> = {
  'dot-product': { width: 12, epochs: 20, batch: 64, decay: 0.5, rate: 0.03 },
  'two-tower': { width: 12, epochs: 30, rate: 0.02, batch: 64 },
  'text-cnn': { width: 12, depth: 8, filters: 8, epochs: 30, rate: 0.02, batch: 64 },
  'mult-dae': { hidden: 16, epochs: 25, rate: 0.01 },
  'mult-vae': { hidden: 24, latent: 8, epochs: 40, anneal: 10, rate: 0.01 },
};
const kinds = modelKinds.filter(kind => small[kind.name] !== undefined);

const train = trainOnAll(toInteractions(madeUpShop(1, 200)));
const products = train.products.ids.length;
/** A word of the taste and one of the product, as good titles have them. */
const items = itemTraits(
  train.products.ids.map(id => ({
    id,
    title: `kind${Math.floor(Number(id.slice(1)) / 30)} shade${Number(id.slice(1)) % 30}`,
  })),
  train.products,
);
const taste = (row: number): number => Math.floor(Number(train.products.ids[row]!.slice(1)) / 30);
const now = Date.UTC(2026, 8, 1);
const bought = (...rows: number[]): History => ({
  items: Int32Array.from(rows),
  at: Float64Array.from(rows, () => now),
  weight: new Float32Array(rows.length).fill(1),
});
const nobody = bought();
const scores = (model: Fitted, history: History): Float32Array => scorerOf(model).scoreAll(history, now).slice();

const fitOn = async (backend: TensorBackend, kind: ModelKind, over: Partial<FitContext> = {}, settings = {}) =>
  await kind.fit(
    train,
    { ...small[kind.name], ...settings },
    { now, seed: 3, items, backend: () => Promise.resolve(backend), ...over },
  );
const open = (choice: BackendChoice): Promise<TensorBackend> => openBackend({ choice });

describe.each(kinds.map(kind => [kind.name, kind] as const))('%s', (_name, kind) => {
  let model: Fitted;
  beforeAll(async () => {
    model = await fitOn(await open('wasm'), kind);
  });

  it('ranks products of the taste a history shows, also of a shopper never seen, and explains by what was bought', () => {
    const ranker = rankerOf(scorerOf(model), { known: new Uint8Array(products).fill(1), maskSeen: true, k: 10 });
    let [fitting, explained, lists] = [0, 0, 0];
    for (let s = 0; s < 60; s++) {
      const rows = [...new Set(historyOf(train, s).items)];
      const main = [0, 1, 2, 3, 4, 5, 6, 7].find(t => rows.filter(row => taste(row) === t).length > rows.length * 0.6);
      if (main === undefined) continue;
      const history = bought(...rows.slice(0, 5).filter(row => taste(row) === main));
      if (history.items.length < 3) continue;
      lists++;
      for (const row of ranker.top(history, now)) {
        if (taste(row) === main) fitting++;
        const reason = model.explain(history, now, row);
        if ('because' in reason) {
          expect(history.items).toContain(reason.because);
          explained++;
        }
      }
    }
    expect(lists).toBeGreaterThan(20);
    expect(fitting / lists).toBeGreaterThan(5.5); // of 10; by chance 1.25
    expect(explained / lists).toBeGreaterThan(5);
  });

  it('the reason it names is one whose absence lowers the score', () => {
    let [lower, asked] = [0, 0];
    for (let s = 0; s < 40; s++) {
      const rows = [...new Set(historyOf(train, s).items)];
      const history = bought(...rows);
      const all = scores(model, history);
      const best = all.indexOf(Math.max(...all.map((score, row) => (rows.includes(row) ? -1e9 : score))));
      const reason = model.explain(history, now, best);
      if (!('because' in reason)) continue;
      asked++;
      const without = scores(model, bought(...rows.filter(row => row !== reason.because)));
      const mean = (values: Float32Array): number => values.reduce((sum, value) => sum + value, 0) / products;
      if (without[best]! - mean(without) < all[best]! - mean(all)) lower++;
    }
    expect(asked).toBeGreaterThan(20);
    expect(lower / asked).toBeGreaterThan(0.8);
  });

  it.runIf(kind.scoresCold)(
    'reads what somebody new stated as one more thing in their history, by the products that fit it',
    () => {
      const { factors } = model;
      const told = (t: number): History => ({
        ...nobody,
        fitting: Int32Array.from({ length: products }, (_, row) => row).filter(row => taste(row) === t),
      });
      let fitting = 0;
      for (let t = 0; t < 8; t++) {
        const all = scores(model, told(t));
        const best = Array.from(all, (_, row) => row).sort((a, b) => all[b]! - all[a]!);
        fitting += best.slice(0, 10).filter(row => taste(row) === t).length;
      }
      expect(fitting / 8).toBeGreaterThan(6); // of 10; by chance 1.25
      const out = new Float32Array(factors!.width);
      expect(factors!.query({ ...nobody, fitting: new Int32Array() }, now, out)).toBe(false);
      // One product that fits is the product itself, and what was bought counts beside what was said.
      expect(scores(model, { ...nobody, fitting: Int32Array.of(5) })).toEqual(scores(model, bought(5)));
      const both = scores(model, { ...bought(9), fitting: Int32Array.of(5) });
      scores(model, bought(9, 5)).forEach((score, row) => {
        expect(both[row]).toBeCloseTo(score, 4);
      });
    },
  );

  it('scores the same after being stored and restored, and as the product of vectors it says it is', () => {
    const history = historyOf(train, 7);
    const before = scores(model, history);
    const stored = model.store();
    const copy = kind.restore({
      arrays: Object.fromEntries(Object.entries(stored.arrays).map(([name, array]) => [name, array.slice()])),
      meta: JSON.parse(JSON.stringify(stored.meta)),
    });
    expect(scores(copy, history)).toEqual(before);
    const { factors } = model;
    const query = new Float32Array(factors!.width);
    expect(factors!.query(history, now, query)).toBe(true);
    for (const row of [0, 5, products - 1]) {
      const product = query.reduce((sum, value, i) => sum + value * factors!.vectors[row * factors!.width + i]!, 0);
      expect(product).toBeCloseTo(before[row]!, 3);
    }
    expect(copy.explain(history, now, 3)).toEqual(model.explain(history, now, 3));
  });

  it('an empty history gets no opinion; a repeated or unknown past is no problem', () => {
    expect(scores(model, nobody).every(score => score === 0)).toBe(true);
    expect(model.explain(nobody, now, 0)).toEqual({ kind: 'popular' });
    expect(scores(model, bought(4, 4, 4)).every(Number.isFinite)).toBe(true);
  });

  it('one seed, one model; another seed, another; and no tensor stays behind', async () => {
    const backend = await open('wasm');
    const before = backend.tf.memory().numTensors;
    const short = { epochs: 2 };
    const [one, same, other] = [
      await fitOn(backend, kind, {}, short),
      await fitOn(backend, kind, {}, short),
      await fitOn(backend, kind, { seed: 4 }, short),
    ];
    expect(same.store()).toEqual(one.store());
    expect(other.store()).not.toEqual(one.store());
    expect(backend.tf.memory().numTensors).toBe(before);
  });

  it('keeps the best epoch on validation and says which; a fit without validation then trains exactly that long', async () => {
    const backend = await open('wasm');
    const before = backend.tf.memory().numTensors;
    let asked = 0;
    const seen: Fitted[] = [];
    const best = await fitOn(
      backend,
      kind,
      {
        validate: half => {
          seen.push(half);
          return [0.1, 0.3][asked++] ?? 0.2;
        },
      },
      { epochs: 500 },
    );
    expect(best).toEqual({ ...seen[1], trainMilliseconds: expect.any(Number) });
    expect(asked).toBeLessThan(15);
    const again = await fitOn(backend, kind, {}, { ...best.settled });
    expect(again.store()).toEqual(best.store());
    expect(backend.tf.memory().numTensors).toBe(before);
  });

  it('ends with what it has when its time is over, and frees everything when a step fails', async () => {
    const backend = await open('wasm');
    const before = backend.tf.memory().numTensors;
    const cut = await fitOn(backend, kind, { deadline: performance.now() - 1 }, { epochs: 100_000 });
    expect(scores(cut, historyOf(train, 0)).every(Number.isFinite)).toBe(true);
    const fails = () => {
      throw new Error('the disk is full');
    };
    await expect(fitOn(backend, kind, { validate: fails })).rejects.toThrow('the disk is full');
    expect(backend.tf.memory().numTensors).toBe(before);
  });

  it('trains alike on the plain cpu backend', async () => {
    const settings = { epochs: 2, batch: 50 };
    const wasm = scores(await fitOn(await open('wasm'), kind, {}, settings), historyOf(train, 0));
    const cpu = scores(await fitOn(await open('cpu'), kind, {}, settings), historyOf(train, 0));
    for (let row = 0; row < products; row++) expect(Math.abs(wasm[row]! - cpu[row]!)).toBeLessThan(2e-3);
    await open('wasm');
  });
});
