/**
 * What sells now, held against what always sold. A model of tastes is learned from months and goes on praising what went with the last
 * season; lifted by (recent share / whole share)^exponent its scores follow the shop, and what is no longer sold falls behind by itself.
 */
import type { Train } from '../../data/splits.ts';
import { type Fitted, recency } from '../model.ts';

export interface DemandLift {
  /** An event counts 2^(-age / half-life) in the recent share. */
  readonly halfLifeDays: number;
  /** 0: the scores stay as they are. */
  readonly exponent: number;
}

export const noLift: DemandLift = { halfLifeDays: 0, exponent: 0 };

/** Events by which a product's ratio is drawn to 1: three sales more or less are chance. */
const drawnToOne = 10;

/**
 * Per product: its recent events, scaled so that all products' add up to all events, over all its events, both with `drawnToOne` more. 1: sells
 * as always, or not at all. `now`: milliseconds.
 */
export const demandRatios = (train: Train, now: number, halfLifeDays: number): Float32Array => {
  const products = train.products.ids.length;
  const recent = new Float64Array(products);
  const all = new Float64Array(products);
  let sum = 0;
  for (let e = 0; e < train.product.length; e++) {
    const weight = recency(now - train.at[e]!, halfLifeDays);
    recent[train.product[e]!]! += weight;
    all[train.product[e]!]!++;
    sum += weight;
  }
  const scale = sum > 0 ? train.product.length / sum : 0;
  return Float32Array.from(all, (count, p) => (recent[p]! * scale + drawnToOne) / (count + drawnToOne));
};

/** What each product's score is lifted by. */
export const liftFactors = (ratios: Float32Array, { exponent }: DemandLift): Float32Array =>
  ratios.map(ratio => ratio ** exponent);

/** Scores that are products of vectors are made in one pass over flat memory, where none can be lifted by itself. */
export const canBeLifted = ({ factors }: Pick<Fitted, 'factors'>): boolean => factors === undefined;

/** The model with every score lifted by the product's factor; what it stores is the model without. Throws RangeError for one of vectors. */
export const liftedBy = (model: Fitted, factor: Float32Array): Fitted => {
  if (!canBeLifted(model))
    throw new RangeError(`The scores of ${model.name} are products of vectors and can't be lifted`);
  return {
    ...model,
    score: (history, now, sheet) => {
      model.score(history, now, sheet);
      sheet.lift(factor);
    },
  };
};
