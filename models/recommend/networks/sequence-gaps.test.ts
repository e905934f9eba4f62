import { describe, expect, it } from 'vitest';
import { asId, type ProductId } from '../../../knowledge/domain/ids.ts';
import { seededRandom } from '../../../knowledge/domain/random.ts';
import { openBackend } from '../../backend/backend.ts';
import { type Event, type History, toInteractions } from '../../data/interactions.ts';
import { type Train, trainOnAll } from '../../data/splits.ts';
import { AskedHistory } from '../asked-history.ts';
import { kindNamed } from '../kinds.ts';
import type { Fitted, ModelSettings } from '../model.ts';
import { ScoreSheet } from '../serving/score-sheet.ts';
import { sequenceBatches } from './sequence-batches.ts';
import { gapBucket, gapsOf } from './sequence-gaps.ts';
import { sequenceNets } from './sequence-nets.test-helper.ts';

const hour = 3_600_000;
const day = 24 * hour;
const context = { now: 0, seed: 3, backend: () => openBackend({ choice: 'wasm' }) };
const settings: ModelSettings = { width: 16, places: 100, rate: 0.02, dropout: 0, epochs: 14 };

const scores = (model: Fitted, history: History): Float32Array => {
  const sheet = new ScoreSheet(model.products);
  model.score(history, 0, sheet);
  return sheet.values;
};

describe('the gap before an event', () => {
  it('is read in buckets that double; none, unknown and backwards are the same', () => {
    expect([1, hour, 3 * hour, 23 * hour, 30 * day, 400 * day, 9_000 * day].map(gapBucket)).toEqual([
      1, 2, 3, 5, 10, 14, 14,
    ]);
    expect([0, -hour, Number.NaN, Number.NEGATIVE_INFINITY].map(gapBucket)).toEqual([0, 0, 0, 0]);
  });

  it('is that of the place where an instant begins, and nothing within it', () => {
    expect([...gapsOf([5 * day, 5 * day, 6 * day, 6 * day, 6 * day, Number.NaN, 7 * day])]).toEqual([
      0, 0, 5, 0, 0, 0, 0,
    ]);
  });
});

describe('the batches of an epoch', () => {
  const batchesOf = (train: Train, window: number, shuffle: number) =>
    sequenceBatches(train, { window, places: 30, shuffle }, seededRandom(2));

  it('give each event the gap it has in the whole past, wherever a window is cut', () => {
    const events = Array.from({ length: 40 }, (_, e) => ({
      shopper: `s${e % 2}`,
      product: `p${e}`,
      at: new Date(hour * Math.floor(1.25 ** e)),
    }));
    const train = trainOnAll(toInteractions(events));
    const expected = new Map<number, number>();
    for (let s = 0; s < 2; s++) {
      const [from, to] = [train.start[s]!, train.start[s + 1]!];
      gapsOf(train.at.subarray(from, to)).forEach((gap, e) => {
        expected.set(train.product[from + e]!, gap);
      });
    }
    for (const { items, gaps, places } of batchesOf(train, 4, 0))
      for (const place of places) expect(gaps[place]).toBe(expected.get(items[place]!));
  });

  it('tell nothing of the order in which products of one day were written down, where that is noise', () => {
    const events = Array.from({ length: 400 }, (_, s) =>
      ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((product, e) => ({
        shopper: `s${s}`,
        product,
        at: new Date(e < 1 ? 0 : day),
      })),
    ).flat();
    const first = new Map<number, number>();
    for (const { items, gaps } of batchesOf(trainOnAll(toInteractions(events)), 10, 1))
      items.forEach((item, place) => {
        if (gaps[place]! > 0) first.set(item, (first.get(item) ?? 0) + 1);
      });
    // b to g share the second day: each begins it as often as the others.
    expect(first.size).toBe(6);
    for (const count of first.values()) expect(Math.abs(count - 400 / 6)).toBeLessThan(35);
  });
});

/** What comes next depends on how long ago the product before was bought: after a day one thing, after a month another. */
const waitingWorld = (products: number): Event[] => {
  const random = seededRandom(1);
  const events: Event[] = [];
  for (let s = 0; s < 250; s++) {
    let [product, at] = [Math.floor(random() * products), 0];
    for (let e = 0; e < 9; e++) {
      events.push({ shopper: `s${s}`, product: `p${product}`, at: new Date(at) });
      const long = e > 0 && at - events.at(-2)!.at.getTime() > 10 * day;
      product = (product * 7 + (long ? 3 : 8)) % products;
      at += random() < 0.5 ? day : 30 * day;
    }
  }
  return events;
};

describe.each(Object.keys(sequenceNets))('%s with time gaps', name => {
  const kind = kindNamed(name);
  const world = trainOnAll(
    toInteractions(
      waitingWorld(20),
      Array.from({ length: 20 }, (_, p) => `p${p}`),
    ),
  );
  const row = (product: number): number => world.products.row(`p${product}`)!;
  const pastWith = (gap: number): History => ({
    items: Int32Array.of(row(4), row(11)),
    at: Float64Array.of(100 * day, 100 * day + gap),
    weight: Float32Array.of(1, 1),
  });

  it('suggests after a long wait what others bought after one, the same from an artifact and for a request', async () => {
    const model = await kind.fit(world, { ...settings, gaps: 1 }, context);
    const lead = (from: Fitted, gap: number): number => {
      const values = scores(from, pastWith(gap));
      return values[row((11 * 7 + 3) % 20)]! - values[row((11 * 7 + 8) % 20)]!;
    };
    const copy = kind.restore(structuredClone(model.store()));
    expect(lead(copy, 30 * day)).toBeGreaterThan(1);
    expect(lead(copy, day)).toBeLessThan(-1);
    expect(scores(copy, pastWith(30 * day))).toEqual(scores(model, pastWith(30 * day)));
    const asked = [4, 11].map((product, e) => ({
      product: asId<ProductId>(`p${product}`),
      at: new Date((100 + 30 * e) * day),
      weight: 1,
    }));
    const request = { history: asked, exclude: new Set<ProductId>(), count: 5, now: new Date(140 * day) };
    const served = new AskedHistory(id => world.products.row(id), undefined).history(request, undefined);
    expect(scores(copy, served)).toEqual(scores(model, pastWith(30 * day)));
  });

  it('is the model without them where all times are the same, and reads a past without times', async () => {
    const still = { ...world, at: new Float64Array(world.at.length).fill(7) } as Train;
    const [plain, gaps] = [
      await kind.fit(still, { ...settings, epochs: 1 }, context),
      await kind.fit(still, { ...settings, epochs: 1, gaps: 1 }, context),
    ];
    const nowhere = { ...pastWith(0), at: Float64Array.of(Number.NaN, Number.NaN) };
    const expected = scores(plain, pastWith(0));
    expect(scores(gaps, pastWith(0))).toEqual(expected);
    expect(scores(gaps, pastWith(30 * day))).toEqual(expected);
    expect(scores(gaps, nowhere)).toEqual(expected);
  });
});

describe('an artifact of a sequence model', () => {
  const kind = kindNamed('gru4rec');
  const train = trainOnAll(toInteractions(waitingWorld(20).slice(0, 90)));
  const fitted = (gaps: number) => kind.fit(train, { ...settings, width: 8, epochs: 1, gaps }, context);

  it('from before gaps were read comes back as it was', async () => {
    const model = await fitted(0);
    const { arrays, meta } = model.store();
    const { gaps: _, ...old } = meta;
    const past = { items: Int32Array.of(1, 2), at: Float64Array.of(0, day), weight: Float32Array.of(1, 1) };
    expect(scores(kind.restore({ arrays, meta: old }), past)).toEqual(scores(model, past));
  });

  it('with gaps of another scale, or without the numbers for them, is refused', async () => {
    const { arrays, meta } = (await fitted(1)).store();
    const { gaps: _, ...less } = arrays;
    expect(() => kind.restore({ arrays, meta: { ...meta, gaps: 2 } })).toThrow(
      'gru4rec was stored with time gaps of scale 2; this program reads 0 (none) and 1',
    );
    expect(() => kind.restore({ arrays: less, meta })).toThrow(
      'gru4rec was stored with 0 numbers for time gaps; it needs 112',
    );
    expect(() => kind.restore({ arrays, meta: { ...meta, gaps: 0 } })).toThrow('112 numbers for time gaps; it needs 0');
    await expect(fitted(2)).rejects.toThrow('gru4rec: gaps must be 0 (none) or 1 (read in buckets); got 2');
  });
});
