import { parseArgs } from 'node:util';
import { learnerNames, learners } from '../respond/learners/catalogue.ts';
import { BadInput, type EvaluateTask } from './task.ts';
import { auuc, averageEffect, qini, upliftAt } from './uplift-metrics.ts';
import { encodeTable } from './uplift-table.ts';
import { checkOverlap, readTrials, splitTrials, type TrialsOptions } from './uplift-trials.ts';

const usage =
  '--trials FILE --treatment COLUMN --control VALUE --treated VALUE --outcome COLUMN [--ignore a,b] [--test 0.3] ' +
  '[--seeds 4] [--learners a,b] [--out FILE]';

/** The first split's seed; further splits count up from it. */
const firstSeed = 42;

interface Options extends TrialsOptions {
  readonly test: number;
  readonly seeds: number;
  readonly learners: readonly string[];
  readonly out: string | undefined;
}

const parse = (args: readonly string[]) => {
  try {
    return parseArgs({
      args: [...args],
      options: {
        trials: { type: 'string' },
        treatment: { type: 'string' },
        control: { type: 'string' },
        treated: { type: 'string' },
        outcome: { type: 'string' },
        ignore: { type: 'string' },
        test: { type: 'string' },
        seeds: { type: 'string' },
        learners: { type: 'string' },
        out: { type: 'string' },
      },
    }).values;
  } catch (cause) {
    throw new BadInput(`${(cause as Error).message.split('\n')[0]}; usage: uplift ${usage}`);
  }
};

const list = (text: string | undefined): string[] =>
  (text ?? '')
    .split(',')
    .map(name => name.trim())
    .filter(name => name !== '');

const readOptions = (args: readonly string[]): Options => {
  const values = parse(args);
  const needed = (name: 'trials' | 'treatment' | 'control' | 'treated' | 'outcome'): string => {
    const value = values[name];
    if (value === undefined || value === '') throw new BadInput(`--${name} is missing; usage: uplift ${usage}`);
    return value;
  };
  const test = Number(values.test ?? '0.3');
  if (!(test > 0 && test < 1)) throw new BadInput(`--test must be a share between 0 and 1, got "${values.test}"`);
  const seeds = Number(values.seeds ?? '4');
  if (!(Number.isInteger(seeds) && seeds >= 1 && seeds <= 1000)) {
    throw new BadInput(`--seeds must be a whole number from 1 to 1000, got "${values.seeds}"`);
  }
  const chosen = values.learners === undefined ? [...learnerNames] : list(values.learners);
  const unknown = chosen.find(name => !learners.has(name));
  if (unknown !== undefined || chosen.length === 0) {
    throw new BadInput(`--learners knows ${learnerNames.join(', ')}; got "${unknown ?? values.learners}"`);
  }
  return {
    file: needed('trials'),
    treatment: needed('treatment'),
    control: needed('control'),
    treated: needed('treated'),
    outcome: needed('outcome'),
    ignore: list(values.ignore),
    test,
    seeds,
    learners: chosen,
    out: values.out,
  };
};

const mean = (values: readonly number[]): number => values.reduce((s, v) => s + v, 0) / values.length;

/** Sample standard deviation; 0 for a single value. */
const deviation = (values: readonly number[]): number => {
  if (values.length < 2) return 0;
  const centre = mean(values);
  return Math.sqrt(values.reduce((s, v) => s + (v - centre) ** 2, 0) / (values.length - 1));
};

/**
 * Uplift learners on any randomised trial: split by arm and outcome, everything fitted on the train part of each split, figures
 * on the rest; means over the splits, whose seeds are 42, 43 …, the same for every learner (so that two can be compared in pairs).
 */
export const upliftTask: EvaluateTask = {
  name: 'uplift',
  usage,
  run: async (args, io) => {
    const options = readOptions(args);
    const rows = readTrials(options);
    const treated = rows.arm.reduce((s, t) => s + t, 0);
    io.note(
      `${options.file}: ${treated} treated, ${rows.arm.length - treated} control, ${rows.columns.length} columns`,
    );
    if (rows.dropped.length > 0) io.note(`Left out, a text of its own in most rows: ${rows.dropped.join(', ')}`);
    const { warning } = checkOverlap(rows, splitTrials(rows, options.test, firstSeed));
    if (warning !== undefined) io.note(warning);

    const figures = new Map(
      options.learners.map(name => [
        name,
        { qini: [], auuc: [], uplift30: [], ate: [], seconds: [] } as Record<Figure, number[]>,
      ]),
    );
    const predictions = io.predictions(options.out);
    try {
      for (let seed = firstSeed; seed < firstSeed + options.seeds; seed++) {
        const { train, test } = splitTrials(rows, options.test, seed);
        const { table } = encodeTable(rows.columns, train);
        const trial = {
          outcome: Uint8Array.from(test, i => rows.outcome[i]!),
          arm: Uint8Array.from(test, i => rows.arm[i]!),
        };
        for (const name of options.learners) {
          const started = performance.now();
          const all = await learners.get(name)!({ table, outcome: rows.outcome, arm: rows.arm, train, seed });
          const score = Float64Array.from(test, i => all[i]!);
          const of = figures.get(name)!;
          of.seconds.push((performance.now() - started) / 1000);
          of.qini.push(qini(trial, score));
          of.auuc.push(auuc(trial, score));
          of.uplift30.push(upliftAt(trial, score, 0.3));
          of.ate.push(averageEffect(trial));
          for (const [n, i] of test.entries()) {
            predictions.write({
              learner: name,
              seed,
              row: rows.fileRow[i],
              score: score[n],
              arm: rows.arm[i],
              outcome: rows.outcome[i],
            });
          }
        }
      }
    } finally {
      predictions.close();
    }
    for (const [learner, of] of figures) {
      io.print({
        learner,
        qini: mean(of.qini),
        qiniSd: deviation(of.qini),
        auuc: mean(of.auuc),
        uplift30: mean(of.uplift30),
        ate: mean(of.ate),
        seeds: options.seeds,
        test: options.test,
        rows: rows.arm.length,
        trainSeconds: mean(of.seconds),
      });
    }
  },
};

type Figure = 'qini' | 'auuc' | 'uplift30' | 'ate' | 'seconds';
