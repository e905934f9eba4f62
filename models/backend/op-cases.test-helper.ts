/** Ops whose values and gradients every backend must agree on: those of our own, and those of tfjs that the models are made of. */
import type * as tfjs from '@tensorflow/tfjs-core';
import type { Tensors } from './backend.ts';
import { dense } from './dense.ts';
import type { OpCase } from './gradients.test-helper.ts';
import { crossEntropy, dropout, gelu, layerNorm, multinomialLoss } from './ops.ts';
import { attention, gru } from './sequence-ops.ts';
import { sumOfRows } from './sparse-ops.ts';
import { activations } from './wasm/fused-names.ts';

export const lists = {
  rows: Int32Array.of(4, 0, 4, 8, 2, 1),
  ends: Int32Array.of(3, 3, 4, 6),
  weights: Float32Array.of(1, -0.5, 2, 0.25, 1, 3),
};
const seenPlaces = (t: Tensors, batch: number, length: number): tfjs.Tensor2D =>
  t.tensor2d(
    Array.from({ length: batch * length }, (_, i) => +(i % length >= (i / length) % 3)),
    [batch, length],
  );
export const three = (tensors: tfjs.Tensor[]) => tensors as [tfjs.Tensor3D, tfjs.Tensor3D, tfjs.Tensor3D];

export const ownCases: readonly OpCase[] = [
  {
    name: 'cross entropy over classes, one row that does not count',
    shapes: [[5, 11]],
    op: (t, [x]) => crossEntropy(t, x as tfjs.Tensor2D, t.tensor1d([3, 10, -1, 0, 7], 'int32')),
  },
  {
    name: 'cross entropy over many classes, far apart',
    shapes: [[3, 4_097]],
    op: (t, [x]) => crossEntropy(t, t.mul(x!, 40) as tfjs.Tensor2D, t.tensor1d([4_096, 0, 99], 'int32')),
  },
  {
    name: 'multinomial loss',
    shapes: [[4, 13]],
    op: (t, [x]) =>
      multinomialLoss(
        t,
        x as tfjs.Tensor2D,
        t.tensor2d(
          Array.from({ length: 52 }, (_, i) => i % 3),
          [4, 13],
        ),
      ),
  },
  ...[6, 8, 3].map(width => ({
    name: `layer normalisation over ${width}`,
    shapes: [[2, 5, width], [width], [width]],
    op: (t: Tensors, [x, scale, shift]: tfjs.Tensor[]) => layerNorm(t, x!, scale!, shift!),
  })),
  { name: 'gelu', shapes: [[7, 3]], op: (t, [x]) => gelu(t, t.mul(x!, 4)) },
  { name: 'dropout', shapes: [[9, 7]], op: (t, [x]) => dropout(t, x!, 0.4, 77) },
  ...activations.map(activation => ({
    name: `dense layer, ${activation}`,
    shapes: [[7, 5], [5, 6], [6]],
    op: (t: Tensors, [x, w, b]: tfjs.Tensor[]) => dense(t, x as tfjs.Tensor2D, w as tfjs.Tensor2D, b!, activation),
  })),
  { name: 'sum of rows', shapes: [[9, 5]], op: (t, [x]) => sumOfRows(t, x as tfjs.Tensor2D, lists) },
  ...[true, false].flatMap(causal =>
    [true, false].map(padded => ({
      name: `attention, ${causal ? 'causal' : 'both ways'}, ${padded ? 'padded' : 'full'}`,
      shapes: [
        [3, 7, 10],
        [3, 7, 10],
        [3, 7, 10],
      ],
      op: (t: Tensors, tensors: tfjs.Tensor[]) =>
        attention(t, ...three(tensors), { heads: 2, causal, seen: padded ? seenPlaces(t, 3, 7) : undefined }),
    })),
  ),
  ...[8, 5].flatMap(units =>
    [true, false].map(padded => ({
      name: `gated recurrent unit of ${units}, ${padded ? 'padded' : 'full'}`,
      shapes: [[3, 6, 3 * units], [units, 3 * units], [3 * units]],
      op: (t: Tensors, [x, u, b]: tfjs.Tensor[]) =>
        gru(t, x as tfjs.Tensor3D, u as tfjs.Tensor2D, b as tfjs.Tensor1D, {
          seen: padded ? seenPlaces(t, 3, 6) : undefined,
        }),
    })),
  ),
];

export const plainCases: readonly OpCase[] = [
  {
    name: 'gather of rows, some twice',
    shapes: [[6, 4]],
    op: (t, [x]) => t.gather(x!, t.tensor2d([5, 0, 5, 2], [2, 2], 'int32')),
  },
  {
    name: 'concat and slice',
    shapes: [
      [3, 4],
      [3, 2],
    ],
    op: (t, [a, b]) => t.slice(t.concat([a!, b!], 1), [0, 1], [-1, 4]),
  },
  { name: 'tile', shapes: [[2, 3]], op: (t, [x]) => t.tile(x!, [2, 3]) },
  { name: 'transpose', shapes: [[2, 3, 4, 2]], op: (t, [x]) => t.transpose(x!, [0, 2, 1, 3]) },
  { name: 'cumulative sum', shapes: [[3, 5]], op: (t, [x]) => t.cumsum(x!, 1) },
  { name: 'erf', shapes: [[9]], op: (t, [x]) => t.erf(t.mul(x!, 2)) },
  { name: 'log softmax over many classes', shapes: [[2, 3_001]], op: (t, [x]) => t.logSoftmax(t.mul(x!, 8)) },
  {
    name: 'masked softmax',
    shapes: [[4, 6]],
    op: (t, [x]) =>
      t.softmax(
        t.add(
          x!,
          t.tensor2d(
            Array.from({ length: 24 }, (_, i) => (i % 5 === 0 ? -1e9 : 0)),
            [4, 6],
          ),
        ),
      ),
  },
  {
    name: 'elu, softplus, log and square root',
    shapes: [[8]],
    op: (t, [x]) => t.add(t.elu(x!), t.sqrt(t.log(t.add(t.softplus(x!), 2)))),
  },
  { name: 'where', shapes: [[6], [6]], op: (t, [a, b]) => t.where(t.tensor1d([1, 0, 1, 1, 0, 0], 'bool'), a!, b!) },
  { name: 'largest over an axis', shapes: [[3, 4, 5]], op: (t, [x]) => t.max(x!, 1) },
  {
    name: 'stack and unstack',
    shapes: [
      [2, 3],
      [2, 3],
    ],
    op: (t, xs) => t.unstack(t.stack(xs, 1), 2)[1]!,
  },
  {
    name: 'length of one',
    shapes: [[4, 5]],
    op: (t, [x]) => t.div(x!, t.sqrt(t.add(t.sum(t.square(x!), 1, true), 1e-6))),
  },
  {
    name: 'batched product with one side turned',
    shapes: [
      [3, 4, 5],
      [3, 6, 5],
    ],
    op: (t, [a, b]) => t.matMul(a!, b!, false, true),
  },
  {
    name: 'conv1d',
    shapes: [
      [2, 7, 3],
      [3, 3, 4],
    ],
    op: (t, [x, w]) => t.conv1d(x as tfjs.Tensor3D, w as tfjs.Tensor3D, 1, 'same'),
  },
];
