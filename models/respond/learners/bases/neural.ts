/** One hidden layer in TensorFlow.js as base learner; what it learned is read out and predicts in plain loops. */
import type * as tfjs from '@tensorflow/tfjs-core';
import { seededRandom } from '../../../../knowledge/domain/random.ts';
import { glorotUniform, zeros } from '../../../backend/start-values.ts';
import { sigmoid } from '../../calibration.ts';
import { pickRows, trainHeldOut } from '../../tensor-training.ts';
import type { BaseLearner } from '../learner.ts';

const width = 16;
const decay = 3e-4;

export const neural: BaseLearner = async ({ table, target, on, weights, binary, seed, backend }) => {
  if (!backend) throw new TypeError('A neural learner needs a tensor backend, got none');
  const { tf } = backend;
  const p = table.columns;
  const x = new Float32Array(on.length * p);
  for (const [n, row] of on.entries()) x.set(table.x.subarray(row * p, (row + 1) * p), n * p);
  // A number is learned in units of its own spread, so that one step size fits every target.
  const mean = binary ? 0 : on.reduce((s, i) => s + target[i]!, 0) / on.length;
  const spread = binary ? 1 : Math.sqrt(on.reduce((s, i) => s + (target[i]! - mean) ** 2, 0) / on.length) || 1;
  const y = Float32Array.from(on, i => (target[i]! - mean) / spread);
  const w = Float32Array.from(on, i => weights?.[i] ?? 1);
  const random = seededRandom(seed + 5);
  const v = {
    kernel: glorotUniform(tf, [p, width], random),
    bias: zeros(tf, [width]),
    out: glorotUniform(tf, [width, 1], random),
    constant: zeros(tf, [1]),
  };
  const loss = (rows: Int32Array): tfjs.Scalar => {
    const input = tf.tensor2d(pickRows(x, p, rows), [rows.length, p]);
    const label = tf.tensor2d(pickRows(y, 1, rows), [rows.length, 1]);
    const weight = tf.tensor2d(pickRows(w, 1, rows), [rows.length, 1]);
    const hidden = tf.elu(tf.add(tf.matMul(input, v.kernel as tfjs.Tensor2D), v.bias));
    const z = tf.add(tf.matMul(hidden as tfjs.Tensor2D, v.out as tfjs.Tensor2D), v.constant);
    const each = binary ? tf.sub(tf.softplus(z), tf.mul(label, z)) : tf.square(tf.sub(label, z));
    const size = tf.add(tf.sum(tf.square(v.kernel)), tf.sum(tf.square(v.out)));
    return tf.add(tf.mean(tf.mul(weight, each)), tf.mul(decay, size)) as tfjs.Scalar;
  };
  const { kernel, bias, out, constant } = await trainHeldOut(backend, v, {
    rows: on.length,
    seed,
    heldShare: 0.15,
    batch: 256,
    rate: 0.005,
    mostEpochs: 20,
    patience: 3,
    loss,
  });
  const hidden = new Float64Array(width);
  return ({ rows, x: all }) =>
    Float64Array.from({ length: rows }, (_, i) => {
      hidden.set(bias);
      for (let j = 0; j < p; j++) {
        const value = all[i * p + j]!;
        if (value === 0) continue;
        for (let h = 0; h < width; h++) hidden[h] = hidden[h]! + value * kernel[j * width + h]!;
      }
      let z = constant[0]!;
      for (let h = 0; h < width; h++) z += out[h]! * (hidden[h]! >= 0 ? hidden[h]! : Math.expm1(hidden[h]!));
      return binary ? sigmoid(z) : mean + spread * z;
    });
};
