/** How a training run spends its time: at most half on judging its recipe, the rest on the model that will serve. */
import type { Clock } from '../recommend/model.ts';

export interface Budget {
  /** Whether there is time for more settings and more seeds. */
  readonly maySearch: () => boolean;
  /** performance.now() until which the next of `parts` recommenders may be trained, neural ones included; undefined: no budget was asked for. */
  readonly neuralUntil: (parts: number) => number | undefined;
  readonly heldOutDone: () => void;
}

/** Without a budget the quick models alone are trained, and further settings and seeds are tried for this long. */
const unasked = 25 * 60_000;

/** A recipe with less time than this is another one: networks are left out of it that the model that will serve has. */
const leastToJudge = 5;
const mostSeeds = 3;

/** Over how many seeds the held-out figures are averaged where nobody says: as many as can be judged well in half of the budget. */
export const seedsFor = (budgetMinutes: number | undefined): number =>
  budgetMinutes === undefined
    ? mostSeeds
    : Math.max(1, Math.min(mostSeeds, Math.floor(budgetMinutes / 2 / leastToJudge)));

export const startBudget = (milliseconds: number | undefined, clock: Clock = () => performance.now()): Budget => {
  const start = clock();
  const all = milliseconds ?? unasked;
  let until = start + all / 2;
  return {
    maySearch: () => clock() < until,
    neuralUntil: parts => (milliseconds === undefined ? undefined : clock() + (until - clock()) / parts),
    heldOutDone: () => {
      until = start + all;
    },
  };
};
