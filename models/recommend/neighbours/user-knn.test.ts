import { describe, expect, it } from 'vitest';
import { bought, context, past, scores, someDay } from '../train.test-helper.ts';
import { userKnn } from './user-knn.ts';

const train = bought('ann: tea cup jam', 'bob: tea cup', 'cleo: pan');
const asked = async (settings: Record<string, number>, ...names: string[]) =>
  scores(await userKnn.fit(train, { idfPower: 0, ...settings }, context), train, ...names);

describe('user-kNN', () => {
  it.each([
    ['cosine', {}, 2 / Math.sqrt(3 * 2), 1],
    ['Jaccard', { onlySource: 1, onlyTarget: 1 }, 2 / 3, 1],
    ['conditional probability', { sourcePower: 1, targetPower: 0 }, 2 / 3, 2 / 2],
  ])('%s: neighbours vote with how alike they are', async (_name, settings, ann, bob) => {
    const found = await asked(settings, 'tea', 'cup');
    expect(found.jam).toBeCloseTo(ann, 6);
    expect(found.cup).toBeCloseTo(ann + bob, 6);
    expect(found.pan).toBe(0);
  });

  it('a rare product in common says more than a frequent one', async () => {
    const found = await asked({ idfPower: 1, neighbours: 1 }, 'tea', 'pan');
    expect(found.pan).toBeGreaterThan(0);
    expect(found.cup).toBe(0);
  });

  it('what neighbours bought long ago counts less where votes fade', async () => {
    const found = await asked(
      { voteHalfLifeDays: 1, neighbours: 1, onlySource: 1, onlyTarget: 1 },
      'tea',
      'cup',
      'jam',
    );
    expect([found.tea, found.cup, found.jam]).toEqual([0.25, 0.5, 1]);
  });

  it('is the same after being stored, says so in its reason, and is silent for an empty history', async () => {
    const model = await userKnn.fit(train, { voteHalfLifeDays: 3, saturation: 1.2, lengthShare: 0.75 }, context);
    expect(scores(userKnn.restore(model.store()), train, 'tea')).toEqual(scores(model, train, 'tea'));
    expect(model.explain(past(train, 'tea'), someDay, 0)).toEqual({ kind: 'similar-shoppers' });
    expect(Object.values(scores(model, train)).every(score => score === 0)).toBe(true);
  });

  it('every setting worth trying gives finite scores for one shopper with one product', async () => {
    const single = bought('ann: tea tea');
    for (const settings of userKnn.candidates(single))
      expect(Number.isFinite(scores(await userKnn.fit(single, settings, context), single, 'tea').tea)).toBe(true);
  });
});
