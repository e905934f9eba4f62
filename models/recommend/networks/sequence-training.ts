/** How every sequence model is trained: batches of windows, softmax over the catalogue, Adam, stopped by validation. */
import type * as tfjs from '@tensorflow/tfjs-core';
import { type Random, seededRandom } from '../../../knowledge/domain/random.ts';
import type { Tensors } from '../../backend/backend.ts';
import { dropout } from '../../backend/ops.ts';
import { kept } from '../../backend/start-values.ts';
import type { Train } from '../../data/splits.ts';
import type { FitContext, Fitted } from '../model.ts';
import { type SequenceBatch, sequenceBatches, shuffleShare } from './sequence-batches.ts';
import { gapStart } from './sequence-gaps.ts';
import type { Dropper, Named, NetShape, SequenceNet, StartValue } from './sequence-net.ts';
import { type Sampler, sampler, softmaxLoss } from './softmax-loss.ts';
import { trainNeural } from './training-loop.ts';

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
  /** 1: the time before each event is an input too (sequence-gaps.ts); 0: it is not. */
  gaps: 0,
  /** Epochs at most, and how many looks at validation without gain end the fit. */
  mostEpochs: 40,
  patience: 4,
  /** 0: of a fit with validation only the last epoch is looked at; 1: now and then one is. */
  looks: 1,
  /** Epochs where no validation says when to stop; 0: `mostEpochs` / 3. */
  epochs: 0,
};

export type TrainingSettings = NetShape & typeof trainingDefaults;

/** Values by name; `vectors` [products, width] and `biases` [products] beside the net's own. */
export type TrainedWeights = Named<Float32Array>;

/**
 * `build` makes the model of some weights. With `context.validate` the best epoch's model wins; without, `settings.epochs` are trained
 * and the last one counts. Throws when the loss is not finite.
 */
export const trainSequenceNet = async (
  net: SequenceNet,
  train: Train,
  settings: TrainingSettings,
  context: FitContext,
  build: (weights: TrainedWeights, epochs: number) => Fitted,
): Promise<Fitted> => {
  const backend = await context.backend();
  const { tf } = backend;
  const random = seededRandom(context.seed);
  const products = train.products.ids.length;
  const counts = new Float64Array(products);
  for (const product of train.product) counts[product]!++;
  const own = { ...net.start(settings, random), ...(settings.gaps > 0 && { gaps: gapStart(settings.width) }) };
  const variables: Record<string, tfjs.Variable> = {};
  for (const [name, value] of Object.entries({ ...own, ...catalogueStart(counts, settings.width, random) }))
    variables[name] = kept(tf, value.shape, value.values);
  const samples = sampler(counts, products <= settings.whole ? products : settings.sampled, random);
  const shuffle = shuffleShare(train);
  return trainNeural(backend, context, {
    variables,
    rate: step => settings.rate * Math.min(1, (step + 1) / settings.warmup),
    epochs: context.validate ? settings.mostEpochs : settings.epochs || Math.ceil(settings.mostEpochs / 3),
    isChecked: settings.looks > 0 ? everRarer() : () => false,
    patience: settings.patience,
    averageOver: settings.horizon,
    batches: () => sequenceBatches(train, { ...settings, shuffle }, random),
    loss: batch => {
      const drop: Dropper = values => dropout(tf, values, settings.dropout, Math.floor(random() * 2 ** 31));
      return batchLoss(tf, net, variables, settings, batch, samples, drop);
    },
    fitted: build,
  });
};

/** One more epoch changes less and less: every one at first, after 8 every other, after 16 every third. */
const everRarer = (): ((epoch: number) => boolean) => {
  let next = 1;
  return epoch => {
    if (epoch < next) return false;
    next += Math.ceil(epoch / 8);
    return true;
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

/** [places, width]; bucket 0 adds zeros. */
const gapInputs = (tf: Tensors, vectors: tfjs.Tensor, { gaps }: SequenceBatch): tfjs.Tensor => {
  const rows = tf.concat([tf.zeros([1, vectors.shape[1]!]), vectors]);
  return tf.gather(rows, tf.tensor1d(Int32Array.from(gaps), 'int32'));
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
  const sequence = tf.reshape(variables.gaps ? tf.add(scaled, gapInputs(tf, variables.gaps, batch)) : scaled, [
    batch.size,
    batch.length,
    shape.width,
  ]) as tfjs.Tensor3D;
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
