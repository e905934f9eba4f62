import type { SparseRows } from '../../data/interactions.ts';
import type { Fitted, StoredModel } from '../model.ts';
import { distinctItems, fadingOf, itemItemModel, Query } from '../neighbours/item-item.ts';

/** `neighbours`: row = what was bought, column = what it speaks for, in product rows. */
export const sparseEase = (neighbours: SparseRows, meta: StoredModel['meta']): Fitted => {
  const fading = fadingOf(meta);
  return itemItemModel({
    name: 'ease',
    neighbours,
    products: neighbours.start.length - 1,
    ask: (history, query) => distinctItems(history, query, fading),
    meta,
  });
};

/** `dense`: n × n from source row to target column, in positions; `position`: product -> place or -1. */
export const denseEase = (dense: Float32Array, position: Int32Array, meta: StoredModel['meta']): Fitted => {
  const fading = fadingOf(meta);
  const n = Math.round(Math.sqrt(dense.length));
  const chosen = new Int32Array(n);
  position.forEach((at, product) => {
    if (at >= 0) chosen[at] = product;
  });
  const sums = new Float32Array(n);
  const query = new Query();
  return {
    name: 'ease',
    products: position.length,
    score: (history, _now, sheet) => {
      sums.fill(0);
      distinctItems(history, query, fading);
      const { items, weights } = query;
      for (let q = 0; q < query.count; q++) {
        const at = position[items[q]!]!;
        if (at < 0) continue;
        const weight = weights[q]!;
        for (let j = 0, d = at * n; j < n; j++, d++) sums[j]! += weight * dense[d]!;
      }
      for (let j = 0; j < n; j++) sheet.add(chosen[j]!, sums[j]!);
    },
    explain: (history, _now, product) => {
      const target = position[product]!;
      distinctItems(history, query, fading);
      const { items, weights } = query;
      let because = -1;
      let most = 0;
      for (let q = 0; q < query.count && target >= 0; q++) {
        const at = position[items[q]!]!;
        if (at < 0 || at === target) continue;
        const part = weights[q]! * dense[at * n + target]!;
        if (part <= most) continue;
        because = items[q]!;
        most = part;
      }
      return because < 0 ? { kind: 'popular' } : { kind: 'bought-with', because };
    },
    store: () => ({ arrays: { dense, position }, meta }),
  };
};
