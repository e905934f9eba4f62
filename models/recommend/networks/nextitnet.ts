/**
 * A convolutional network over what was bought (NextItNet, Yuan et al. 2019): layers that each look at three places, ever further apart
 * (1, 2, 4, 8 …, never ahead), so few layers see a long past: x + relu(norm(conv(x))).
 */
import type * as tfjs from '@tensorflow/tfjs-core';
import { layerNorm } from '../../backend/ops.ts';
import { sampledLoss, sequenceKind } from './sequence-model.ts';
import { dense, matrix, normalise, packed, type SequenceNet, type StartValue, vector } from './sequence-net.ts';

/** Places a convolution looks at. */
const taps = 3;

export const nextItNet: SequenceNet = {
  start: ({ width, layers }, random) => {
    const weights: Record<string, StartValue> = { gain: vector(width, 1), shift: vector(width) };
    for (let l = 0; l < layers; l++)
      Object.assign(weights, {
        [`filter${l}`]: matrix(taps * width, width, random),
        [`gain${l}`]: vector(width, 1),
        [`shift${l}`]: vector(width),
        [`out${l}`]: matrix(width, width, random),
      });
    return weights;
  },

  forward: (tf, w, { width, layers }, input, drop) => {
    const [size, length] = input.shape;
    const rows = size * length;
    let x = drop(input);
    for (let l = 0; l < layers; l++) {
      // As one product: the places side by side, the furthest first, zeros where the history has not begun.
      const beside = Array.from({ length: taps }, (_, tap) => back(tf, x, (taps - 1 - tap) * 2 ** l));
      const seen = tf.reshape(tf.concat(beside, 2), [rows, taps * width]) as tfjs.Tensor2D;
      const found = layerNorm(tf, tf.matMul(seen, w[`filter${l}`] as tfjs.Tensor2D), w[`gain${l}`]!, w[`shift${l}`]!);
      const mixed = tf.matMul(drop(tf.relu(found)), w[`out${l}`] as tfjs.Tensor2D);
      x = tf.add(x, tf.reshape(mixed, [size, length, width]));
    }
    return layerNorm(tf, x, w.gain!, w.shift!);
  },

  encoder: (w, { width, layers, window }) => {
    const filters = Array.from({ length: layers }, (_, l) => packed(w[`filter${l}`]!, taps * width, width));
    const outs = Array.from({ length: layers }, (_, l) => packed(w[`out${l}`]!, width, width));
    const states = new Float32Array(window * width);
    const beside = new Float32Array(taps * width);
    const found = new Float32Array(width);
    const normal = new Float32Array(width);
    /** wanted[l][t]: layer l is asked for the place t before the last one. */
    const wanted = Array.from({ length: layers }, () => new Uint8Array(window));
    wanted[layers - 1]![0] = 1;
    for (let l = layers - 1; l > 0; l--)
      for (let t = 0; t < window; t++)
        for (let tap = 0; wanted[l]![t] === 1 && tap < taps; tap++)
          if (t + tap * 2 ** l < window) wanted[l - 1]![t + tap * 2 ** l] = 1;
    const convolve = (l: number, place: number): void => {
      for (let tap = 0; tap < taps; tap++) {
        const from = place - (taps - 1 - tap) * 2 ** l;
        if (from < 0) beside.fill(0, tap * width, (tap + 1) * width);
        else for (let i = 0; i < width; i++) beside[tap * width + i] = states[from * width + i]!;
      }
      dense(filters[l]!, taps * width, width, beside, found, 0, null);
      normalise(found, 0, width, w[`gain${l}`]!, w[`shift${l}`]!, normal, 0);
      for (let i = 0; i < width; i++) if (normal[i]! < 0) normal[i] = 0;
      dense(outs[l]!, width, width, normal, found, 0, null);
      for (let i = 0; i < width; i++) states[place * width + i]! += found[i]!;
    };
    return {
      encode: (read, length, out) => {
        for (let t = 0; t < length; t++) read(t, states, t * width);
        // From the newest back: a place is overwritten only after those that look at it.
        for (let l = 0; l < layers; l++)
          for (let t = 0; t < length; t++) if (wanted[l]![t] === 1) convolve(l, length - 1 - t);
        normalise(states, (length - 1) * width, width, w.gain!, w.shift!, out, 0);
      },
    };
  },
};

/** Every place shows what stood `steps` before it. */
const back = (tf: typeof tfjs, x: tfjs.Tensor3D, steps: number): tfjs.Tensor3D => {
  const [size, length, width] = x.shape;
  if (steps === 0) return x;
  if (steps >= length) return tf.zeros([size, length, width]);
  const before = tf.slice(x, [0, 0, 0], [size, length - steps, width]);
  return tf.concat([tf.zeros([size, steps, width]), before], 1) as tfjs.Tensor3D;
};

export const nextitnet = sequenceKind('nextitnet', nextItNet, { width: 64, window: 50, layers: 4, heads: 1 }, [
  { rate: 0.002, dropout: 0.5 },
  { layers: 2 },
  { rate: 0.002 },
  { gaps: 1 },
  { window: 20, layers: 3 },
  { width: 32, dropout: 0.1 },
  sampledLoss,
]);
