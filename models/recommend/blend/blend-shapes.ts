/** Which shape each member's score takes in a blend, by how likely it makes held-out purchases. */
import { seededRandom } from '../../../knowledge/domain/random.ts';
import { pairedGain } from '../paired-gain.ts';
import { type Candidates, mixed, ndcgOf, tellingCases } from './candidates.ts';
import { fitListwise, listwiseLikelihood } from './listwise.ts';
import { type ScoreShape, shaped } from './score-shape.ts';

const mostCases = 600;
const ridge = 30;
/** Log-likelihood a case that another shape must gain: less is noise. */
const smallestGain = 0.002;

export const withShapes = (data: Candidates, shapes: readonly ScoreShape[]): Candidates => ({
  ...data,
  x: data.x.map((column, c) => (shapes[c] === 'plain' ? column : column.map(x => shaped(shapes[c]!, x)))),
});

/**
 * One shape per component: each of `free` in turn takes the logarithm where the conditional logit of all `using` then makes purchases
 * more likely on the half of the cases that its weights were not fitted on. Likelihood tells shapes apart with far fewer cases than NDCG;
 * they are kept unless NDCG on those halves is worse for them beyond its standard error.
 */
export const chooseShapes = (
  data: Candidates,
  using: readonly number[],
  free: readonly number[],
  seed: number,
): readonly ScoreShape[] => {
  const random = seededRandom(seed + 47);
  const everyone = Int32Array.from(data.ideal, (_, i) => i);
  const cases = tellingCases(data, everyone, mostCases);
  const isFirst = Array.from(cases, () => random() < 0.5);
  const halves = [cases.filter((_, i) => isFirst[i]), cases.filter((_, i) => !isFirst[i])] as const;
  const judge = (shapes: readonly ScoreShape[]): Judged => {
    const view = withShapes(data, shapes);
    let likelihood = 0;
    const ndcg = new Float64Array(data.ideal.length);
    halves.forEach((half, h) => {
      const weights = fitListwise(view, half, using, ridge);
      const other = halves[1 - h]!;
      likelihood += listwiseLikelihood(view, other, weights) / 2;
      ndcgOf(view, other, mixed(view, weights)).forEach((one, n) => {
        ndcg[other[n]!] = one;
      });
    });
    return { shapes, likelihood, ndcg };
  };
  const plain = data.x.map(() => 'plain' as const);
  if (free.length === 0 || halves.some(half => half.length === 0)) return plain;
  const start = judge(plain);
  let best = start;
  for (const c of free) {
    const other = judge(best.shapes.with(c, 'log'));
    if (other.likelihood > best.likelihood + smallestGain) best = other;
  }
  const ofCases = ({ ndcg }: Judged): Float64Array => Float64Array.from(cases, i => ndcg[i]!);
  const { mean, error } = pairedGain(ofCases(start), ofCases(best));
  return mean >= -error ? best.shapes : plain;
};

interface Judged {
  readonly shapes: readonly ScoreShape[];
  /** Mean log-likelihood of a held-out case. */
  readonly likelihood: number;
  /** Of each case. */
  readonly ndcg: Float64Array;
}
