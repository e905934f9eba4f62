/** Values far outside a product's own range, found by median and MAD, which the outliers themselves cannot move. */

export interface RobustRange {
  readonly low: number;
  readonly high: number;
}

/** With fewer values nothing can be said of a range. */
const fewest = 8;
/** A normal variable leaves this many standard deviations once in 3.5 million draws. */
const deviations = 5;
/** MAD × this estimates the standard deviation of a normal variable (Hampel 1974). */
const toDeviation = 1.4826;

const medianOf = (sorted: Float64Array): number => {
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
};

/**
 * The range of positive values on the log scale: prices and quantities err by factors. `widest`: at least this factor on either side of
 * the median is always within. Null with fewer than eight values.
 */
export const robustRange = (values: readonly number[], widest: number): RobustRange | null => {
  if (values.length < fewest) return null;
  const logs = Float64Array.from(values, Math.log).sort();
  const median = medianOf(logs);
  const mad = medianOf(logs.map(value => Math.abs(value - median)).sort());
  const reach = Math.max(Math.log(widest), deviations * toDeviation * mad);
  return { low: Math.exp(median - reach), high: Math.exp(median + reach) };
};
