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

export const elementKernels: Readonly<Record<string, Kernel>> = {
  Exp: each((simd, n, x, y) => simd.exponential(n, x, y)),
  Sigmoid: each((simd, n, x, y) => simd.sigmoid(n, x, y)),
  Tanh: each((simd, n, x, y) => simd.hyperbolicTangent(n, x, y)),
  Sum: sum,
};
