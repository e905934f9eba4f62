/** Rows of numbers with named columns, on one side of a split: what is fitted takes training rows only. */
import type { Train } from './splits.ts';

export interface FeatureRows {
  readonly names: readonly string[];
  readonly rows: number;
  /** rows × names, row by row; NaN: missing. */
  readonly x: Float32Array;
}

declare const side: unique symbol;
/** Made from a train part alone. */
export type TrainRows = FeatureRows & { readonly [side]: 'train' };

/**
 * Marks rows as of a train part. `source` is what all of them were computed from; a test part does not fit its type, so rows of one can't be
 * marked by mistake.
 */
export const trainRows = (_source: Train, rows: FeatureRows): TrainRows => {
  if (rows.x.length !== rows.rows * rows.names.length)
    throw new RangeError(`${rows.x.length} numbers are not ${rows.rows} rows of ${rows.names.length} columns`);
  return rows as TrainRows;
};
