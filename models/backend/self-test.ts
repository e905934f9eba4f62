import type * as tfjs from '@tensorflow/tfjs-core';
import { seededRandom } from '../../knowledge/domain/random.ts';

const size = 24;

const reference = (a: Float32Array, b: Float32Array, transposeA: boolean, transposeB: boolean): Float64Array => {
  const out = new Float64Array(size * size);
  for (let i = 0; i < size; i++)
    for (let j = 0; j < size; j++) {
      let s = 0;
      for (let k = 0; k < size; k++) {
        s += (transposeA ? a[k * size + i]! : a[i * size + k]!) * (transposeB ? b[j * size + k]! : b[k * size + j]!);
      }
      out[i * size + j] = s;
    }
  return out;
};

const mustBeClose = (what: string, got: ArrayLike<number>, wanted: ArrayLike<number>): void => {
  for (let i = 0; i < wanted.length; i++) {
    const off = Math.abs(got[i]! - wanted[i]!);
    if (!(off <= 1e-3 * (1 + Math.abs(wanted[i]!)))) {
      throw new Error(`The self-test of ${what} gave ${got[i]} where ${wanted[i]} was due`);
    }
  }
};

/**
 * Products in the three layouts that forward and backward passes use, and the gradient of a logistic loss, against plain
 * loops. Throws at the first number that is off; a backend that computes wrongly must not train anything.
 */
export const checkNumerics = async (tf: typeof tfjs): Promise<void> => {
  const random = seededRandom(7);
  const a = Float32Array.from({ length: size * size }, () => random() - 0.5);
  const b = Float32Array.from({ length: size * size }, () => random() - 0.5);
  for (const [transposeA, transposeB] of [
    [false, false],
    [false, true],
    [true, false],
  ] as const) {
    const product = tf.tidy(() =>
      tf.matMul(tf.tensor2d(a, [size, size]), tf.tensor2d(b, [size, size]), transposeA, transposeB),
    );
    const got = await product.data();
    product.dispose();
    mustBeClose('the matrix product', got, reference(a, b, transposeA, transposeB));
  }

  const labels = Float32Array.from({ length: size }, (_, i) => i % 2);
  const weights = Float32Array.from({ length: size }, () => random() - 0.5);
  const [gradient] = tf.tidy(() => {
    const x = tf.tensor2d(a, [size, size]);
    const y = tf.tensor2d(labels, [size, 1]);
    return tf.grads((w: tfjs.Tensor) => {
      const z = tf.matMul(x, w as tfjs.Tensor2D);
      return tf.sum(tf.sub(tf.softplus(z), tf.mul(y, z)));
    })([tf.tensor2d(weights, [size, 1])]);
  });
  const got = await gradient!.data();
  gradient!.dispose();
  const wanted = new Float64Array(size);
  for (let i = 0; i < size; i++) {
    let z = 0;
    for (let k = 0; k < size; k++) z += a[i * size + k]! * weights[k]!;
    const off = 1 / (1 + Math.exp(-z)) - labels[i]!;
    for (let k = 0; k < size; k++) wanted[k] = wanted[k]! + off * a[i * size + k]!;
  }
  mustBeClose('the logistic gradient', got, wanted);
};

/** The gradient of rows taken out of a table, and of a convolution's filter, against plain loops; stock wasm has neither. */
export const checkSparseNumerics = async (tf: typeof tfjs): Promise<void> => {
  const random = seededRandom(11);
  const draw = (length: number) => Float32Array.from({ length }, () => random() - 0.5);
  const [rows, columns, taken] = [9, 5, [2, 7, 2, 0, 7, 7]];
  const [table, weights] = [draw(rows * columns), draw(taken.length * columns)];
  const [byRow] = tf.tidy(() => {
    const w = tf.tensor2d(weights, [taken.length, columns]);
    return tf.grads((t: tfjs.Tensor) => tf.sum(tf.mul(tf.gather(t, tf.tensor1d(taken, 'int32')), w)))([
      tf.tensor2d(table, [rows, columns]),
    ]);
  });
  const wanted = new Float64Array(rows * columns);
  for (const [i, row] of taken.entries())
    for (let c = 0; c < columns; c++) wanted[row * columns + c]! += weights[i * columns + c]!;
  mustBeClose('the gradient of an embedding', await byRow!.data(), wanted);
  byRow!.dispose();

  const [length, wide, out, high] = [7, 3, 4, 2];
  const [x, dy] = [draw(length * high), draw((length - wide + 1) * out)];
  const [byFilter] = tf.tidy(() =>
    tf.grads((f: tfjs.Tensor) =>
      tf.sum(
        tf.mul(
          tf.conv1d(tf.tensor3d(x, [1, length, high]), f as tfjs.Tensor3D, 1, 'valid'),
          tf.tensor3d(dy, [1, length - wide + 1, out]),
        ),
      ),
    )([tf.zeros([wide, high, out])]),
  );
  const filter = new Float64Array(wide * high * out);
  for (let at = 0; at + wide <= length; at++)
    for (let w = 0; w < wide; w++)
      for (let h = 0; h < high; h++)
        for (let o = 0; o < out; o++) filter[(w * high + h) * out + o]! += x[(at + w) * high + h]! * dy[at * out + o]!;
  mustBeClose('the gradient of a convolution', await byFilter!.data(), filter);
  byFilter!.dispose();
};
