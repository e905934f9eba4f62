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
import { BadInput, type EvaluateTask } from './task.ts';

const meanDelay = 200;

const numberOf = (args: readonly string[], name: string, otherwise: number, least: number): number => {
  const at = args.indexOf(`--${name}`);
  if (at < 0) return otherwise;
  const value = Number(args[at + 1]);
  if (!Number.isSafeInteger(value) || value < least) {
    throw new BadInput(`--${name} needs a whole number of ${least} or more, got ${JSON.stringify(args[at + 1])}`);
  }
  return value;
};

/**
 * Regret of several policies in a drifting world with late rewards, beside that of choosing at random; or with --replay
 * what they would have earned on a randomised trial.
 */
export const banditTask: EvaluateTask = {
  name: 'bandit',
  usage: '[--rounds 50000] [--seed 1] | --replay hillstrom.csv [--seeds 20] [--seed 1]',
  run: async (args, io) => {
    const rounds = numberOf(args, 'rounds', 50_000, 100);
    const seed = numberOf(args, 'seed', 1, 0);
    const log = args.indexOf('--replay');
    if (log >= 0) {
      const file = args[log + 1];
      if (file === undefined) throw new BadInput('--replay needs the file of the trial');
      const seeds = numberOf(args, 'seeds', 20, 1);
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
