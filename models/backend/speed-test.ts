/** Which of two backends is faster on this machine, in a moment. */
import type * as tfjs from '@tensorflow/tfjs-core';

const [rows, inner, columns] = [256, 512, 512];
const rounds = 5;

/** Milliseconds for a product and its two gradients, as a step of training has them: the best of a few, after one to warm up. */
export const timeOfProducts = async (tf: typeof tfjs): Promise<number> => {
  const [x, w] = [tf.ones([rows, inner]) as tfjs.Tensor2D, tf.ones([inner, columns]) as tfjs.Tensor2D];
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round <= rounds; round++) {
    const started = performance.now();
    const sums = tf.tidy(() => {
      const y = tf.matMul(x, w);
      return tf.add(tf.sum(tf.matMul(y, w, false, true)), tf.sum(tf.matMul(x, y, true, false)));
    });
    await sums.data();
    sums.dispose();
    if (round > 0) best = Math.min(best, performance.now() - started);
  }
  tf.dispose([x, w]);
  return best;
};
