import { beforeAll, describe, expect, it } from 'vitest';
import { fitBias } from './bias.ts';
import { fitFactors, implicitFactors, plainFactors } from './factors.ts';
import { fitItemNeighbours } from './item-neighbours.ts';
import { foldsOf, keepRatings, maeOf, ratingsOf, rmseOf } from './ratings.ts';
import { type FittedRatings, fitRatings, ratingModelNames } from './stack.ts';
import { ratedWorld } from './world.test-helper.ts';

const world = ratedWorld(1);
const all = ratingsOf(world.rows, world.shoppers, world.products);
const fold = foldsOf(all.rating.length, 5, 1);
const train = keepRatings(all, r => fold[r] !== 0);
const test = keepRatings(all, r => fold[r] === 0);
let fitted: FittedRatings;
beforeAll(() => {
  fitted = fitRatings(train, 1);
});
const rmse = (name: (typeof ratingModelNames)[number]): number => rmseOf(fitted.models.get(name)!.model, test);

describe('rating models on a made-up world whose noise is known', () => {
  it('matrix factorisation takes away most of what the biases leave above the noise', () => {
    const [bias, factors] = [rmse('bias'), rmse('matrix-factorisation')];
    expect(bias).toBeGreaterThan(world.noise * 1.3);
    expect(factors - world.noise).toBeLessThan(0.55 * (bias - world.noise));
  });

  it('the blend is at least as good as its best part, near the noise and never below it', () => {
    const parts = ratingModelNames.filter(name => name !== 'blend').map(rmse);
    expect(rmse('blend')).toBeLessThan(Math.min(...parts) * 1.005);
    expect(rmse('blend')).toBeGreaterThan(world.noise * 0.95);
    expect(rmse('blend')).toBeLessThan(world.noise * 1.25);
  });

  it('neighbours and SVD++ beat the biases; the forest says what it looks at', () => {
    expect(rmse('item-knn')).toBeLessThan(rmse('bias'));
    expect(rmse('svd++')).toBeLessThan(rmse('bias'));
    expect(rmse('forest')).toBeLessThan(rmse('bias'));
    const shares = Object.values(fitted.importance);
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 6);
    expect(fitted.importance['product ratings']!).toBeLessThan(fitted.importance['matrix-factorisation']!);
  });

  it('the same ratings and seed give the same predictions', () => {
    const again = fitRatings(train, 1);
    for (const name of ratingModelNames)
      expect(again.models.get(name)!.model.predict(3, 5)).toBe(fitted.models.get(name)!.model.predict(3, 5));
  });

  it('nothing is predicted outside the ratings there are, also for those never seen', () => {
    const few = keepRatings(train, r => train.shopper[r] !== 7 && train.product[r] !== 11);
    for (const { model } of fitRatings(few, 1).models.values())
      for (const [shopper, product] of [
        [7, 11],
        [7, 3],
        [3, 11],
      ] as const) {
        const guess = model.predict(shopper, product);
        expect(guess).toBeGreaterThanOrEqual(all.low);
        expect(guess).toBeLessThanOrEqual(all.high);
      }
  });
});

describe('small and exact', () => {
  const of = (...rows: [shopper: number, product: number, rating: number][]) =>
    ratingsOf(
      rows.map(([shopper, product, rating]) => ({ shopper, product, rating })),
      3,
      3,
    );

  it('biases are damped means: one shopper who gives two more than the other', () => {
    const bias = fitBias(of([0, 0, 5], [0, 1, 5], [1, 0, 3], [1, 1, 3]));
    expect(bias.mean).toBe(4);
    expect(bias.ofShopper[0]).toBeCloseTo(2 / (2 + 5), 6);
    expect(bias.ofShopper[1]).toBeCloseTo(-2 / (2 + 5), 6);
    expect(bias.predict(2, 2)).toBe(4);
  });

  it('a factorisation with too many passes stops at the one that was best on validation', () => {
    const stopped = fitFactors(train, { ...plainFactors, regularisation: 0.01, epochs: 60 }, 1, test);
    expect(stopped.epochs).toBeLessThan(60);
    const same = fitFactors(train, { ...plainFactors, regularisation: 0.01, epochs: stopped.epochs }, 1);
    expect(rmseOf(same, test)).toBeCloseTo(stopped.rmse, 9);
  });

  it('without a neighbour in common the item-kNN says what the biases say', () => {
    const lonely = of([0, 0, 5], [1, 1, 3], [2, 2, 4]);
    expect(fitItemNeighbours(lonely).predict(0, 1)).toBeCloseTo(fitBias(lonely).predict(0, 1), 9);
  });

  it('one rating is enough for all models to say that rating', () => {
    for (const { model } of fitRatings(of([0, 0, 4]), 1).models.values()) expect(model.predict(1, 2)).toBe(4);
  });

  it('errors are what they are called', () => {
    const four = { name: 'four', predict: () => 4 };
    const ratings = of([0, 0, 4], [1, 0, 2], [2, 0, 5]);
    expect(rmseOf(four, ratings)).toBeCloseTo(Math.sqrt(5 / 3), 9);
    expect(maeOf(four, ratings)).toBeCloseTo(1, 9);
  });

  it('refuses no ratings and ratings that are not numbers', () => {
    expect(() => ratingsOf([], 1, 1)).toThrow('no ratings');
    expect(() => ratingsOf([{ shopper: 0, product: 0, rating: Number.NaN }], 1, 1)).toThrow('NaN');
  });

  it('SVD++ differs from the plain factorisation only by listening to what was rated', () => {
    expect(implicitFactors).toEqual({ ...plainFactors, rate: implicitFactors.rate, implicit: true });
  });
});
