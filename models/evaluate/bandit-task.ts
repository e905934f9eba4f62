import { command, readArguments, wholeNumber } from '../../knowledge/command-line.ts';
import {
  type BanditPolicy,
  betaThompson,
  discountedThompson,
  driftingWorld,
  epsilonGreedy,
  playBandit,
  uniform,
} from '../bandit/simulator.ts';
import { readHillstrom, replayPolicies } from './bandit-replay.ts';
import type { EvaluateTask } from './task.ts';

const meanDelay = 200;

const usage = command({
  name: 'npm run evaluate -- bandit',
  about:
    'Regret of several policies while the world drifts and rewards are late; with --replay what they would have earned on a trial.',
  options: {
    rounds: { takes: 'N', usually: '50000', about: 'decisions, from 100' },
    replay: { takes: 'FILE', about: 'a randomised trial: the Hillstrom CSV' },
    seeds: { takes: 'COUNT', usually: '20', about: 'with --replay: orders of its rows' },
    seed: { takes: 'N', usually: '1', about: 'of the world or the first order' },
  },
  examples: ['--rounds 50000', '--replay hillstrom.csv'],
});

/**
 * Regret of several policies in a drifting world with late rewards, beside that of choosing at random; or with --replay
 * what they would have earned on a randomised trial.
 */
export const banditTask: EvaluateTask = {
  name: 'bandit',
  usage,
  run: async (args, io) => {
    const { values } = readArguments(usage, args);
    const rounds = wholeNumber('rounds', values.rounds, 100, 100_000_000);
    const seed = wholeNumber('seed', values.seed, 0, 4_294_967_295);
    const { replay: file } = values;
    if (file !== undefined) {
      const seeds = wholeNumber('seeds', values.seeds, 1, 10_000);
      const rows = readHillstrom(file);
      io.print({ task: 'bandit', rows: rows.length, seeds, seed, policies: replayPolicies(rows, seeds, seed) });
      return;
    }
    const world = driftingWorld(seed, rounds);
    const { arms, contexts } = world;
    const policies: BanditPolicy[] = [
      uniform(arms),
      epsilonGreedy(arms, contexts),
      betaThompson(arms, contexts),
      discountedThompson(arms, contexts, { halfLife: rounds / 4, prior: 0.3, priorSd: 0.2 }),
    ];
    const runs = policies.map(policy => playBandit(world, policy, { rounds, seed: seed + 1, meanDelay }));
    const base = runs[0]!.regret;
    io.print({
      task: 'bandit',
      rounds,
      seed,
      arms,
      contexts,
      meanDelay,
      policies: runs.map(run => ({ ...run, regretOfUniform: run.regret / base })),
    });
  },
};
