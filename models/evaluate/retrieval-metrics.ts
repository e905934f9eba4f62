/** What a ranking of articles is worth, per question. `rank`: 1-based place of the first right article; 0: not found. */

/** Share of questions whose first article is right, 0..1; NaN without questions. */
export const precisionAtOne = (ranks: readonly number[]): number =>
  ranks.filter(rank => rank === 1).length / ranks.length;

/** Mean of 1 / rank, 0 where the right article stands below `depth` or nowhere (Voorhees 1999); 0..1, NaN without questions. */
export const meanReciprocalRank = (ranks: readonly number[], depth: number): number =>
  ranks.reduce((sum, rank) => sum + (rank >= 1 && rank <= depth ? 1 / rank : 0), 0) / ranks.length;

/** Precision averaged over the places of the right ones, those not found counting 0: average precision of one question, 0..1. */
export const averagePrecision = (ranked: readonly string[], relevant: ReadonlySet<string>): number => {
  let found = 0;
  let sum = 0;
  ranked.forEach((id, i) => {
    if (!relevant.has(id)) return;
    found += 1;
    sum += found / (i + 1);
  });
  return relevant.size === 0 ? 0 : sum / relevant.size;
};

/** 1-based place of the first of `relevant` in `ranked`; 0: none is there. */
export const firstRank = (ranked: readonly string[], relevant: ReadonlySet<string>): number =>
  ranked.findIndex(id => relevant.has(id)) + 1;
