import { RidgeRows, solveCholesky } from '../recommend/factors/weighted-ridge.ts';
import { fitBias } from './bias.ts';
import {
  type FactorRatings,
  type FactorSettings,
  fitFactors,
  implicitFactors,
  plainFactors,
  regularisations,
} from './factors.ts';
import { fitItemNeighbours } from './item-neighbours.ts';
import { fitRatingForest, forestModel, ratingFeatures } from './rating-forest.ts';
import { foldsOf, keepRatings, meanOf, type RatingModel, type Ratings, within } from './ratings.ts';

export const ratingModelNames = ['bias', 'matrix-factorisation', 'svd++', 'item-knn', 'forest', 'blend'] as const;
export type RatingModelName = (typeof ratingModelNames)[number];

export interface FittedRating {
  readonly model: RatingModel;
  /** Time its own fit took; for forest and blend with all that they are made of. */
  readonly seconds: number;
}

export interface FittedRatings {
  readonly models: ReadonlyMap<RatingModelName, FittedRating>;
  /** Of each part in the blend; they were learned on ratings the parts had not seen. */
  readonly weights: Readonly<Record<string, number>>;
  /** Of each feature in the forest, adding up to 1. */
  readonly importance: Readonly<Record<string, number>>;
}

/** One part in five is held out of the train part, to learn when to stop, the forest and the blend's weights. */
const heldShare = 5;
/** With fewer held out, nothing can be learned from them: the parts count alike. */
const fewestHeld = 50;
/** Passes of a factorisation where nothing could tell when to stop. */
const epochsUnseen = 20;

/**
 * Every rating model, deterministic for one seed. The parts are fitted twice: without the held-out fifth, so that forest and weights are
 * learned from honest predictions, and then on everything. Forest predictions for the weights come from a forest of the other half.
 */
export const fitRatings = (train: Ratings, seed: number): FittedRatings => {
  const fold = foldsOf(train.rating.length, heldShare, seed);
  const inner = keepRatings(train, r => fold[r] !== 0);
  const held = keepRatings(train, r => fold[r] === 0);
  const learnable = held.rating.length >= fewestHeld && inner.rating.length > 0;
  const models = new Map<RatingModelName, FittedRating>();
  const innerParts: RatingModel[] = [];
  const parts: RatingModel[] = [];
  const add = (name: RatingModelName, learn: (data: Ratings, before: RatingModel | null) => RatingModel): void => {
    const start = performance.now();
    const first = learnable ? learn(inner, null) : null;
    if (first !== null) innerParts.push(first);
    const model = learn(train, first);
    parts.push(model);
    models.set(name, { model, seconds: (performance.now() - start) / 1000 });
  };
  add('bias', data => fitBias(data));
  /** When to stop and how much to hold back are settled on the held-out part; the fit on everything takes them over. */
  const factors =
    (settings: FactorSettings, tries: readonly number[]) => (data: Ratings, before: RatingModel | null) => {
      if (before !== null) {
        const { epochs, regularisation } = before as FactorRatings;
        return fitFactors(data, { ...settings, epochs, regularisation }, seed);
      }
      if (!learnable) return fitFactors(data, { ...settings, epochs: epochsUnseen }, seed);
      const tried = tries.map(regularisation => fitFactors(data, { ...settings, regularisation }, seed, held));
      const best = tried.reduce((least, model) => (model.rmse < least.rmse ? model : least));
      settled = best.regularisation;
      return best;
    };
  let settled = plainFactors.regularisation;
  add('matrix-factorisation', factors(plainFactors, regularisations));
  add('svd++', factors(implicitFactors, [settled]));
  add('item-knn', data => fitItemNeighbours(data));
  const partSeconds = [...models.values()].reduce((sum, { seconds }) => sum + seconds, 0);

  const start = performance.now();
  if (!learnable) {
    const mean: RatingModel = {
      name: 'mean',
      predict: (shopper, product) => meanOf(parts.map(part => part.predict(shopper, product))),
    };
    models.set('forest', { model: { ...mean, name: 'forest' }, seconds: partSeconds });
    models.set('blend', { model: { ...mean, name: 'blend' }, seconds: partSeconds });
    return { models, weights: Object.fromEntries(parts.map(part => [part.name, 1 / parts.length])), importance: {} };
  }
  const innerFeatures = ratingFeatures(inner, innerParts);
  const half = foldsOf(held.rating.length, 2, seed + 1);
  const halves = [0, 1].map(h =>
    fitRatingForest(
      innerFeatures,
      keepRatings(held, r => half[r] === h),
      seed,
    ),
  );
  const seen = Float32Array.from(held.rating, (_, r) =>
    halves[1 - half[r]!]!.value(innerFeatures.of(held.shopper[r]!, held.product[r]!)),
  );
  const whole = fitRatingForest(innerFeatures, held, seed);
  const forest = forestModel(whole, ratingFeatures(train, parts), train);
  models.set('forest', { model: forest, seconds: partSeconds + (performance.now() - start) / 1000 });
  const columns = [...innerParts.map(part => column(part, held)), seen];
  const blended = [...parts, forest];
  const { weights, constant } = leastSquares(columns, held.rating);
  models.set('blend', {
    seconds: partSeconds + (performance.now() - start) / 1000,
    model: {
      name: 'blend',
      predict: (shopper, product) =>
        within(
          train,
          blended.reduce((sum, part, c) => sum + weights[c]! * part.predict(shopper, product), constant),
        ),
    },
  });
  return {
    models,
    weights: Object.fromEntries(blended.map((part, c) => [part.name, weights[c]!])),
    importance: whole.importance,
  };
};

const column = (model: RatingModel, data: Ratings): Float32Array =>
  Float32Array.from(data.rating, (_, r) => model.predict(data.shopper[r]!, data.product[r]!));

/** target ≈ constant + Σ weights · columns, with a ridge too small to matter unless columns say the same. */
const leastSquares = (
  columns: readonly Float32Array[],
  target: Float32Array,
): { readonly weights: Float64Array; readonly constant: number } => {
  const [d, rows] = [columns.length, target.length];
  const means = columns.map(meanOf);
  const mean = meanOf(target);
  const table = new Float32Array(rows * d);
  const weights = new Float64Array(d);
  for (let r = 0; r < rows; r++)
    for (let c = 0; c < d; c++) {
      table[r * d + c] = columns[c]![r]! - means[c]!;
      weights[c]! += table[r * d + c]! * (target[r]! - mean);
    }
  const all = Int32Array.from({ length: rows }, (_, r) => r);
  const ones = new Float32Array(rows).fill(1);
  const equations = { cols: all, weights: ones, from: 0, to: rows };
  solveCholesky(new RidgeRows(d).factorise(table, new Float64Array(d * d), 1e-3 * rows, equations), d, weights);
  return { weights, constant: mean - weights.reduce((sum, weight, c) => sum + weight * means[c]!, 0) };
};
