/**
 * Gradient-boosted trees on the log loss (Friedman 2001, second order as in Chen & Guestrin 2016) over binned columns. Stops when
 * held-out rows gain no more; without any it makes all its rounds. A seed makes it the same every time.
 */
import { seededRandom } from '../../knowledge/domain/random.ts';
import { type Bins, binColumns, type Columns } from './bins.ts';
import { drawRows } from './forest.ts';
import { growTree, leafOf, type Tree, treeValue } from './tree.ts';

export interface BoostingOptions {
  /** 0 or 1 per row of the table; only rows `on` and `stopOn` are read. */
  readonly outcome: ArrayLike<number>;
  readonly on: Int32Array;
  readonly weights?: ArrayLike<number>;
  readonly seed: number;
  readonly rounds?: number;
  /** Share of each step that is taken. */
  readonly rate?: number;
  readonly depth?: number;
  readonly minRows?: number;
  readonly ridge?: number;
  /** Shares of rows and of columns each tree sees. */
  readonly sample?: number;
  readonly columnShare?: number;
  /** Rows on which the log loss must go on falling, and for how many rounds it may fail to. */
  readonly stopOn?: Int32Array;
  readonly patience?: number;
  readonly bins?: Bins;
  /** Log odds per row that the trees go on from, such as a line's; they then say what it missed. `start` is 0. */
  readonly offset?: ArrayLike<number>;
}

export interface Boosted {
  /** Log odds before any tree. */
  readonly start: number;
  readonly trees: readonly Tree[];
  /** Growth of the objective per column, adding up to 1. */
  readonly importance: Float64Array;
}

const probability = (z: number): number => 1 / (1 + Math.exp(-z));

export const fitBoosted = (table: Columns, options: BoostingOptions): Boosted => {
  const { outcome, on } = options;
  const random = seededRandom(options.seed);
  const bins = options.bins ?? binColumns(table, on);
  const rate = options.rate ?? 0.05;
  const weight = (row: number): number => options.weights?.[row] ?? 1;
  let [events, total] = [0, 0];
  for (const row of on) {
    events += weight(row) * outcome[row]!;
    total += weight(row);
  }
  const mean = Math.min(1 - 1e-6, Math.max(1e-6, events / total));
  const start = options.offset ? 0 : Math.log(mean / (1 - mean));
  const score = options.offset ? Float64Array.from(options.offset) : new Float64Array(table.rows).fill(start);
  const g = new Float64Array(table.rows);
  const h = new Float64Array(table.rows);
  const importance = new Float64Array(table.columns);
  const trees: Tree[] = [];
  const sampled = Math.max(1, Math.round(on.length * (options.sample ?? 0.7)));
  const columnsPerSplit = Math.max(1, Math.round(table.columns * (options.columnShare ?? 0.5)));
  const heldLoss = (rows: Int32Array): number => {
    let loss = 0;
    for (const row of rows) {
      const p = Math.min(1 - 1e-9, Math.max(1e-9, probability(score[row]!)));
      loss -= weight(row) * (outcome[row] === 1 ? Math.log(p) : Math.log(1 - p));
    }
    return loss;
  };
  let best = { loss: options.stopOn ? heldLoss(options.stopOn) : 0, rounds: 0 };
  for (let round = 0; round < (options.rounds ?? 200); round++) {
    for (const row of on) {
      const p = probability(score[row]!);
      g[row] = weight(row) * (outcome[row]! - p);
      h[row] = weight(row) * p * (1 - p);
    }
    const tree = growTree(bins, drawRows(on, sampled, random), g, h, {
      depth: options.depth ?? 4,
      minRows: options.minRows ?? 20,
      ridge: options.ridge ?? 5,
      columnsPerSplit,
      random,
      importance,
    });
    for (let n = 0; n < tree.value.length; n++) tree.value[n] = tree.value[n]! * rate;
    trees.push(tree);
    for (let row = 0; row < table.rows; row++) score[row] = score[row]! + tree.value[leafOf(tree, bins, row)]!;
    if (!options.stopOn) continue;
    const loss = heldLoss(options.stopOn);
    if (loss < best.loss) best = { loss, rounds: trees.length };
    else if (trees.length - best.rounds >= (options.patience ?? 30)) break;
  }
  const sum = importance.reduce((s, v) => s + v, 0);
  return {
    start,
    trees: options.stopOn ? trees.slice(0, best.rounds) : trees,
    importance: sum > 0 ? importance.map(v => v / sum) : importance,
  };
};

/** Log odds for a row of plain numbers that begins at `offset`. */
export const boostedLogit = (model: Pick<Boosted, 'start' | 'trees'>, x: ArrayLike<number>, offset = 0): number => {
  let z = model.start;
  for (const tree of model.trees) z += treeValue(tree, x, offset);
  return z;
};
