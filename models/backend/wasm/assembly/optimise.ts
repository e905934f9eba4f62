/** Steps of an optimizer, in place. */

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
