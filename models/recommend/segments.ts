import type { History } from '../data/interactions.ts';
import { MetItems } from '../data/met-items.ts';

/** new: fewer than three products known. reordering: at least a fifth of the events (and two of them) repeat an earlier product. */
export const segments = ['new', 'returning', 'reordering'] as const;
export type Segment = (typeof segments)[number];

/** One value for each segment. */
export const bySegment = <T>(make: (segment: Segment) => T): Readonly<Record<Segment, T>> => ({
  new: make('new'),
  returning: make('returning'),
  reordering: make('reordering'),
});

const met = new MetItems();

export const segmentOf = (history: History): Segment => {
  const events = history.items.length;
  met.start(events);
  for (const item of history.items) met.meet(item);
  const distinct = met.count;
  if (distinct < 3) return 'new';
  const repeats = events - distinct;
  return repeats >= 2 && repeats / events >= 0.2 ? 'reordering' : 'returning';
};
