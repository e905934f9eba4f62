import type * as tfjs from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import { openBackend } from '../../backend/backend.ts';
import { historyOf, toInteractions } from '../../data/interactions.ts';
import { trainOnAll } from '../../data/splits.ts';
import { scorerOf } from '../ranker.ts';
import { madeUpShop } from '../world.test-helper.ts';
import { multDae } from './mult-dae.ts';
import { multVae } from './mult-vae.ts';

const train = trainOnAll(toInteractions(madeUpShop(2, 60)));
const products = train.products.ids.length;

describe('the forward pass in typed arrays', () => {
  it.each([
    ['mult-dae', multDae, 0],
    ['mult-vae', multVae, 6],
  ] as const)('%s: gives the numbers that the tensors give', async (_name, kind, latent) => {
    const backend = await openBackend({ choice: 'wasm' });
    const { tf } = backend;
    const hidden = 12;
    const model = await kind.fit(
      train,
      { hidden, latent, epochs: 3, rate: 0.02 },
      { now: 0, seed: 1, backend: () => Promise.resolve(backend) },
    );
    const array = (name: string) => model.store().arrays[name]!;
    const history = historyOf(train, 5);
    const rows = [...new Set(history.items)];
    const logits = tf.tidy(() => {
      const matrix = (name: string, height: number, width: number) => tf.tensor2d(array(name), [height, width]);
      const x = new Float32Array(products);
      for (const row of rows) x[row] = 1 / Math.sqrt(rows.length);
      const encoder = matrix('encoder', products, hidden); // every product was bought: place = row
      const layer = (input: tfjs.Tensor2D, by: tfjs.Tensor2D, bias: string): tfjs.Tensor2D =>
        tf.add(tf.matMul(input, by), array(bias));
      const tanh = (input: tfjs.Tensor2D): tfjs.Tensor2D => tf.tanh(input);
      let h = tanh(layer(tf.tensor2d(x, [1, products]), encoder, 'encoderBias'));
      if (latent > 0)
        h = tanh(layer(layer(h, matrix('mean', hidden, latent), 'meanBias'), matrix('up', latent, hidden), 'upBias'));
      const vectors = matrix('vectors', products, hidden + 1);
      return tf.matMul(tf.concat([h, tf.ones([1, 1])], 1), vectors, false, true).dataSync();
    });
    const scores = scorerOf(model).scoreAll(history, 0);
    for (let row = 0; row < products; row++) expect(scores[row]).toBeCloseTo(logits[row]!, 4);
  });
});
