/**
 * Two towers (Covington 2016; Yi et al. 2019): a product's vector v from its traits and, where it was bought, from its own id; a shopper's
 * vector u from the products of a history, u = M · Σ (v_in / √count) + m. In training a part of each shopper's products is hidden and has to be found
 * among all products of the batch by softmax, each logit less log Q, Q the chance that its product is in a batch. Products nobody bought
 * yet have a vector too, so they are scored.
 */
import type * as tfjs from '@tensorflow/tfjs-core';
import { seededRandom } from '../../../knowledge/domain/random.ts';
import type { TensorBackend } from '../../backend/backend.ts';
import { uniform, zeros } from '../../backend/start-values.ts';
import { shuffledBatches } from '../../backend/training.ts';
import { distinctPairs, type History, type SparseRows } from '../../data/interactions.ts';
import type { Train } from '../../data/splits.ts';
import type { FitContext, Fitted, ModelSettings, StoredModel } from '../model.ts';
import { distinctItems, fadingOf, Query } from '../neighbours/item-item.ts';
import { every, trainNeural, type Weights } from '../networks/training-loop.ts';
import { addScaled, dot, vectorModel } from './vector-model.ts';

export interface TowerSettings {
  readonly width: number;
  /** Chance that a product of a shopper is hidden, and so has to be found. */
  readonly hidden: number;
  /** Of the squares of the vectors of ids. */
  readonly decay: number;
  readonly rate: number;
  /** Shoppers. */
  readonly batch: number;
  readonly epochs: number;
  /** How fast a history fades as a query (item-item.ts). */
  readonly stepDecay?: number;
}

/** What turns traits into vectors. */
export interface TraitTower {
  readonly variables: Readonly<Record<string, tfjs.Variable>>;
  /** products.length × width; called inside a tidy. `learning`: dropout is wanted. */
  readonly forward: (products: Int32Array, learning: boolean) => tfjs.Tensor2D;
}

export interface TowerPlan {
  readonly name: string;
  readonly settings: TowerSettings;
  readonly traits: (backend: TensorBackend, random: () => number) => TraitTower;
  /** Share of the batch's products whose id is left out of the vector to be found, so that traits learn to do alone; 1: always. */
  readonly withoutId: number;
}

const patience = 5;
const never = -1e4;
/** What was stated counts like one product that was bought: the mean of those that fit it. */
const statedWeight = 1;
const noProducts = new Int32Array();
/** Products whose vectors are made at once when the training is over. */
const slice = 1_024;

export const fitTowers = async (train: Train, plan: TowerPlan, context: FitContext): Promise<Fitted> => {
  const { settings, name } = plan;
  const { width } = settings;
  const products = train.products.ids.length;
  const shoppers = distinctPairs(train);
  const buyers = new Int32Array(products);
  for (const product of shoppers.cols) buyers[product]!++;
  const count = shoppers.start.length - 1;
  const backend = await context.backend();
  const { tf } = backend;
  const random = seededRandom(context.seed);
  const tower = plan.traits(backend, random);
  const own = {
    id: uniform(tf, [products, width], 0.05, random),
    bias: zeros(tf, [products]),
    map: tf.tidy(() => tf.variable(tf.eye(width))) as tfjs.Variable<tfjs.Rank.R2>,
    shift: zeros(tf, [width]),
  };

  const loss = (rows: Int32Array): tfjs.Scalar => {
    const batch = towerBatch(shoppers, rows, buyers, settings.hidden, random);
    const shape: [number, number] = [rows.length, batch.columns.length];
    const at = tf.tensor1d(batch.columns, 'int32');
    const id: tfjs.Tensor2D = tf.gather(own.id, at);
    const traits = tower.forward(batch.columns, true);
    const kept = Float32Array.from(batch.columns, () => (random() < plan.withoutId ? 0 : 1));
    const keep = tf.tensor2d(kept, [kept.length, 1]);
    const out: tfjs.Tensor2D = tf.add(traits, tf.mul(id, keep));
    const history = tf.matMul(tf.tensor2d(batch.shown, shape), tf.add<tfjs.Tensor2D>(traits, id));
    const u: tfjs.Tensor2D = tf.add(tf.matMul(history, own.map), own.shift);
    const bias = tf.mul(tf.gather(own.bias, at), tf.tensor1d(kept));
    const logits = tf.add(tf.add(tf.matMul(u, out, false, true), bias), tf.tensor2d(batch.correction, shape));
    const miss = tf.neg(tf.sum(tf.mul(tf.logSoftmax(logits), tf.tensor2d(batch.wanted, shape))));
    return tf.mul(tf.add(miss, tf.mul(tf.sum(tf.square(id)), settings.decay)), 1 / rows.length);
  };

  const fitted = async (trained: Weights, epochs: number): Promise<Fitted> => {
    const traits = new Float32Array(products * width);
    for (let from = 0; from < products; from += slice) {
      const some = Int32Array.from({ length: Math.min(slice, products - from) }, (_, i) => from + i);
      const vectors = tf.tidy(() => tower.forward(some, false));
      traits.set(await vectors.data(), from * width);
      vectors.dispose();
    }
    const { arrays, meta } = storedTowers(trained, traits, buyers, width, plan.withoutId < 1);
    return towers(name, { arrays, meta: { ...meta, stepDecay: settings.stepDecay ?? 1 } }, { epochs });
  };

  return trainNeural(backend, context, {
    variables: { ...tower.variables, ...own },
    rate: settings.rate,
    epochs: settings.epochs,
    isChecked: every(2),
    patience,
    batches: () => shuffledBatches(count, settings.batch, random),
    loss,
    fitted,
  });
};

/** Matrices are shoppers × columns. */
interface TowerBatch {
  /** Every product of these shoppers, ascending. */
  readonly columns: Int32Array;
  /** Of length one in each row. */
  readonly shown: Float32Array;
  /** 1 where hidden and to be found. */
  readonly wanted: Float32Array;
  /** -log Q; where shown, so low that nothing is left. */
  readonly correction: Float32Array;
}

const towerBatch = (
  { start, cols }: SparseRows,
  rows: Int32Array,
  buyers: Int32Array,
  hidden: number,
  random: () => number,
): TowerBatch => {
  const shoppers = start.length - 1;
  const inside = new Set<number>();
  for (const row of rows) for (let e = start[row]!; e < start[row + 1]!; e++) inside.add(cols[e]!);
  const columns = Int32Array.from(inside).sort();
  const place = new Map(Array.from(columns, (product, at) => [product, at]));
  const first = Float32Array.from(
    columns,
    product => -Math.log(1 - (1 - Math.min(0.999, buyers[product]! / shoppers)) ** rows.length),
  );
  const width = columns.length;
  const shown = new Float32Array(rows.length * width);
  const wanted = new Float32Array(rows.length * width);
  const correction = new Float32Array(rows.length * width);
  for (let r = 0; r < rows.length; r++) {
    correction.set(first, r * width);
    const seen: number[] = [];
    for (let e = start[rows[r]!]!; e < start[rows[r]! + 1]!; e++) {
      const at = r * width + place.get(cols[e]!)!;
      if (random() < hidden) wanted[at] = 1;
      else seen.push(at);
    }
    for (const at of seen) {
      shown[at] = 1 / Math.sqrt(seen.length);
      correction[at] = never;
    }
  }
  return { columns, shown, wanted, correction };
};

/**
 * `vectors`: what is scored, products × (width + 1), the last column the bias; `inputs`: M · v_in, products × width; `traits`: what of the
 * vectors comes from traits, products × width, left out where it is all or nothing of them.
 */
const storedTowers = (
  { id, bias, map, shift }: Weights,
  traits: Float32Array,
  buyers: Int32Array,
  width: number,
  withId: boolean,
): StoredModel => {
  const products = buyers.length;
  // A product nobody bought yet starts where the little bought ones do.
  const sorted = Array.from(bias!)
    .filter((_, p) => buyers[p]! > 0)
    .sort((x, y) => x - y);
  const cold = sorted[Math.floor(sorted.length / 4)] ?? 0;
  const row = width + 1;
  const vectors = new Float32Array(products * row);
  const inputs = new Float32Array(products * width);
  const v = new Float32Array(width);
  for (let p = 0; p < products; p++) {
    v.set(traits.subarray(p * width, (p + 1) * width));
    vectors.set(v, p * row);
    if (buyers[p]! > 0) addScaled(v, 1, id!, p * width, width);
    if (withId) vectors.set(v, p * row);
    if (withId) vectors[p * row + width] = buyers[p]! > 0 ? bias![p]! : cold;
    for (let i = 0; i < width; i++)
      addScaled(inputs.subarray(p * width, (p + 1) * width), v[i]!, map!, i * width, width);
  }
  const isPart = withId && traits.some(value => value !== 0);
  return { arrays: { vectors, inputs, shift: shift!, ...(isPart && { traits }) }, meta: { width, withId } };
};

export const restoreTowers = (name: string, stored: StoredModel): Fitted => towers(name, stored);

const towers = (name: string, stored: StoredModel, settled?: ModelSettings): Fitted => {
  const { vectors, inputs, shift } = stored.arrays as Record<string, Float32Array>;
  const width = Number(stored.meta.width);
  const fading = fadingOf(stored.meta);
  const query = new Query();
  /** How much each thing known counts, at length one together: the products, and then what was stated. Null: nothing is known. */
  const read = (history: History): { items: ArrayLike<number>; by: number[]; fitting: Int32Array } | null => {
    distinctItems(history, query, fading);
    const items = query.items.subarray(0, query.count);
    const weights = query.weights.subarray(0, query.count);
    const { fitting = noProducts } = history;
    const all = fitting.length === 0 ? Array.from(weights) : [...Array.from(weights), statedWeight];
    const length = Math.sqrt(all.reduce((sum, weight) => sum + weight ** 2, 0));
    return length === 0 ? null : { items, by: all.map(weight => weight / length), fitting };
  };
  const { traits } = stored.arrays;
  const isByTraits = (product: number, because: number): boolean => {
    if (stored.meta.withId === false) return true;
    if (traits === undefined) return false;
    const byTraits = dot(traits as Float32Array, product * width, inputs!, because * width, width);
    return byTraits >= dot(vectors!, product * (width + 1), inputs!, because * width, width) - byTraits;
  };
  return vectorModel({
    name,
    isByTraits,
    factors: {
      width: width + 1,
      vectors: vectors!,
      query: (history, _now, out) => {
        const known = read(history);
        if (known === null) return false;
        const { items, by, fitting } = known;
        out.set(shift!);
        out[width] = 1;
        for (let q = 0; q < items.length; q++) addScaled(out, by[q]!, inputs!, items[q]! * width, width);
        const each = fitting.length === 0 ? 0 : by.at(-1)! / fitting.length;
        for (const product of fitting) addScaled(out, each, inputs!, product * width, width);
        return true;
      },
    },
    shares: (history, product) => {
      const known = read(history);
      if (known === null) return null;
      const { items, by } = known;
      const parts = Array.from(
        items,
        (item, q) => by[q]! * dot(vectors!, product * (width + 1), inputs!, item * width, width),
      );
      return { items, parts };
    },
    stored,
    ...(settled !== undefined && { settled }),
  });
};
