import { describe, expect, it } from 'vitest';
import { bought, context, past, scores, someDay } from '../train.test-helper.ts';
import { itemKnn } from './item-knn.ts';

// Buyers: tea 3, cup 2, jam 1; tea and cup share ann and bob, tea and jam share ann.
const train = bought('ann: tea cup jam', 'bob: tea cup', 'cleo: tea');
const from = async (product: string, settings: Record<string, number>) =>
  scores(await itemKnn.fit(train, { shrink: 0, ...settings }, context), train, product);

describe('item-kNN', () => {
  it.each([
    ['cosine', {}, 2 / Math.sqrt(6), 1 / Math.sqrt(3)],
    ['cosine with shrinkage', { shrink: 5 }, 2 / (Math.sqrt(6) + 5), 1 / (Math.sqrt(3) + 5)],
    ['asymmetric cosine', { sourcePower: 0.7, targetPower: 0.3 }, 2 / (3 ** 0.7 * 2 ** 0.3), 1 / 3 ** 0.7],
    ['conditional probability', { sourcePower: 1, targetPower: 0 }, 2 / 3, 1 / 3],
    ['Jaccard', { onlySource: 1, onlyTarget: 1 }, 2 / 3, 1 / 3],
    ['Dice', { onlySource: 0.5, onlyTarget: 0.5 }, 4 / 5, 2 / 4],
    ['Tversky, one side only', { onlySource: 0, onlyTarget: 1 }, 1, 1],
  ])('%s, from tea, worked out by hand', async (_name, settings, cup, jam) => {
    const found = await from('tea', settings);
    expect(found.cup).toBeCloseTo(cup, 6);
    expect(found.jam).toBeCloseTo(jam, 6);
    expect(found.tea).toBe(0);
  });

  it('weighs rare products by idf and long pasts by BM25', async () => {
    // idf scales a whole product, so the cosine stays; the plain count does not.
    const idf = await from('tea', { sourcePower: 0, targetPower: 0, idfPower: 1 });
    expect(idf.cup).toBeCloseTo(2 * Math.log(4 / 3) * Math.log(4 / 2), 6);
    const bm25 = await from('tea', { sourcePower: 0, targetPower: 0, saturation: 1, lengthShare: 1 });
    const weight = (length: number): number => 2 / (1 + length / 2); // 2 products a shopper on average
    expect(bm25.cup).toBeCloseTo(weight(3) ** 2 + weight(2) ** 2, 6);
  });

  it('ties products of one basket closer together, and lets old purchases count less, where half-lives are set', async () => {
    // ann bought tea two days before the jam and one before the cup; bob tea one day before the cup.
    const gap = await from('tea', { sourcePower: 0, targetPower: 0, gapHalfLifeDays: 1 });
    expect(gap.cup).toBeCloseTo(0.5 + 0.5, 6);
    expect(gap.jam).toBeCloseTo(0.25, 6);
    const learn = await from('tea', { sourcePower: 0, targetPower: 0, learnHalfLifeDays: 1 });
    expect(learn.jam).toBeCloseTo(0.25 * 1, 6);
    expect(learn.cup).toBeCloseTo(0.25 * 0.5 + 0.5 * 1, 6);
    const query = await itemKnn.fit(train, { shrink: 0, halfLifeDays: 1 }, context);
    expect(scores(query, train, 'tea', 'cup').jam).toBeCloseTo(0.5 / Math.sqrt(3) + 1 / Math.sqrt(2), 6);
    // Bought anew, tea counts as the newest; the cup is one step back, whatever the days between.
    const steps = await itemKnn.fit(train, { shrink: 0, stepDecay: 0.5 }, context);
    expect(scores(steps, train, 'tea', 'cup', 'tea').jam).toBeCloseTo(1 / Math.sqrt(3) + 0.5 / Math.sqrt(2), 6);
  });

  it('keeps the nearest neighbours only, names the strongest as the reason, and comes back from what it stores', async () => {
    const one = await from('tea', { neighbours: 1, onlySource: 1, onlyTarget: 1 });
    expect(one.cup).toBeGreaterThan(0);
    expect(one.jam).toBe(0);
    const model = await itemKnn.fit(train, { gapHalfLifeDays: 2, halfLifeDays: 3 }, context);
    expect(model.explain(past(train, 'jam', 'tea'), someDay, train.products.row('cup')!)).toEqual({
      kind: 'bought-with',
      because: train.products.row('tea'),
    });
    expect(scores(itemKnn.restore(model.store()), train, 'jam', 'tea')).toEqual(scores(model, train, 'jam', 'tea'));
  });

  it('every setting worth trying gives finite scores, also for one shopper with one product bought twice', async () => {
    const single = bought('ann: tea tea');
    for (const data of [train, single])
      for (const settings of itemKnn.candidates(data))
        for (const score of Object.values(scores(await itemKnn.fit(data, settings, context), data, 'tea')))
          expect(Number.isFinite(score)).toBe(true);
  });
});
