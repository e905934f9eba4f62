/** Products of matrices, and what they pack. */
import { madd } from './vector';

// One tile of C is 4 x 8: eight accumulators, two of B and one of A fit the 16 registers of SSE and NEON alike.
const tileRows: i32 = 4;
const tileColumns: i32 = 8;
/** Blocking after Goto & van de Geijn, 2008: a packed block of A stays in L2 (64 KiB), one strip of B in L1 (8 KiB). */
const blockK: i32 = 256;
const blockRows: i32 = 64;
const blockColumns: i32 = 512;

/** Bytes `gemm` needs at `scratch`. */
export function gemmScratch(): i32 {
  return (blockK * (blockColumns + tileColumns) + (blockRows + tileRows) * blockK + tileRows * tileColumns) * 4;
}

/** Four rows of four become four columns of four: lane i of the result c is lane c of row i; stored `step` bytes apart. */
// @ts-ignore: decorator
@inline
function storeTransposed(r0: v128, r1: v128, r2: v128, r3: v128, to: usize, step: usize): void {
  const a = i8x16.shuffle(r0, r1, 0, 1, 2, 3, 16, 17, 18, 19, 4, 5, 6, 7, 20, 21, 22, 23);
  const b = i8x16.shuffle(r2, r3, 0, 1, 2, 3, 16, 17, 18, 19, 4, 5, 6, 7, 20, 21, 22, 23);
  const c = i8x16.shuffle(r0, r1, 8, 9, 10, 11, 24, 25, 26, 27, 12, 13, 14, 15, 28, 29, 30, 31);
  const d = i8x16.shuffle(r2, r3, 8, 9, 10, 11, 24, 25, 26, 27, 12, 13, 14, 15, 28, 29, 30, 31);
  v128.store(to, i8x16.shuffle(a, b, 0, 1, 2, 3, 4, 5, 6, 7, 16, 17, 18, 19, 20, 21, 22, 23));
  v128.store(to + step, i8x16.shuffle(a, b, 8, 9, 10, 11, 12, 13, 14, 15, 24, 25, 26, 27, 28, 29, 30, 31));
  v128.store(to + 2 * step, i8x16.shuffle(c, d, 0, 1, 2, 3, 4, 5, 6, 7, 16, 17, 18, 19, 20, 21, 22, 23));
  v128.store(to + 3 * step, i8x16.shuffle(c, d, 8, 9, 10, 11, 12, 13, 14, 15, 24, 25, 26, 27, 28, 29, 30, 31));
}

/** Strips of 8 columns, k by k; beyond the matrix zeros. */
function packB(b: usize, transposed: bool, ld: i32, k0: i32, k: i32, n0: i32, n: i32, to: usize): void {
  const strip = (<usize>k) << 5;
  const step = (<usize>ld) << 2;
  let j = 0;
  if (!transposed) {
    // Four strips at once: a row gives two whole cache lines before the next row, which may lie on another page.
    for (; j + 4 * tileColumns <= n; j += 4 * tileColumns) {
      let from = b + (((<usize>k0) * ld + n0 + j) << 2);
      let at = to;
      for (let p = 0; p < k; p++) {
        v128.store(at, v128.load(from));
        v128.store(at, v128.load(from, 16), 16);
        v128.store(at + strip, v128.load(from, 32));
        v128.store(at + strip, v128.load(from, 48), 16);
        v128.store(at + 2 * strip, v128.load(from, 64));
        v128.store(at + 2 * strip, v128.load(from, 80), 16);
        v128.store(at + 3 * strip, v128.load(from, 96));
        v128.store(at + 3 * strip, v128.load(from, 112), 16);
        from += step;
        at += 32;
      }
      to += 4 * strip;
    }
    for (; j + tileColumns <= n; j += tileColumns) {
      let from = b + (((<usize>k0) * ld + n0 + j) << 2);
      for (let at = to; at < to + strip; at += 32) {
        v128.store(at, v128.load(from));
        v128.store(at, v128.load(from, 16), 16);
        from += step;
      }
      to += strip;
    }
  } else {
    const whole = k & ~3;
    for (; j + tileColumns <= n; j += tileColumns) {
      const from = b + (((<usize>(n0 + j)) * ld + k0) << 2);
      let at = to;
      for (let p = 0; p < whole; p += 4) {
        let row = from + ((<usize>p) << 2);
        for (let half: usize = 0; half < 32; half += 16) {
          storeTransposed(
            v128.load(row), v128.load(row + step), v128.load(row + 2 * step), v128.load(row + 3 * step), at + half, 32,
          );
          row += 4 * step;
        }
        at += 128;
      }
      for (let p = whole; p < k; p++) {
        for (let c: usize = 0; c < 8; c++) f32.store(at + (c << 2), f32.load(from + c * step + ((<usize>p) << 2)));
        at += 32;
      }
      to += strip;
    }
  }
  if (j == n) return;
  for (let p = 0; p < k; p++) {
    for (let c = 0; c < tileColumns; c++) {
      let value: f32 = 0;
      if (c < n - j) {
        const at = transposed ? (<usize>(n0 + j + c)) * ld + k0 + p : (<usize>(k0 + p)) * ld + n0 + j + c;
        value = f32.load(b + (at << 2));
      }
      f32.store(to, value);
      to += 4;
    }
  }
}

/** Strips of 4 rows, k by k; beyond the matrix zeros. */
function packA(a: usize, transposed: bool, ld: i32, m0: i32, m: i32, k0: i32, k: i32, to: usize): void {
  const strip = (<usize>k) << 4;
  const step = (<usize>ld) << 2;
  let i = 0;
  if (transposed) {
    for (; i + 4 * tileRows <= m; i += 4 * tileRows) {
      let from = a + (((<usize>k0) * ld + m0 + i) << 2);
      for (let at = to; at < to + strip; at += 16) {
        v128.store(at, v128.load(from));
        v128.store(at + strip, v128.load(from, 16));
        v128.store(at + 2 * strip, v128.load(from, 32));
        v128.store(at + 3 * strip, v128.load(from, 48));
        from += step;
      }
      to += 4 * strip;
    }
    for (; i + tileRows <= m; i += tileRows) {
      let from = a + (((<usize>k0) * ld + m0 + i) << 2);
      for (let at = to; at < to + strip; at += 16) {
        v128.store(at, v128.load(from));
        from += step;
      }
      to += strip;
    }
  } else {
    const whole = k & ~3;
    for (; i + tileRows <= m; i += tileRows) {
      let from = a + (((<usize>(m0 + i)) * ld + k0) << 2);
      let at = to;
      for (let p = 0; p < whole; p += 4) {
        storeTransposed(v128.load(from), v128.load(from + step), v128.load(from + 2 * step), v128.load(from + 3 * step), at, 16);
        from += 16;
        at += 64;
      }
      for (let p = whole; p < k; p++) {
        f32.store(at, f32.load(from));
        f32.store(at, f32.load(from + step), 4);
        f32.store(at, f32.load(from + 2 * step), 8);
        f32.store(at, f32.load(from + 3 * step), 12);
        from += 4;
        at += 16;
      }
      to += strip;
    }
  }
  if (i == m) return;
  for (let p = 0; p < k; p++) {
    for (let r = 0; r < tileRows; r++) {
      let value: f32 = 0;
      if (r < m - i) {
        const at = transposed ? (<usize>(k0 + p)) * ld + m0 + i + r : (<usize>(m0 + i + r)) * ld + k0 + p;
        value = f32.load(a + (at << 2));
      }
      f32.store(to, value);
      to += 4;
    }
  }
}

/** c[4 x 8] = (first ? 0 : c) + a[k x 4]ᵀ b[k x 8], both packed; `ldc` in bytes. */
// @ts-ignore: decorator
@inline
function tile(k: i32, a: usize, b: usize, c: usize, ldc: usize, first: bool): void {
  let c00 = f32x4.splat(0), c01 = c00, c10 = c00, c11 = c00, c20 = c00, c21 = c00, c30 = c00, c31 = c00;
  if (!first) {
    c00 = v128.load(c);
    c01 = v128.load(c, 16);
    c10 = v128.load(c + ldc);
    c11 = v128.load(c + ldc, 16);
    c20 = v128.load(c + 2 * ldc);
    c21 = v128.load(c + 2 * ldc, 16);
    c30 = v128.load(c + 3 * ldc);
    c31 = v128.load(c + 3 * ldc, 16);
  }
  for (let p = 0; p < k; p++) {
    const b0 = v128.load(b);
    const b1 = v128.load(b, 16);
    const a0 = v128.load32_splat(a);
    c00 = madd(a0, b0, c00);
    c01 = madd(a0, b1, c01);
    const a1 = v128.load32_splat(a, 4);
    c10 = madd(a1, b0, c10);
    c11 = madd(a1, b1, c11);
    const a2 = v128.load32_splat(a, 8);
    c20 = madd(a2, b0, c20);
    c21 = madd(a2, b1, c21);
    const a3 = v128.load32_splat(a, 12);
    c30 = madd(a3, b0, c30);
    c31 = madd(a3, b1, c31);
    a += 16;
    b += 32;
  }
  v128.store(c, c00);
  v128.store(c, c01, 16);
  v128.store(c + ldc, c10);
  v128.store(c + ldc, c11, 16);
  v128.store(c + 2 * ldc, c20);
  v128.store(c + 2 * ldc, c21, 16);
  v128.store(c + 3 * ldc, c30);
  v128.store(c + 3 * ldc, c31, 16);
}

/**
 * C[m x n] = op(A) op(B), or C + op(A) op(B) with `add`; A is m x k, or k x m when transposed; B is k x n, or n x k when
 * transposed. `lda`, `ldb`, `widthC`: floats from one row to the next.
 */
export function gemm(
  transposeA: bool, transposeB: bool, add: bool, m: i32, n: i32, k: i32, a: usize, lda: i32, b: usize, ldb: i32,
  c: usize, widthC: i32, scratch: usize,
): void {
  const ldc = (<usize>widthC) << 2;
  const packedB = scratch;
  const packedA = packedB + ((<usize>blockK * (blockColumns + tileColumns)) << 2);
  const corner = packedA + ((<usize>(blockRows + tileRows) * blockK) << 2);
  if (k == 0 && !add) for (let i = 0; i < m; i++) memory.fill(c + <usize>i * ldc, 0, (<usize>n) << 2);
  for (let j0 = 0; j0 < n; j0 += blockColumns) {
    const columns = min(blockColumns, n - j0);
    for (let k0 = 0; k0 < k; k0 += blockK) {
      const depth = min(blockK, k - k0);
      const first = k0 == 0 && !add;
      packB(b, transposeB, ldb, k0, depth, j0, columns, packedB);
      for (let i0 = 0; i0 < m; i0 += blockRows) {
        const rows = min(blockRows, m - i0);
        packA(a, transposeA, lda, i0, rows, k0, depth, packedA);
        for (let j = 0; j < columns; j += tileColumns) {
          const strip = packedB + ((<usize>j * depth) << 2);
          const wide = columns - j;
          for (let i = 0; i < rows; i += tileRows) {
            const panel = packedA + ((<usize>i * depth) << 2);
            const high = rows - i;
            const target = c + <usize>(i0 + i) * ldc + ((<usize>(j0 + j)) << 2);
            if (wide >= tileColumns && high >= tileRows) tile(depth, panel, strip, target, ldc, first);
            else edge(depth, panel, strip, target, ldc, first, min(high, tileRows), min(wide, tileColumns), corner);
          }
        }
      }
    }
  }
}

/** A tile that hangs over the matrix: worked out aside, then the part inside is kept. */
function edge(
  k: i32, a: usize, b: usize, c: usize, ldc: usize, first: bool, rows: i32, columns: i32, corner: usize,
): void {
  tile(k, a, b, corner, 32, true);
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) {
      const at = c + <usize>i * ldc + ((<usize>j) << 2);
      const sum = f32.load(corner + <usize>i * 32 + ((<usize>j) << 2));
      f32.store(at, first ? sum : f32.load(at) + sum);
    }
  }
}

