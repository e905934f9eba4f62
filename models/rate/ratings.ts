import { seededRandom } from '../../knowledge/domain/random.ts';

/** Ratings as flat arrays, grouped by shopper: shopper s owns rows start[s] until start[s + 1]. Ids are row numbers. */
export interface Ratings {
  readonly shoppers: number;
  readonly products: number;
  readonly shopper: Int32Array;
  readonly product: Int32Array;
  readonly rating: Float32Array;
  readonly start: Int32Array;
  /** The smallest and largest rating there is; predictions stay between them. */
  readonly low: number;
  readonly high: number;
}

export interface RatingModel {
  readonly name: string;
  /** The rating this shopper would give; also for shoppers and products without ratings. */
  predict(shopper: number, product: number): number;
}

/** Rows in any order. Throws without a row or for a rating that is not a number. */
export const ratingsOf = (
  rows: readonly { readonly shopper: number; readonly product: number; readonly rating: number }[],
  shoppers: number,
  products: number,
): Ratings => {
  if (rows.length === 0) throw new Error('There are no ratings');
  const odd = rows.find(row => !Number.isFinite(row.rating));
  if (odd !== undefined) throw new Error(`A rating is ${odd.rating}; it must be a number`);
  const order = Int32Array.from(rows, (_, r) => r).sort((x, y) => rows[x]!.shopper - rows[y]!.shopper || x - y);
  const rating = Float32Array.from(order, r => rows[r]!.rating);
  return {
    shoppers,
    products,
    ...grouped(
      Int32Array.from(order, r => rows[r]!.shopper),
      shoppers,
    ),
    product: Int32Array.from(order, r => rows[r]!.product),
    rating,
    low: rating.reduce((least, x) => Math.min(least, x), Number.POSITIVE_INFINITY),
    high: rating.reduce((most, x) => Math.max(most, x), Number.NEGATIVE_INFINITY),
  };
};

const grouped = (shopper: Int32Array, shoppers: number): Pick<Ratings, 'shopper' | 'start'> => {
  const start = new Int32Array(shoppers + 1);
  for (const s of shopper) start[s + 1]!++;
  for (let s = 0; s < shoppers; s++) start[s + 1]! += start[s]!;
  return { shopper, start };
};

/** The rows for which `keep` holds; ids and the range of ratings stay. */
export const keepRatings = (all: Ratings, keep: (row: number) => boolean): Ratings => {
  const rows = Int32Array.from(all.rating, (_, r) => r).filter(keep);
  return {
    ...all,
    ...grouped(
      rows.map(r => all.shopper[r]!),
      all.shoppers,
    ),
    product: rows.map(r => all.product[r]!),
    rating: Float32Array.from(rows, r => all.rating[r]!),
  };
};

/** The fold of each row, 0..folds - 1, as equal in size as can be. */
export const foldsOf = (count: number, folds: number, seed: number): Int32Array => {
  const random = seededRandom(seed);
  const fold = Int32Array.from({ length: count }, (_, r) => r % folds);
  for (let r = count - 1; r > 0; r--) {
    const other = Math.floor(random() * (r + 1));
    [fold[r], fold[other]] = [fold[other]!, fold[r]!];
  }
  return fold;
};

export const meanOf = (values: ArrayLike<number>): number => {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i]!;
  return values.length === 0 ? 0 : sum / values.length;
};

/** A prediction kept between the smallest and the largest rating. */
export const within = ({ low, high }: Pick<Ratings, 'low' | 'high'>, value: number): number =>
  Math.min(high, Math.max(low, value));

export const rmseOf = (model: RatingModel, test: Ratings): number => {
  let squares = 0;
  for (let r = 0; r < test.rating.length; r++)
    squares += (model.predict(test.shopper[r]!, test.product[r]!) - test.rating[r]!) ** 2;
  return Math.sqrt(squares / test.rating.length);
};

export const maeOf = (model: RatingModel, test: Ratings): number => {
  let sum = 0;
  for (let r = 0; r < test.rating.length; r++)
    sum += Math.abs(model.predict(test.shopper[r]!, test.product[r]!) - test.rating[r]!);
  return sum / test.rating.length;
};
