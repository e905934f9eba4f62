/**
 * Autoencoders of what a shopper bought, with a multinomial likelihood over all products (Liang, Krishnan, Hoffman, Jebara 2018).
 *
 * Denoising:    x -> tanh(xW₁ + b₁) = h,                                              logits = hV + c
 * variational:  x -> tanh(xW₁ + b₁) = e, z ~ N(eM + m, exp(eS + s)), tanh(zU + u) = h, logits = hV + c
 *
 * x is 0/1 (weights of a history) at length one, with dropout in training. The fitted model runs in typed arrays; as every logit is a
 * product of (h, 1) and (V_p, c_p), a server can score it like any model of vectors.
 */
import type * as tfjs from '@tensorflow/tfjs-core';
import { seededRandom } from '../../../knowledge/domain/random.ts';
import { glorotUniform, normal, zeros } from '../../backend/start-values.ts';
import { shuffledBatches } from '../../backend/training.ts';
import { distinctPairs, type History, type SparseRows } from '../../data/interactions.ts';
import type { Train } from '../../data/splits.ts';
import { addScaled, dot, vectorModel } from '../factors/vector-model.ts';
import { linearStart } from '../linear/linear-start.ts';
import type { FitContext, Fitted, ModelSettings, StoredModel } from '../model.ts';
import { distinctItems, fadingOf, Query } from '../neighbours/item-item.ts';
import { type MostBought, mostBought, positionsOf, rowsOfChosen } from '../popularity/most-bought.ts';
import { every, trainNeural, type Weights } from './training-loop.ts';

export interface AutoencoderSettings {
  /** Width of h (and e). */
  readonly hidden: number;
  /** Width of z; 0: a denoising autoencoder. */
  readonly latent: number;
  /** Share of a shopper's products hidden from the encoder in training, 0..1. */
  readonly dropout: number;
  /** What products count that the encoder was shown, those hidden from it counting 1 (emphasis; Steck 2020). */
  readonly shown: number;
  /** Of the squares of W₁ and V, per batch. */
  readonly decay: number;
  /** Weight of the KL divergence at its highest: partial regularisation. Reached after `anneal` epochs. */
  readonly kl: number;
  readonly anneal: number;
  readonly rate: number;
  readonly batch: number;
  readonly epochs: number;
  readonly mostProducts: number;
  /** 1: encoder and decoder start as a linear autoencoder (linear-start.ts), 0: at random. */
  readonly linear: number;
  /** How fast a history fades as a query (item-item.ts). */
  readonly stepDecay?: number;
}

const patience = 6;
/** Of the largest s² (linear-start.ts), for a start that is trained on. */
const startRidge = 0.1;

export const fitAutoencoder = async (
  name: string,
  train: Train,
  settings: AutoencoderSettings,
  context: FitContext,
): Promise<Fitted> => {
  const products = train.products.ids.length;
  const pairs = distinctPairs(train);
  const { chosen, position } = mostBought(pairs, products, settings.mostProducts);
  const shoppers = rowsOfChosen(pairs, position);
  const backend = await context.backend();
  const { tf } = backend;
  const random = seededRandom(context.seed);
  const n = chosen.length;
  const { hidden, latent } = settings;
  const weights = {
    encoder: glorotUniform(tf, [n, hidden], random),
    encoderBias: zeros(tf, [hidden]),
    decoder: glorotUniform(tf, [n, hidden], random),
    decoderBias: zeros(tf, [n]),
    ...(latent > 0 && {
      mean: glorotUniform(tf, [hidden, latent], random),
      meanBias: zeros(tf, [latent]),
      spread: glorotUniform(tf, [hidden, latent], random),
      spreadBias: zeros(tf, [latent]),
      up: glorotUniform(tf, [latent, hidden], random),
      upBias: zeros(tf, [hidden]),
    }),
  };

  const started = performance.now();
  if (settings.linear > 0) {
    // Half of a short time is for bending it.
    const until = started + ((context.deadline ?? Number.POSITIVE_INFINITY) - started) / 2;
    const { encoder, decoder, bias } = linearStart(shoppers, n, hidden, random, () => performance.now() > until);
    tf.tidy(() => {
      weights.encoder.assign(tf.tensor2d(encoder, [n, hidden]));
      weights.decoder.assign(tf.tensor2d(decoder(startRidge), [n, hidden]));
      weights.decoderBias.assign(tf.tensor1d(bias));
    });
  }

  const startMilliseconds = performance.now() - started;

  const layer = (x: tfjs.Tensor2D, by: tfjs.Tensor2D, bias: tfjs.Tensor1D): tfjs.Tensor2D =>
    tf.add(tf.matMul(x, by), bias);
  const tanh = (x: tfjs.Tensor2D): tfjs.Tensor2D => tf.tanh(x);
  const loss = (rows: Int32Array, kl: number): tfjs.Scalar => {
    const { input, target } = batchOf(shoppers, rows, n, settings, random);
    const x = tf.tensor2d(input, [rows.length, n]);
    const y = tf.tensor2d(target, [rows.length, n]);
    let h = tanh(layer(x, weights.encoder, weights.encoderBias));
    let divergence: tfjs.Tensor | null = null;
    if (weights.mean && weights.meanBias && weights.spread && weights.spreadBias && weights.up && weights.upBias) {
      const mean = layer(h, weights.mean, weights.meanBias);
      const logVariance = layer(h, weights.spread, weights.spreadBias);
      const noise = Float32Array.from({ length: rows.length * latent }, () => normal(random));
      const step = tf.mul(tf.tensor2d(noise, [rows.length, latent]), tf.exp(tf.mul(logVariance, 0.5)));
      h = tanh(layer(tf.add<tfjs.Tensor2D>(mean, step), weights.up, weights.upBias));
      const inner = tf.sub(tf.add(tf.square(mean), tf.exp(logVariance)), tf.add(logVariance, 1));
      divergence = tf.mul(tf.sum(inner), (0.5 * kl) / rows.length);
    }
    const logits = tf.add(tf.matMul(h, weights.decoder, false, true), weights.decoderBias);
    const likelihood = tf.mul(tf.sum(tf.mul(tf.logSoftmax(logits), y)), -1 / rows.length);
    const squares = tf.add(tf.sum(tf.square(weights.encoder)), tf.sum(tf.square(weights.decoder)));
    const sum = tf.add(likelihood, tf.mul(squares, settings.decay));
    return (divergence === null ? sum : tf.add(sum, divergence)) as tfjs.Scalar;
  };

  const { stepDecay = 1 } = settings;
  return trainNeural(backend, context, {
    variables: weights,
    rate: settings.rate,
    epochs: settings.epochs,
    isChecked: every(4),
    patience,
    startMilliseconds,
    batches: () => shuffledBatches(shoppers.start.length - 1, settings.batch, random),
    loss: (rows, epoch) => loss(rows, settings.kl * Math.min(1, epoch / settings.anneal)),
    fitted: (trained, epochs) => {
      const arrays = arraysOf(trained, chosen, position, hidden);
      return autoencoder(name, { arrays, meta: { hidden, latent, stepDecay } }, { epochs });
    },
  });
};

/** rows × n: what the encoder is shown, at length one, and what it shall say. */
const batchOf = (
  { start, cols }: SparseRows,
  rows: Int32Array,
  n: number,
  { dropout, shown }: AutoencoderSettings,
  random: () => number,
) => {
  const input = new Float32Array(rows.length * n);
  const target = new Float32Array(rows.length * n);
  for (let r = 0; r < rows.length; r++) {
    const [from, to] = [start[rows[r]!]!, start[rows[r]! + 1]!];
    const kept: number[] = [];
    for (let e = from; e < to; e++) {
      const hidden = random() < dropout;
      if (!hidden) kept.push(cols[e]!);
      target[r * n + cols[e]!] = hidden ? 1 : shown;
    }
    // At serving the encoder sees all of a history at length one, so it is shown length one here too.
    for (const col of kept) input[r * n + col] = 1 / Math.sqrt(kept.length);
  }
  return { input, target };
};

const middle = ['encoderBias', 'mean', 'meanBias', 'up', 'upBias'] as const;

/** What serving needs; vectors: products × (hidden + 1), the last column the bias. */
const arraysOf = (
  trained: Weights,
  chosen: Int32Array,
  position: Int32Array,
  hidden: number,
): Record<string, Float32Array | Int32Array> => {
  const width = hidden + 1;
  const bias = trained.decoderBias!;
  // A product never bought comes after all that were, as far as a constant can see to that.
  const lowest = bias.reduce((least, value) => Math.min(least, value), 0);
  const vectors = new Float32Array(position.length * width);
  for (let product = 0; product < position.length; product++) {
    const at = position[product]!;
    if (at >= 0) vectors.set(trained.decoder!.subarray(at * hidden, (at + 1) * hidden), product * width);
    vectors[product * width + hidden] = at >= 0 ? bias[at]! : lowest;
  }
  const kept = Object.fromEntries(middle.flatMap(name => (trained[name] ? [[name, trained[name]]] : [])));
  return { ...kept, encoder: trained.encoder!, vectors, chosen };
};

/** A denoising autoencoder of these weights and no biases, nothing trained. `encoder`, `decoder`: places × hidden. */
export const plainAutoencoder = (
  name: string,
  { encoder, decoder }: { readonly encoder: Float32Array; readonly decoder: Float32Array },
  { chosen, position }: MostBought,
  stepDecay: number,
  settled?: ModelSettings,
): Fitted => {
  const hidden = encoder.length / Math.max(1, chosen.length);
  const zeros = { encoderBias: new Float32Array(hidden), decoderBias: new Float32Array(chosen.length) };
  const arrays = arraysOf({ encoder, decoder, ...zeros }, chosen, position, hidden);
  return autoencoder(name, { arrays, meta: { hidden, latent: 0, stepDecay } }, settled);
};

export const restoreAutoencoder = (name: string, stored: StoredModel): Fitted => autoencoder(name, stored);

const autoencoder = (name: string, { arrays, meta }: StoredModel, settled?: ModelSettings): Fitted => {
  const [hidden, latent, fading] = [Number(meta.hidden), Number(meta.latent), fadingOf(meta)];
  const { encoder, encoderBias, vectors, chosen } = arrays as { chosen: Int32Array } & Record<string, Float32Array>;
  const { mean, meanBias, up, upBias } = arrays as Record<string, Float32Array>;
  const width = hidden + 1;
  const position = positionsOf(chosen, vectors!.length / width);

  const first = new Float32Array(hidden);
  const z = new Float32Array(latent);
  const h = latent > 0 ? new Float32Array(hidden) : first;
  const query = new Query();
  /** Fills first, z and h; null: nothing of the history is known. `values`: the entries of x, `places` theirs. */
  const run = (history: History): { items: number[]; places: number[]; values: number[] } | null => {
    distinctItems(history, query, fading);
    const known = Array.from(query.items.subarray(0, query.count), (item, q) => ({
      item,
      at: position[item]!,
      weight: query.weights[q]!,
    })).filter(entry => entry.at >= 0 && entry.weight > 0);
    const length = Math.sqrt(known.reduce((sum, { weight }) => sum + weight * weight, 0));
    if (length === 0) return null;
    first.set(encoderBias!);
    for (const { at, weight } of known) addScaled(first, weight / length, encoder!, at * hidden, hidden);
    for (let i = 0; i < hidden; i++) first[i] = Math.tanh(first[i]!);
    if (latent > 0) {
      z.set(meanBias!);
      for (let i = 0; i < hidden; i++) addScaled(z, first[i]!, mean!, i * latent, latent);
      h.set(upBias!);
      for (let l = 0; l < latent; l++) addScaled(h, z[l]!, up!, l * hidden, hidden);
      for (let i = 0; i < hidden; i++) h[i] = Math.tanh(h[i]!);
    }
    return {
      items: known.map(({ item }) => item),
      places: known.map(({ at }) => at),
      values: known.map(({ weight }) => weight / length),
    };
  };

  /** The gradient of a product's logit by the sums that `first` is the tanh of, where `run` left off. */
  const slope = new Float32Array(hidden);
  const byZ = new Float32Array(latent);
  const back = (product: number): Float32Array => {
    for (let i = 0; i < hidden; i++) slope[i] = vectors![product * width + i]! * (1 - h[i]! * h[i]!);
    if (latent === 0) return slope;
    for (let l = 0; l < latent; l++) byZ[l] = dot(slope, 0, up!, l * hidden, hidden);
    for (let i = 0; i < hidden; i++) slope[i] = dot(byZ, 0, mean!, i * latent, latent) * (1 - first[i]! * first[i]!);
    return slope;
  };

  return vectorModel({
    name,
    factors: {
      width,
      vectors: vectors!,
      query: (history, _now, out) => {
        if (run(history) === null) return false;
        out.set(h);
        out[hidden] = 1;
        return true;
      },
    },
    shares: (history, product) => {
      const found = run(history);
      if (found === null || position[product]! < 0) return null;
      const by = back(product);
      const parts = found.places.map((at, q) => found.values[q]! * dot(by, 0, encoder!, at * hidden, hidden));
      return { items: found.items, parts };
    },
    stored: { arrays, meta },
    ...(settled !== undefined && { settled }),
  });
};
