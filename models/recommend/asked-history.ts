/** What a request tells of a shopper, in the rows that the models know. */
import type { History } from '../data/interactions.ts';
import { type SignalWeights, standingOf } from '../data/signal-weights.ts';
import { type ShopperSignals, shopperSignals } from '../data/signals.ts';
import { withStanding } from '../data/weighed-signals.ts';
import type { RecommendRequest, ShopperSignal } from '../types.ts';
import type { WishRows } from './wish-rows.ts';

/** Only this much of a past is read: older events change nothing a shopper would notice. */
const mostEvents = 400;
/** Of the products that fit what was stated, so many at most are averaged. */
const mostFitting = 100;

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

/** Purchases, and what else the shopper did, weighed. */
export const knownOf = (
  request: RecommendRequest,
  rowOf: (id: string) => number | undefined,
  signals: ShopperSignals | undefined,
  reading: SignalReading | undefined,
): History => {
  if (reading === undefined || signals === undefined) return toHistory(request.history, rowOf);
  // The signals say the same of looks and questions with weights that were learned.
  const history = toHistory(
    request.history.filter(({ deed }) => deed !== 'viewed' && deed !== 'asked-about'),
    rowOf,
  );
  return withStanding(history, standingOf(signals, reading.weights, reading.usualRating));
};

const toHistory = (past: RecommendRequest['history'], rowOf: (id: string) => number | undefined): History => {
  const items: number[] = [];
  const at: number[] = [];
  const weight: number[] = [];
  for (let e = Math.max(0, past.length - mostEvents); e < past.length; e++) {
    const event = past[e]!;
    const row = rowOf(event.product);
    if (row === undefined) continue;
    items.push(row);
    at.push(event.at.getTime());
    weight.push(event.weight);
  }
  return { items: new Int32Array(items), at: new Float64Array(at), weight: new Float32Array(weight) };
};

/** The rows that fit best what was stated: those the wishes lift as much as any. Of very many, evenly drawn ones stand for all. */
export const fittingOf = ({ count, rows, factors }: WishRows): Pick<History, 'fitting'> => {
  let most = 1;
  let fitting = 0;
  for (let w = 0; w < count; w++) {
    if (rows[w]! < 0 || factors[w]! < most || factors[w]! <= 1) continue;
    if (factors[w]! > most) [most, fitting] = [factors[w]!, 0];
    fitting++;
  }
  if (fitting === 0) return {};
  const step = Math.max(1, Math.ceil(fitting / mostFitting));
  const drawn = new Int32Array(Math.ceil(fitting / step));
  let met = 0;
  for (let w = 0; w < count; w++)
    if (rows[w]! >= 0 && factors[w] === most && met++ % step === 0) drawn[(met - 1) / step] = rows[w]!;
  return { fitting: drawn };
};
