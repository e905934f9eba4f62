import { distinctPairs, transpose } from '../data/interactions.ts';
import type { Train } from '../data/splits.ts';
import { distinctItems, itemItemModel, storedNeighbours } from './item-item.ts';
import type { Fitted, ModelKind, StoredModel } from './model.ts';
import { SparseBuilder } from './sparse-rows.ts';

/**
 * Products bought by the same shoppers: cosine with shrinkage, co(i, j) / (√(n_i · n_j) + shrink), the nearest `neighbours` of each
 * product kept. Score of i: the sum over what the shopper bought.
 */
export const itemKnn: ModelKind = {
  name: 'item-knn',
  candidates: () => [
    { neighbours: 200, shrink: 10 },
    { neighbours: 60, shrink: 3 },
  ],
  fit: (train, settings) => learn(train, { neighbours: 200, shrink: 10, ...settings }),
  restore: stored => build(storedNeighbours(stored), stored.meta),
};

const learn = (train: Train, settings: { neighbours: number; shrink: number }): Fitted => {
  const products = train.products.ids.length;
  const pairs = distinctPairs(train);
  const buyers = transpose(pairs, products);
  const together = new Float32Array(products);
  const touched = new Int32Array(products);
  const builder = new SparseBuilder(settings.neighbours);
  const count = (product: number): number => buyers.start[product + 1]! - buyers.start[product]!;
  for (let i = 0; i < products; i++) {
    let size = 0;
    for (let b = buyers.start[i]!; b < buyers.start[i + 1]!; b++) {
      const shopper = buyers.cols[b]!;
      for (let e = pairs.start[shopper]!; e < pairs.start[shopper + 1]!; e++) {
        const j = pairs.cols[e]!;
        if (together[j] === 0) touched[size++] = j;
        together[j]!++;
      }
    }
    const own = count(i);
    for (let t = 0; t < size; t++) {
      const j = touched[t]!;
      together[j] = j === i ? 0 : together[j]! / (Math.sqrt(own * count(j)) + settings.shrink);
    }
    builder.push(touched, size, together);
    for (let t = 0; t < size; t++) together[touched[t]!] = 0;
  }
  return build(transpose(builder.done(), products), settings);
};

const build = (neighbours: ReturnType<typeof storedNeighbours>, meta: StoredModel['meta']): Fitted =>
  itemItemModel({ name: 'item-knn', neighbours, products: neighbours.start.length - 1, query: distinctItems, meta });
