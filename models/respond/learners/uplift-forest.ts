/**
 * Uplift forest over any number of arms: trees split where the effects differ most between the two sides (squared distance of the
 * effects, Rzepakowski & Jaroszewicz 2012, weighted by n_l n_r / n as in Athey & Imbens 2016), and are honest: one half of a tree's
 * rows places the splits, the other half says what the effects in the leaves are, held to the effect of all by a prior.
 */
import { seededRandom } from '../../../knowledge/domain/random.ts';
import { type Bins, binColumns } from '../../forest/bins.ts';
import { drawRows } from '../../forest/forest.ts';
import { drawColumns, leafOf, partition, type Tree, TreeBuilder } from '../../forest/tree.ts';
import { armCount, type Learner, type LearnerInput } from './learner.ts';

export interface UpliftForestOptions {
  readonly trees: number;
  readonly depth: number;
  /** Fewest rows of every arm in a leaf, among those that place the splits. */
  readonly minRows: number;
  /** Rows' worth of the overall effect that each leaf is mixed with. */
  readonly prior: number;
}

/** Rows and outcomes per arm, control first: [n0, y0, n1, y1, …]. */
type Tally = Float64Array;

const effectOf = (tally: Tally, at: number, arm: number): number =>
  tally[at + 2 * arm + 1]! / tally[at + 2 * arm]! - tally[at + 1]! / tally[at]!;

const count = (tally: Tally, rows: Int32Array, from: number, to: number, input: LearnerInput): Tally => {
  for (let n = from; n < to; n++) {
    const row = rows[n]!;
    const at = 2 * input.arm[row]!;
    tally[at] = tally[at]! + 1;
    tally[at + 1] = tally[at + 1]! + input.outcome[row]!;
  }
  return tally;
};

const growUplift = (
  bins: Bins,
  rows: Int32Array,
  input: LearnerInput,
  arms: number,
  options: UpliftForestOptions,
  random: () => number,
): Tree => {
  const width = 2 * (arms + 1);
  const perSplit = Math.max(1, Math.ceil(bins.columns / 2));
  const pool = Int32Array.from({ length: bins.columns }, (_, j) => j);
  const builder = new TreeBuilder();
  const cells = new Float64Array(256 * width);
  const left = new Float64Array(width);
  const right = new Float64Array(width);

  const enough = (tally: Tally): boolean => {
    for (let arm = 0; arm <= arms; arm++) if (tally[2 * arm]! < options.minRows) return false;
    return true;
  };
  const best = (from: number, to: number, all: Tally): { column: number; bin: number } | null => {
    let found: { column: number; bin: number; gain: number } | null = null;
    for (const column of drawColumns(pool, perSplit, random)) {
      const edges = bins.edges[column]!.length;
      if (edges === 0) continue;
      cells.fill(0, 0, (edges + 1) * width);
      const offset = column * bins.rows;
      for (let n = from; n < to; n++) {
        const row = rows[n]!;
        const at = bins.code[offset + row]! * width + 2 * input.arm[row]!;
        cells[at] = cells[at]! + 1;
        cells[at + 1] = cells[at + 1]! + input.outcome[row]!;
      }
      left.fill(0);
      for (let bin = 0; bin < edges; bin++) {
        let size = 0;
        for (let c = 0; c < width; c++) {
          left[c] = left[c]! + cells[bin * width + c]!;
          right[c] = all[c]! - left[c]!;
          if (c % 2 === 0) size += left[c]!;
        }
        if (!enough(left)) continue;
        if (!enough(right)) break;
        let distance = 0;
        for (let arm = 1; arm <= arms; arm++) distance += (effectOf(left, 0, arm) - effectOf(right, 0, arm)) ** 2;
        const gain = (distance * size * (to - from - size)) / (to - from);
        if (gain > (found?.gain ?? 0)) found = { column, bin, gain };
      }
    }
    return found;
  };
  const grow = (node: number, from: number, to: number, level: number): void => {
    if (level >= options.depth) return;
    const all = count(new Float64Array(width), rows, from, to, input);
    const split = best(from, to, all);
    if (!split) return;
    const middle = partition(rows, from, to, bins.code, split.column * bins.rows, split.bin);
    const child = builder.split(node, split.column, split.bin, bins.edges[split.column]![split.bin]!, 0, 0);
    grow(child, from, middle, level + 1);
    grow(child + 1, middle, to, level + 1);
  };
  grow(builder.leaf(0), 0, rows.length, 0);
  return builder.done();
};

export const upliftForest =
  (options: UpliftForestOptions): Learner =>
  async input => {
    const { table, train } = input;
    const arms = armCount(input);
    const width = 2 * (arms + 1);
    const random = seededRandom(input.seed);
    const bins = binColumns(table, train, 32);
    const all = count(new Float64Array(width), train, 0, train.length, input);
    const overall = Float64Array.from({ length: arms }, (_, a) => effectOf(all, 0, a + 1));
    const out = new Float64Array(table.rows * arms);
    for (let t = 0; t < options.trees; t++) {
      const drawn = drawRows(train, Math.round(train.length * 0.6), random);
      const middle = drawn.length >> 1;
      const tree = growUplift(bins, drawn.slice(0, middle), input, arms, options, random);
      const tallies = new Float64Array(tree.value.length * width);
      for (const row of drawn.subarray(middle)) {
        const at = leafOf(tree, bins, row) * width + 2 * input.arm[row]!;
        tallies[at] = tallies[at]! + 1;
        tallies[at + 1] = tallies[at + 1]! + input.outcome[row]!;
      }
      const effects = new Float64Array(tree.value.length * arms);
      for (let leaf = 0; leaf < tree.value.length; leaf++)
        for (let arm = 1; arm <= arms; arm++) {
          const at = leaf * width;
          // Worth of an effect: half the harmonic mean of the two sides' rows.
          const [n0, n1] = [tallies[at]!, tallies[at + 2 * arm]!];
          const rows = n0 > 0 && n1 > 0 ? (n0 * n1) / (n0 + n1) : 0;
          const own = rows > 0 ? effectOf(tallies, at, arm) : 0;
          effects[leaf * arms + arm - 1] = (rows * own + options.prior * overall[arm - 1]!) / (rows + options.prior);
        }
      for (let row = 0; row < table.rows; row++) {
        const leaf = leafOf(tree, bins, row);
        for (let a = 0; a < arms; a++)
          out[row * arms + a] = out[row * arms + a]! + effects[leaf * arms + a]! / options.trees;
      }
    }
    return out;
  };
