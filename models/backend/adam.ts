/**
 * Adam (Kingma & Ba, 2015), one step for all weights; on wasm in one pass over each array, in place. Optionally with gradients
 * bounded in length (Pascanu et al. 2013) and decoupled weight decay (AdamW, Loshchilov & Hutter 2019).
 */
import type * as tfjs from '@tensorflow/tfjs-core';
import type { SimdKernels } from './wasm/simd.ts';
import { heapOf } from './wasm/wasm-heap.ts';

export interface AdamOptions {
  /** > 0 */
  readonly learningRate: number;
  readonly beta1?: number;
  readonly beta2?: number;
  readonly epsilon?: number;
  /** Bound on the length of the gradient of all weights together, > 0; absent: none. */
  readonly clipNorm?: number | undefined;
  /** Share of each weight taken off per unit of learning rate, >= 0; default 0. */
  readonly weightDecay?: number | undefined;
}

export interface Optimizer {
  /**
   * Values of `weights` change in place; `gradients` by the weights' names, left to the caller to dispose. A rate given here
   * holds for this step.
   */
  apply(
    weights: readonly tfjs.Variable[],
    gradients: Readonly<Record<string, tfjs.Tensor>>,
    learningRate?: number,
  ): void;
  dispose(): void;
}

type Settings = Required<{ [K in keyof AdamOptions]: Exclude<AdamOptions[K], undefined> }>;

/** `simd`: our kernels where the backend has them, else null. Throws when a number is out of its range. */
export const adam = (tf: typeof tfjs, simd: SimdKernels | null, options: AdamOptions): Optimizer => {
  const settings: Settings = {
    learningRate: options.learningRate,
    beta1: options.beta1 ?? 0.9,
    beta2: options.beta2 ?? 0.999,
    epsilon: options.epsilon ?? 1e-7,
    clipNorm: options.clipNorm ?? Number.POSITIVE_INFINITY,
    weightDecay: options.weightDecay ?? 0,
  };
  if (!(settings.clipNorm > 0))
    throw new RangeError(`The bound on gradients must be above 0, got ${settings.clipNorm}`);
  if (!(settings.weightDecay >= 0))
    throw new RangeError(`The weight decay must be 0 or more, got ${settings.weightDecay}`);
  return simd ? inPlace(tf, simd, settings) : throughTensors(tf, settings);
};

const throughTensors = (tf: typeof tfjs, o: Settings): Optimizer => {
  const optimizer = tf.train.adam(o.learningRate, o.beta1, o.beta2, o.epsilon);
  const bounded = (gradients: readonly tfjs.Tensor[]): tfjs.Tensor[] => {
    const norm = tf.sqrt(tf.addN(gradients.map(g => tf.sum(tf.square(g)))));
    const scale = tf.div(o.clipNorm, tf.maximum(norm, o.clipNorm));
    return gradients.map(g => tf.mul(g, scale));
  };
  return {
    apply: (weights, gradients, learningRate = o.learningRate) =>
      tf.tidy(() => {
        // `learningRate` is protected in the types, and read anew at every step.
        Object.assign(optimizer, { learningRate });
        const names = Object.keys(gradients);
        const given = names.map(name => gradients[name]!);
        const tensors = Number.isFinite(o.clipNorm) ? bounded(given) : given;
        if (o.weightDecay > 0)
          for (const weight of weights)
            if (gradients[weight.name]) weight.assign(tf.mul(weight, 1 - learningRate * o.weightDecay));
        optimizer.applyGradients(names.map((name, i) => ({ name, tensor: tensors[i]! })));
      }),
    dispose: () => optimizer.dispose(),
  };
};

interface Moments {
  readonly mean: tfjs.Tensor;
  readonly square: tfjs.Tensor;
}

const inPlace = (tf: typeof tfjs, simd: SimdKernels, o: Settings): Optimizer => {
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
    apply: (weights, gradients, learningRate = o.learningRate) => {
      power1 *= o.beta1;
      power2 *= o.beta2;
      let scale = 1;
      if (Number.isFinite(o.clipNorm)) {
        let squares = 0;
        for (const gradient of Object.values(gradients)) {
          squares += simd.sumOfSquares(gradient.size, heap.addressOf(gradient));
        }
        scale = o.clipNorm / Math.max(o.clipNorm, Math.sqrt(squares));
      }
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
          learningRate,
          o.beta1,
          o.beta2,
          1 - power1,
          1 - power2,
          o.epsilon,
          scale,
          1 - learningRate * o.weightDecay,
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
