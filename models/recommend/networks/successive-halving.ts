/**
 * Successive halving (Jamieson & Talwalkar 2016): many settings are given a little training, the better half of them twice as much, and so
 * on, so that most of the time goes to settings that earn it.
 */

export interface HalvingPlan {
  /** Epochs of the first round, >= 1; each round trains afresh, twice as long as the one before. */
  readonly firstEpochs: number;
  /** Milliseconds the search may take; Infinity: no limit. The first fit is made anyhow. */
  readonly time: number;
  /** Milliseconds since whenever. */
  readonly clock: () => number;
}

/**
 * The one candidate that is left. `quality`: trains a candidate for so many epochs and says how good it got, the higher the better.
 * The best guess comes first: where there is no time for all, the last ones are not looked at; of equals the earlier one stays; and a
 * round that is not over in time changes nothing. Throws RangeError without candidates.
 */
export const successiveHalving = async <T>(
  candidates: readonly T[],
  quality: (candidate: T, epochs: number) => Promise<number>,
  { firstEpochs, time, clock }: HalvingPlan,
): Promise<T> => {
  if (candidates.length === 0) throw new RangeError('There are no candidates to choose from');
  const start = clock();
  let left = candidates;
  for (let epochs = firstEpochs; left.length > 1; epochs *= 2) {
    const judged: { candidate: T; score: number }[] = [];
    for (let c = 0; c < left.length; c++) {
      if (c > 0 && clock() - start > time) return left[0]!;
      const candidate = left[c]!;
      judged.push({ candidate, score: await quality(candidate, epochs) });
      if (epochs === firstEpochs && c === 0) left = left.slice(0, affordable(left.length, clock() - start, time));
    }
    left = judged
      .sort((a, b) => b.score - a.score)
      .slice(0, Math.ceil(judged.length / 2))
      .map(({ candidate }) => candidate);
  }
  return left[0]!;
};

/** How many of `count` candidates there is time for: each round takes about as long as the first and halves what is left. */
const affordable = (count: number, oneFit: number, time: number): number => {
  let n = count;
  while (n > 1 && oneFit * n * Math.ceil(Math.log2(n)) > time) n--;
  return n;
};
