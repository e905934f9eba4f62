import type { History, SparseRows } from '../../data/interactions.ts';
import { MetItems } from '../../data/met-items.ts';
import { type Fitted, recency, type StoredModel } from '../model.ts';
import { valueAt } from './sparse-rows.ts';

/** How much each of the first `count` items of a history counts when neighbours are added up; filled again for the next history. */
export class Query {
  items = new Int32Array(64);
  weights = new Float64Array(64);
  count = 0;

  /** Forgets all; at most `most` will come. */
  start(most: number): void {
    this.count = 0;
    if (most <= this.items.length) return;
    this.items = new Int32Array(most * 2);
    this.weights = new Float64Array(most * 2);
  }

  add(item: number, weight: number): void {
    this.items[this.count] = item;
    this.weights[this.count++] = weight;
  }
}

/** How fast a history fades as a query: what the shopper wants now. */
export interface Fading {
  /** An event counts 2^(-age / half-life), its age measured from the newest event; 0: age does not matter. */
  readonly halfLifeDays: number;
  /** An event counts this to the power of how many came after it, 0..1; 1: the order does not matter. */
  readonly stepDecay: number;
}

/** From a past that counts whole to one of which the last few events count. */
export const stepDecays = [0.95, 0.9, 0.8, 0.65, 0.5].map(stepDecay => ({ stepDecay }));

const lasting: Fading = { halfLifeDays: 0, stepDecay: 1 };

/** As a model's settings have it; what they leave out does not fade. */
export const fadingOf = ({ halfLifeDays = 0, stepDecay = 1 }: StoredModel['meta']): Fading => ({
  halfLifeDays: Number(halfLifeDays),
  stepDecay: Number(stepDecay),
});

const met = new MetItems();

/** Each product of the history once, by the largest weight it has there, into `query`. */
export const distinctItems = (history: History, query: Query, { halfLifeDays, stepDecay } = lasting): void => {
  const events = history.items.length;
  let newest = 0;
  if (halfLifeDays !== 0) for (let e = 0; e < events; e++) newest = Math.max(newest, history.at[e]!);
  met.start(events);
  query.start(events);
  let step = 1;
  // Newest first, so that the products come in the order in which they count.
  for (let e = events - 1; e >= 0; e--) {
    const weight = history.weight[e]! * step * recency(newest - history.at[e]!, halfLifeDays);
    const place = met.meet(history.items[e]!);
    if (place === query.count) query.add(history.items[e]!, Math.max(0, weight));
    else query.weights[place] = Math.max(query.weights[place]!, weight);
    step *= stepDecay;
  }
};

/** A model that is one matrix from what was bought to what fits with it. */
export const itemItemModel = (model: {
  readonly name: string;
  readonly neighbours: SparseRows;
  readonly products: number;
  /** Fills the query that a history is. */
  readonly ask: (history: History, query: Query) => void;
  readonly meta: StoredModel['meta'];
}): Fitted => {
  const { start, cols, values } = model.neighbours;
  /** Of the history asked about last: a list and the reason of each product on it need the same. */
  const query = new Query();
  let asked: History | null = null;
  const take = (history: History): void => {
    if (asked === history) return;
    asked = null;
    model.ask(history, query);
    asked = history;
  };
  return {
    name: model.name,
    products: model.products,
    score: (history, _now, sheet) => {
      take(history);
      const { items, weights } = query;
      for (let q = 0; q < query.count; q++) {
        const row = items[q]!;
        const weight = weights[q]!;
        for (let e = start[row]!; e < start[row + 1]!; e++) sheet.add(cols[e]!, weight * values[e]!);
      }
    },
    explain: (history, _now, product) => {
      take(history);
      const { items, weights } = query;
      let because = -1;
      let most = 0;
      for (let q = 0; q < query.count; q++) {
        if (items[q] === product) continue;
        const part = weights[q]! * valueAt(model.neighbours, items[q]!, product);
        if (part <= most) continue;
        because = items[q]!;
        most = part;
      }
      return because < 0 ? { kind: 'popular' } : { kind: 'bought-with', because };
    },
    store: () => ({ arrays: { start, cols, values }, meta: model.meta }),
  };
};

export const storedNeighbours = (stored: StoredModel): SparseRows => ({
  start: stored.arrays.start as Int32Array,
  cols: stored.arrays.cols as Int32Array,
  values: stored.arrays.values as Float32Array,
});
