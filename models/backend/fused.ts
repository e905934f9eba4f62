/** How an op of ours runs as one kernel with a gradient of its own, where the backend has that kernel. */
import type * as tfjs from '@tensorflow/tfjs-core';
import type { Tensors } from './backend.ts';
import { type FusedKernel, fusedKernelName } from './wasm/fused-names.ts';

type Tensor = tfjs.Tensor;

export const hasFused = (tf: Tensors, kernel: FusedKernel): boolean =>
  tf.getBackend() === 'wasm' && tf.getKernel(fusedKernelName(kernel), 'wasm') !== undefined;

/** Runs one of our kernels; which outputs it has is said in wasm/fused-kernels.ts. */
export const runFused = (
  tf: Tensors,
  kernel: FusedKernel,
  inputs: Readonly<Record<string, Tensor>>,
  attributes: tfjs.NamedAttrMap = {},
): Tensor[] => {
  const out = tf.engine().runKernel(fusedKernelName(kernel), inputs, attributes) as Tensor | Tensor[];
  return Array.isArray(out) ? out : [out];
};

type GradientOf = (dy: Tensor, saved: Tensor[]) => Tensor[];

/** An op with a gradient of our own. `forward` gives its value and what the gradient needs to see again. */
export const withGradient = (
  tf: Tensors,
  inputs: readonly Tensor[],
  forward: (...inputs: Tensor[]) => { value: Tensor; save: Tensor[]; gradient: GradientOf },
): Tensor =>
  tf.customGrad((...all) => {
    const save = all.pop() as tfjs.GradSaveFunc;
    const { value, save: kept, gradient } = forward(...(all as Tensor[]));
    save(kept);
    return { value, gradFunc: (dy: Tensor | Tensor[], saved: Tensor[]) => gradient(dy as Tensor, saved) };
  })(...inputs);
