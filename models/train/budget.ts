/** How a training run spends its time: at most half on judging its recipe, the rest on the model that will serve. */

export interface Budget {
  /** Whether there is time for more settings and more seeds. */
  readonly maySearch: () => boolean;
  /** performance.now() until which neural models may be trained; undefined: none was asked for. */
  readonly neuralUntil: () => number | undefined;
  readonly heldOutDone: () => void;
}

/** Without a budget the quick models alone are trained, and further settings and seeds are tried for this long. */
const unasked = 25 * 60_000;

export const startBudget = (milliseconds: number | undefined): Budget => {
  const start = performance.now();
  const all = milliseconds ?? unasked;
  let until = start + all / 2;
  return {
    maySearch: () => performance.now() < until,
    neuralUntil: () => (milliseconds === undefined ? undefined : until),
    heldOutDone: () => {
      until = start + all;
    },
  };
};
