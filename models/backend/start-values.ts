/** Seeded start values of weights; each call draws on from `random`, so the order of calls is part of the seed. */
import type * as tfjs from '@tensorflow/tfjs-core';
import type { Tensors } from './backend.ts';

const sizeOf = (shape: readonly number[]): number => shape.reduce((product, side) => product * side, 1);

/** A variable whose rank is known where the number of its sides is. */
type VariableOf<Shape extends readonly number[]> = Shape extends readonly [number]
  ? tfjs.Variable<tfjs.Rank.R1>
  : Shape extends readonly [number, number]
    ? tfjs.Variable<tfjs.Rank.R2>
    : tfjs.Variable;

const variable = <const Shape extends readonly number[]>(
  tf: Tensors,
  shape: Shape,
  values: Float32Array,
): VariableOf<Shape> => tf.tidy(() => tf.variable(tf.tensor(values, [...shape], 'float32'), true)) as VariableOf<Shape>;

/** Uniform in ±bound. */
export const uniform = <const Shape extends readonly number[]>(
  tf: Tensors,
  shape: Shape,
  bound: number,
  random: () => number,
): VariableOf<Shape> =>
  variable(
    tf,
    shape,
    Float32Array.from({ length: sizeOf(shape) }, () => (2 * random() - 1) * bound),
  );

/**
 * Uniform in ±sqrt(6 / (fan in + fan out)) (Glorot & Bengio 2010). The last two sides are what goes in and out; sides before
 * them, such as the width of a convolution, count for both.
 */
export const glorotUniform = <const Shape extends readonly number[]>(
  tf: Tensors,
  shape: Shape,
  random: () => number,
): VariableOf<Shape> => {
  const spots = sizeOf(shape.slice(0, -2));
  return uniform(tf, shape, Math.sqrt(6 / (spots * (shape.at(-2)! + shape.at(-1)!))), random);
};

/** A draw from the standard normal distribution (Box & Muller, 1958); one of the pair is enough. */
export const normal = (random: () => number): number =>
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

export const zeros = <const Shape extends readonly number[]>(tf: Tensors, shape: Shape): VariableOf<Shape> =>
  variable(tf, shape, new Float32Array(sizeOf(shape)));

export const ones = (tf: Tensors, shape: readonly number[]): tfjs.Variable =>
  variable(tf, shape, new Float32Array(sizeOf(shape)).fill(1));

/** Weights kept from an earlier fit. */
export const kept = (tf: Tensors, shape: readonly number[], values: Float32Array): tfjs.Variable =>
  variable(tf, shape, values);
