/** What a request tells of a shopper, in the rows that the models know. */
import type { History } from '../data/interactions.ts';
import { type SignalWeights, standingOf } from '../data/signal-weights.ts';
import { type ShopperSignals, shopperSignals } from '../data/signals.ts';
import { withStanding } from '../data/weighed-signals.ts';
import type { PastEvent, RecommendRequest, ShopperSignal } from '../types.ts';
import type { HistoryBuffer } from './history-buffer.ts';

/** Only this much of a past is read: older events change nothing a shopper would notice. */
const mostEvents = 400;

export interface SignalReading {
  readonly weights: SignalWeights;
  /** Mean stars of all ratings, 1..5. */
  readonly usualRating: number;
}

/** Only this much else is read, the latest. */
const mostSignals = 200;

/** The latest of what a request tells beside purchases; absent: nothing, or it would not be looked at. */
export const signalsIn = (
  request: RecommendRequest,
  rowOf: (id: string) => number | undefined,
  { signals, again }: { readonly signals?: unknown; readonly again?: unknown },
): ShopperSignals | undefined => {
  if (request.signals === undefined || (signals === undefined && again === undefined)) return undefined;
  const rows: { item: number; at: number; kind: ShopperSignal['kind']; value: number }[] = [];
  for (const { product, at, kind, value } of request.signals) {
    const item = rowOf(product);
    if (item !== undefined) rows.push({ item, at: at.getTime(), kind, value });
  }
  return shopperSignals(rows.toSorted((a, b) => b.at - a.at).slice(0, mostSignals));
};

/** Purchases, and what else the shopper did, weighed; in the memory of `buffer`. */
export const knownOf = (
  request: RecommendRequest,
  rowOf: (id: string) => number | undefined,
  signals: ShopperSignals | undefined,
  reading: SignalReading | undefined,
  buffer: HistoryBuffer,
): History => {
  // The signals say the same of looks and questions with weights that were learned.
  const isWeighed = reading !== undefined && signals !== undefined;
  const past = request.history;
  let from = past.length;
  for (let kept = 0; from > 0 && kept < mostEvents; from--) if (!isWeighed || !isSignal(past[from - 1]!)) kept++;
  buffer.start(past.length - from);
  for (let e = from; e < past.length; e++) {
    const event = past[e]!;
    if (isWeighed && isSignal(event)) continue;
    const row = rowOf(event.product);
    if (row !== undefined) buffer.add(row, event.at.getTime(), event.weight);
  }
  const history = buffer.done();
  return isWeighed ? withStanding(history, standingOf(signals, reading.weights, reading.usualRating)) : history;
};

const isSignal = ({ deed }: PastEvent): boolean => deed === 'viewed' || deed === 'asked-about';
