/** What a request tells of a shopper, in the rows that the models know. */
import { HistoryBuffer } from '../data/history-buffer.ts';
import type { History } from '../data/interactions.ts';
import { type SignalWeights, Standings } from '../data/signal-weights.ts';
import { kindCode, type ShopperSignals } from '../data/signals.ts';
import { withStanding } from '../data/weighed-signals.ts';
import type { PastEvent, RecommendRequest } from '../types.ts';

/** Only this much of a past is read: older events change nothing a shopper would notice. */
const mostEvents = 400;

export interface SignalReading {
  readonly weights: SignalWeights;
  /** Mean stars of all ratings, 1..5. */
  readonly usualRating: number;
}

/** Only this much else is read, the latest. */
const mostSignals = 200;

/** Reads one request after the other into the same memory: what it gave of the one before is overwritten. */
export class AskedHistory {
  private readonly rowOf: (id: string) => number | undefined;
  private readonly reading: SignalReading | undefined;
  private readonly bought = new HistoryBuffer();
  private readonly joined = new HistoryBuffer();
  private readonly latest = new LatestSignals();
  private readonly standings = new Standings();

  /** `reading`: how signals are weighed; absent: they do not count for the history. */
  constructor(rowOf: (id: string) => number | undefined, reading: SignalReading | undefined) {
    this.rowOf = rowOf;
    this.reading = reading;
  }

  /** The latest of what a request tells beside purchases; undefined: nothing is told. */
  signals({ signals }: RecommendRequest): ShopperSignals | undefined {
    if (signals === undefined) return undefined;
    const { latest } = this;
    latest.clear();
    for (let s = 0; s < signals.length; s++) {
      const { product, at, kind, value } = signals[s]!;
      const item = this.rowOf(product);
      if (item !== undefined) latest.add(item, at.getTime(), kindCode[kind], value);
    }
    return latest.done();
  }

  /** Purchases, and what else the shopper did, weighed. */
  history({ history: past }: RecommendRequest, signals: ShopperSignals | undefined): History {
    const { bought, reading, standings } = this;
    // The signals say the same of looks and questions with weights that were learned.
    const isWeighed = reading !== undefined && signals !== undefined;
    let from = past.length;
    for (let kept = 0; from > 0 && kept < mostEvents; from--) if (!isWeighed || !isSignal(past[from - 1]!)) kept++;
    bought.start(past.length - from);
    for (let e = from; e < past.length; e++) {
      const event = past[e]!;
      if (isWeighed && isSignal(event)) continue;
      const row = this.rowOf(event.product);
      if (row !== undefined) bought.add(row, event.at.getTime(), event.weight);
    }
    if (!isWeighed) return bought.done();
    standings.read(signals, reading.weights, reading.usualRating);
    return withStanding(bought.done(), standings, this.joined);
  }
}

const isSignal = ({ deed }: PastEvent): boolean => deed === 'viewed' || deed === 'asked-about';

/** The latest 200 of what comes in any order, oldest first, of the same moment in the order in which it came. */
class LatestSignals {
  private readonly items = new Int32Array(mostSignals);
  private readonly at = new Float64Array(mostSignals);
  private readonly kind = new Uint8Array(mostSignals);
  private readonly value = new Float32Array(mostSignals);
  private count = 0;
  private views: ShopperSignals | null = null;

  clear(): void {
    this.count = 0;
  }

  add(item: number, at: number, kind: number, value: number): void {
    if (this.count === mostSignals) {
      if (at <= this.at[0]!) return;
      // Of the earliest the one that came last goes.
      let gone = 0;
      while (gone + 1 < this.count && this.at[gone + 1] === this.at[0]) gone++;
      this.items.copyWithin(gone, gone + 1);
      this.at.copyWithin(gone, gone + 1);
      this.kind.copyWithin(gone, gone + 1);
      this.value.copyWithin(gone, gone + 1);
      this.count--;
    }
    let slot = this.count++;
    for (; slot > 0 && this.at[slot - 1]! > at; slot--) {
      this.items[slot] = this.items[slot - 1]!;
      this.at[slot] = this.at[slot - 1]!;
      this.kind[slot] = this.kind[slot - 1]!;
      this.value[slot] = this.value[slot - 1]!;
    }
    this.items[slot] = item;
    this.at[slot] = at;
    this.kind[slot] = kind;
    this.value[slot] = value;
  }

  done(): ShopperSignals {
    const { count } = this;
    if (this.views?.items.length !== count)
      this.views = {
        items: this.items.subarray(0, count),
        at: this.at.subarray(0, count),
        kind: this.kind.subarray(0, count),
        value: this.value.subarray(0, count),
      };
    return this.views;
  }
}
