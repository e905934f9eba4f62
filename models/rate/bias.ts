import { meanOf, type RatingModel, type Ratings, within } from './ratings.ts';

export interface Bias extends RatingModel {
  readonly mean: number;
  readonly ofShopper: Float64Array;
  readonly ofProduct: Float64Array;
}

/** Ratings a shopper or product must have before half of its own tendency is believed. */
const dampShopper = 5;
const dampProduct = 5;
const rounds = 8;

/**
 * mean + how much more than others this shopper gives + how much more than others this product gets (Koren 2010, section 2.1): least
 * squares with a penalty, solved by turns.
 */
export const fitBias = (train: Ratings): Bias => {
  const mean = meanOf(train.rating);
  const ofShopper = new Float64Array(train.shoppers);
  const ofProduct = new Float64Array(train.products);
  const solve = (own: Float64Array, ids: Int32Array, other: Float64Array, others: Int32Array, damp: number): void => {
    const counts = new Float64Array(own.length).fill(damp);
    own.fill(0);
    for (let r = 0; r < ids.length; r++) {
      own[ids[r]!]! += train.rating[r]! - mean - other[others[r]!]!;
      counts[ids[r]!]!++;
    }
    for (let i = 0; i < own.length; i++) own[i]! /= counts[i]!;
  };
  for (let round = 0; round < rounds; round++) {
    solve(ofProduct, train.product, ofShopper, train.shopper, dampProduct);
    solve(ofShopper, train.shopper, ofProduct, train.product, dampShopper);
  }
  return {
    name: 'bias',
    mean,
    ofShopper,
    ofProduct,
    predict: (shopper, product) => within(train, mean + ofShopper[shopper]! + ofProduct[product]!),
  };
};
