/**
 * A neural net over all treatments at once, in TensorFlow.js: shared layers, a head for what happens without and one for what each
 * arm's features add (TARNet, Shalit et al. 2017), a head that guesses the arm, and targeted regularisation (DragonNet, Shi
 * et al. 2019). What it learned is read out and predicts in plain loops.
 */
import type * as tfjs from '@tensorflow/tfjs-core';
import { seededRandom } from '../../../knowledge/domain/random.ts';
import { glorotUniform, zeros } from '../../backend/start-values.ts';
import { sigmoid } from '../calibration.ts';
import { pickRows, trainHeldOut } from '../tensor-training.ts';
import { armFeatures, type Learner } from './learner.ts';

const first = 32;
const second = 16;
const decay = 3e-4;
const armShare = 0.1;
const targetedShare = 0.1;

const elu = (x: number): number => (x >= 0 ? x : Math.expm1(x));

export const dragonnet: Learner = async input => {
  const { table, outcome, arm, train, seed, backend } = input;
  if (!backend) throw new TypeError('A neural learner needs a tensor backend, got none');
  const { tf } = backend;
  const features = armFeatures(input);
  const arms = features.length;
  const width = features[0]!.length;
  const p = table.columns;
  const x = new Float32Array(train.length * p);
  const given = new Float32Array(train.length * width);
  const which = new Float32Array(train.length * (arms + 1));
  const y = new Float32Array(train.length);
  for (const [n, row] of train.entries()) {
    x.set(table.x.subarray(row * p, (row + 1) * p), n * p);
    if (arm[row]! > 0) given.set(features[arm[row]! - 1]!, n * width);
    which[n * (arms + 1) + arm[row]!] = 1;
    y[n] = outcome[row]!;
  }
  const random = seededRandom(seed + 11);
  const v = {
    kernel1: glorotUniform(tf, [p, first], random),
    bias1: zeros(tf, [first]),
    kernel2: glorotUniform(tf, [first, second], random),
    bias2: zeros(tf, [second]),
    base: glorotUniform(tf, [second, 1], random),
    constant: zeros(tf, [1]),
    effects: zeros(tf, [second, width]),
    effectConstants: zeros(tf, [width]),
    guess: zeros(tf, [second, arms + 1]),
    guessConstants: zeros(tf, [arms + 1]),
    epsilon: zeros(tf, [1]),
  };
  const loss = (rows: Int32Array): tfjs.Scalar => {
    const n = rows.length;
    const columns = tf.tensor2d(pickRows(x, p, rows), [n, p]);
    const shown = tf.tensor2d(pickRows(given, width, rows), [n, width]);
    const ones = tf.tensor2d(pickRows(which, arms + 1, rows), [n, arms + 1]);
    const label = tf.tensor2d(pickRows(y, 1, rows), [n, 1]);
    const h1 = tf.elu(tf.add(tf.matMul(columns, v.kernel1 as tfjs.Tensor2D), v.bias1));
    const h2 = tf.elu(tf.add(tf.matMul(h1 as tfjs.Tensor2D, v.kernel2 as tfjs.Tensor2D), v.bias2)) as tfjs.Tensor2D;
    const base = tf.add(tf.matMul(h2, v.base as tfjs.Tensor2D), v.constant);
    const heads = tf.add(tf.matMul(h2, v.effects as tfjs.Tensor2D), v.effectConstants);
    const z = tf.add(base, tf.sum(tf.mul(heads, shown), 1, true));
    const logShares = tf.logSoftmax(tf.add(tf.matMul(h2, v.guess as tfjs.Tensor2D), v.guessConstants));
    const chosen = tf.sum(tf.mul(logShares, ones), 1, true);
    const outcomeLoss = tf.mean(tf.sub(tf.softplus(z), tf.mul(label, z)));
    // 1/share of the arm seen, signed by whether it is a treatment: the direction in which effects are still biased.
    const sign = tf.sub(tf.mul(2, tf.sum(tf.slice(ones, [0, 1], [-1, arms]), 1, true)), 1);
    const direction = tf.mul(sign, tf.minimum(20, tf.exp(tf.neg(chosen))));
    const nudged = tf.add(tf.sigmoid(z), tf.mul(v.epsilon, direction));
    const size = tf.addN([v.kernel1, v.kernel2, v.base, v.effects].map(w => tf.sum(tf.square(w))));
    return tf.addN([
      outcomeLoss,
      tf.mul(-armShare, tf.mean(chosen)),
      tf.mul(targetedShare, tf.mean(tf.square(tf.sub(label, nudged)))),
      tf.mul(decay, size),
    ]) as tfjs.Scalar;
  };
  const w = await trainHeldOut(backend, v, {
    rows: train.length,
    seed,
    heldShare: 0.15,
    batch: 256,
    rate: 0.004,
    mostEpochs: 20,
    patience: 3,
    loss,
  });

  const out = new Float64Array(table.rows * arms);
  const h1 = new Float64Array(first);
  const h2 = new Float64Array(second);
  for (let i = 0; i < table.rows; i++) {
    h1.set(w.bias1);
    for (let j = 0; j < p; j++) {
      const value = table.x[i * p + j]!;
      if (value !== 0) for (let h = 0; h < first; h++) h1[h] = h1[h]! + value * w.kernel1[j * first + h]!;
    }
    h2.set(w.bias2);
    for (let j = 0; j < first; j++) {
      const value = elu(h1[j]!);
      for (let h = 0; h < second; h++) h2[h] = h2[h]! + value * w.kernel2[j * second + h]!;
    }
    let base = w.constant[0]!;
    const heads = Float64Array.from(w.effectConstants);
    for (let h = 0; h < second; h++) {
      const value = elu(h2[h]!);
      base += value * w.base[h]!;
      for (let a = 0; a < width; a++) heads[a] = heads[a]! + value * w.effects[h * width + a]!;
    }
    for (let a = 0; a < arms; a++) {
      const effect = features[a]!.reduce((sum, f, n) => sum + f * heads[n]!, 0);
      out[i * arms + a] = sigmoid(base + effect) - sigmoid(base);
    }
  }
  return out;
};
