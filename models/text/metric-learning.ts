/**
 * A metric for few examples, learned on other classes: again and again some classes are drawn, a few examples of each make
 * its mean, and others of theirs are to lie nearest to their own (prototypical networks, Snell et al. 2017, with a linear
 * map, which starts as the identity).
 */
import type { Scalar, Tensor2D } from '@tensorflow/tfjs-core';
import { type Random, seededRandom } from '../../knowledge/domain/random.ts';
import { adam } from '../backend/adam.ts';
import type { TensorBackend } from '../backend/backend.ts';
import { weightAverage } from '../backend/weight-average.ts';
import type { MetricWeights } from './sentence-metric.ts';

/** Sentence vectors of one width, by class; classes of two sources are never told apart from each other. */
export interface MetricSource {
  readonly classes: readonly (readonly Float32Array[])[];
  /** Chance that an episode is drawn from it, against the others'. */
  readonly weight: number;
}

export interface MetricOptions {
  readonly seed: number;
  readonly steps: number;
}

// Chosen on five-shot cuts of HINT3, Bitext and of thirty CLINC150 intents that were left out of the learning.
const classesDrawn = 40;
const examplesOfMean = 5;
const examplesAsked = 5;
const sharpness = 12;
const learningRate = 2e-4;
const decay = 1e-3;
const averaged = 50;

const drawn = <T>(all: readonly T[], count: number, random: Random): T[] => {
  const left = [...all];
  for (let i = 0; i < Math.min(count, left.length); i++) {
    const j = i + Math.floor(random() * (left.length - i));
    [left[i], left[j]] = [left[j]!, left[i]!];
  }
  return left.slice(0, count);
};

/** Throws RangeError without two classes of at least six vectors in every source. */
export const learnMetric = async (
  { tf, simd }: Pick<TensorBackend, 'tf' | 'simd'>,
  sources: readonly MetricSource[],
  { seed, steps }: MetricOptions,
): Promise<MetricWeights> => {
  const usable = sources.map(s => ({ ...s, classes: s.classes.filter(c => c.length > examplesOfMean) }));
  if (usable.length === 0 || usable.some(s => s.classes.length < 2))
    throw new RangeError(`A metric is learned from at least two classes of ${examplesOfMean + 1} vectors a source`);
  const all = usable.flatMap(s => s.classes.flat());
  const width = all[0]!.length;
  const mean = new Float32Array(width);
  for (const vector of all) for (let k = 0; k < width; k++) mean[k]! += vector[k]! / all.length;
  const rowsOf = (vectors: readonly Float32Array[]) => {
    const rows = new Float32Array(vectors.length * width);
    vectors.forEach((vector, i) => {
      for (let k = 0; k < width; k++) rows[i * width + k] = vector[k]! - mean[k]!;
    });
    return tf.tensor2d(rows, [vectors.length, width]);
  };
  const random = seededRandom(seed);
  const total = usable.reduce((sum, s) => sum + s.weight, 0);
  const anySource = (): MetricSource => {
    let left = random() * total;
    for (const source of usable) {
      left -= source.weight;
      if (left < 0) return source;
    }
    return usable.at(-1)!;
  };
  const shift = tf.variable(tf.zeros([width, width]), true, 'shift');
  const optimizer = adam(tf, simd, { learningRate, beta2: 0.99 });
  const average = weightAverage([shift], averaged);
  for (let step = 1; step <= steps; step++) {
    const classes = drawn(anySource().classes, classesDrawn, random).map(c =>
      drawn(c, examplesOfMean + examplesAsked, random),
    );
    const gradients = tf.tidy(() => {
      const shown = rowsOf(classes.flatMap(c => c.slice(0, examplesOfMean)));
      const asked = rowsOf(classes.flatMap(c => c.slice(examplesOfMean)));
      const owner = classes.flatMap((c, i) => c.slice(examplesOfMean).map(() => i));
      const wanted = tf.cast(tf.oneHot(tf.tensor1d(owner, 'int32'), classes.length), 'float32');
      const mapped = (rows: Tensor2D): Tensor2D => {
        const moved = tf.add(rows, tf.matMul(rows, shift as Tensor2D));
        return tf.div(moved, tf.sqrt(tf.add(tf.sum(tf.square(moved), 1, true), 1e-9)));
      };
      const { grads } = tf.variableGrads(() => {
        const means = tf.mean<Tensor2D>(tf.reshape(mapped(shown), [classes.length, examplesOfMean, width]), 1);
        const logits = tf.mul(tf.matMul(mapped(asked), means, false, true), sharpness);
        const loss = tf.neg(tf.div(tf.sum(tf.mul(wanted, tf.logSoftmax(logits))), owner.length));
        return tf.add(loss, tf.mul(tf.sum(tf.square(shift)), decay / 2)) as Scalar;
      }, [shift]);
      return grads;
    });
    optimizer.apply([shift], gradients);
    tf.dispose(gradients);
    await average.afterStep(step);
  }
  const [learned] = average.values()!;
  optimizer.dispose();
  shift.dispose();
  return { mean, shift: learned! };
};
