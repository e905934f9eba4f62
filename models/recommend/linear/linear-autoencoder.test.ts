import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../../knowledge/domain/random.ts';
import { openBackend } from '../../backend/backend.ts';
import { historyOf, toInteractions } from '../../data/interactions.ts';
import { trainOnAll } from '../../data/splits.ts';
import type { FitContext, Fitted } from '../model.ts';
import { multDae } from '../networks/mult-dae.ts';
import { scorerOf } from '../ranker.ts';
import { fitLinearAutoencoder } from './linear-autoencoder.ts';

/** Everybody buys from all shelves over the year, from one shelf a day. */
const shelves = 8;
const each = 6;
const random = seededRandom(1);
const train = trainOnAll(
  toInteractions(
    Array.from({ length: 40 }, (_, s) =>
      Array.from({ length: shelves }, (_, d) =>
        Array.from({ length: 4 }, (_, i) => ({
          shopper: `s${s}`,
          product: `p${((s + d) % shelves) * each + Math.floor(random() * each)}`,
          at: new Date(d * 86_400_000 + i * 60_000),
        })),
      ).flat(),
    ).flat(),
  ),
);
const shelf = (row: number): number => Math.floor(Number(train.products.ids[row]!.slice(1)) / each);
const scoresFor = (model: Fitted, row: number): Float32Array =>
  scorerOf(model)
    .scoreAll({ items: Int32Array.of(row), at: Float64Array.of(0), weight: Float32Array.of(1) }, 0)
    .slice();
/** Of the five best for one product, the share from its shelf. */
const fitting = (model: Fitted): number => {
  const shares = Array.from({ length: 12 }, (_, row) => {
    const scores = scoresFor(model, row);
    const best = Array.from(scores, (_, p) => p).sort((a, b) => scores[b]! - scores[a]!);
    return (
      best
        .filter(p => p !== row)
        .slice(0, 5)
        .filter(p => shelf(p) === shelf(row)).length / 5
    );
  });
  return shares.reduce((sum, share) => sum + share) / shares.length;
};
const settings = { mostProducts: 6_000, ridge: 0.1 };

describe('an autoencoder made by linear algebra', () => {
  it('learns from what was bought at one go what lies on a shelf together', () => {
    const at = (sittingHours: number) =>
      fitting(fitLinearAutoencoder('mult-dae', train, { ...settings, sittingHours }, { seed: 1 }).model);
    expect(at(6)).toBeGreaterThan(0.7);
    expect(at(6)).toBeGreaterThan(at(0) + 0.2);
  });

  it('chooses by validation, and what it chose makes the same model again', () => {
    const { model, ndcg } = fitLinearAutoencoder(
      'mult-dae',
      train,
      { ...settings, sittingHours: 0 },
      { seed: 1, validate: fitting },
    );
    expect(model.settled).toMatchObject({ epochs: 0, sittingHours: 6 });
    expect(ndcg).toBe(fitting(model));
    const { sittingHours, ridge } = model.settled as { sittingHours: number; ridge: number };
    const again = fitLinearAutoencoder('mult-dae', train, { ...settings, sittingHours, ridge }, { seed: 1 }).model;
    expect(scoresFor(again, 3)).toEqual(scoresFor(model, 3));
    expect(multDae.restore(again.store()).explain(historyOf(train, 0), 0, 4).kind).toBe('bought-with');
  });

  it('keeps to the deadline, and is made of no purchases at all', async () => {
    let asked = 0;
    const context: FitContext = {
      now: 0,
      seed: 1,
      backend: () => openBackend({ choice: 'wasm' }),
      deadline: performance.now() - 1,
      validate: () => ++asked,
    };
    await multDae.fit(train, { epochs: 0 }, context);
    expect(asked).toBe(1);
    const none = fitLinearAutoencoder(
      'mult-dae',
      trainOnAll(toInteractions([])),
      { ...settings, sittingHours: 0 },
      { seed: 1 },
    );
    expect(none.model.store().meta.hidden).toBe(0);
  });

  it.each([
    ['taken where training does not better it', 1, 0],
    ['left where training does', 0, 4],
  ])('is %s', async (_name, linear, epochs) => {
    const context: FitContext = {
      now: 0,
      seed: 1,
      backend: () => openBackend({ choice: 'wasm' }),
      validate: model => (model.settled?.epochs ? 0.5 : linear),
    };
    const model = await multDae.fit(train, { hidden: 8, epochs: 4 }, context);
    expect(model.settled?.epochs).toBe(epochs);
    const { validate: _, ...final } = context;
    const whole = await multDae.fit(train, { hidden: 8, ...model.settled }, final);
    expect(whole.settled?.epochs).toBe(epochs);
  });
});
