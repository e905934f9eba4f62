/** Attention over [batch, length, heads * size], heads side by side in a row: no transposed copies. */
import { gemm } from './gemm';
import { exp4, loadPart, madd, max4, storePart, sum4 } from './vector';

const hidden: f32 = -1e30;

/** x = softmax(factor * x) of n numbers; zeros when all are hidden. */
function softmaxRow(n: i32, factor: f32, x: usize): void {
  const whole = n & ~3;
  const rest = n & 3;
  const end = x + ((<usize>whole) << 2);
  let top4 = f32x4.splat(hidden);
  for (let j: usize = x; j < end; j += 16) top4 = f32x4.max(top4, v128.load(j));
  if (rest > 0) top4 = f32x4.max(top4, loadPart(end, rest, hidden));
  const top = max4(top4);
  if (top <= hidden) {
    memory.fill(x, 0, (<usize>n) << 2);
    return;
  }
  const tops = f32x4.splat(top), factors = f32x4.splat(factor);
  let sum = f32x4.splat(0);
  for (let j: usize = x; j < end; j += 16) {
    const value = exp4(f32x4.mul(f32x4.sub(v128.load(j), tops), factors));
    v128.store(j, value);
    sum = f32x4.add(sum, value);
  }
  if (rest > 0) {
    const value = exp4(f32x4.mul(f32x4.sub(loadPart(end, rest, hidden), tops), factors));
    storePart(end, rest, value);
    sum = f32x4.add(sum, value);
  }
  const share = f32x4.splat(<f32>1 / sum4(sum));
  for (let j: usize = x; j < end; j += 16) v128.store(j, f32x4.mul(v128.load(j), share));
  if (rest > 0) storePart(end, rest, f32x4.mul(loadPart(end, rest, 0), share));
}

/** out = shares v, shares [batch, heads, length, length]; `seen` [batch, length] or 0: everything. */
export function attention(
  batch: i32, length: i32, heads: i32, size: i32, causal: bool, q: usize, k: usize, v: usize, seen: usize, shares: usize,
  out: usize, scratch: usize,
): void {
  const width = heads * size;
  const factor = <f32>1 / sqrt<f32>(<f32>size);
  const row = (<usize>length) << 2;
  for (let b = 0; b < batch; b++) {
    const visible = seen + <usize>b * row;
    for (let h = 0; h < heads; h++) {
      const at = (<usize>(b * length * width + h * size)) << 2;
      gemm(false, true, false, length, length, size, q + at, width, k + at, width, shares, length, scratch);
      let line = shares;
      for (let i = 0; i < length; i++, line += row) {
        const reach = causal ? i + 1 : length;
        if (seen != 0) {
          for (let j = 0; j < reach; j++) {
            if (f32.load(visible + ((<usize>j) << 2)) == 0) f32.store(line + ((<usize>j) << 2), hidden);
          }
        }
        softmaxRow(reach, factor, line);
        memory.fill(line + ((<usize>reach) << 2), 0, (<usize>(length - reach)) << 2);
      }
      gemm(false, false, false, length, size, length, shares, length, v + at, width, out + at, width, scratch);
      shares += <usize>length * row;
    }
  }
}

/** `table`: room for length * length floats. */
export function attentionGradient(
  batch: i32, length: i32, heads: i32, size: i32, dy: usize, q: usize, k: usize, v: usize, shares: usize, dq: usize,
  dk: usize, dv: usize, table: usize, scratch: usize,
): void {
  const width = heads * size;
  const factor = <f32>1 / sqrt<f32>(<f32>size);
  const row = (<usize>length) << 2;
  const whole = length & ~3;
  const rest = length & 3;
  for (let b = 0; b < batch; b++) {
    for (let h = 0; h < heads; h++) {
      const at = (<usize>(b * length * width + h * size)) << 2;
      gemm(true, false, false, length, size, length, shares, length, dy + at, width, dv + at, width, scratch);
      gemm(false, true, false, length, length, size, dy + at, width, v + at, width, table, length, scratch);
      let line = table;
      for (let i = 0; i < length; i++, line += row, shares += row) {
        let sum = f32x4.splat(0);
        for (let j = 0; j < whole; j += 4) {
          sum = madd(v128.load(line + ((<usize>j) << 2)), v128.load(shares + ((<usize>j) << 2)), sum);
        }
        const end = (<usize>whole) << 2;
        if (rest > 0) sum = madd(loadPart(line + end, rest, 0), loadPart(shares + end, rest, 0), sum);
        const mean = f32x4.splat(sum4(sum)), factors = f32x4.splat(factor);
        for (let j = 0; j < whole; j += 4) {
          const p = (<usize>j) << 2;
          const share = f32x4.mul(factors, v128.load(shares + p));
          v128.store(line + p, f32x4.mul(share, f32x4.sub(v128.load(line + p), mean)));
        }
        if (rest > 0) {
          const share = f32x4.mul(factors, loadPart(shares + end, rest, 0));
          storePart(line + end, rest, f32x4.mul(share, f32x4.sub(loadPart(line + end, rest, 0), mean)));
        }
      }
      gemm(false, false, false, length, size, length, table, length, k + at, width, dq + at, width, scratch);
      gemm(true, false, false, length, size, length, table, length, q + at, width, dk + at, width, scratch);
    }
  }
}
