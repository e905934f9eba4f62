import type { History } from '../../data/interactions.ts';
import type { Fitted, StoredModel } from '../model.ts';
import { distinctItems, type Fading, Query } from '../neighbours/item-item.ts';
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

  /** What training knew of the history asked about last: a list and the reason of each product on it need the same. */
  const query = new Query();
  let lower = base;
  let asked: History | null = null;

  /** Takes a history in; false: it says nothing of taste. */
  const take = (history: History): boolean => {
    if (asked === history) return query.count > 0;
    asked = null;
    distinctItems(history, query, model.fading);
    const { items, weights } = query;
    let told = 0;
    let size = 0;
    for (let q = 0; q < query.count; q++) {
      if (!(weights[q]! > 0) || active[items[q]!] !== 1) continue;
      items[told] = items[q]!;
      weights[told] = weights[q]!;
      size += weights[told++]!;
    }
    query.count = told;
    if (told > 0) lower = rows.factorise(factors, base, model.ridge(size), { cols: items, weights, from: 0, to: told });
    asked = history;
    return told > 0;
  };

  /** Fills `vector` for this history; false: it says nothing of taste. */
  const solve = (history: History): boolean => {
    vector.fill(0);
    if (!take(history)) return false;
    const { items, weights } = query;
    for (let q = 0; q < query.count; q++)
      for (let a = 0; a < d; a++) vector[a]! += weights[q]! * factors[items[q]! * d + a]!;
    solveCholesky(lower, d, vector);
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
  const read = (history: History, out: Float32Array): boolean => {
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
      query: (history, _now, out) => read(history, out),
    },
    score: (history, _now, sheet) => {
      if (read(history, whole)) addProducts(whole, vectors, width, sheet, active);
    },
    explain: (history, _now, product) => {
      if (!take(history)) return { kind: 'popular' };
      for (let a = 0; a < d; a++) probe[a] = factors[product * d + a]!;
      solveCholesky(lower, d, probe);
      const { items, weights } = query;
      let because = -1;
      let most = 0;
      for (let q = 0; q < query.count; q++) {
        if (items[q] === product) continue;
        let part = 0;
        for (let a = 0; a < d; a++) part += probe[a]! * factors[items[q]! * d + a]!;
        part *= weights[q]!;
        if (part <= most) continue;
        because = items[q]!;
        most = part;
      }
      return because < 0 ? { kind: 'popular' } : { kind: 'bought-with', because };
    },
    store: () => ({
      arrays: { factors, active: Int32Array.from(active), ...(bias !== undefined && { bias }) },
      meta: model.meta,
    }),
  };
};
