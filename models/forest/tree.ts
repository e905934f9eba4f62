/**
 * One regression tree on binned columns. Every row has a target sum g and a weight h: a leaf says Σg / (Σh + ridge) and a split is
 * worth the growth of Σ (Σg)² / (Σh + ridge). With g = weight · y and h = weight that is the reduction of variance (for 0/1
 * outcomes, of Gini impurity); with g = -gradient and h = curvature it is a boosting step (Chen & Guestrin 2016).
 */
import type { Bins } from './bins.ts';

/** Flat arrays; the right child of a split stands after the left. Rows with value <= threshold go left. */
export interface Tree {
  /** Column of the split; -1: a leaf. */
  readonly column: Int16Array;
  readonly threshold: Float64Array;
  /** The same as a bin: codes <= bin go left. */
  readonly bin: Uint8Array;
  readonly left: Int32Array;
  readonly value: Float64Array;
}

export interface GrowOptions {
  readonly depth: number;
  /** Fewest rows of a leaf. */
  readonly minRows: number;
  readonly ridge?: number;
  /** Columns looked at for each split; absent: all. */
  readonly columnsPerSplit?: number;
  readonly random: () => number;
  /** Grows by what each split was worth, per column. */
  readonly importance?: Float64Array;
}

interface Split {
  readonly column: number;
  readonly bin: number;
  readonly gain: number;
}

/** Nodes while they are being made. */
export class TreeBuilder {
  readonly #column: number[] = [];
  readonly #threshold: number[] = [];
  readonly #bin: number[] = [];
  readonly #left: number[] = [];
  readonly #value: number[] = [];

  leaf(value: number): number {
    this.#column.push(-1);
    this.#threshold.push(0);
    this.#bin.push(0);
    this.#left.push(-1);
    return this.#value.push(value) - 1;
  }

  /** Turns a leaf into a split; returns its left child, the right one is next to it. */
  split(node: number, column: number, bin: number, threshold: number, left: number, right: number): number {
    const child = this.leaf(left);
    this.leaf(right);
    this.#column[node] = column;
    this.#bin[node] = bin;
    this.#threshold[node] = threshold;
    this.#left[node] = child;
    return child;
  }

  done(): Tree {
    return {
      column: Int16Array.from(this.#column),
      threshold: Float64Array.from(this.#threshold),
      bin: Uint8Array.from(this.#bin),
      left: Int32Array.from(this.#left),
      value: Float64Array.from(this.#value),
    };
  }
}

/** `count` of the columns 0..all-1 by a partial shuffle of `pool`. */
export const drawColumns = (pool: Int32Array, count: number, random: () => number): Int32Array => {
  for (let n = 0; n < count; n++) {
    const other = n + Math.floor(random() * (pool.length - n));
    [pool[n], pool[other]] = [pool[other]!, pool[n]!];
  }
  return pool.subarray(0, count);
};

/** Moves the rows of [from, to) whose code is <= bin to the front; returns where the others begin. */
export const partition = (
  rows: Int32Array,
  from: number,
  to: number,
  code: Uint8Array,
  offset: number,
  bin: number,
): number => {
  let middle = from;
  for (let n = from; n < to; n++) {
    const row = rows[n]!;
    if (code[offset + row]! <= bin) {
      rows[n] = rows[middle]!;
      rows[middle++] = row;
    }
  }
  return middle;
};

/** Grows on `rows` (reordered); a row that stands twice counts twice. `g` and `h` by row of the table. */
export const growTree = (
  bins: Bins,
  rows: Int32Array,
  g: ArrayLike<number>,
  h: ArrayLike<number>,
  options: GrowOptions,
): Tree => {
  const { depth, minRows, random } = options;
  const ridge = options.ridge ?? 0;
  const perSplit = Math.min(bins.columns, options.columnsPerSplit ?? bins.columns);
  const pool = Int32Array.from({ length: bins.columns }, (_, j) => j);
  const builder = new TreeBuilder();
  const sumG = new Float64Array(256);
  const sumH = new Float64Array(256);
  const size = new Int32Array(256);
  const worth = (a: number, b: number): number => (b + ridge > 0 ? (a * a) / (b + ridge) : 0);
  const leafValue = (a: number, b: number): number => (b + ridge > 0 ? a / (b + ridge) : 0);

  const best = (from: number, to: number, allG: number, allH: number): (Split & { g: number; h: number }) | null => {
    let found: (Split & { g: number; h: number }) | null = null;
    const whole = worth(allG, allH);
    for (const column of drawColumns(pool, perSplit, random)) {
      const count = bins.edges[column]!.length + 1;
      if (count < 2) continue;
      sumG.fill(0, 0, count);
      sumH.fill(0, 0, count);
      size.fill(0, 0, count);
      const offset = column * bins.rows;
      for (let n = from; n < to; n++) {
        const row = rows[n]!;
        const b = bins.code[offset + row]!;
        sumG[b] = sumG[b]! + g[row]!;
        sumH[b] = sumH[b]! + h[row]!;
        size[b] = size[b]! + 1;
      }
      let [leftG, leftH, leftSize] = [0, 0, 0];
      for (let b = 0; b < count - 1; b++) {
        leftG += sumG[b]!;
        leftH += sumH[b]!;
        leftSize += size[b]!;
        if (leftSize < minRows) continue;
        if (to - from - leftSize < minRows) break;
        const gain = worth(leftG, leftH) + worth(allG - leftG, allH - leftH) - whole;
        if (gain > (found?.gain ?? 1e-9)) found = { column, bin: b, gain, g: leftG, h: leftH };
      }
    }
    return found;
  };

  const grow = (node: number, from: number, to: number, allG: number, allH: number, level: number): void => {
    if (level >= depth || to - from < 2 * minRows) return;
    const split = best(from, to, allG, allH);
    if (!split) return;
    const { column, bin } = split;
    if (options.importance) options.importance[column] = options.importance[column]! + split.gain;
    const middle = partition(rows, from, to, bins.code, column * bins.rows, bin);
    const [rightG, rightH] = [allG - split.g, allH - split.h];
    const left = builder.split(
      node,
      column,
      bin,
      bins.edges[column]![bin]!,
      leafValue(split.g, split.h),
      leafValue(rightG, rightH),
    );
    grow(left, from, middle, split.g, split.h, level + 1);
    grow(left + 1, middle, to, rightG, rightH, level + 1);
  };

  let [allG, allH] = [0, 0];
  for (const row of rows) {
    allG += g[row]!;
    allH += h[row]!;
  }
  grow(builder.leaf(leafValue(allG, allH)), 0, rows.length, allG, allH, 0);
  return builder.done();
};

/** The leaf a row of the binned table falls into. */
export const leafOf = (tree: Tree, bins: Bins, row: number): number => {
  let node = 0;
  for (let column = tree.column[0]!; column >= 0; column = tree.column[node]!)
    node = tree.left[node]! + (bins.code[column * bins.rows + row]! <= tree.bin[node]! ? 0 : 1);
  return node;
};

/** What the tree says of a row of plain numbers that begins at `offset`. */
export const treeValue = (tree: Tree, x: ArrayLike<number>, offset = 0): number => {
  let node = 0;
  for (let column = tree.column[0]!; column >= 0; column = tree.column[node]!)
    node = tree.left[node]! + (x[offset + column]! <= tree.threshold[node]! ? 0 : 1);
  return tree.value[node]!;
};
