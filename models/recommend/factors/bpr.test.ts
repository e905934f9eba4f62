import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../../knowledge/domain/random.ts';
import { distinctPairs } from '../../data/interactions.ts';
import { bought, context, past, scores, someDay } from '../train.test-helper.ts';
import { bpr, startBpr } from './bpr.ts';

const random = seededRandom(3);
const train = bought(
  ...Array.from({ length: 40 }, (_, s) => {
    const basket = Array.from({ length: 5 }, () => Math.floor(random() * 8) + (s % 2) * 8);
    return `s${s}: ${basket.map(p => `p${p}`).join(' ')}`;
  }),
);
const settings = {
  ...{ factors: 6, passes: 40, rate: 0.05, regularisation: 0.001, popularityPower: 0.5, unobserved: 0 },
  ...{ foldRidge: 1_000, biasShare: 0, halfLifeDays: 0, stepDecay: 1 },
};

describe('BPR', () => {
  it('what was bought comes to stand above what was not: the mean log probability grows', () => {
    const state = startBpr(distinctPairs(train), train.products.ids.length, settings, 1);
    const gains = Array.from({ length: 40 }, () => state.pass());
    expect(gains[0]).toBeCloseTo(Math.log(0.5), 1);
    expect(gains.at(-1)).toBeGreaterThan(gains[0]! / 2);
  });

  it.each([
    ['the plain sum of a history', {}],
    ['a ridge regression on it', { foldRidge: 0.5, unobserved: 0.1 }],
  ])('tells two tastes apart for a shopper it never saw, by %s', async (_name, changes) => {
    const model = await bpr.fit(train, { ...settings, ...changes }, context);
    const found = scores(model, train, 'p8', 'p9', 'p12');
    const worst = Math.min(...['p10', 'p11', 'p13', 'p14', 'p15'].map(name => found[name]!));
    const best = Math.max(...['p0', 'p1', 'p2', 'p3', 'p4', 'p5', 'p6', 'p7'].map(name => found[name]!));
    expect(worst).toBeGreaterThan(best);
    const reason = model.explain(past(train, 'p8', 'p9', 'p12'), someDay, train.products.row('p10')!);
    expect(reason.kind).toBe('bought-with');
  });

  it('comes back from what it stores, and one seed gives one model', async () => {
    const model = await bpr.fit(train, { ...settings, biasShare: 0.5 }, context);
    expect(scores(bpr.restore(model.store()), train, 'p1', 'p2')).toEqual(scores(model, train, 'p1', 'p2'));
    expect((await bpr.fit(train, { ...settings, biasShare: 0.5 }, context)).store()).toEqual(model.store());
    expect((await bpr.fit(train, settings, { ...context, seed: 2 })).store()).not.toEqual(model.store());
  });

  it('lives with one shopper, one product, repeated rows and an empty history', async () => {
    const single = bought('ann: tea tea');
    const model = await bpr.fit(single, settings, context);
    expect(Number.isFinite(scores(model, single, 'tea').tea)).toBe(true);
    expect(model.explain(past(single), someDay, 0)).toEqual({ kind: 'popular' });
    for (const candidate of bpr.candidates(train))
      for (const score of Object.values(scores(await bpr.fit(train, candidate, context), train)))
        expect(Number.isFinite(score)).toBe(true);
  });
});
