/**
 * AssemblyScript, not TypeScript: compiled by `npm run build:kernels` to kernels.wasm (SIMD) and kernels-relaxed.wasm (with
 * fused multiply-add). Works on memory that the caller owns; all arguments named by a letter are byte addresses, matrices are
 * dense, row-major, f32. No static data and no stack of its own, so it can share the memory of another module.
 */

// One tile of C is 4 x 8: eight accumulators, two of B and one of A fit the 16 registers of SSE and NEON alike.
const tileRows: i32 = 4;
const tileColumns: i32 = 8;
/** Blocking after Goto & van de Geijn, 2008: a packed block of A stays in L2 (64 KiB), one strip of B in L1 (8 KiB). */
const blockK: i32 = 256;
const blockRows: i32 = 64;
const blockColumns: i32 = 512;

// @ts-ignore: decorator
@inline
function madd(a: v128, b: v128, c: v128): v128 {
  if (ASC_FEATURE_RELAXED_SIMD) return f32x4.relaxed_madd(a, b, c);
  return f32x4.add(f32x4.mul(a, b), c);
}

/** Bytes `gemm` needs at `scratch`. */
export function gemmScratch(): i32 {
  return (blockK * (blockColumns + tileColumns) + (blockRows + tileRows) * blockK + tileRows * tileColumns) * 4;
}

/** Strips of 8 columns, k by k; beyond the matrix zeros. */
function packB(b: usize, transposed: bool, ld: i32, k0: i32, k: i32, n0: i32, n: i32, to: usize): void {
  for (let j = 0; j < n; j += tileColumns) {
    const columns = min(tileColumns, n - j);
    if (!transposed && columns == tileColumns) {
      let from = b + (((<usize>k0) * ld + n0 + j) << 2);
      for (let p = 0; p < k; p++) {
        v128.store(to, v128.load(from));
        v128.store(to, v128.load(from, 16), 16);
        from += (<usize>ld) << 2;
        to += 32;
      }
    } else if (transposed && columns == tileColumns) {
      let from = b + (((<usize>(n0 + j)) * ld + k0) << 2);
      const step = (<usize>ld) << 2;
      for (let p = 0; p < k; p++) {
        let at = from;
        for (let c: usize = 0; c < 32; c += 4) {
          f32.store(to + c, f32.load(at));
          at += step;
        }
        from += 4;
        to += 32;
      }
    } else {
      for (let p = 0; p < k; p++) {
        for (let c = 0; c < tileColumns; c++) {
          let value: f32 = 0;
          if (c < columns) {
            const at = transposed ? (<usize>(n0 + j + c)) * ld + k0 + p : (<usize>(k0 + p)) * ld + n0 + j + c;
            value = f32.load(b + (at << 2));
          }
          f32.store(to, value);
          to += 4;
        }
      }
    }
  }
}

/** Strips of 4 rows, k by k; beyond the matrix zeros. */
function packA(a: usize, transposed: bool, ld: i32, m0: i32, m: i32, k0: i32, k: i32, to: usize): void {
  for (let i = 0; i < m; i += tileRows) {
    const rows = min(tileRows, m - i);
    if (rows == tileRows && transposed) {
      let from = a + (((<usize>k0) * ld + m0 + i) << 2);
      for (let p = 0; p < k; p++) {
        v128.store(to, v128.load(from));
        from += (<usize>ld) << 2;
        to += 16;
      }
    } else if (rows == tileRows) {
      const step = (<usize>ld) << 2;
      let from = a + (((<usize>(m0 + i)) * ld + k0) << 2);
      for (let p = 0; p < k; p++) {
        f32.store(to, f32.load(from));
        f32.store(to, f32.load(from + step), 4);
        f32.store(to, f32.load(from + 2 * step), 8);
        f32.store(to, f32.load(from + 3 * step), 12);
        from += 4;
        to += 16;
      }
    } else {
      for (let p = 0; p < k; p++) {
        for (let r = 0; r < tileRows; r++) {
          let value: f32 = 0;
          if (r < rows) {
            const at = transposed ? (<usize>(k0 + p)) * ld + m0 + i + r : (<usize>(m0 + i + r)) * ld + k0 + p;
            value = f32.load(a + (at << 2));
          }
          f32.store(to, value);
          to += 4;
        }
      }
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
 * transposed.
 */
export function gemm(
  transposeA: bool, transposeB: bool, add: bool, m: i32, n: i32, k: i32, a: usize, b: usize, c: usize, scratch: usize,
): void {
  const lda = transposeA ? m : k;
  const ldb = transposeB ? k : n;
  const ldc = (<usize>n) << 2;
  const packedB = scratch;
  const packedA = packedB + ((<usize>blockK * (blockColumns + tileColumns)) << 2);
  const corner = packedA + ((<usize>(blockRows + tileRows) * blockK) << 2);
  if (k == 0 && !add) memory.fill(c, 0, <usize>m * ldc);
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

/** out[i, :] = rows[index[i], :]; an index out of range gives zeros, as TensorFlow on a GPU does. */
export function gatherRows(count: i32, columns: i32, rows: i32, index: usize, from: usize, out: usize): void {
  const bytes = (<usize>columns) << 2;
  for (let i = 0; i < count; i++) {
    const row = i32.load(index + ((<usize>i) << 2));
    if (<u32>row < <u32>rows) memory.copy(out, from + <usize>row * bytes, bytes);
    else memory.fill(out, 0, bytes);
    out += bytes;
  }
}

/** out[segment[i], :] += data[i, :] over zeroed `out`; segments out of range are left out. */
export function segmentSum(count: i32, columns: i32, segments: i32, segment: usize, data: usize, out: usize): void {
  const bytes = (<usize>columns) << 2;
  memory.fill(out, 0, <usize>segments * bytes);
  for (let i = 0; i < count; i++) {
    const row = i32.load(segment + ((<usize>i) << 2));
    if (<u32>row < <u32>segments) addTo(columns, data, out + <usize>row * bytes);
    data += bytes;
  }
}

function addTo(n: i32, from: usize, to: usize): void {
  let i = 0;
  for (; i + 4 <= n; i += 4) {
    v128.store(to, f32x4.add(v128.load(to), v128.load(from)));
    from += 16;
    to += 16;
  }
  for (; i < n; i++) {
    f32.store(to, f32.load(to) + f32.load(from));
    from += 4;
    to += 4;
  }
}

/**
 * Patches of one picture x[height x width x channels] as rows [outHeight * outWidth, filterHeight * filterWidth * channels];
 * outside the picture zeros.
 */
export function patches(
  height: i32, width: i32, channels: i32, outHeight: i32, outWidth: i32, filterHeight: i32, filterWidth: i32,
  strideY: i32, strideX: i32, dilationY: i32, dilationX: i32, top: i32, left: i32, x: usize, out: usize,
): void {
  const bytes = (<usize>channels) << 2;
  for (let oy = 0; oy < outHeight; oy++) {
    for (let ox = 0; ox < outWidth; ox++) {
      for (let fy = 0; fy < filterHeight; fy++) {
        const y = oy * strideY - top + fy * dilationY;
        for (let fx = 0; fx < filterWidth; fx++) {
          const at = ox * strideX - left + fx * dilationX;
          if (<u32>y < <u32>height && <u32>at < <u32>width) memory.copy(out, x + (<usize>(y * width + at)) * bytes, bytes);
          else memory.fill(out, 0, bytes);
          out += bytes;
        }
      }
    }
  }
}

/** The reverse of `patches`: adds each patch back to where it came from; `x` is zeroed by the caller. */
export function addPatches(
  height: i32, width: i32, channels: i32, outHeight: i32, outWidth: i32, filterHeight: i32, filterWidth: i32,
  strideY: i32, strideX: i32, dilationY: i32, dilationX: i32, top: i32, left: i32, from: usize, x: usize,
): void {
  const bytes = (<usize>channels) << 2;
  for (let oy = 0; oy < outHeight; oy++) {
    for (let ox = 0; ox < outWidth; ox++) {
      for (let fy = 0; fy < filterHeight; fy++) {
        const y = oy * strideY - top + fy * dilationY;
        for (let fx = 0; fx < filterWidth; fx++) {
          const at = ox * strideX - left + fx * dilationX;
          if (<u32>y < <u32>height && <u32>at < <u32>width) addTo(channels, from, x + (<usize>(y * width + at)) * bytes);
          from += bytes;
        }
      }
    }
  }
}

/** Sum of x². */
export function sumOfSquares(n: i32, x: usize): f64 {
  let total: f64 = 0;
  let i = 0;
  while (i + 4 <= n) {
    // Sums of a thousand or so in f32, those in f64: a table of millions keeps its precision.
    const until = min(n, i + 4096);
    let sum = f32x4.splat(0);
    for (; i + 4 <= until; i += 4) {
      const value = v128.load(x);
      sum = f32x4.add(sum, f32x4.mul(value, value));
      x += 16;
    }
    total += <f64>f32x4.extract_lane(sum, 0) + <f64>f32x4.extract_lane(sum, 1);
    total += <f64>f32x4.extract_lane(sum, 2) + <f64>f32x4.extract_lane(sum, 3);
  }
  for (; i < n; i++) {
    const value = <f64>f32.load(x);
    total += value * value;
    x += 4;
  }
  return total;
}

/**
 * One step of Adam (Kingma & Ba, 2015) in place, with h = scale * g: m = b1 m + (1 - b1) h, v = b2 v + (1 - b2) h²,
 * w = keep * w - rate * m / (1 - b1^t) / (sqrt(v / (1 - b2^t)) + epsilon). `c1`, `c2`: 1 - b1^t and 1 - b2^t.
 */
export function adam(
  n: i32, w: usize, m: usize, v: usize, g: usize, rate: f32, b1: f32, b2: f32, c1: f32, c2: f32, epsilon: f32,
  scale: f32, keep: f32,
): void {
  const rates = f32x4.splat(rate / c1), b1s = f32x4.splat(b1), b2s = f32x4.splat(b2), scales = f32x4.splat(scale);
  const r1s = f32x4.splat(1 - b1), r2s = f32x4.splat(1 - b2), c2s = f32x4.splat(1 / c2), eps = f32x4.splat(epsilon);
  const keeps = f32x4.splat(keep);
  let i = 0;
  for (; i + 4 <= n; i += 4) {
    const grad = f32x4.mul(v128.load(g), scales);
    const mean = f32x4.add(f32x4.mul(v128.load(m), b1s), f32x4.mul(grad, r1s));
    const square = f32x4.add(f32x4.mul(v128.load(v), b2s), f32x4.mul(f32x4.mul(grad, grad), r2s));
    v128.store(m, mean);
    v128.store(v, square);
    const step = f32x4.div(f32x4.mul(mean, rates), f32x4.add(f32x4.sqrt(f32x4.mul(square, c2s)), eps));
    v128.store(w, f32x4.sub(f32x4.mul(v128.load(w), keeps), step));
    g += 16;
    m += 16;
    v += 16;
    w += 16;
  }
  for (; i < n; i++) {
    const grad = f32.load(g) * scale;
    const mean = f32.load(m) * b1 + grad * (1 - b1);
    const square = f32.load(v) * b2 + grad * grad * (1 - b2);
    f32.store(m, mean);
    f32.store(v, square);
    f32.store(w, f32.load(w) * keep - (rate / c1) * mean / (sqrt<f32>(square / c2) + epsilon));
    g += 4;
    m += 4;
    v += 4;
    w += 4;
  }
}
