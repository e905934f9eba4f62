/** How well a view of texts tells classes apart by itself: each text given to the class whose mean, the text left out, lies nearest. */
import type { Sparse } from './tfidf.ts';

/** Texts looked at in full; of more, every so-manieth. */
const most = 2_000;

/** Share told right, 0..1, of classes with at least two texts; 0 when there is none. `labels[i]` is 0 .. classes - 1. */
export const nearestMeanAccuracy = (
  rows: readonly Sparse[],
  labels: ArrayLike<number>,
  classes: number,
  width: number,
): number => {
  // One feature's sums for all classes lie together, as a row touches few features and all classes of each.
  const sums = new Float32Array(width * classes);
  const sizes = new Int32Array(classes);
  for (const [i, { ids, values }] of rows.entries()) {
    const label = labels[i]!;
    sizes[label]! += 1;
    for (let k = 0; k < ids.length; k++) sums[ids[k]! * classes + label]! += values[k]!;
  }
  const squares = new Float64Array(classes);
  for (let at = 0; at < sums.length; at++) squares[at % classes]! += sums[at]! ** 2;
  let right = 0;
  let asked = 0;
  const step = Math.max(1, Math.floor(rows.length / most));
  const dots = new Float64Array(classes);
  for (let i = 0; i < rows.length; i += step) {
    const label = labels[i]!;
    if (sizes[label]! < 2) continue;
    const { ids, values } = rows[i]!;
    dots.fill(0);
    let own = 0;
    for (let k = 0; k < ids.length; k++) {
      own += values[k]! ** 2;
      const base = ids[k]! * classes;
      for (let c = 0; c < classes; c++) dots[c]! += sums[base + c]! * values[k]!;
    }
    let nearest = -1;
    let least = Number.NEGATIVE_INFINITY;
    for (let c = 0; c < classes; c++) {
      const square = c === label ? squares[c]! - 2 * dots[c]! + own : squares[c]!;
      const cosine = (c === label ? dots[c]! - own : dots[c]!) / Math.sqrt(Math.max(square, 1e-9));
      if (cosine > least) {
        least = cosine;
        nearest = c;
      }
    }
    asked += 1;
    if (nearest === label) right += 1;
  }
  return asked === 0 ? 0 : right / asked;
};

/** A dense vector as a row. */
export const rowOfVector = (vector: Float32Array): Sparse => ({ ids: Int32Array.from(vector.keys()), values: vector });
