/** Every uplift learner by the name the command line uses. Without a suffix the base learner is linear. */
import { forest } from './bases/forest.ts';
import { linear } from './bases/linear.ts';
import { neural } from './bases/neural.ts';
import { classTransform } from './class-transform.ts';
import { defaultLearner } from './default.ts';
import { dr } from './dr.ts';
import { dragonnet } from './dragonnet.ts';
import type { BaseLearner, Learner } from './learner.ts';
import { propensity } from './propensity.ts';
import { relevance } from './relevance.ts';
import { s } from './s.ts';
import { t } from './t.ts';
import { upliftForest } from './uplift-forest.ts';
import { x } from './x.ts';

const over: Readonly<Record<string, (base: BaseLearner) => Learner>> = {
  propensity,
  s,
  t,
  x,
  dr,
  'class-transform': classTransform,
};
const bases: Readonly<Record<string, BaseLearner>> = { '': linear, '-forest': forest, '-neural': neural };

export const learners: ReadonlyMap<string, Learner> = new Map<string, Learner>([
  ...Object.entries(bases).flatMap(([suffix, base]) =>
    Object.entries(over).map(([name, learner]): [string, Learner] => [`${name}${suffix}`, learner(base)]),
  ),
  ['relevance', relevance(25)],
  ['uplift-forest', upliftForest({ trees: 200, depth: 5, minRows: 50, prior: 100 })],
  ['dragonnet', dragonnet],
  ['default', defaultLearner],
]);
export const learnerNames: readonly string[] = [...learners.keys()];

/** Learners that train with TensorFlow.js. */
export const needsBackend = (name: string): boolean => name.endsWith('-neural') || name === 'dragonnet';

/** Shown when none are named: one of each idea that is quick. */
export const usualLearners: readonly string[] = [
  'propensity',
  's',
  't',
  'x',
  'dr',
  'class-transform',
  't-forest',
  'uplift-forest',
  'default',
];
