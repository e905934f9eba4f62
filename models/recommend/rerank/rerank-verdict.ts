/** Whether a re-ranker's order is better than the blend's: NDCG case by case, the best of several tries, and what is more than luck. */

import { BestRows } from '../serving/score-sheet.ts';
import type { Reranker } from './rerank-odds.ts';
import type { Table } from './rerank-table.ts';

/** Less than this is not worth a second look at every list. */
const smallestGain = 0.005;

export interface Try {
  readonly kind: Reranker['model']['kind'];
  readonly share: number;
  /** NDCG@k of each case. */
  readonly each: Float64Array;
}

export const bestOf = (tries: readonly Try[], takes: (i: number) => boolean, kind?: Try['kind']): Try => {
  const meanOver = ({ each }: Try): number => each.reduce((sum, ndcg, i) => (takes(i) ? sum + ndcg : sum), 0);
  return tries
    .filter(one => kind === undefined || one.kind === kind)
    .reduce((best, one) => (meanOver(one) > meanOver(best) ? one : best));
};

/** Each case by what was best on the other folds: the best of a dozen tries looks better than it is on the cases it was chosen by. */
export const crossChosen = (tries: readonly Try[], fold: readonly number[], foldCount: number): Float64Array => {
  const out = new Float64Array(fold.length);
  for (let f = 0; f < foldCount; f++) {
    const { each } = bestOf(tries, i => fold[i] !== f);
    for (let i = 0; i < fold.length; i++) if (fold[i] === f) out[i] = each[i]!;
  }
  return out;
};

/** Enough to be worth it, and more than luck: beyond the one-sided 95 % bound of the paired difference. */
export const isGain = (after: Float64Array, before: Float64Array): boolean => {
  const gains = after.map((value, i) => value - before[i]!);
  const gain = meanOf(gains);
  const variance = gains.reduce((sum, value) => sum + (value - gain) ** 2, 0) / Math.max(1, gains.length - 1);
  return gain > smallestGain * meanOf(before) && gain > 1.645 * Math.sqrt(variance / gains.length);
};

export const meanOf = (values: Float64Array): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

/** NDCG@k of each case, rows ranked by score + share · odds. */
export const ndcgEach = (table: Table, odds: Float64Array, share: number, k: number): Float64Array => {
  const best = new BestRows(k);
  return Float64Array.from(table.ideal, (ideal, i) => {
    best.clear();
    for (let row = table.start[i]!; row < table.start[i + 1]!; row++)
      best.offer(row, table.score[row]! + share * odds[row]!);
    let sum = 0;
    for (let b = 0; b < best.count; b++) if (table.relevant[best.rows[b]!] === 1) sum += 1 / Math.log2(b + 2) / ideal;
    return sum;
  });
};
