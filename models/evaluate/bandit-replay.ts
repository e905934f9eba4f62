/**
 * Replay of a randomised log (Li et al. 2011): its rows come in a random order, the policy chooses, and only where it chose
 * what the log did is the reward seen and counted. With arms drawn evenly the mean over those rows is what the policy would
 * have earned per round.
 */
import { existsSync } from 'node:fs';
import { z } from 'zod';
import { seededRandom } from '../../knowledge/domain/random.ts';
import { type BanditPolicy, betaThompson, discountedThompson, uniform } from '../bandit/simulator.ts';
import { readCsv } from '../data/csv.ts';
import { BadInput } from './task.ts';

export interface LoggedRow {
  readonly context: number;
  readonly arm: number;
  readonly reward: number;
}

const hillstromArms = ['No E-Mail', 'Mens E-Mail', 'Womens E-Mail'] as const;
/** Men's, women's or both bought before, each by new shoppers and others. */
const contexts = 6;

const rowShape = z.object({
  mens: z.enum(['0', '1']),
  womens: z.enum(['0', '1']),
  newbie: z.enum(['0', '1']),
  segment: z.enum(hillstromArms),
  visit: z.enum(['0', '1']),
});

/** Rows of Hillstrom's e-mail trial (CSV, gzipped or not); reward is a visit. Throws BadInput naming what is wrong. */
export const readHillstrom = (file: string): LoggedRow[] => {
  if (!existsSync(file)) throw new BadInput(`There is no file ${file}`);
  const { columns, rows } = readCsv(file);
  return rows.map((cells, i) => {
    const record = Object.fromEntries(columns.map((column, c) => [column, cells[c]]));
    const row = rowShape.safeParse(record);
    if (!row.success)
      throw new BadInput(`Row ${i + 2} of ${file}: ${row.error.issues[0]?.path.join('.')} is not as expected`);
    const { mens, womens, newbie, segment, visit } = row.data;
    const bought = mens === '1' ? (womens === '1' ? 2 : 0) : 1;
    return { context: bought * 2 + Number(newbie), arm: hillstromArms.indexOf(segment), reward: Number(visit) };
  });
};

/** Always the same arm. */
const fixed = (arm: number): BanditPolicy => ({
  name: `always ${hillstromArms[arm]}`,
  choose: () => arm,
  learn: () => {},
});

/** Without the context. */
const blind = ({ name, choose, learn }: BanditPolicy): BanditPolicy => ({
  name,
  choose: (_context, round, random) => choose(0, round, random),
  learn: (_context, arm, reward, round) => learn(0, arm, reward, round),
});

/** Mean reward of the matched rows. */
export const replay = (
  rows: readonly LoggedRow[],
  policy: BanditPolicy,
  seed: number,
): { mean: number; matched: number } => {
  const random = seededRandom(seed);
  const order = rows.map((_, i) => i);
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
  let matched = 0;
  let sum = 0;
  for (let round = 0; round < order.length; round++) {
    const { context, arm, reward } = rows[order[round]!]!;
    if (policy.choose(context, round, random) !== arm) continue;
    matched += 1;
    sum += reward;
    policy.learn(context, arm, reward, round);
  }
  return { mean: matched > 0 ? sum / matched : 0, matched };
};

export interface ReplayResult {
  readonly policy: string;
  /** Reward per matched row over the seeds, and the standard error of that mean. */
  readonly mean: number;
  readonly standardError: number;
  readonly matched: number;
}

/** Every policy over the same `seeds` orders. */
export const replayPolicies = (rows: readonly LoggedRow[], seeds: number, seed: number): ReplayResult[] => {
  const arms = hillstromArms.length;
  const makers: (() => BanditPolicy)[] = [
    () => uniform(arms),
    () => blind(betaThompson(arms, 1)),
    () => discountedThompson(arms, contexts, { halfLife: rows.length, prior: 0.15, priorSd: 0.05 }),
    ...hillstromArms.map((_, arm) => () => fixed(arm)),
  ];
  return makers.map(make => {
    const runs = Array.from({ length: seeds }, (_, i) => replay(rows, make(), seed + i));
    const mean = runs.reduce((s, r) => s + r.mean, 0) / seeds;
    const square = runs.reduce((s, r) => s + (r.mean - mean) ** 2, 0);
    return {
      policy: make().name,
      mean,
      standardError: seeds > 1 ? Math.sqrt(square / (seeds - 1) / seeds) : 0,
      matched: Math.round(runs.reduce((s, r) => s + r.matched, 0) / seeds),
    };
  });
};
