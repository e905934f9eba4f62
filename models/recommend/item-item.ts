import type { History, SparseRows } from '../data/interactions.ts';
import { MetItems } from './met-items.ts';
import { type Fitted, recency, type StoredModel } from './model.ts';
import { valueAt } from './sparse-rows.ts';

/** How much each thing in a history counts when neighbours are added up. */
export interface Query {
  readonly items: ArrayLike<number>;
  readonly weights: ArrayLike<number>;
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

export const lasting: Fading = { halfLifeDays: 0, stepDecay: 1 };

/** As a model's settings have it; what they leave out does not fade. */
export const fadingOf = ({ halfLifeDays = 0, stepDecay = 1 }: StoredModel['meta']): Fading => ({
  halfLifeDays: Number(halfLifeDays),
  stepDecay: Number(stepDecay),
});

const met = new MetItems();
let largest = new Float64Array(512);

/** Each product of the history once, by the largest weight it has there. */
export const distinctItems = (history: History, { halfLifeDays, stepDecay } = lasting): Query => {
  const events = history.items.length;
  const newest = halfLifeDays === 0 ? 0 : history.at.reduce((latest, at) => Math.max(latest, at), 0);
  if (largest.length < events) largest = new Float64Array(events * 2);
  met.start(events);
  let step = 1;
  // Newest first, so that the products come in the order in which they count.
  for (let e = events - 1; e >= 0; e--) {
    const weight = history.weight[e]! * step * recency(newest - history.at[e]!, halfLifeDays);
    const known = met.count;
    const place = met.meet(history.items[e]!);
    largest[place] = Math.max(place < known ? largest[place]! : 0, weight);
    step *= stepDecay;
  }
  return { items: met.rows.slice(0, met.count), weights: largest.slice(0, met.count) };
};

/** A model that is one matrix from what was bought to what fits with it. */
export const itemItemModel = (model: {
  readonly name: string;
  readonly neighbours: SparseRows;
  readonly products: number;
  readonly query: (history: History) => Query;
  readonly meta: StoredModel['meta'];
}): Fitted => {
  const { start, cols, values } = model.neighbours;
  /** That of the history asked about last: a list and the reason of each product on it need the same. */
  let last: { readonly history: History; readonly query: Query } | null = null;
  const queryOf = (history: History): Query => {
    if (last?.history !== history) last = { history, query: model.query(history) };
    return last.query;
  };
  return {
    name: model.name,
    products: model.products,
    score: (history, _now, sheet) => {
      const { items, weights } = queryOf(history);
      for (let q = 0; q < items.length; q++) {
        const row = items[q]!;
        const weight = weights[q]!;
        for (let e = start[row]!; e < start[row + 1]!; e++) sheet.add(cols[e]!, weight * values[e]!);
      }
    },
    explain: (history, _now, product) => {
      const { items, weights } = queryOf(history);
      let because = -1;
      let most = 0;
      for (let q = 0; q < items.length; q++) {
        if (items[q] === product) continue;
        const part = weights[q]! * valueAt(model.neighbours, items[q]!, product);
        if (part > most) [because, most] = [items[q]!, part];
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
