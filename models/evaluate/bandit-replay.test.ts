import { expect, it } from 'vitest';
import { uniform } from '../bandit/simulator.ts';
import { type LoggedRow, replay, replayPolicies } from './bandit-replay.ts';

/** An evenly drawn log in which arm 2 pays 40 % and the others 10 %. */
const rows: LoggedRow[] = Array.from({ length: 6_000 }, (_, i) => ({
  context: i % 6,
  arm: i % 3,
  reward: (i % 3 === 2 ? [1, 1, 0, 0, 0] : [1, 0, 0, 0, 0, 0, 0, 0, 0, 0])[Math.floor(i / 3) % (i % 3 === 2 ? 5 : 10)]!,
}));

it('a replay finds what a fixed arm earned, and who learns comes near the best of them', () => {
  const by = new Map(replayPolicies(rows, 3, 1).map(r => [r.policy, r]));
  expect(by.get('always Womens E-Mail')).toMatchObject({ mean: expect.closeTo(0.4, 9), matched: 2000 });
  expect(by.get('always No E-Mail')?.mean).toBeCloseTo(0.1, 9);
  expect(by.get('uniform')?.mean).toBeCloseTo(0.2, 1);
  for (const learner of ['beta-thompson', 'discounted-thompson']) {
    expect(by.get(learner)!.mean, learner).toBeGreaterThan(0.37);
    expect(by.get(learner)!.mean, learner).toBeLessThanOrEqual(0.42);
  }
});

it('the same seed replays the same', () => {
  expect(replay(rows, uniform(3), 7)).toEqual(replay(rows, uniform(3), 7));
  expect(replay(rows, uniform(3), 7)).not.toEqual(replay(rows, uniform(3), 8));
});
