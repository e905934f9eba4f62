/** What the other files do four numbers at a time. */

// @ts-ignore: decorator
@inline
export function madd(a: v128, b: v128, c: v128): v128 {
  if (ASC_FEATURE_RELAXED_SIMD) return f32x4.relaxed_madd(a, b, c);
  return f32x4.add(f32x4.mul(a, b), c);
}

/** to += from */
export function addTo(n: i32, from: usize, to: usize): void {
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

/** to += factor * from */
export function axpy(n: i32, factor: f32, from: usize, to: usize): void {
  const factors = f32x4.splat(factor);
  let i = 0;
  for (; i + 4 <= n; i += 4) {
    v128.store(to, madd(v128.load(from), factors, v128.load(to)));
    from += 16;
    to += 16;
  }
  for (; i < n; i++) {
    f32.store(to, f32.load(to) + factor * f32.load(from));
    from += 4;
    to += 4;
  }
}

// @ts-ignore: decorator
@inline
export function sum4(x: v128): f32 {
  return f32x4.extract_lane(x, 0) + f32x4.extract_lane(x, 1) + (f32x4.extract_lane(x, 2) + f32x4.extract_lane(x, 3));
}

// @ts-ignore: decorator
@inline
export function max4(x: v128): f32 {
  return max(max(f32x4.extract_lane(x, 0), f32x4.extract_lane(x, 1)), max(f32x4.extract_lane(x, 2), f32x4.extract_lane(x, 3)));
}

/** The n <= 3 numbers at `x`, and `rest` in the lanes beyond. */
// @ts-ignore: decorator
@inline
export function loadPart(x: usize, n: i32, rest: f32): v128 {
  let value = f32x4.splat(rest);
  value = f32x4.replace_lane(value, 0, f32.load(x));
  if (n > 1) value = f32x4.replace_lane(value, 1, f32.load(x, 4));
  if (n > 2) value = f32x4.replace_lane(value, 2, f32.load(x, 8));
  return value;
}

/** Writes the first n <= 3 lanes. */
// @ts-ignore: decorator
@inline
export function storePart(x: usize, n: i32, value: v128): void {
  f32.store(x, f32x4.extract_lane(value, 0));
  if (n > 1) f32.store(x, f32x4.extract_lane(value, 1), 4);
  if (n > 2) f32.store(x, f32x4.extract_lane(value, 2), 8);
}

/**
 * e^x to about 2 units in the last place: x = n ln 2 + r, a Taylor polynomial of degree 6 in |r| <= ln 2 / 2, times 2^n. Below
 * -87.3 it is 0; above 88.3 it stays at e^88.3. NaN stays NaN.
 */
// @ts-ignore: decorator
@inline
export function exp4(x: v128): v128 {
  const bounded = f32x4.min(f32x4.max(x, f32x4.splat(-87.3)), f32x4.splat(88.3));
  const n = f32x4.nearest(f32x4.mul(bounded, f32x4.splat(1.4426950408889634)));
  let r = f32x4.sub(bounded, f32x4.mul(n, f32x4.splat(0.693359375)));
  r = f32x4.sub(r, f32x4.mul(n, f32x4.splat(-2.12194440e-4)));
  let p = madd(r, f32x4.splat(0.001388888888888889), f32x4.splat(0.008333333333333333));
  p = madd(p, r, f32x4.splat(0.041666666666666664));
  p = madd(p, r, f32x4.splat(0.16666666666666666));
  p = madd(p, r, f32x4.splat(0.5));
  p = madd(p, r, f32x4.splat(1));
  p = madd(p, r, f32x4.splat(1));
  const power = i32x4.shl(i32x4.add(i32x4.trunc_sat_f32x4_s(n), i32x4.splat(127)), 23);
  // Not "x >= -87.3", which would turn NaN into 0.
  return v128.andnot(f32x4.mul(p, power), f32x4.lt(x, f32x4.splat(-87.3)));
}

// @ts-ignore: decorator
@inline
export function sigmoid4(x: v128): v128 {
  const one = f32x4.splat(1);
  return f32x4.div(one, f32x4.add(one, exp4(f32x4.neg(x))));
}

/** tanh, absolute error below 2e-7. */
// @ts-ignore: decorator
@inline
export function tanh4(x: v128): v128 {
  const one = f32x4.splat(1);
  return f32x4.sub(one, f32x4.div(f32x4.splat(2), f32x4.add(one, exp4(f32x4.add(x, x)))));
}

/** The error function, absolute error below 2e-7 (Abramowitz & Stegun 7.1.26). */
// @ts-ignore: decorator
@inline
export function erf4(x: v128): v128 {
  const one = f32x4.splat(1);
  const size = f32x4.abs(x);
  const t = f32x4.div(one, madd(size, f32x4.splat(0.3275911), one));
  let p = madd(t, f32x4.splat(1.061405429), f32x4.splat(-1.453152027));
  p = madd(p, t, f32x4.splat(1.421413741));
  p = madd(p, t, f32x4.splat(-0.284496736));
  p = madd(p, t, f32x4.splat(0.254829592));
  const value = f32x4.sub(one, f32x4.mul(f32x4.mul(p, t), exp4(f32x4.neg(f32x4.mul(x, x)))));
  return v128.or(value, v128.and(x, f32x4.splat(-0.0)));
}
