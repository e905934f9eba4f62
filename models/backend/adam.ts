/** Adam (Kingma & Ba, 2015), one step for all weights; on wasm in one pass over each array, in place. */
import type * as tfjs from '@tensorflow/tfjs-core';
import type { SimdKernels } from './wasm/simd.ts';
import { heapOf } from './wasm/wasm-heap.ts';

export interface AdamOptions {
  /** > 0 */
  readonly learningRate: number;
  readonly beta1?: number;
  readonly beta2?: number;
  readonly epsilon?: number;
}

export interface Optimizer {
  /** Values of `weights` change in place; `gradients` by the weights' names, left to the caller to dispose. */
  apply(weights: readonly tfjs.Variable[], gradients: Readonly<Record<string, tfjs.Tensor>>): void;
  dispose(): void;
}

/** `simd`: our kernels where the backend has them, else null. */
export const adam = (tf: typeof tfjs, simd: SimdKernels | null, options: AdamOptions): Optimizer => {
  const { learningRate, beta1 = 0.9, beta2 = 0.999, epsilon = 1e-7 } = options;
  return simd
    ? inPlace(tf, simd, { learningRate, beta1, beta2, epsilon })
    : throughTensors(tf, { learningRate, beta1, beta2, epsilon });
};

const throughTensors = (tf: typeof tfjs, o: Required<AdamOptions>): Optimizer => {
  const optimizer = tf.train.adam(o.learningRate, o.beta1, o.beta2, o.epsilon);
  return {
    apply: (_, gradients) =>
      optimizer.applyGradients(Object.entries(gradients).map(([name, tensor]) => ({ name, tensor }))),
    dispose: () => optimizer.dispose(),
  };
};

interface Moments {
  readonly mean: tfjs.Tensor;
  readonly square: tfjs.Tensor;
}

const inPlace = (tf: typeof tfjs, simd: SimdKernels, o: Required<AdamOptions>): Optimizer => {
  const heap = heapOf(tf.backend());
  const moments = new Map<string, Moments>();
  let [power1, power2] = [1, 1];
  const momentsOf = (weight: tfjs.Variable): Moments => {
    const known = moments.get(weight.name);
    if (known) return known;
    const zeros = () => tf.keep(tf.zeros(weight.shape));
    const made = { mean: zeros(), square: zeros() };
    moments.set(weight.name, made);
    return made;
  };
  return {
    apply: (weights, gradients) => {
      power1 *= o.beta1;
      power2 *= o.beta2;
      for (const weight of weights) {
        const gradient = gradients[weight.name];
        if (!gradient) continue;
        const { mean, square } = momentsOf(weight);
        simd.adam(
          weight.size,
          heap.addressOf(weight),
          heap.addressOf(mean),
          heap.addressOf(square),
          heap.addressOf(gradient),
          o.learningRate,
          o.beta1,
          o.beta2,
          1 - power1,
          1 - power2,
          o.epsilon,
        );
        heap.renew(weight);
      }
    },
    dispose: () => {
      for (const { mean, square } of moments.values()) tf.dispose([mean, square]);
      moments.clear();
    },
  };
};
