/** What a blend may choose from on validation cases: every component's best products, each with every component's opinion. */

import { boughtIn } from '../data/weighed-signals.ts';
import { idealGain } from '../evaluate/ranking-metrics.ts';
import type { RankingCases } from './cases.ts';
import type { Fitted } from './model.ts';
import { BestRows, ScoreSheet } from './score-sheet.ts';
import { type Segment, segmentOf } from './segments.ts';
import type { Purpose } from './tuning.ts';

export interface Candidates {
  readonly k: number;
  /** x[c][row]: score of component c over its standard deviation among all products for that shopper. */
  readonly x: readonly Float32Array[];
  readonly product: Int32Array;
  /** 1: was bought. */
  readonly relevant: Uint8Array;
  /** Case i owns rows start[i] until start[i + 1]. */
  readonly start: Int32Array;
  /** Gain of a perfect list, per case. */
  readonly ideal: Float64Array;
  readonly segment: readonly Segment[];
}

/** Bounds memory: rows × components × 4 bytes stay below 200 MB. */
const mostCells = 50_000_000;
const lastPerComponent = 10;

/**
 * `perComponent`: products beyond that place in every component's list can't reach the top of a blend and are not looked at. A few of
 * the last in each list are: with a weight below zero they would come first.
 */
export const collectCandidates = (
  components: readonly Fitted[],
  { cases, known, now }: RankingCases,
  purpose: Purpose,
  perComponent = 60,
): Candidates => {
  const width = components.length;
  const sheets = components.map(() => new ScoreSheet(known.length));
  const best = new BestRows(perComponent);
  const worst = new BestRows(lastPerComponent);
  const allowed = known.slice();
  const wanted = new Int32Array(known.length).fill(-1);
  const product = new Growing();
  const relevant: number[] = [];
  const x = components.map(() => new Growing());
  const start = [0];
  const used = cases.slice(0, Math.max(1, Math.floor(mostCells / (width * perComponent * 4))));
  used.forEach((one, i) => {
    const seen = boughtIn(one.history);
    if (purpose.maskSeen) for (const item of seen) allowed[item] = 0;
    const spreads = components.map((component, c) => {
      const sheet = sheets[c]!;
      sheet.clear();
      component.score(one.history, now, sheet);
      best.clear();
      worst.clear();
      for (let t = 0; t < sheet.count; t++) {
        const row = sheet.touched[t]!;
        if (allowed[row] === 0) continue;
        best.offer(row, sheet.values[row]!);
        worst.offer(row, -sheet.values[row]!);
      }
      for (const { rows, count } of [best, worst])
        for (let b = 0; b < count; b++) {
          const row = rows[b]!;
          if (wanted[row] === i) continue;
          wanted[row] = i;
          product.push(row);
          relevant.push(one.relevant.has(row) ? 1 : 0);
        }
      return sheet.spread();
    });
    for (let row = start[i]!; row < product.length; row++)
      for (let c = 0; c < width; c++)
        x[c]!.push(spreads[c]! > 0 ? sheets[c]!.values[product.at(row)]! / spreads[c]! : 0);
    start.push(product.length);
    for (const item of seen) allowed[item] = known[item]!;
  });
  return {
    k: purpose.k,
    x: x.map(column => column.done()),
    product: Int32Array.from(product.done()),
    relevant: Uint8Array.from(relevant),
    start: Int32Array.from(start),
    ideal: Float64Array.from(used, one => idealGain(Math.min(purpose.k, one.relevant.size))),
    segment: used.map(one => segmentOf(one.history)),
  };
};

class Growing {
  length = 0;
  private values = new Float32Array(1 << 12);

  push(value: number): void {
    if (this.length === this.values.length) {
      const larger = new Float32Array(this.length * 2);
      larger.set(this.values);
      this.values = larger;
    }
    this.values[this.length++] = value;
  }

  at(place: number): number {
    return this.values[place]!;
  }

  done(): Float32Array {
    return this.values.slice(0, this.length);
  }
}

/** Σ_c weights[c] · x[c], for every row. */
export const mixed = (data: Candidates, weights: readonly number[]): Float32Array => {
  const sum = new Float32Array(data.product.length);
  weights.forEach((weight, c) => {
    const column = data.x[c]!;
    if (weight !== 0) for (let row = 0; row < sum.length; row++) sum[row]! += weight * column[row]!;
  });
  return sum;
};

/** NDCG@k of each of `cases`, 0..1, where rows are ranked by base + step · column. */
export const ndcgOf = (
  data: Candidates,
  cases: ArrayLike<number>,
  base: Float32Array,
  step = 0,
  column: Float32Array = base,
): Float64Array => {
  const out = new Float64Array(cases.length);
  const best = new BestRows(data.k);
  for (let n = 0; n < cases.length; n++) {
    const i = cases[n]!;
    best.clear();
    let least = Number.NEGATIVE_INFINITY;
    for (let row = data.start[i]!; row < data.start[i + 1]!; row++) {
      const score = base[row]! + step * column[row]!;
      if (score <= least) continue; // an equal score loses to the earlier row
      best.offer(row, score);
      if (best.count === data.k) least = best.scores[data.k - 1]!;
    }
    let gain = 0;
    for (let b = 0; b < best.count; b++) if (data.relevant[best.rows[b]!] === 1) gain += 1 / Math.log2(b + 2);
    out[n] = gain / data.ideal[i]!;
  }
  return out;
};

export const meanOf = (values: ArrayLike<number>): number => {
  let sum = 0;
  for (let n = 0; n < values.length; n++) sum += values[n]!;
  return values.length === 0 ? 0 : sum / values.length;
};
