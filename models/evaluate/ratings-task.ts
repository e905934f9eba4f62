import { command, readArguments, wholeNumber } from '../../knowledge/command-line.ts';
import { foldsOf, keepRatings, maeOf, meanOf, rmseOf } from '../rate/ratings.ts';
import { fitRatings, type RatingModelName, ratingModelNames } from '../rate/stack.ts';
import { readRatings } from './read-ratings.ts';
import { BadInput, type EvaluateTask, listed } from './task.ts';

const usage = command({
  name: 'npm run evaluate -- ratings',
  about:
    'Rating prediction by cross-validation over all ratings: RMSE and MAE of every model, mean and deviation over the folds.',
  options: {
    ratings: { takes: 'FILE', needed: true, about: 'CSV: shopper,product,rating' },
    folds: { takes: 'N', usually: '5', about: 'parts, each of which is predicted from the others' },
    seed: { takes: 'N', usually: '1', about: 'of the folds and fits' },
    models: { takes: 'NAMES', about: `separated by commas, of ${ratingModelNames.join(', ')}; all if not given` },
    out: { takes: 'FILE', about: 'raw predictions, a JSON object each' },
  },
  examples: ['--ratings ratings.csv'],
});

/**
 * K-fold cross-validation over all ratings, folds drawn by seed. Everything that is chosen (when to stop, the forest, the blend's weights)
 * comes from a part of each train part; the test fold is only predicted. A shopper or product without a rating in the train part is
 * predicted too.
 */
export const ratingsTask: EvaluateTask = {
  name: 'ratings',
  usage,
  run: async (args, io) => {
    const options = readOptions(args);
    const { ratings, shopperIds, productIds, dropped, replaced } = readRatings(options.file);
    const count = ratings.rating.length;
    io.note(`${options.file}: ${count} ratings; left out ${dropped} unusable rows, ${replaced} rated again later`);
    if (count < options.folds)
      throw new BadInput(`${options.file} has ${count} ratings; ${options.folds} folds need at least as many`);
    const fold = foldsOf(count, options.folds, options.seed);
    const results = new Map(options.models.map(name => [name, { rmse: [], mae: [], seconds: [] } as Results]));
    const predictions = io.predictions(options.out);
    try {
      for (let f = 0; f < options.folds; f++) {
        const test = keepRatings(ratings, r => fold[r] === f);
        const train = keepRatings(ratings, r => fold[r] !== f);
        const { models, weights, importance } = fitRatings(train, options.seed);
        io.note(`fold ${f + 1}: weights ${shares(weights)}; forest looks at ${shares(importance)}`);
        for (const [name, result] of results) {
          const { model, seconds } = models.get(name)!;
          result.rmse.push(rmseOf(model, test));
          result.mae.push(maeOf(model, test));
          result.seconds.push(seconds);
          for (let r = 0; r < test.rating.length; r++)
            predictions.write({
              model: name,
              fold: f,
              shopper: shopperIds[test.shopper[r]!],
              product: productIds[test.product[r]!],
              rating: test.rating[r],
              predicted: model.predict(test.shopper[r]!, test.product[r]!),
            });
        }
        await new Promise(resolve => setImmediate(resolve)); // what was noted gets out
      }
    } finally {
      predictions.close();
    }
    for (const [model, { rmse, mae, seconds }] of results)
      io.print({
        model,
        folds: options.folds,
        seed: options.seed,
        rmse: meanOf(rmse),
        rmseSd: spreadOf(rmse),
        mae: meanOf(mae),
        maeSd: spreadOf(mae),
        seconds: meanOf(seconds),
        ratings: count,
        shoppers: ratings.shoppers,
        products: ratings.products,
      });
  },
};

interface Results {
  readonly rmse: number[];
  readonly mae: number[];
  readonly seconds: number[];
}

const shares = (parts: Readonly<Record<string, number>>): string =>
  Object.entries(parts)
    .map(([name, share]) => `${name} ${share.toFixed(2)}`)
    .join(', ') || 'nothing';

/** Standard deviation of a sample; 0 for one value. */
const spreadOf = (values: readonly number[]): number => {
  const mean = meanOf(values);
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return values.length < 2 ? 0 : Math.sqrt(squares / (values.length - 1));
};

interface Options {
  readonly file: string;
  readonly folds: number;
  readonly seed: number;
  readonly models: readonly RatingModelName[];
  readonly out: string | undefined;
}

const readOptions = (args: readonly string[]): Options => {
  const { values } = readArguments(usage, args);
  const named = listed(values.models);
  const unknown = named.find(name => !ratingModelNames.some(known => known === name));
  if (unknown !== undefined)
    throw new BadInput(`There is no model ${JSON.stringify(unknown)}; models are ${ratingModelNames.join(', ')}`);
  return {
    file: values.ratings,
    folds: wholeNumber('folds', values.folds, 2, 100),
    seed: wholeNumber('seed', values.seed, 0, 4_294_967_295),
    models: ratingModelNames.filter(name => named.length === 0 || named.includes(name)),
    out: values.out,
  };
};
