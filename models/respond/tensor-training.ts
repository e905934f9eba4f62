/** How the neural fits of a response are trained: stopped by the loss of held-out rows, the best weights kept. */
import type * as tfjs from '@tensorflow/tfjs-core';
import { seededRandom } from '../../knowledge/domain/random.ts';
import type { TensorBackend } from '../backend/backend.ts';
import { shuffled, shuffledBatches, trainVariables, type Values } from '../backend/training.ts';

export interface HeldOutPlan {
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

/** Rows of a matrix of this width, as a new matrix. */
export const pickRows = (from: Float32Array, width: number, rows: Int32Array): Float32Array => {
  const out = new Float32Array(rows.length * width);
  for (const [n, row] of rows.entries()) out.set(from.subarray(row * width, (row + 1) * width), n * width);
  return out;
};

/**
 * Trains the variables and disposes of them; returns the best epoch's values by name. Throws when the loss is not finite. Without
 * an epoch in the plan the values are those of the start.
 */
export const trainHeldOut = async <Name extends string>(
  backend: Pick<TensorBackend, 'tf' | 'simd'>,
  variables: Readonly<Record<Name, tfjs.Variable>>,
  plan: HeldOutPlan,
): Promise<Values<Name>> => {
  const { tf } = backend;
  const order = shuffled(plan.rows, seededRandom(plan.seed));
  const heldCount = Math.max(1, Math.round(order.length * plan.heldShare));
  const held = order.slice(0, heldCount);
  const train = order.slice(heldCount);
  const heldLoss = async (): Promise<number> => {
    const loss = tf.tidy(() => (plan.judge ?? plan.loss)(held));
    const value = (await loss.data())[0]!;
    loss.dispose();
    return value;
  };
  if (train.length === 0) throw new RangeError(`There must be 2 rows or more to train on, got ${plan.rows}`);
  const random = seededRandom(plan.seed + 1);
  const { model } = await trainVariables(backend, {
    variables,
    batches: () => shuffledBatches(train.length, plan.batch, random),
    learningRate: plan.rate,
    mostEpochs: plan.mostEpochs,
    patience: plan.patience,
    leastGain: 1e-5,
    loss: rows => plan.loss(rows.map(n => train[n]!)),
    model: values => values,
    judge: async () => -(await heldLoss()),
  });
  return model;
};
