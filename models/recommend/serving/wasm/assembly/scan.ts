/**
 * AssemblyScript, not TypeScript: compiled by `npm run build:kernels` to scan.wasm. Works on memory that the caller owns; arguments
 * after `width` are byte addresses but for `factor`. No static data and no stack of its own.
 */

const blockRows: i32 = 64;

// @ts-ignore: decorator
@inline
function dot(sum: v128, row: usize, low: v128, high: v128): v128 {
  const a = i32x4.dot_i16x8_s(v128.load8x8_s(row), low);
  const b = i32x4.dot_i16x8_s(v128.load8x8_s(row, 8), high);
  return i32x4.add(sum, i32x4.add(a, b));
}

/**
 * out[r] = base[r] + factor * scales[r] * (query . vectors[r]), and the largest of each 64 rows. `rows` is a multiple of 64, `width`
 * of 16; vectors are rows of int8, the query is int16 of at most 4096 in size, the rest f32. Returns the least out of finite ones.
 */
export function scan(
  rows: i32,
  width: i32,
  vectors: usize,
  scales: usize,
  query: usize,
  factor: f32,
  base: usize,
  out: usize,
  maxima: usize,
): f32 {
  const step = <usize>width;
  const f = f32x4.splat(factor);
  let least = f32x4.splat(<f32>Infinity);
  for (let block = 0; block < rows; block += blockRows) {
    let most = f32x4.splat(-(<f32>Infinity));
    for (let r = 0; r < blockRows; r += 4) {
      let a0 = i32x4.splat(0);
      let a1 = i32x4.splat(0);
      let a2 = i32x4.splat(0);
      let a3 = i32x4.splat(0);
      for (let c: usize = 0; c < step; c += 16) {
        const low = v128.load(query + (c << 1));
        const high = v128.load(query + (c << 1), 16);
        const at = vectors + c;
        a0 = dot(a0, at, low, high);
        a1 = dot(a1, at + step, low, high);
        a2 = dot(a2, at + step * 2, low, high);
        a3 = dot(a3, at + step * 3, low, high);
      }
      vectors += step << 2;
      const u = i32x4.add(v128.shuffle<i32>(a0, a1, 0, 4, 1, 5), v128.shuffle<i32>(a0, a1, 2, 6, 3, 7));
      const w = i32x4.add(v128.shuffle<i32>(a2, a3, 0, 4, 1, 5), v128.shuffle<i32>(a2, a3, 2, 6, 3, 7));
      const sums = i32x4.add(v128.shuffle<i32>(u, w, 0, 1, 4, 5), v128.shuffle<i32>(u, w, 2, 3, 6, 7));
      const product = f32x4.mul(f32x4.convert_i32x4_s(sums), f32x4.mul(f, v128.load(scales)));
      const score = f32x4.add(product, v128.load(base));
      v128.store(out, score);
      most = f32x4.pmax(most, score);
      // Rows that only fill up the last block have a base of minus infinity.
      least = v128.bitselect(f32x4.pmin(least, score), least, f32x4.gt(score, f32x4.splat(-(<f32>Infinity))));
      scales += 16;
      base += 16;
      out += 16;
    }
    f32.store(
      maxima,
      max(
        max(f32x4.extract_lane(most, 0), f32x4.extract_lane(most, 1)),
        max(f32x4.extract_lane(most, 2), f32x4.extract_lane(most, 3)),
      ),
    );
    maxima += 4;
  }
  return min(
    min(f32x4.extract_lane(least, 0), f32x4.extract_lane(least, 1)),
    min(f32x4.extract_lane(least, 2), f32x4.extract_lane(least, 3)),
  );
}

/**
 * out[i] = base[r] + query . vectors[r] for the i-th of `count` row numbers r at `rows` (i32). All the rest is f32, vectors and query
 * `width` long, a multiple of 4.
 */
export function score(
  count: i32,
  width: i32,
  rows: usize,
  vectors: usize,
  query: usize,
  base: usize,
  out: usize,
): void {
  const bytes = <usize>width << 2;
  for (let i = 0; i < count; i++) {
    const row = <usize>load<i32>(rows);
    const at = vectors + row * bytes;
    let sum = f32x4.splat(0);
    for (let c: usize = 0; c < bytes; c += 16)
      sum = f32x4.add(sum, f32x4.mul(v128.load(query + c), v128.load(at + c)));
    const two = f32x4.add(sum, v128.shuffle<f32>(sum, sum, 2, 3, 0, 1));
    store<f32>(out, load<f32>(base + (row << 2)) + (f32x4.extract_lane(two, 0) + f32x4.extract_lane(two, 1)));
    rows += 4;
    out += 4;
  }
}
