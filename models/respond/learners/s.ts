/**
 * S: one model with the treatment among its columns (Künzel et al. 2019). Beside the arms' features stand their products with the
 * shopper's columns, so that a linear base can tell shoppers apart; treatments are pooled by what they are.
 */
import type { Table } from '../logistic.ts';
import { armFeatures, type BaseLearner, type Learner, type LearnerInput, setArm } from './learner.ts';

/** The columns, then the arm's features (0 for control), then each feature times each column. */
const widened = (table: Table, featuresOf: (row: number) => readonly number[] | null, width: number): Table => {
  const p = table.columns;
  const columns = p + width + width * p;
  const x = new Float64Array(table.rows * columns);
  for (let i = 0; i < table.rows; i++) {
    const at = i * columns;
    x.set(table.x.subarray(i * p, (i + 1) * p), at);
    const features = featuresOf(i);
    for (let a = 0; features && a < width; a++) {
      const f = features[a]!;
      if (f === 0) continue;
      x[at + p + a] = f;
      for (let j = 0; j < p; j++) x[at + p + width + a * p + j] = f * table.x[i * p + j]!;
    }
  }
  return { rows: table.rows, columns, x };
};

export const s =
  (base: BaseLearner): Learner =>
  async (input: LearnerInput) => {
    const { table, outcome, train, seed, backend, arm } = input;
    const features = armFeatures(input);
    const width = features[0]!.length;
    const predict = await base({
      table: widened(table, i => (arm[i] === 0 ? null : features[arm[i]! - 1]!), width),
      target: outcome,
      on: train,
      binary: true,
      seed,
      ...(backend && { backend }),
    });
    const without = predict(widened(table, () => null, width));
    const out = new Float64Array(table.rows * features.length);
    for (const [a, own] of features.entries()) {
      const shown = predict(widened(table, () => own, width));
      setArm(
        out,
        features.length,
        a + 1,
        shown.map((p, i) => p - without[i]!),
      );
    }
    return out;
  };
