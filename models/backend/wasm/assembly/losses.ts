/** Losses over many classes, and their gradients, without the matrix of log probabilities in between. */
import { exp4, loadPart, madd, max4, storePart, sum4 } from './vector';

/** The largest of each row, and the sum of e^(x - largest). */
export function rowExponents(rows: i32, columns: i32, x: usize, largest: usize, sums: usize): void {
  const whole = columns & ~3;
  const rest = columns & 3;
  for (let i = 0; i < rows; i++) {
    let top4 = f32x4.splat(-Infinity);
    for (let j = 0; j < whole; j += 4) top4 = f32x4.max(top4, v128.load(x + ((<usize>j) << 2)));
    const end = x + ((<usize>whole) << 2);
    if (rest > 0) top4 = f32x4.max(top4, loadPart(end, rest, -Infinity));
    const top = max4(top4);
    const tops = f32x4.splat(top);
    let sum = f32x4.splat(0);
    for (let j = 0; j < whole; j += 4) sum = f32x4.add(sum, exp4(f32x4.sub(v128.load(x + ((<usize>j) << 2)), tops)));
    if (rest > 0) sum = f32x4.add(sum, exp4(f32x4.sub(loadPart(end, rest, -Infinity), tops)));
    f32.store(largest + ((<usize>i) << 2), top);
    f32.store(sums + ((<usize>i) << 2), sum4(sum));
    x += (<usize>columns) << 2;
  }
}

/** out[i, j] = dy[i] e^(x[i, j] - logSums[i]), and dy[i] less at j = label[i]; a label below 0: zeros. */
export function crossEntropyGradient(
  rows: i32, columns: i32, x: usize, logSums: usize, labels: usize, dy: usize, out: usize,
): void {
  const bytes = (<usize>columns) << 2;
  for (let i = 0; i < rows; i++) {
    const label = i32.load(labels + ((<usize>i) << 2));
    if (label < 0) memory.fill(out, 0, bytes);
    else {
      const weight = f32.load(dy + ((<usize>i) << 2));
      scaledExponents(columns, x, f32.load(logSums + ((<usize>i) << 2)), weight, 0, 0, out);
      const at = out + ((<usize>label) << 2);
      f32.store(at, f32.load(at) - weight);
    }
    x += bytes;
    out += bytes;
  }
}

/** sums[i] = Σ_j counts[i, j], products[i] = Σ_j counts[i, j] x[i, j]. */
export function countedRows(rows: i32, columns: i32, x: usize, counts: usize, sums: usize, products: usize): void {
  const whole = columns & ~3;
  const rest = columns & 3;
  for (let i = 0; i < rows; i++) {
    let sum = f32x4.splat(0);
    let product = sum;
    for (let j = 0; j < whole; j += 4) {
      const count = v128.load(counts + ((<usize>j) << 2));
      sum = f32x4.add(sum, count);
      product = madd(count, v128.load(x + ((<usize>j) << 2)), product);
    }
    if (rest > 0) {
      const count = loadPart(counts + ((<usize>whole) << 2), rest, 0);
      sum = f32x4.add(sum, count);
      product = madd(count, loadPart(x + ((<usize>whole) << 2), rest, 0), product);
    }
    f32.store(sums + ((<usize>i) << 2), sum4(sum));
    f32.store(products + ((<usize>i) << 2), sum4(product));
    x += (<usize>columns) << 2;
    counts += (<usize>columns) << 2;
  }
}

/** out[i, j] = dy[i] (totals[i] e^(x[i, j] - logSums[i]) - counts[i, j]). */
export function multinomialGradient(
  rows: i32, columns: i32, x: usize, counts: usize, logSums: usize, totals: usize, dy: usize, out: usize,
): void {
  const bytes = (<usize>columns) << 2;
  for (let i = 0; i < rows; i++) {
    const at = (<usize>i) << 2;
    const weight = f32.load(dy + at);
    scaledExponents(columns, x, f32.load(logSums + at), weight * f32.load(totals + at), counts, -weight, out);
    x += bytes;
    counts += bytes;
    out += bytes;
  }
}

/** out = factor e^(x - less) + share * more; `more` 0: nothing. */
function scaledExponents(n: i32, x: usize, less: f32, factor: f32, more: usize, share: f32, out: usize): void {
  const factors = f32x4.splat(factor), lesser = f32x4.splat(less), shares = f32x4.splat(share);
  const whole = n & ~3;
  if (more == 0) {
    for (let j = 0; j < whole; j += 4) {
      const at = (<usize>j) << 2;
      v128.store(out + at, f32x4.mul(factors, exp4(f32x4.sub(v128.load(x + at), lesser))));
    }
  } else {
    for (let j = 0; j < whole; j += 4) {
      const at = (<usize>j) << 2;
      const value = f32x4.mul(factors, exp4(f32x4.sub(v128.load(x + at), lesser)));
      v128.store(out + at, madd(shares, v128.load(more + at), value));
    }
  }
  if (n > whole) {
    const at = (<usize>whole) << 2;
    let value = f32x4.mul(factors, exp4(f32x4.sub(loadPart(x + at, n - whole, 0), lesser)));
    if (more != 0) value = madd(shares, loadPart(more + at, n - whole, 0), value);
    storePart(out + at, n - whole, value);
  }
}
