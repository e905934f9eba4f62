/**
 * A model that looks again at the blend's first products for a shopper: what each component says of them and the columns of the feature
 * table. A random forest and a logistic line are learned on validation cases and judged cross-fitted by shopper; the better one counts as
 * much as that proved it worth, which may be nothing.
 */
import { seededRandom } from '../../knowledge/domain/random.ts';
import { trainRows } from '../data/feature-rows.ts';
import { fitScaler, type Scaler } from '../data/scaler.ts';
import type { Train } from '../data/splits.ts';
import { idealGain } from '../evaluate/ranking-metrics.ts';
import { type Forest, fitForest, forestValue } from '../forest/forest.ts';
import { type ColumnImportance, type GrownTree, permutationImportance } from '../forest/importance.ts';
import type { RankingCases } from './cases.ts';
import type { ProductFacts } from './product-facts.ts';
import type { Ranker } from './ranker.ts';
import { fitLine, lineValue } from './rerank-line.ts';
import { logOdds, type Reranker, rerankOdds } from './rerank-odds.ts';

import { BestRows } from './score-sheet.ts';
import { depth, type ListOptions, type ListSource, type ShortLists, shortLists } from './short-list.ts';
import { draw, type Purpose } from './tuning.ts';

const foldCount = 4;
/** More cases make the forests slower and hardly better. */
const mostCases = 800;
/** With fewer, luck would judge. */
const fewestCases = 50;
const shares = [0.1, 0.25, 0.5, 1, 2, 4];
/** Less than this is not worth a second look at every list. */
const smallestGain = 0.005;

export type { Reranker } from './rerank-odds.ts';

export interface JudgedReranker extends Reranker {
  readonly verdict: Verdict;
}

export interface Verdict {
  readonly cases: number;
  /** NDCG@k on held-out folds of validation: of the blend's order, and of what was best on the other folds. */
  readonly before: number;
  readonly after: number;
  /** Of each model at the share that is best on all folds, which is a little too good. */
  readonly forest: number;
  readonly line: number;
  readonly share: number;
  readonly helps: boolean;
  readonly columnsKept: number;
  /** Every column by what the forest would lose without it (out-of-bag permutation), the largest first. */
  readonly importance: readonly (readonly [name: string, drop: number])[];
}

interface Table {
  readonly width: number;
  /** As they are, NaN where missing. */
  readonly raw: Float32Array;
  readonly relevant: Uint8Array;
  /** Blend score over its spread, per row. */
  readonly score: Float32Array;
  readonly start: readonly number[];
  readonly ideal: readonly number[];
}

export interface RerankInput {
  /** The blend of the validation fit. */
  readonly source: ListSource;
  /** From what was known before validation. */
  readonly facts: ProductFacts;
  /** What blend and facts were made from. */
  readonly train: Train;
  readonly validation: RankingCases;
  readonly purpose: Purpose;
}

/** Null with too few cases to judge by. */
export const fitReranker = (input: RerankInput): JudgedReranker | null => {
  const { train, purpose } = input;
  const { cases, table, names } = tableFor(input);
  if (cases.length < fewestCases) return null;
  const all = names.map((_, column) => column);
  const random = seededRandom(purpose.seed + 77);
  const fold = cases.map(() => Math.floor(random() * foldCount));
  const odds = { forest: new Float64Array(table.relevant.length), line: new Float64Array(table.relevant.length) };
  for (let f = 0; f < foldCount; f++) {
    const learn = rowsWhere(table, i => fold[i] !== f);
    const { x } = scaled(table, names, train, learn);
    const forest = grow(table, x, all, learn, purpose.seed + f);
    const line = fitLine({ x, width: table.width, target: table.relevant }, learn, purpose.seed + f);
    for (const row of rowsWhere(table, i => fold[i] === f)) {
      odds.forest[row] = logOdds(forestValue(forest, x, row * table.width));
      odds.line[row] = lineValue(line, x, row * table.width);
    }
  }
  const before = ndcgEach(table, odds.forest, 0, purpose.k);
  const tries = (['forest', 'line'] as const).flatMap(kind =>
    shares.map(share => ({ kind, share, each: ndcgEach(table, odds[kind], share, purpose.k) })),
  );
  const after = crossChosen(tries, fold);
  const best = bestOf(tries, () => true);
  const { kind } = best;
  const every = rowsWhere(table, () => true);
  const { x, scaler } = scaled(table, names, train, every);
  const importance = importanceOf(table, x, all, every, purpose.seed);
  // Feature selection: what the forest of all columns would not miss by more than luck is left out of the final one.
  const kept = all.filter(column => importance[column]!.drop > importance[column]!.error);
  const columns = kind === 'line' || kept.length === 0 ? all : kept;
  return {
    model: learned(kind, table, x, columns, every, purpose.seed),
    scaler,
    columns,
    share: best.share,
    verdict: {
      cases: cases.length,
      before: meanOf(before),
      after: meanOf(after),
      forest: meanOf(bestOf(tries, () => true, 'forest').each),
      line: meanOf(bestOf(tries, () => true, 'line').each),
      share: best.share,
      helps: isGain(after, before),
      columnsKept: kept.length,
      importance: all.map(column => [names[column]!, importance[column]!.drop] as const).sort((a, b) => b[1] - a[1]),
    },
  };
};

/** What it makes of other cases than it was learned on; null with too few. */
export const judgeReranker = (
  reranker: Reranker,
  input: RerankInput,
): { readonly before: number; readonly after: number; readonly cases: number; readonly helps: boolean } | null => {
  const { purpose } = input;
  const { cases, table } = tableFor(input);
  if (cases.length < fewestCases) return null;
  const oddsOf = rerankOdds(reranker, table.width);
  const odds = Float64Array.from(table.relevant, (_, row) => oddsOf(table.raw, row));
  const before = ndcgEach(table, odds, 0, purpose.k);
  const after = ndcgEach(table, odds, reranker.share, purpose.k);
  return { before: meanOf(before), after: meanOf(after), cases: cases.length, helps: isGain(after, before) };
};

/** The same kind of model with the same columns and share, learned anew from other cases. */
export const refitReranker = ({ model: { kind }, columns, share }: Reranker, input: RerankInput): Reranker => {
  const { table, names } = tableFor(input);
  const every = rowsWhere(table, () => true);
  const { x, scaler } = scaled(table, names, input.train, every);
  return { model: learned(kind, table, x, columns, every, input.purpose.seed), scaler, columns, share };
};

/** The cases to learn from or to judge by, and what is seen of the products on each one's list. */
const tableFor = ({ source, facts, validation, purpose }: RerankInput) => {
  const cases = draw(validation.cases, mostCases, purpose.seed + 9);
  const lists = shortLists(source, facts, { known: validation.known, maskSeen: purpose.maskSeen });
  return { cases, names: lists.names, table: tableOf(lists, { ...validation, cases }, purpose.k) };
};

const learned = (
  kind: Reranker['model']['kind'],
  table: Table,
  x: Float32Array,
  columns: readonly number[],
  rows: Int32Array,
  seed: number,
): Reranker['model'] =>
  kind === 'forest'
    ? { kind, forest: asStored(grow(table, x, columns, rows, seed)) }
    : { kind, line: fitLine({ x, width: table.width, target: table.relevant }, rows, seed) };

const rowsWhere = (table: Table, takes: (i: number) => boolean): Int32Array => {
  const rows: number[] = [];
  for (let i = 0; i < table.ideal.length; i++)
    if (takes(i)) for (let row = table.start[i]!; row < table.start[i + 1]!; row++) rows.push(row);
  return Int32Array.from(rows);
};

/** Every row on the scale of the rows `on`. */
const scaled = (
  { raw, width }: Table,
  names: readonly string[],
  train: Train,
  on: Int32Array,
): { readonly x: Float32Array; readonly scaler: Scaler } => {
  const learned = new Float32Array(on.length * width);
  for (let n = 0; n < on.length; n++) learned.set(raw.subarray(on[n]! * width, (on[n]! + 1) * width), n * width);
  const scaler = fitScaler(trainRows(train, { names, rows: on.length, x: learned }));
  const x = raw.slice();
  for (let at = 0; at < x.length; at += width) scaler.apply(x, at);
  return { x, scaler };
};

/** In the single precision of an artifact, so that what is judged is what serves. */
const asStored = ({ trees }: Forest): Pick<Forest, 'trees'> => ({
  trees: trees.map(tree => ({
    ...tree,
    threshold: tree.threshold.map(Math.fround),
    value: tree.value.map(Math.fround),
  })),
});

const options = { trees: 50, depth: 8, minRows: 25, sample: 0.5 };

/** `columns` of the scaled table only, in that order. */
const grow = (
  table: Table,
  x: Float32Array,
  columns: readonly number[],
  on: Int32Array,
  seed: number,
  onTree?: (tree: GrownTree['tree'], rows: Int32Array) => void,
): Forest => {
  const rows = table.relevant.length;
  let picked = x;
  if (columns.length < table.width) {
    picked = new Float32Array(rows * columns.length);
    for (let row = 0; row < rows; row++)
      for (let c = 0; c < columns.length; c++) picked[row * columns.length + c] = x[row * table.width + columns[c]!]!;
  }
  return fitForest(
    { rows, columns: columns.length, x: picked },
    { target: table.relevant, on, seed, ...options, ...(onTree && { onTree }) },
  );
};

const importanceOf = (
  table: Table,
  x: Float32Array,
  all: readonly number[],
  on: Int32Array,
  seed: number,
): ColumnImportance[] => {
  const grown: GrownTree[] = [];
  grow(table, x, all, on, seed, (tree, rows) => grown.push({ tree, rows }));
  return permutationImportance(
    { rows: table.relevant.length, columns: table.width, x },
    table.relevant,
    on,
    grown,
    seed,
  );
};

interface Try {
  readonly kind: Reranker['model']['kind'];
  readonly share: number;
  /** NDCG@k of each case. */
  readonly each: Float64Array;
}

const bestOf = (tries: readonly Try[], takes: (i: number) => boolean, kind?: Try['kind']): Try => {
  const meanOver = ({ each }: Try): number => each.reduce((sum, ndcg, i) => (takes(i) ? sum + ndcg : sum), 0);
  return tries
    .filter(one => kind === undefined || one.kind === kind)
    .reduce((best, one) => (meanOver(one) > meanOver(best) ? one : best));
};

/** Each case by what was best on the other folds: the best of a dozen tries looks better than it is on the cases it was chosen by. */
const crossChosen = (tries: readonly Try[], fold: readonly number[]): Float64Array => {
  const out = new Float64Array(fold.length);
  for (let f = 0; f < foldCount; f++) {
    const { each } = bestOf(tries, i => fold[i] !== f);
    for (let i = 0; i < fold.length; i++) if (fold[i] === f) out[i] = each[i]!;
  }
  return out;
};

/** Enough to be worth it, and more than luck: beyond the one-sided 95 % bound of the paired difference. */
const isGain = (after: Float64Array, before: Float64Array): boolean => {
  const gains = after.map((value, i) => value - before[i]!);
  const gain = meanOf(gains);
  const variance = gains.reduce((sum, value) => sum + (value - gain) ** 2, 0) / Math.max(1, gains.length - 1);
  return gain > smallestGain * meanOf(before) && gain > 1.645 * Math.sqrt(variance / gains.length);
};

const meanOf = (values: Float64Array): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

/** NDCG@k of each case, rows ranked by score + share · odds. */
const ndcgEach = (table: Table, odds: Float64Array, share: number, k: number): Float64Array => {
  const best = new BestRows(k);
  return Float64Array.from(table.ideal, (ideal, i) => {
    best.clear();
    for (let row = table.start[i]!; row < table.start[i + 1]!; row++)
      best.offer(row, table.score[row]! + share * odds[row]!);
    let sum = 0;
    for (let b = 0; b < best.count; b++) if (table.relevant[best.rows[b]!] === 1) sum += 1 / Math.log2(b + 2) / ideal;
    return sum;
  });
};

const tableOf = (lists: ShortLists, { cases, now }: RankingCases, k: number): Table => {
  const width = lists.names.length;
  const raw = new Float32Array(cases.length * depth * width);
  const relevant = new Uint8Array(cases.length * depth);
  const score = new Float32Array(cases.length * depth);
  const start = [0];
  let row = 0;
  for (const { history, signals, relevant: wanted } of cases) {
    const found = lists.of(history, now, signals);
    raw.set(lists.features.subarray(0, found.count * width), row * width);
    for (let b = 0; b < found.count; b++, row++) {
      relevant[row] = wanted.has(found.rows[b]!) ? 1 : 0;
      score[row] = lists.scores[b]!;
    }
    start.push(row);
  }
  return {
    width,
    raw: raw.slice(0, row * width),
    relevant: relevant.slice(0, row),
    score: score.slice(0, row),
    start,
    ideal: cases.map(one => idealGain(Math.min(k, one.relevant.size))),
  };
};

/** The blend fitted for good, its first products in the re-ranker's order. `facts`: of all that is known. */
export const rerankingRanker = (
  source: ListSource,
  facts: ProductFacts,
  reranker: Reranker,
  asked: ListOptions & { readonly k: number },
): Ranker => {
  const lists = shortLists(source, facts, asked);
  const order = new BestRows(asked.k);
  const oddsOf = rerankOdds(reranker, lists.names.length);
  const top = new Int32Array(asked.k);
  return {
    top: (history, now) => {
      const found = lists.of(history, now, undefined);
      order.clear();
      for (let b = 0; b < found.count; b++)
        order.offer(b, lists.scores[b]! + reranker.share * oddsOf(lists.features, b));
      for (let b = 0; b < order.count; b++) top[b] = found.rows[order.rows[b]!]!;
      return top.subarray(0, order.count);
    },
  };
};
