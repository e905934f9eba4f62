import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../../knowledge/domain/random.ts';
import { bestSingle, cautiousPolicy, type PolicyRows } from './cautious-policy.ts';

const rows = 3_000;

/** A trial of three arms; `rate` is the chance of a visit of somebody with these two columns under an arm. */
const trialOf = (seed: number, rate: (arm: number, x: readonly [number, number]) => number) => {
  const random = seededRandom(seed);
  const table = { rows, columns: 2, x: Float64Array.from({ length: 2 * rows }, () => 2 * random() - 1) };
  const at = (i: number): readonly [number, number] => [table.x[2 * i]!, table.x[2 * i + 1]!];
  const drawn = Int32Array.from({ length: rows }, () => Math.floor(3 * random()));
  const input: PolicyRows = {
    table,
    arms: 3,
    drawn,
    outcome: Float64Array.from(drawn, (arm, i) => (random() < rate(arm, at(i)) ? 1 : 0)),
    train: Int32Array.from({ length: rows / 2 }, (_, i) => i),
    seed,
  };
  const worth = (chosen: (row: number) => number): number => {
    let sum = 0;
    for (let i = rows / 2; i < rows; i++) sum += rate(chosen(i), at(i));
    return sum / (rows / 2);
  };
  return { input, worth };
};

describe('a cautious policy', () => {
  it('gives everybody the best single arm where people do not differ in what suits them', () => {
    const left = Array.from({ length: 12 }, (_, seed) => {
      const { input } = trialOf(seed, (arm, [a]) => [0.1, 0.2, 0.17][arm]! + 0.08 * a);
      const best = bestSingle(input);
      return cautiousPolicy(input).filter(arm => arm !== best).length / rows;
    });
    expect(left.reduce((s, share) => s + share, 0) / left.length).toBeLessThan(0.03);
  });

  it('leaves it for those whom another arm suits clearly better, and earns by it', () => {
    for (let seed = 0; seed < 5; seed++) {
      const { input, worth } = trialOf(seed, (arm, [a]) => [0.1, 0.32 + 0.25 * a, 0.28 - 0.25 * a][arm]!);
      const best = bestSingle(input);
      const chosen = cautiousPolicy(input);
      expect(
        worth(i => chosen[i]!),
        `seed ${seed}`,
      ).toBeGreaterThan(worth(() => best) + 0.05);
    }
  });

  it('chooses alike for the same seed, and refuses an arm that hardly anybody was given', () => {
    const { input } = trialOf(1, arm => [0.1, 0.3, 0.2][arm]!);
    expect(cautiousPolicy(input)).toEqual(cautiousPolicy(input));
    const rare = { ...input, drawn: Int32Array.from(input.drawn, (arm, i) => (arm === 2 && i > 30 ? 0 : arm)) };
    expect(() => cautiousPolicy(rare)).toThrow(/at least 50 rows/);
  });
});
