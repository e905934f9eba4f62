/**
 * Thompson sampling as probability matching (Thompson 1933): each arm is to be chosen as often as it is the best one under
 * what is believed of it. The probabilities are computed, and then one uniform number picks by them, so that the
 * propensity logged is the very number that was used and not an estimate of it.
 */

/** What is believed of an arm's value: normal, `sd` 0 when it is known for certain. Any one unit, the same for all. */
export interface Belief {
  readonly mean: number;
  readonly sd: number;
}

/** Normal distribution function; absolute error below 1.5e-7 (Abramowitz and Stegun 7.1.26). */
const normalBelow = (z: number): number => {
  // The approximation is not better than this either.
  if (z > 6 || z < -6) return z > 0 ? 1 : 0;
  const x = Math.abs(z) * Math.SQRT1_2;
  const t = 1 / (1 + 0.3275911 * x);
  const tail =
    ((((1.061405429 * t - 1.453152027) * t + 1.421413741) * t - 0.284496736) * t + 0.254829592) * t * Math.exp(-x * x);
  return z >= 0 ? 1 - tail / 2 : tail / 2;
};

const reach = 5;
const knots = [-3, -2.2, -1.5, -1, -0.5, 0, 0.5, 1, 1.5, 2.2, 3] as const;
/** Arms whose own scale the grid follows; beyond them it is even. */
const followed = 6;
const evenCells = 24;
/** Of very many arms only those that could be best with some chance are weighed: the foremost by mean + 2.5 sd. */
const weighed = 24;

/** Where the value of the best arm can lie, cut finely where the leading arms put their weight. */
const gridFor = (active: readonly Belief[], low: number, high: number): Float64Array => {
  const edges = new Float64Array(evenCells + 1 + followed * knots.length);
  let count = 0;
  for (let k = 0; k <= evenCells; k++) edges[count++] = low + ((high - low) * k) / evenCells;
  const promises = new Float64Array(active.length);
  for (let i = 0; i < promises.length; i++) promises[i] = active[i]!.mean + active[i]!.sd;
  for (let rank = 0; rank < Math.min(followed, promises.length); rank++) {
    let lead = 0;
    for (let i = 1; i < promises.length; i++) if (promises[i]! > promises[lead]!) lead = i;
    promises[lead] = Number.NEGATIVE_INFINITY;
    const { mean, sd } = active[lead]!;
    for (let k = 0; k < knots.length; k++) {
      const x = mean + sd * knots[k]!;
      if (x > low && x < high) edges[count++] = x;
    }
  }
  return edges.subarray(0, count).sort();
};

/** Leaves the `weighed` arms of the highest mean + 2.5 sd, the earlier one of two that are equal. */
const keepForemost = (places: number[], arms: readonly Belief[]): void => {
  const promises = new Float64Array(places.length);
  for (let k = 0; k < promises.length; k++) {
    const { mean, sd } = arms[places[k]!] as Belief;
    promises[k] = mean + 2.5 * sd;
  }
  const edge = promises.slice().sort()[promises.length - weighed]!;
  let above = 0;
  for (let k = 0; k < promises.length; k++) if (promises[k]! > edge) above += 1;
  let kept = 0;
  for (let k = 0; k < promises.length; k++) {
    if (promises[k]! < edge || (promises[k] === edge && above >= weighed)) continue;
    if (promises[k] === edge) above += 1;
    places[kept++] = places[k]!;
  }
  places.length = kept;
};

/**
 * For each arm the probability that it is the best of all, adding up to 1. Arms are taken as independent; of arms known
 * for certain only the best counts, the earlier one when they are equal. Integrated on a grid, so a probability may be
 * off by some thousandths from the integral; whoever draws by it draws by exactly what is returned.
 * Throws RangeError when an arm is not finite or there is none.
 */
export const bestProbabilities = (arms: readonly Belief[]): number[] => {
  if (arms.length === 0) throw new RangeError('At least one arm is needed');
  let certain = -1;
  let low = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < arms.length; i++) {
    const { mean, sd } = arms[i] as Belief;
    if (!Number.isFinite(mean) || !Number.isFinite(sd) || sd < 0) {
      throw new RangeError(`An arm needs a finite mean and a deviation of 0 or more, got ${mean} and ${sd}`);
    }
    if (sd === 0 && (certain < 0 || mean > (arms[certain] as Belief).mean)) certain = i;
    low = Math.max(low, mean - reach * sd);
  }
  const chances = arms.map(() => 0);
  const places: number[] = [];
  let high = low;
  for (let i = 0; i < arms.length; i++) {
    const { mean, sd } = arms[i] as Belief;
    if (sd === 0 || mean + reach * sd <= low) continue;
    places.push(i);
    high = Math.max(high, mean + reach * sd);
  }
  if (places.length > weighed) {
    keepForemost(places, arms);
  }
  const active = places.map(i => arms[i] as Belief);
  if (certain >= 0) {
    // Below the certain arm's value nobody beats it; `low` is at least that value.
    const at = (arms[certain] as Belief).mean;
    chances[certain] = active.reduce((p, { mean, sd }) => p * normalBelow((at - mean) / sd), at >= low ? 1 : 0);
  }
  if (active.length > 0) addUncertain(chances, places, active, gridFor(active, low, high));
  let total = 0;
  for (const p of chances) total += p;
  for (let i = 0; i < chances.length; i++) chances[i]! /= total;
  return chances;
};

/** P(arm is best) = Σ over cells of P(its value lies there) · Π of the others' P(below the cell's middle). */
const addUncertain = (
  chances: number[],
  places: readonly number[],
  active: readonly Belief[],
  edges: Float64Array,
): void => {
  const n = active.length;
  const means = new Float64Array(n);
  const deviations = new Float64Array(n);
  const below = new Float64Array(n);
  const middles = new Float64Array(n);
  const sums = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    const { mean, sd } = active[i]!;
    means[i] = mean;
    deviations[i] = sd;
    below[i] = normalBelow((edges[0]! - mean) / sd);
  }
  for (let k = 1; k < edges.length; k++) {
    const edge = edges[k]!;
    const middle = (edges[k - 1]! + edge) / 2;
    // At most `weighed` factors, none below 1e-12: their product is a number still.
    let all = 1;
    for (let i = 0; i < n; i++) {
      const p = Math.max(1e-12, normalBelow((middle - means[i]!) / deviations[i]!));
      middles[i] = p;
      all *= p;
    }
    for (let i = 0; i < n; i++) {
      const next = normalBelow((edge - means[i]!) / deviations[i]!);
      sums[i]! += ((next - below[i]!) * all) / middles[i]!;
      below[i] = next;
    }
  }
  for (let i = 0; i < n; i++) chances[places[i]!] = sums[i]!;
};
