import { parseArgs } from 'node:util';
import { type PolicyName, policyNames } from './policy.ts';

/** Bad input from the person at the keyboard: printed as one sentence, exit code 1, no stack. */
export class BadInput extends Error {
  override readonly name = 'BadInput';
}

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

export const usage = `npm run lab -- [--shoppers 20000] [--days 60] [--seed 1] [--policy ${policyNames.join('|')}] [--budget YUAN] [--history 75] [--refit 20] [--race] [--report DIR] [--log FILE]`;

const whole = (text: string | undefined, name: string, low: number, high: number): number => {
  const value = Number(text);
  if (text === undefined || !/^\d+$/.test(text) || value < low || value > high) {
    throw new BadInput(`--${name} must be a whole number from ${low} to ${high}, got "${text}"`);
  }
  return value;
};

/** Throws BadInput. */
export const readOptions = (args: readonly string[]): LabOptions => {
  let values: Partial<
    Record<'shoppers' | 'days' | 'seed' | 'policy' | 'budget' | 'history' | 'refit' | 'report' | 'log', string>
  > & { readonly race?: boolean };
  try {
    values = parseArgs({
      args: [...args],
      options: {
        shoppers: { type: 'string', default: '20000' },
        days: { type: 'string', default: '60' },
        seed: { type: 'string', default: '1' },
        policy: { type: 'string' },
        budget: { type: 'string' },
        history: { type: 'string', default: '75' },
        refit: { type: 'string', default: '20' },
        race: { type: 'boolean', default: false },
        report: { type: 'string' },
        log: { type: 'string' },
      },
    }).values;
  } catch (cause) {
    throw new BadInput(`${(cause as Error).message.split('\n')[0]}; usage: ${usage}`);
  }
  const { policy } = values;
  const named = policyNames.find(name => name === policy);
  if (policy !== undefined && !named) {
    throw new BadInput(`--policy is one of ${policyNames.join(', ')}, got "${policy}"`);
  }
  if (values.log !== undefined && policy !== undefined && policy !== 'ours') {
    throw new BadInput(`--log writes the decisions of ours, which "${policy}" alone does not run`);
  }
  return {
    shoppers: whole(values.shoppers, 'shoppers', 200, 200_000),
    days: whole(values.days, 'days', 7, 365),
    seed: whole(values.seed, 'seed', 0, 4_294_967_295),
    policies: named ? [named] : policyNames,
    budgetMinor: values.budget === undefined ? undefined : 100 * whole(values.budget, 'budget', 1, 1_000_000_000),
    historyDays: whole(values.history, 'history', 7, 180),
    refitDays: whole(values.refit, 'refit', 0, 365),
    race: values.race ?? false,
    report: values.report,
    log: values.log,
  };
};
