import { describe, expect, it } from 'vitest';
import { noiseVariance, noSums, segmentPosterior, updated } from './posterior.ts';
import { discountedThompson, driftingWorld, playBandit, uniform } from './simulator.ts';

describe('the posterior', () => {
  it('adds precisions and weighs means by them', () => {
    // Prior N(0, 1), four outcomes of variance 1 with mean 2: precision 1 + 4, mean 8 / 5.
    const { mean, sd } = updated({ mean: 0, sd: 1 }, { count: 4, sum: 8, squares: 16 }, 1);
    expect(mean).toBeCloseTo(1.6, 12);
    expect(sd).toBeCloseTo(Math.sqrt(1 / 5), 12);
    expect(updated({ mean: 3, sd: 0 }, { count: 4, sum: 8, squares: 16 }, 1)).toEqual({ mean: 3, sd: 0 });
  });

  it('is the prior before any outcome, and other segments move it less than the own', () => {
    const seen = { count: 200, sum: 40, squares: 60 };
    expect(segmentPosterior(0.1, noSums, noSums).sd).toBeCloseTo(0.1, 12);
    const own = segmentPosterior(0.1, seen, noSums);
    const others = segmentPosterior(0.1, noSums, seen);
    expect(own.mean).toBeGreaterThan(others.mean);
    expect(others.mean).toBeGreaterThan(0);
    expect(own.sd).toBeLessThan(others.sd);
    expect(noiseVariance(noSums)).toBe(0.25);
  });
});

describe('learning in a drifting world with late rewards', () => {
  it('costs at most a tenth of the regret of choosing at random over 50,000 rounds', () => {
    const rounds = 50_000;
    for (const seed of [11, 12, 13]) {
      const world = driftingWorld(seed, rounds);
      const run = { rounds, seed: seed + 1, meanDelay: 200 };
      const settings = { halfLife: rounds / 4, prior: 0.3, priorSd: 0.2 };
      const ours = playBandit(world, discountedThompson(world.arms, world.contexts, settings), run);
      expect(ours.regret / playBandit(world, uniform(world.arms), run).regret).toBeLessThan(0.1);
    }
  }, 60_000);
});
