/** A re-ranker's order of all products, for evaluation; serving has second-look.ts. */

import { type ListOptions, type ListSource, shortLists } from '../blend/short-list.ts';
import type { Ranker } from '../ranker.ts';
import { BestRows } from '../serving/score-sheet.ts';
import type { ProductFacts } from './product-facts.ts';
import { type Reranker, rerankOdds } from './rerank-odds.ts';

/** The blend fitted for good, its first products in the re-ranker's order. `facts`: of all that is known. */
export const rerankingRanker = (
  source: ListSource,
  facts: ProductFacts,
  reranker: Reranker,
  asked: ListOptions & { readonly k: number },
): Ranker => {
  const lists = shortLists(source, facts, asked);
  const order = new BestRows(asked.k);
  const oddsOf = rerankOdds(reranker, lists.names.length);
  const top = new Int32Array(asked.k);
  return {
    top: (history, now) => {
      const found = lists.of(history, now, undefined);
      order.clear();
      for (let b = 0; b < found.count; b++)
        order.offer(b, lists.scores[b]! + reranker.share * oddsOf(lists.features, b));
      for (let b = 0; b < order.count; b++) top[b] = found.rows[order.rows[b]!]!;
      return top.subarray(0, order.count);
    },
  };
};
