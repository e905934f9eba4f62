/**
 * Tunes the last steps of the sentence encoder on labelled texts: cross-entropy of scaled cosines to a direction per
 * class, which begins at the class's mean vector (Wang et al. 2018, NormFace; Gidaris & Komodakis 2018).
 */
import type * as tfjs from '@tensorflow/tfjs-core';
import { seededRandom } from '../../knowledge/domain/random.ts';
import type { TensorBackend } from '../backend/backend.ts';
import { dense } from '../backend/dense.ts';
import { crossEntropy, dropout } from '../backend/ops.ts';
import { shuffledBatches, trainVariables } from '../backend/training.ts';
import { type EncoderTop, encoderWidth, unitWidth } from './encoder-files.ts';
import { type TunedTop, topVector } from './tuned-top.ts';

export interface TopExample {
  /** [means of the units, mean of the tokens]. */
  readonly deep: Float32Array;
  /** 0..classes-1 */
  readonly label: number;
}

/** Found on BANKING77's training rows, CLINC150, Bitext and HINT3, 5 and 10 examples an intent. */
const batchSize = 64;
const highestRate = 2e-3;
const warmUp = 0.1;
const dropped = 0.3;
const scale = 12;
const mostPasses = 20;
/** Texts seen over all passes: what bounds the time, to some ten seconds of one core. */
const mostSeen = 40_000;

const meanDirections = (vectors: readonly Float64Array[], labels: readonly number[], classes: number): Float32Array => {
  const sums = new Float32Array(classes * encoderWidth);
  for (const [i, vector] of vectors.entries()) {
    for (let k = 0; k < encoderWidth; k++) sums[labels[i]! * encoderWidth + k]! += vector[k]!;
  }
  return unitRows(sums);
};

const unitRows = (rows: Float32Array): Float32Array => {
  const out = rows.slice();
  for (let at = 0; at < out.length; at += encoderWidth) {
    const row = out.subarray(at, at + encoderWidth);
    const length = Math.hypot(...row);
    if (length > 0) for (let k = 0; k < encoderWidth; k++) row[k]! /= length;
  }
  return out;
};

const unitLength = (tf: TensorBackend['tf'], x: tfjs.Tensor2D): tfjs.Tensor2D =>
  tf.div(x, tf.sqrt(tf.add(tf.sum(tf.square(x), 1, true), 1e-12)));

/**
 * The same examples, seed and backend give the same. A class without an example is like no text: its direction is all
 * zeros. Throws RangeError without an example.
 */
export const tuneTop = async (
  backend: Pick<TensorBackend, 'tf' | 'simd'>,
  start: EncoderTop,
  examples: readonly TopExample[],
  classes: number,
  seed: number,
): Promise<TunedTop> => {
  if (examples.length === 0) throw new RangeError('The encoder is tuned on one example or more, got 0');
  const { tf } = backend;
  // Only classes with an example have a mean to begin at.
  const present = [...new Set(examples.map(e => e.label))].sort((a, b) => a - b);
  const place = new Map(present.map((label, i) => [label, i]));
  const labels = examples.map(e => place.get(e.label)!);
  const begin = meanDirections(
    examples.map(e => topVector(start, e.deep)),
    labels,
    present.length,
  );
  const epochs = Math.max(1, Math.min(mostPasses, Math.round(mostSeen / examples.length)));
  const steps = epochs * Math.ceil(examples.length / batchSize);
  const random = seededRandom(seed);
  const variables = {
    units: tf.variable(tf.tensor2d(start.units, [unitWidth, encoderWidth])),
    unitBias: tf.variable(tf.tensor1d(start.unitBias)),
    last: tf.variable(tf.tensor2d(start.last, [encoderWidth, encoderWidth])),
    lastBias: tf.variable(tf.tensor1d(start.lastBias)),
    directions: tf.variable(tf.tensor2d(begin, [present.length, encoderWidth])),
  };
  const columns = (batch: Int32Array, from: number, to: number): tfjs.Tensor2D => {
    const rows = new Float32Array(batch.length * (to - from));
    for (const [row, i] of batch.entries()) rows.set(examples[i]!.deep.subarray(from, to), row * (to - from));
    return tf.tensor2d(rows, [batch.length, to - from]);
  };
  let masks = seed;
  const { model } = await trainVariables<keyof typeof variables, Int32Array, TunedTop>(backend, {
    variables,
    batches: () => shuffledBatches(examples.length, batchSize, random),
    loss: batch => {
      const { units, unitBias, last, lastBias, directions } = variables;
      const read = dropout(tf, columns(batch, 0, unitWidth), dropped, ++masks);
      const added = dropout(tf, dense(tf, read, units as tfjs.Tensor2D, unitBias), dropped, ++masks);
      const tokens = tf.add(columns(batch, unitWidth, unitWidth + encoderWidth), added) as tfjs.Tensor2D;
      const vectors = unitLength(tf, dense(tf, tokens, last as tfjs.Tensor2D, lastBias, 'tanh'));
      const cosines = tf.matMul(vectors, unitLength(tf, directions as tfjs.Tensor2D), false, true);
      const wanted = tf.tensor1d(
        Int32Array.from(batch, i => labels[i]!),
        'int32',
      );
      return tf.mean(crossEntropy(tf, tf.mul(cosines, scale) as tfjs.Tensor2D, wanted)) as tfjs.Scalar;
    },
    learningRate: step => highestRate * Math.min(1, (step + 1) / (warmUp * steps)) * Math.max(1e-6, 1 - step / steps),
    mostEpochs: epochs,
    clipNorm: 1,
    model: values => {
      const directions = new Float32Array(classes * encoderWidth);
      const found = unitRows(values.directions);
      for (const [i, label] of present.entries())
        directions.set(found.subarray(i * encoderWidth, (i + 1) * encoderWidth), label * encoderWidth);
      return { ...values, directions };
    },
  });
  return model;
};
