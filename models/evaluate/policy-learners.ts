/** Policies over several arms: what each arm is expected to add over the best single arm, and the arm that adds most. */
import { learners, usualLearners } from '../respond/learners/catalogue.ts';
import { bestSingle, cautiousPolicy, type PolicyRows } from '../respond/learners/cautious-policy.ts';
import type { Learner } from '../respond/learners/learner.ts';
import { solvePositive, type Table } from '../respond/logistic.ts';

export interface PolicyInput extends PolicyRows {
  readonly drawn: Int32Array;
  readonly outcome: Float64Array;
}

/** The arm for every row of the table. */
export type PolicyLearner = (input: PolicyInput) => Promise<Int32Array>;

const always =
  (pick: (input: PolicyInput) => number): PolicyLearner =>
  async input =>
    new Int32Array(input.table.rows).fill(pick(input));

/** Every other arm against the best single one by an uplift learner; the one that adds most, if any adds something. */
const pairwise =
  (learner: Learner): PolicyLearner =>
  async input => {
    const base = bestSingle(input);
    const chosen = new Int32Array(input.table.rows).fill(base);
    const most = new Float64Array(input.table.rows);
    for (let arm = 0; arm < input.arms; arm++) {
      if (arm === base) continue;
      const train = input.train.filter(i => input.drawn[i] === arm || input.drawn[i] === base);
      const adds = await learner({
        table: input.table,
        outcome: Uint8Array.from(input.outcome, y => (y > 0 ? 1 : 0)),
        arm: Uint8Array.from(input.drawn, a => (a === arm ? 1 : 0)),
        train,
        seed: input.seed,
      });
      for (let i = 0; i < chosen.length; i++) {
        if (adds[i]! <= most[i]!) continue;
        most[i] = adds[i]!;
        chosen[i] = arm;
      }
    }
    return chosen;
  };

/** Ridge regression of the outcome on the columns, the intercept free; weights with the intercept last. */
const fitRidge = (table: Table, outcome: Float64Array, rows: Int32Array, penalty: number): Float64Array => {
  const size = table.columns + 1;
  const a = new Float64Array(size * size);
  const b = new Float64Array(size);
  const x = new Float64Array(size);
  x[size - 1] = 1;
  for (const i of rows) {
    x.set(table.x.subarray(i * table.columns, (i + 1) * table.columns));
    for (let j = 0; j < size; j++) {
      if (x[j] === 0) continue;
      b[j]! += x[j]! * outcome[i]!;
      for (let k = 0; k <= j; k++) a[j * size + k]! += x[j]! * x[k]!;
    }
  }
  for (let j = 0; j < size; j++) {
    a[j * size + j]! += (j < size - 1 ? penalty : 0) + 1e-9 * rows.length;
    for (let k = 0; k < j; k++) a[k * size + j] = a[j * size + k]!;
  }
  return solvePositive(a, b);
};

/** T for amounts: one ridge regression per arm, the arm with the highest expectation. */
const ridgePerArm =
  (penalty: number): PolicyLearner =>
  async ({ table, arms, drawn, outcome, train }) => {
    const fits = Array.from({ length: arms }, (_, arm) =>
      fitRidge(
        table,
        outcome,
        train.filter(i => drawn[i] === arm),
        penalty,
      ),
    );
    return Int32Array.from({ length: table.rows }, (_, i) => {
      let best = 0;
      let most = Number.NEGATIVE_INFINITY;
      for (const [arm, fit] of fits.entries()) {
        let value = fit[table.columns]!;
        for (let j = 0; j < table.columns; j++) value += fit[j]! * table.x[i * table.columns + j]!;
        if (value > most) {
          most = value;
          best = arm;
        }
      }
      return best;
    });
  };

/** Leaves the best single arm only where another is credibly better. */
const cautious: PolicyLearner = async input => cautiousPolicy(input);

/** By the name the command line uses, for outcomes of 0 and 1: the uplift learners, arm against arm. */
export const rateLearners: ReadonlyMap<string, PolicyLearner> = new Map([
  ['best-fixed', always(bestSingle)] as const,
  ...[...usualLearners.filter(name => name !== 'propensity' && name !== 'default'), 'relevance'].map(
    name => [name, pairwise(learners.get(name)!)] as const,
  ),
  ['ridge', ridgePerArm(100)] as const,
  ['default', cautious] as const,
]);

/** For amounts. */
export const amountLearners: ReadonlyMap<string, PolicyLearner> = new Map([
  ['best-fixed', always(bestSingle)] as const,
  ['ridge', ridgePerArm(100)] as const,
  ['strong-ridge', ridgePerArm(3_000)] as const,
  ['default', cautious] as const,
]);
