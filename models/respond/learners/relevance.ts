/**
 * S with automatic relevance determination (MacKay 1992), per arm: each interaction's penalty is set from the train rows to
 * 1 / (weight² + its variance), again and again. Interactions that the data do not insist on are penalised out of existence, the
 * few that they do insist on are hardly shrunk. Near the noise floor this beats one penalty for all.
 */
import { sigmoid } from '../calibration.ts';
import { fitLogistic, type LogisticFit, type Table, weightVariances } from '../logistic.ts';
import { ridge } from './bases/linear.ts';
import { armCount, type Learner, setArm } from './learner.ts';

/**
 * The columns once as they are and once times the arm, coded ±1/2: the shared part is then the mean of both arms and the
 * second half alone carries the difference. The last column is the arm itself.
 */
const withInteractions = (table: Table, isTreated: (row: number) => boolean): Table => {
  const p = table.columns;
  const wide: Table = { rows: table.rows, columns: 2 * p + 1, x: new Float64Array(table.rows * (2 * p + 1)) };
  for (let i = 0; i < table.rows; i++) {
    const half = isTreated(i) ? 0.5 : -0.5;
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

export const relevance =
  (rounds: number): Learner =>
  async input => {
    const { table, outcome, arm: given } = input;
    const p = table.columns;
    const arms = armCount(input);
    const out = new Float64Array(table.rows * arms);
    for (let arm = 1; arm <= arms; arm++) {
      const on = input.train.filter(i => given[i] === 0 || given[i] === arm);
      const wide = withInteractions(table, i => given[i] === arm);
      const penalties = new Float64Array(2 * p + 1).fill(ridge, 0, p).fill(2 * ridge, p, 2 * p);
      let fit = fitLogistic(wide, { outcome, on, penalty: penalties });
      for (let round = 0; round < rounds; round++) {
        const variances = weightVariances(wide, fit, { on, penalty: penalties });
        for (let j = p; j < 2 * p; j++) penalties[j] = 1 / (fit[j]! ** 2 + variances[j]!);
        fit = fitLogistic(wide, { outcome, on, penalty: penalties, start: fit });
      }
      setArm(out, arms, arm, difference(table, fit));
    }
    return out;
  };
