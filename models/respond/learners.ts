/**
 * Uplift learners over one treatment and a binary outcome. Each is fitted on train rows and gives every row of the table a
 * score: the higher, the more the treatment is expected to change. `propensity` is the baseline that ignores the treatment.
 */
import { sigmoid } from './calibration.ts';
import { fitLogistic, type LogisticFit, logisticScore, type Table, weightVariances } from './logistic.ts';

export interface LearnerInput {
  readonly table: Table;
  /** 0 or 1 per row; only train rows are read. */
  readonly outcome: Uint8Array;
  /** 1 treated, 0 control, per row; only train rows are read. */
  readonly arm: Uint8Array;
  readonly train: Int32Array;
  readonly seed: number;
}

export type Learner = (input: LearnerInput) => Float64Array;

/** The ridge of the published baseline: C = 0.1 in scikit-learn's terms. */
const ridge = 10;

export const armRows = (input: LearnerInput, side: number): Int32Array =>
  input.train.filter(i => input.arm[i] === side);

/** How likely to respond at all: what "target the likely buyers" does. */
export const propensityLearner: Learner = ({ table, outcome, train }) => {
  const fit = fitLogistic(table, { outcome, on: train, penalty: ridge });
  return Float64Array.from({ length: table.rows }, (_, i) => sigmoid(logisticScore(fit, table, i)));
};

/** T: one model per arm, the difference of their probabilities. */
export const twoModels =
  (penalty: number): Learner =>
  input => {
    const { table, outcome } = input;
    const treated = fitLogistic(table, { outcome, on: armRows(input, 1), penalty });
    const control = fitLogistic(table, { outcome, on: armRows(input, 0), penalty });
    return Float64Array.from(
      { length: table.rows },
      (_, i) => sigmoid(logisticScore(treated, table, i)) - sigmoid(logisticScore(control, table, i)),
    );
  };

/**
 * The columns once as they are and once times the arm, coded ±1/2: the shared part is then the mean of both arms and the
 * second half alone carries the difference. The last column is the arm itself.
 */
const withInteractions = (table: Table, arm: Uint8Array): Table => {
  const p = table.columns;
  const wide: Table = { rows: table.rows, columns: 2 * p + 1, x: new Float64Array(table.rows * (2 * p + 1)) };
  for (let i = 0; i < table.rows; i++) {
    const half = arm[i] === 1 ? 0.5 : -0.5;
    const at = i * wide.columns;
    for (let j = 0; j < p; j++) {
      wide.x[at + j] = table.x[i * p + j]!;
      wide.x[at + p + j] = half * table.x[i * p + j]!;
    }
    wide.x[at + 2 * p] = half;
  }
  return wide;
};

/** Probability with the treatment minus without, of a fit on `withInteractions`. */
const difference = (table: Table, fit: LogisticFit): Float64Array => {
  const p = table.columns;
  return Float64Array.from({ length: table.rows }, (_, i) => {
    let shared = fit[2 * p + 1]!;
    let effect = fit[2 * p]!;
    for (let j = 0; j < p; j++) {
      shared += fit[j]! * table.x[i * p + j]!;
      effect += fit[p + j]! * table.x[i * p + j]!;
    }
    return sigmoid(shared + effect / 2) - sigmoid(shared - effect / 2);
  });
};

/** S: one model with the treatment and its interactions, which have a penalty of their own; the arm's mean effect has none. */
export const sharedModel =
  (penalty: number, interactionPenalty: number): Learner =>
  ({ table, outcome, arm, train }) => {
    const p = table.columns;
    const penalties = new Float64Array(2 * p + 1).fill(penalty, 0, p).fill(interactionPenalty, p, 2 * p);
    return difference(table, fitLogistic(withInteractions(table, arm), { outcome, on: train, penalty: penalties }));
  };

/**
 * S with automatic relevance determination (MacKay 1992): each interaction's penalty is set from the train rows to
 * 1 / (weight² + its variance), again and again. Interactions that the data do not insist on are penalised out of existence, the
 * few that they do insist on are hardly shrunk. Near the noise floor this beats one penalty for all.
 */
export const relevanceModel =
  (penalty: number, rounds: number): Learner =>
  ({ table, outcome, arm, train }) => {
    const p = table.columns;
    const wide = withInteractions(table, arm);
    const penalties = new Float64Array(2 * p + 1).fill(penalty, 0, p).fill(2 * penalty, p, 2 * p);
    let fit = fitLogistic(wide, { outcome, on: train, penalty: penalties });
    for (let round = 0; round < rounds; round++) {
      const variances = weightVariances(wide, fit, { on: train, penalty: penalties });
      for (let j = p; j < 2 * p; j++) penalties[j] = 1 / (fit[j]! ** 2 + variances[j]!);
      fit = fitLogistic(wide, { outcome, on: train, penalty: penalties });
    }
    return difference(table, fit);
  };

/** Class transformation (Jaskowski & Jaroszewicz 2012): model z = [outcome = arm], weighted to even arms; uplift = 2 P(z) - 1. */
export const classTransform: Learner = ({ table, outcome, arm, train }) => {
  const share = train.reduce((s, i) => s + arm[i]!, 0) / train.length;
  const same = Uint8Array.from(outcome, (y, i) => (y === arm[i] ? 1 : 0));
  const weights = Float64Array.from(arm, t => 0.5 / (t === 1 ? share : 1 - share));
  const fit = fitLogistic(table, { outcome: same, on: train, weights, penalty: ridge });
  return Float64Array.from({ length: table.rows }, (_, i) => 2 * sigmoid(logisticScore(fit, table, i)) - 1);
};

/** By the name the command line uses. */
export const learners: ReadonlyMap<string, Learner> = new Map<string, Learner>([
  ['propensity', propensityLearner],
  ['s', sharedModel(ridge, ridge)],
  ['t', twoModels(ridge)],
  ['class-transform', classTransform],
  ['default', relevanceModel(ridge, 12)],
]);
export const learnerNames: readonly string[] = [...learners.keys()];
