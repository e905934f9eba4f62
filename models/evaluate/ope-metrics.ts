/**
 * What another policy would have earned, from decisions that were logged with the probability they were made with.
 * With n rounds, reward r, logging probability p of the action taken, target probability π of that same action, w = π / p,
 * a reward model's expectation q of the action taken and q_π = Σ_a π(a) q(a) under the target:
 *   DM    mean q_π                                          right only as far as the model is
 *   IPS   mean w·r                                          unbiased where p > 0 wherever π > 0 (Horvitz, Thompson 1952)
 *   SNIPS Σ w·r / Σ w                                       bounded, nearly unbiased (Swaminathan, Joachims 2015)
 *   DR    mean q_π + w·(r - q)                              unbiased if p or q is right (Dudík, Langford, Li 2011)
 *   SNDR  mean q_π + Σ w·(r - q) / Σ w                      the same with the weights normalised
 *   clipped IPS and DR: w replaced by min(w, most); switch: DR where w <= most, DM elsewhere (Wang et al. 2017)
 * Intervals come from the variance of each round's contribution, by whole clusters where rounds of one shopper hang together
 * (normalised estimators by the delta method), and are bent by its skewness (Hall 1992): rare rewards under large weights are
 * anything but normal, and a symmetric interval then misses above far more often than below.
 */

export interface Rounds {
  readonly reward: ArrayLike<number>;
  /** Of the action taken, when it was taken; > 0 and <= 1. */
  readonly propensity: ArrayLike<number>;
  /** Probability 0..1 that the target policy takes the action that was taken. */
  readonly target: ArrayLike<number>;
  /** q: what a reward model, fitted elsewhere than on the round itself, expects of the action taken. */
  readonly predicted?: ArrayLike<number>;
  /** q_π: what it expects under the target policy. */
  readonly predictedTarget?: ArrayLike<number>;
  /** Rounds with one number hang together (a shopper's); absent: every round by itself. */
  readonly cluster?: ArrayLike<number>;
}

export interface Estimate {
  /** Mean reward per round under the target policy. */
  readonly value: number;
  readonly standardError: number;
  /** Bounds of the 95 % interval. */
  readonly low: number;
  readonly high: number;
}

const z95 = 1.959963984540054;

/** Mean of contributions with its interval; their variance is taken between clusters. Throws RangeError without rounds. */
export const meanEstimate = (
  contributions: ArrayLike<number>,
  value: number,
  cluster: ArrayLike<number> | undefined,
): Estimate => {
  const n = contributions.length;
  if (n === 0) throw new RangeError('There are no rounds to estimate from');
  const sums = new Map<number, number>();
  if (cluster) for (let i = 0; i < n; i++) sums.set(cluster[i]!, (sums.get(cluster[i]!) ?? 0) + contributions[i]!);
  const parts = cluster ? [...sums.values()] : Array.from(contributions);
  const m = parts.length;
  const mean = parts.reduce((s, v) => s + v, 0) / m;
  let square = 0;
  let cube = 0;
  for (const part of parts) {
    square += (part - mean) ** 2;
    cube += (part - mean) ** 3;
  }
  // Each cluster's sum counts once: var(Σ) = m · var(sum), and the mean divides by n.
  const standardError = m > 1 ? Math.sqrt((m / (m - 1)) * square) / n : Number.POSITIVE_INFINITY;
  const skew = square > 0 ? cube / m / (square / m) ** 1.5 : 0;
  const bent = (z: number): number => (standardError === 0 ? 0 : standardError * bend(z, skew, m));
  return { value, standardError, low: value - bent(z95), high: value - bent(-z95) };
};

/** Hall's cubic transformation undone: the quantile of (mean - truth) / standard error that a normal quantile stands for. */
const bend = (z: number, skew: number, m: number): number => {
  const g = skew / Math.sqrt(m);
  return Math.abs(g) < 1e-6 ? z : (3 / g) * (Math.cbrt(1 + g * (z - g / 6)) - 1);
};

const checked = (rounds: Rounds): number => {
  const n = rounds.reward.length;
  for (let i = 0; i < n; i++) {
    const p = rounds.propensity[i]!;
    const t = rounds.target[i]!;
    if (!(p > 0 && p <= 1)) throw new RangeError(`A propensity is > 0 and <= 1, got ${p} in round ${i + 1}`);
    if (!(t >= 0 && t <= 1 + 1e-9)) throw new RangeError(`A target probability is 0..1, got ${t} in round ${i + 1}`);
  }
  return n;
};

/** π / p, at most `most`. */
const weightsOf = (rounds: Rounds, most = Number.POSITIVE_INFINITY): Float64Array =>
  Float64Array.from(rounds.reward, (_, i) => Math.min(most, rounds.target[i]! / rounds.propensity[i]!));

const modelOf = (rounds: Rounds): { q: ArrayLike<number>; pi: ArrayLike<number> } => {
  if (!rounds.predicted || !rounds.predictedTarget) throw new RangeError('This estimator needs a reward model');
  return { q: rounds.predicted, pi: rounds.predictedTarget };
};

const meanOf = (values: ArrayLike<number>): number => {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i]!;
  return sum / values.length;
};

const plain = (rounds: Rounds, contributions: Float64Array): Estimate => {
  const value = meanOf(contributions);
  return meanEstimate(contributions, value, rounds.cluster);
};

export const ips = (rounds: Rounds, most?: number): Estimate => {
  checked(rounds);
  const w = weightsOf(rounds, most);
  return plain(
    rounds,
    Float64Array.from(w, (v, i) => v * rounds.reward[i]!),
  );
};

/** Falls back on a value of 0 with an infinite interval where the target takes nothing that was logged. */
export const snips = (rounds: Rounds): Estimate => normalised(rounds, Float64Array.from(rounds.reward), undefined);

export const directMethod = (rounds: Rounds): Estimate => plain(rounds, Float64Array.from(modelOf(rounds).pi));

export const doublyRobust = (rounds: Rounds, most?: number): Estimate => {
  checked(rounds);
  const { q, pi } = modelOf(rounds);
  const w = weightsOf(rounds, most);
  return plain(
    rounds,
    Float64Array.from(w, (v, i) => pi[i]! + v * (rounds.reward[i]! - q[i]!)),
  );
};

export const normalisedDoublyRobust = (rounds: Rounds): Estimate => {
  const { q, pi } = modelOf(rounds);
  return normalised(
    rounds,
    Float64Array.from(rounds.reward, (r, i) => r - q[i]!),
    pi,
  );
};

/** DR where the weight is at most `most`, the model alone elsewhere: bounded variance for the model's bias there. */
export const switchDoublyRobust = (rounds: Rounds, most: number): Estimate => {
  checked(rounds);
  const { q, pi } = modelOf(rounds);
  const w = weightsOf(rounds);
  return plain(
    rounds,
    Float64Array.from(w, (v, i) => pi[i]! + (v <= most ? v * (rounds.reward[i]! - q[i]!) : 0)),
  );
};

const normalised = (rounds: Rounds, residual: Float64Array, pi: ArrayLike<number> | undefined): Estimate => {
  const n = checked(rounds);
  const w = weightsOf(rounds);
  const total = w.reduce((s, v) => s + v, 0);
  if (total === 0) return { value: 0, standardError: Infinity, low: -Infinity, high: Infinity };
  let sum = 0;
  for (let i = 0; i < n; i++) sum += w[i]! * residual[i]!;
  const ratio = sum / total;
  const base = pi ? meanOf(pi) : 0;
  const contributions = Float64Array.from(
    w,
    (v, i) => ((v * n) / total) * (residual[i]! - ratio) + (pi ? pi[i]! - base : 0),
  );
  return meanEstimate(contributions, base + ratio, rounds.cluster);
};

export interface Overlap {
  /** (Σw)² / Σw²: how many rounds the weights are worth. */
  readonly effective: number;
  readonly maxWeight: number;
  /** About 1 when the propensities are right and every action the target takes was possible. */
  readonly meanWeight: number;
  /** Share of the whole weight that its heaviest 1 % of rounds carry. */
  readonly topShare: number;
  readonly warnings: readonly string[];
}

/** How far the log can speak for the target at all, with one sentence per reason to doubt it. */
export const overlapOf = (rounds: Rounds): Overlap => {
  const n = checked(rounds);
  const w = weightsOf(rounds);
  let sum = 0;
  let square = 0;
  let maxWeight = 0;
  for (const v of w) {
    sum += v;
    square += v * v;
    maxWeight = Math.max(maxWeight, v);
  }
  const effective = square > 0 ? sum ** 2 / square : 0;
  const meanWeight = sum / n;
  const sorted = Float64Array.from(w).sort();
  const topShare = sum > 0 ? sorted.subarray(n - Math.max(1, Math.floor(n / 100))).reduce((s, v) => s + v, 0) / sum : 0;
  // Sampling error of the mean weight under the target's own weights.
  const spread = Math.sqrt(Math.max(0, square / n - meanWeight ** 2) / n);
  const warnings: string[] = [];
  if (effective < 100)
    warnings.push(`The log is worth only ${effective.toFixed(1)} rounds for this policy; at least 100 are wanted`);
  if (maxWeight > n / 20) warnings.push(`One round weighs ${maxWeight.toFixed(1)}, more than a twentieth of all ${n}`);
  if (topShare > 0.5) warnings.push(`One in a hundred rounds carries ${Math.round(100 * topShare)} % of the weight`);
  if (Math.abs(meanWeight - 1) > 0.02 + 4 * spread) {
    warnings.push(
      `The weights average ${meanWeight.toFixed(3)} instead of 1: the policy takes actions that were never possible, or the propensities are wrong`,
    );
  }
  return { effective, maxWeight, meanWeight, topShare, warnings };
};

/** Every estimator that these rounds allow, by name. `most` is the clip of the clipped and switch estimators. */
export const estimates = (rounds: Rounds, most: number): Readonly<Record<string, Estimate>> => ({
  ips: ips(rounds),
  'clipped-ips': ips(rounds, most),
  snips: snips(rounds),
  ...(rounds.predicted
    ? {
        dm: directMethod(rounds),
        dr: doublyRobust(rounds),
        sndr: normalisedDoublyRobust(rounds),
        'clipped-dr': doublyRobust(rounds, most),
        'switch-dr': switchDoublyRobust(rounds, most),
      }
    : {}),
});
