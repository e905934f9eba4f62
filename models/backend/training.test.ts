import type * as tfjs from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seededRandom } from '../../knowledge/domain/random.ts';
import { openBackend, type TensorBackend } from './backend.ts';
import { glorotUniform, ones, zeros } from './start-values.ts';
import { shuffledBatches, type TrainingPlan, trainVariables, type Values } from './training.ts';

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

type Line = TrainingPlan<'slope' | 'constant', Int32Array, Values<'slope' | 'constant'>>;

/** A line through points that lie on one. */
const line = (changes: Partial<Line> = {}, seed = 5): Line => {
  const { tf } = backend;
  const order = seededRandom(seed);
  const variables = { slope: glorotUniform(tf, [2, 1], seededRandom(1)), constant: zeros(tf, [1]) };
  return {
    variables,
    batches: () => shuffledBatches(rows, 16, order),
    learningRate: 0.05,
    mostEpochs: 40,
    model: values => values,
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
    const once = await trainVariables(backend, line({ clock: () => 0 }));
    const again = await trainVariables(backend, line({ clock: () => 0 }));
    expect(once.model.slope[0]).toBeCloseTo(3, 1);
    expect(once.model.slope[1]).toBeCloseTo(-1, 1);
    expect(once.model.constant[0]).toBeCloseTo(0.5, 1);
    expect(once.losses.at(-1)!).toBeLessThan(once.losses[0]! / 100);
    expect(again).toEqual(once);
    expect((await trainVariables(backend, line({}, 6))).losses).not.toEqual(once.losses);
  });

  it('ends where the caller has seen enough, with the best model so far', async () => {
    const scores = [0.1, 0.5, 0.2];
    const judged: number[] = [];
    const { epoch, losses } = await trainVariables(backend, {
      ...line(),
      judge: () => {
        judged.push(scores[judged.length] ?? 0.9);
        return judged.at(-1)!;
      },
      isEnough: () => judged.length === 3,
    });
    expect([epoch, losses.length]).toEqual([2, 3]);
  });

  it('tells what the best model took: its steps and making it, no judgement and nothing after it', async () => {
    let now = 0;
    const plain = line();
    const scores = [0.1, 0.5, 0.2, 0.2, 0.2];
    const { epoch, milliseconds } = await trainVariables(backend, {
      ...plain,
      clock: () => now,
      loss: (batch, at) => {
        now += 10;
        return plain.loss(batch, at);
      },
      model: values => {
        now += 500;
        return values;
      },
      judge: () => {
        now += 4_000;
        return scores.shift() ?? 0;
      },
    });
    expect(epoch).toBe(2);
    expect(milliseconds).toBe(2 * Math.ceil(rows / 16) * 10 + 500);
  });

  it('ends when the score no longer rises, and keeps the model of the best epoch', async () => {
    const seen: Values<'slope' | 'constant'>[] = [];
    const trained = await trainVariables(
      backend,
      line({ patience: 2, judge: model => -Math.abs(seen.push(model) - 4) }),
    );
    expect(trained.epoch).toBe(4);
    expect(trained.scores).toHaveLength(6);
    expect(trained.model).toBe(seen[3]);
    expect(trained.model).not.toEqual(seen[2]);
  });

  it('judges where it is told to, and the last epoch', async () => {
    const asked: number[] = [];
    const model = (values: Values<'slope' | 'constant'>, epoch: number) => {
      asked.push(epoch);
      return values;
    };
    await trainVariables(backend, line({ mostEpochs: 8, model, judge: () => 1, isJudged: epoch => epoch % 3 === 0 }));
    expect(asked).toEqual([3, 6, 8]);
  });

  it('averages the last steps, which lies nearer to what noisy steps wander about', async () => {
    const { tf } = backend;
    const centre = async (averageOver?: number): Promise<number> => {
      const noise = seededRandom(2);
      const w = zeros(tf, [1]);
      const { model } = await trainVariables(backend, {
        variables: { w },
        batches: () => Array.from({ length: 200 }, () => 2 * noise()),
        loss: target => tf.sum(tf.square(tf.sub(w, target))),
        learningRate: 0.2,
        mostEpochs: 2,
        model: values => values.w[0]!,
        ...(averageOver && { averageOver }),
      });
      return model;
    };
    const [plain, averaged] = [await centre(), await centre(100)];
    expect(Math.abs(averaged - 1)).toBeLessThan(0.15);
    expect(Math.abs(averaged - 1)).toBeLessThan(Math.abs(plain - 1));
  });

  it('ends at its deadline with what it has', async () => {
    const trained = await trainVariables(backend, line({ deadline: performance.now() - 1 }));
    expect(trained).toMatchObject({ epoch: 0, losses: [] });
    expect(trained.model.constant).toEqual(new Float32Array(1));
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
        batches: () => shuffledBatches(rows, 16, seededRandom(1)),
        learningRate: 0.1,
        mostEpochs: 2,
        variables: { w },
        model: values => values,
        loss: () => tf.log(tf.mul(-1, tf.sum(w))) as tfjs.Scalar,
      }),
    ).rejects.toThrow(/diverged in epoch 1, by step 6: the loss is NaN/);
    await expect(trainVariables(backend, line({ learningRate: -1 }))).rejects.toThrow(/learning rate .* got -1/);
    await expect(trainVariables(backend, line({ clipNorm: 0 }))).rejects.toThrow(/above 0, got 0/);
    expect(() => shuffledBatches(rows, 0, seededRandom(1))).toThrow(/1 example or more, got 0/);
  });

  it('leaves no tensor behind, whether it ends well or not', async () => {
    const before = backend.tf.memory().numTensors;
    await trainVariables(backend, line({ mostEpochs: 2, clipNorm: 1 }));
    const broken = () => {
      throw new Error('no batch today');
    };
    await expect(trainVariables(backend, line({ batches: broken }))).rejects.toThrow('no batch today');
    expect(backend.tf.memory().numTensors).toBe(before);
  });
});
