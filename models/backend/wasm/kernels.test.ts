import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type * as tfjs from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seededRandom } from '../../../knowledge/domain/random.ts';
import { adam } from '../adam.ts';
import { openBackend, type Tensors } from '../backend.ts';
import { ownKernelNames, registerOwnKernels, restoreStockKernels } from './kernels.ts';
import { openSimd, type SimdKernels, simdFiles } from './simd.ts';

let tf: Tensors;
let simd: SimdKernels;
beforeAll(async () => {
  ({ tf } = await openBackend({ choice: 'wasm' }));
  simd = registerOwnKernels(tf)!;
});
afterAll(async () => {
  restoreStockKernels(tf);
  await tf.setBackend('cpu');
});

const random = seededRandom(5);
const values = (size: number): Float32Array => Float32Array.from({ length: size }, () => random() * 2 - 1);

interface Case {
  readonly name: string;
  readonly shapes: readonly (readonly number[])[];
  readonly op: (inputs: tfjs.Tensor[]) => tfjs.Tensor;
}

const ids = [3, 0, 3, 7, 1, 9, 2];
const cases: readonly Case[] = [
  ...[
    [1, 1, 1],
    [5, 3, 7],
    [4, 8, 16],
    [67, 41, 9],
    [130, 20, 300],
    [33, 600, 17],
  ].flatMap(([m, n, k]) =>
    [
      [false, false],
      [false, true],
      [true, false],
      [true, true],
    ].map(([ta, tb]) => ({
      name: `product ${m}x${k}x${n} ${ta ? 'T' : 'N'}${tb ? 'T' : 'N'}`,
      shapes: [ta ? [k!, m!] : [m!, k!], tb ? [n!, k!] : [k!, n!]],
      op: ([a, b]: tfjs.Tensor[]) => tf.matMul(a!, b!, ta, tb),
    })),
  ),
  {
    name: 'batched product',
    shapes: [
      [3, 2, 5, 4],
      [3, 2, 6, 4],
    ],
    op: ([a, b]) => tf.matMul(a!, b!, false, true),
  },
  { name: 'gather of rows', shapes: [[10, 6]], op: ([x]) => tf.gather(x!, tf.tensor1d(ids, 'int32')) },
  {
    name: 'gather of rows by a matrix of indices',
    shapes: [[10, 5]],
    op: ([x]) => tf.gather(x!, tf.tensor2d(ids.slice(0, 6), [2, 3], 'int32')),
  },
  { name: 'gather along the second axis', shapes: [[4, 10]], op: ([x]) => tf.gather(x!, tf.tensor1d(ids, 'int32'), 1) },
  {
    name: 'sum by segment',
    shapes: [[7, 3]],
    op: ([x]) => tf.unsortedSegmentSum(x!, tf.tensor1d(ids, 'int32'), 10),
  },
  ...(['same', 'valid'] as const).flatMap(pad =>
    [1, 2].map(stride => ({
      name: `conv1d ${pad} stride ${stride}`,
      shapes: [
        [3, 9, 4],
        [3, 4, 5],
      ],
      op: ([x, w]: tfjs.Tensor[]) => tf.conv1d(x as tfjs.Tensor3D, w as tfjs.Tensor3D, stride, pad),
    })),
  ),
  {
    name: 'conv2d over more pictures than fit at once',
    shapes: [
      [40, 12, 24, 8],
      [5, 5, 8, 2],
    ],
    op: ([x, w]) => tf.conv2d(x as tfjs.Tensor4D, w as tfjs.Tensor4D, [2, 1], 'same'),
  },
  {
    name: 'depthwise conv2d',
    shapes: [
      [2, 6, 5, 3],
      [3, 2, 3, 2],
    ],
    op: ([x, w]) => tf.depthwiseConv2d(x as tfjs.Tensor4D, w as tfjs.Tensor4D, 1, 'same'),
  },
  { name: 'clone', shapes: [[4, 5]], op: ([x]) => tf.mul(tf.clone(x!), x!) },
  { name: 'largest over the middle axis', shapes: [[3, 4, 5]], op: ([x]) => tf.max(x!, 1) },
  { name: 'largest over the last axis', shapes: [[3, 5]], op: ([x]) => tf.max(x!, 1, true) },
  {
    name: 'sums over first, middle and last axes',
    shapes: [[4, 3, 6]],
    op: ([x]) => tf.add(tf.sum(x!, [0, 1]), tf.sum(tf.mul(x!, x!))),
  },
  { name: 'sum over outer axes with one left between', shapes: [[4, 3, 6]], op: ([x]) => tf.sum(x!, [0, 2]) },
  {
    name: 'exp, sigmoid and tanh',
    shapes: [[5, 3]],
    op: ([x]) => tf.mul(tf.exp(x!), tf.add(tf.sigmoid(tf.mul(x!, 9)), tf.tanh(tf.mul(x!, 3)))),
  },
  { name: 'softmax', shapes: [[6, 11]], op: ([x]) => tf.logSoftmax(x!) },
  { name: 'layer of tanh', shapes: [[6, 11], [11, 4], [4]], op: ([x, w, b]) => tf.tanh(tf.add(tf.matMul(x!, w!), b!)) },
];

/** The op's value and the gradient of sum(op * weights) in each input, on one backend. */
const worked = async (backend: 'wasm' | 'cpu', { shapes, op }: Case, seed: number): Promise<number[][]> => {
  await tf.setBackend(backend);
  const draw = seededRandom(seed);
  const fill = (shape: readonly number[]) => {
    const size = shape.reduce((a, b) => a * b, 1);
    return tf.tensor(
      Float32Array.from({ length: size }, () => draw() * 2 - 1),
      [...shape],
    );
  };
  const inputs = shapes.map(fill);
  const value = op(inputs);
  const weights = fill(value.shape);
  const gradients = tf.grads((...xs: tfjs.Tensor[]) => tf.sum(tf.mul(op(xs), weights)))(inputs);
  return Promise.all([value, ...gradients].map(async t => Array.from(await t.data())));
};

describe('our kernels on the wasm backend', () => {
  it.each(cases)('work out $name and its gradient as the cpu backend does', async test => {
    const [wasm, cpu] = [await worked('wasm', test, 9), await worked('cpu', test, 9)];
    await tf.setBackend('wasm');
    for (const [i, wanted] of cpu.entries()) {
      expect(wasm[i]).toHaveLength(wanted.length);
      const off = wanted.map((w, j) => Math.abs(w - wasm[i]![j]!) / (1 + Math.abs(w)));
      expect(off.reduce((most, one) => Math.max(most, one), 0)).toBeLessThan(2e-5);
    }
  });

  it('give gradients that agree with finite differences', async () => {
    await tf.setBackend('wasm');
    const test = cases.find(c => c.name === 'conv1d same stride 1')!;
    const [x, w] = test.shapes.map(s => tf.tensor(values(s.reduce((a, b) => a * b, 1)), [...s])) as [
      tfjs.Tensor,
      tfjs.Tensor,
    ];
    const loss = (weights: tfjs.Tensor) => tf.sum(tf.square(test.op([x, weights])));
    const gradient = await tf.grad(loss)(w).data();
    const at = w.dataSync().slice();
    for (const i of [0, 7, 31, 59]) {
      const moved = (by: number) => {
        const copy = at.slice();
        copy[i]! += by;
        return loss(tf.tensor(copy, w.shape)).dataSync()[0]!;
      };
      expect((moved(0.01) - moved(-0.01)) / 0.02).toBeCloseTo(gradient[i]!, 1);
    }
  });

  it('leave no tensor behind', async () => {
    await tf.setBackend('wasm');
    for (const test of cases) {
      const before = tf.memory().numTensors;
      tf.tidy(() => {
        const inputs = test.shapes.map(s => tf.tensor(values(s.reduce((a, b) => a * b, 1)), [...s]));
        tf.grads((...xs: tfjs.Tensor[]) => tf.sum(test.op(xs)))(inputs);
      });
      expect(tf.memory().numTensors).toBe(before);
    }
  });

  it('say so when shapes have no kernel at all', async () => {
    await tf.setBackend('wasm');
    expect(() => tf.unsortedSegmentSum(tf.tensor2d([[1, 2]], [1, 2], 'int32'), tf.tensor1d([0], 'int32'), 2)).toThrow(
      /UnsortedSegmentSum of these shapes and types has no kernel on the wasm backend/,
    );
    expect(ownKernelNames).toContain('UnsortedSegmentSum');
  });
});

describe('Adam', () => {
  it('in place takes the same steps as that of TensorFlow.js, also beneath a convolution whose weights XNNPACK packs', async () => {
    await tf.setBackend('wasm');
    const x = tf.tensor3d(values(4 * 8 * 3), [4, 8, 3]);
    const goal = tf.conv1d(x, tf.tensor3d(values(3 * 3 * 4), [3, 3, 4]), 1, 'same');
    const start = values(3 * 3 * 4);
    const run = async (own: SimdKernels | null): Promise<number[]> => {
      const w = tf.variable(tf.tensor3d(start, [3, 3, 4]), true, `w-${own ? 'own' : 'stock'}`);
      const optimizer = adam(tf, own, { learningRate: 0.05 });
      const losses: number[] = [];
      for (let step = 0; step < 30; step++) {
        const { value, grads } = tf.variableGrads(
          () => tf.mean(tf.square(tf.sub(tf.conv1d(x, w, 1, 'same'), goal))),
          [w],
        );
        optimizer.apply([w], grads);
        losses.push(value.dataSync()[0]!);
        tf.dispose([value, grads]);
      }
      optimizer.dispose();
      w.dispose();
      return losses;
    };
    const [own, stock] = [await run(simd), await run(null)];
    expect(own.at(-1)!).toBeLessThan(own[0]! / 2);
    for (const [i, loss] of stock.entries()) expect(Math.abs(own[i]! - loss)).toBeLessThan(1e-4);
  });
});

describe('the SIMD module', () => {
  it('is what its source compiles to', { timeout: 120_000 }, () => {
    const folder = mkdtempSync(join(tmpdir(), 'kernels-'));
    try {
      for (const [target, file] of [
        ['simd', 'kernels.wasm'],
        ['relaxed', 'kernels-relaxed.wasm'],
      ] as const) {
        const asc = join(import.meta.dirname, '../../../node_modules/assemblyscript/bin/asc.js');
        execFileSync(process.execPath, [asc, 'kernels.ts', '--target', target, '--outFile', join(folder, file)], {
          cwd: join(import.meta.dirname, 'assembly'),
        });
        const made = readFileSync(join(folder, file));
        expect(made.equals(readFileSync(join(import.meta.dirname, file)))).toBe(true);
      }
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it('runs in its plain form where the engine has no fused multiply-add', () => {
    const memory = new WebAssembly.Memory({ initial: 32 });
    const plain = openSimd(memory, ['kernels.wasm'])!;
    const floats = new Float32Array(memory.buffer);
    floats.set([1, 2, 3, 4, 5, 6], 1024);
    plain.gemm(0, 1, 0, 2, 2, 3, 4096, 3, 4096, 3, 8192, 2, 16384);
    expect([...floats.subarray(2048, 2052)]).toEqual([14, 32, 32, 77]);
    expect(openSimd(memory, [])).toBeNull();
    expect(simdFiles).toContain('kernels.wasm');
  });
});
