/**
 * Which arm for whom, without paying for mistakes: everybody gets the best single arm, and only those for whom another arm is
 * credibly better get that one. How sure one has to be is settled on rows the rule did not see, "never sure enough" included.
 *
 * For row i with arm A drawn with probability e_A, and μ a regression of the outcome per arm that did not see the row, the doubly
 * robust score of arm a is Γ_a = μ_a(x) + 1{A = a} (y - μ_a(x)) / e_a (Robins et al. 1994; policies learned from such scores:
 * Athey & Wager 2021). Γ_a - Γ_best is regressed on the columns with a ridge set from the evidence (MacKay 1992), which shrinks
 * what the data do not insist on and says how unsure each expected advantage is.
 *
 * For tables of a few arms that fit everybody. The served choice does without it; dialogs/offers/choose/select.ts says what it cost.
 */
import { seededRandom } from '../../../knowledge/domain/random.ts';
import { invertPositive, type Table } from '../logistic.ts';

export interface PolicyRows {
  readonly table: Table;
  readonly arms: number;
  /** Arm per row, 0..arms - 1, drawn by chance; only train rows are read. */
  readonly drawn: ArrayLike<number>;
  /** 0..1 or an amount; only train rows are read. */
  readonly outcome: ArrayLike<number>;
  readonly train: Int32Array;
  readonly seed: number;
}

/** The arm with the highest mean outcome on the train rows. */
export const bestSingle = ({ arms, drawn, outcome, train }: PolicyRows): number => {
  const sum = new Float64Array(arms);
  const count = new Float64Array(arms);
  for (const i of train) {
    sum[drawn[i]!]! += outcome[i]!;
    count[drawn[i]!]! += 1;
  }
  let best = 0;
  for (let arm = 1; arm < arms; arm++) if (sum[arm]! / count[arm]! > sum[best]! / count[best]!) best = arm;
  return best;
};

const folds = 5;
/** Standard errors by which an expected advantage must exceed zero; the last gives nobody another arm. */
const cautions = [0.5, 1, 1.5, 2, 2.5, Number.POSITIVE_INFINITY] as const;
/** A rule must have gained this many standard errors on rows it did not see (one-sided 95 %). */
const lead = 1.645;
/** Ridge of the regressions per arm: their job is to take out noise, not to be right. */
const outcomeRidge = 100;

/** Sums of least squares over some rows: they add up, so that leaving a fold out costs a subtraction. */
interface Sums {
  rows: number;
  readonly gram: Float64Array;
  readonly moment: Float64Array;
  square: number;
}

interface Line {
  /** Weights of the columns, the intercept last. */
  readonly weights: Float64Array;
  /** Of the weights; size × size. */
  readonly covariance: Float64Array;
}

const columnsOf = (table: Table, row: number, x: Float64Array): void => {
  x.set(table.x.subarray(row * table.columns, (row + 1) * table.columns));
  x[table.columns] = 1;
};

const sumsOver = (table: Table, rows: Iterable<number>, target: (row: number) => number): Sums => {
  const size = table.columns + 1;
  const sums: Sums = { rows: 0, gram: new Float64Array(size * size), moment: new Float64Array(size), square: 0 };
  const x = new Float64Array(size);
  for (const i of rows) {
    columnsOf(table, i, x);
    const y = target(i);
    sums.rows += 1;
    sums.square += y * y;
    for (let j = 0; j < size; j++) {
      if (x[j] === 0) continue;
      sums.moment[j]! += x[j]! * y;
      for (let k = 0; k <= j; k++) sums.gram[j * size + k]! += x[j]! * x[k]!;
    }
  }
  return sums;
};

const added = (parts: readonly Sums[]): Sums => {
  const [first] = parts as [Sums];
  const sum: Sums = {
    rows: 0,
    gram: new Float64Array(first.gram.length),
    moment: new Float64Array(first.moment.length),
    square: 0,
  };
  for (const part of parts) {
    sum.rows += part.rows;
    sum.square += part.square;
    for (let j = 0; j < sum.gram.length; j++) sum.gram[j]! += part.gram[j]!;
    for (let j = 0; j < sum.moment.length; j++) sum.moment[j]! += part.moment[j]!;
  }
  return sum;
};

/** Least squares with a ridge on all columns but the intercept; `inverse` of the penalised Gram matrix. */
const solve = ({ gram, moment, rows }: Sums, ridge: number): { weights: Float64Array; inverse: Float64Array } => {
  const size = moment.length;
  const a = Float64Array.from(gram);
  // The tiny ridge keeps a constant or doubled column from making the step undefined.
  for (let j = 0; j < size; j++) a[j * size + j]! += (j < size - 1 ? ridge : 0) + 1e-9 * rows + 1e-9;
  const inverse = invertPositive(a, size);
  const weights = moment.map((_, j) => moment.reduce((s, m, k) => s + inverse[j * size + k]! * m, 0));
  return { weights, inverse };
};

/** The ridge is noise variance over the variance of the weights, both set from the evidence. */
const fitByEvidence = (sums: Sums): Line => {
  const { gram, moment, rows, square } = sums;
  const size = moment.length;
  let ridge = 100;
  let noise = square / Math.max(1, rows);
  let { weights, inverse } = solve(sums, ridge);
  for (let round = 0; round < 20; round++) {
    let fitted = 0;
    let settled = 1;
    let length = 0;
    for (let j = 0; j < size; j++) {
      fitted += 2 * weights[j]! * moment[j]! - weights[j]! ** 2 * gram[j * size + j]!;
      for (let k = 0; k < j; k++) fitted -= 2 * weights[j]! * weights[k]! * gram[j * size + k]!;
      if (j === size - 1) continue;
      settled += 1 - ridge * inverse[j * size + j]!;
      length += weights[j]! ** 2;
    }
    noise = Math.max(1e-12, (square - fitted) / Math.max(1, rows - settled));
    const next = Math.min(1e9, Math.max(1e-3, ((settled - 1) * noise) / Math.max(1e-12, length)));
    const isStill = Math.abs(Math.log(next / ridge)) < 0.01;
    ridge = next;
    ({ weights, inverse } = solve(sums, ridge));
    if (isStill) break;
  }
  return { weights, covariance: inverse.map(v => v * noise) };
};

/** Σ weights · x. */
const along = (weights: Float64Array, x: Float64Array): number => {
  let sum = 0;
  for (let j = 0; j < x.length; j++) sum += weights[j]! * x[j]!;
  return sum;
};

const deviationOf = (covariance: Float64Array, x: Float64Array): number => {
  let sum = 0;
  for (let j = 0; j < x.length; j++) {
    if (x[j] === 0) continue;
    let sideways = 0;
    for (let k = 0; k < x.length; k++) sideways += covariance[j * x.length + k]! * x[k]!;
    sum += x[j]! * sideways;
  }
  return Math.sqrt(Math.max(0, sum));
};

/** The other arm whose advantage is surest, and by how many standard errors it exceeds zero. */
const surest = (lines: ReadonlyMap<number, Line>, x: Float64Array): { arm: number; by: number } => {
  let best = { arm: -1, by: Number.NEGATIVE_INFINITY };
  for (const [arm, { weights, covariance }] of lines) {
    const by = along(weights, x) / Math.max(1e-12, deviationOf(covariance, x));
    if (by > best.by) best = { arm, by };
  }
  return best;
};

/** The arm for every row of the table. Throws RangeError when an arm has too few train rows to be cross-fitted. */
export const cautiousPolicy = (input: PolicyRows): Int32Array => {
  const { table, arms, drawn, outcome, train, seed } = input;
  const base = bestSingle(input);
  const random = seededRandom(seed);
  const part = new Int8Array(table.rows).fill(-1);
  for (const i of train) part[i] = Math.floor(random() * folds);
  const all = Array.from({ length: folds }, (_, f) => f);
  const others = all.map(f => all.filter(g => g !== f));
  const rowsOf = all.map(f => train.filter(i => part[i] === f));
  const everyArm = Array.from({ length: arms }, (_, arm) => arm);
  const share = everyArm.map(arm => train.reduce((n, i) => n + (drawn[i] === arm ? 1 : 0), 0) / train.length);
  const fewest = Math.min(...share) * train.length;
  if (!(fewest >= 10 * folds)) {
    throw new RangeError(`Every arm needs at least ${10 * folds} rows to choose between arms, got ${fewest}`);
  }

  const outcomes = everyArm.map(arm =>
    rowsOf.map(rows =>
      sumsOver(
        table,
        rows.filter(i => drawn[i] === arm),
        i => outcome[i]!,
      ),
    ),
  );
  const x = new Float64Array(table.columns + 1);
  const score = everyArm.map(() => new Float64Array(table.rows));
  for (const f of all)
    for (const arm of everyArm) {
      const { weights } = solve(added(others[f]!.map(g => outcomes[arm]![g]!)), outcomeRidge);
      for (const i of rowsOf[f]!) {
        columnsOf(table, i, x);
        const guess = along(weights, x);
        score[arm]![i] = guess + (drawn[i] === arm ? (outcome[i]! - guess) / share[arm]! : 0);
      }
    }

  const challengers = everyArm.filter(arm => arm !== base);
  const advantages = new Map(
    challengers.map(arm => [arm, rowsOf.map(rows => sumsOver(table, rows, i => score[arm]![i]! - score[base]![i]!))]),
  );
  const linesFrom = (parts: readonly number[]): Map<number, Line> =>
    new Map([...advantages].map(([arm, sums]) => [arm, fitByEvidence(added(parts.map(f => sums[f]!)))]));

  const gain = new Float64Array(cautions.length);
  const square = new Float64Array(cautions.length);
  for (const f of all) {
    const lines = linesFrom(others[f]!);
    for (const i of rowsOf[f]!) {
      columnsOf(table, i, x);
      const { arm, by } = surest(lines, x);
      for (let c = 0; c < cautions.length && by > cautions[c]!; c++) {
        const more = score[arm]![i]! - score[base]![i]!;
        gain[c]! += more;
        square[c]! += more * more;
      }
    }
  }
  let caution = Number.POSITIVE_INFINITY;
  let most = 0;
  for (const [c, by] of cautions.entries()) {
    const bound = gain[c]! - lead * Math.sqrt(square[c]!);
    if (bound > most) {
      most = bound;
      caution = by;
    }
  }

  const chosen = new Int32Array(table.rows).fill(base);
  if (caution === Number.POSITIVE_INFINITY) return chosen;
  const lines = linesFrom(all);
  for (let i = 0; i < table.rows; i++) {
    columnsOf(table, i, x);
    const { arm, by } = surest(lines, x);
    if (by > caution) chosen[i] = arm;
  }
  return chosen;
};
