/**
 * Random forest for numbers and for 0/1 outcomes (then the mean is a probability): Breiman 2001, on binned columns. A seed makes
 * it the same every time. Feature importance is the reduction of impurity per column, adding up to 1.
 */
import { seededRandom } from '../../knowledge/domain/random.ts';
import { type Bins, binColumns, type Columns } from './bins.ts';
import { growTree, leafOf, type Tree, treeValue } from './tree.ts';

export interface ForestOptions {
  /** One per row of the table; only rows `on` are read. */
  readonly target: ArrayLike<number>;
  readonly on: Int32Array;
  readonly weights?: ArrayLike<number>;
  readonly seed: number;
  readonly trees?: number;
  readonly depth?: number;
  readonly minRows?: number;
  /** Share of the rows each tree sees, drawn without repeats (0..1]. */
  readonly sample?: number;
  /** Columns looked at per split; default a third of them. */
  readonly columnsPerSplit?: number;
  /** Made once for several forests on one table. */
  readonly bins?: Bins;
  /** Called with each tree and the rows it was grown on. */
  readonly onTree?: (tree: Tree, rows: Int32Array) => void;
}

export interface Forest {
  readonly trees: readonly Tree[];
  readonly importance: Float64Array;
}

/** The first `count` of a shuffle of `rows`. */
export const drawRows = (rows: Int32Array, count: number, random: () => number): Int32Array => {
  const pool = Int32Array.from(rows);
  for (let n = 0; n < count; n++) {
    const other = n + Math.floor(random() * (pool.length - n));
    [pool[n], pool[other]] = [pool[other]!, pool[n]!];
  }
  return pool.slice(0, count);
};

export const fitForest = (table: Columns, options: ForestOptions): Forest => {
  const { target, on, weights } = options;
  const random = seededRandom(options.seed);
  const bins = options.bins ?? binColumns(table, on);
  const h = new Float64Array(table.rows);
  const g = new Float64Array(table.rows);
  for (const row of on) {
    h[row] = weights?.[row] ?? 1;
    g[row] = h[row]! * target[row]!;
  }
  const importance = new Float64Array(table.columns);
  const sampled = Math.max(1, Math.round(on.length * (options.sample ?? 0.6)));
  const trees = Array.from({ length: options.trees ?? 100 }, () => {
    const rows = drawRows(on, sampled, random);
    const tree = growTree(bins, rows, g, h, {
      depth: options.depth ?? 8,
      minRows: options.minRows ?? 20,
      columnsPerSplit: options.columnsPerSplit ?? Math.max(1, Math.ceil(table.columns / 3)),
      random,
      importance,
    });
    options.onTree?.(tree, rows);
    return tree;
  });
  const total = importance.reduce((sum, v) => sum + v, 0);
  return { trees, importance: total > 0 ? importance.map(v => v / total) : importance };
};

/** Mean of the trees for a row of plain numbers that begins at `offset`. */
export const forestValue = (forest: Pick<Forest, 'trees'>, x: ArrayLike<number>, offset = 0): number => {
  let sum = 0;
  for (const tree of forest.trees) sum += treeValue(tree, x, offset);
  return sum / forest.trees.length;
};

/** Mean of the trees for every row of a binned table. */
export const forestValues = (forest: Pick<Forest, 'trees'>, bins: Bins): Float64Array => {
  const out = new Float64Array(bins.rows);
  for (const tree of forest.trees)
    for (let row = 0; row < bins.rows; row++) out[row] = out[row]! + tree.value[leafOf(tree, bins, row)]!;
  return out.map(sum => sum / forest.trees.length);
};
