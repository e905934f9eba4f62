/**
 * A bandit with a known truth: contexts, arms whose response drifts with the season and changes once for good, and rewards
 * that arrive late. It judges how a policy learns, apart from any shop; regret is by the truth, not by what was drawn.
 */
import { type Random, seededRandom } from '../../knowledge/domain/random.ts';
import { discount, noSums, plus, type Sums, segmentPosterior } from './posterior.ts';

export interface BanditWorld {
  readonly arms: number;
  readonly contexts: number;
  /** Probability of a reward of 1 in this round, 0..1. */
  mean(context: number, arm: number, round: number): number;
}

const normal = (random: Random): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());

/** Log odds: an arm's own level, its taste in each context, a slow season, and one lasting change somewhere in between. */
export const driftingWorld = (seed: number, rounds: number, arms = 8, contexts = 4): BanditWorld => {
  const random = seededRandom(seed);
  const level = Array.from({ length: arms }, () => -1 + 0.8 * normal(random));
  const cells = Array.from({ length: arms * contexts }, (_, i) => ({
    base: level[i % arms]! + 0.5 * normal(random),
    swing: 0.4 * random(),
    period: rounds * (0.5 + random()),
    phase: 2 * Math.PI * random(),
    changesAt: rounds * (0.2 + 0.6 * random()),
    change: 0.4 * normal(random),
  }));
  return {
    arms,
    contexts,
    mean: (context, arm, round) => {
      const c = cells[context * arms + arm]!;
      const odds =
        c.base + c.swing * Math.sin((2 * Math.PI * round) / c.period + c.phase) + (round >= c.changesAt ? c.change : 0);
      return 1 / (1 + Math.exp(-odds));
    },
  };
};

export interface BanditPolicy {
  readonly name: string;
  choose(context: number, round: number, random: Random): number;
  /** A reward that has arrived, of the round it was earned in. */
  learn(context: number, arm: number, reward: number, round: number): void;
}

const argmax = (count: number, value: (i: number) => number): number => {
  let best = 0;
  let most = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < count; i++) {
    const v = value(i);
    if (v > most) {
      most = v;
      best = i;
    }
  }
  return best;
};

/** Gamma with unit scale and shape >= 1 (Marsaglia and Tsang 2000). */
const gamma = (shape: number, random: Random): number => {
  const d = shape - 1 / 3;
  for (;;) {
    const x = normal(random);
    const v = (1 + x / Math.sqrt(9 * d)) ** 3;
    if (v > 0 && Math.log(1 - random()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
  }
};

export const uniform = (arms: number): BanditPolicy => ({
  name: 'uniform',
  choose: (_context, _round, random) => Math.floor(random() * arms),
  learn: () => {},
});

export const epsilonGreedy = (arms: number, contexts: number, epsilon = 0.1): BanditPolicy => {
  const count = new Float64Array(arms * contexts).fill(1);
  const sum = new Float64Array(arms * contexts).fill(0.5);
  return {
    name: 'epsilon-greedy',
    choose: (context, _round, random) =>
      random() < epsilon
        ? Math.floor(random() * arms)
        : argmax(arms, a => sum[context * arms + a]! / count[context * arms + a]!),
    learn: (context, arm, reward) => {
      count[context * arms + arm]! += 1;
      sum[context * arms + arm]! += reward;
    },
  };
};

/** Bernoulli Thompson sampling with flat priors, nothing forgotten. */
export const betaThompson = (arms: number, contexts: number): BanditPolicy => {
  const won = new Float64Array(arms * contexts).fill(1);
  const lost = new Float64Array(arms * contexts).fill(1);
  return {
    name: 'beta-thompson',
    choose: (context, _round, random) =>
      argmax(arms, a => {
        const x = gamma(won[context * arms + a]!, random);
        return x / (x + gamma(lost[context * arms + a]!, random));
      }),
    learn: (context, arm, reward) => {
      won[context * arms + arm]! += reward;
      lost[context * arms + arm]! += 1 - reward;
    },
  };
};

/** The posterior that the shop decides with: normal, shared between contexts, with a half-life in rounds. */
export const discountedThompson = (
  arms: number,
  contexts: number,
  { halfLife, prior, priorSd }: { readonly halfLife: number; readonly prior: number; readonly priorSd: number },
): BanditPolicy => {
  const sums: Sums[] = Array.from({ length: arms * contexts }, () => noSums);
  const at = new Float64Array(arms * contexts);
  const now = (place: number, round: number): Sums =>
    plus(noSums, sums[place]!, discount(round - at[place]!, halfLife));
  return {
    name: 'discounted-thompson',
    choose: (context, round, random) =>
      argmax(arms, a => {
        let others = noSums;
        for (let c = 0; c < contexts; c++) if (c !== context) others = plus(others, now(c * arms + a, round));
        const { mean, sd } = segmentPosterior(priorSd, now(context * arms + a, round), others);
        return mean + sd * normal(random);
      }),
    learn: (context, arm, reward, round) => {
      const place = context * arms + arm;
      const residual = reward - prior;
      const later = Math.max(round, at[place]!);
      sums[place] = plus(now(place, later), { count: 1, sum: residual, squares: residual ** 2 });
      at[place] = later;
    },
  };
};

export interface BanditRun {
  readonly policy: string;
  readonly regret: number;
  readonly meanReward: number;
}

/** Plays `rounds` rounds; a reward arrives after a wait that is geometric with the given mean. */
export const playBandit = (
  world: BanditWorld,
  policy: BanditPolicy,
  { rounds, seed, meanDelay }: { readonly rounds: number; readonly seed: number; readonly meanDelay: number },
): BanditRun => {
  const random = seededRandom(seed);
  const arriving = new Map<number, (() => void)[]>();
  let regret = 0;
  let earned = 0;
  for (let round = 0; round < rounds; round++) {
    for (const learn of arriving.get(round) ?? []) learn();
    arriving.delete(round);
    const context = Math.floor(random() * world.contexts);
    const arm = policy.choose(context, round, random);
    let best = 0;
    for (let a = 0; a < world.arms; a++) best = Math.max(best, world.mean(context, a, round));
    const mean = world.mean(context, arm, round);
    regret += best - mean;
    const reward = random() < mean ? 1 : 0;
    earned += reward;
    const due = round + 1 + Math.floor(-Math.log(1 - random()) * meanDelay);
    const waiting = arriving.get(due) ?? [];
    waiting.push(() => policy.learn(context, arm, reward, due));
    arriving.set(due, waiting);
  }
  return { policy: policy.name, regret, meanReward: earned / rounds };
};
