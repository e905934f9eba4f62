/** The best rows of a scan by their exact scores, of which only those are made that its errors leave open. */
import { blockRows, type DenseScan } from './dense-scan.ts';
import { largestAt } from './largest.ts';
import type { BestRows } from './score-sheet.ts';

/** Relative rounding of a few sums in 32 bits. */
const rounding = 2 ** -20;

export interface ScanBest {
  /**
   * Offers every row that may be among the best `best` holds, but for those where `blocked` is 1, each with its exact score plus `shift`.
   * `scoresOf` writes the exact scores of the first `count` of `rows`; `magnitude`: none of the numbers it adds up to scores is larger.
   */
  offer(best: BestRows, blocked: Uint8Array, shift: number, scoresOf: ScoresOf, magnitude: number): void;
}

export type ScoresOf = (rows: Int32Array, count: number, out: Float64Array) => void;

export const scanBest = (scan: DenseScan, products: number): ScanBest => {
  const { out, maxima, scales, largestScales } = scan;
  let rows = new Int32Array(1024);
  let approximate = new Float32Array(1024);
  let exact = new Float64Array(1024);

  /** Makes room for a block more. */
  const grow = (count: number): void => {
    if (count + blockRows <= rows.length) return;
    const [old, scores] = [rows, approximate];
    rows = new Int32Array(old.length * 2);
    approximate = new Float32Array(old.length * 2);
    exact = new Float64Array(old.length * 2);
    rows.set(old);
    approximate.set(scores);
  };

  /** Collects the rows of at least this approximate score. */
  const rowsFrom = (least: number, blocked: Uint8Array): number => {
    let count = 0;
    for (let block = 0; block < maxima.length; block++) {
      if (maxima[block]! < least) continue;
      grow(count);
      const end = Math.min(products, (block + 1) * blockRows);
      for (let row = block * blockRows; row < end; row++)
        if (out[row]! >= least && blocked[row] === 0) {
          approximate[count] = out[row]!;
          rows[count++] = row;
        }
    }
    return count;
  };

  /** Collects the rows below `most` whose exact score may be at least `least`. */
  const rowsBelow = (most: number, least: number, blocked: Uint8Array): number => {
    const { error } = scan;
    let count = 0;
    for (let block = 0; block < maxima.length; block++) {
      if (maxima[block]! + error * largestScales[block]! < least) continue;
      grow(count);
      const end = Math.min(products, (block + 1) * blockRows);
      for (let row = block * blockRows; row < end; row++)
        if (out[row]! < most && out[row]! + error * scales[row]! >= least && blocked[row] === 0) rows[count++] = row;
    }
    return count;
  };

  const offerFirst = (count: number, best: BestRows, shift: number, scoresOf: ScoresOf): void => {
    scoresOf(rows, count, exact);
    for (let r = 0; r < count; r++) best.offer(rows[r]!, exact[r]! + shift);
  };

  return {
    offer: (best, blocked, shift, scoresOf, magnitude) => {
      // As many rows at least reach the n-th largest score, also that among the largest of each block. Where many of them are
      // blocked, it is looked further down.
      let least = Number.NEGATIVE_INFINITY;
      let count = 0;
      for (let place = best.size * 2; ; place *= 4) {
        const isAll = place > products;
        least = isAll ? Number.NEGATIVE_INFINITY : largestAt(place > maxima.length ? out : maxima, place);
        count = rowsFrom(least, blocked);
        if (isAll || count >= best.size) break;
      }
      if (count > best.size) {
        least = largestAt(approximate, best.size, count);
        let kept = 0;
        for (let r = 0; r < count; r++) if (approximate[r]! >= least) rows[kept++] = rows[r]!;
        count = kept;
      }
      offerFirst(count, best, shift, scoresOf);
      if (least === Number.NEGATIVE_INFINITY || best.count < best.size) return;
      const last = best.scores[best.size - 1]!;
      const open = rowsBelow(least, last - shift - rounding * (magnitude + Math.abs(last) + Math.abs(shift)), blocked);
      offerFirst(open, best, shift, scoresOf);
    },
  };
};
