/**
 * How a ranking run spends its budget: settings of the quick models, then of as many networks as leave time for what follows, which is the
 * final fits, ranking for every test shopper, the blend's weights and the second look. What that will take is told by what it took on validation.
 */
import type { Clock, ModelKind } from '../recommend/model.ts';
import { budgetShares, type Tuning } from '../recommend/tuning.ts';

/** Until then quick models look for settings where there are no networks, as a share of the budget. */
const quickAloneShare = 0.6;
/** For fitting the second look. */
const secondLookShare = 0.05;
/** A blend has this share of the members tried, about, and so takes that share of the time they take. */
const membersKept = 0.85;
/** Estimates are a little short; what can be left out is, when it would end later than this many budgets after the start. */
const slack = 1.1;
/** After so many budgets the rest of the shoppers is not ranked for any more, once there are enough for a figure. */
const rankingSlack = 1.2;
const fewestRanked = 1_000;
/** A final fit with less than this share of the time of the fit that found its settings is not worth it. */
const leastFinalFit = 0.5;

export interface RankingPlanInput {
  /** Milliseconds; 0: no networks, and no limit for the rest. */
  readonly budget: number;
  readonly clock: Clock;
  readonly tuning: Pick<Tuning, 'effort' | 'validation'>;
  /** Shoppers to rank for in the end. */
  readonly shoppers: number;
  /** Names of the models that are ranked by, in order. */
  readonly models: readonly string[];
  /** Those of them that are made of all kinds. */
  readonly blends: readonly string[];
  readonly networks: boolean;
}

export interface RankingPlan {
  readonly quickUntil: number | undefined;
  /** The end of the budget. */
  readonly until: number;
  /** Milliseconds for all that follows the fits, where these kinds take part. */
  afterwards(kinds: readonly ModelKind[]): number;
  /** Milliseconds for the blend's weights. */
  readonly weightsTime: number | undefined;
  /**
   * Until when this kind may be fitted for good, so that it can be ranked by and `after` can follow, which can't be left out; null: that is
   * less than half as long as its last fit took. Infinite without a budget.
   */
  finalFitUntil(kind: ModelKind, after: readonly ModelKind[]): number | null;
  isOver(): boolean;
  /** Over by more than estimates err. */
  isLongOver(): boolean;
  /** Whether ranking ends with these shoppers, because the budget is long over. */
  isEnough(ranked: number): boolean;
}

export const rankingPlan = ({
  budget,
  clock,
  tuning,
  shoppers,
  models,
  blends,
  networks,
}: RankingPlanInput): RankingPlan => {
  const start = clock();
  const limited = budget > 0;
  const until = start + budget;
  const blending = blends.filter(name => models.includes(name)).length;
  const ranking = (kinds: readonly ModelKind[]): ((kind: ModelKind) => number) => {
    // Of a kind not tried yet the dearest so far is expected.
    const dearest = Math.max(0, ...kinds.map(kind => tuning.effort(kind)?.perShopper ?? 0));
    return kind => tuning.effort(kind)?.perShopper ?? dearest;
  };
  const sum = (kinds: readonly ModelKind[], of: (kind: ModelKind) => number): number =>
    kinds.reduce((total, kind) => total + of(kind), 0);
  const afterwards = (kinds: readonly ModelKind[]): number => {
    const each = ranking(kinds);
    const named = kinds.filter(kind => models.includes(kind.name));
    const alone = sum(named, each) * shoppers;
    if (blending === 0) return alone;
    const collecting = Math.min(budgetShares.weights * budget, sum(kinds, each) * tuning.validation.cases.length);
    const byBlends = membersKept * blending * sum(kinds, each) * shoppers;
    return alone + collecting + byBlends + (blending - 1) * secondLookShare * budget;
  };
  const isLater = (moment: number): boolean => limited && moment > start + slack * budget;
  return {
    quickUntil: limited ? start + (networks ? budgetShares.quick : quickAloneShare) * budget : undefined,
    until,
    afterwards,
    weightsTime: limited ? budgetShares.weights * budget : undefined,
    finalFitUntil: (kind, after) => {
      if (!limited) return Number.POSITIVE_INFINITY;
      const { fit = 0, perShopper = 0 } = tuning.effort(kind) ?? {};
      const rest = sum(after, one => tuning.effort(one)?.fit ?? 0) + afterwards(after);
      const moment = start + slack * budget - perShopper * shoppers - rest;
      return moment - clock() < leastFinalFit * fit ? null : moment;
    },
    isOver: () => limited && clock() > until,
    isLongOver: () => isLater(clock()),
    isEnough: ranked => limited && ranked >= fewestRanked && clock() > start + rankingSlack * budget,
  };
};
