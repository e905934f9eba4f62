/** What `npm run lab` prints of a run; money in major units. */
import { coverageOf, periodEstimates } from './estimates.ts';
import type { LabResult, PolicyRun } from './lab.ts';
import type { LabOptions } from './options.ts';

export interface Figures {
  readonly policy: string;
  readonly incrementalMargin: number;
  readonly revenue: number;
  readonly discountCost: number;
  readonly overspend: number;
  readonly regret: number;
  readonly gapClosed?: number;
  readonly coverage: number | null;
  readonly [name: string]: unknown;
}

const major = (minor: number): number => Math.round(minor) / 100;
const rounded = (value: number, digits = 4): number => Number(value.toFixed(digits));

/** (value - best fixed) / (oracle - best fixed) in true incremental margin. */
export const gapClosed = (value: number, fixed: number, oracle: number): number => (value - fixed) / (oracle - fixed);

export const figuresOf = (run: PolicyRun, lab: LabResult, options: LabOptions): Figures => {
  const { totals, log } = run.result;
  const { never, oracle, 'best-fixed': fixed } = lab.reference;
  const periods = periodEstimates(log, lab.holdout);
  const more = totals.expectedConversions - never.totals.expectedConversions;
  const always = lab.runs.find(r => r.policy === 'always')?.result.totals;
  const alwaysMore = always ? always.expectedConversions - never.totals.expectedConversions : 0;
  const budget = options.budgetMinor;
  const gap = (minor: number): number =>
    rounded(gapClosed(minor, fixed.totals.expectedMinor, oracle.totals.expectedMinor));
  return {
    policy: run.policy,
    seed: options.seed,
    shoppers: options.shoppers,
    days: options.days,
    currency: 'CNY',
    incrementalMargin: major(totals.expectedMinor - never.totals.expectedMinor),
    revenue: major(totals.revenueMinor),
    margin: major(totals.marginMinor),
    discountCost: major(totals.discountMinor),
    costToShop: major(totals.costMinor),
    visits: totals.visits,
    decisions: totals.decisions,
    offers: totals.offers,
    heldOut: totals.heldOut,
    redemptions: totals.redemptions,
    conversions: totals.conversions,
    incrementalConversions: rounded(more, 1),
    returns: totals.returns,
    brokenPromises: totals.broken,
    ...(budget === undefined ? {} : { budget: major(budget), budgetUsed: rounded(run.spentMinor / budget) }),
    overspend: major(Math.max(0, run.spentMinor - (budget ?? Number.POSITIVE_INFINITY))),
    regret: major(oracle.totals.expectedMinor - totals.expectedMinor),
    // The oracle also knows what no shop can see; the seer does not.
    ...(run.policy === 'ours'
      ? { gapClosed: gap(totals.expectedMinor), gapClosedBySeer: gap(lab.reference.seer.totals.expectedMinor) }
      : {}),
    // Discount per conversion gained, against that of always: what the same conversions cost if always were given to a share.
    ...(always && more > 0 && alwaysMore > 0 && run.policy !== 'always'
      ? {
          discountSavedAtEqualConversions: rounded(
            1 - totals.discountMinor / more / (always.discountMinor / alwaysMore),
          ),
        }
      : {}),
    coverage: coverageOf(periods) === null ? null : rounded(coverageOf(periods) as number),
    intervals: periods.length,
    seconds: rounded(run.seconds, 1),
    ...run.notes,
  };
};
