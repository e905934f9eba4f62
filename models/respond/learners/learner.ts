/**
 * Uplift learners over one or several treatments. Each is fitted on train rows and says for every row of the table what each arm
 * is expected to change, compared with control: the higher, the better. One file each; all are seeded.
 */
import type { TensorBackend } from '../../backend/backend.ts';
import type { Table } from '../logistic.ts';

export interface LearnerInput {
  readonly table: Table;
  /** 0 or 1 per row; only train rows are read. */
  readonly outcome: Uint8Array;
  /** 0 control, 1..K the treatments, per row; only train rows are read. */
  readonly arm: Uint8Array;
  /**
   * What each treatment is, K rows of equal length (kind as 0/1 columns, depth, threshold): models that pool treatments learn
   * across them by these. Absent: each is itself alone, K is the largest in `arm`.
   */
  readonly arms?: readonly (readonly number[])[];
  readonly train: Int32Array;
  readonly seed: number;
  /** Needed by neural learners. */
  readonly backend?: TensorBackend;
}

/** rows × K, row by row. */
export type Learner = (input: LearnerInput) => Promise<Float64Array>;

/** What a base learner is asked: the target's mean given the columns; `binary` targets are 0 or 1 and the mean a probability. */
export interface Regression {
  readonly table: Table;
  /** Per row of the table; only rows `on` are read. */
  readonly target: ArrayLike<number>;
  readonly on: Int32Array;
  readonly weights?: ArrayLike<number>;
  readonly binary: boolean;
  readonly seed: number;
  readonly backend?: TensorBackend;
}

/** One prediction for every row of a table of the same columns as the one learned from. */
export type Predict = (table: Table) => Float64Array;
export type BaseLearner = (regression: Regression) => Promise<Predict>;

export const armCount = (input: LearnerInput): number =>
  input.arms?.length ?? input.train.reduce((most, i) => Math.max(most, input.arm[i]!), 1);

/** The arms' features: as given, or one 0/1 column each. */
export const armFeatures = (input: LearnerInput): readonly (readonly number[])[] =>
  input.arms ??
  Array.from({ length: armCount(input) }, (_, a) =>
    Array.from({ length: armCount(input) }, (_, b) => (a === b ? 1 : 0)),
  );

export const armRows = (input: LearnerInput, arm: number): Int32Array => input.train.filter(i => input.arm[i] === arm);

/** Fills column `arm` (1..K) of a rows × K matrix. */
export const setArm = (out: Float64Array, arms: number, arm: number, values: ArrayLike<number>): void => {
  for (let i = 0; i < values.length; i++) out[i * arms + arm - 1] = values[i]!;
};

/** Of control and one arm, the arm's share among the train rows: its probability in a randomised trial. */
export const armShare = (input: LearnerInput, arm: number): number => {
  const treated = armRows(input, arm).length;
  return treated / (treated + armRows(input, 0).length);
};

/** Shuffled halves of `rows`, for learners that judge rows by a model that did not see them. */
export const halves = (rows: Int32Array, random: () => number): readonly [Int32Array, Int32Array] => {
  const order = Int32Array.from(rows);
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
  const middle = order.length >> 1;
  return [order.slice(0, middle), order.slice(middle)];
};
