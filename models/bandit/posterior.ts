/**
 * How far a model's expectation is off for one arm: a normal posterior over the mean residual, of sums that are
 * forgotten with a half-life so that it follows a response that changes. Residuals are shares of the margin at stake.
 */

/** Discounted sums: how many outcomes they amount to, Σ residual, Σ residual². */
export interface Sums {
  readonly count: number;
  readonly sum: number;
  readonly squares: number;
}

export const noSums: Sums = { count: 0, sum: 0, squares: 0 };

export const plus = (a: Sums, b: Sums, weight = 1): Sums => ({
  count: a.count + weight * b.count,
  sum: a.sum + weight * b.sum,
  squares: a.squares + weight * b.squares,
});

/** What outcomes that are `age` old count for, 0..1; both in the same unit. */
export const discount = (age: number, halfLife: number): number => 2 ** (-Math.max(0, age) / halfLife);

/** Mean and standard deviation of a normal distribution. */
export interface Normal {
  readonly mean: number;
  readonly sd: number;
}

/** One outcome's variance before any was seen, and how many outcomes that guess counts for. */
const noisePrior = { variance: 0.25, weight: 20 } as const;

/** Variance of one outcome around its cell's mean, shrunk to the prior guess. */
export const noiseVariance = ({ count, sum, squares }: Sums): number => {
  const around = count > 0 ? Math.max(0, squares - sum ** 2 / count) : 0;
  return (noisePrior.weight * noisePrior.variance + around) / (noisePrior.weight + count);
};

/**
 * Posterior of the mean under a normal prior and normal noise of known variance (Gelman et al., Bayesian Data Analysis
 * 2.5): precisions add up, means weigh by them. A prior with sd 0 is not moved by anything.
 */
export const updated = (prior: Normal, sums: Sums, variance: number): Normal => {
  if (sums.count <= 0 || prior.sd === 0) return prior;
  const before = 1 / prior.sd ** 2;
  const data = sums.count / variance;
  return {
    mean: (before * prior.mean + data * (sums.sum / sums.count)) / (before + data),
    sd: Math.sqrt(1 / (before + data)),
  };
};

/** Share of the prior variance that is common to an arm's segments; the rest is each segment's own. */
const commonShare = 0.6;

/**
 * The arm's correction for one segment: the other segments move the common part of the prior, the segment's own outcomes
 * the whole. `priorSd` is the model's own uncertainty of this arm, `others` excludes `own`.
 */
export const segmentPosterior = (priorSd: number, own: Sums, others: Sums): Normal => {
  const variance = noiseVariance(plus(own, others));
  const common = updated({ mean: 0, sd: priorSd * Math.sqrt(commonShare) }, others, variance);
  const spread = priorSd ** 2 * (1 - commonShare);
  return updated({ mean: common.mean, sd: Math.sqrt(common.sd ** 2 + spread) }, own, variance);
};
