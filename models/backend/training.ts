/**
 * The one training loop of every network here, alike on every backend: mini-batches, Adam, an optional bound on the gradient's length,
 * an optional average of the weights, early stopping by a score of the caller's, the best model kept. Never reads a tensor synchronously,
 * because `webgpu` cannot.
 */
import type * as tfjs from '@tensorflow/tfjs-core';
import { adam } from './adam.ts';
import type { TensorBackend } from './backend.ts';
import { type WeightAverage, weightAverage } from './weight-average.ts';

/** The loss is no number any more: these settings can't be trained with. */
export class Diverged extends Error {}

export type Values<Name extends string> = Record<Name, Float32Array>;

export interface TrainingPlan<Name extends string, Batch, Model> {
  /** Disposed of when training ends, also by a fault. */
  readonly variables: Readonly<Record<Name, tfjs.Variable>>;
  /** The batches of an epoch, which counts from 1; asked for anew each time. */
  readonly batches: (epoch: number) => readonly Batch[];
  /** The loss of one batch, to be minimised: one number. Called inside a tidy. */
  readonly loss: (batch: Batch, epoch: number) => tfjs.Scalar;
  /** > 0; or by step, from 0 over all epochs, for a warm-up or a decay. */
  readonly learningRate: number | ((step: number) => number);
  /** Exactly so many without `judge`. */
  readonly mostEpochs: number;
  /** Gradients longer than this, all weights together, are shortened to it (Pascanu et al. 2013); absent: never. */
  readonly clipNorm?: number;
  /** Share of a weight taken off per unit of learning rate, apart from the gradient (AdamW, Loshchilov & Hutter 2019). */
  readonly weightDecay?: number;
  /** The model is made of the average over about so many of the last steps; absent: of the weights as they are. */
  readonly averageOver?: number;
  /** Makes a model of copies of the weights; the variables hold the same values meanwhile, unless averaged. */
  readonly model: (values: Values<Name>, epoch: number) => Model | Promise<Model>;
  /** How good a model is, the higher the better; absent: the last one is the best. */
  readonly judge?: (model: Model) => number | Promise<number>;
  /** Whether this epoch is judged, asked once for each; the last always is. Absent: every epoch is. */
  readonly isJudged?: (epoch: number) => boolean;
  /** Judgements in a row without a better score after which training ends; default 3; only with `judge`. */
  readonly patience?: number;
  /** Asked after each judgement: true ends training there. */
  readonly isEnough?: () => boolean;
  /** How much better counts as better; default 0: anything. */
  readonly leastGain?: number;
  /** After this moment by the clock training ends with the best there is. */
  readonly deadline?: number;
  /** Now and then; fraction 0..1 of the most that may come. */
  readonly onProgress?: (fraction: number, step: string) => void;
  /** Milliseconds since whenever; default performance.now(). */
  readonly clock?: () => number;
}

export interface Trained<Model> {
  /** The best. */
  readonly model: Model;
  /** Its epoch, from 1; 0 when the deadline came before the first step. */
  readonly epoch: number;
  /** That the model took, by the clock: its epochs and making it, but no judgement and no epoch after it. */
  readonly milliseconds: number;
  /** Mean loss of each epoch; the deadline may have cut the last one short. */
  readonly losses: readonly number[];
  /** What `judge` said of each model. */
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

/** 0..count-1 in a random order, `size` at a time; the last batch may be smaller. Throws RangeError unless size >= 1. */
export const shuffledBatches = (count: number, size: number, random: () => number): Int32Array[] => {
  if (!(size >= 1)) throw new RangeError(`A batch must hold 1 example or more, got ${size}`);
  const order = shuffled(count, random);
  return Array.from({ length: Math.ceil(count / size) }, (_, b) => order.subarray(b * size, (b + 1) * size));
};

/** Trains and disposes of the variables. Throws when the loss is no longer a finite number, or a number of the plan is out of range. */
export const trainVariables = async <Name extends string, Batch, Model>(
  { tf, simd }: Pick<TensorBackend, 'tf' | 'simd'>,
  plan: TrainingPlan<Name, Batch, Model>,
): Promise<Trained<Model>> => {
  const { variables, mostEpochs, judge, patience = 3, leastGain = 0, deadline = Number.POSITIVE_INFINITY } = plan;
  const names = Object.keys(variables) as Name[];
  const list = names.map(name => variables[name]);
  const rateAt = typeof plan.learningRate === 'number' ? () => plan.learningRate as number : plan.learningRate;
  const clock = plan.clock ?? (() => performance.now());
  const isOver = (): boolean => clock() > deadline;
  const losses: number[] = [];
  const scores: number[] = [];
  let step = 0;
  let milliseconds = 0;
  const timed = async <T>(work: () => Promise<T>): Promise<T> => {
    const start = clock();
    const result = await work();
    milliseconds += clock() - start;
    return result;
  };
  let total: tfjs.Scalar | null = null;
  let optimizer: ReturnType<typeof adam> | null = null;
  let average: WeightAverage | null = null;

  const modelNow = async (epoch: number): Promise<Model> => {
    const arrays = average?.values() ?? (await Promise.all(list.map(async v => Float32Array.from(await v.data()))));
    return plan.model(Object.fromEntries(names.map((name, i) => [name, arrays[i]!])) as Values<Name>, epoch);
  };
  const takeStep = async (batch: Batch, epoch: number): Promise<void> => {
    const { value, grads } = tf.variableGrads(() => plan.loss(batch, epoch), list);
    optimizer!.apply(list, grads, rateAt(step));
    const sum = total;
    total = sum === null ? value : tf.tidy(() => tf.add(sum, value) as tfjs.Scalar);
    tf.dispose(sum === null ? grads : [grads, value, sum]);
    step++;
    await average?.afterStep(step);
  };
  const look = async (epoch: number): Promise<number> => {
    const sum = total === null ? 0 : (await total.data())[0]!;
    if (!Number.isFinite(sum))
      throw new Diverged(`Training diverged in epoch ${epoch}, by step ${step}: the loss is ${sum}`);
    return sum;
  };
  /** False: the deadline came before the first step. */
  const takeEpoch = async (epoch: number): Promise<boolean> => {
    const batches = plan.batches(epoch);
    let taken = 0;
    for (const batch of batches) {
      if (isOver()) break;
      await takeStep(batch, epoch);
      if (++taken % stepsPerLook !== 0) continue;
      await look(epoch);
      plan.onProgress?.((epoch - 1 + taken / batches.length) / mostEpochs, `epoch ${epoch}`);
    }
    if (taken === 0 && isOver()) return false;
    losses.push((await look(epoch)) / Math.max(1, taken));
    tf.dispose(total === null ? [] : [total]);
    total = null;
    plan.onProgress?.(epoch / mostEpochs, `epoch ${epoch}`);
    return true;
  };

  try {
    if (!(Number.isFinite(rateAt(0)) && rateAt(0) > 0))
      throw new RangeError(`The learning rate must be a number above 0, got ${rateAt(0)}`);
    const { clipNorm, weightDecay, averageOver } = plan;
    optimizer = adam(tf, simd, { learningRate: rateAt(0), clipNorm, weightDecay });
    if (averageOver !== undefined) average = weightAverage(list, averageOver);
    let best: (Omit<Trained<Model>, 'losses' | 'scores'> & { readonly score: number }) | null = null;
    let without = 0;
    for (let epoch = 1; epoch <= mostEpochs && !isOver() && without < patience; epoch++) {
      if (!(await timed(() => takeEpoch(epoch)))) break;
      if (judge === undefined || ((plan.isJudged?.(epoch) ?? true) === false && epoch < mostEpochs && !isOver()))
        continue;
      const trained = milliseconds;
      const model = await timed(() => modelNow(epoch));
      const score = await judge(model);
      if (Number.isNaN(score)) throw new Error(`The model of epoch ${epoch} was judged NaN`);
      scores.push(score);
      if (best === null || score > best.score + leastGain) [best, without] = [{ model, epoch, milliseconds, score }, 0];
      else without++;
      milliseconds = trained; // models made on the way are no part of a later one
      if (plan.isEnough?.() === true) break;
    }
    if (best !== null) return { model: best.model, epoch: best.epoch, milliseconds: best.milliseconds, losses, scores };
    const epoch = losses.length;
    const model = await timed(() => modelNow(epoch));
    return { model, epoch, milliseconds, losses, scores };
  } finally {
    optimizer?.dispose();
    tf.dispose([...list, ...(total ? [total as tfjs.Tensor] : [])]);
  }
};
