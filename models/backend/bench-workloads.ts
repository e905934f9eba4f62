/** One training step of each kind of network used here, in the sizes that the bench and the parity test want; seeded. */
import type * as tfjs from '@tensorflow/tfjs-core';
import { type Random, seededRandom } from '../../knowledge/domain/random.ts';
import type { Tensors } from './backend.ts';
import { dense } from './dense.ts';
import { crossEntropy, dropout, layerNorm, multinomialLoss } from './ops.ts';
import { attention, gru } from './sequence-ops.ts';
import { sumOfRows } from './sparse-ops.ts';
import { gaussian, glorotUniform, ones, zeros } from './start-values.ts';

export interface Sizes {
  readonly shoppers: number;
  readonly products: number;
  readonly width: number;
  readonly batch: number;
  /** Of sequences and texts. */
  readonly length: number;
  /** Of the middle layers of the autoencoder. */
  readonly hidden: number;
  readonly latent: number;
  readonly filters: number;
}

export interface Network {
  readonly variables: readonly tfjs.Variable[];
  /** Loss of one batch; called inside a tidy. */
  readonly loss: (step: number) => tfjs.Scalar;
}

export interface Workload {
  readonly name: string;
  readonly what: (sizes: Sizes) => string;
  /** What differs from the bench's general sizes. */
  readonly sizes: Partial<Sizes>;
  readonly make: (tf: Tensors, sizes: Sizes, seed: number) => Network;
}

export const benchSizes: Sizes = {
  shoppers: 10_000,
  products: 5_000,
  width: 64,
  batch: 128,
  length: 32,
  hidden: 600,
  latent: 200,
  filters: 128,
};

type Matrix = tfjs.Tensor2D;

const draws = (random: Random, count: number, below: number): Int32Array =>
  Int32Array.from({ length: count }, () => Math.floor(random() * below));

/** Different batches that take turns. */
const batches = 4;
const batchesOf = <T>(make: () => T): ((step: number) => T) => {
  const all = Array.from({ length: batches }, make);
  return step => all[step % batches]!;
};

const mean = (tf: Tensors, x: tfjs.Tensor): tfjs.Scalar => tf.mean(x) as tfjs.Scalar;
const bpr: Workload = {
  name: 'BPR',
  sizes: { batch: 1024 },
  what: s => `${s.shoppers} shoppers x ${s.products} products, width ${s.width}, batch ${s.batch}, dense Adam`,
  make: (tf, s, seed) => {
    const random = seededRandom(seed);
    const shoppers = gaussian(tf, [s.shoppers, s.width], 0.1, random);
    const products = gaussian(tf, [s.products, s.width], 0.1, random);
    const batch = batchesOf(() => [s.shoppers, s.products, s.products].map(below => draws(random, s.batch, below)));
    return {
      variables: [shoppers, products],
      loss: step => {
        const [u, i, j] = batch(step).map(
          (ids, n): tfjs.Tensor => tf.gather(n === 0 ? shoppers : products, tf.tensor1d(ids, 'int32')),
        ) as [tfjs.Tensor, tfjs.Tensor, tfjs.Tensor];
        return mean(tf, tf.softplus(tf.neg(tf.sum(tf.mul(u, tf.sub(i, j)), 1))));
      },
    };
  },
};

const inBatch: Workload = {
  name: 'in-batch softmax',
  sizes: { batch: 1024 },
  what: s => `two towers of width ${s.width}, ${s.batch} x ${s.batch}`,
  make: (tf, s, seed) => {
    const random = seededRandom(seed);
    const shoppers = gaussian(tf, [s.shoppers, s.width], 0.1, random);
    const products = gaussian(tf, [s.products, s.width], 0.1, random);
    const batch = batchesOf(() => [draws(random, s.batch, s.shoppers), draws(random, s.batch, s.products)] as const);
    const labels = Int32Array.from({ length: s.batch }, (_, i) => i);
    return {
      variables: [shoppers, products],
      loss: step => {
        const [u, i] = batch(step);
        const left = tf.gather(shoppers, tf.tensor1d(u, 'int32')) as Matrix;
        const right = tf.gather(products, tf.tensor1d(i, 'int32')) as Matrix;
        return mean(tf, crossEntropy(tf, tf.matMul(left, right, false, true), tf.tensor1d(labels, 'int32')));
      },
    };
  },
};

const gru4rec: Workload = {
  name: 'GRU4Rec',
  sizes: { length: 20 },
  what: s =>
    `${s.length} steps, batch ${s.batch}, ${s.width} units, softmax over all ${s.products} products after the last step`,
  make: (tf, s, seed) => {
    const random = seededRandom(seed);
    const table = gaussian(tf, [s.products, s.width], 0.1, random);
    const out = gaussian(tf, [s.products, s.width], 0.1, random);
    const input = glorotUniform(tf, [s.width, 3 * s.width], random);
    const recurrent = glorotUniform(tf, [s.width, 3 * s.width], random);
    const [bias, recurrentBias] = [zeros(tf, [3 * s.width]), zeros(tf, [3 * s.width])];
    const batch = batchesOf(
      () => [draws(random, s.batch * s.length, s.products), draws(random, s.batch, s.products)] as const,
    );
    return {
      variables: [table, out, input, recurrent, bias, recurrentBias],
      loss: step => {
        const [ids, next] = batch(step);
        const x = tf.gather(table, tf.tensor1d(ids, 'int32')) as Matrix;
        const gates = tf.reshape(dense(tf, x, input as Matrix, bias), [
          s.batch,
          s.length,
          3 * s.width,
        ]) as tfjs.Tensor3D;
        const states = gru(tf, gates, recurrent as Matrix, recurrentBias as tfjs.Tensor1D);
        const last = tf.reshape(tf.slice(states, [0, s.length - 1, 0], [-1, 1, -1]), [s.batch, s.width]) as Matrix;
        return mean(tf, crossEntropy(tf, tf.matMul(last, out as Matrix, false, true), tf.tensor1d(next, 'int32')));
      },
    };
  },
};

const sasrec: Workload = {
  name: 'SASRec',
  sizes: { length: 50 },
  what: s =>
    `${s.length} steps, batch ${s.batch}, width ${s.width}, 2 blocks, 2 heads, dropout 0.2, one negative per step`,
  make: (tf, s, seed) => {
    const random = seededRandom(seed);
    const d = s.width;
    const table = gaussian(tf, [s.products, d], 0.1, random);
    const places = gaussian(tf, [1, s.length, d], 0.1, random);
    const blocks = [1, 2].map(() => ({
      q: glorotUniform(tf, [d, d], random),
      k: glorotUniform(tf, [d, d], random),
      v: glorotUniform(tf, [d, d], random),
      in: glorotUniform(tf, [d, d], random),
      out: glorotUniform(tf, [d, d], random),
      biases: [1, 2].map(() => zeros(tf, [d])),
      scales: [1, 2].map(() => ones(tf, [d])),
      shifts: [1, 2].map(() => zeros(tf, [d])),
    }));
    const batch = batchesOf(() => [1, 2, 3].map(() => draws(random, s.batch * s.length, s.products)));
    return {
      variables: [
        table,
        places,
        ...blocks.flatMap(b => [b.q, b.k, b.v, b.in, b.out, ...b.biases, ...b.scales, ...b.shifts]),
      ],
      loss: step => {
        const [seen, next, other] = batch(step).map(ids => tf.gather(table, tf.tensor1d(ids, 'int32')) as Matrix) as [
          Matrix,
          Matrix,
          Matrix,
        ];
        const wide = [s.batch, s.length, d] as const;
        const rows = [s.batch * s.length, d] as const;
        let x = tf.reshape(tf.add(tf.reshape(seen, [...wide]), places), [...rows]) as Matrix;
        for (const [n, b] of blocks.entries()) {
          const normal = layerNorm(tf, x, b.scales[0]!, b.shifts[0]!);
          const [q, k, v] = [b.q, b.k, b.v].map(w => tf.reshape(tf.matMul(normal, w as Matrix), [...wide])) as [
            tfjs.Tensor3D,
            tfjs.Tensor3D,
            tfjs.Tensor3D,
          ];
          const mixed = tf.reshape(attention(tf, q, k, v, { heads: 2, causal: true }), [...rows]) as Matrix;
          x = tf.add(x, dropout(tf, mixed, 0.2, step * 10 + n)) as Matrix;
          const inner = dense(tf, layerNorm(tf, x, b.scales[1]!, b.shifts[1]!), b.in as Matrix, b.biases[0]!, 'relu');
          x = tf.add(x, dropout(tf, dense(tf, inner, b.out as Matrix, b.biases[1]!), 0.2, step * 10 + n + 5)) as Matrix;
        }
        const off = tf.sum(tf.mul(x, next), 1);
        const against = tf.sum(tf.mul(x, other), 1);
        return mean(tf, tf.add(tf.softplus(tf.neg(off)), tf.softplus(against)));
      },
    };
  },
};

const vae = (sparse: boolean): Workload => ({
  name: sparse ? 'MultVAE, input as lists' : 'MultVAE',
  sizes: { batch: 256 },
  what: s => `${s.products}-${s.hidden}-${s.latent}-${s.hidden}-${s.products}, batch ${s.batch}, 50 purchases each`,
  make: (tf, s, seed) => {
    const random = seededRandom(seed);
    const first = glorotUniform(tf, [s.products, s.hidden], random);
    const second = glorotUniform(tf, [s.hidden, 2 * s.latent], random);
    const third = glorotUniform(tf, [s.latent, s.hidden], random);
    const fourth = glorotUniform(tf, [s.hidden, s.products], random);
    const biases = [s.hidden, 2 * s.latent, s.hidden, s.products].map(n => zeros(tf, [n]));
    const bought = Math.min(50, Math.floor(s.products / 2));
    const batch = batchesOf(() => {
      const rows = draws(random, s.batch * bought, s.products);
      const counts = new Float32Array(s.batch * s.products);
      for (const [n, row] of rows.entries()) counts[Math.floor(n / bought) * s.products + row]!++;
      const noise = Float32Array.from({ length: s.batch * s.latent }, () => random() * 2 - 1);
      return { rows, ends: Int32Array.from({ length: s.batch }, (_, i) => (i + 1) * bought), counts, noise };
    });
    const weights = new Float32Array(s.batch * bought).fill(1 / Math.sqrt(bought));
    return {
      variables: [first, second, third, fourth, ...biases],
      loss: step => {
        const { rows, ends, counts, noise } = batch(step);
        const x = tf.tensor2d(counts, [s.batch, s.products]);
        const h = sparse
          ? (tf.tanh(tf.add(sumOfRows(tf, first as Matrix, { rows, ends, weights }), biases[0]!)) as Matrix)
          : dense(tf, tf.mul(x, weights[0]!) as Matrix, first as Matrix, biases[0]!, 'tanh');
        const code = dense(tf, h, second as Matrix, biases[1]!);
        const middle = tf.slice(code, [0, 0], [-1, s.latent]);
        const logVariance = tf.slice(code, [0, s.latent], [-1, s.latent]);
        const spread = tf.exp(tf.mul(logVariance, 0.5));
        const z = tf.add(middle, tf.mul(spread, tf.tensor2d(noise, [s.batch, s.latent]))) as Matrix;
        const out = dense(tf, dense(tf, z, third as Matrix, biases[2]!, 'tanh'), fourth as Matrix, biases[3]!);
        const kl = tf.sum(tf.sub(tf.add(tf.square(middle), tf.exp(logVariance)), tf.add(logVariance, 1)), 1);
        return mean(tf, tf.add(multinomialLoss(tf, out, x), tf.mul(0.1, kl)));
      },
    };
  },
});

const textCnn: Workload = {
  name: 'TextCNN',
  sizes: {},
  what: s => `${s.length} tokens, width ${s.width}, ${s.filters} filters over 3, batch ${s.batch}`,
  make: (tf, s, seed) => {
    const random = seededRandom(seed);
    const table = gaussian(tf, [s.products, s.width], 0.1, random);
    const filters = glorotUniform(tf, [3, s.width, s.filters], random);
    const out = glorotUniform(tf, [s.filters, s.width], random);
    const [bias, outBias] = [zeros(tf, [s.filters]), zeros(tf, [s.width])];
    const batch = batchesOf(() => ({
      ids: draws(random, s.batch * s.length, s.products),
      wanted: Float32Array.from({ length: s.batch * s.width }, () => random() - 0.5),
    }));
    return {
      variables: [table, filters, out, bias, outBias],
      loss: step => {
        const { ids, wanted } = batch(step);
        const x = tf.reshape(tf.gather(table, tf.tensor1d(ids, 'int32')), [s.batch, s.length, s.width]);
        const heard = tf.conv1d(x as tfjs.Tensor3D, filters as tfjs.Tensor3D, 1, 'same');
        const loudest = tf.max(tf.relu(tf.add(heard, bias)), 1) as Matrix;
        const vector = dense(tf, loudest, out as Matrix, outBias);
        return mean(tf, tf.square(tf.sub(vector, tf.tensor2d(wanted, [s.batch, s.width]))));
      },
    };
  },
};

const dcn: Workload = {
  name: 'DCN',
  sizes: { batch: 1024, width: 20 },
  what: s => `${s.width} features, 3 cross layers, 128-64 beside them, batch ${s.batch}`,
  make: (tf, s, seed) => {
    const random = seededRandom(seed);
    const crosses = [1, 2, 3].map(() => glorotUniform(tf, [s.width, 1], random));
    const crossBiases = [1, 2, 3].map(() => zeros(tf, [s.width]));
    const deep = [glorotUniform(tf, [s.width, 128], random), glorotUniform(tf, [128, 64], random)];
    const deepBiases = [zeros(tf, [128]), zeros(tf, [64])];
    const [out, outBias] = [glorotUniform(tf, [s.width + 64, 1], random), zeros(tf, [1])];
    const batch = batchesOf(() => ({
      x: Float32Array.from({ length: s.batch * s.width }, () => random() * 2 - 1),
      y: Float32Array.from({ length: s.batch }, () => +(random() < 0.3)),
    }));
    return {
      variables: [...crosses, ...crossBiases, ...deep, ...deepBiases, out, outBias],
      loss: step => {
        const { x, y } = batch(step);
        const x0 = tf.tensor2d(x, [s.batch, s.width]);
        let crossed: tfjs.Tensor = x0;
        for (const [n, w] of crosses.entries())
          crossed = tf.add(tf.add(tf.mul(x0, tf.matMul(crossed as Matrix, w as Matrix)), crossBiases[n]!), crossed);
        let hidden = x0;
        for (const [n, w] of deep.entries()) hidden = dense(tf, hidden, w as Matrix, deepBiases[n]!, 'relu');
        const z = dense(tf, tf.concat([crossed, hidden], 1) as Matrix, out as Matrix, outBias);
        return mean(tf, tf.sub(tf.softplus(z), tf.mul(tf.tensor2d(y, [s.batch, 1]), z)));
      },
    };
  },
};

export const workloads: readonly Workload[] = [bpr, inBatch, gru4rec, sasrec, vae(false), vae(true), textCnn, dcn];
