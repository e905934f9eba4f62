/**
 * A self-attentive network over what was bought (SASRec, Kang & McAuley 2018), normalised before each layer. It has no table of
 * positions: the key of place j is moved by j · `pace`, so a query prefers the recent by as much as it learns to, the same in any
 * part of a long history (a linear bias as in ALiBi, Press et al. 2022, but with a slope that depends on what asks).
 */
import type * as tfjs from '@tensorflow/tfjs-core';
import { layerNorm } from '../../backend/ops.ts';
import { attention } from '../../backend/sequence-ops.ts';
import { dot } from '../factors/vector-model.ts';
import { sampledLoss, sequenceKind } from './sequence-model.ts';
import {
  dense,
  matrix,
  type Named,
  normalise,
  packed,
  type SequenceNet,
  type StartValue,
  vector,
} from './sequence-net.ts';

/** Slope of the first head, and how much flatter each next one starts. */
const steepest = 0.6;
const flatter = 1 / 4;

export const sasrecNet: SequenceNet = {
  start: ({ width, layers, heads }, random) => {
    const weights: Record<string, StartValue> = { gain: vector(width, 1), shift: vector(width) };
    const size = width / heads;
    for (let l = 0; l < layers; l++)
      Object.assign(weights, {
        [`gainA${l}`]: vector(width, 1),
        [`shiftA${l}`]: vector(width),
        [`query${l}`]: matrix(width, width, random),
        [`queryBias${l}`]: vector(width, 1),
        [`key${l}`]: matrix(width, width, random),
        // With a query of ones: pace · size / √size is the slope.
        [`pace${l}`]: {
          shape: [width],
          values: Float32Array.from(
            { length: width },
            (_, i) => (steepest * flatter ** Math.floor(i / size)) / Math.sqrt(size),
          ),
        },
        [`value${l}`]: matrix(width, width, random),
        [`mix${l}`]: matrix(width, width, random),
        [`gainF${l}`]: vector(width, 1),
        [`shiftF${l}`]: vector(width),
        [`in${l}`]: matrix(width, width, random),
        [`inBias${l}`]: vector(width),
        [`out${l}`]: matrix(width, width, random),
        [`outBias${l}`]: vector(width),
      });
    return weights;
  },

  forward: (tf, w, { width, layers, heads }, input, drop) => {
    const [size, length] = input.shape;
    const shape: [number, number, number] = [size, length, width];
    const times = (x: tfjs.Tensor, name: string): tfjs.Tensor2D =>
      tf.matMul(x as tfjs.Tensor2D, w[name] as tfjs.Tensor2D);
    const places = tf.reshape(tf.range(0, length), [length, 1]);
    let x = tf.reshape(drop(input), [size * length, width]) as tfjs.Tensor2D;
    for (let l = 0; l < layers; l++) {
      const seen = layerNorm(tf, x, w[`gainA${l}`]!, w[`shiftA${l}`]!);
      const query = tf.add(times(seen, `query${l}`), w[`queryBias${l}`]!);
      const moved = tf.mul(places, tf.reshape(w[`pace${l}`]!, [1, width]));
      const key = tf.add(tf.reshape(times(seen, `key${l}`), shape), moved) as tfjs.Tensor3D;
      const read = attention(tf, tf.reshape(query, shape), key, tf.reshape(times(seen, `value${l}`), shape), {
        heads,
        causal: true,
      });
      x = tf.add(x, drop(times(tf.reshape(read, [size * length, width]), `mix${l}`)));
      const thought = layerNorm(tf, x, w[`gainF${l}`]!, w[`shiftF${l}`]!);
      const inner = drop(tf.relu(tf.add(times(thought, `in${l}`), w[`inBias${l}`]!)));
      x = tf.add(x, drop(tf.add(times(inner, `out${l}`), w[`outBias${l}`]!)));
    }
    return tf.reshape(layerNorm(tf, x, w.gain!, w.shift!), shape);
  },

  encoder: (weights, { width, layers, heads, window }) => {
    const w: Record<string, Float32Array> = { ...weights };
    for (const name of Object.keys(w))
      if (/^(query|key|value|mix|in|out)\d/.test(name)) w[name] = packed(w[name]!, width, width);
    const size = width / heads;
    const states = new Float32Array(window * width);
    const keys = new Float32Array(window * width);
    const values = new Float32Array(window * width);
    const query = new Float32Array(width);
    const read = new Float32Array(width);
    const seen = new Float32Array(width);
    const shares = new Float32Array(window);

    const attend = (place: number): void => {
      for (let head = 0; head < heads; head++) {
        const at = head * size;
        let most = Number.NEGATIVE_INFINITY;
        for (let j = 0; j <= place; j++) {
          shares[j] = dot(query, at, keys, j * width + at, size) / Math.sqrt(size);
          if (shares[j]! > most) most = shares[j]!;
        }
        let total = 0;
        for (let j = 0; j <= place; j++) {
          shares[j] = Math.exp(shares[j]! - most);
          total += shares[j]!;
        }
        for (let i = at; i < at + size; i++) read[i] = 0;
        for (let j = 0; j <= place; j++) {
          const share = shares[j]! / total;
          for (let i = at; i < at + size; i++) read[i]! += share * values[j * width + i]!;
        }
      }
    };
    const readPlace = (layer: Named<Float32Array>, place: number): void => {
      const at = place * width;
      normalise(states, at, width, layer.gainA!, layer.shiftA!, seen, 0);
      dense(layer.key!, width, width, seen, keys, at, null);
      for (let i = 0; i < width; i++) keys[at + i]! += place * layer.pace![i]!;
      dense(layer.value!, width, width, seen, values, at, null);
    };
    const writePlace = (layer: Named<Float32Array>, place: number): void => {
      const at = place * width;
      normalise(states, at, width, layer.gainA!, layer.shiftA!, seen, 0);
      dense(layer.query!, width, width, seen, query, 0, layer.queryBias!);
      attend(place);
      dense(layer.mix!, width, width, read, seen, 0, null);
      for (let i = 0; i < width; i++) states[at + i]! += seen[i]!;
      normalise(states, at, width, layer.gainF!, layer.shiftF!, seen, 0);
      dense(layer.in!, width, width, seen, read, 0, layer.inBias!);
      for (let i = 0; i < width; i++) if (read[i]! < 0) read[i] = 0;
      dense(layer.out!, width, width, read, seen, 0, layer.outBias!);
      for (let i = 0; i < width; i++) states[at + i]! += seen[i]!;
    };
    const parts = ['gainA', 'shiftA', 'query', 'queryBias', 'key', 'pace', 'value', 'mix'];
    parts.push('gainF', 'shiftF', 'in', 'inBias', 'out', 'outBias');
    const stack = Array.from({ length: layers }, (_, l) =>
      Object.fromEntries(parts.map(name => [name, w[`${name}${l}`]!])),
    );
    return {
      encode: (readInput, length, out) => {
        for (let t = 0; t < length; t++) readInput(t, states, t * width);
        stack.forEach((layer, l) => {
          for (let t = 0; t < length; t++) readPlace(layer, t);
          // Of the last layer only the last place is asked for.
          for (let t = l === layers - 1 ? length - 1 : 0; t < length; t++) writePlace(layer, t);
        });
        normalise(states, (length - 1) * width, width, w.gain!, w.shift!, out, 0);
      },
    };
  },
};

export const sasrec = sequenceKind('sasrec', sasrecNet, { width: 64, window: 50, layers: 2, heads: 2 }, [
  { dropout: 0.5 },
  { layers: 1, heads: 1 },
  { rate: 0.003 },
  { gaps: 1 },
  { window: 20 },
  { width: 128, dropout: 0.5 },
  { width: 32, dropout: 0.1 },
  sampledLoss,
]);
