import { seededRandom } from '../../knowledge/domain/random.ts';
import { fitBias } from './bias.ts';
import { type RatingModel, type Ratings, rmseOf, within } from './ratings.ts';

/**
 * Matrix factorisation by stochastic gradient descent (Koren, Bell & Volinsky 2009): mean + both biases + q_product · p_shopper. With
 * `implicit`, SVD++ (Koren 2008): the shopper's vector is p + |N|^-½ Σ y_j over everything the shopper rated, whatever the rating.
 */
export interface FactorSettings {
  readonly factors: number;
  readonly rate: number;
  readonly regularisation: number;
  readonly implicit: boolean;
  /** Passes over the data; with validation data the most there may be. */
  readonly epochs: number;
}

export const plainFactors: FactorSettings = {
  factors: 32,
  rate: 0.012,
  regularisation: 0.13,
  implicit: false,
  epochs: 60,
};
export const implicitFactors: FactorSettings = { ...plainFactors, rate: 0.01, implicit: true };

/** Worth trying on validation. */
export const regularisations: readonly number[] = [0.13, 0.09];

const biasRegularisation = 0.01;
/** The step shrinks by this much with every pass. */
const rateDecay = 0.98;
/** Passes without a better error on validation before training ends. */
const patience = 8;
/** Factors first shrink before they find a direction; sooner than this no pass is the last. */
const fewestPasses = 25;

export interface FactorRatings extends RatingModel {
  /** The pass that was best on validation, or the last one. */
  readonly epochs: number;
  readonly regularisation: number;
  /** On the validation ratings; NaN without. */
  readonly rmse: number;
}

/** Deterministic for one seed. With `validation` it stops early and keeps the best pass. */
export const fitFactors = (
  train: Ratings,
  settings: FactorSettings,
  seed: number,
  validation?: Ratings,
): FactorRatings => {
  const { regularisation } = settings;
  const name = settings.implicit ? 'svd++' : 'matrix-factorisation';
  const state = startFactors(train, settings, seed);
  if (validation === undefined || validation.rating.length === 0) {
    for (let epoch = 0; epoch < settings.epochs; epoch++) state.pass(epoch);
    return { name, epochs: settings.epochs, regularisation, rmse: Number.NaN, predict: state.snapshot() };
  }
  let best = { epochs: 0, predict: state.snapshot(), rmse: Number.POSITIVE_INFINITY };
  for (let epoch = 0; epoch < settings.epochs && epoch < Math.max(fewestPasses, best.epochs + patience); epoch++) {
    state.pass(epoch);
    const predict = state.snapshot();
    const rmse = rmseOf({ name, predict }, validation);
    if (rmse < best.rmse) best = { epochs: epoch + 1, predict, rmse };
  }
  return { name, regularisation, ...best };
};

const startFactors = (train: Ratings, settings: FactorSettings, seed: number) => {
  const { factors: d, regularisation, implicit } = settings;
  const random = seededRandom(seed);
  const bias = fitBias(train);
  const [ofShopper, ofProduct] = [bias.ofShopper.slice(), bias.ofProduct.slice()];
  const small = (rows: number): Float64Array =>
    Float64Array.from({ length: rows * d }, () => (random() + random() + random() - 1.5) * 0.2);
  const p = small(train.shoppers);
  const q = small(train.products);
  const y = new Float64Array(implicit ? train.products * d : 0);
  const told = new Float64Array(d);
  const pull = new Float64Array(d);
  const order = Int32Array.from({ length: train.shoppers }, (_, s) => s);
  const rows = Int32Array.from(train.rating, (_, r) => r);

  /** What was rated says something too; `told` is the shopper's vector without what is its own. */
  const listen = (shopper: number): number => {
    told.fill(0);
    const [from, to] = [train.start[shopper]!, train.start[shopper + 1]!];
    if (!implicit || from === to) return 0;
    const scale = (to - from) ** -0.5;
    for (let r = from; r < to; r++) {
      const at = train.product[r]! * d;
      for (let f = 0; f < d; f++) told[f]! += scale * y[at + f]!;
    }
    return scale;
  };

  const pass = (epoch: number): void => {
    const rate = settings.rate * rateDecay ** epoch;
    shuffle(order, 0, order.length, random);
    for (const shopper of order) {
      const [from, to] = [train.start[shopper]!, train.start[shopper + 1]!];
      if (from === to) continue;
      const scale = listen(shopper);
      pull.fill(0);
      shuffle(rows, from, to, random);
      const own = shopper * d;
      for (let n = from; n < to; n++) {
        const r = rows[n]!;
        const product = train.product[r]!;
        const at = product * d;
        let guess = bias.mean + ofShopper[shopper]! + ofProduct[product]!;
        for (let f = 0; f < d; f++) guess += q[at + f]! * (p[own + f]! + told[f]!);
        const error = train.rating[r]! - guess;
        ofShopper[shopper]! += rate * (error - biasRegularisation * ofShopper[shopper]!);
        ofProduct[product]! += rate * (error - biasRegularisation * ofProduct[product]!);
        for (let f = 0; f < d; f++) {
          const [mine, its] = [p[own + f]!, q[at + f]!];
          p[own + f] = mine + rate * (error * its - regularisation * mine);
          q[at + f] = its + rate * (error * (mine + told[f]!) - regularisation * its);
          pull[f]! += error * its;
        }
      }
      if (!implicit) continue;
      // The products' part moves once per shopper: by the sum of what the ratings ask for, held back once for each of them.
      const hold = (1 - rate * regularisation) ** (to - from);
      for (let r = from; r < to; r++) {
        const at = train.product[r]! * d;
        for (let f = 0; f < d; f++) y[at + f] = hold * y[at + f]! + rate * scale * pull[f]!;
      }
    }
  };

  /** A predictor that later passes don't change. */
  const snapshot = (): RatingModel['predict'] => {
    const vectors = p.slice();
    for (let shopper = 0; shopper < train.shoppers; shopper++) {
      listen(shopper);
      for (let f = 0; f < d; f++) vectors[shopper * d + f]! += told[f]!;
    }
    const [shopperBias, productBias, productVectors] = [ofShopper.slice(), ofProduct.slice(), q.slice()];
    return (shopper, product) => {
      let sum = bias.mean + shopperBias[shopper]! + productBias[product]!;
      for (let f = 0; f < d; f++) sum += vectors[shopper * d + f]! * productVectors[product * d + f]!;
      return within(train, sum);
    };
  };
  return { pass, snapshot };
};

const shuffle = (list: Int32Array, from: number, to: number, random: () => number): void => {
  for (let i = to - 1; i > from; i--) {
    const j = from + Math.floor(random() * (i - from + 1));
    [list[i], list[j]] = [list[j]!, list[i]!];
  }
};
