/**
 * Fits the promotion response with TensorFlow.js: a logistic model with treatment × kind × depth × shopper interactions
 * (an S-learner whose interactions carry the heterogeneity), inverse-propensity weights, Adam on seeded mini-batches,
 * L2 chosen on a validation part, early stopping there too, Platt calibration last. The result is plain arrays.
 */
import type * as tfjs from '@tensorflow/tfjs-core';
import { seededRandom } from '../../knowledge/domain/random.ts';
import type { TensorBackend } from '../backend/backend.ts';
import { fitPlatt } from './calibration.ts';
import {
  armKinds,
  columns,
  encodeRow,
  encodingSchema,
  featureCount,
  fitScaling,
  type Scaling,
  standardise,
} from './encode.ts';
import { logLoss, measureResponse, rowLogits } from './metrics.ts';
import { calibrated, type ResponseBundle } from './model.ts';
import { floors, inverseWeights, type Refused, refuseTrials, type Trials } from './trials.ts';

export interface FitOptions {
  readonly backend: TensorBackend;
  readonly seed: number;
  /** 0..1 with what is being done. */
  readonly onProgress?: (progress: number, step: string) => void;
  /** Strengths of the L2 penalty tried; the validation part chooses. */
  readonly penalties?: readonly number[];
  readonly maxEpochs?: number;
  /** Epochs without improvement before a fit stops. */
  readonly patience?: number;
}

export type FitResult = { readonly kind: 'trained'; readonly bundle: ResponseBundle } | Refused;

/** Rows for learning, for choosing (penalty, stopping, calibration) and for the model card; 70 / 15 / 15 of each cell. */
export const splitRows = (
  trials: Trials,
  seed: number,
): { train: Int32Array; validation: Int32Array; test: Int32Array } => {
  const random = seededRandom(seed);
  const parts = { train: [] as number[], validation: [] as number[], test: [] as number[] };
  for (let cell = 0; cell < 4; cell++) {
    const rows: number[] = [];
    for (let i = 0; i < trials.count; i++) if (trials.treated[i]! * 2 + trials.bought[i]! === cell) rows.push(i);
    shuffle(rows, random);
    const a = Math.round(rows.length * 0.7);
    const b = Math.round(rows.length * 0.85);
    for (const row of rows.slice(0, a)) parts.train.push(row);
    for (const row of rows.slice(a, b)) parts.validation.push(row);
    for (const row of rows.slice(b)) parts.test.push(row);
  }
  return {
    train: Int32Array.from(parts.train).sort(),
    validation: Int32Array.from(parts.validation).sort(),
    test: Int32Array.from(parts.test).sort(),
  };
};

const shuffle = (rows: number[] | Int32Array, random: () => number): void => {
  for (let i = rows.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [rows[i], rows[j]] = [rows[j]!, rows[i]!];
  }
};

/** What may be learned freely costs a tenth; what splits shoppers or kinds apart must earn its weight. */
const penaltyShape = (): Float32Array => {
  const shape = new Float32Array(columns.count).fill(1);
  shape.fill(0.1, columns.base, columns.treated);
  shape.fill(0.1, columns.treated, columns.kind);
  return shape;
};

const batchSize = 512;

interface Fitted {
  readonly weights: Float32Array;
  readonly loss: number;
  readonly epochs: number;
}

const fitOnce = async (
  trials: Trials,
  parts: { train: Int32Array; validation: Int32Array },
  weights: Float32Array,
  scaling: Scaling,
  penalty: number,
  options: FitOptions,
  tick: (part: number) => void,
): Promise<Fitted> => {
  const { tf } = options.backend;
  const maxEpochs = options.maxEpochs ?? 60;
  const patience = options.patience ?? 6;
  const random = seededRandom(options.seed + 1);
  const order = Int32Array.from(parts.train);
  const rowLabels = Float64Array.from(parts.validation, i => trials.bought[i]!);
  const rowWeights = Float64Array.from(parts.validation, i => weights[i]!);
  const z = new Float64Array(featureCount);

  // A variable copies its start value; tidy takes the original away and leaves variables alone.
  const w = tf.tidy(() => tf.variable(tf.zeros([columns.count, 1]), true));
  const b = tf.tidy(() => tf.variable(tf.scalar(0), true));
  const shape = tf.tensor2d(penaltyShape(), [columns.count, 1]);
  const optimizer = tf.train.adam(0.01);
  let best: Fitted = { weights: new Float32Array(columns.count + 1), loss: Number.POSITIVE_INFINITY, epochs: 0 };
  try {
    for (let epoch = 1; epoch <= maxEpochs && epoch - best.epochs <= patience; epoch++) {
      shuffle(order, random);
      for (let start = 0; start < order.length; start += batchSize) {
        const rows = order.subarray(start, start + batchSize);
        const x = new Float32Array(rows.length * columns.count);
        rows.forEach((i, n) => {
          for (let j = 0; j < featureCount; j++) z[j] = standardise(trials.features[i * featureCount + j], j, scaling);
          const arm =
            trials.treated[i] === 1
              ? { kind: trials.kind[i]!, depth: trials.depth[i]!, stretch: trials.stretch[i]! }
              : null;
          encodeRow(z, arm, x, n * columns.count);
        });
        const y = Float32Array.from(rows, i => trials.bought[i]!);
        const batchWeights = Float32Array.from(rows, i => weights[i]!);
        tf.tidy(() => {
          const inputs = tf.tensor2d(x, [rows.length, columns.count]);
          const labels = tf.tensor2d(y, [rows.length, 1]);
          const importance = tf.tensor2d(batchWeights, [rows.length, 1]);
          optimizer.minimize(
            () => {
              const logits = tf.add(tf.matMul(inputs, w as tfjs.Tensor2D), b);
              // -log likelihood of a Bernoulli outcome: softplus(z) - y·z, stable for any z.
              const loss = tf.sub(tf.softplus(logits), tf.mul(labels, logits));
              const ridge = tf.mul(penalty, tf.sum(tf.mul(shape, tf.square(w))));
              return tf.add(tf.mean(tf.mul(importance, loss)), ridge) as tfjs.Scalar;
            },
            false,
            [w, b],
          );
        });
      }
      const current = new Float32Array(columns.count + 1);
      current.set(await w.data());
      current.set(await b.data(), columns.count);
      const logits = rowLogits(trials, parts.validation, { scaling, weights: current });
      const loss = logLoss(
        logits.map(l => calibrated(l, { slope: 1, shift: 0 })),
        rowLabels,
        rowWeights,
      );
      if (!Number.isFinite(loss)) throw new Error(`The fit diverged in epoch ${epoch} (penalty ${penalty})`);
      if (loss < best.loss - 1e-5) best = { weights: current, loss, epochs: epoch };
      tick(epoch / maxEpochs);
    }
  } finally {
    optimizer.dispose();
    tf.dispose([w, b, shape]);
  }
  return best;
};

/** Trains, or says why these trials can't be learned from. Every tensor it makes is given back. */
export const trainResponse = async (trials: Trials, options: FitOptions): Promise<FitResult> => {
  const started = performance.now();
  const refused = refuseTrials(trials);
  if (refused) return refused;
  const weights = inverseWeights(trials);
  const parts = splitRows(trials, options.seed);
  const scaling = fitScaling(trials.features, parts.train);
  const penalties = options.penalties ?? [0.0003, 0.001, 0.003, 0.01];

  let chosen: (Fitted & { readonly penalty: number }) | undefined;
  for (const [n, penalty] of penalties.entries()) {
    const fitted = await fitOnce(trials, parts, weights, scaling, penalty, options, part =>
      options.onProgress?.((n + part) / penalties.length, `response: penalty ${n + 1} of ${penalties.length}`),
    );
    if (!chosen || fitted.loss < chosen.loss) chosen = { ...fitted, penalty };
  }
  if (!chosen) throw new RangeError('At least one penalty is needed, got none');

  const platt = fitPlatt(
    rowLogits(trials, parts.validation, { scaling, weights: chosen.weights }),
    Float64Array.from(parts.validation, i => trials.bought[i]!),
    Float64Array.from(parts.validation, i => weights[i]!),
  );
  const shownByKind = new Int32Array(armKinds.length);
  for (const i of parts.train) {
    const kind = trials.kind[i]!;
    if (trials.treated[i] === 1 && kind >= 0) shownByKind[kind] = shownByKind[kind]! + 1;
  }
  const metrics = measureResponse(
    trials,
    parts.test,
    weights,
    { scaling, weights: chosen.weights, platt },
    options.seed,
  );
  options.onProgress?.(1, 'response: done');
  return {
    kind: 'trained',
    bundle: {
      arrays: { mean: scaling.mean, deviation: scaling.deviation, weights: chosen.weights, shownByKind },
      meta: {
        name: 'logistic-uplift',
        schema: encodingSchema,
        platt,
        kinds: armKinds.filter((_, n) => shownByKind[n]! >= kindFloor),
        seed: options.seed,
        backend: options.backend.name,
        device: options.backend.device,
        rows: trials.count,
        leftOut: trials.leftOut,
        from: trials.from.toISOString(),
        to: trials.to.toISOString(),
        l2: chosen.penalty,
        epochs: chosen.epochs,
        seconds: (performance.now() - started) / 1000,
        metrics,
        floors: { ...floors, kind: kindFloor },
      },
    },
  };
};

/** Offers of one kind that must have been shown before it gets an effect of its own. */
const kindFloor = 50;
