/** Layers over sequences, each one kernel of our own on the `wasm` backend, forward and backward; plain ops elsewhere. */
import type * as tfjs from '@tensorflow/tfjs-core';
import type { Tensors } from './backend.ts';
import { hasFused, runFused, withGradient } from './fused.ts';

type Tensor = tfjs.Tensor;
type Tensor2D = tfjs.Tensor2D;
type Tensor3D = tfjs.Tensor3D;

export interface AttentionOptions {
  /** Divides the width. */
  readonly heads: number;
  /** A place sees itself and what is before it only. */
  readonly causal: boolean;
  /** [batch, length], 1 where there is something to see, 0 where the sequence is padded; absent: everywhere. */
  readonly seen?: Tensor2D | undefined;
}

/**
 * softmax(q kᵀ / sqrt(width / heads)) v per head (Vaswani et al. 2017): three times [batch, length, width] to the same. A place
 * that sees nothing gets zeros. Not differentiable in `seen`.
 */
export const attention = (
  tf: Tensors,
  q: Tensor3D,
  k: Tensor3D,
  v: Tensor3D,
  { heads, causal, seen }: AttentionOptions,
): Tensor3D => {
  const [batch, length, width] = q.shape;
  if (!Number.isInteger(width / heads)) throw new RangeError(`A width of ${width} cannot be split into ${heads} heads`);
  if (!hasFused(tf, 'attention')) return plainAttention(tf, q, k, v, { heads, causal, seen });
  const mask: Record<string, Tensor> = seen ? { seen } : {};
  return withGradient(tf, [q, k, v], (a, b, c) => {
    const [value, shares] = runFused(tf, 'attention', { q: a!, k: b!, v: c!, ...mask }, { heads, causal });
    return {
      value: value!,
      save: [a!, b!, c!, shares!],
      gradient: (dy, [qs, ks, vs, ps]) =>
        runFused(tf, 'attentionGradient', { dy, q: qs!, k: ks!, v: vs!, shares: ps! }, { heads, batch, length }),
    };
  }) as Tensor3D;
};

const plainAttention = (
  tf: Tensors,
  q: Tensor3D,
  k: Tensor3D,
  v: Tensor3D,
  { heads, causal, seen }: AttentionOptions,
): Tensor3D => {
  const [batch, length, width] = q.shape;
  const size = width / heads;
  const split = (x: Tensor3D): Tensor3D =>
    tf.reshape(tf.transpose(tf.reshape(x, [batch, length, heads, size]), [0, 2, 1, 3]), [batch * heads, length, size]);
  const scores = tf.reshape(tf.matMul(tf.mul(split(q), size ** -0.5) as Tensor3D, split(k), false, true), [
    batch,
    heads,
    length,
    length,
  ]);
  let visible: Tensor = tf.ones([1, 1, length, length]);
  if (causal) {
    const places = tf.range(0, length);
    const before = tf.lessEqual(tf.reshape(places, [1, length]), tf.reshape(places, [length, 1]));
    visible = tf.reshape(tf.cast(before, 'float32'), [1, 1, length, length]);
  }
  if (seen) visible = tf.mul(visible, tf.reshape(seen, [batch, 1, 1, length]));
  const masked = tf.add(scores, tf.mul(tf.sub(visible, 1), 1e9));
  // Where something is visible the largest term is 1, so the bound below only catches rows that see nothing.
  const terms = tf.mul(tf.exp(tf.sub(masked, tf.max(masked, -1, true))), visible);
  const shares = tf.div(terms, tf.maximum(tf.sum(terms, -1, true), 1));
  const mixed = tf.matMul(tf.reshape(shares, [batch * heads, length, length]) as Tensor3D, split(v));
  const joined = tf.transpose(tf.reshape(mixed, [batch, heads, length, size]), [0, 2, 1, 3]);
  return tf.reshape(joined, [batch, length, width]);
};

export interface GruOptions {
  /** [batch, length], 1 where there is a step, 0 where the state is carried over; absent: everywhere. */
  readonly seen?: Tensor2D | undefined;
}

/**
 * A gated recurrent unit (Cho et al. 2014; the reset gate applied after the product, as in cuDNN), from a state of zeros:
 *   update z = σ(x_z + h U_z + b_z), reset r = σ(x_r + h U_r + b_r), new n = tanh(x_n + r (h U_n + b_n)), h' = z h + (1 - z) n
 * `inputs` [batch, length, 3 units]: what the step's input gives to z, r and n, that is x W + bias, worked out before in one
 * product; `recurrent` [units, 3 units]; `bias` [3 units]. Gives the states of all steps, [batch, length, units].
 */
export const gru = (
  tf: Tensors,
  inputs: Tensor3D,
  recurrent: Tensor2D,
  bias: tfjs.Tensor1D,
  { seen }: GruOptions = {},
): Tensor3D => {
  const [batch, length, gates] = inputs.shape;
  const units = recurrent.shape[0];
  if (gates !== 3 * units || recurrent.shape[1] !== gates || bias.size !== gates)
    throw new RangeError(
      `A GRU of ${units} units needs ${3 * units} gates, got inputs for ${gates}, weights for ${recurrent.shape[1]} and a bias for ${bias.size}`,
    );
  const mask: Record<string, Tensor> = seen ? { seen } : {};
  if (units % 4 === 0 && hasFused(tf, 'gru'))
    return withGradient(tf, [inputs, recurrent, bias], (x, u, b) => {
      const [states, kept] = runFused(tf, 'gru', { inputs: x!, recurrent: u!, bias: b!, ...mask });
      return {
        value: states!,
        save: [u!, states!, kept!, ...(seen ? [seen] : [])],
        gradient: (dy, [weights, hs, ks, ms]) =>
          runFused(tf, 'gruGradient', { dy, recurrent: weights!, states: hs!, kept: ks!, ...(ms ? { seen: ms } : {}) }),
      };
    }) as Tensor3D;

  // The gradient of unstack takes no lone part.
  const slices = (length === 1 ? [tf.reshape(inputs, [batch, gates])] : tf.unstack(inputs, 1)) as Tensor2D[];
  const masks = seen ? tf.unstack(tf.reshape(seen, [batch, length, 1]), 1) : [];
  let state = tf.zeros([batch, units]) as Tensor2D;
  const states: Tensor[] = [];
  for (const [t, x] of slices.entries()) {
    const fromState = tf.add(tf.matMul(state, recurrent), bias) as Tensor2D;
    const gate = (from: Tensor2D, which: number): Tensor2D => tf.slice(from, [0, which * units], [-1, units]);
    const update = tf.sigmoid(tf.add(gate(x, 0), gate(fromState, 0)));
    const reset = tf.sigmoid(tf.add(gate(x, 1), gate(fromState, 1)));
    const fresh = tf.tanh(tf.add(gate(x, 2), tf.mul(reset, gate(fromState, 2))));
    const next = tf.add(fresh, tf.mul(update, tf.sub(state, fresh)));
    state = (masks[t] ? tf.add(state, tf.mul(masks[t]!, tf.sub(next, state))) : next) as Tensor2D;
    states.push(state);
  }
  return tf.stack(states, 1) as Tensor3D;
};
