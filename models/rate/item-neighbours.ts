import { transpose } from '../data/interactions.ts';
import { SparseBuilder, valueAt } from '../recommend/neighbours/sparse-rows.ts';
import { fitBias } from './bias.ts';
import { type RatingModel, type Ratings, within } from './ratings.ts';

/** Shared shoppers before half of a correlation is believed. */
const shrink = 60;
const kept = 300;
const mostUsed = 40;
/** Weight of "as its bias says" among the neighbours. */
const anchor = 0.6;

/**
 * Item-kNN on what the biases leave over (Koren 2010, section 2.2): the correlation of two products over those who rated both, shrunk where
 * few did; a rating is the bias plus the mean of the shopper's leftovers on the nearest products, weighted by correlation.
 */
export const fitItemNeighbours = (train: Ratings): RatingModel => {
  const bias = fitBias(train);
  const left = Float32Array.from(
    train.rating,
    (rating, r) => rating - bias.mean - bias.ofShopper[train.shopper[r]!]! - bias.ofProduct[train.product[r]!]!,
  );
  const raters = transpose({ start: train.start, cols: train.product, values: left }, train.products);
  const [dots, own, other] = [0, 1, 2].map(() => new Float64Array(train.products)) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  const shared = new Int32Array(train.products);
  const touched = new Int32Array(train.products);
  const builder = new SparseBuilder(kept);
  for (let i = 0; i < train.products; i++) {
    let size = 0;
    for (let b = raters.start[i]!; b < raters.start[i + 1]!; b++) {
      const shopper = raters.cols[b]!;
      const mine = raters.values[b]!;
      for (let r = train.start[shopper]!; r < train.start[shopper + 1]!; r++) {
        const j = train.product[r]!;
        if (shared[j] === 0) touched[size++] = j;
        shared[j]!++;
        dots[j]! += mine * left[r]!;
        own[j]! += mine * mine;
        other[j]! += left[r]! ** 2;
      }
    }
    for (let t = 0; t < size; t++) {
      const j = touched[t]!;
      const lengths = Math.sqrt(own[j]! * other[j]!);
      const alike = lengths > 0 ? (dots[j]! / lengths) * (shared[j]! / (shared[j]! + shrink)) : 0;
      dots[j] = j === i || alike <= 0 ? 0 : alike;
    }
    builder.push(touched, size, dots);
    for (let t = 0; t < size; t++) dots[touched[t]!] = own[touched[t]!] = other[touched[t]!] = shared[touched[t]!] = 0;
  }
  const neighbours = builder.done();
  return {
    name: 'item-knn',
    predict: (shopper, product) => {
      const found: { alike: number; left: number }[] = [];
      for (let r = train.start[shopper]!; r < train.start[shopper + 1]!; r++) {
        const alike = valueAt(neighbours, product, train.product[r]!);
        if (alike > 0) found.push({ alike, left: left[r]! });
      }
      found.sort((a, b) => b.alike - a.alike);
      let [sum, weight] = [0, anchor];
      for (const { alike, left: value } of found.slice(0, mostUsed)) {
        sum += alike * value;
        weight += alike;
      }
      return within(train, bias.mean + bias.ofShopper[shopper]! + bias.ofProduct[product]! + sum / weight);
    },
  };
};
