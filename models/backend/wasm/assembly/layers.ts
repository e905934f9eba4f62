/** Layers that are one pass over their input. */
import { erf4, exp4, loadPart, madd, sigmoid4, storePart, sum4, tanh4 } from './vector';

/** y = (x - mean) spread * scale + shift per row, spread = 1 / sqrt(variance + epsilon); keeps mean and spread. */
export function layerNorm(
  rows: i32, columns: i32, x: usize, scale: usize, shift: usize, epsilon: f32, y: usize, means: usize, spreads: usize,
): void {
  const whole = columns & ~3;
  for (let i = 0; i < rows; i++) {
    let sum = f32x4.splat(0);
    let j = 0;
    for (; j < whole; j += 4) sum = f32x4.add(sum, v128.load(x + ((<usize>j) << 2)));
    let total = sum4(sum);
    for (; j < columns; j++) total += f32.load(x + ((<usize>j) << 2));
    const mean = total / <f32>columns;
    const mean4 = f32x4.splat(mean);
    sum = f32x4.splat(0);
    for (j = 0; j < whole; j += 4) {
      const off = f32x4.sub(v128.load(x + ((<usize>j) << 2)), mean4);
      sum = madd(off, off, sum);
    }
    total = sum4(sum);
    for (; j < columns; j++) {
      const off = f32.load(x + ((<usize>j) << 2)) - mean;
      total += off * off;
    }
    const spread = <f32>1 / sqrt<f32>(total / <f32>columns + epsilon);
    const spread4 = f32x4.splat(spread);
    for (j = 0; j < whole; j += 4) {
      const at = (<usize>j) << 2;
      const normal = f32x4.mul(f32x4.sub(v128.load(x + at), mean4), spread4);
      v128.store(y + at, madd(normal, v128.load(scale + at), v128.load(shift + at)));
    }
    for (; j < columns; j++) {
      const at = (<usize>j) << 2;
      f32.store(y + at, (f32.load(x + at) - mean) * spread * f32.load(scale + at) + f32.load(shift + at));
    }
    f32.store(means + ((<usize>i) << 2), mean);
    f32.store(spreads + ((<usize>i) << 2), spread);
    x += (<usize>columns) << 2;
    y += (<usize>columns) << 2;
  }
}

/** With n = (x - mean) spread and g = dy scale: dx = spread (g - mean(g) - n mean(g n)), dscale = Σ dy n, dshift = Σ dy. */
export function layerNormGradient(
  rows: i32, columns: i32, dy: usize, x: usize, scale: usize, means: usize, spreads: usize, dx: usize, dscale: usize,
  dshift: usize,
): void {
  const whole = columns & ~3;
  memory.fill(dscale, 0, (<usize>columns) << 2);
  memory.fill(dshift, 0, (<usize>columns) << 2);
  for (let i = 0; i < rows; i++) {
    const mean = f32.load(means + ((<usize>i) << 2)), spread = f32.load(spreads + ((<usize>i) << 2));
    const mean4 = f32x4.splat(mean), spread4 = f32x4.splat(spread);
    let sum = f32x4.splat(0), product = f32x4.splat(0);
    let j = 0;
    for (; j < whole; j += 4) {
      const at = (<usize>j) << 2;
      const change = v128.load(dy + at);
      const normal = f32x4.mul(f32x4.sub(v128.load(x + at), mean4), spread4);
      v128.store(dscale + at, madd(change, normal, v128.load(dscale + at)));
      v128.store(dshift + at, f32x4.add(change, v128.load(dshift + at)));
      const g = f32x4.mul(change, v128.load(scale + at));
      sum = f32x4.add(sum, g);
      product = madd(g, normal, product);
    }
    let total = sum4(sum), both = sum4(product);
    for (; j < columns; j++) {
      const at = (<usize>j) << 2;
      const change = f32.load(dy + at);
      const normal = (f32.load(x + at) - mean) * spread;
      f32.store(dscale + at, f32.load(dscale + at) + change * normal);
      f32.store(dshift + at, f32.load(dshift + at) + change);
      const g = change * f32.load(scale + at);
      total += g;
      both += g * normal;
    }
    total /= <f32>columns;
    both /= <f32>columns;
    const total4 = f32x4.splat(total), both4 = f32x4.splat(both);
    for (j = 0; j < whole; j += 4) {
      const at = (<usize>j) << 2;
      const normal = f32x4.mul(f32x4.sub(v128.load(x + at), mean4), spread4);
      const g = f32x4.mul(v128.load(dy + at), v128.load(scale + at));
      v128.store(dx + at, f32x4.mul(spread4, f32x4.sub(f32x4.sub(g, total4), f32x4.mul(normal, both4))));
    }
    for (; j < columns; j++) {
      const at = (<usize>j) << 2;
      const normal = (f32.load(x + at) - mean) * spread;
      f32.store(dx + at, spread * (f32.load(dy + at) * f32.load(scale + at) - total - normal * both));
    }
    x += (<usize>columns) << 2;
    dy += (<usize>columns) << 2;
    dx += (<usize>columns) << 2;
  }
}

// @ts-ignore: decorator
@inline
function gelu4(x: v128): v128 {
  const half = f32x4.mul(x, f32x4.splat(0.5));
  return madd(half, erf4(f32x4.mul(x, f32x4.splat(0.7071067811865476))), half);
}

/** Φ(x) + x φ(x) */
// @ts-ignore: decorator
@inline
function geluSlope4(x: v128): v128 {
  const half = f32x4.splat(0.5);
  const share = madd(half, erf4(f32x4.mul(x, f32x4.splat(0.7071067811865476))), half);
  const density = f32x4.mul(f32x4.splat(0.3989422804014327), exp4(f32x4.mul(f32x4.mul(x, x), f32x4.splat(-0.5))));
  return madd(x, density, share);
}

export function gelu(n: i32, x: usize, y: usize): void {
  let i = 0;
  for (; i + 4 <= n; i += 4, x += 16, y += 16) v128.store(y, gelu4(v128.load(x)));
  if (i < n) storePart(y, n - i, gelu4(loadPart(x, n - i, 0)));
}

export function geluGradient(n: i32, dy: usize, x: usize, dx: usize): void {
  let i = 0;
  for (; i + 4 <= n; i += 4, x += 16, dx += 16, dy += 16) {
    v128.store(dx, f32x4.mul(v128.load(dy), geluSlope4(v128.load(x))));
  }
  if (i < n) storePart(dx, n - i, f32x4.mul(loadPart(dy, n - i, 0), geluSlope4(loadPart(x, n - i, 0))));
}

export function exponential(n: i32, x: usize, y: usize): void {
  let i = 0;
  for (; i + 4 <= n; i += 4, x += 16, y += 16) v128.store(y, exp4(v128.load(x)));
  if (i < n) storePart(y, n - i, exp4(loadPart(x, n - i, 0)));
}

export function sigmoid(n: i32, x: usize, y: usize): void {
  let i = 0;
  for (; i + 4 <= n; i += 4, x += 16, y += 16) v128.store(y, sigmoid4(v128.load(x)));
  if (i < n) storePart(y, n - i, sigmoid4(loadPart(x, n - i, 0)));
}

export function hyperbolicTangent(n: i32, x: usize, y: usize): void {
  let i = 0;
  for (; i + 4 <= n; i += 4, x += 16, y += 16) v128.store(y, tanh4(v128.load(x)));
  if (i < n) storePart(y, n - i, tanh4(loadPart(x, n - i, 0)));
}

// @ts-ignore: decorator
@inline
function mixed4(value: v128): v128 {
  let h = v128.xor(value, i32x4.shr_u(value, 16));
  h = i32x4.mul(h, i32x4.splat(0x85ebca6b));
  h = v128.xor(h, i32x4.shr_u(h, 13));
  h = i32x4.mul(h, i32x4.splat(0xc2b2ae35));
  return v128.xor(h, i32x4.shr_u(h, 16));
}

/** y = x kept where a hash of place and `word` is not below `threshold`, else 0; see ../../dropout-mask.ts. */
export function dropout(n: i32, word: i32, threshold: i32, kept: f32, x: usize, y: usize): void {
  const words = i32x4.splat(word), thresholds = i32x4.splat(threshold), factors = f32x4.splat(kept);
  let places = i32x4(0, 1, 2, 3);
  const step = i32x4.splat(4);
  for (let i = 0; i < n; i += 4, x += 16, y += 16) {
    const keep = i32x4.ge_u(mixed4(v128.xor(mixed4(places), words)), thresholds);
    places = i32x4.add(places, step);
    if (i + 4 <= n) v128.store(y, v128.and(keep, f32x4.mul(v128.load(x), factors)));
    else storePart(y, n - i, v128.and(keep, f32x4.mul(loadPart(x, n - i, 0), factors)));
  }
}

/** out[o, i] = Σ_m x[o, m, i]. */
export function sumMiddle(outer: i32, middle: i32, inner: i32, x: usize, out: usize): void {
  const bytes = (<usize>inner) << 2;
  for (let o = 0; o < outer; o++) {
    if (inner == 1) {
      let sum = f32x4.splat(0);
      let m = 0;
      for (; m + 4 <= middle; m += 4, x += 16) sum = f32x4.add(sum, v128.load(x));
      if (m < middle) {
        sum = f32x4.add(sum, loadPart(x, middle - m, 0));
        x += (<usize>(middle - m)) << 2;
      }
      f32.store(out, sum4(sum));
    } else {
      memory.fill(out, 0, bytes);
      for (let m = 0; m < middle; m++, x += bytes) {
        let i = 0;
        for (; i + 4 <= inner; i += 4) {
          const at = (<usize>i) << 2;
          v128.store(out + at, f32x4.add(v128.load(out + at), v128.load(x + at)));
        }
        for (; i < inner; i++) {
          const at = (<usize>i) << 2;
          f32.store(out + at, f32.load(out + at) + f32.load(x + at));
        }
      }
    }
    out += bytes;
  }
}
