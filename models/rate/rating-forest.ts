import { fitForest, forestValue } from '../forest/forest.ts';
import { type RatingModel, type Ratings, within } from './ratings.ts';

export interface RatingForest extends RatingModel {
  /** Share of the variance each feature took away, adding up to 1. */
  readonly importance: Readonly<Record<string, number>>;
}

/** Mean, spread and count of ratings per row number. */
interface Summary {
  readonly mean: Float64Array;
  readonly spread: Float64Array;
  readonly count: Float64Array;
}

const summarise = (ids: Int32Array, rating: Float32Array, rows: number, overall: number): Summary => {
  const [mean, squares, count] = [0, 1, 2].map(() => new Float64Array(rows)) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  for (let r = 0; r < ids.length; r++) {
    mean[ids[r]!]! += rating[r]!;
    squares[ids[r]!]! += rating[r]! ** 2;
    count[ids[r]!]!++;
  }
  const spread = new Float64Array(rows);
  for (let i = 0; i < rows; i++) {
    const plain = count[i]! > 0 ? mean[i]! / count[i]! : overall;
    spread[i] = count[i]! > 1 ? Math.sqrt(Math.max(0, squares[i]! / count[i]! - plain ** 2)) : 0;
    mean[i] = (mean[i]! + 5 * overall) / (count[i]! + 5);
  }
  return { mean, spread, count };
};

/** What the forest looks at: means, spreads and counts of both sides, and what other models say. */
export const ratingFeatures = (train: Ratings, models: readonly RatingModel[]) => {
  const overall = train.rating.reduce((sum, x) => sum + x, 0) / Math.max(1, train.rating.length);
  const shoppers = summarise(train.shopper, train.rating, train.shoppers, overall);
  const products = summarise(train.product, train.rating, train.products, overall);
  const names = [
    ...['shopper mean', 'shopper spread', 'shopper ratings', 'product mean', 'product spread', 'product ratings'],
    ...models.map(model => model.name),
  ];
  const of = (shopper: number, product: number): number[] => [
    ...[shoppers.mean[shopper]!, shoppers.spread[shopper]!, shoppers.count[shopper]!],
    ...[products.mean[product]!, products.spread[product]!, products.count[product]!],
    ...models.map(model => model.predict(shopper, product)),
  ];
  return { names, of };
};

/** A forest over features of `held`, ratings that neither the features nor the models behind them have seen. */
export const fitRatingForest = (
  features: ReturnType<typeof ratingFeatures>,
  held: Ratings,
  seed: number,
): Pick<RatingForest, 'importance'> & { readonly value: (x: ArrayLike<number>) => number } => {
  const columns = features.names.length;
  const rows = held.rating.length;
  const values = new Float64Array(rows * columns);
  for (let r = 0; r < rows; r++) values.set(features.of(held.shopper[r]!, held.product[r]!), r * columns);
  const forest = fitForest(
    { rows, columns, x: values },
    {
      target: held.rating,
      on: Int32Array.from({ length: rows }, (_, r) => r),
      seed,
      trees: 60,
      depth: 8,
      minRows: Math.min(40, Math.max(2, Math.floor(rows / 50))),
      columnsPerSplit: Math.ceil(columns / 2),
    },
  );
  return {
    importance: Object.fromEntries(features.names.map((name, c) => [name, forest.importance[c]!])),
    value: x => forestValue(forest, x),
  };
};

export const forestModel = (
  forest: ReturnType<typeof fitRatingForest>,
  features: ReturnType<typeof ratingFeatures>,
  range: Pick<Ratings, 'low' | 'high'>,
): RatingForest => ({
  name: 'forest',
  importance: forest.importance,
  predict: (shopper, product) => within(range, forest.value(features.of(shopper, product))),
});
