import { BadInput, command, readArguments, wholeNumber } from '../../knowledge/command-line.ts';
import { type PolicyName, policyNames } from './policy.ts';

export interface LabOptions {
  readonly shoppers: number;
  readonly days: number;
  readonly seed: number;
  readonly policies: readonly PolicyName[];
  /** Of the whole campaign, minor units; undefined: none. */
  readonly budgetMinor: number | undefined;
  readonly historyDays: number;
  /** Days between fits of the response model; 0: only the first. */
  readonly refitDays: number;
  /** Whether the first fit compares every candidate; without, the simplest one is fitted, which wins ties anyway. */
  readonly race: boolean;
  /** Folder for the figures. */
  readonly report: string | undefined;
  /** File for the decisions of the pilot and of ours with their outcomes, a JSON line each, as a shop would have logged them. */
  readonly log: string | undefined;
}

export const usage = command({
  name: 'npm run lab --',
  about:
    'The real decision against simulated shoppers whose truth is known: one JSON object a policy on standard output.\n' +
    '`npm run lab -- conversations --help`: simulated shoppers with goals talk to the real bot.',
  options: {
    shoppers: { takes: 'N', usually: '20000', about: 'how many, 200 to 200000' },
    days: { takes: 'N', usually: '60', about: 'how long, 7 to 365' },
    seed: { takes: 'N', usually: '1', about: 'of the world and the draws' },
    policy: { takes: policyNames.join(' | '), about: 'one of them; all if not given' },
    budget: { takes: 'YUAN', about: 'of the whole campaign; without one if not given' },
    history: { takes: 'DAYS', usually: '75', about: 'of the randomised pilot before, 7 to 180' },
    refit: { takes: 'DAYS', usually: '20', about: 'between fits of the response model; 0: only the first' },
    race: { about: 'the first fit compares every candidate' },
    report: { takes: 'DIR', about: 'a page with pictures' },
    log: { takes: 'FILE', about: 'the decisions with their outcomes, for evaluate -- ope --data' },
  },
  examples: ['--shoppers 2000 --days 14 --seed 7'],
});

/** Throws BadInput. */
export const readOptions = (args: readonly string[]): LabOptions => {
  const { values } = readArguments(usage, args);
  const { policy } = values;
  const named = policyNames.find(name => name === policy);
  if (policy !== undefined && !named) {
    throw new BadInput(`--policy is one of ${policyNames.join(', ')}, got "${policy}"`);
  }
  if (values.log !== undefined && policy !== undefined && policy !== 'ours') {
    throw new BadInput(`--log writes the decisions of ours, which "${policy}" alone does not run`);
  }
  return {
    shoppers: wholeNumber('shoppers', values.shoppers, 200, 200_000),
    days: wholeNumber('days', values.days, 7, 365),
    seed: wholeNumber('seed', values.seed, 0, 4_294_967_295),
    policies: named ? [named] : policyNames,
    budgetMinor: values.budget === undefined ? undefined : 100 * wholeNumber('budget', values.budget, 1, 1_000_000_000),
    historyDays: wholeNumber('history', values.history, 7, 180),
    refitDays: wholeNumber('refit', values.refit, 0, 365),
    race: values.race,
    report: values.report,
    log: values.log,
  };
};
