/**
 * The training loop of every neural model here, alike on every backend: seeded mini-batches, Adam, an optional bound on the
 * gradient's length, early stopping by a score of the caller's, the best epoch's weights kept. Never reads a tensor
 * synchronously, because `webgpu` cannot.
 */
import type * as tfjs from '@tensorflow/tfjs-core';
import { seededRandom } from '../../knowledge/domain/random.ts';
import { adam } from './adam.ts';
import type { TensorBackend } from './backend.ts';

export interface Step {
  /** From 1. */
  readonly epoch: number;
  /** From 0, over all epochs. */
  readonly step: number;
  /** A whole number that is another at each step: the seed of dropout and noise. */
  readonly seed: number;
  /** The stream that also shuffles, for drawing negatives or masks. */
  readonly random: () => number;
}

export interface Epoch<Name extends string> {
  /** From 1. */
  readonly number: number;
  /** Mean over the epoch's batches. */
  readonly loss: number;
  /** Copies of the weights as they are now. */
  readonly values: () => Promise<Values<Name>>;
}

export type Values<Name extends string> = Record<Name, Float32Array>;

export interface TrainingPlan<Name extends string> {
  /** Disposed of when training ends, also by a fault. */
  readonly variables: Readonly<Record<Name, tfjs.Variable>>;
  /** Examples are the numbers 0..rows-1; each is seen once an epoch, the last batch may be smaller. */
  readonly rows: number;
  readonly batch: number;
  readonly seed: number;
  /** > 0; or by step, for a warm-up or a decay. */
  readonly learningRate: number | ((step: number, stepsPerEpoch: number) => number);
  readonly mostEpochs: number;
  /** Gradients longer than this, all weights together, are shortened to it (Pascanu et al. 2013); absent: never. */
  readonly clipNorm?: number;
  /** Share of a weight taken off per unit of learning rate, apart from the gradient (AdamW, Loshchilov & Hutter 2019). */
  readonly weightDecay?: number;
  /** The loss of these examples, to be minimised: one number. Called inside a tidy. */
  readonly loss: (rows: Int32Array, step: Step) => tfjs.Scalar;
  /** How good the model is after an epoch, the higher the better; absent: the last epoch is the best. */
  readonly judge?: (epoch: Epoch<Name>) => number | Promise<number>;
  /** Epochs without a better score after which training ends; default 3; only with `judge`. */
  readonly patience?: number;
  /** How much better counts as better; default 1e-5. */
  readonly leastGain?: number;
  /** After this moment (performance.now()) training ends with the best there is. */
  readonly deadline?: number;
  /** After each epoch; fraction 0..1 of the most that may come. */
  readonly onProgress?: (fraction: number, step: string) => void;
}

export interface Trained<Name extends string> {
  /** Weights of the best epoch. */
  readonly values: Values<Name>;
  /** The best epoch, from 1; 0 when the deadline came before the first ended: the weights are then as they were at that moment. */
  readonly epoch: number;
  /** Mean loss of each epoch that ended. */
  readonly losses: readonly number[];
  /** What `judge` said of each. */
  readonly scores: readonly number[];
}

/** Steps between two looks at the loss: a GPU's queue stays short, other work gets its turn, and a fault is seen early. */
const stepsPerLook = 16;

/** 0..count-1 in a random order. */
export const shuffled = (count: number, random: () => number): Int32Array => {
  const order = Int32Array.from({ length: count }, (_, i) => i);
  for (let i = count - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
  return order;
};

const mustBePositive = (what: string, value: number): void => {
  if (!(Number.isFinite(value) && value > 0)) throw new RangeError(`${what} must be a number above 0, got ${value}`);
};

/** Trains and disposes of the variables. Throws when the loss is no longer a finite number, or a number of the plan is out of range. */
export const trainVariables = async <Name extends string>(
  { tf, simd }: Pick<TensorBackend, 'tf' | 'simd'>,
  plan: TrainingPlan<Name>,
): Promise<Trained<Name>> => {
  const { variables, rows, batch, patience = 3, leastGain = 1e-5, deadline = Number.POSITIVE_INFINITY } = plan;
  const names = Object.keys(variables) as Name[];
  const list = names.map(name => variables[name]);
  const random = seededRandom(plan.seed);
  const stepsPerEpoch = Math.ceil(rows / batch);
  const rateAt = (step: number): number =>
    typeof plan.learningRate === 'number' ? plan.learningRate : plan.learningRate(step, stepsPerEpoch);
  const values = async (): Promise<Values<Name>> => {
    const copies = await Promise.all(list.map(async v => Float32Array.from(await v.data())));
    return Object.fromEntries(names.map((name, i) => [name, copies[i]!])) as Values<Name>;
  };
  const losses: number[] = [];
  const scores: number[] = [];
  let best: { score: number; epoch: number; values: Values<Name> } | null = null;
  let step = 0;
  let total: tfjs.Scalar | null = null;
  let optimizer: ReturnType<typeof adam> | null = null;

  const takeStep = (batchRows: Int32Array, epoch: number): void => {
    const at: Step = { epoch, step, seed: (plan.seed * 7_919 + step) >>> 0, random };
    const { value, grads } = tf.variableGrads(() => plan.loss(batchRows, at), list);
    optimizer!.apply(list, grads, rateAt(step));
    const sum = total;
    total = sum === null ? value : tf.tidy(() => tf.add(sum, value) as tfjs.Scalar);
    tf.dispose(sum === null ? grads : [grads, value, sum]);
    step++;
  };
  const look = async (epoch: number): Promise<number> => {
    const sum = (await total!.data())[0]!;
    if (!Number.isFinite(sum))
      throw new Error(`Training diverged in epoch ${epoch}, by step ${step}: the loss is ${sum}`);
    return sum;
  };
  /** The mean loss; null: cut short. */
  const takeEpoch = async (epoch: number): Promise<number | null> => {
    const order = shuffled(rows, random);
    for (let from = 0, n = 1; from < rows; from += batch, n++) {
      if (performance.now() > deadline) return null;
      takeStep(order.subarray(from, from + batch), epoch);
      if (n % stepsPerLook === 0) await look(epoch);
    }
    const mean = (await look(epoch)) / stepsPerEpoch;
    total!.dispose();
    total = null;
    return mean;
  };

  try {
    mustBePositive('The number of examples', rows);
    mustBePositive('The batch', batch);
    mustBePositive('The learning rate', rateAt(0));
    const { clipNorm, weightDecay } = plan;
    optimizer = adam(tf, simd, { learningRate: rateAt(0), clipNorm, weightDecay });
    for (let epoch = 1; epoch <= plan.mostEpochs; epoch++) {
      const loss = await takeEpoch(epoch);
      if (loss === null) break;
      losses.push(loss);
      plan.onProgress?.(epoch / plan.mostEpochs, `epoch ${epoch}`);
      if (!plan.judge) continue;
      const score = await plan.judge({ number: epoch, loss, values });
      if (Number.isNaN(score)) throw new Error(`The model of epoch ${epoch} was judged NaN`);
      scores.push(score);
      if (best === null || score > best.score + leastGain) best = { score, epoch, values: await values() };
      else if (epoch - best.epoch >= patience) break;
    }
    return best !== null
      ? { values: best.values, epoch: best.epoch, losses, scores }
      : { values: await values(), epoch: losses.length, losses, scores };
  } finally {
    optimizer?.dispose();
    tf.dispose([...list, ...(total ? [total as tfjs.Tensor] : [])]);
  }
};
