import { invertKernel } from './invert-kernel.ts';

const blockSize = 64;

/** A symmetric matrix of which only the lower triangle (column <= row) is kept: row i begins at i · `stride` in `values`. */
export interface LowerTriangle {
  readonly n: number;
  readonly stride: number;
  readonly values: Float32Array;
  /** Puts the inverse in place of the matrix. Throws if it is not positive definite; then nothing of it is of use. */
  invert(): void;
}

/**
 * n × n zeros in a memory of their own, 4 · n² bytes, ready to be filled and inverted where they stand.
 * Inverting is a blocked symmetric sweep (Goodnight 1979): sweeping every pivot block turns A into -A⁻¹, with n³ floating point operations
 * because only the lower triangle is updated. f32 with f64 pivot blocks: errors near 1e-6 of the largest entry for the well-conditioned
 * Gram + λI matrices it is made for.
 */
export const lowerTriangle = (n: number): LowerTriangle => {
  const b = blockSize;
  const size = Math.ceil(n / b) * b; // padding: an identity block, which stays an identity block
  const [cBytes, panelBytes] = [size * size * 4, size * b * 4];
  const { memory, update } = invertKernel(cBytes + 2 * panelBytes + 64);
  const [cAt, wAt, vAt] = [0, cBytes, cBytes + panelBytes];
  const c = new Float32Array(memory.buffer, cAt, size * size);
  for (let i = n; i < size; i++) c[i * size + i] = 1;
  const invert = (): void => {
    const w = new Float32Array(memory.buffer, wAt, size * b);
    const v = new Float32Array(memory.buffer, vAt, size * b);
    const pivot = new Float64Array(b * b);
    const column = new Float32Array(size * b); // A[:, k] read from the lower triangle, row-major size × b
    for (let k = 0; k < size; k += b) {
      for (let i = 0; i < size; i++)
        for (let q = 0; q < b; q++) column[i * b + q] = i >= k + q ? c[i * size + k + q]! : c[(k + q) * size + i]!;
      for (let r = 0; r < b; r++) for (let q = 0; q < b; q++) pivot[r * b + q] = column[(k + r) * b + q]!;
      invertSmall(pivot, b, k);
      multiplyRows(column, pivot, w, size, b);
      for (let tile = 0; tile < size; tile += 8)
        for (let q = 0; q < b; q++)
          for (let lane = 0; lane < 8; lane++) v[tile * b + q * 8 + lane] = column[(tile + lane) * b + q]!;
      update(cAt, wAt, vAt, size, b);
      // The kernel ran over the pivot's own rows and columns too; they are overwritten here.
      for (let i = 0; i < size; i++) {
        if (i >= k && i < k + b) continue;
        for (let q = 0; q < b; q++)
          if (i > k) c[i * size + k + q] = w[i * b + q]!;
          else c[(k + q) * size + i] = w[i * b + q]!;
      }
      for (let r = 0; r < b; r++) for (let q = 0; q <= r; q++) c[(k + r) * size + k + q] = -pivot[r * b + q]!;
    }
    for (let i = 0; i < n; i++) for (let j = 0; j <= i; j++) c[i * size + j] = -c[i * size + j]!;
  };
  return { n, stride: size, values: c, invert };
};

/** Inverse of a symmetric positive definite matrix, n × n row-major, only its lower triangle read; full symmetric result. */
export const invertSymmetric = (matrix: Float32Array, n: number): Float32Array => {
  const triangle = lowerTriangle(n);
  for (let i = 0; i < n; i++) triangle.values.set(matrix.subarray(i * n, i * n + i + 1), i * triangle.stride);
  triangle.invert();
  const inverse = new Float32Array(n * n);
  for (let i = 0; i < n; i++)
    for (let j = 0; j <= i; j++) {
      const value = triangle.values[i * triangle.stride + j]!;
      inverse[i * n + j] = value;
      inverse[j * n + i] = value;
    }
  return inverse;
};

/** target (rows × b) = left (rows × b) · square (b × b, symmetric) */
const multiplyRows = (
  left: Float32Array,
  square: Float64Array,
  target: Float32Array,
  rows: number,
  b: number,
): void => {
  const sums = new Float64Array(b);
  for (let i = 0; i < rows; i++) {
    sums.fill(0);
    for (let p = 0; p < b; p++) {
      const x = left[i * b + p]!;
      if (x === 0) continue;
      for (let q = 0; q < b; q++) sums[q]! += x * square[p * b + q]!;
    }
    for (let q = 0; q < b; q++) target[i * b + q] = sums[q]!;
  }
};

/** Gauss-Jordan in place; no pivoting is needed for positive definite blocks. */
const invertSmall = (a: Float64Array, b: number, offset: number): void => {
  for (let k = 0; k < b; k++) {
    const pivot = a[k * b + k]!;
    if (!(pivot > 0)) throw new Error(`Matrix is not positive definite at row ${offset + k}: pivot ${pivot}`);
    for (let j = 0; j < b; j++) if (j !== k) a[k * b + j]! /= pivot;
    for (let i = 0; i < b; i++) {
      if (i === k) continue;
      const x = a[i * b + k]!;
      if (x !== 0) for (let j = 0; j < b; j++) if (j !== k) a[i * b + j]! -= x * a[k * b + j]!;
      a[i * b + k] = -x / pivot;
    }
    a[k * b + k] = 1 / pivot;
  }
};
