/** Sums of rows of a table: what a layer makes of an input that is almost all zeros, at the cost of what is not. */
import type * as tfjs from '@tensorflow/tfjs-core';
import type { Tensors } from './backend.ts';
import { hasFused, runFused, withGradient } from './fused.ts';

/** Lists of row numbers, one list after the other. */
export interface RowLists {
  /** Row numbers of all lists. */
  readonly rows: Int32Array;
  /** List i is rows[ends[i - 1] .. ends[i] - 1], the first one from 0; never falling, the last is rows.length. */
  readonly ends: Int32Array;
  /** What each row counts; absent: 1. */
  readonly weights?: Float32Array;
}

const mustFit = ({ rows, ends, weights }: RowLists, height: number): void => {
  if ((ends.at(-1) ?? 0) !== rows.length)
    throw new RangeError(`The lists end at ${ends.at(-1) ?? 0}, but there are ${rows.length} rows`);
  if (weights && weights.length !== rows.length)
    throw new RangeError(`There are ${rows.length} rows and ${weights.length} weights`);
  for (let i = 1; i < ends.length; i++)
    if (ends[i]! < ends[i - 1]!) throw new RangeError(`List ${i} ends at ${ends[i]}, before the list ahead of it`);
  for (const row of rows)
    if (!(row >= 0 && row < height)) throw new RangeError(`Row ${row} is not in a table of ${height} rows`);
};

/**
 * table [v, d] to [lists, d]: Σ weight · table[row] over each list; an empty list gives zeros. The same as a matrix product with
 * the lists as rows of a sparse matrix. Throws when the lists do not fit.
 */
export const sumOfRows = (tf: Tensors, table: tfjs.Tensor2D, lists: RowLists): tfjs.Tensor2D => {
  mustFit(lists, table.shape[0]);
  const { rows, ends } = lists;
  const weights = lists.weights ?? new Float32Array(rows.length).fill(1);
  if (!hasFused(tf, 'sumOfRows')) {
    const list = new Int32Array(rows.length);
    for (let i = 0; i < ends.length; i++) list.fill(i, i === 0 ? 0 : ends[i - 1], ends[i]);
    if (rows.length === 0) return tf.mul(tf.zeros([ends.length, 1]), tf.slice(table, [0, 0], [1, -1])) as tfjs.Tensor2D;
    const picked = tf.mul(tf.gather(table, tf.tensor1d(rows, 'int32')), tf.tensor2d(weights, [rows.length, 1]));
    return tf.unsortedSegmentSum(picked, tf.tensor1d(list, 'int32'), ends.length) as tfjs.Tensor2D;
  }
  const given = { rows: tf.tensor1d(rows, 'int32'), ends: tf.tensor1d(ends, 'int32'), weights: tf.tensor1d(weights) };
  const height = table.shape[0];
  return withGradient(tf, [table], t => ({
    value: runFused(tf, 'sumOfRows', { table: t!, ...given })[0]!,
    save: [given.rows, given.ends, given.weights],
    gradient: (dy, [r, e, w]) => runFused(tf, 'sumOfRowsGradient', { dy, rows: r!, ends: e!, weights: w! }, { height }),
  })) as tfjs.Tensor2D;
};
