/** Our SIMD module on a memory that somebody else owns; its source is assembly/kernels.ts. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Addresses are in bytes, flags 0 or 1; see assembly/kernels.ts for each. */
export interface SimdKernels {
  gemmScratch(): number;
  gemm(
    transposeA: number,
    transposeB: number,
    add: number,
    m: number,
    n: number,
    k: number,
    a: number,
    b: number,
    c: number,
    scratch: number,
  ): void;
  gatherRows(count: number, columns: number, rows: number, index: number, from: number, out: number): void;
  segmentSum(count: number, columns: number, segments: number, segment: number, data: number, out: number): void;
  patches(...shapeAndAddresses: PatchArguments): void;
  addPatches(...shapeAndAddresses: PatchArguments): void;
  adam(
    n: number,
    w: number,
    m: number,
    v: number,
    g: number,
    rate: number,
    b1: number,
    b2: number,
    c1: number,
    c2: number,
    epsilon: number,
    scale: number,
    keep: number,
  ): void;
  sumOfSquares(n: number, x: number): number;
}

/** Height, width, channels; out height, width; filter height, width; stride, dilation (each y, x); top, left; from, to. */
export type PatchArguments = [
  height: number,
  width: number,
  channels: number,
  outHeight: number,
  outWidth: number,
  filterHeight: number,
  filterWidth: number,
  strideY: number,
  strideX: number,
  dilationY: number,
  dilationX: number,
  top: number,
  left: number,
  from: number,
  to: number,
];

/** With fused multiply-add where the engine has it (Node 22 on), else plain SIMD. */
export const simdFiles = ['kernels-relaxed.wasm', 'kernels.wasm'] as const;
export type SimdFile = (typeof simdFiles)[number];

const compiled = new Map<SimdFile, WebAssembly.Module>();

/** Null: this engine has no SIMD at all. */
export const openSimd = (memory: WebAssembly.Memory, files: readonly SimdFile[] = simdFiles): SimdKernels | null => {
  for (const file of files) {
    let module = compiled.get(file);
    if (module === undefined) {
      const bytes = readFileSync(join(import.meta.dirname, file));
      if (!WebAssembly.validate(bytes)) continue;
      module = new WebAssembly.Module(bytes);
      compiled.set(file, module);
    }
    return new WebAssembly.Instance(module, { env: { memory } }).exports as unknown as SimdKernels;
  }
  return null;
};
