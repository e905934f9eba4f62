/**
 * A model that looks again at the blend's first products for a shopper: what each component says of them and the columns of the feature
 * table. A random forest and a logistic line are learned on validation cases and judged cross-fitted by shopper; the better one counts as
 * much as that proved it worth, which may be nothing.
 */
import { seededRandom } from '../../../knowledge/domain/random.ts';
import { type Forest, fitForest, forestValue } from '../../forest/forest.ts';
import { type ColumnImportance, type GrownTree, permutationImportance } from '../../forest/importance.ts';
import { fitLine, lineValue } from './rerank-line.ts';
import { logOdds, type Reranker, rerankOdds } from './rerank-odds.ts';
import { type RerankInput, rowsWhere, scaled, type Table, tableFor } from './rerank-table.ts';
import { bestOf, crossChosen, isGain, meanOf, ndcgEach } from './rerank-verdict.ts';

const foldCount = 4;
/** With fewer, luck would judge. */
const fewestCases = 50;
const shares = [0.1, 0.25, 0.5, 1, 2, 4];

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
  const after = crossChosen(tries, fold, foldCount);
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
