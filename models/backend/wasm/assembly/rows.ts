/** Rows of tables: taken out, and summed back in. */
import { addTo, axpy } from './vector';

/** out[i, :] = rows[index[i], :]; an index out of range gives zeros, as TensorFlow on a GPU does. */
export function gatherRows(count: i32, columns: i32, rows: i32, index: usize, from: usize, out: usize): void {
  const bytes = (<usize>columns) << 2;
  for (let i = 0; i < count; i++) {
    const row = i32.load(index + ((<usize>i) << 2));
    if (<u32>row < <u32>rows) memory.copy(out, from + <usize>row * bytes, bytes);
    else memory.fill(out, 0, bytes);
    out += bytes;
  }
}

/** out[segment[i], :] += data[i, :] over zeroed `out`; segments out of range are left out. */
export function segmentSum(count: i32, columns: i32, segments: i32, segment: usize, data: usize, out: usize): void {
  const bytes = (<usize>columns) << 2;
  memory.fill(out, 0, <usize>segments * bytes);
  for (let i = 0; i < count; i++) {
    const row = i32.load(segment + ((<usize>i) << 2));
    if (<u32>row < <u32>segments) addTo(columns, data, out + <usize>row * bytes);
    data += bytes;
  }
}

/** out[i, :] = sum of weights[p] * table[rows[p], :] over list i, which ends before ends[i]. */
export function sumOfRows(
  lists: i32, columns: i32, ends: usize, rows: usize, weights: usize, table: usize, out: usize,
): void {
  const bytes = (<usize>columns) << 2;
  let p: usize = 0;
  for (let i = 0; i < lists; i++) {
    memory.fill(out, 0, bytes);
    const end = (<usize>i32.load(ends + ((<usize>i) << 2))) << 2;
    for (; p < end; p += 4) axpy(columns, f32.load(weights + p), table + <usize>i32.load(rows + p) * bytes, out);
    out += bytes;
  }
}

/** The reverse: out[rows[p], :] += weights[p] * dy[i, :] over zeroed `out` of `height` rows. */
export function scatterLists(
  lists: i32, columns: i32, height: i32, ends: usize, rows: usize, weights: usize, dy: usize, out: usize,
): void {
  const bytes = (<usize>columns) << 2;
  memory.fill(out, 0, <usize>height * bytes);
  let p: usize = 0;
  for (let i = 0; i < lists; i++) {
    const end = (<usize>i32.load(ends + ((<usize>i) << 2))) << 2;
    for (; p < end; p += 4) axpy(columns, f32.load(weights + p), dy, out + <usize>i32.load(rows + p) * bytes);
    dy += bytes;
  }
}
