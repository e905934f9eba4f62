/** What choosing an arm for each person is worth on a randomised trial, and how sure the difference of two choices is. */
import { type Estimate, type Rounds, snips } from './ope-metrics.ts';

/** One row of a trial per entry: the arm drawn and its probability, what came of it, and the arm the policy would take. */
export interface Assignment {
  readonly drawn: ArrayLike<number>;
  /** Probability of each arm under the trial. */
  readonly shares: ArrayLike<number>;
  readonly outcome: ArrayLike<number>;
  readonly chosen: ArrayLike<number>;
}

/** The rows where the draw and the policy agree, weighted by the draw's probability (SNIPS, ope-metrics.ts). */
const assignmentRounds = ({ drawn, shares, outcome, chosen }: Assignment): Rounds => ({
  reward: outcome,
  propensity: Float64Array.from(drawn, arm => shares[arm]!),
  target: Float64Array.from(drawn, (arm, i) => (arm === chosen[i] ? 1 : 0)),
});

/** Mean outcome if everybody got the arm the policy takes, with its 95 % interval. */
export const policyValue = (assignment: Assignment): Estimate => snips(assignmentRounds(assignment));

export interface Paired {
  readonly mean: number;
  /** Sample standard deviation of the differences. */
  readonly deviation: number;
  /** Mean over its standard error. The splits share rows, so this is no test of its own: read it beside the deviation. */
  readonly t: number;
  readonly better: number;
}

/** Differences a - b over the same splits. Throws RangeError when the lengths differ or are below 2. */
export const paired = (a: readonly number[], b: readonly number[]): Paired => {
  if (a.length !== b.length || a.length < 2) {
    throw new RangeError(`Pairs need two lists of one length of at least 2, got ${a.length} and ${b.length}`);
  }
  const gaps = a.map((value, i) => value - b[i]!);
  const mean = gaps.reduce((s, g) => s + g, 0) / gaps.length;
  const deviation = Math.sqrt(gaps.reduce((s, g) => s + (g - mean) ** 2, 0) / (gaps.length - 1));
  const t = deviation > 0 ? (mean * Math.sqrt(gaps.length)) / deviation : 0;
  return { mean, deviation, t, better: gaps.filter(g => g > 0).length };
};
