/**
 * What the shop itself would say its deals earned, from the log alone, held against the truth: per week and block of
 * shoppers the holdout's doubly robust estimate of the incremental margin, with its 95 % interval. The share of intervals that
 * hold the true value is the coverage; 95 % is right, more is too cautious, less is a lie.
 */
import { type Estimate, meanEstimate } from '../../models/evaluate/ope-metrics.ts';
import type { Logged } from './run.ts';

const blocks = 4;
/** With fewer held-out decisions no interval is claimed. */
const fewestHeldOut = 40;

export interface WeekEstimate {
  readonly week: number;
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

export const weekEstimates = (log: readonly Logged[], holdout: number): WeekEstimate[] => {
  // A deliberate "none" is the same on both sides of the holdout.
  const picked = log.filter(one => one.day >= 0 && one.impression.treatment !== 'none');
  const shares = { shown: shareOf(picked.filter(one => !isHeld(one))), held: shareOf(picked.filter(isHeld)) };
  const groups = new Map<string, Logged[]>();
  for (const one of picked) {
    const key = `${Math.floor(one.day / 7)}|${one.shopper % blocks}`;
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return [...groups].flatMap(([key, group]) => {
    if (group.filter(isHeld).length < fewestHeldOut) return [];
    const truth = group.reduce((sum, one) => sum + one.trueGain, 0) / group.length;
    return [{ week: Number(key.split('|')[0]), estimate: incremental(group, holdout, shares), truth }];
  });
};

/** Share of the intervals that hold the truth; null without any. */
export const coverageOf = (weeks: readonly WeekEstimate[]): number | null =>
  weeks.length === 0
    ? null
    : weeks.filter(w => w.estimate.low <= w.truth && w.truth <= w.estimate.high).length / weeks.length;
