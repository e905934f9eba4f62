/**
 * A neural candidate in TensorFlow.js: shared layers under the heads of the response surface (TARNet, Shalit et al. 2017) and under
 * a head that guesses who was shown anything, with targeted regularisation (DragonNet, Shi et al. 2019). What is kept is the
 * representation; its heads are fitted again with ridges and covariance of their own, so that it is monotone in depth and
 * knows its ignorance like the plain surface does.
 */
import type * as tfjs from '@tensorflow/tfjs-core';
import { seededRandom } from '../../../knowledge/domain/random.ts';
import type { Tensors } from '../../backend/backend.ts';
import { glorotUniform, zeros } from '../../backend/start-values.ts';
import { shuffled } from '../../backend/training.ts';
import { armKinds, featureCount, riseShapes, stretchUnit } from '../encode.ts';
import { netRepresentation, netWidths } from '../net-representation.ts';
import { pickRows, trainHeldOut } from '../tensor-training.ts';
import { type Candidate, type CandidateInput, shownArm, standardisedRow, surfaceOver } from './candidate.ts';

const batchSize = 256;
const rate = 0.004;
const mostEpochs = 15;
const patience = 4;
/** Rows that a representation is learned from; its heads use all. */
const mostRows = 5000;
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

const part = (rows: Rows, order: Int32Array): Rows => ({
  z: pickRows(rows.z, featureCount, order),
  arm: pickRows(rows.arm, armColumns, order),
  bought: pickRows(rows.bought, 1, order),
  weight: pickRows(rows.weight, 1, order),
});

const headCount = 4 + rises + kinds;

/** Columns of `heads`: base, treated, stretch, who-was-shown, the rises, then each kind's own effect. */
const start = (tf: Tensors, random: () => number) => ({
  kernel1: glorotUniform(tf, [featureCount, netWidths.first], random),
  bias1: zeros(tf, [netWidths.first]),
  kernel2: glorotUniform(tf, [netWidths.first, netWidths.second], random),
  bias2: zeros(tf, [netWidths.second]),
  heads: glorotUniform(tf, [netWidths.second, headCount], random),
  constants: zeros(tf, [headCount]),
  riseKind: zeros(tf, [kinds, rises]),
  direct: zeros(tf, [featureCount, 1]),
  epsilon: zeros(tf, [1]),
});
type Variables = ReturnType<typeof start>;

/** Log odds of buying and of having been shown anything. */
const forward = (tf: Tensors, v: Variables, z: tfjs.Tensor2D, arm: tfjs.Tensor2D) => {
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
const bernoulli = (tf: Tensors, logits: tfjs.Tensor, y: tfjs.Tensor): tfjs.Tensor =>
  tf.sub(tf.softplus(logits), tf.mul(y, logits));

/** What held-out rows decide by. */
const outcomeLoss = (tf: Tensors, v: Variables, rows: Rows, count: number): tfjs.Scalar => {
  const z = tf.tensor2d(rows.z, [count, featureCount]);
  const out = forward(tf, v, z, tf.tensor2d(rows.arm, [count, armColumns]));
  const each = bernoulli(tf, out.bought, tf.tensor2d(rows.bought, [count, 1]));
  return tf.mean(tf.mul(tf.tensor2d(rows.weight, [count, 1]), each)) as tfjs.Scalar;
};

const lossOf = (tf: Tensors, v: Variables, rows: Rows, count: number): tfjs.Scalar => {
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

/** The arrays of the representation: what `netRepresentation` takes. */
const learn = async (input: CandidateInput): Promise<Readonly<Record<string, Float32Array>>> => {
  const { tf } = input.backend;
  const random = seededRandom(input.seed + 77);
  const order = shuffled(input.rows.length, random);
  const rows = rowsOf(
    input,
    order.slice(0, mostRows).map(n => input.rows[n]!),
  );
  const v = start(tf, random);
  const count = rows.bought.length;
  const { kernel1, bias1, kernel2, bias2 } = await trainHeldOut(input.backend, v, {
    rows: count,
    seed: input.seed,
    heldShare: 0.15,
    batch: batchSize,
    rate,
    mostEpochs,
    patience,
    loss: picked => lossOf(tf, v, part(rows, picked), picked.length),
    judge: picked => outcomeLoss(tf, v, part(rows, picked), picked.length),
  });
  return { kernel1, bias1, kernel2, bias2 };
};

export const netCandidate = {
  name: 'net',
  representation: 'net',
  fit: async input => {
    const arrays = await learn(input);
    const representation = netRepresentation(name => arrays[name]!);
    return { representation, surface: surfaceOver(representation, input), arrays };
  },
} as const satisfies Candidate;
