/** Our SIMD module on a memory that somebody else owns; its source is in assembly/. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';

/** Addresses are in bytes, flags 0 or 1; see the file of that subject in assembly/. */
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
    lda: number,
    b: number,
    ldb: number,
    c: number,
    widthC: number,
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
  sumOfRows(
    lists: number,
    columns: number,
    ends: number,
    rows: number,
    weights: number,
    table: number,
    out: number,
  ): void;
  scatterLists(
    lists: number,
    columns: number,
    height: number,
    ends: number,
    rows: number,
    weights: number,
    dy: number,
    out: number,
  ): void;
  rowExponents(rows: number, columns: number, x: number, largest: number, sums: number): void;
  crossEntropyGradient(
    rows: number,
    columns: number,
    x: number,
    logSums: number,
    labels: number,
    dy: number,
    out: number,
  ): void;
  countedRows(rows: number, columns: number, x: number, counts: number, sums: number, products: number): void;
  multinomialGradient(
    rows: number,
    columns: number,
    x: number,
    counts: number,
    logSums: number,
    totals: number,
    dy: number,
    out: number,
  ): void;
  layerNorm(
    rows: number,
    columns: number,
    x: number,
    scale: number,
    shift: number,
    epsilon: number,
    y: number,
    means: number,
    spreads: number,
  ): void;
  layerNormGradient(
    rows: number,
    columns: number,
    dy: number,
    x: number,
    scale: number,
    means: number,
    spreads: number,
    dx: number,
    dscale: number,
    dshift: number,
  ): void;
  dense(
    rows: number,
    inner: number,
    columns: number,
    activation: number,
    x: number,
    w: number,
    bias: number,
    y: number,
    scratch: number,
  ): void;
  denseSlope(n: number, activation: number, dy: number, y: number, out: number): void;
  gelu(n: number, x: number, y: number): void;
  geluGradient(n: number, dy: number, x: number, dx: number): void;
  exponential(n: number, x: number, y: number): void;
  sigmoid(n: number, x: number, y: number): void;
  hyperbolicTangent(n: number, x: number, y: number): void;
  dropout(n: number, word: number, threshold: number, kept: number, x: number, y: number): void;
  sumMiddle(outer: number, middle: number, inner: number, x: number, out: number): void;
  attention(
    batch: number,
    length: number,
    heads: number,
    size: number,
    causal: number,
    q: number,
    k: number,
    v: number,
    seen: number,
    shares: number,
    out: number,
    scratch: number,
  ): void;
  attentionGradient(
    batch: number,
    length: number,
    heads: number,
    size: number,
    dy: number,
    q: number,
    k: number,
    v: number,
    shares: number,
    dq: number,
    dk: number,
    dv: number,
    table: number,
    scratch: number,
  ): void;
  gru(
    batch: number,
    length: number,
    units: number,
    inputs: number,
    recurrent: number,
    bias: number,
    seen: number,
    states: number,
    kept: number,
    table: number,
    scratch: number,
  ): void;
  gruGradient(
    batch: number,
    length: number,
    units: number,
    dy: number,
    recurrent: number,
    states: number,
    kept: number,
    seen: number,
    dinputs: number,
    drecurrent: number,
    dbias: number,
    table: number,
    scratch: number,
  ): void;
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

/** With fused multiply-add where the engine has it, else plain SIMD. */
export const simdFiles = ['kernels-relaxed.wasm', 'kernels.wasm'] as const;
export type SimdFile = (typeof simdFiles)[number];

const compiled = new Map<SimdFile, WebAssembly.Module>();

const bytesOf = (file: SimdFile) => readFileSync(join(import.meta.dirname, file));

/** The V8 of Node 20 and 21 has relaxed SIMD behind a flag, which may be set at any time before a module is compiled. */
const offerRelaxedSimd = (): void => {
  if (/^11\./.test(process.versions.v8)) setFlagsFromString('--experimental-wasm-relaxed-simd');
};

/** Whether our kernels multiply and add in one instruction on this engine. */
export const hasFusedMultiplyAdd = (): boolean => {
  offerRelaxedSimd();
  return WebAssembly.validate(bytesOf('kernels-relaxed.wasm'));
};

/** Null: this engine has no SIMD at all. */
export const openSimd = (memory: WebAssembly.Memory, files: readonly SimdFile[] = simdFiles): SimdKernels | null => {
  offerRelaxedSimd();
  for (const file of files) {
    let module = compiled.get(file);
    if (module === undefined) {
      const bytes = bytesOf(file);
      if (!WebAssembly.validate(bytes)) continue;
      module = new WebAssembly.Module(bytes);
      compiled.set(file, module);
    }
    return new WebAssembly.Instance(module, { env: { memory } }).exports as unknown as SimdKernels;
  }
  return null;
};
