import { meanOf } from './blend/candidates.ts';

/** Of the cases' differences b - a: their mean, and its standard error. Both in the same order of cases. */
export const pairedGain = (a: Float64Array, b: Float64Array): { readonly mean: number; readonly error: number } => {
  const differences = b.map((value, i) => value - a[i]!);
  const mean = meanOf(differences);
  const variance = differences.reduce((sum, one) => sum + (one - mean) ** 2, 0) / Math.max(1, differences.length - 1);
  return { mean, error: Math.sqrt(variance / Math.max(1, differences.length)) };
};
