/** A dense layer with its activation, forward and backward. Activations: 0 none, 1 relu, 2 tanh, 3 sigmoid. */
import { gemm } from './gemm';
import { loadPart, sigmoid4, storePart, tanh4 } from './vector';

// @ts-ignore: decorator
@inline
function activated4(activation: i32, x: v128): v128 {
  if (activation == 1) return f32x4.max(x, f32x4.splat(0));
  if (activation == 2) return tanh4(x);
  return sigmoid4(x);
}

/** dy times the slope at the point whose value is y. */
// @ts-ignore: decorator
@inline
function slope4(activation: i32, dy: v128, y: v128): v128 {
  if (activation == 1) return v128.and(dy, f32x4.gt(y, f32x4.splat(0)));
  if (activation == 2) return f32x4.mul(dy, f32x4.sub(f32x4.splat(1), f32x4.mul(y, y)));
  return f32x4.mul(dy, f32x4.mul(y, f32x4.sub(f32x4.splat(1), y)));
}

/** y = activation(x w + bias); x [rows, inner], w [inner, columns], bias [columns]. */
export function dense(
  rows: i32, inner: i32, columns: i32, activation: i32, x: usize, w: usize, bias: usize, y: usize, scratch: usize,
): void {
  const bytes = (<usize>columns) << 2;
  for (let i = 0; i < rows; i++) memory.copy(y + <usize>i * bytes, bias, bytes);
  gemm(false, false, true, rows, columns, inner, x, inner, w, columns, y, columns, scratch);
  if (activation == 0) return;
  const n = rows * columns;
  let i = 0;
  for (; i + 4 <= n; i += 4, y += 16) v128.store(y, activated4(activation, v128.load(y)));
  if (i < n) storePart(y, n - i, activated4(activation, loadPart(y, n - i, 0)));
}

/** out = dy times the activation's slope, n numbers. */
export function denseSlope(n: i32, activation: i32, dy: usize, y: usize, out: usize): void {
  let i = 0;
  for (; i + 4 <= n; i += 4, dy += 16, y += 16, out += 16) {
    v128.store(out, slope4(activation, v128.load(dy), v128.load(y)));
  }
  if (i < n) storePart(out, n - i, slope4(activation, loadPart(dy, n - i, 0), loadPart(y, n - i, 0)));
}
