/**
 * What the shop itself would say its deals earned, from the log alone, held against the truth: per stretch of days
 * the holdout's doubly robust estimate of the incremental margin, with its 95 % interval. The share of intervals that
 * hold the true value is the coverage; 95 % is right, more is too cautious, less is a lie.
 */
import { type Estimate, meanEstimate } from '../../models/evaluate/ope-metrics.ts';
import type { Logged } from './run-record.ts';

/** Held-out decisions an interval rests on; with fewer none is claimed. */
const heldOutPerInterval = 60;

export interface PeriodEstimate {
  /** Day it ends on. */
  readonly day: number;
  /** Incremental margin per decision in which a deal was picked, before returns; minor units. */
  readonly estimate: Estimate;
  readonly truth: number;
}

const stakeOf = (one: Logged): number => one.impression.features.basketMarginMinor as number;
const isHeld = (one: Logged): boolean => one.impression.treatment === 'control';

/** Margin per unit of margin at stake: the simplest reward model there is. */
const shareOf = (side: readonly Logged[]): number => {
  const stake = side.reduce((sum, one) => sum + stakeOf(one), 0);
  return stake > 0 ? side.reduce((sum, one) => sum + one.margin, 0) / stake : 0;
};

/** Each decision's doubly robust contribution to "shown minus held out" (ope-metrics.ts), of its shopper's holdout. */
const incremental = (group: readonly Logged[], holdout: number, shares: { shown: number; held: number }): Estimate => {
  const gains = group.map(one => {
    const stake = stakeOf(one);
    const model = (shares.shown - shares.held) * stake;
    return isHeld(one)
      ? model - (one.margin - shares.held * stake) / holdout
      : model + (one.margin - shares.shown * stake) / (1 - holdout);
  });
  const mean = gains.reduce((sum, gain) => sum + gain, 0) / gains.length;
  return meanEstimate(
    gains,
    mean,
    group.map(one => one.shopper),
  );
};

/** One estimate after another, each over as many decisions as its holdout needs. `log` in time order. */
export const periodEstimates = (log: readonly Logged[], holdout: number): PeriodEstimate[] => {
  // A deliberate "none" is the same on both sides of the holdout.
  const picked = log.filter(one => one.day >= 0 && one.impression.treatment !== 'none');
  const shares = { shown: shareOf(picked.filter(one => !isHeld(one))), held: shareOf(picked.filter(isHeld)) };
  const estimates: PeriodEstimate[] = [];
  let group: Logged[] = [];
  let held = 0;
  for (const one of picked) {
    group.push(one);
    if (isHeld(one)) held += 1;
    if (held < heldOutPerInterval) continue;
    const truth = group.reduce((sum, each) => sum + each.trueGain, 0) / group.length;
    estimates.push({ day: one.day, estimate: incremental(group, holdout, shares), truth });
    group = [];
    held = 0;
  }
  return estimates;
};

/** Share of the intervals that hold the truth; null without any. */
export const coverageOf = (periods: readonly PeriodEstimate[]): number | null =>
  periods.length === 0
    ? null
    : periods.filter(p => p.estimate.low <= p.truth && p.truth <= p.estimate.high).length / periods.length;
