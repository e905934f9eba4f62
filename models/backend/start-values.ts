/** Seeded start values of weights; each call draws on from `random`, so the order of calls is part of the seed. */
import type * as tfjs from '@tensorflow/tfjs-core';
import type { Tensors } from './backend.ts';

const sizeOf = (shape: readonly number[]): number => shape.reduce((product, side) => product * side, 1);

const variable = (tf: Tensors, shape: readonly number[], values: Float32Array): tfjs.Variable =>
  tf.tidy(() => tf.variable(tf.tensor(values, [...shape], 'float32'), true));

/**
 * Uniform in ±sqrt(6 / (fan in + fan out)) (Glorot & Bengio 2010). The last two sides are what goes in and out; sides before
 * them, such as the width of a convolution, count for both.
 */
export const glorotUniform = (tf: Tensors, shape: readonly number[], random: () => number): tfjs.Variable => {
  const spots = sizeOf(shape.slice(0, -2));
  const bound = Math.sqrt(6 / (spots * (shape.at(-2)! + shape.at(-1)!)));
  return variable(
    tf,
    shape,
    Float32Array.from({ length: sizeOf(shape) }, () => (2 * random() - 1) * bound),
  );
};

/** Box & Muller, 1958; one of the pair is enough. */
const normal = (random: () => number): number =>
  Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());

/** Gaussian around 0; what embeddings start from. `deviation` > 0. */
export const gaussian = (
  tf: Tensors,
  shape: readonly number[],
  deviation: number,
  random: () => number,
): tfjs.Variable =>
  variable(
    tf,
    shape,
    Float32Array.from({ length: sizeOf(shape) }, () => normal(random) * deviation),
  );

export const zeros = (tf: Tensors, shape: readonly number[]): tfjs.Variable =>
  variable(tf, shape, new Float32Array(sizeOf(shape)));

export const ones = (tf: Tensors, shape: readonly number[]): tfjs.Variable =>
  variable(tf, shape, new Float32Array(sizeOf(shape)).fill(1));

/** Weights kept from an earlier fit. */
export const kept = (tf: Tensors, shape: readonly number[], values: Float32Array): tfjs.Variable =>
  variable(tf, shape, values);
