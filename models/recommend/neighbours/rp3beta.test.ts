import { describe, expect, it } from 'vitest';
import { bought, context, past, scores, someDay } from '../train.test-helper.ts';
import { rp3beta } from './rp3beta.ts';

// ann and bob share the tea; the jam has two buyers, the cup one.
const train = bought('ann: tea cup jam', 'bob: tea jam', 'cleo: jam');

describe('RP3beta', () => {
  it('is the walk over three steps, worked out by hand', async () => {
    const model = await rp3beta.fit(train, { alpha: 1, beta: 0 }, context);
    // From tea (two buyers): to ann with 1/2 and on to the cup or the jam with 1/3 each; to bob with 1/2 and on to the jam with 1/2.
    const from = scores(model, train, 'tea');
    expect(from.cup).toBeCloseTo(1 / 6, 6);
    expect(from.jam).toBeCloseTo(1 / 6 + 1 / 4, 6);
    expect(from.tea).toBe(0);
  });

  it('divides by what all buyers of the end product make to the power of beta, and raises each step to alpha', async () => {
    const model = await rp3beta.fit(train, { alpha: 0.5, beta: 0.7 }, context);
    const from = scores(model, train, 'tea');
    expect(from.cup).toBeCloseTo(Math.sqrt(1 / 6), 6);
    expect(from.jam).toBeCloseTo((Math.sqrt(1 / 6) + Math.sqrt(1 / 4)) / 3 ** 0.7, 6);
  });

  it('lets an old purchase count less where a half-life is set', async () => {
    const model = await rp3beta.fit(train, { alpha: 1, beta: 0, halfLifeDays: 1 }, context);
    // tea was bought a day before the jam: it counts half.
    const both = scores(model, train, 'tea', 'jam');
    expect(both.cup).toBeCloseTo(0.5 * (1 / 6) + (1 / 3) * (1 / 3), 6);
  });

  it('names the product that speaks most for it, and comes back from what it stores', async () => {
    const model = await rp3beta.fit(train, { beta: 0.3, halfLifeDays: 30 }, context);
    const history = past(train, 'cup', 'tea');
    expect(model.explain(history, someDay, train.products.row('jam')!)).toEqual({
      kind: 'bought-with',
      because: train.products.row('tea'),
    });
    expect(scores(rp3beta.restore(model.store()), train, 'tea', 'jam')).toEqual(scores(model, train, 'tea', 'jam'));
  });

  it('says nothing for an empty history, for one product, or where one shopper bought one thing', async () => {
    const model = await rp3beta.fit(train, {}, context);
    expect(Object.values(scores(model, train))).toEqual([0, 0, 0]);
    const single = bought('ann: tea tea tea');
    expect(scores(await rp3beta.fit(single, {}, context), single, 'tea')).toEqual({ tea: 0 });
  });
});
