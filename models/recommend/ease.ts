import { distinctPairs, type SparseRows, transpose } from '../data/interactions.ts';
import type { Train } from '../data/splits.ts';
import { invertSymmetric } from './invert.ts';
import { distinctItems, itemItemModel, storedNeighbours } from './item-item.ts';
import type { Fitted, ModelKind, StoredModel } from './model.ts';
import { mostBought } from './most-bought.ts';
import { SparseBuilder, thinned } from './sparse-rows.ts';

/**
 * EASE (Steck 2019): the item-item matrix B with zero diagonal that best rebuilds the shopper-product matrix under an L2 penalty,
 * in closed form: P = (XᵀX + λI)⁻¹, B_ij = -P_ij / P_jj. X is 0/1.
 *
 * Memory is 8 bytes and time about n³ / 30e9 seconds for n products. Beyond `mostProducts` only the most bought that many take part;
 * the others keep score 0 here and are left to the other models.
 * `neighbours` > 0 keeps that many entries of the largest magnitude per target, for serving; 0 keeps the whole matrix.
 */
export const ease: ModelKind = {
  name: 'ease',
  // Three inversions of a large matrix would take minutes for little.
  candidates: train =>
    train.products.ids.length > 4_000 ? [{ lambda: 300 }] : [{ lambda: 300 }, { lambda: 100 }, { lambda: 1000 }],
  fit: (train, settings) => learn(train, { lambda: 300, neighbours: 0, mostProducts: 6_000, ...settings }),
  restore: stored =>
    stored.arrays.dense === undefined
      ? fromSparse(storedNeighbours(stored), stored.meta)
      : fromDense(stored.arrays.dense as Float32Array, stored.arrays.position as Int32Array, stored.meta),
};

const learn = (train: Train, settings: { lambda: number; neighbours: number; mostProducts: number }): Fitted => {
  const products = train.products.ids.length;
  const pairs = distinctPairs(train);
  const { chosen, position } = mostBought(pairs, products, settings.mostProducts);
  const n = chosen.length;
  const gram = new Float32Array(n * n);
  const baskets = thinned(pairs);
  for (let s = 0; s < baskets.start.length - 1; s++) {
    const cols = baskets.cols.subarray(baskets.start[s]!, baskets.start[s + 1]!);
    const inside = cols.map(col => position[col]!).filter(at => at >= 0);
    for (const a of inside) for (const b of inside) if (b <= a) gram[a * n + b]!++;
  }
  for (let i = 0; i < n; i++) gram[i * n + i]! += settings.lambda;
  const b = invertSymmetric(gram, n);
  const diagonal = Float32Array.from({ length: n }, (_, i) => b[i * n + i]!);
  for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) b[i * n + j] = i === j ? 0 : -b[i * n + j]! / diagonal[j]!;
  if (settings.neighbours === 0) return fromDense(b, position, settings);

  const byTarget = new SparseBuilder(settings.neighbours);
  const row = new Float32Array(products);
  for (let target = 0; target < products; target++) {
    const j = position[target]!;
    if (j >= 0) for (let i = 0; i < n; i++) row[chosen[i]!] = b[i * n + j]!;
    byTarget.push(chosen, j >= 0 ? n : 0, row);
  }
  return fromSparse(transpose(byTarget.done(), products), settings);
};

const fromSparse = (neighbours: SparseRows, meta: StoredModel['meta']): Fitted =>
  itemItemModel({ name: 'ease', neighbours, products: neighbours.start.length - 1, query: distinctItems, meta });

/** `dense`: n × n from source row to target column, in positions; `position`: product -> place or -1. */
const fromDense = (dense: Float32Array, position: Int32Array, meta: StoredModel['meta']): Fitted => {
  const n = Math.round(Math.sqrt(dense.length));
  const chosen = new Int32Array(n);
  position.forEach((at, product) => {
    if (at >= 0) chosen[at] = product;
  });
  const sums = new Float32Array(n);
  return {
    name: 'ease',
    products: position.length,
    score: (history, _now, sheet) => {
      sums.fill(0);
      const { items, weights } = distinctItems(history);
      for (let q = 0; q < items.length; q++) {
        const at = position[items[q]!]!;
        if (at < 0) continue;
        const weight = weights[q]!;
        const row = dense.subarray(at * n, at * n + n);
        for (let j = 0; j < n; j++) sums[j]! += weight * row[j]!;
      }
      for (let j = 0; j < n; j++) sheet.add(chosen[j]!, sums[j]!);
    },
    explain: (history, _now, product) => {
      const target = position[product]!;
      const { items, weights } = distinctItems(history);
      let because = -1;
      let most = 0;
      for (let q = 0; q < items.length && target >= 0; q++) {
        const at = position[items[q]!]!;
        if (at < 0 || at === target) continue;
        const part = weights[q]! * dense[at * n + target]!;
        if (part > most) [because, most] = [items[q]!, part];
      }
      return because < 0 ? { kind: 'popular' } : { kind: 'bought-with', because };
    },
    store: () => ({ arrays: { dense, position }, meta }),
  };
};
