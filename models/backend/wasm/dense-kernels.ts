/** The `wasm` side of ../dense.ts. */
import type { NamedAttrMap, TensorInfo } from '@tensorflow/tfjs-core';
import { type Kernel, type Own, sizeOf } from './own-kernel.ts';

const forward: Kernel = ({ heap, simd }, { x, w, bias }, { activation }) => {
  const [rows, inner] = x!.shape as [number, number];
  const columns = w!.shape[1]!;
  const y = heap.output([rows, columns]);
  heap.borrow(simd.gemmScratch(), scratch => {
    const [from, by, add, to] = [x!, w!, bias!, y].map(heap.addressOf) as [number, number, number, number];
    simd.dense(rows, inner, columns, activation as number, from, by, add, to, scratch);
  });
  return y;
};

/** Calls `work` with the address of dy times the activation's slope, and of scratch for a product. */
const withSlope = (
  { heap, simd }: Own,
  { dy, y, activation }: { dy: TensorInfo; y: TensorInfo; activation: unknown },
  work: (slope: number, scratch: number) => void,
): void => {
  const bytes = activation === 0 ? 0 : sizeOf(y.shape) * 4;
  heap.borrow(bytes + simd.gemmScratch(), room => {
    if (bytes > 0) simd.denseSlope(bytes / 4, activation as number, heap.addressOf(dy), heap.addressOf(y), room);
    work(bytes > 0 ? room : heap.addressOf(dy), room + bytes);
  });
};

const changes = (dy: TensorInfo, y: TensorInfo, { activation }: NamedAttrMap) => ({ dy, y, activation });

const inputGradient: Kernel = (own, { dy, y, w }, attributes) => {
  const { heap, simd } = own;
  const [rows, columns] = y!.shape as [number, number];
  const inner = w!.shape[0]!;
  const out = heap.output([rows, inner]);
  withSlope(own, changes(dy!, y!, attributes), (slope, scratch) => {
    const [by, to] = [heap.addressOf(w!), heap.addressOf(out)];
    simd.gemm(0, 1, 0, rows, inner, columns, slope, columns, by, columns, to, inner, scratch);
  });
  return out;
};

const weightGradient: Kernel = (own, { dy, y, x }, attributes) => {
  const { heap, simd } = own;
  const [rows, columns] = y!.shape as [number, number];
  const inner = x!.shape[1]!;
  const out = heap.output([inner, columns]);
  withSlope(own, changes(dy!, y!, attributes), (slope, scratch) => {
    const [from, to] = [heap.addressOf(x!), heap.addressOf(out)];
    simd.gemm(1, 0, 0, inner, columns, rows, from, inner, slope, columns, to, columns, scratch);
  });
  return out;
};

const biasGradient: Kernel = (own, { dy, y }, attributes) => {
  const [rows, columns] = y!.shape as [number, number];
  const out = own.heap.output([columns]);
  withSlope(own, changes(dy!, y!, attributes), slope =>
    own.simd.sumMiddle(1, rows, columns, slope, own.heap.addressOf(out)),
  );
  return out;
};

export const denseKernels = {
  dense: forward,
  denseInputGradient: inputGradient,
  denseWeightGradient: weightGradient,
  denseBiasGradient: biasGradient,
} as const;
