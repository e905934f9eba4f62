import type * as tfjs from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seededRandom } from '../../knowledge/domain/random.ts';
import { openBackend, type TensorBackend } from './backend.ts';
import { glorotUniform, ones, zeros } from './start-values.ts';
import { type TrainingPlan, trainVariables } from './training.ts';

let backend: TensorBackend;
beforeAll(async () => {
  backend = await openBackend({ choice: 'wasm' });
});
afterAll(async () => {
  await backend.tf.setBackend('cpu');
});

const rows = 90;
const random = seededRandom(3);
const inputs = Float32Array.from({ length: rows * 2 }, () => random() * 2 - 1);
const targets = Float32Array.from({ length: rows }, (_, i) => 3 * inputs[2 * i]! - inputs[2 * i + 1]! + 0.5);

/** A line through points that lie on one. */
const line = (changes: Partial<TrainingPlan<'slope' | 'constant'>> = {}): TrainingPlan<'slope' | 'constant'> => {
  const { tf } = backend;
  const variables = { slope: glorotUniform(tf, [2, 1], seededRandom(1)), constant: zeros(tf, [1]) };
  return {
    variables,
    rows,
    batch: 16,
    seed: 5,
    learningRate: 0.05,
    mostEpochs: 40,
    loss: batch => {
      const x = tf.tensor2d(
        Array.from(batch).flatMap(i => [inputs[2 * i]!, inputs[2 * i + 1]!]),
        [batch.length, 2],
      );
      const y = tf.tensor2d(
        Array.from(batch, i => targets[i]!),
        [batch.length, 1],
      );
      const off = tf.sub(tf.add(tf.matMul(x, variables.slope as tfjs.Tensor2D), variables.constant), y);
      return tf.mean(tf.square(off)) as tfjs.Scalar;
    },
    ...changes,
  };
};

describe('the training loop', () => {
  it('finds the line that the points lie on, the same one for the same seed', async () => {
    const [once, again] = [await trainVariables(backend, line()), await trainVariables(backend, line())];
    expect(once.values.slope[0]).toBeCloseTo(3, 1);
    expect(once.values.slope[1]).toBeCloseTo(-1, 1);
    expect(once.values.constant[0]).toBeCloseTo(0.5, 1);
    expect(once.losses.at(-1)!).toBeLessThan(once.losses[0]! / 100);
    expect(again).toEqual(once);
    expect((await trainVariables(backend, line({ seed: 6 }))).losses).not.toEqual(once.losses);
  });

  it('ends when the score no longer rises, and keeps the weights of the best epoch', async () => {
    const seen: Float32Array[] = [];
    const trained = await trainVariables(
      backend,
      line({
        patience: 2,
        judge: async epoch => {
          seen.push((await epoch.values()).slope);
          return -Math.abs(epoch.number - 4);
        },
      }),
    );
    expect(trained.epoch).toBe(4);
    expect(trained.scores).toHaveLength(6);
    expect(trained.values.slope).toEqual(seen[3]);
  });

  it('ends at its deadline with what it has', async () => {
    const trained = await trainVariables(backend, line({ deadline: performance.now() - 1 }));
    expect(trained).toMatchObject({ epoch: 0, losses: [] });
    expect(trained.values.constant).toEqual(new Float32Array(1));
  });

  it('shortens long gradients and decays weights alike in place and through tensors', async () => {
    const plan = { clipNorm: 0.3, weightDecay: 0.1, learningRate: (step: number) => 0.05 / (1 + step / 50) };
    const own = await trainVariables(backend, line(plan));
    const plain = await trainVariables({ tf: backend.tf, simd: null }, line(plan));
    for (const [i, loss] of plain.losses.entries()) expect(Math.abs(own.losses[i]! - loss)).toBeLessThan(1e-4);
    const free = await trainVariables(backend, line({ ...plan, clipNorm: 1e9, weightDecay: 0 }));
    expect(Math.abs(free.losses[3]! - own.losses[3]!)).toBeGreaterThan(1e-3);
  });

  it('says in which epoch it diverged, and names a number that is out of range', async () => {
    const { tf } = backend;
    const w = ones(tf, [1]);
    await expect(
      trainVariables(backend, {
        rows,
        batch: 16,
        seed: 1,
        learningRate: 0.1,
        mostEpochs: 2,
        variables: { w },
        loss: () => tf.log(tf.mul(-1, tf.sum(w))) as tfjs.Scalar,
      }),
    ).rejects.toThrow(/diverged in epoch 1, by step 6: the loss is NaN/);
    await expect(trainVariables(backend, line({ learningRate: -1 }))).rejects.toThrow(/learning rate .* got -1/);
    await expect(trainVariables(backend, line({ clipNorm: 0 }))).rejects.toThrow(/above 0, got 0/);
    await expect(trainVariables(backend, line({ rows: 0 }))).rejects.toThrow(/number of examples .* got 0/);
  });

  it('leaves no tensor behind, whether it ends well or not', async () => {
    const before = backend.tf.memory().numTensors;
    await trainVariables(backend, line({ mostEpochs: 2, clipNorm: 1 }));
    await trainVariables(backend, line({ batch: 0 })).catch(() => {});
    expect(backend.tf.memory().numTensors).toBe(before);
  });
});
