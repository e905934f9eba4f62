/**
 * Open Bandit (Saito et al. 2020): two logs of the same shop window, one shown at random, one by Bernoulli Thompson sampling.
 * What one log says of the other's policy is held against what that other log really earned.
 */
import { seededRandom } from '../../knowledge/domain/random.ts';
import { readCsv } from '../data/csv.ts';
import { sigmoid } from '../respond/calibration.ts';
import { fitLogistic, logisticScore, type Table } from '../respond/logistic.ts';
import { type Estimate, estimates, overlapOf, type Rounds } from './ope-metrics.ts';
import { BadInput } from './task.ts';

/** One impression: an item in a place, whether it was clicked, and the probability it was shown with. */
export interface BanditLog {
  readonly item: Int32Array;
  readonly place: Int32Array;
  readonly click: Uint8Array;
  readonly propensity: Float64Array;
}

export const readBanditLog = (file: string): BanditLog => {
  let table: ReturnType<typeof readCsv>;
  try {
    table = readCsv(file);
  } catch (cause) {
    throw new BadInput(`The file ${file} can't be read: ${(cause as Error).message}`);
  }
  const column = (name: string): number[] => {
    const at = table.columns.indexOf(name);
    if (at < 0)
      throw new BadInput(`${file} has no column "${name}"; columns are ${table.columns.slice(0, 12).join(', ')}`);
    return table.rows.map(row => Number(row[at]));
  };
  return {
    item: Int32Array.from(column('item_id')),
    place: Int32Array.from(column('position')),
    click: Uint8Array.from(column('click')),
    propensity: Float64Array.from(column('propensity_score')),
  };
};

const cellOf = (log: BanditLog, i: number, items: number): number => (log.place[i]! - 1) * items + log.item[i]!;

/** Rounds that an item's share over all places counts for in each place. */
const pooledRounds = 500;

/** How often each item stands in each place, leaning on all places: the picture of a policy that looks at nobody. */
const distribution = (log: BanditLog, rows: Int32Array, items: number, places: number): Float64Array => {
  const counts = new Float64Array(items * places);
  const pooled = new Float64Array(items).fill(1 / items);
  const totals = new Float64Array(places);
  for (const i of rows) {
    const cell = cellOf(log, i, items);
    counts[cell] = counts[cell]! + 1;
    pooled[log.item[i]!] = pooled[log.item[i]!]! + 1;
    totals[log.place[i]! - 1] = totals[log.place[i]! - 1]! + 1;
  }
  return counts.map((n, cell) => {
    const usual = pooled[cell % items]! / (rows.length + 1);
    return (n + pooledRounds * usual) / (totals[Math.floor(cell / items)]! + pooledRounds);
  });
};

const folds = 3;
const ridge = 30;

/** Click probability per item and place, of a fit that saw none of the fold's rows: [fold][cell]. */
const clickModels = (
  log: BanditLog,
  rows: Int32Array,
  fold: Int32Array,
  items: number,
  places: number,
): Float64Array[] => {
  const columns = items + places;
  const encode = (item: number, place: number, x: Float64Array, at: number): void => {
    x[at + item] = 1;
    x[at + items + place - 1] = 1;
  };
  const every: Table = { rows: items * places, columns, x: new Float64Array(items * places * columns) };
  for (let cell = 0; cell < every.rows; cell++)
    encode(cell % items, Math.floor(cell / items) + 1, every.x, cell * columns);
  return Array.from({ length: folds }, (_, part) => {
    const own = rows.filter((_, n) => fold[n] !== part);
    const table: Table = { rows: own.length, columns, x: new Float64Array(own.length * columns) };
    for (const [n, i] of own.entries()) encode(log.item[i]!, log.place[i]!, table.x, n * columns);
    const fit = fitLogistic(table, { outcome: Float64Array.from(own, i => log.click[i]!), penalty: ridge });
    return Float64Array.from({ length: every.rows }, (_, cell) => sigmoid(logisticScore(fit, every, cell)));
  });
};

const sizes = (logs: readonly BanditLog[]): { items: number; places: number } => ({
  items: 1 + logs.reduce((most, l) => l.item.reduce((a, b) => Math.max(a, b), most), 0),
  places: logs.reduce((most, l) => l.place.reduce((a, b) => Math.max(a, b), most), 0),
});

/** The rows of `log` as rounds for the policy that made `other`; `rows` may repeat, as a bootstrap does. */
const banditRounds = (
  log: BanditLog,
  rows: Int32Array,
  other: { readonly log: BanditLog; readonly rows: Int32Array },
  seed: number,
): Rounds => {
  const { items, places } = sizes([log, other.log]);
  const pi = distribution(other.log, other.rows, items, places);
  const random = seededRandom(seed);
  // By the row, not its copies, or a copy would be judged by a fit that saw it.
  const foldByRow = Int32Array.from(log.item, () => Math.floor(random() * folds));
  const fold = Int32Array.from(rows, i => foldByRow[i]!);
  const models = clickModels(log, rows, fold, items, places);
  const expectedAt = models.map(q =>
    Float64Array.from({ length: places }, (_, place) => {
      let sum = 0;
      for (let item = 0; item < items; item++) sum += pi[place * items + item]! * q[place * items + item]!;
      return sum;
    }),
  );
  return {
    reward: Float64Array.from(rows, i => log.click[i]!),
    propensity: Float64Array.from(rows, i => log.propensity[i]!),
    target: Float64Array.from(rows, i => pi[cellOf(log, i, items)]!),
    predicted: Float64Array.from(rows, (i, n) => models[fold[n]!]![cellOf(log, i, items)]!),
    predictedTarget: Float64Array.from(rows, (i, n) => expectedAt[fold[n]!]![log.place[i]! - 1]!),
  };
};

const everyRow = (log: BanditLog): Int32Array => Int32Array.from(log.item, (_, i) => i);

export interface BanditFigures {
  readonly estimator: string;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  /** Mean over the bootstraps of |estimate - truth| / truth, truth being the click rate of the other log. */
  readonly relativeError: number;
  /** Share of bootstraps whose 95 % interval holds the estimate on the whole log: whether the interval says how far chance reaches. */
  readonly coverage: number;
  /** Share whose interval, widened by the truth's own sampling error, holds the truth. */
  readonly coversTruth: number;
}

/** Every estimator over `bootstraps` resamples of the log; the other one stays what it is, the policy and its truth. */
export const banditFigures = (
  log: BanditLog,
  other: BanditLog,
  options: { readonly bootstraps: number; readonly seed: number; readonly clip: number },
): { readonly truth: number; readonly overlap: ReturnType<typeof overlapOf>; readonly figures: BanditFigures[] } => {
  const whole = banditRounds(log, everyRow(log), { log: other, rows: everyRow(other) }, options.seed);
  const full = estimates(whole, options.clip);
  const truth = other.click.reduce<number>((s, c) => s + c, 0) / other.click.length;
  const truthError = Math.sqrt((truth * (1 - truth)) / other.click.length);
  const random = seededRandom(options.seed + 1);
  const resample = (n: number): Int32Array => Int32Array.from({ length: n }, () => Math.floor(random() * n));
  const boots: Readonly<Record<string, Estimate>>[] = [];
  for (let b = 0; b < options.bootstraps; b++) {
    const target = { log: other, rows: everyRow(other) };
    const rounds = banditRounds(log, resample(log.item.length), target, options.seed);
    boots.push(estimates(rounds, options.clip));
  }
  const share = (test: (estimate: Estimate) => boolean, name: string): number =>
    boots.filter(boot => test(boot[name]!)).length / boots.length;
  const figures = Object.entries(full).map(([estimator, { value, low, high }]): BanditFigures => {
    const errors = boots.map(boot => Math.abs(boot[estimator]!.value - truth) / truth);
    return {
      estimator,
      value,
      low,
      high,
      relativeError: errors.reduce((s, e) => s + e, 0) / errors.length,
      coverage: share(e => e.low <= value && value <= e.high, estimator),
      coversTruth: share(e => Math.abs(e.value - truth) <= 1.96 * Math.hypot(e.standardError, truthError), estimator),
    };
  });
  return { truth, overlap: overlapOf(whole), figures };
};
