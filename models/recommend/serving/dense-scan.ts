/**
 * All products scored in one pass: vectors of int8 in one WebAssembly memory, read by SIMD (wasm/assembly/scan.ts). Each column is
 * scaled to a root mean square of 1 and each row by its largest entry, so an approximate score errs by about a percent of its spread,
 * and by no more than is said. The best few are scored again by the vectors as they are, which lie in the same memory.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Rows whose largest score is kept, so that most of the catalogue is passed over by one comparison each. */
export const blockRows = 64;
const widthStep = 16;
/** Keeps sums of int16 products within 32 bits for any width. */
const largestQuery = 4096;

interface ScanKernel {
  scan(
    rows: number,
    width: number,
    vectors: number,
    scales: number,
    query: number,
    factor: number,
    base: number,
    out: number,
    maxima: number,
  ): number;
  score(count: number, width: number, rows: number, vectors: number, query: number, base: number, out: number): void;
}

/** Rows scored exactly by one call at most. */
export const mostPicked = 1024;
const vectorStep = 4;

export interface DenseScan {
  /** Approximate score of each row after `run`; may be changed by the caller. */
  readonly out: Float32Array;
  /** Upper bounds of `out`, per block of rows; whoever raises a row raises its block's too. */
  readonly maxima: Float32Array;
  /** query: as wide as the vectors. `base`: which of the bases is added. Returns the least score. */
  run(query: Float32Array, base: number): number;
  /** After `run`, the score of row r errs by at most `error` · scales[r], beside the rounding of 32 bits. */
  readonly error: number;
  readonly scales: Float32Array;
  /** The largest of the scales, per block of rows. */
  readonly largestScales: Float32Array;
  /** Rows to be scored exactly: the caller fills in up to 1,024 of them. */
  readonly picked: Int32Array;
  /** Writes what the query and base of the last `run` make of the first `count` picked rows to `exact`. */
  score(count: number): void;
  readonly exact: Float32Array;
  /** The vectors themselves, a row every `stride` numbers. */
  readonly vectors: Float32Array;
  readonly stride: number;
}

const upTo = (value: number, step: number): number => Math.ceil(value / step) * step;

/** `vectors`: rows × width. `bases`: what is added to each row's product, several to choose from, `rows` long each. */
export const denseScan = (
  vectors: Float32Array,
  width: number,
  bases: readonly Float32Array[],
  kernel: (memory: WebAssembly.Memory) => ScanKernel = simdScan,
): DenseScan => {
  const rows = width === 0 ? 0 : vectors.length / width;
  const paddedRows = upTo(rows, blockRows);
  const paddedWidth = upTo(width, widthStep);
  const exactWidth = upTo(width, vectorStep);
  let bytes = 0;
  const place = (size: number): number => {
    const at = bytes;
    bytes = upTo(bytes + size, 16);
    return at;
  };
  const at = {
    vectors: place(paddedRows * paddedWidth),
    scales: place(paddedRows * 4),
    query: place(paddedWidth * 2),
    bases: bases.map(() => place(paddedRows * 4)),
    out: place(paddedRows * 4),
    maxima: place((paddedRows / blockRows) * 4),
    exactVectors: place(rows * exactWidth * 4),
    exactQuery: place(exactWidth * 4),
    picked: place(mostPicked * 4),
    exact: place(mostPicked * 4),
  };
  const memory = new WebAssembly.Memory({ initial: Math.max(1, Math.ceil(bytes / 65_536)) });
  const { buffer } = memory;
  const codes = new Int8Array(buffer, at.vectors, paddedRows * paddedWidth);
  const scales = new Float32Array(buffer, at.scales, paddedRows);
  const queryCodes = new Int16Array(buffer, at.query, paddedWidth);
  bases.forEach((base, b) => {
    const to = new Float32Array(buffer, at.bases[b]!, paddedRows);
    to.fill(Number.NEGATIVE_INFINITY);
    to.set(base);
  });

  const exactVectors = new Float32Array(buffer, at.exactVectors, rows * exactWidth);
  for (let row = 0; row < rows; row++)
    exactVectors.set(vectors.subarray(row * width, (row + 1) * width), row * exactWidth);
  const exactQuery = new Float32Array(buffer, at.exactQuery, exactWidth);
  const size = new Float32Array(width);
  for (let row = 0; row < rows; row++) for (let c = 0; c < width; c++) size[c]! += vectors[row * width + c]! ** 2;
  for (let c = 0; c < width; c++) size[c] = Math.sqrt(size[c]! / Math.max(1, rows));
  const largestScales = new Float32Array(paddedRows / blockRows);
  /** Largest sum of the sizes of a row's codes. */
  let mostCoded = 0;
  for (let row = 0; row < rows; row++) {
    let largest = 0;
    for (let c = 0; c < width; c++)
      if (size[c]! > 0) largest = Math.max(largest, Math.abs(vectors[row * width + c]! / size[c]!));
    if (largest === 0) continue;
    scales[row] = largest / 127;
    const block = Math.floor(row / blockRows);
    largestScales[block] = Math.max(largestScales[block]!, scales[row]!);
    let coded = 0;
    for (let c = 0; c < width; c++) {
      if (size[c] === 0) continue;
      const code = Math.round((vectors[row * width + c]! / size[c]! / largest) * 127);
      codes[row * paddedWidth + c] = code;
      coded += Math.abs(code);
    }
    mostCoded = Math.max(mostCoded, coded);
  }

  const { scan, score } = kernel(memory);
  let added = at.bases[0]!;
  let error = 0;
  return {
    get error() {
      return error;
    },
    scales,
    largestScales,
    out: new Float32Array(buffer, at.out, paddedRows),
    maxima: new Float32Array(buffer, at.maxima, paddedRows / blockRows),
    exact: new Float32Array(buffer, at.exact, mostPicked),
    vectors: exactVectors,
    stride: exactWidth,
    picked: new Int32Array(buffer, at.picked, mostPicked),
    score: count => score(count, exactWidth, at.picked, at.exactVectors, at.exactQuery, added, at.exact),
    run: (query, base) => {
      exactQuery.set(query);
      added = at.bases[base]!;
      let largest = 0;
      let total = 0;
      for (let c = 0; c < width; c++) {
        const one = Math.abs(query[c]! * size[c]!);
        total += one;
        if (one > largest) largest = one;
      }
      const step = largest > 0 ? largestQuery / largest : 0;
      // Every code is off by half a unit at most, and so is every number of the query in its units; the rest is for sums in 32 bits.
      error = step > 0 ? 1.001 * (total * (0.5 + width * 127 * 2 ** -23) + (0.5 / step) * mostCoded) : 0;
      for (let c = 0; c < width; c++) queryCodes[c] = Math.round(query[c]! * size[c]! * step);
      return scan(
        paddedRows,
        paddedWidth,
        at.vectors,
        at.scales,
        at.query,
        step > 0 ? 1 / step : 0,
        added,
        at.out,
        at.maxima,
      );
    },
  };
};

let compiled: WebAssembly.Module | null = null;

/** On an engine without SIMD: plain loops. */
export const simdScan = (memory: WebAssembly.Memory): ScanKernel => {
  if (compiled === null) {
    const bytes = readFileSync(join(import.meta.dirname, 'wasm/scan.wasm'));
    if (!WebAssembly.validate(bytes)) return plainScan(memory);
    compiled = new WebAssembly.Module(bytes);
  }
  return new WebAssembly.Instance(compiled, { env: { memory } }).exports as unknown as ScanKernel;
};

export const plainScan = ({ buffer }: WebAssembly.Memory): ScanKernel => ({
  scan: (rows, width, vectors, scales, query, factor, base, out, maxima) => {
    const codes = new Int8Array(buffer, vectors, rows * width);
    const q = new Int16Array(buffer, query, width);
    const scale = new Float32Array(buffer, scales, rows);
    const added = new Float32Array(buffer, base, rows);
    const score = new Float32Array(buffer, out, rows);
    const most = new Float32Array(buffer, maxima, rows / blockRows).fill(Number.NEGATIVE_INFINITY);
    let least = Number.POSITIVE_INFINITY;
    for (let row = 0; row < rows; row++) {
      let sum = 0;
      for (let c = 0; c < width; c++) sum += codes[row * width + c]! * q[c]!;
      score[row] = Math.fround(sum * Math.fround(Math.fround(factor) * scale[row]!)) + added[row]!;
      const block = Math.floor(row / blockRows);
      if (score[row]! > most[block]!) most[block] = score[row]!;
      if (score[row]! > Number.NEGATIVE_INFINITY && score[row]! < least) least = score[row]!;
    }
    return least;
  },
  score: (count, width, rows, vectors, query, base, out) => {
    const table = new Float32Array(buffer, vectors);
    const q = new Float32Array(buffer, query, width);
    const added = new Float32Array(buffer, base);
    const to = new Float32Array(buffer, out, count);
    new Int32Array(buffer, rows, count).forEach((row, i) => {
      let sum = 0;
      for (let c = 0; c < width; c++) sum += q[c]! * table[row * width + c]!;
      to[i] = added[row]! + sum;
    });
  },
});
