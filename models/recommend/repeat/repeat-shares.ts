/** How much of a list may be what the shopper bought before. */
import { historyOf } from '../../data/interactions.ts';
import type { Split } from '../../data/splits.ts';
import { type Segment, segmentOf, segments } from '../segments.ts';

/** However often shoppers repeat, most of a list is for finding something. */
export const largestRepeatShare = 0.4;

/**
 * The share of held-out purchases that repeat an earlier one, 0..0.4, per kind of shopper: how much of a list may be buy-it-again.
 */
export const repeatShares = ({ train, test }: Split): Readonly<Record<Segment, number>> => {
  const totals = Object.fromEntries(segments.map(segment => [segment, { all: 0, again: 0 }])) as Record<
    Segment,
    { all: number; again: number }
  >;
  for (let s = 0; s < test.start.length - 1; s++) {
    const history = historyOf(train, s);
    if (history.items.length === 0) continue;
    const seen = new Set(history.items);
    const total = totals[segmentOf(history)];
    for (const product of test.product.subarray(test.start[s]!, test.start[s + 1]!)) {
      total.all++;
      if (seen.has(product)) total.again++;
    }
  }
  const share = ({ all, again }: { all: number; again: number }): number =>
    all < 50 ? 0 : Math.min(largestRepeatShare, again / all);
  return { new: share(totals.new), returning: share(totals.returning), reordering: share(totals.reordering) };
};
