import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import type { Impression } from '../../knowledge/domain/offer.ts';
import { openStores } from '../../knowledge/store/open.ts';
import { loadResponse, type ResponseBundle } from '../respond/model.ts';
import { arraysOf } from '../serve/arrays-file.ts';
import { ArtifactRefused, openRegistry } from '../serve/registry.ts';
import type { ResponseModel } from '../types.ts';
import { type LogRounds, loggedRounds, roundsOf, type Target } from './ope-log.ts';
import { type Estimate, estimates, ips, overlapOf, type Rounds } from './ope-metrics.ts';
import { banditFigures, readBanditLog } from './ope-open-bandit.ts';
import { BadInput, type EvaluateIo, type EvaluateTask } from './task.ts';

const usage =
  '--log FILE | --data DIR [--target never,uniform,PROMOTION,model[:VERSION]] [--since DATE] [--clip 20] | --open-bandit DIR [--bootstraps 60] [--seed 42]';

const parse = (args: readonly string[]) => {
  try {
    return parseArgs({
      args: [...args],
      options: {
        log: { type: 'string' },
        data: { type: 'string' },
        target: { type: 'string', default: 'never,uniform' },
        since: { type: 'string' },
        clip: { type: 'string', default: '20' },
        'open-bandit': { type: 'string' },
        bootstraps: { type: 'string', default: '60' },
        seed: { type: 'string', default: '42' },
      },
    }).values;
  } catch (cause) {
    throw new BadInput(`${(cause as Error).message.split('\n')[0]}; usage: ope ${usage}`);
  }
};

const number = (text: string, name: string, low: number, high: number): number => {
  const value = Number(text);
  if (!(text !== '' && value >= low && value <= high)) {
    throw new BadInput(`--${name} must be a number from ${low} to ${high}, got "${text}"`);
  }
  return value;
};

const outcome = z.object({
  bought: z.boolean().optional(),
  revenueMinor: z.number().optional(),
  marginMinor: z.number(),
  discountMinor: z.number().optional(),
});

/** An impression as the store writes it; anything else about it may be there and is not read. */
const impressionLine = z.object({
  shopper: z.string(),
  treatment: z.string(),
  promotion: z.string().optional(),
  kind: z.string().optional(),
  propensity: z.number().gt(0).max(1),
  features: z.record(z.string(), z.number()),
  at: z.coerce.date().optional(),
  outcome: outcome.optional(),
  why: z.string().optional(),
});

/** A round of anything: the target's probability of the action taken is given. */
const roundLine = z.object({
  reward: z.number(),
  propensity: z.number().gt(0).max(1),
  target: z.number().min(0).max(1),
  predicted: z.number().optional(),
  predictedTarget: z.number().optional(),
  shopper: z.string().optional(),
});

const readLines = (file: string): unknown[] => {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (cause) {
    throw new BadInput(`The file ${file} can't be read: ${(cause as Error).message}`);
  }
  const lines = text.split('\n').filter(line => line.trim() !== '');
  if (lines.length === 0) throw new BadInput(`The file ${file} holds no lines`);
  return lines.map((line, n) => {
    try {
      return JSON.parse(line) as unknown;
    } catch {
      throw new BadInput(`Line ${n + 1} of ${file} is not JSON`);
    }
  });
};

const issueText = (error: z.ZodError): string =>
  error.issues.map(i => `${i.path.join('.') || 'the line'}: ${i.message}`).join('; ');

const readRounds = (lines: readonly unknown[], file: string): Rounds => {
  const read = lines.map((line, n) => {
    const result = roundLine.safeParse(line);
    if (!result.success) throw new BadInput(`Line ${n + 1} of ${file}: ${issueText(result.error)}`);
    return result.data;
  });
  const whole = <T>(pick: (line: (typeof read)[number]) => T | undefined): T[] | undefined => {
    const all = read.map(pick);
    return all.every(v => v !== undefined) ? (all as T[]) : undefined;
  };
  const predicted = whole(l => l.predicted);
  const predictedTarget = whole(l => l.predictedTarget);
  const shoppers = whole(l => l.shopper);
  const places = new Map([...new Set(shoppers ?? [])].map((s, i) => [s, i]));
  return {
    reward: read.map(l => l.reward),
    propensity: read.map(l => l.propensity),
    target: read.map(l => l.target),
    ...(predicted && predictedTarget ? { predicted, predictedTarget } : {}),
    ...(shoppers ? { cluster: shoppers.map(s => places.get(s)!) } : {}),
  };
};

const readImpressions = (lines: readonly unknown[], file: string): Impression[] =>
  lines.map((line, n) => {
    const result = impressionLine.safeParse(line);
    if (!result.success) throw new BadInput(`Line ${n + 1} of ${file}: ${issueText(result.error)}`);
    return result.data as unknown as Impression;
  });

const storedImpressions = async (dir: string): Promise<Impression[]> => {
  if (!existsSync(dir)) throw new BadInput(`There is no folder ${dir}`);
  const stores = await openStores({ dataDir: dir });
  try {
    const all: Impression[] = [];
    for await (const impression of stores.impressions.stream()) all.push(impression);
    return all;
  } finally {
    await stores.close();
  }
};

const modelOf = (dir: string | undefined, version: string | undefined): ResponseModel => {
  if (dir === undefined) throw new BadInput('The target "model" is read from the shop\'s data: give --data DIR');
  const registry = openRegistry(join(dir, 'models'));
  const wanted = version === undefined ? registry.current() : Number(version.replace(/^v/, ''));
  if (wanted === null || !Number.isInteger(wanted)) {
    throw new BadInput(
      `There is no model version ${version ?? 'in use'} in ${dir}; versions are ${registry.versions().join(', ') || 'none'}`,
    );
  }
  try {
    const { manifest, arrays } = registry.load(wanted);
    if (!manifest.parts.response) throw new BadInput(`Model v${wanted} holds no response model`);
    const meta = manifest.parts.response as unknown as ResponseBundle['meta'];
    return loadResponse({ arrays: arraysOf(arrays, 'response'), meta }, `v${wanted}`);
  } catch (fault) {
    if (fault instanceof ArtifactRefused) throw new BadInput(fault.message);
    throw fault;
  }
};

const targetOf = (name: string, log: readonly Impression[], data: string | undefined): Target => {
  if (name === 'never' || name === 'uniform') return { kind: name };
  if (name === 'model' || name.startsWith('model:')) return { kind: 'model', model: modelOf(data, name.split(':')[1]) };
  const promotions = [...new Set(log.flatMap(i => i.promotion ?? []))].sort() as string[];
  if (!promotions.includes(name)) {
    throw new BadInput(
      `--target knows never, uniform, model and the promotions of the log (${promotions.slice(0, 12).join(', ') || 'none'}); got "${name}"`,
    );
  }
  return { kind: 'fixed', promotion: name };
};

const shown = ({ value, low, high }: Estimate): Record<string, number | null> => ({
  value,
  low: Number.isFinite(low) ? low : null,
  high: Number.isFinite(high) ? high : null,
});

const report = (io: EvaluateIo, target: string, rounds: Rounds, clip: number, more: Record<string, unknown>): void => {
  const overlap = overlapOf(rounds);
  for (const warning of overlap.warnings) io.note(`${target}: ${warning}`);
  const { effective, maxWeight, meanWeight, topShare, warnings } = overlap;
  const about = { rounds: rounds.reward.length, effective, maxWeight, meanWeight, topShare, warnings };
  for (const [estimator, estimate] of Object.entries(estimates(rounds, clip))) {
    io.print({ target, estimator, ...shown(estimate), ...more, ...about });
  }
};

const runBandit = (dir: string, values: ReturnType<typeof parse>, io: EvaluateIo): void => {
  const bootstraps = number(values.bootstraps, 'bootstraps', 2, 10_000);
  const seed = number(values.seed, 'seed', 0, 4_294_967_295);
  const clip = number(values.clip, 'clip', 1, 1e9);
  const file = (policy: string): string => {
    const found = [join(dir, policy, 'men', 'men.csv.gz'), join(dir, policy, 'men', 'men.csv')].find(existsSync);
    if (!found) throw new BadInput(`There is no log of "${policy}" in ${dir} (looked for ${policy}/men/men.csv.gz)`);
    return found;
  };
  const logs = { random: readBanditLog(file('random')), bts: readBanditLog(file('bts')) };
  for (const [from, to] of [
    ['random', 'bts'],
    ['bts', 'random'],
  ] as const) {
    const { truth, overlap, figures } = banditFigures(logs[from], logs[to], { bootstraps, seed, clip });
    for (const warning of overlap.warnings) io.note(`${from} -> ${to}: ${warning}`);
    for (const one of figures) {
      io.print({ from, to, ...one, truth, bootstraps, effective: overlap.effective, maxWeight: overlap.maxWeight });
    }
  }
};

/** What would policy B have earned: off-policy estimates with intervals and what speaks against trusting them. */
export const opeTask: EvaluateTask = {
  name: 'ope',
  usage,
  run: async (args, io) => {
    const values = parse(args);
    const sources = [values.log, values.data, values['open-bandit']].filter(s => s !== undefined);
    if (sources.length === 0 || (sources.length > 1 && values['open-bandit'] !== undefined)) {
      throw new BadInput(`Give one of --log, --data and --open-bandit; usage: ope ${usage}`);
    }
    if (values['open-bandit'] !== undefined) return runBandit(values['open-bandit'], values, io);
    const clip = number(values.clip, 'clip', 1, 1e9);
    const lines = values.log === undefined ? undefined : readLines(values.log);
    if (lines && typeof (lines[0] as { target?: unknown }).target === 'number') {
      return report(io, 'given', readRounds(lines, values.log!), clip, {});
    }
    const since = values.since === undefined ? undefined : new Date(values.since);
    if (since && Number.isNaN(since.getTime())) throw new BadInput(`--since must be a date, got "${values.since}"`);
    const all = lines ? readImpressions(lines, values.log!) : await storedImpressions(values.data!);
    const log = since ? all.filter(i => i.at >= since) : all;
    const names = values.target
      .split(',')
      .map(name => name.trim())
      .filter(name => name !== '');
    if (names.length === 0) throw new BadInput('--target names no policy');
    for (const [n, name] of names.entries()) {
      const read: LogRounds = roundsOf(log, targetOf(name, log, values.data));
      const { noOutcome, noTrace } = read.leftOut;
      if (read.rounds.reward.length === 0) {
        throw new BadInput(
          `No decision can be judged: ${noOutcome} have no outcome yet, ${noTrace} kept no trace of what else was possible`,
        );
      }
      if (n === 0) {
        if (noOutcome + noTrace > 0) io.note(`Left out: ${noOutcome} without an outcome, ${noTrace} without a trace`);
        io.print({
          target: 'logged',
          estimator: 'mean',
          ...shown(ips(loggedRounds(read))),
          unit: 'minor units per decision',
          rounds: read.rounds.reward.length,
        });
      }
      report(io, name, read.rounds, clip, { unit: 'minor units per decision' });
    }
  },
};
