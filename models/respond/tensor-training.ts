/** The loop every neural fit here runs: Adam on seeded mini-batches, stopped by held-out loss, the best weights kept. */
import type * as tfjs from '@tensorflow/tfjs-core';
import { seededRandom } from '../../knowledge/domain/random.ts';
import { adam } from '../backend/adam.ts';
import type { TensorBackend, Tensors } from '../backend/backend.ts';

export interface TrainingPlan {
  readonly rows: number;
  readonly seed: number;
  readonly heldShare: number;
  readonly batch: number;
  readonly rate: number;
  readonly mostEpochs: number;
  readonly patience: number;
  /** Loss of these rows (numbers 0..rows-1), to be minimised; called inside a tidy. */
  readonly loss: (rows: Int32Array) => tfjs.Scalar;
  /** What the held-out rows decide by; default `loss`. */
  readonly judge?: (rows: Int32Array) => tfjs.Scalar;
}

export const shuffled = (count: number, random: () => number): Int32Array => {
  const order = Int32Array.from({ length: count }, (_, i) => i);
  for (let i = count - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
  return order;
};

/** Rows of a matrix of this width, as a new matrix. */
export const pickRows = (from: Float32Array, width: number, rows: Int32Array): Float32Array => {
  const out = new Float32Array(rows.length * width);
  for (const [n, row] of rows.entries()) out.set(from.subarray(row * width, (row + 1) * width), n * width);
  return out;
};

/** Glorot-uniform start values (Glorot & Bengio 2010). */
export const glorot = (tf: Tensors, rows: number, columns: number, random: () => number): tfjs.Variable => {
  const bound = Math.sqrt(6 / (rows + columns));
  const values = Float32Array.from({ length: rows * columns }, () => (2 * random() - 1) * bound);
  return tf.tidy(() => tf.variable(tf.tensor2d(values, [rows, columns]), true));
};

export const zeros = (tf: Tensors, shape: number[]): tfjs.Variable => tf.tidy(() => tf.variable(tf.zeros(shape), true));

/** Trains the variables and disposes of them; returns the best epoch's values by name. Throws when the loss is not finite. */
export const trainVariables = <Name extends string>(
  { tf, simd }: Pick<TensorBackend, 'tf' | 'simd'>,
  variables: Readonly<Record<Name, tfjs.Variable>>,
  plan: TrainingPlan,
): Record<Name, Float32Array> => {
  const random = seededRandom(plan.seed);
  const order = shuffled(plan.rows, random);
  const heldCount = Math.max(1, Math.round(order.length * plan.heldShare));
  const held = order.slice(0, heldCount);
  const train = order.slice(heldCount);
  const list = Object.values(variables) as tfjs.Variable[];
  const optimizer = adam(tf, simd, { learningRate: plan.rate });
  const names = Object.keys(variables) as Name[];
  const snapshot = (): Record<Name, Float32Array> =>
    Object.fromEntries(names.map(name => [name, Float32Array.from(variables[name].dataSync())])) as Record<
      Name,
      Float32Array
    >;
  let best = { loss: Number.POSITIVE_INFINITY, epoch: 0, values: snapshot() };
  try {
    for (let epoch = 1; epoch <= plan.mostEpochs && epoch - best.epoch <= plan.patience; epoch++) {
      const visit = shuffled(train.length, random);
      for (let from = 0; from < visit.length; from += plan.batch) {
        const rows = visit.subarray(from, from + plan.batch).map(n => train[n]!);
        const { value, grads } = tf.variableGrads(() => plan.loss(rows), list);
        optimizer.apply(list, grads);
        tf.dispose([value, grads]);
      }
      const loss = tf.tidy(() => (plan.judge ?? plan.loss)(held).dataSync()[0]!);
      if (!Number.isFinite(loss)) throw new Error(`The neural fit diverged in epoch ${epoch}`);
      if (loss < best.loss - 1e-5) best = { loss, epoch, values: snapshot() };
    }
  } finally {
    optimizer.dispose();
    tf.dispose(list);
  }
  return best.values;
};
