import { distinctPairs, type SparseRows, transpose } from '../data/interactions.ts';
import { distinctItems } from './item-item.ts';
import type { Fitted, ModelKind, ModelSettings } from './model.ts';
import { BestRows } from './score-sheet.ts';

/**
 * What similar shoppers bought: products weigh idf = log(shoppers / buyers), similarity is the cosine of those vectors, and the
 * `neighbours` nearest shoppers vote with it. A history from outside works like one from training.
 */
export const userKnn: ModelKind = {
  name: 'user-knn',
  candidates: () => [{ neighbours: 100 }, { neighbours: 300 }],
  fit: (train, settings) => build(distinctPairs(train), train.products.ids.length, { neighbours: 100, ...settings }),
  restore: stored => {
    const cols = stored.arrays.cols as Int32Array;
    const pairs = { start: stored.arrays.start as Int32Array, cols, values: new Float32Array(cols.length).fill(1) };
    return build(pairs, Number(stored.meta.products), { neighbours: Number(stored.meta.neighbours) });
  },
};

/** A product bought by thousands says little about taste and would cost the most: only this many of its buyers are looked at. */
const mostBuyersRead = 3_000;

const build = (pairs: SparseRows, products: number, settings: ModelSettings): Fitted => {
  const shoppers = pairs.start.length - 1;
  const buyers = transpose(pairs, products);
  const idf = Float32Array.from({ length: products }, (_, i) => {
    const count = buyers.start[i + 1]! - buyers.start[i]!;
    return count === 0 ? 0 : Math.log((shoppers + 1) / count);
  });
  const lengths = Float32Array.from({ length: shoppers }, (_, s) => {
    let squares = 0;
    for (let e = pairs.start[s]!; e < pairs.start[s + 1]!; e++) squares += idf[pairs.cols[e]!]! ** 2;
    return Math.sqrt(squares);
  });
  const dots = new Float32Array(shoppers);
  const met = new Int32Array(shoppers);
  const nearest = new BestRows(settings.neighbours ?? 100);
  return {
    name: 'user-knn',
    products,
    score: (history, _now, sheet) => {
      const { items, weights } = distinctItems(history);
      let size = 0;
      for (let q = 0; q < items.length; q++) {
        const item = items[q]!;
        const weight = weights[q]! * idf[item]! ** 2;
        if (weight <= 0) continue;
        const from = Math.max(buyers.start[item]!, buyers.start[item + 1]! - mostBuyersRead);
        for (let b = from; b < buyers.start[item + 1]!; b++) {
          const shopper = buyers.cols[b]!;
          if (dots[shopper] === 0) met[size++] = shopper;
          dots[shopper]! += weight;
        }
      }
      nearest.clear();
      for (let m = 0; m < size; m++) {
        const shopper = met[m]!;
        nearest.offer(shopper, dots[shopper]! / lengths[shopper]!);
        dots[shopper] = 0;
      }
      for (let k = 0; k < nearest.count; k++) {
        const shopper = nearest.rows[k]!;
        const vote = nearest.scores[k]!;
        for (let e = pairs.start[shopper]!; e < pairs.start[shopper + 1]!; e++) sheet.add(pairs.cols[e]!, vote);
      }
    },
    explain: () => ({ kind: 'similar-shoppers' }),
    store: () => ({
      arrays: { start: pairs.start, cols: pairs.cols },
      meta: { products, neighbours: settings.neighbours ?? 100 },
    }),
  };
};
