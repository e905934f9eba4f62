/** The loss of guessing the next product out of a whole catalogue, or out of a fair sample of a large one. */
import type * as tfjs from '@tensorflow/tfjs-core';
import type { Random } from '../../knowledge/domain/random.ts';
import type { Tensors } from '../backend/backend.ts';

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
 * targets: n places in 0..m-1. The gradient is written out: no one-hot matrix of n × m is made, and no logarithm of one.
 */
export const softmaxLoss = (
  tf: Tensors,
  states: tfjs.Tensor2D,
  vectors: tfjs.Tensor2D,
  biases: tfjs.Tensor1D,
  targets: Int32Array,
): tfjs.Scalar => {
  const [n, width] = states.shape;
  const m = vectors.shape[0];
  const loss = tf.customGrad((...args) => {
    const [h, c, b, save] = args as unknown as [tfjs.Tensor2D, tfjs.Tensor2D, tfjs.Tensor1D, tfjs.GradSaveFunc];
    const target = tf.tensor1d(targets, 'int32');
    // A bias is one more column, whose query is 1: the product of matrices adds it.
    const left = tf.concat([h, tf.ones([n, 1])], 1);
    const right = tf.concat([c, tf.reshape(b, [m, 1])], 1);
    const chances = tf.softmax(tf.matMul(left, right, false, true));
    const flat = Int32Array.from(targets, (t, row) => row * m + t);
    const picked = tf.gather(tf.reshape(chances, [n * m]), tf.tensor1d(flat, 'int32'));
    save([chances, left, right, target]);
    return {
      value: tf.neg(tf.mean(tf.log(tf.add(picked, 1e-9)))) as tfjs.Scalar,
      gradFunc: (dy: tfjs.Tensor, saved: tfjs.Tensor[]) => {
        const [p, l, r, t] = saved as [tfjs.Tensor2D, tfjs.Tensor2D, tfjs.Tensor2D, tfjs.Tensor1D];
        const scale = tf.div(dy, n);
        const dLeft = tf.mul(tf.sub(tf.matMul(p, r), tf.gather(r, t)), scale);
        const dRight = tf.mul(tf.sub(tf.matMul(p, l, true), tf.unsortedSegmentSum(l, t, m)), scale);
        return [
          tf.slice(dLeft, [0, 0], [n, width]),
          tf.slice(dRight, [0, 0], [m, width]),
          tf.reshape(tf.slice(dRight, [0, width], [m, 1]), [m]),
        ];
      },
    };
  });
  return loss(states, vectors, biases) as tfjs.Scalar;
};
