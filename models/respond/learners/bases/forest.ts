/** A random forest as base learner: strong leaves, because what is looked for is small beside the noise. */
import { fitForest, forestValue } from '../../../forest/forest.ts';
import type { BaseLearner } from '../learner.ts';

export const forest: BaseLearner = async ({ table, target, on, weights, seed }) => {
  const fitted = fitForest(table, {
    target,
    on,
    ...(weights && { weights }),
    seed,
    trees: 100,
    depth: 6,
    minRows: Math.max(20, Math.round(on.length / 100)),
    sample: 0.5,
  });
  return ({ rows, columns, x }) => Float64Array.from({ length: rows }, (_, i) => forestValue(fitted, x, i * columns));
};
