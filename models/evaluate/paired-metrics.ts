/** Whether one figure beats another over the same splits, and what resampling rows says of a single figure. */
import { seededRandom } from '../../knowledge/domain/random.ts';

export interface PairedDifference {
  readonly mean: number;
  /** Sample standard deviation of the differences. */
  readonly sd: number;
  /** Two-sided p of the paired t-test over the splits. They share rows, so it is too small when the data are few. */
  readonly p: number;
  /** The same with the variance corrected for overlapping splits (Nadeau & Bengio 2003): the one to believe. */
  readonly pCorrected: number;
  /** Splits in which the first was higher. */
  readonly better: number;
}

/** log Γ(x), x > 0 (Lanczos, g = 7). */
const logGamma = (x: number): number => {
  const c = [
    0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
    12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
  ];
  const z = x - 1;
  const t = z + 7.5;
  let sum = c[0]!;
  for (let i = 1; i < c.length; i++) sum += c[i]! / (z + i);
  return 0.5 * Math.log(2 * Math.PI) + (z + 0.5) * Math.log(t) - t + Math.log(sum);
};

/** Regularised incomplete beta by its continued fraction (Numerical Recipes 6.4). */
const incompleteBeta = (a: number, b: number, x: number): number => {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log(1 - x));
  if (x > (a + 1) / (a + b + 2)) return 1 - incompleteBeta(b, a, 1 - x);
  let [c, d] = [1, 1 - ((a + b) * x) / (a + 1)];
  d = 1 / (Math.abs(d) < 1e-300 ? 1e-300 : d);
  let h = d;
  for (let m = 1; m < 300; m++) {
    for (const step of [
      (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m)),
      (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1)),
    ]) {
      d = 1 + step * d;
      d = 1 / (Math.abs(d) < 1e-300 ? 1e-300 : d);
      c = 1 + step / c;
      h *= d * c;
    }
    if (Math.abs(d * c - 1) < 1e-12) break;
  }
  return (front * h) / a;
};

/** Two-sided p of a t value. */
export const studentP = (t: number, degrees: number): number =>
  Number.isFinite(t) ? incompleteBeta(degrees / 2, 0.5, degrees / (degrees + t * t)) : 0;

/** Differences a - b over the same splits, of which `testShare` (0..1) of the rows was tested on. */
export const pairedDifference = (
  a: readonly number[],
  b: readonly number[],
  testShare: number,
): PairedDifference | null => {
  const gaps = a.map((value, i) => value - b[i]!);
  const n = gaps.length;
  if (n < 2) return null;
  const mean = gaps.reduce((s, g) => s + g, 0) / n;
  const variance = gaps.reduce((s, g) => s + (g - mean) ** 2, 0) / (n - 1);
  const pOf = (factor: number): number =>
    variance > 0 ? studentP(mean / Math.sqrt(variance * factor), n - 1) : mean === 0 ? 1 : 0;
  return {
    mean,
    sd: Math.sqrt(variance),
    p: pOf(1 / n),
    pCorrected: pOf(1 / n + testShare / (1 - testShare)),
    better: gaps.filter(g => g > 0).length,
  };
};

/** 2.5 and 97.5 % quantiles of a figure over rows drawn anew with repeats (Efron 1979). `figure` gets row numbers. */
export const bootstrapInterval = (
  rows: number,
  figure: (drawn: Int32Array) => number,
  seed: number,
  rounds = 200,
): readonly [number, number] => {
  const random = seededRandom(seed);
  const values = Float64Array.from({ length: rounds }, () =>
    figure(Int32Array.from({ length: rows }, () => Math.floor(random() * rows))),
  ).sort();
  const at = (share: number): number => values[Math.min(rounds - 1, Math.floor(share * rounds))]!;
  return [at(0.025), at(0.975)];
};
