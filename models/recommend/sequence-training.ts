/** How every sequence model is trained: batches of windows, softmax over the catalogue, Adam, stopped by validation. */
import type * as tfjs from '@tensorflow/tfjs-core';
import { type Random, seededRandom } from '../../knowledge/domain/random.ts';
import { adam } from '../backend/adam.ts';
import type { TensorBackend, Tensors } from '../backend/backend.ts';
import { dropout } from '../backend/ops.ts';
import type { Train } from '../data/splits.ts';
import type { FitContext, Fitted } from './model.ts';
import { type SequenceBatch, sequenceBatches, shuffleShare } from './sequence-batches.ts';
import type { Dropper, Named, NetShape, SequenceNet, StartValue } from './sequence-net.ts';
import { type Sampler, sampler, softmaxLoss } from './softmax-loss.ts';

export const trainingDefaults = {
  dropout: 0.3,
  /** Learning rate, reached after the first `warmup` steps. */
  rate: 0.006,
  warmup: 30,
  /** Steps whose weights are averaged. */
  horizon: 80,
  /** Places per batch. */
  places: 800,
  /** A catalogue of more products than `whole` is sampled, this often per batch. */
  whole: 4000,
  sampled: 2000,
  /** Epochs at most, and how many looks at validation without gain end the fit. */
  mostEpochs: 40,
  patience: 4,
  /** Epochs where no validation says when to stop; 0: `mostEpochs` / 3. */
  epochs: 0,
};

export type TrainingSettings = NetShape & typeof trainingDefaults;

/** Values by name; `vectors` [products, width] and `biases` [products] beside the net's own. */
export type TrainedWeights = Named<Float32Array>;

export interface Trained {
  readonly fitted: Fitted;
  readonly epochs: number;
}

/**
 * `build` makes the model of some weights. With `context.validate` the best epoch's model wins; without, `settings.epochs` are trained
 * and the last one counts. Throws when the loss is not finite.
 */
export const trainSequenceNet = async (
  net: SequenceNet,
  train: Train,
  settings: TrainingSettings,
  context: FitContext,
  build: (weights: TrainedWeights) => Fitted,
): Promise<Trained> => {
  const backend = await context.backend();
  const random = seededRandom(context.seed);
  const run = startRun(net, train, settings, backend, random);
  const shuffle = shuffleShare(train);
  const { validate } = context;
  const mostEpochs = validate ? settings.mostEpochs : settings.epochs || Math.ceil(settings.mostEpochs / 3);
  const overdue = (): boolean => context.deadline !== undefined && performance.now() > context.deadline;
  let best: (Trained & { readonly quality: number }) | null = null;
  let epoch = 0;
  // Looks at validation become rarer: one more epoch changes less and less.
  let look = 1;
  let without = 0;
  try {
    while (epoch < mostEpochs && !overdue()) {
      epoch++;
      const batches = sequenceBatches(train, { ...settings, shuffle }, random);
      let loss = 0;
      for (const [b, batch] of batches.entries()) {
        loss += await run.step(batch);
        context.onProgress?.((epoch - 1 + (b + 1) / batches.length) / mostEpochs, `epoch ${epoch}`);
        if (overdue()) break;
      }
      if (!Number.isFinite(loss)) throw new Error(`The fit of a sequence model diverged in epoch ${epoch}`);
      if (!validate || (epoch < look && epoch < mostEpochs)) continue;
      look += Math.ceil(epoch / 8);
      const fitted = build(await run.weights());
      const quality = validate(fitted);
      if (best === null || quality > best.quality) {
        best = { fitted, epochs: epoch, quality };
        without = 0;
      } else if (++without >= settings.patience) break;
    }
    return best ?? { fitted: build(await run.weights()), epochs: epoch };
  } finally {
    run.dispose();
  }
};

interface Run {
  /** One step of Adam; the mean loss before it. Tensors are read asynchronously, as not every backend can do otherwise. */
  step(batch: SequenceBatch): Promise<number>;
  /** The average over about the last `horizon` steps (Polyak & Juditsky 1992): as good as a rate that sinks, whenever one stops. */
  weights(): Promise<TrainedWeights>;
  dispose(): void;
}

/** Open to tests, which look at the tensors a step leaves behind. */
export const startRun = (
  net: SequenceNet,
  train: Train,
  settings: TrainingSettings,
  { tf, simd }: Pick<TensorBackend, 'tf' | 'simd'>,
  random: Random,
): Run => {
  const { width } = settings;
  const products = train.products.ids.length;
  const counts = new Float64Array(products);
  for (const product of train.product) counts[product]!++;
  const own = net.start(settings, random);
  const variables: Record<string, tfjs.Variable> = {};
  for (const [name, value] of Object.entries({ ...own, ...catalogueStart(counts, width, random) }))
    variables[name] = tf.tidy(() => tf.variable(tf.tensor(value.values, [...value.shape]), true));
  const list = Object.values(variables);
  const optimizer = adam(tf, simd, { learningRate: settings.rate });
  const samples = sampler(counts, products <= settings.whole ? products : settings.sampled, random);
  const averages = averaging(variables);
  let steps = 0;
  return {
    step: async batch => {
      steps++;
      const rate = settings.rate * Math.min(1, steps / settings.warmup);
      const drop: Dropper = values => dropout(tf, values, settings.dropout, Math.floor(random() * 2 ** 31));
      const { value, grads } = tf.variableGrads(
        () => batchLoss(tf, net, variables, settings, batch, samples, drop),
        list,
      );
      optimizer.apply(list, grads, rate);
      const [loss] = await value.data<'float32'>();
      tf.dispose([value, grads]);
      if (steps % stepsPerAverage === 0) await averages.take(settings.horizon / stepsPerAverage);
      return loss!;
    },
    weights: averages.values,
    dispose: () => {
      optimizer.dispose();
      tf.dispose(list);
    },
  };
};

/** Steps between two looks at the weights: on a GPU each look waits for the queue. */
const stepsPerAverage = 4;

/** `take(n)` counts the weights as they are now as one of the last n or so. */
const averaging = (variables: Named<tfjs.Variable>) => {
  const means = new Map<string, Float32Array>();
  let taken = 0;
  const now = (variable: tfjs.Variable): Promise<Float32Array> => variable.data<'float32'>();
  return {
    take: async (horizon: number): Promise<void> => {
      taken++;
      const share = Math.max(1 / horizon, 2 / (taken + 1));
      for (const [name, variable] of Object.entries(variables)) {
        const values = await now(variable);
        const mean = means.get(name);
        if (mean === undefined) means.set(name, Float32Array.from(values));
        else for (let i = 0; i < mean.length; i++) mean[i]! += share * (values[i]! - mean[i]!);
      }
    },
    values: async (): Promise<TrainedWeights> => {
      const values: Record<string, Float32Array> = {};
      for (const [name, variable] of Object.entries(variables))
        values[name] = Float32Array.from(means.get(name) ?? (await now(variable)));
      return values;
    },
  };
};

/** Vectors of length about .8 before any is learned; biases that give each product the chance its share of all purchases says. */
const catalogueStart = (counts: Float64Array, width: number, random: Random): Named<StartValue> => {
  const products = counts.length;
  const bound = 1.4 / Math.sqrt(width);
  const mean = counts.reduce((sum, count) => sum + count, 0) / Math.max(1, products);
  return {
    vectors: {
      shape: [products, width],
      values: Float32Array.from({ length: products * width }, () => (2 * random() - 1) * bound),
    },
    biases: { shape: [products], values: Float32Array.from(counts, count => Math.log((count + 0.5) / (mean + 0.5))) },
  };
};

const batchLoss = (
  tf: Tensors,
  net: SequenceNet,
  variables: Named<tfjs.Variable>,
  shape: NetShape,
  batch: SequenceBatch,
  samples: Sampler,
  drop: Dropper,
): tfjs.Scalar => {
  const [vectors, biases] = [variables.vectors as tfjs.Tensor2D, variables.biases as tfjs.Tensor1D];
  const inputs = tf.gather(vectors, tf.tensor1d(batch.items, 'int32'));
  const scaled = tf.mul(inputs, Math.sqrt(shape.width));
  const sequence = tf.reshape(scaled, [batch.size, batch.length, shape.width]) as tfjs.Tensor3D;
  const states = net.forward(tf, variables, shape, sequence, drop);
  const flat = tf.reshape(states, [batch.size * batch.length, shape.width]) as tfjs.Tensor2D;
  const asked = tf.gather(flat, tf.tensor1d(batch.places, 'int32'));
  const { candidates, targets, correction } = samples.sample(batch.targets);
  if (candidates.length === vectors.shape[0]) return softmaxLoss(tf, asked, vectors, biases, targets);
  const rows = tf.tensor1d(candidates, 'int32');
  const competing = tf.gather(vectors, rows);
  const level = tf.add(tf.gather(biases, rows), tf.tensor1d(correction));
  return softmaxLoss(tf, asked, competing, level as tfjs.Tensor1D, targets);
};
