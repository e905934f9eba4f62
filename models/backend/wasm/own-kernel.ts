/** What a kernel of our own for the `wasm` backend is given and gives. */
import type { NamedAttrMap, TensorInfo } from '@tensorflow/tfjs-core';
import type { SimdKernels } from './simd.ts';
import type { WasmHeap } from './wasm-heap.ts';

export interface Own {
  readonly heap: WasmHeap;
  readonly simd: SimdKernels;
}

export type Inputs = Readonly<Record<string, TensorInfo>>;
/** Null: not ours to do; the backend's own kernel does it. */
export type Kernel = (own: Own, inputs: Inputs, attributes: NamedAttrMap) => TensorInfo | TensorInfo[] | null;

export const sizeOf = (shape: readonly number[]): number => shape.reduce((product, side) => product * side, 1);
