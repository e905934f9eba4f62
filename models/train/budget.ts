/** How a training run spends its time: half on judging its recipe, the rest on the model that will serve. */
import type { ModelKind } from '../recommend/model.ts';

export interface Budget {
  /** Whether there is time for more settings and more seeds. */
  readonly maySearch: () => boolean;
  /** When a fit that starts now has to end, performance.now(); undefined for a kind that is quick by nature. */
  readonly deadline: (kind: ModelKind) => number | undefined;
  readonly heldOutDone: () => void;
}

/** Of the time left in its half one slow fit takes at most this share, so that others get theirs. */
const shareOfOne = 0.25;

export const startBudget = (milliseconds: number): Budget => {
  const start = performance.now();
  let until = start + milliseconds / 2;
  return {
    maySearch: () => performance.now() < until,
    deadline: kind => {
      if (kind.neural !== true) return undefined;
      const now = performance.now();
      return now + Math.max(0, until - now) * shareOfOne;
    },
    heldOutDone: () => {
      until = start + milliseconds;
    },
  };
};
