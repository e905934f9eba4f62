/** The command line of `evaluate -- uplift`: every problem is one sentence. */
import { command, readArguments } from '../../knowledge/command-line.ts';
import { type BackendChoice, parseBackendChoice } from '../backend/backend.ts';
import { learnerNames, learners, usualLearners } from '../respond/learners/catalogue.ts';
import { BadInput, listed } from './task.ts';
import type { TrialsOptions } from './uplift-trials.ts';

export const usage = command({
  name: 'npm run evaluate -- uplift',
  about:
    'Uplift learners on a randomised trial: Qini and uplift at 30 %, over several splits, with differences in pairs.',
  options: {
    trials: { takes: 'FILE', needed: true, about: 'CSV, a row for each person' },
    treatment: { takes: 'COLUMN', needed: true, about: 'the arm each got' },
    control: { takes: 'VALUE', needed: true, about: 'the arm without an offer' },
    treated: { takes: 'VALUE[,VALUE]', needed: true, about: 'the arms with one, 1 to 20' },
    outcome: { takes: 'COLUMN', needed: true, about: 'what came of it' },
    ignore: { takes: 'COLUMNS', about: 'columns that are not learned from' },
    test: { takes: 'SHARE', usually: '0.3', about: 'of the rows, for testing' },
    seeds: { takes: 'COUNT', usually: '4', about: 'splits, 1 to 1000' },
    'first-seed': { takes: 'N', usually: '42', about: 'of the first split' },
    learners: {
      takes: 'NAMES',
      usually: usualLearners.join(),
      about: `separated by commas, of ${learnerNames.join(', ')}; or all`,
    },
    out: { takes: 'FILE', about: 'raw predictions' },
  },
  examples: [
    '--trials hillstrom.csv --treatment segment --control "No E-Mail" --treated "Womens E-Mail" --outcome visit --ignore conversion,spend',
  ],
});

export interface UpliftOptions extends TrialsOptions {
  readonly test: number;
  /** One per split; the same for every learner, so that two can be compared in pairs. */
  readonly seeds: readonly number[];
  readonly learners: readonly string[];
  readonly backend: BackendChoice;
  readonly out: string | undefined;
}

const learnersOf = (text: string): readonly string[] => {
  if (text.trim() === 'all') return learnerNames;
  const chosen = listed(text);
  const unknown = chosen.find(name => !learners.has(name));
  if (unknown !== undefined || chosen.length === 0) {
    throw new BadInput(`--learners knows ${learnerNames.join(', ')}, all; got "${unknown ?? text}"`);
  }
  return chosen;
};

export const readOptions = (args: readonly string[]): UpliftOptions => {
  const { values } = readArguments(usage, args);
  const test = Number(values.test);
  if (!(test > 0 && test < 1)) throw new BadInput(`--test must be a share between 0 and 1, got "${values.test}"`);
  const seeds = Number(values.seeds);
  if (!(Number.isInteger(seeds) && seeds >= 1 && seeds <= 1000)) {
    throw new BadInput(`--seeds must be a whole number from 1 to 1000, got "${values.seeds}"`);
  }
  const first = Number(values['first-seed']);
  if (!(Number.isInteger(first) && first >= 0 && first <= 4_000_000_000)) {
    throw new BadInput(`--first-seed must be a whole number from 0, got "${values['first-seed']}"`);
  }
  const { trials: file, treatment, control, outcome } = values;
  const treated = [...new Set(listed(values.treated))];
  if (treated.length === 0 || treated.length > 20) {
    throw new BadInput(`--treated takes 1 to 20 values, got "${values.treated}"`);
  }
  return {
    file,
    treatment,
    control,
    treated,
    outcome,
    ignore: listed(values.ignore),
    test,
    seeds: Array.from({ length: seeds }, (_, n) => first + n),
    learners: learnersOf(values.learners),
    backend: parseBackendChoice(process.env.COUNTEROFFER_BACKEND),
    out: values.out,
  };
};
