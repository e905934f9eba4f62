/** Models of whether somebody responds, each from train rows to log odds for every row of a table. */
import { boostedLogit, fitBoosted } from '../forest/boosting.ts';
import { fitForest, forestValue } from '../forest/forest.ts';
import { descend } from '../respond/learners/bases/linear.ts';
import type { Table } from '../respond/logistic.ts';

export interface ResponseInput {
  readonly table: Table;
  readonly outcome: Uint8Array;
  readonly train: Int32Array;
  readonly seed: number;
}
export type ResponseLearner = (input: ResponseInput) => Float64Array;

const logistic: ResponseLearner = ({ table, outcome, train, seed }) => {
  const w = descend({ table, target: outcome, on: train, binary: true, seed }, 10);
  return Float64Array.from({ length: table.rows }, (_, i) => {
    let z = w[table.columns]!;
    for (let j = 0; j < table.columns; j++) z += w[j]! * table.x[i * table.columns + j]!;
    return z;
  });
};

const logit = (p: number): number => {
  const q = Math.min(1 - 1e-4, Math.max(1e-4, p));
  return Math.log(q / (1 - q));
};

const forest: ResponseLearner = ({ table, outcome, train, seed }) => {
  const fitted = fitForest(table, { target: outcome, on: train, seed, trees: 300, depth: 10, minRows: 8, sample: 0.6 });
  return Float64Array.from({ length: table.rows }, (_, i) => logit(forestValue(fitted, table.x, i * table.columns)));
};

/** Shallow, slow and many: a mean over seeds takes out what the sampling of rows and columns put in. */
const boosting: ResponseLearner = ({ table, outcome, train, seed }) => {
  const out = new Float64Array(table.rows);
  const repeats = 5;
  for (let n = 0; n < repeats; n++) {
    const model = fitBoosted(table, {
      outcome,
      on: train,
      seed: seed + 1000 * n,
      rounds: 150,
      rate: 0.04,
      depth: 3,
      minRows: 15,
      ridge: 5,
      sample: 0.6,
      columnShare: 0.4,
    });
    for (let i = 0; i < table.rows; i++) out[i] = out[i]! + boostedLogit(model, table.x, i * table.columns) / repeats;
  }
  return out;
};

/** Few shallow trees that go on from the logistic regression's log odds: they say what a line misses. */
const boostedLine: ResponseLearner = input => {
  const { table, outcome, train, seed } = input;
  const offset = logistic(input);
  const out = Float64Array.from(offset);
  const repeats = 5;
  for (let n = 0; n < repeats; n++) {
    const model = fitBoosted(table, {
      ...{ outcome, on: train, offset, seed: seed + 1000 * n },
      ...{ rounds: 40, rate: 0.04, depth: 3, minRows: 25, ridge: 10, sample: 0.6, columnShare: 0.4 },
    });
    for (let i = 0; i < table.rows; i++) out[i] = out[i]! + boostedLogit(model, table.x, i * table.columns) / repeats;
  }
  return out;
};

/** Mean log odds of the others. */
const blend: ResponseLearner = input => {
  const parts = [logistic(input), forest(input), boosting(input), boostedLine(input)];
  return parts[0]!.map((_, i) => parts.reduce((sum, part) => sum + part[i]! / parts.length, 0));
};

/** Simplest first: the order in which ties are settled. */
export const responseLearners: ReadonlyMap<string, ResponseLearner> = new Map([
  ['logistic', logistic],
  ['forest', forest],
  ['boosting', boosting],
  ['boosted-line', boostedLine],
  ['blend', blend],
]);
