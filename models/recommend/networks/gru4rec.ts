/**
 * A recurrent network over what was bought, oldest first (GRU4Rec, Hidasi et al. 2016; loss over the whole catalogue as in Hidasi &
 * Karatzoglou 2018). One gated recurrent unit, `models/backend/sequence-ops.ts` says which; then a linear layer that
 * also sees the last purchase itself (a way around the unit, which small data need), normalised.
 */
import type * as tfjs from '@tensorflow/tfjs-core';
import { layerNorm } from '../../backend/ops.ts';
import { gru } from '../../backend/sequence-ops.ts';
import { sampledLoss, sequenceKind } from './sequence-model.ts';
import { dense, matrix, normalise, packed, type SequenceNet, vector } from './sequence-net.ts';

export const gru4recNet: SequenceNet = {
  start: ({ width }, random) => ({
    input: matrix(width, 3 * width, random),
    inputBias: vector(3 * width),
    recurrent: matrix(width, 3 * width, random),
    recurrentBias: vector(3 * width),
    output: matrix(width, width, random),
    outputBias: vector(width),
    direct: matrix(width, width, random),
    gain: vector(width, 1),
    shift: vector(width),
  }),

  forward: (tf, w, { width }, input, drop) => {
    const [size, length] = input.shape;
    const flat = tf.reshape(drop(input), [size * length, width]) as tfjs.Tensor2D;
    const gates = tf.add(tf.matMul(flat, w.input as tfjs.Tensor2D), w.inputBias!);
    const states = gru(
      tf,
      tf.reshape(gates, [size, length, 3 * width]),
      w.recurrent as tfjs.Tensor2D,
      w.recurrentBias as tfjs.Tensor1D,
    );
    const all = drop(tf.reshape(states, [size * length, width]));
    const fromState = tf.add(tf.matMul(all, w.output as tfjs.Tensor2D), w.outputBias!);
    const mixed = tf.add(fromState, tf.matMul(flat, w.direct as tfjs.Tensor2D));
    return tf.reshape(layerNorm(tf, mixed, w.gain!, w.shift!), [size, length, width]) as tfjs.Tensor3D;
  },

  encoder: (w, { width }) => {
    const input = packed(w.input!, width, 3 * width);
    const recurrent = packed(w.recurrent!, width, 3 * width);
    const output = packed(w.output!, width, width);
    const direct = packed(w.direct!, width, width);
    const mixed = new Float32Array(width);
    const x = new Float32Array(width);
    const gates = new Float32Array(3 * width);
    const carried = new Float32Array(3 * width);
    const h = new Float32Array(width);
    return {
      encode: (read, length, out) => {
        h.fill(0);
        for (let e = 0; e < length; e++) {
          read(e, x, 0);
          dense(input, width, 3 * width, x, gates, 0, w.inputBias!);
          if (e === 0) carried.set(w.recurrentBias!);
          else dense(recurrent, width, 3 * width, h, carried, 0, w.recurrentBias!);
          for (let i = 0; i < width; i++) {
            const update = 1 / (1 + Math.exp(-(gates[i]! + carried[i]!)));
            const reset = 1 / (1 + Math.exp(-(gates[width + i]! + carried[width + i]!)));
            const fresh = Math.tanh(gates[2 * width + i]! + reset * carried[2 * width + i]!);
            h[i] = fresh + update * (h[i]! - fresh);
          }
        }
        dense(direct, width, width, x, mixed, 0, w.outputBias!);
        dense(output, width, width, h, x, 0, null);
        for (let i = 0; i < width; i++) mixed[i]! += x[i]!;
        normalise(mixed, 0, width, w.gain!, w.shift!, out, 0);
      },
    };
  },
};

export const gru4rec = sequenceKind('gru4rec', gru4recNet, { width: 64, window: 50, layers: 1, heads: 1 }, [
  { width: 128, dropout: 0.5 },
  { window: 20 },
  { gaps: 1 },
  { dropout: 0.5 },
  { rate: 0.003 },
  { width: 128, dropout: 0.5, gaps: 1 },
  { width: 32, dropout: 0.1 },
  sampledLoss,
]);
