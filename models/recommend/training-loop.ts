/** The loop that trains every neural recommender: Adam, NDCG on validation now and then, the best epoch kept and handed on. */
import type * as tfjs from '@tensorflow/tfjs-core';
import { adam } from '../backend/adam.ts';
import type { TensorBackend } from '../backend/backend.ts';
import type { FitContext, Fitted } from './model.ts';

export type Weights = Readonly<Record<string, Float32Array>>;

export interface TrainingPlan {
  /** Disposed of when the training ends, however it ends. */
  readonly variables: Readonly<Record<string, tfjs.Variable>>;
  readonly rate: number;
  /** At most so many with validation, exactly so many without. */
  readonly epochs: number;
  /** Validation after every so many epochs. */
  readonly checkEvery: number;
  /** Checks in a row without a better NDCG after which the training ends. */
  readonly patience: number;
  /** The steps of one epoch: each call gives the loss of one batch, inside a tidy. Epochs count from 1. */
  readonly batches: (epoch: number) => Iterable<() => tfjs.Scalar>;
  readonly fitted: (weights: Weights, epochs: number) => Fitted;
}

/** The model of the best epoch. Throws when the loss is not a finite number. */
export const trainNeural = async (backend: TensorBackend, context: FitContext, plan: TrainingPlan): Promise<Fitted> => {
  const { tf, simd } = backend;
  const { validate, onProgress, deadline = Number.POSITIVE_INFINITY } = context;
  const list = Object.values(plan.variables);
  const optimizer = adam(tf, simd, { learningRate: plan.rate });
  // Never dataSync: the webgpu backend cannot.
  const snapshot = async (epochs: number): Promise<Fitted> => {
    const values = Object.entries(plan.variables).map(
      async ([name, variable]) => [name, Float32Array.from(await variable.data())] as const,
    );
    return plan.fitted(Object.fromEntries(await Promise.all(values)), epochs);
  };
  const inTime = (): boolean => performance.now() < deadline;

  const runEpoch = async (epoch: number): Promise<void> => {
    let last: tfjs.Scalar | null = null;
    for (const loss of plan.batches(epoch)) {
      const { value, grads } = tf.variableGrads(loss, list);
      optimizer.apply(list, grads);
      tf.dispose(grads);
      last?.dispose();
      last = value;
      if (!inTime()) break;
    }
    const value = last === null ? 0 : (await last.data())[0]!;
    last?.dispose();
    if (!Number.isFinite(value)) throw new Error(`The training diverged in epoch ${epoch}: its loss is ${value}`);
  };

  try {
    let best: { model: Fitted; ndcg: number } | null = null;
    let epoch = 0;
    let worse = 0;
    while (epoch < plan.epochs && worse < plan.patience && inTime()) {
      await runEpoch(++epoch);
      onProgress?.(epoch / plan.epochs, `epoch ${epoch}`);
      if (validate === undefined || (epoch % plan.checkEvery !== 0 && epoch < plan.epochs && inTime())) continue;
      const model = await snapshot(epoch);
      const ndcg = validate(model);
      if (best === null || ndcg > best.ndcg) [best, worse] = [{ model, ndcg }, 0];
      else worse++;
    }
    return best?.model ?? (await snapshot(epoch));
  } finally {
    optimizer.dispose();
    tf.dispose(list);
  }
};

/** Values drawn evenly from [-bound, bound]; Glorot & Bengio 2010 for a layer of this shape where no bound is given. */
export const uniform = (
  tf: TensorBackend['tf'],
  shape: readonly [rows: number, columns: number],
  random: () => number,
  bound = Math.sqrt(6 / (shape[0] + shape[1])),
): tfjs.Variable<tfjs.Rank.R2> => {
  const values = Float32Array.from({ length: shape[0] * shape[1] }, () => (2 * random() - 1) * bound);
  return tf.tidy(() => tf.variable(tf.tensor2d(values, [...shape])));
};

export const zeros = (tf: TensorBackend['tf'], columns: number): tfjs.Variable<tfjs.Rank.R1> =>
  tf.tidy(() => tf.variable(tf.zeros([columns])));

/** A draw from the standard normal distribution (Box & Muller 1958). */
export const gaussian = (random: () => number): number =>
  Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
