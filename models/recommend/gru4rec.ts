/**
 * A recurrent network over what was bought, oldest first (GRU4Rec, Hidasi et al. 2016; loss over the whole catalogue as in Hidasi &
 * Karatzoglou 2018): z, r = sigmoid(x·W + h·U + b), n = tanh(x·W + b + r ∘ (h·U)), h = (1 - z) ∘ n + z ∘ h.
 */
import type * as tfjs from '@tensorflow/tfjs-core';
import { sequenceKind } from './sequence-model.ts';
import {
  dense,
  dot,
  matrix,
  normalise,
  normaliseTensor,
  type SequenceNet,
  transposed,
  vector,
} from './sequence-net.ts';

export const gru4recNet: SequenceNet = {
  start: ({ width }, random) => ({
    input: matrix(width, 3 * width, random),
    inputBias: vector(3 * width),
    gates: matrix(width, 2 * width, random),
    state: matrix(width, width, random),
    output: matrix(width, width, random),
    outputBias: vector(width),
    gain: vector(width, 1),
    shift: vector(width),
  }),

  forward: (tf, w, { width }, input, drop) => {
    const [size, length] = input.shape;
    const flat = tf.reshape(drop(input), [size * length, width]);
    const fromInput = tf.add(tf.matMul(flat, w.input as tfjs.Tensor2D), w.inputBias!);
    // The gradient of unstack takes no lone part.
    const steps = (
      length === 1 ? [fromInput] : tf.unstack(tf.reshape(fromInput, [size, length, 3 * width]), 1)
    ) as tfjs.Tensor2D[];
    let h: tfjs.Tensor2D = tf.zeros([size, width]);
    const states = steps.map(step => {
      const [forGates, forState] = tf.split(step, [2 * width, width], 1) as [tfjs.Tensor2D, tfjs.Tensor2D];
      const both = tf.sigmoid(tf.add(forGates, tf.matMul(h, w.gates as tfjs.Tensor2D)));
      const [z, r] = tf.split(both, 2, 1) as [tfjs.Tensor2D, tfjs.Tensor2D];
      const fresh = tf.tanh(tf.add(forState, tf.mul(r, tf.matMul(h, w.state as tfjs.Tensor2D))));
      h = tf.add(fresh, tf.mul(z, tf.sub(h, fresh)));
      return h;
    });
    const all = drop(tf.reshape(tf.stack(states, 1), [size * length, width]) as tfjs.Tensor2D);
    const mixed = tf.add(tf.matMul(all, w.output as tfjs.Tensor2D), w.outputBias!);
    return tf.reshape(normaliseTensor(tf, mixed, w.gain!, w.shift!), [size, length, width]) as tfjs.Tensor3D;
  },

  encoder: (w, { width }) => {
    const input = transposed(w.input!, width, 3 * width);
    const gates = transposed(w.gates!, width, 2 * width);
    const state = transposed(w.state!, width, width);
    const output = transposed(w.output!, width, width);
    const scale = Math.sqrt(width);
    const x = new Float32Array(width);
    const fromInput = new Float32Array(3 * width);
    const fromGates = new Float32Array(2 * width);
    const fromState = new Float32Array(width);
    const h = new Float32Array(width);
    return {
      encode: (vectors, stride, items, from, to, out) => {
        h.fill(0);
        for (let e = from; e < to; e++) {
          const row = items[e]! * stride;
          for (let i = 0; i < width; i++) x[i] = vectors[row + i]! * scale;
          dense(input, width, 3 * width, x, 0, fromInput, 0, w.inputBias!, false);
          if (e > from) {
            dense(gates, width, 2 * width, h, 0, fromGates, 0, null, false);
            dense(state, width, width, h, 0, fromState, 0, null, false);
          } else {
            fromGates.fill(0);
            fromState.fill(0);
          }
          for (let i = 0; i < width; i++) {
            const z = 1 / (1 + Math.exp(-(fromInput[i]! + fromGates[i]!)));
            const r = 1 / (1 + Math.exp(-(fromInput[width + i]! + fromGates[width + i]!)));
            const fresh = Math.tanh(fromInput[2 * width + i]! + r * fromState[i]!);
            h[i] = fresh + z * (h[i]! - fresh);
          }
        }
        for (let i = 0; i < width; i++) x[i] = dot(h, 0, output, i * width, width) + w.outputBias![i]!;
        normalise(x, 0, width, w.gain!, w.shift!, out, 0);
      },
    };
  },
};

export const gru4rec = sequenceKind('gru4rec', gru4recNet, {
  width: 64,
  window: 50,
  layers: 1,
  heads: 1,
});
