/** Metrics of one ranked list against the items held out; every list is a full ranking's top k, best first. */

export interface RankingMetrics {
  /** Σ over hits of 1/log2(rank + 1), divided by the same sum for a list with min(k, relevant) hits first; 0..1. */
  readonly ndcg: number;
  /** Hits / relevant; 0..1. */
  readonly recall: number;
  /** Hits / k; 0..1. */
  readonly precision: number;
  /** Σ over hits of precision at that rank, divided by the number of relevant items (not by min(k, relevant)); 0..1. */
  readonly map: number;
  /** 1: any hit. */
  readonly hit: number;
  /** 1 / rank of the first hit, 0 without one. */
  readonly mrr: number;
}

/** `ranked`: the best items first, only the first `k` are read. `relevant`: at least one item. Throws on k < 1 or nothing relevant. */
export const rankingMetrics = <Item>(
  ranked: ArrayLike<Item>,
  relevant: ReadonlySet<Item>,
  k: number,
): RankingMetrics => {
  if (!(Number.isInteger(k) && k >= 1)) throw new Error(`k is ${k}; it must be a whole number of at least 1`);
  if (relevant.size === 0) throw new Error('A list without relevant items has no metrics');
  let gain = 0;
  let hits = 0;
  let precisions = 0;
  let first = 0;
  for (let rank = 1; rank <= Math.min(k, ranked.length); rank++) {
    if (!relevant.has(ranked[rank - 1]!)) continue;
    hits++;
    gain += 1 / Math.log2(rank + 1);
    precisions += hits / rank;
    if (first === 0) first = rank;
  }
  return {
    ndcg: gain / idealGain(Math.min(k, relevant.size)),
    recall: hits / relevant.size,
    precision: hits / k,
    map: precisions / relevant.size,
    hit: hits > 0 ? 1 : 0,
    mrr: first === 0 ? 0 : 1 / first,
  };
};

/** The gain of a list whose first `count` items are all relevant. */
export const idealGain = (count: number): number => {
  let gain = 0;
  for (let rank = 1; rank <= count; rank++) gain += 1 / Math.log2(rank + 1);
  return gain;
};

/** The mean of each metric; null without any list. */
export const meanMetrics = (all: readonly RankingMetrics[]): RankingMetrics | null => {
  if (all.length === 0) return null;
  const mean = (of: (metrics: RankingMetrics) => number): number =>
    all.reduce((sum, one) => sum + of(one), 0) / all.length;
  return {
    ndcg: mean(m => m.ndcg),
    recall: mean(m => m.recall),
    precision: mean(m => m.precision),
    map: mean(m => m.map),
    hit: mean(m => m.hit),
    mrr: mean(m => m.mrr),
  };
};
