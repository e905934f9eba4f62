import { type History, historyOf } from '../data/interactions.ts';
import type { SignalWeights } from '../data/signal-weights.ts';
import { type ShopperSignals, type Signals, signalsOf } from '../data/signals.ts';
import { knownUntil, type Split, withSignals } from '../data/splits.ts';
import { boughtIn, weighedSignals } from '../data/weighed-signals.ts';
import { lastMoment } from './model.ts';

/** One shopper to rank for: what was known, and what came. */
export interface RankingCase {
  readonly shopper: number;
  readonly history: History;
  /** What else the shopper did before; absent: nothing is on record. */
  readonly signals?: ShopperSignals;
  /** Distinct products held out that a model could name. */
  readonly relevant: ReadonlySet<number>;
  /** How much of a new shopper's past is known; absent: the shopper is not new. */
  readonly firstEvents?: number;
  /** Which traits of the first product the shopper is taken to have told; absent: none. */
  readonly stated?: string;
}

/** A shopper the training never saw is ranked for with nothing known, after the first event, and after the third. */
const firstEventsKnown = [0, 1, 3] as const;

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

/** Signals as far as they count, with the row numbers of the purchases. */
export interface WeighedBy {
  readonly signals: Signals;
  readonly weights: SignalWeights;
}

/**
 * `maskSeen`: products the shopper bought in the train part are neither ranked nor relevant. `beside`: what else is known; histories then
 * hold the signals from before what is held out.
 */
export const rankingCases = (split: Split, maskSeen: boolean, beside?: WeighedBy): RankingCases => {
  const { train, test, rule } = split;
  const until = beside && knownUntil(split);
  const past = beside ? withSignals(train, weighedSignals(beside.signals, beside.weights, until)) : train;
  const known = new Uint8Array(train.products.ids.length);
  // Of new products it is asked which of them a shopper will want; old ones would only be in the way.
  for (const product of rule.kind === 'cold-products' ? test.product : train.product) known[product] = 1;
  const cases: RankingCase[] = [];
  let skippedShoppers = 0;
  let skippedEvents = 0;
  for (let s = 0; s < test.start.length - 1; s++) {
    const held = test.product.subarray(test.start[s]!, test.start[s + 1]!);
    if (held.length === 0) continue;
    const unknown = held.reduce((sum, product) => sum + 1 - known[product]!, 0);
    skippedEvents += unknown;
    if (rule.kind === 'new-shoppers') {
      const all = historyOf(test, s);
      for (const firstEvents of firstEventsKnown) {
        const relevant = wanted(held.subarray(firstEvents), known, maskSeen ? held.subarray(0, firstEvents) : []);
        if (relevant.size > 0) cases.push({ shopper: s, history: firstOf(all, firstEvents), relevant, firstEvents });
      }
      continue;
    }
    const history = historyOf(past, s);
    if (history.items.length === 0) {
      skippedShoppers++;
      skippedEvents -= unknown;
      continue;
    }
    const relevant = wanted(held, known, maskSeen ? boughtIn(history) : []);
    if (relevant.size === 0) continue;
    const signals = beside && signalsOf(beside.signals, s, until?.[s]);
    cases.push({ shopper: s, history, relevant, ...(signals && { signals }) });
  }
  return {
    cases,
    known,
    now: rule.kind === 'temporal' ? rule.cut.getTime() : lastMoment(train),
    skippedShoppers,
    skippedEvents,
  };
};

const wanted = (held: Int32Array, known: Uint8Array, seen: ArrayLike<number>): Set<number> => {
  const relevant = new Set<number>();
  for (const product of held) if (known[product] === 1) relevant.add(product);
  for (let e = 0; e < seen.length; e++) relevant.delete(seen[e]!);
  return relevant;
};

const firstOf = ({ items, at, weight }: History, count: number): History => ({
  items: items.subarray(0, count),
  at: at.subarray(0, count),
  weight: weight.subarray(0, count),
});
