import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../knowledge/domain/random.ts';
import { bestSingle } from '../respond/learners/cautious-policy.ts';
import { amountLearners, rateLearners } from './policy-learners.ts';
import { paired, policyValue } from './policy-metrics.ts';

describe('the value of a policy on a randomised trial', () => {
  it('is the mean outcome where draw and policy agree, each arm weighted by how rarely it was drawn', () => {
    const value = policyValue({
      drawn: [0, 0, 1, 1],
      shares: [0.75, 0.25],
      outcome: [4, 9, 6, 9],
      chosen: [0, 1, 1, 0],
    }).value;
    // Rounds 1 and 3 agree, with weights 4/3 and 4.
    expect(value).toBeCloseTo(((4 / 3) * 4 + 4 * 6) / (4 / 3 + 4));
  });

  it('compares two policies split by split', () => {
    const { mean, deviation, t, better } = paired([3, 4, 8], [2, 4, 6]);
    expect([mean, better]).toEqual([1, 2]);
    expect(deviation).toBeCloseTo(1);
    expect(t).toBeCloseTo(Math.sqrt(3));
    expect(() => paired([1], [1])).toThrow('at least 2');
  });
});

describe('policies over three arms', () => {
  const random = seededRandom(4);
  const n = 3_000;
  const x = Float64Array.from({ length: n }, () => 2 * random() - 1);
  const drawn = Int32Array.from({ length: n }, () => Math.floor(3 * random()));
  // Arm 1 suits those on the right, arm 2 those on the left, arm 0 nobody.
  const rate = (arm: number, at: number): number => [0.1, 0.3 + 0.25 * at, 0.28 - 0.25 * at][arm]!;
  const outcome = Float64Array.from(drawn, (arm, i) => (random() < rate(arm, x[i]!) ? 1 : 0));
  const table = { rows: n, columns: 1, x };
  const train = Int32Array.from({ length: n / 2 }, (_, i) => i);
  const input = { table, arms: 3, drawn, outcome, train, seed: 1 };
  const trueValue = (chosen: Int32Array): number => {
    let sum = 0;
    for (let i = n / 2; i < n; i++) sum += rate(chosen[i]!, x[i]!);
    return sum / (n / 2);
  };

  it('find more than the best single arm gives', async () => {
    const single = trueValue(new Int32Array(n).fill(bestSingle(input)));
    for (const name of ['t', 'default', 'ridge']) {
      expect(trueValue(await rateLearners.get(name)!(input)), name).toBeGreaterThan(single + 0.04);
    }
    expect(trueValue(await amountLearners.get('ridge')!(input))).toBeGreaterThan(single + 0.04);
  });

  it('are valued within their interval on rows they did not see', async () => {
    const chosen = await rateLearners.get('ridge')!(input);
    const rows = Int32Array.from({ length: n / 2 }, (_, i) => n / 2 + i);
    const { low, high } = policyValue({
      drawn: Int32Array.from(rows, i => drawn[i]!),
      shares: [1 / 3, 1 / 3, 1 / 3],
      outcome: Float64Array.from(rows, i => outcome[i]!),
      chosen: Int32Array.from(rows, i => chosen[i]!),
    });
    expect(low).toBeLessThanOrEqual(trueValue(chosen));
    expect(high).toBeGreaterThanOrEqual(trueValue(chosen));
  });
});
