import { type History, historyOf } from '../data/interactions.ts';
import type { Split } from '../data/splits.ts';
import { lastMoment } from './model.ts';

/** One shopper to rank for: what was known, and what came. */
export interface RankingCase {
  readonly shopper: number;
  readonly history: History;
  /** Distinct products held out that a model could name. */
  readonly relevant: ReadonlySet<number>;
}

export interface RankingCases {
  readonly cases: readonly RankingCase[];
  /** 1: a product of the train part, so it can be ranked. */
  readonly known: Uint8Array;
  /** The moment asked about, milliseconds. */
  readonly now: number;
  /** Held-out shoppers without any history, and held-out events of products the train part never saw: nothing could rank them. */
  readonly skippedShoppers: number;
  readonly skippedEvents: number;
}

/** `maskSeen`: products of the shopper's own train part are neither ranked nor relevant. */
export const rankingCases = ({ train, test, rule }: Split, maskSeen: boolean): RankingCases => {
  const known = new Uint8Array(train.products.ids.length);
  // Of new products it is asked which of them a shopper will want; old ones would only be in the way.
  for (const product of rule.kind === 'cold-products' ? test.product : train.product) known[product] = 1;
  const cases: RankingCase[] = [];
  let skippedShoppers = 0;
  let skippedEvents = 0;
  for (let s = 0; s < test.start.length - 1; s++) {
    const held = test.product.subarray(test.start[s]!, test.start[s + 1]!);
    if (held.length === 0) continue;
    const history = historyOf(train, s);
    if (history.items.length === 0) {
      skippedShoppers++;
      continue;
    }
    const seen = maskSeen ? new Set(history.items) : null;
    const relevant = new Set<number>();
    for (const product of held)
      if (known[product] === 0) skippedEvents++;
      else if (seen === null || !seen.has(product)) relevant.add(product);
    if (relevant.size > 0) cases.push({ shopper: s, history, relevant });
  }
  return {
    cases,
    known,
    now: rule.kind === 'temporal' ? rule.cut.getTime() : lastMoment(train),
    skippedShoppers,
    skippedEvents,
  };
};
