/** A dense layer: on `wasm` one kernel of our own forward and one per gradient that is needed, on other backends small ops. */
import type * as tfjs from '@tensorflow/tfjs-core';
import type { Tensors } from './backend.ts';
import { hasFused, runFused } from './fused.ts';
import { type Activation, activations, fusedKernelName } from './wasm/fused-names.ts';

/** Unlike a gradient given with the op, one registered by name is worked out only for inputs that lead to a weight. */
const registerGradient = (tf: Tensors): void => {
  const kernelName = fusedKernelName('dense');
  if (tf.getGradient(kernelName)) return;
  tf.registerGradient({
    kernelName,
    inputsToSave: ['x', 'w'],
    outputsToSave: [true],
    gradFunc: (dy, saved, attributes) => {
      const [x, w, y] = saved as [tfjs.Tensor, tfjs.Tensor, tfjs.Tensor];
      const change = dy as tfjs.Tensor;
      return {
        x: () => runFused(tf, 'denseInputGradient', { dy: change, y, w }, attributes)[0]!,
        w: () => runFused(tf, 'denseWeightGradient', { dy: change, y, x }, attributes)[0]!,
        bias: () => runFused(tf, 'denseBiasGradient', { dy: change, y }, attributes)[0]!,
      };
    },
  });
};

/** activation(x w + bias): [n, inner], [inner, width] and [width] to [n, width]. */
export const dense = (
  tf: Tensors,
  x: tfjs.Tensor2D,
  w: tfjs.Tensor2D,
  bias: tfjs.Tensor,
  activation: Activation = 'linear',
): tfjs.Tensor2D => {
  if (x.shape[1] !== w.shape[0] || w.shape[1] !== bias.size)
    throw new RangeError(
      `A dense layer of ${w.shape[0]} to ${w.shape[1]} was given ${x.shape[1]} columns and a bias of ${bias.size}`,
    );
  if (hasFused(tf, 'dense')) {
    registerGradient(tf);
    return runFused(tf, 'dense', { x, w, bias }, { activation: activations.indexOf(activation) })[0] as tfjs.Tensor2D;
  }
  const sum = tf.add(tf.matMul(x, w), bias) as tfjs.Tensor2D;
  if (activation === 'relu') return tf.relu(sum);
  if (activation === 'tanh') return tf.tanh(sum);
  return activation === 'sigmoid' ? tf.sigmoid(sum) : sum;
};
