/**
 * The parts of neural models that cost the most when put together from small ops: on the `wasm` backend one kernel of our own
 * each, forward and backward; on every other backend, and for a gradient of a gradient, the same mathematics in plain ops.
 * All take and give float32 tensors unless said otherwise; all are differentiable in their tensors of weights and activations.
 */
import type * as tfjs from '@tensorflow/tfjs-core';
import type { Tensors } from './backend.ts';
import { dropoutMask } from './dropout-mask.ts';
import { hasFused, runFused, withGradient } from './fused.ts';

type Tensor = tfjs.Tensor;

/**
 * -log softmax(logits)[label] per row: [n, v] and int32 [n] to [n]. A label below 0 marks a row that does not count: its loss
 * and gradient are 0.
 */
export const crossEntropy = (tf: Tensors, logits: tfjs.Tensor2D, labels: tfjs.Tensor1D): tfjs.Tensor1D => {
  if (!hasFused(tf, 'crossEntropy')) {
    const [rows, classes] = logits.shape;
    const counts = tf.cast(tf.greaterEqual(labels, 0), 'float32');
    const shifted = tf.sub(logits, tf.max(logits, 1, true));
    const logSums = tf.log(tf.sum(tf.exp(shifted), 1));
    const at = tf.add(tf.maximum(labels, 0), tf.mul(tf.range(0, rows, 1, 'int32'), tf.scalar(classes, 'int32')));
    const chosen = tf.gather(tf.reshape(shifted, [-1, 1]), tf.cast(at, 'int32') as tfjs.Tensor1D);
    return tf.mul(counts, tf.sub(logSums, tf.reshape(chosen, [-1]))) as tfjs.Tensor1D;
  }
  return withGradient(tf, [logits], x => {
    const [loss, logSums] = runFused(tf, 'crossEntropy', { logits: x!, labels }) as [Tensor, Tensor];
    return {
      value: loss,
      save: [x!, logSums, labels],
      gradient: (dy, [scores, sums, ids]) =>
        runFused(tf, 'crossEntropyGradient', { dy, logits: scores!, logSums: sums!, labels: ids! }),
    };
  }) as tfjs.Tensor1D;
};

/**
 * Σ_j -counts_j log softmax(logits)_j per row, the loss of an autoencoder over purchases (Liang et al. 2018): twice [n, v] to
 * [n]. Not differentiable in `counts`.
 */
export const multinomialLoss = (tf: Tensors, logits: tfjs.Tensor2D, counts: tfjs.Tensor2D): tfjs.Tensor1D => {
  if (!hasFused(tf, 'multinomialLoss'))
    return tf.neg(tf.sum(tf.mul(counts, tf.logSoftmax(logits)), 1)) as tfjs.Tensor1D;
  return withGradient(tf, [logits], x => {
    const [loss, logSums, totals] = runFused(tf, 'multinomialLoss', { logits: x!, counts }) as [Tensor, Tensor, Tensor];
    return {
      value: loss,
      save: [x!, logSums, totals, counts],
      gradient: (dy, [scores, sums, all, seen]) =>
        runFused(tf, 'multinomialLossGradient', { dy, logits: scores!, counts: seen!, logSums: sums!, totals: all! }),
    };
  }) as tfjs.Tensor1D;
};

/** (x - mean) / sqrt(variance + epsilon) over the last axis, times `scale` plus `shift`, both [d] (Ba et al. 2016). */
export const layerNorm = <T extends Tensor>(tf: Tensors, x: T, scale: Tensor, shift: Tensor, epsilon = 1e-5): T => {
  if (!hasFused(tf, 'layerNorm')) {
    const centred = tf.sub(x, tf.mean(x, -1, true));
    const spread = tf.rsqrt(tf.add(tf.mean(tf.square(centred), -1, true), epsilon));
    return tf.add(tf.mul(tf.mul(centred, spread), scale), shift) as T;
  }
  return withGradient(tf, [x, scale, shift], (input, gain, offset) => {
    const [y, mean, spread] = runFused(tf, 'layerNorm', { x: input!, scale: gain!, shift: offset! }, { epsilon });
    return {
      value: y!,
      save: [input!, gain!, mean!, spread!],
      gradient: (dy, [seen, g, m, s]) =>
        runFused(tf, 'layerNormGradient', { dy, x: seen!, scale: g!, mean: m!, spread: s! }),
    };
  }) as T;
};

/** x Φ(x), Φ the normal distribution (Hendrycks & Gimpel 2016), exact to float32. */
export const gelu = <T extends Tensor>(tf: Tensors, x: T): T => {
  if (!hasFused(tf, 'gelu')) return tf.mul(tf.mul(x, 0.5), tf.add(tf.erf(tf.mul(x, Math.SQRT1_2)), 1)) as T;
  return withGradient(tf, [x], input => ({
    value: runFused(tf, 'gelu', { x: input! })[0]!,
    save: [input!],
    gradient: (dy, [seen]) => runFused(tf, 'geluGradient', { dy, x: seen! }),
  })) as T;
};

/**
 * Sets a share `rate` (0 <= rate < 1) of the values to 0 and divides the others by 1 - rate (Srivastava et al. 2014). Which ones
 * depends on `seed` and the place only, on every backend alike; tf.dropout draws in JavaScript, value by value.
 */
export const dropout = <T extends Tensor>(tf: Tensors, x: T, rate: number, seed: number): T => {
  if (!(rate >= 0 && rate < 1)) throw new RangeError(`The share to drop must be at least 0 and below 1, got ${rate}`);
  if (rate === 0) return x;
  if (!hasFused(tf, 'dropout')) return tf.mul(x, tf.tensor(dropoutMask(x.size, rate, seed), x.shape, 'float32')) as T;
  return withGradient(tf, [x], input => ({
    value: runFused(tf, 'dropout', { x: input! }, { rate, seed })[0]!,
    save: [],
    gradient: dy => runFused(tf, 'dropout', { x: dy }, { rate, seed }),
  })) as T;
};
