import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBackend, type Tensors } from './backend.ts';
import { dense } from './dense.ts';
import { distance, gapToDifferences, worked } from './gradients.test-helper.ts';
import { lists, ownCases, plainCases, three } from './op-cases.test-helper.ts';
import { crossEntropy, dropout } from './ops.ts';
import { attention, gru } from './sequence-ops.ts';
import { sumOfRows } from './sparse-ops.ts';
import { fusedKernelName } from './wasm/fused-names.ts';
import { registerOwnKernels, restoreStockKernels } from './wasm/kernels.ts';

let tf: Tensors;
beforeAll(async () => {
  ({ tf } = await openBackend({ choice: 'wasm' }));
});
afterAll(async () => {
  restoreStockKernels(tf);
  await tf.setBackend('cpu');
});

const on = async <T>(place: 'wasm' | 'stock wasm' | 'cpu', work: () => Promise<T>): Promise<T> => {
  await tf.setBackend(place === 'cpu' ? 'cpu' : 'wasm');
  if (place === 'wasm') registerOwnKernels(tf);
  if (place === 'stock wasm') restoreStockKernels(tf);
  return await work();
};

describe('an op on wasm', () => {
  it.each([...ownCases, ...plainCases])(
    'gives $name and its gradients as small ops on the cpu backend do',
    async test => {
      const own = await on('wasm', () => worked(tf, test, 9));
      const plain = await on('cpu', () => worked(tf, test, 9));
      expect(distance(own, plain)).toBeLessThan(2e-5);
    },
  );

  it.each(ownCases)('has the gradient of $name that differences show', async test => {
    expect(await on('wasm', () => gapToDifferences(tf, test, 4))).toBeLessThan(test.name.includes('far') ? 0.1 : 5e-3);
  });

  it('is really taken: the kernels are there, and gone with the stock ones, where small ops do it', async () => {
    await on('wasm', async () => expect(tf.getKernel(fusedKernelName('attention'), 'wasm')).toBeDefined());
    const test = ownCases.find(c => c.name.startsWith('attention'))!;
    const [own, stock] = [
      await on('wasm', () => worked(tf, test, 2)),
      await on('stock wasm', () => worked(tf, test, 2)),
    ];
    expect(tf.getKernel(fusedKernelName('attention'), 'wasm')).toBeUndefined();
    expect(distance(own, stock)).toBeLessThan(2e-5);
  });

  it('leaves no tensor behind', async () => {
    for (const place of ['wasm', 'cpu'] as const) {
      const before = await on(place, async () => tf.memory().numTensors);
      for (const test of ownCases) await worked(tf, test, 1);
      expect(tf.memory().numTensors).toBe(before);
    }
  });
});

describe('dropout', () => {
  it('drops about the share it is told, other values for another seed, and keeps the mean', async () => {
    await on('wasm', async () => {
      const kept = async (seed: number) => {
        const x = tf.tidy(() => dropout(tf, tf.ones([20_000]), 0.3, seed));
        const numbers = Array.from(await x.data());
        x.dispose();
        return numbers;
      };
      const [one, two] = [await kept(1), await kept(2)];
      const zeros = (numbers: number[]) => numbers.filter(v => v === 0).length / numbers.length;
      expect(zeros(one)).toBeCloseTo(0.3, 1);
      expect(one.reduce((a, b) => a + b) / one.length).toBeCloseTo(1, 1);
      // Independent masks drop both in 0.09 of the places.
      expect(one.filter((v, i) => v === 0 && two[i] === 0).length / one.length).toBeCloseTo(0.09, 1);
    });
  });

  it('refuses a share of 1', () => {
    expect(() => dropout(tf, tf.ones([2]), 1, 1)).toThrow(/below 1, got 1/);
  });
});

describe('the ops name what does not fit', () => {
  it.each([
    [
      'a label that is no class',
      () => crossEntropy(tf, tf.zeros([1, 3]), tf.tensor1d([3], 'int32')),
      /Label 3 .* 3 classes/,
    ],
    ['a row that is not in the table', () => sumOfRows(tf, tf.zeros([4, 2]), lists), /Row 4 .* 4 rows/],
    [
      'lists that end early',
      () => sumOfRows(tf, tf.zeros([9, 2]), { rows: lists.rows, ends: Int32Array.of(2) }),
      /end at 2, but there are 6/,
    ],
    [
      'heads that do not divide the width',
      () => attention(tf, ...three([1, 2, 3].map(() => tf.zeros([1, 2, 5]))), { heads: 2, causal: true }),
      /width of 5 .* 2 heads/,
    ],
    [
      'a layer of another size',
      () => dense(tf, tf.zeros([1, 5]), tf.zeros([4, 6]), tf.zeros([6])),
      /4 to 6 .* 5 columns/,
    ],
    ['gates of another size', () => gru(tf, tf.zeros([1, 2, 5]), tf.zeros([2, 6]), tf.zeros([6])), /2 units needs 6/],
  ])('%s', async (_, work, message) => {
    await on('wasm', async () => expect(() => tf.tidy(() => void work())).toThrow(message));
  });
});
