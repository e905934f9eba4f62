/**
 * What a forest would lose without a column: its values are shuffled among rows a tree did not see, and the growth of the tree's squared
 * error counts (Breiman 2001, section 10). Unlike the reduction of impurity it does not favour columns with many values, and a column that
 * only fits noise comes out at 0.
 */
import { seededRandom } from '../../knowledge/domain/random.ts';
import type { Columns } from './bins.ts';
import { type Tree, treeValue } from './tree.ts';

export interface ColumnImportance {
  /** Growth of the mean squared error over that of always saying the mean; about 0 for a column that says nothing, and may be below. */
  readonly drop: number;
  /** Standard error of `drop` over trees. */
  readonly error: number;
}

/** A tree and the rows it was grown on. */
export interface GrownTree {
  readonly tree: Tree;
  readonly rows: Int32Array;
}

/** More rows a tree change the answer by less than its standard error. */
const mostRows = 2_000;

/** `on`: rows the forest was grown from; those that a tree did not draw judge it. */
export const permutationImportance = (
  table: Columns,
  target: ArrayLike<number>,
  on: Int32Array,
  grown: readonly GrownTree[],
  seed: number,
): ColumnImportance[] => {
  const random = seededRandom(seed);
  let [sum, squares] = [0, 0];
  for (const row of on) [sum, squares] = [sum + target[row]!, squares + target[row]! ** 2];
  const variance = Math.max(1e-12, squares / on.length - (sum / on.length) ** 2);
  const drops = Array.from({ length: table.columns }, () => new Float64Array(grown.length));
  const drawn = new Uint8Array(table.rows);
  grown.forEach(({ tree, rows }, t) => {
    drawn.fill(0);
    for (const row of rows) drawn[row] = 1;
    const out = on.filter(row => drawn[row] === 0);
    for (let i = 0; i < Math.min(mostRows, out.length); i++) {
      const j = i + Math.floor(random() * (out.length - i));
      [out[i], out[j]] = [out[j]!, out[i]!];
    }
    const judged = out.subarray(0, mostRows);
    if (judged.length < 2) return;
    const said = Float64Array.from(judged, row => treeValue(tree, table.x, row * table.columns));
    for (const column of new Set(tree.column)) {
      if (column < 0) continue;
      const order = Int32Array.from(judged, (_, i) => i);
      for (let i = order.length - 1; i > 0; i--) {
        const j = Math.floor(random() * (i + 1));
        [order[i], order[j]] = [order[j]!, order[i]!];
      }
      let growth = 0;
      for (let i = 0; i < judged.length; i++) {
        const other = table.x[judged[order[i]!]! * table.columns + column]!;
        const y = target[judged[i]!]!;
        growth += (y - valueWith(tree, table.x, judged[i]! * table.columns, column, other)) ** 2 - (y - said[i]!) ** 2;
      }
      drops[column]![t] = growth / judged.length / variance;
    }
  });
  return drops.map(values => {
    const mean = values.reduce((a, b) => a + b, 0) / Math.max(1, values.length);
    const spread = values.reduce((a, b) => a + (b - mean) ** 2, 0) / Math.max(1, values.length - 1);
    return { drop: mean, error: Math.sqrt(spread / Math.max(1, values.length)) };
  });
};

/** What the tree says of the row that begins at `from`, were its `column` another. */
const valueWith = (tree: Tree, x: ArrayLike<number>, from: number, column: number, other: number): number => {
  let node = 0;
  for (let c = tree.column[0]!; c >= 0; c = tree.column[node]!)
    node = tree.left[node]! + ((c === column ? other : x[from + c]!) <= tree.threshold[node]! ? 0 : 1);
  return tree.value[node]!;
};
