/** Which shape each member's score takes in a blend, by how likely it makes held-out purchases. */
import { seededRandom } from '../../knowledge/domain/random.ts';
import type { Candidates } from './candidates.ts';
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
 * more likely on the half of the cases that its weights were not fitted on. Likelihood tells shapes apart with far fewer cases than NDCG.
 */
export const chooseShapes = (
  data: Candidates,
  using: readonly number[],
  free: readonly number[],
  seed: number,
): readonly ScoreShape[] => {
  const random = seededRandom(seed + 47);
  const cases = Int32Array.from(data.ideal, (_, i) => i).slice(0, mostCases);
  const isFirst = Array.from(cases, () => random() < 0.5);
  const halves = [cases.filter((_, i) => isFirst[i]), cases.filter((_, i) => !isFirst[i])] as const;
  const heldOut = (shapes: readonly ScoreShape[]): number => {
    const view = withShapes(data, shapes);
    const [a, b] = halves.map((half, h) =>
      listwiseLikelihood(view, halves[1 - h]!, fitListwise(view, half, using, ridge)),
    );
    return (a! + b!) / 2;
  };
  let shapes: readonly ScoreShape[] = data.x.map(() => 'plain');
  if (free.length === 0 || halves.some(half => half.length === 0)) return shapes;
  let best = heldOut(shapes);
  for (const c of free) {
    const other = shapes.with(c, 'log');
    const likelihood = heldOut(other);
    if (likelihood > best + smallestGain) [shapes, best] = [other, likelihood];
  }
  return shapes;
};
