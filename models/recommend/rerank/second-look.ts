/** A served list's first products put into a re-ranker's order. */
import type { History } from '../../data/interactions.ts';
import type { ShopperSignals } from '../../data/signals.ts';
import { depth, type ListSource, rowFiller } from '../blend/short-list.ts';
import { BestRows } from '../serving/score-sheet.ts';
import type { ProductFacts } from './product-facts.ts';
import { type Reranker, rerankOdds } from './rerank-odds.ts';

/** Re-orders the best 50 of `best`, whose source has read that history; every score grows or stays, so none falls behind the rest. */
export type SecondLook = (best: BestRows, history: History, now: number, signals: ShopperSignals | undefined) => void;

export const secondLook = (
  source: Pick<ListSource, 'components' | 'part'>,
  facts: ProductFacts,
  reranker: Reranker,
): SecondLook => {
  const filler = rowFiller(source, facts);
  const oddsOf = rerankOdds(reranker, filler.names.length);
  const odds = new Float64Array(depth);
  const rows = new Int32Array(depth);
  const order = new BestRows(depth);
  return (best, history, now, signals) => {
    const spread = filler.fill(best, history, now, signals);
    const count = Math.min(depth, best.count);
    let least = Number.POSITIVE_INFINITY;
    for (let b = 0; b < count; b++) {
      odds[b] = oddsOf(filler.features, b);
      least = Math.min(least, odds[b]!);
    }
    order.clear();
    for (let b = 0; b < count; b++) order.offer(b, best.scores[b]! + reranker.share * spread * (odds[b]! - least));
    for (let b = 0; b < count; b++) rows[b] = best.rows[order.rows[b]!]!;
    for (let b = 0; b < count; b++) [best.rows[b], best.scores[b]] = [rows[b]!, order.scores[b]!];
  };
};
