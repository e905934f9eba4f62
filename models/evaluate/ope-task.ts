import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { command, readArguments, synopsis } from '../../knowledge/command-line.ts';
import type { Impression } from '../../knowledge/domain/offer.ts';
import { type LogRounds, loggedRounds, roundsOf, type Target } from './ope-log.ts';
import { type Estimate, estimates, ips, overlapOf, type Rounds } from './ope-metrics.ts';
import { modelToJudge } from './ope-model.ts';
import { banditFigures, readBanditLog } from './ope-open-bandit.ts';
import { isFile, readImpressions, readLines, readRounds, storedImpressions } from './ope-source.ts';
import { BadInput, type EvaluateIo, type EvaluateTask } from './task.ts';

const usage = command({
  name: 'npm run evaluate -- ope',
  about:
    'What another policy would have earned, from logged decisions: estimates with intervals, and what speaks against trusting them.',
  options: {
    data: { takes: 'FILE | DIR', about: 'decisions as `lab --log` and --export write them, or a DATA_DIR' },
    target: {
      takes: 'NAMES',
      usually: 'never,uniform',
      about: 'policies: never, uniform, a promotion, model or model:VERSION',
    },
    since: { takes: 'DATE', about: 'only decisions from then on' },
    clip: { takes: 'WEIGHT', usually: '20', about: 'where importance weights are clipped, from 1' },
    export: { takes: 'FILE', about: 'writes the decisions, a JSON object a line' },
    'open-bandit': { takes: 'DIR', about: 'instead of --data: the Open Bandit logs, one policy judged by the other' },
    bootstraps: { takes: 'COUNT', usually: '60', about: 'with --open-bandit' },
    seed: { takes: 'N', usually: '42', about: 'of the bootstraps and fits' },
  },
  examples: ['--data ./data --target never,model', '--open-bandit open-bandit'],
});

const parse = (args: readonly string[]) => readArguments(usage, args).values;

const number = (text: string, name: string, low: number, high: number): number => {
  const value = Number(text);
  if (!(text !== '' && value >= low && value <= high)) {
    throw new BadInput(`--${name} must be a number from ${low} to ${high}, got "${text}"`);
  }
  return value;
};

const isModel = (name: string): boolean => name === 'model' || name.startsWith('model:');

const targetOf = (name: string, log: readonly Impression[]): Target => {
  if (name === 'never' || name === 'uniform') return { kind: name };
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

/** One decision a line, as it was kept: what is read again by `--data FILE`, here or elsewhere. */
const exportLog = (log: readonly Impression[], file: string, io: EvaluateIo): void => {
  const out = io.predictions(file);
  for (const impression of log) out.write({ ...impression });
  out.close();
  io.note(`Wrote ${log.length} decisions to ${file}`);
};

interface Judging {
  readonly clip: number;
  /** What the log itself earned is printed beside it. */
  readonly withLogged: boolean;
  readonly judgedOn?: string;
}

const judge = (
  io: EvaluateIo,
  name: string,
  target: Target,
  log: readonly Impression[],
  { clip, withLogged, judgedOn }: Judging,
): void => {
  const read: LogRounds = roundsOf(log, target);
  const { noOutcome, noTrace } = read.leftOut;
  if (read.rounds.reward.length === 0) {
    throw new BadInput(
      `No decision can be judged: ${noOutcome} have no outcome yet, ${noTrace} kept no trace of what else was possible`,
    );
  }
  const about = { unit: 'minor units per decision', ...(judgedOn ? { judgedOn } : {}) };
  if (withLogged) {
    if (noOutcome + noTrace > 0) io.note(`Left out: ${noOutcome} without an outcome, ${noTrace} without a trace`);
    const mean = shown(ips(loggedRounds(read)));
    io.print({ target: 'logged', estimator: 'mean', ...mean, ...about, rounds: read.rounds.reward.length });
  }
  report(io, name, read.rounds, clip, about);
};

/** What would policy B have earned: off-policy estimates with intervals and what speaks against trusting them. */
export const opeTask: EvaluateTask = {
  name: 'ope',
  usage,
  run: async (args, io) => {
    const values = parse(args);
    const path = values.data;
    if (values['open-bandit'] !== undefined) {
      if (path !== undefined) throw new BadInput(`Give one of --data and --open-bandit; usage: ${synopsis(usage)}`);
      return runBandit(values['open-bandit'], values, io);
    }
    if (path === undefined) throw new BadInput(`Give --data or --open-bandit; usage: ${synopsis(usage)}`);
    const clip = number(values.clip, 'clip', 1, 1e9);
    const seed = number(values.seed, 'seed', 0, 4_294_967_295);
    const file = isFile(path);
    const lines = file ? readLines(path) : undefined;
    if (lines && typeof (lines[0] as { target?: unknown }).target === 'number') {
      return report(io, 'given', readRounds(lines, path), clip, {});
    }
    const since = values.since === undefined ? undefined : new Date(values.since);
    if (since && Number.isNaN(since.getTime())) throw new BadInput(`--since must be a date, got "${values.since}"`);
    const all = lines ? readImpressions(lines, path) : await storedImpressions(path);
    const log = since ? all.filter(i => i.at >= since) : all;
    if (values.export !== undefined) exportLog(log, values.export, io);
    const names = values.target
      .split(',')
      .map(name => name.trim())
      .filter(name => name !== '');
    if (names.length === 0) throw new BadInput('--target names no policy');
    const ofLog = names.filter(name => !isModel(name));
    for (const [n, name] of ofLog.entries()) judge(io, name, targetOf(name, log), log, { clip, withLogged: n === 0 });
    for (const name of names.filter(isModel)) {
      const asked = { ...(file ? {} : { dir: path }), ...(name === 'model' ? {} : { version: name.slice(6) }), seed };
      const { model, log: judged, judgedOn } = await modelToJudge(log, asked, io.note);
      judge(io, name, { kind: 'model', model }, judged, { clip, withLogged: true, judgedOn });
    }
  },
};
