import type { SparseRows } from '../data/interactions.ts';
import { distinctItems, fadingOf, itemItemModel } from './item-item.ts';
import type { Fitted, StoredModel } from './model.ts';

/** `neighbours`: row = what was bought, column = what it speaks for, in product rows. */
export const sparseEase = (neighbours: SparseRows, meta: StoredModel['meta']): Fitted =>
  itemItemModel({
    name: 'ease',
    neighbours,
    products: neighbours.start.length - 1,
    query: history => distinctItems(history, fadingOf(meta)),
    meta,
  });

/** `dense`: n × n from source row to target column, in positions; `position`: product -> place or -1. */
export const denseEase = (dense: Float32Array, position: Int32Array, meta: StoredModel['meta']): Fitted => {
  const fading = fadingOf(meta);
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
      const { items, weights } = distinctItems(history, fading);
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
      const { items, weights } = distinctItems(history, fading);
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
