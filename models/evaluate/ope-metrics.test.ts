import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../knowledge/domain/random.ts';
import {
  directMethod,
  doublyRobust,
  estimates,
  ips,
  meanEstimate,
  normalisedDoublyRobust,
  overlapOf,
  type Rounds,
  snips,
  switchDoublyRobust,
} from './ope-metrics.ts';

/** Three actions over people of four kinds, whose rewards are known: what a log of one policy says of another can be checked. */
const kinds = [0, 1, 2, 3];
const rewardOf = (kind: number, action: number): number => [0.1, 0.15 + 0.1 * kind, 0.5 - 0.12 * kind][action]!;
const logging = [0.6, 0.25, 0.15];
/** Takes action 1 with the later kinds and 2 with the earlier, mostly. */
const wanted = (kind: number): number[] => (kind >= 2 ? [0.1, 0.8, 0.1] : [0.1, 0.1, 0.8]);
const trueValue =
  kinds.reduce((sum, kind) => sum + wanted(kind).reduce((s, p, a) => s + p * rewardOf(kind, a), 0), 0) / kinds.length;

const pick = (chances: readonly number[], u: number): number => {
  let edge = 0;
  for (const [a, p] of chances.entries()) {
    edge += p;
    if (u < edge) return a;
  }
  return chances.length - 1;
};

const simulate = (seed: number, n: number, bias = 0): Rounds => {
  const random = seededRandom(seed);
  const columns = { reward: [], propensity: [], target: [], predicted: [], predictedTarget: [] } as Record<
    'reward' | 'propensity' | 'target' | 'predicted' | 'predictedTarget',
    number[]
  >;
  for (let i = 0; i < n; i++) {
    const kind = kinds[Math.floor(random() * kinds.length)]!;
    const action = pick(logging, random());
    const target = wanted(kind);
    columns.reward.push(random() < rewardOf(kind, action) ? 1 : 0);
    columns.propensity.push(logging[action]!);
    columns.target.push(target[action]!);
    columns.predicted.push(rewardOf(kind, action) + bias);
    columns.predictedTarget.push(target.reduce((s, p, a) => s + p * (rewardOf(kind, a) + bias), 0));
  }
  return columns;
};

describe('an estimate of another policy', () => {
  it('follows its definition on two rounds', () => {
    const rounds: Rounds = {
      reward: [1, 0],
      propensity: [0.5, 0.25],
      target: [0.25, 0.75],
      predicted: [0.6, 0.2],
      predictedTarget: [0.5, 0.3],
    };
    // Weights 0.5 and 3.
    expect(ips(rounds).value).toBeCloseTo((0.5 * 1 + 3 * 0) / 2);
    expect(snips(rounds).value).toBeCloseTo(0.5 / 3.5);
    expect(directMethod(rounds).value).toBeCloseTo(0.4);
    expect(doublyRobust(rounds).value).toBeCloseTo((0.5 + 0.5 * 0.4 + 0.3 + 3 * -0.2) / 2);
    expect(normalisedDoublyRobust(rounds).value).toBeCloseTo(0.4 + (0.5 * 0.4 + 3 * -0.2) / 3.5);
    expect(ips(rounds, 1).value).toBeCloseTo(0.25);
    expect(switchDoublyRobust(rounds, 1).value).toBeCloseTo((0.5 + 0.5 * 0.4 + 0.3) / 2);
  });

  it('recovers the true value on average, the doubly robust ones also with a model that is off', () => {
    const repeats = 200;
    const means: Record<string, number> = {};
    for (let seed = 1; seed <= repeats; seed++) {
      for (const [name, { value }] of Object.entries(estimates(simulate(seed, 600, 0.2), 20))) {
        means[name] = (means[name] ?? 0) + value / repeats;
      }
    }
    for (const name of ['ips', 'snips', 'dr', 'sndr']) expect(Math.abs(means[name]! - trueValue)).toBeLessThan(0.01);
    expect(means.dm! - trueValue).toBeGreaterThan(0.15);
  });

  it('holds the truth in 93 to 97 of a hundred 95 % intervals', () => {
    const repeats = 500;
    const held: Record<string, number> = {};
    for (let seed = 1; seed <= repeats; seed++) {
      for (const [name, { low, high }] of Object.entries(estimates(simulate(seed, 600), 20))) {
        held[name] = (held[name] ?? 0) + (low <= trueValue && trueValue <= high ? 1 : 0) / repeats;
      }
    }
    for (const name of ['ips', 'snips', 'dr', 'sndr']) {
      expect(held[name], name).toBeGreaterThanOrEqual(0.93);
      expect(held[name], name).toBeLessThanOrEqual(0.97);
    }
  });

  it('is closer with a reward model than without', () => {
    const errors = { ips: 0, dr: 0 };
    for (let seed = 1; seed <= 100; seed++) {
      const rounds = simulate(seed, 500);
      errors.ips += (ips(rounds).value - trueValue) ** 2;
      errors.dr += (doublyRobust(rounds).value - trueValue) ** 2;
    }
    expect(errors.dr).toBeLessThan(0.8 * errors.ips);
  });

  it('reaches further when the rounds of one shopper are copies of each other', () => {
    const rounds = simulate(5, 300);
    const twice = (values: ArrayLike<number>): number[] => Array.from(values).flatMap(v => [v, v]);
    const copied: Rounds = {
      reward: twice(rounds.reward),
      propensity: twice(rounds.propensity),
      target: twice(rounds.target),
    };
    const cluster = twice(Array.from(rounds.reward, (_, i) => i));
    const honest = ips({ ...copied, cluster });
    expect(honest.standardError).toBeCloseTo(ips(rounds).standardError, 10);
    expect(ips(copied).standardError).toBeLessThan(0.75 * honest.standardError);
  });

  it('refuses what is no probability, and says which round', () => {
    const rounds = { reward: [1, 1], propensity: [0.5, 0], target: [1, 1] };
    expect(() => ips(rounds)).toThrow('A propensity is > 0 and <= 1, got 0 in round 2');
    expect(() => ips({ ...rounds, propensity: [0.5, 0.5], target: [1, 1.5] })).toThrow('got 1.5 in round 2');
    expect(() => meanEstimate([], 0, undefined)).toThrow('no rounds');
    expect(() => doublyRobust({ reward: [1], propensity: [1], target: [1] })).toThrow('needs a reward model');
  });
});

describe('the overlap of a log with a policy', () => {
  it('is all of it, without a warning, when the policy is the one that logged', () => {
    const n = 500;
    const same = {
      reward: new Float64Array(n),
      propensity: new Float64Array(n).fill(0.3),
      target: new Float64Array(n).fill(0.3),
    };
    expect(overlapOf(same)).toMatchObject({ effective: n, maxWeight: 1, meanWeight: 1, warnings: [] });
  });

  it('warns when a few rounds carry everything', () => {
    const n = 400;
    const propensity = new Float64Array(n).fill(0.99);
    const target = new Float64Array(n).fill(0.01);
    propensity[7] = 0.002;
    target[7] = 1;
    const { effective, warnings } = overlapOf({ reward: new Float64Array(n), propensity, target });
    expect(effective).toBeLessThan(2);
    expect(warnings.join(' ')).toMatch(/worth only 1\.\d rounds/);
    expect(warnings.join(' ')).toMatch(/One round weighs 500\.0/);
  });

  it('warns when the weights do not average one, as wrong propensities make them', () => {
    const rounds = simulate(9, 4_000);
    const wrong = { ...rounds, propensity: Array.from(rounds.propensity, p => Math.min(1, 1.5 * p)) };
    expect(overlapOf(rounds).warnings).toEqual([]);
    expect(overlapOf(wrong).warnings.join(' ')).toMatch(/average 0\.\d+ instead of 1/);
  });
});
