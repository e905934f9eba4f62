/**
 * Embedding collaborative filtering: a vector for each shopper and product, their dot product plus the product's bias, a sigmoid and
 * binary cross-entropy against sampled products that were not bought, by Adam. Stronger with a softmax over the same sample
 * (`softmax` 1). Shoppers never seen in training are folded in (fold-in.ts), and so are all others: a model is asked with a history, and
 * a history grows.
 */
import type * as tfjs from '@tensorflow/tfjs-core';
import { seededRandom } from '../../../knowledge/domain/random.ts';
import { uniform, zeros } from '../../backend/start-values.ts';
import { shuffledBatches } from '../../backend/training.ts';
import { distinctPairs, type History } from '../../data/interactions.ts';
import type { Train } from '../../data/splits.ts';
import type { FitContext, Fitted, ModelKind, ModelSettings, StoredModel } from '../model.ts';
import { distinctItems, fadingOf, Query, stepDecays } from '../neighbours/item-item.ts';
import { every, trainNeural, type Weights } from '../networks/training-loop.ts';
import { mostBought, positionsOf, rowsOfChosen } from '../popularity/most-bought.ts';
import { type FoldIn, type LinearMap, learnMap, mapped, meanOf, ridgeOf, type Told } from './fold-in.ts';
import { columnsOf } from './sampled-columns.ts';
import { dot, vectorModel } from './vector-model.ts';

interface Settings {
  readonly width: number;
  /** 0: sigmoid and cross-entropy; 1: softmax over what was bought and the sample. */
  readonly softmax: number;
  /** Products drawn for a batch of shoppers; where the catalogue is not larger, all of it. */
  readonly sampled: number;
  /** What a product counts that was not bought (cross-entropy only), those bought counting 1. */
  readonly unbought: number;
  /** Of the squares of the vectors that a batch uses. */
  readonly decay: number;
  readonly rate: number;
  /** Shoppers. */
  readonly batch: number;
  readonly epochs: number;
  readonly mostProducts: number;
  /**
   * How a history becomes a vector, before a map learned from the vectors of training: 0 the mean of its products, 1 the ridge solution
   * of implicit ALS. The mean won each time it was measured on validation.
   */
  readonly foldIn: number;
  /** How fast a history fades as a query (item-item.ts). */
  readonly stepDecay: number;
}

const defaults: Settings = {
  width: 64,
  softmax: 1,
  sampled: 2_048,
  unbought: 0.3,
  decay: 4,
  rate: 0.01,
  batch: 128,
  epochs: 80,
  mostProducts: 50_000,
  foldIn: 0,
  stepDecay: 1,
};
const patience = 6;

export const dotProduct: ModelKind = {
  name: 'dot-product',
  neural: true,
  candidates: () => [{ epochs: defaults.epochs, width: defaults.width }],
  queries: stepDecays,
  fit: (train, settings, context) => learn(train, { ...defaults, ...settings }, context),
  restore: stored => served(stored),
};

const learn = async (train: Train, settings: Settings, context: FitContext): Promise<Fitted> => {
  const products = train.products.ids.length;
  const pairs = distinctPairs(train);
  const { chosen, position } = mostBought(pairs, products, settings.mostProducts);
  const shoppers = rowsOfChosen(pairs, position);
  const backend = await context.backend();
  const { tf } = backend;
  const random = seededRandom(context.seed);
  const { width } = settings;
  const [count, n] = [shoppers.start.length - 1, chosen.length];
  const weights = {
    shopper: uniform(tf, [count, width], 0.1, random),
    product: uniform(tf, [n, width], 0.1, random),
    bias: zeros(tf, [n]),
  };

  const loss = (rows: Int32Array): tfjs.Scalar => {
    const { columns, bought, counts, correction } = columnsOf(shoppers, rows, n, settings.sampled, random);
    const all = columns.length === n;
    const at = tf.tensor1d(columns, 'int32');
    const u = tf.gather(weights.shopper, tf.tensor1d(rows, 'int32'));
    const v: tfjs.Tensor2D = all ? weights.product : tf.gather(weights.product, at);
    const b: tfjs.Tensor1D = all ? weights.bias : tf.gather(weights.bias, at);
    const shape: [number, number] = [rows.length, columns.length];
    const logits = tf.add(tf.matMul(u, v, false, true), b);
    const y = tf.tensor2d(bought, shape);
    const miss =
      settings.softmax === 1
        ? tf.neg(tf.sum(tf.mul(tf.logSoftmax(tf.add(logits, tf.tensor2d(correction, shape))), y)))
        : tf.add(
            tf.sum(tf.mul(y, tf.softplus(tf.neg(logits)))),
            tf.mul(tf.sum(tf.mul(tf.tensor2d(counts, shape), tf.softplus(logits))), settings.unbought),
          );
    const squares = tf.add(tf.sum(tf.square(u)), tf.mul(tf.sum(tf.square(v)), rows.length / count));
    return tf.mul(tf.add(miss, tf.mul(squares, settings.decay)), 1 / rows.length);
  };

  return trainNeural(backend, context, {
    variables: weights,
    rate: settings.rate,
    epochs: settings.epochs,
    isChecked: every(2),
    patience,
    batches: () => shuffledBatches(count, settings.batch, random),
    loss,
    fitted: (trained, epochs) => served(storedModel(trained, chosen, products, shoppers, settings), { epochs }),
  });
};

const storedModel = (
  { shopper, product, bias }: Weights,
  chosen: Int32Array,
  products: number,
  shoppers: ReturnType<typeof rowsOfChosen>,
  settings: Settings,
): StoredModel => {
  const { width } = settings;
  // A product never bought comes after all that were, as far as a constant can see to that.
  const lowest = bias!.reduce((least, value) => Math.min(least, value), 0);
  const vectors = new Float32Array(products * (width + 1));
  for (let p = 0; p < products; p++) vectors[p * (width + 1) + width] = lowest;
  chosen.forEach((p, at) => {
    vectors.set(product!.subarray(at * width, (at + 1) * width), p * (width + 1));
    vectors[p * (width + 1) + width] = bias![at]!;
  });
  const inner = foldInOf(product!, settings);
  const folded = new Float32Array(shopper!.length);
  const one = new Float32Array(width);
  for (let s = 0; s + 1 < shoppers.start.length; s++) {
    const places = shoppers.cols.subarray(shoppers.start[s]!, shoppers.start[s + 1]!);
    inner.vector({ places, weights: new Float32Array(places.length).fill(1) }, one);
    folded.set(one, s * width);
  }
  const { matrix, shift } = learnMap(folded, shopper!, width);
  const { foldIn, unbought, stepDecay } = settings;
  return { arrays: { vectors, chosen, matrix, shift }, meta: { width, foldIn, unbought, stepDecay } };
};

const ridge = 0.5;

const foldInOf = (
  product: Float32Array,
  { width, foldIn, unbought }: Pick<Settings, 'width' | 'foldIn' | 'unbought'>,
): FoldIn => (foldIn === 0 ? meanOf(product, width) : ridgeOf(product, width, { unbought, ridge }));

const served = (stored: StoredModel, settled?: ModelSettings): Fitted => {
  const { vectors, chosen, matrix, shift } = stored.arrays as { chosen: Int32Array } & Record<string, Float32Array>;
  const [width, foldIn, unbought] = [stored.meta.width, stored.meta.foldIn, stored.meta.unbought].map(Number) as [
    number,
    number,
    number,
  ];
  const fading = fadingOf(stored.meta);
  const row = width + 1;
  const position = positionsOf(chosen, vectors!.length / row);
  const product = new Float32Array(chosen.length * width);
  chosen.forEach((p, at) => {
    product.set(vectors!.subarray(p * row, p * row + width), at * width);
  });
  const fold = mapped(foldInOf(product, { width, foldIn, unbought }), { matrix: matrix!, shift: shift! } as LinearMap);
  const asked = new Query();
  const known = (history: History): (Told & { items: number[] }) | null => {
    distinctItems(history, asked, fading);
    const at = Array.from(asked.items.subarray(0, asked.count), (item, q) => ({
      item,
      place: position[item]!,
      weight: asked.weights[q]!,
    })).filter(entry => entry.place >= 0 && entry.weight > 0);
    if (at.length === 0) return null;
    return {
      items: at.map(entry => entry.item),
      places: at.map(entry => entry.place),
      weights: at.map(entry => entry.weight),
    };
  };
  return vectorModel({
    name: 'dot-product',
    factors: {
      width: row,
      vectors: vectors!,
      query: (history, _now, out) => {
        const query = known(history);
        if (query === null) return false;
        fold.vector(query, out.subarray(0, width));
        out[width] = 1;
        return true;
      },
    },
    shares: (history, p) => {
      const query = known(history);
      if (query === null || position[p]! < 0) return null;
      const by = fold.back(query, vectors!.slice(p * row, p * row + width));
      const parts = query.items.map((_, q) => query.weights[q]! * dot(by, 0, product, query.places[q]! * width, width));
      return { items: query.items, parts };
    },
    stored,
    ...(settled !== undefined && { settled }),
  });
};
