/** An op's value and gradients on one backend, and the same from differences: what kernel tests compare. */
import type * as tfjs from '@tensorflow/tfjs-core';
import { seededRandom } from '../../knowledge/domain/random.ts';
import type { Tensors } from './backend.ts';

export interface OpCase {
  readonly name: string;
  /** Of the inputs the op is differentiated in; filled from -1 to 1. */
  readonly shapes: readonly (readonly number[])[];
  readonly op: (tf: Tensors, inputs: tfjs.Tensor[]) => tfjs.Tensor;
}

const sizeOf = (shape: readonly number[]): number => shape.reduce((a, b) => a * b, 1);

const filled = (tf: Tensors, shape: readonly number[], random: () => number): tfjs.Tensor =>
  tf.tensor(
    Float32Array.from({ length: sizeOf(shape) }, () => random() * 2 - 1),
    [...shape],
  );

/** The value, then the gradient of sum(op * weights) in each input, on the current backend; leaves no tensor. */
export const worked = async (tf: Tensors, { shapes, op }: OpCase, seed: number): Promise<number[][]> => {
  const random = seededRandom(seed);
  const out = tf.tidy(() => {
    const inputs = shapes.map(shape => filled(tf, shape, random));
    const value = op(tf, inputs);
    const weights = filled(tf, value.shape, random);
    return [value, ...tf.grads((...xs: tfjs.Tensor[]) => tf.sum(tf.mul(op(tf, xs), weights)))(inputs)];
  });
  const numbers = await Promise.all(out.map(async t => Array.from(await t.data())));
  tf.dispose(out);
  return numbers;
};

/** The largest of |got - wanted| / (1 + |wanted|); infinite where the lengths differ or a number is NaN. */
export const distance = (got: readonly number[][], wanted: readonly number[][]): number => {
  let most = 0;
  for (const [i, numbers] of wanted.entries()) {
    if (got[i]?.length !== numbers.length) return Number.POSITIVE_INFINITY;
    for (const [j, w] of numbers.entries()) {
      const off = Math.abs(got[i]![j]! - w) / (1 + Math.abs(w));
      if (!(off <= most)) most = Number.isNaN(off) ? Number.POSITIVE_INFINITY : off;
    }
  }
  return most;
};

/** The largest gap between the gradient and central differences, on a few numbers of each input. */
export const gapToDifferences = async (tf: Tensors, test: OpCase, seed: number): Promise<number> => {
  const [, ...gradients] = await worked(tf, test, seed);
  const random = seededRandom(seed);
  const inputs = test.shapes.map(shape => Float32Array.from({ length: sizeOf(shape) }, () => random() * 2 - 1));
  let weights: Float32Array | null = null;
  const loss = async (changed: readonly Float32Array[]): Promise<number> => {
    const value = tf.tidy(() =>
      test.op(
        tf,
        changed.map((x, i) => tf.tensor(x, [...test.shapes[i]!])),
      ),
    );
    const numbers = await value.data();
    value.dispose();
    weights ??= Float32Array.from(Array.from(numbers), () => random() * 2 - 1);
    return Array.from(numbers).reduce((sum, x, i) => sum + x * weights![i]!, 0);
  };
  let most = 0;
  await loss(inputs);
  const step = 1 / 256;
  for (const [i, input] of inputs.entries())
    for (let n = 0; n < 5; n++) {
      const at = Math.floor((n / 5) * input.length);
      const moved = (by: number) => inputs.map((x, j) => (i === j ? x.map((v, p) => (p === at ? v + by : v)) : x));
      const slope = ((await loss(moved(step))) - (await loss(moved(-step)))) / (2 * step);
      most = Math.max(most, Math.abs(slope - gradients[i]![at]!) / (1 + Math.abs(slope)));
    }
  return most;
};
