/** Kernels of tfjs that its `wasm` backend has, but works out one number at a time, or after turning the whole tensor around. */
import { backend_util, util } from '@tensorflow/tfjs-core';
import { type Kernel, sizeOf } from './own-kernel.ts';
import type { SimdKernels } from './simd.ts';

const each =
  (work: (simd: SimdKernels, n: number, x: number, y: number) => void): Kernel =>
  ({ heap, simd }, { x }) => {
    if (x!.dtype !== 'float32') return null;
    const out = heap.output(x!.shape);
    work(simd, sizeOf(x!.shape), heap.addressOf(x!), heap.addressOf(out));
    return out;
  };

/** A sum over neighbouring axes, wherever they stand; the backend's own transposes first unless they are the last. */
const sum: Kernel = ({ heap, simd }, { x }, { axis, keepDims }) => {
  if (x!.dtype !== 'float32') return null;
  const axes = util.parseAxisParam(axis as number | number[], x!.shape).sort((a, b) => a - b);
  if (axes.length === 0 || axes.at(-1)! - axes[0]! !== axes.length - 1) return null;
  const [outer, inner] = [sizeOf(x!.shape.slice(0, axes[0])), sizeOf(x!.shape.slice(axes.at(-1)! + 1))];
  const [shape] = backend_util.computeOutAndReduceShapes([...x!.shape], axes);
  const out = heap.output(keepDims ? backend_util.expandShapeToKeepDim(shape, axes) : shape);
  const middle = axes.reduce((product, a) => product * x!.shape[a]!, 1);
  simd.sumMiddle(outer, middle, inner, heap.addressOf(x!), heap.addressOf(out));
  return out;
};

/** Steps in `shape` when the result has `rank` axes: 0 where it is repeated. */
const stepsOf = (shape: readonly number[], rank: number): number[] => {
  const steps = new Array<number>(rank).fill(0);
  let step = 1;
  for (let axis = shape.length - 1; axis >= 0; axis--) {
    if (shape[axis] !== 1) steps[axis + rank - shape.length] = step;
    step *= shape[axis]!;
  }
  return steps;
};

/** In plain loops, along the last axis; the backend's own works out all coordinates of every number, 30 times slower. */
const equal: Kernel = ({ heap }, { a, b }) => {
  if (a!.dtype !== 'float32' || b!.dtype !== 'float32') return null;
  const shape = backend_util.assertAndGetBroadcastShape([...a!.shape], [...b!.shape]);
  if (shape.length === 0) return null;
  const out = heap.output(shape, 'bool');
  const [x, y, z] = [heap.view(a!), heap.view(b!), heap.view(out)];
  const [stepsA, stepsB] = [stepsOf(a!.shape, shape.length), stepsOf(b!.shape, shape.length)];
  const last = shape.length - 1;
  const [stepA, stepB] = [stepsA[last]!, stepsB[last]!];
  const along = shape[last]!;
  let at = 0;
  const visit = (axis: number, fromA: number, fromB: number): void => {
    if (axis === last) {
      for (let i = 0; i < along; i++) z[at++] = +(x[fromA + i * stepA] === y[fromB + i * stepB]);
      return;
    }
    for (let i = 0; i < shape[axis]!; i++) visit(axis + 1, fromA + i * stepsA[axis]!, fromB + i * stepsB[axis]!);
  };
  visit(0, 0, 0);
  return out;
};

export const elementKernels: Readonly<Record<string, Kernel>> = {
  Exp: each((simd, n, x, y) => simd.exponential(n, x, y)),
  Sigmoid: each((simd, n, x, y) => simd.sigmoid(n, x, y)),
  Tanh: each((simd, n, x, y) => simd.hyperbolicTangent(n, x, y)),
  Sum: sum,
  Equal: equal,
};
