/** The loss of guessing the next product out of a whole catalogue, or out of a fair sample of a large one. */
import type * as tfjs from '@tensorflow/tfjs-core';
import type { Random } from '../../../knowledge/domain/random.ts';
import type { Tensors } from '../../backend/backend.ts';
import { crossEntropy } from '../../backend/ops.ts';

export interface Sample {
  /** Products that compete, distinct; all targets are among them. */
  readonly candidates: Int32Array;
  /** Place of each target in `candidates`. */
  readonly targets: Int32Array;
  /** Added to the candidates' scores: minus the logarithm of the chance that it is in the sample. */
  readonly correction: Float32Array;
}

export interface Sampler {
  sample(targets: Int32Array): Sample;
}

/**
 * Sampled softmax (Jean et al. 2015) with one sample for a whole batch: its targets, which come by frequency, and `uniform` draws.
 * Every candidate's score is corrected by its chance to be there, so popular products are not punished for coming often.
 * A catalogue of at most `uniform` products takes part whole.
 */
export const sampler = (counts: Float64Array, uniform: number, random: Random): Sampler => {
  const products = counts.length;
  if (products <= uniform) {
    const candidates = Int32Array.from({ length: products }, (_, p) => p);
    const correction = new Float32Array(products);
    return { sample: targets => ({ candidates, targets, correction }) };
  }
  const total = counts.reduce((sum, count) => sum + count, 0);
  const place = new Int32Array(products).fill(-1);
  return {
    sample: targets => {
      const candidates: number[] = [];
      const take = (product: number): void => {
        if (place[product] !== -1) return;
        place[product] = candidates.length;
        candidates.push(product);
      };
      for (const target of targets) take(target);
      for (let u = 0; u < uniform; u++) take(Math.floor(random() * products));
      const missed = uniform * Math.log1p(-1 / products);
      const correction = Float32Array.from(candidates, product => {
        const chance = -Math.expm1(targets.length * Math.log1p(-Math.min(0.999, counts[product]! / total)) + missed);
        return -Math.log(chance);
      });
      const places = targets.map(target => place[target]!);
      for (const product of candidates) place[product] = -1;
      return { candidates: Int32Array.from(candidates), targets: places, correction };
    },
  };
};

/**
 * Mean cross-entropy of softmax(states · vectorsᵀ + biases) at the targets. states: [n, width]; vectors: [m, width]; biases: [m];
 * targets: n places in 0..m-1.
 */
export const softmaxLoss = (
  tf: Tensors,
  states: tfjs.Tensor2D,
  vectors: tfjs.Tensor2D,
  biases: tfjs.Tensor1D,
  targets: Int32Array,
): tfjs.Scalar => {
  // A bias is one more column, whose query is 1: the product of matrices adds it.
  const left = tf.concat([states, tf.ones([states.shape[0], 1])], 1) as tfjs.Tensor2D;
  const right = tf.concat([vectors, tf.reshape(biases, [-1, 1])], 1) as tfjs.Tensor2D;
  const scores = tf.matMul(left, right, false, true) as tfjs.Tensor2D;
  return tf.mean(crossEntropy(tf, scores, tf.tensor1d(targets, 'int32')));
};
