/**
 * A neural candidate in TensorFlow.js: shared layers under the heads of the response surface (TARNet, Shalit et al. 2017) and under
 * a head that guesses who was shown anything, with targeted regularisation (DragonNet, Shi et al. 2019). What is kept is the
 * representation; its heads are fitted again with ridges and covariance of their own, so that it is monotone in depth and
 * knows its ignorance like the plain surface does.
 */
import type * as tfjs from '@tensorflow/tfjs-core';
import { seededRandom } from '../../../knowledge/domain/random.ts';
import { armKinds, featureCount, riseShapes, stretchUnit } from '../encode.ts';
import { netRepresentation, netWidths } from '../net-representation.ts';
import { type Candidate, type CandidateInput, shownArm, standardisedRow, surfaceOver } from './candidate.ts';

const batchSize = 256;
const rate = 0.004;
const mostEpochs = 25;
const patience = 4;
/** Rows that a representation is learned from; its heads use all. */
const mostRows = 8000;
const decay = 1e-4;
/** Weights of the who-was-shown loss and of the targeted loss beside the outcome's. */
const propensityShare = 0.1;
const targetedShare = 0.1;

const kinds = armKinds.length;
const rises = riseShapes.length;
/** Per arm: shown, stretch, the rises, then kind one by one. */
const armColumns = 2 + rises + kinds;

interface Rows {
  readonly z: Float32Array;
  readonly arm: Float32Array;
  readonly bought: Float32Array;
  readonly weight: Float32Array;
}

const rowsOf = (input: CandidateInput, rows: Int32Array): Rows => {
  const z = new Float64Array(featureCount);
  const out = {
    z: new Float32Array(rows.length * featureCount),
    arm: new Float32Array(rows.length * armColumns),
    bought: Float32Array.from(rows, i => input.trials.bought[i]!),
    weight: Float32Array.from(rows, i => input.weights[i]!),
  };
  rows.forEach((row, n) => {
    standardisedRow(input.trials, row, input.scaling, z);
    out.z.set(z, n * featureCount);
    const arm = shownArm(input.trials, row);
    if (!arm) return;
    const at = n * armColumns;
    out.arm[at] = 1;
    out.arm[at + 1] = arm.stretch / stretchUnit;
    for (let r = 0; r < rises; r++) out.arm[at + 2 + r] = riseShapes[r]!(arm.depth);
    if (arm.kind >= 0) out.arm[at + 2 + rises + arm.kind] = 1;
  });
  return out;
};

const part = (rows: Rows, order: Int32Array): Rows => {
  const take = (from: Float32Array, width: number): Float32Array => {
    const out = new Float32Array(order.length * width);
    for (const [n, row] of order.entries()) out.set(from.subarray(row * width, (row + 1) * width), n * width);
    return out;
  };
  return {
    z: take(rows.z, featureCount),
    arm: take(rows.arm, armColumns),
    bought: take(rows.bought, 1),
    weight: take(rows.weight, 1),
  };
};

const shuffled = (count: number, random: () => number): Int32Array => {
  const order = Int32Array.from({ length: count }, (_, i) => i);
  for (let i = count - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
  return order;
};

interface Variables {
  readonly kernel1: tfjs.Variable;
  readonly bias1: tfjs.Variable;
  readonly kernel2: tfjs.Variable;
  readonly bias2: tfjs.Variable;
  /** Base, treated, stretch, who-was-shown, the rises, then each kind's own effect: one column each. */
  readonly heads: tfjs.Variable;
  readonly constants: tfjs.Variable;
  readonly riseKind: tfjs.Variable;
  readonly direct: tfjs.Variable;
  readonly epsilon: tfjs.Variable;
}

const headCount = 4 + rises + kinds;

const start = (tf: typeof tfjs, random: () => number): Variables => {
  const glorot = (rows: number, columns: number): tfjs.Variable => {
    const bound = Math.sqrt(6 / (rows + columns));
    const values = Float32Array.from({ length: rows * columns }, () => (2 * random() - 1) * bound);
    return tf.tidy(() => tf.variable(tf.tensor2d(values, [rows, columns]), true));
  };
  const zeros = (shape: number[]): tfjs.Variable => tf.tidy(() => tf.variable(tf.zeros(shape), true));
  const { first, second } = netWidths;
  return {
    kernel1: glorot(featureCount, first),
    bias1: zeros([first]),
    kernel2: glorot(first, second),
    bias2: zeros([second]),
    heads: glorot(second, headCount),
    constants: zeros([headCount]),
    riseKind: zeros([kinds, rises]),
    direct: zeros([featureCount, 1]),
    epsilon: zeros([1]),
  };
};

/** Log odds of buying and of having been shown anything. */
const forward = (tf: typeof tfjs, v: Variables, z: tfjs.Tensor2D, arm: tfjs.Tensor2D) => {
  const hidden = tf.elu(tf.add(tf.matMul(z, v.kernel1 as tfjs.Tensor2D), v.bias1));
  const shared = tf.elu(tf.add(tf.matMul(hidden as tfjs.Tensor2D, v.kernel2 as tfjs.Tensor2D), v.bias2));
  const heads = tf.add(tf.matMul(shared as tfjs.Tensor2D, v.heads as tfjs.Tensor2D), v.constants);
  const column = (from: number, width = 1): tfjs.Tensor => tf.slice(heads, [0, from], [-1, width]);
  const given = (from: number, width = 1): tfjs.Tensor => tf.slice(arm, [0, from], [-1, width]);
  const kind = given(2 + rises, kinds);
  const slope = tf.add(column(4, rises), tf.matMul(kind as tfjs.Tensor2D, v.riseKind as tfjs.Tensor2D));
  const risen = tf.sum(tf.mul(tf.softplus(slope), given(2, rises)), 1, true);
  const own = tf.sum(tf.mul(column(4 + rises, kinds), kind), 1, true);
  const base = tf.add(column(0), tf.matMul(z, v.direct as tfjs.Tensor2D));
  const effect = tf.add(tf.add(tf.mul(given(0), column(1)), tf.mul(given(1), column(2))), tf.add(risen, own));
  return { bought: tf.add(base, effect), shown: column(3) };
};

/** -log likelihood of a Bernoulli outcome per row, stable for any log odds. */
const bernoulli = (tf: typeof tfjs, logits: tfjs.Tensor, y: tfjs.Tensor): tfjs.Tensor =>
  tf.sub(tf.softplus(logits), tf.mul(y, logits));

const lossOf = (tf: typeof tfjs, v: Variables, rows: Rows, count: number): tfjs.Scalar => {
  const z = tf.tensor2d(rows.z, [count, featureCount]);
  const arm = tf.tensor2d(rows.arm, [count, armColumns]);
  const bought = tf.tensor2d(rows.bought, [count, 1]);
  const weight = tf.tensor2d(rows.weight, [count, 1]);
  const shown = tf.slice(arm, [0, 0], [-1, 1]);
  const out = forward(tf, v, z, arm);
  const outcome = tf.mean(tf.mul(weight, bernoulli(tf, out.bought, bought)));
  const whoShown = tf.mean(bernoulli(tf, out.shown, shown));
  // t/g - (1-t)/(1-g), the direction in which an effect estimate is still biased; bounded where g is extreme.
  const g = tf.clipByValue(tf.sigmoid(out.shown), 0.05, 0.95);
  const direction = tf.sub(tf.div(shown, g), tf.div(tf.sub(1, shown), tf.sub(1, g)));
  const nudged = tf.add(tf.sigmoid(out.bought), tf.mul(v.epsilon, direction));
  const targeted = tf.mean(tf.square(tf.sub(bought, nudged)));
  const weights = [v.kernel1, v.kernel2, v.heads].map(w => tf.sum(tf.square(w)));
  const ridge = tf.mul(decay, tf.addN(weights));
  return tf.addN([outcome, tf.mul(propensityShare, whoShown), tf.mul(targetedShare, targeted), ridge]) as tfjs.Scalar;
};

/** The four arrays of the representation. */
const learn = async (
  input: CandidateInput,
): Promise<Record<'kernel1' | 'bias1' | 'kernel2' | 'bias2', Float32Array>> => {
  const { tf } = input.backend;
  const random = seededRandom(input.seed + 77);
  const shuffledRows = shuffled(input.rows.length, random);
  const held = Math.max(1, Math.round(shuffledRows.length * 0.15));
  const all = rowsOf(input, input.rows);
  const validation = part(all, shuffledRows.slice(0, held));
  const train = shuffledRows.slice(held, held + mostRows);
  const v = start(tf, random);
  const variables = Object.values(v) as tfjs.Variable[];
  const optimizer = tf.train.adam(rate);
  let best = { loss: Number.POSITIVE_INFINITY, epoch: 0, arrays: {} as Record<string, Float32Array> };
  try {
    for (let epoch = 1; epoch <= mostEpochs && epoch - best.epoch <= patience; epoch++) {
      const order = shuffled(train.length, random);
      for (let from = 0; from < order.length; from += batchSize) {
        const rows = order.subarray(from, from + batchSize).map(n => train[n]!);
        const batch = part(all, rows);
        tf.tidy(() => void optimizer.minimize(() => lossOf(tf, v, batch, rows.length), false, variables));
      }
      const [loss] = tf.tidy(() => {
        const out = forward(
          tf,
          v,
          tf.tensor2d(validation.z, [held, featureCount]),
          tf.tensor2d(validation.arm, [held, armColumns]),
        );
        const rows = bernoulli(tf, out.bought, tf.tensor2d(validation.bought, [held, 1]));
        return tf.mean(tf.mul(tf.tensor2d(validation.weight, [held, 1]), rows)).dataSync();
      });
      if (!Number.isFinite(loss)) throw new Error(`The neural response diverged in epoch ${epoch}`);
      if (loss! < best.loss - 1e-5) {
        const arrays: Record<string, Float32Array> = {};
        for (const name of ['kernel1', 'bias1', 'kernel2', 'bias2'] as const) {
          arrays[name] = Float32Array.from(v[name].dataSync());
        }
        best = { loss: loss!, epoch, arrays };
      }
    }
  } finally {
    optimizer.dispose();
    tf.dispose(variables);
  }
  return best.arrays;
};

export const netCandidate = {
  name: 'net',
  representation: 'net',
  fit: async input => {
    const arrays = await learn(input);
    const representation = netRepresentation(name => arrays[name as keyof typeof arrays]);
    return { representation, surface: surfaceOver(representation, input), arrays };
  },
} as const satisfies Candidate;
