import type { History } from '../data/interactions.ts';
import { distinctItems, type Fading, type Query } from './item-item.ts';
import type { Fitted, StoredModel } from './model.ts';
import { addProducts } from './vector-model.ts';
import { RidgeRows, scaledGram, solveCholesky } from './weighted-ridge.ts';

export interface ProductFactors {
  readonly name: string;
  /** products × d */
  readonly factors: Float32Array;
  readonly d: number;
  /** One per product, added to each score; absent: none. */
  readonly bias?: Float32Array;
  /** 1 for a product that took part in training. */
  readonly active: Uint8Array;
  /** Weight of everything that was not bought, against 1 for what was. */
  readonly unobserved: number;
  /** The ridge of a history whose weights add up to `size`. */
  readonly ridge: (size: number) => number;
  readonly fading: Fading;
  readonly meta: StoredModel['meta'];
}

/**
 * A factorisation that keeps only its product side: a shopper's vector is solved from the history at hand, so that shoppers never seen in
 * training and purchases of this minute are served like all others. Because the vector is linear in what was bought, each score splits
 * exactly into one part per product of the history (Hu, Koren & Volinsky 2008, section 5): the largest part is the reason.
 */
export const factorModel = (model: ProductFactors): Fitted => {
  const { factors, d, bias, active, unobserved } = model;
  const products = active.length;
  const base = scaledGram(factors, d, unobserved);
  const rows = new RidgeRows(d);
  const vector = new Float64Array(d);
  const probe = new Float64Array(d);

  type Equations = { readonly query: Query; readonly lower: Float64Array };
  /** Those of the history asked about last: a list and the reason of each product on it need the same. */
  let last: { readonly history: History; readonly found: Equations | null } | null = null;

  /** The query and the Cholesky factor of its equations; null for a history that says nothing. */
  const equations = (history: History): Equations | null => {
    if (last?.history !== history) last = { history, found: equationsOf(history) };
    return last.found;
  };

  const equationsOf = (history: History): Equations | null => {
    const { items, weights } = distinctItems(history, model.fading);
    const told: number[] = [];
    for (let q = 0; q < items.length; q++) if (weights[q]! > 0 && active[items[q]!] === 1) told.push(q);
    if (told.length === 0) return null;
    const query = { items: told.map(q => items[q]!), weights: told.map(q => weights[q]!) };
    const size = query.weights.reduce((sum, weight) => sum + weight, 0);
    const seen = { cols: query.items, weights: query.weights, from: 0, to: told.length };
    return { query, lower: rows.factorise(factors, base, model.ridge(size), seen) };
  };

  /** Fills `vector` for this history; false: it says nothing of taste. */
  const solve = (history: History): boolean => {
    const found = equations(history);
    vector.fill(0);
    if (found === null) return false;
    const { items, weights } = found.query;
    for (let q = 0; q < items.length; q++)
      for (let a = 0; a < d; a++) vector[a]! += weights[q]! * factors[items[q]! * d + a]!;
    solveCholesky(found.lower, d, vector);
    return true;
  };

  const width = bias === undefined ? d : d + 1;
  const vectors = new Float32Array(products * width);
  for (let product = 0; product < products; product++) {
    if (active[product] === 0) continue;
    vectors.set(factors.subarray(product * d, product * d + d), product * width);
    if (bias !== undefined) vectors[product * width + d] = bias[product]!;
  }

  /** Fills `out`, as wide as the vectors; false: every score is 0. */
  const query = (history: History, out: Float32Array): boolean => {
    if (!solve(history) && bias === undefined) return false;
    out.set(vector);
    if (bias !== undefined) out[d] = 1;
    return true;
  };
  const whole = new Float32Array(width);

  return {
    name: model.name,
    products,
    factors: {
      width,
      vectors,
      query: (history, _now, out) => query(history, out),
    },
    score: (history, _now, sheet) => {
      if (query(history, whole)) addProducts(whole, vectors, width, sheet, active);
    },
    explain: (history, _now, product) => {
      const found = equations(history);
      if (found === null) return { kind: 'popular' };
      for (let a = 0; a < d; a++) probe[a] = factors[product * d + a]!;
      solveCholesky(found.lower, d, probe);
      const { items, weights } = found.query;
      let because = -1;
      let most = 0;
      for (let q = 0; q < items.length; q++) {
        if (items[q] === product) continue;
        let part = 0;
        for (let a = 0; a < d; a++) part += probe[a]! * factors[items[q]! * d + a]!;
        part *= weights[q]!;
        if (part > most) [because, most] = [items[q]!, part];
      }
      return because < 0 ? { kind: 'popular' } : { kind: 'bought-with', because };
    },
    store: () => ({
      arrays: { factors, active: Int32Array.from(active), ...(bias !== undefined && { bias }) },
      meta: model.meta,
    }),
  };
};
