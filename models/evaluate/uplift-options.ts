/** The command line of `evaluate -- uplift`: every problem is one sentence. */
import { parseArgs } from 'node:util';
import { type BackendChoice, parseBackendChoice } from '../backend/backend.ts';
import { learnerNames, learners, usualLearners } from '../respond/learners/catalogue.ts';
import { BadInput, listed } from './task.ts';
import type { TrialsOptions } from './uplift-trials.ts';

export const usage =
  '--trials FILE --treatment COLUMN --control VALUE --treated VALUE[,VALUE] --outcome COLUMN [--ignore a,b] [--test 0.3] ' +
  '[--seeds 4] [--first-seed 42] [--learners a,b|all] [--out FILE]';

export interface UpliftOptions extends TrialsOptions {
  readonly test: number;
  /** One per split; the same for every learner, so that two can be compared in pairs. */
  readonly seeds: readonly number[];
  readonly learners: readonly string[];
  readonly backend: BackendChoice;
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
        'first-seed': { type: 'string' },
        learners: { type: 'string' },
        out: { type: 'string' },
      },
    }).values;
  } catch (cause) {
    throw new BadInput(`${(cause as Error).message.split('\n')[0]}; usage: uplift ${usage}`);
  }
};

const learnersOf = (text: string | undefined): readonly string[] => {
  if (text === undefined) return usualLearners;
  if (text.trim() === 'all') return learnerNames;
  const chosen = listed(text);
  const unknown = chosen.find(name => !learners.has(name));
  if (unknown !== undefined || chosen.length === 0) {
    throw new BadInput(`--learners knows ${learnerNames.join(', ')}, all; got "${unknown ?? text}"`);
  }
  return chosen;
};

export const readOptions = (args: readonly string[]): UpliftOptions => {
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
  const first = Number(values['first-seed'] ?? '42');
  if (!(Number.isInteger(first) && first >= 0 && first <= 4_000_000_000)) {
    throw new BadInput(`--first-seed must be a whole number from 0, got "${values['first-seed']}"`);
  }
  const [file, treatment, control] = [needed('trials'), needed('treatment'), needed('control')];
  const treated = [...new Set(listed(needed('treated')))];
  if (treated.length === 0 || treated.length > 20) {
    throw new BadInput(`--treated takes 1 to 20 values, got "${values.treated}"`);
  }
  return {
    file,
    treatment,
    control,
    treated,
    outcome: needed('outcome'),
    ignore: listed(values.ignore),
    test,
    seeds: Array.from({ length: seeds }, (_, n) => first + n),
    learners: learnersOf(values.learners),
    backend: parseBackendChoice(process.env.COUNTEROFFER_BACKEND),
    out: values.out,
  };
};
