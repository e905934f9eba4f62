/** What a blend may choose from on validation cases: every component's best products, each with every component's opinion. */

import { boughtIn } from '../../data/weighed-signals.ts';
import { idealGain } from '../../evaluate/ranking-metrics.ts';
import type { RankingCase, RankingCases } from '../cases.ts';
import type { Fitted } from '../model.ts';
import { type Segment, segmentOf } from '../segments.ts';
import { BestRows, ScoreSheet } from '../serving/score-sheet.ts';
import type { Purpose } from '../tuning.ts';

/** Products to choose from, case by case. */
export interface Choices {
  /** x[c][row]: what component or feature c says of a row. */
  readonly x: readonly Float32Array[];
  /** 1: was bought. */
  readonly relevant: Uint8Array;
  /** Case i owns rows start[i] until start[i + 1]. */
  readonly start: Int32Array;
}

/** Here x is the score of a component over its standard deviation among all products for that shopper. */
export interface Candidates extends Choices {
  readonly k: number;
  readonly product: Int32Array;
  /** The rows that were bought, ascending: of case i those from boughtStart[i] until boughtStart[i + 1]. */
  readonly bought: Int32Array;
  readonly boughtStart: Int32Array;
  /** Gain of a perfect list, per case. */
  readonly ideal: Float64Array;
  readonly segment: readonly Segment[];
}

/** Bounds memory: rows × components × 4 bytes stay below 200 MB. */
const mostCells = 50_000_000;
const lastPerComponent = 10;

/**
 * `perComponent`: products beyond that place in every component's list can't reach the top of a blend and are not looked at. A few of
 * the last in each list are: with a weight below zero they would come first. `isOver`: asked before each case, with how many there are so far;
 * the rest is then left out.
 */
export const collectCandidates = (
  components: readonly Fitted[],
  { cases, known, now }: RankingCases,
  purpose: Purpose,
  perComponent = 60,
  isOver: (collected: number) => boolean = () => false,
): Candidates => {
  const width = components.length;
  const sheets = components.map(() => new ScoreSheet(known.length));
  const best = new BestRows(perComponent);
  const worst = new BestRows(lastPerComponent);
  const allowed = known.slice();
  const wanted = new Int32Array(known.length).fill(-1);
  const product = new Growing();
  const relevant: number[] = [];
  const bought: number[] = [];
  const boughtStart = [0];
  const x = components.map(() => new Growing());
  const start = [0];
  const used: RankingCase[] = [];
  for (const one of cases.slice(0, Math.max(1, Math.floor(mostCells / (width * perComponent * 4))))) {
    const i = used.length;
    if (isOver(i)) break;
    used.push(one);
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
          const isBought = one.relevant.has(row);
          if (isBought) bought.push(relevant.length);
          relevant.push(isBought ? 1 : 0);
        }
      return sheet.spread();
    });
    for (let row = start[i]!; row < product.length; row++)
      for (let c = 0; c < width; c++)
        x[c]!.push(spreads[c]! > 0 ? sheets[c]!.values[product.at(row)]! / spreads[c]! : 0);
    start.push(product.length);
    boughtStart.push(bought.length);
    for (const item of seen) allowed[item] = known[item]!;
  }
  return {
    k: purpose.k,
    x: x.map(column => column.done()),
    product: Int32Array.from(product.done()),
    relevant: Uint8Array.from(relevant),
    start: Int32Array.from(start),
    bought: Int32Array.from(bought),
    boughtStart: Int32Array.from(boughtStart),
    ideal: Float64Array.from(used, one => idealGain(Math.min(purpose.k, one.relevant.size))),
    segment: used.map(one => segmentOf(one.history)),
  };
};

/** The first `count` cases alone. */
export const firstCases = (data: Candidates, count: number): Candidates => {
  const rows = data.start[Math.min(count, data.ideal.length)]!;
  return {
    k: data.k,
    x: data.x.map(column => column.subarray(0, rows)),
    product: data.product.subarray(0, rows),
    relevant: data.relevant.subarray(0, rows),
    start: data.start.subarray(0, count + 1),
    bought: data.bought.subarray(0, data.boughtStart[Math.min(count, data.ideal.length)]),
    boughtStart: data.boughtStart.subarray(0, count + 1),
    ideal: data.ideal.subarray(0, count),
    segment: data.segment.slice(0, count),
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

/** The first `most` of the cases in which something was bought and something not: the others teach no weights. */
export const tellingCases = (
  { start, boughtStart }: Pick<Candidates, 'start' | 'boughtStart'>,
  cases: Int32Array,
  most: number,
): Int32Array =>
  cases
    .filter(i => {
      const bought = boughtStart[i + 1]! - boughtStart[i]!;
      return bought > 0 && bought < start[i + 1]! - start[i]!;
    })
    .slice(0, most);

/** Σ_c weights[c] · x[c], for every row. */
export const mixed = (data: Candidates, weights: readonly number[]): Float32Array => {
  const sum = new Float32Array(data.product.length);
  weights.forEach((weight, c) => {
    const column = data.x[c]!;
    if (weight !== 0) for (let row = 0; row < sum.length; row++) sum[row]! += weight * column[row]!;
  });
  return sum;
};

/**
 * NDCG@k of each of `cases`, 0..1, where rows are ranked by base + step · column, the earlier row before an equal one. Only the places of
 * what was bought count, so only those are looked for, each no further than place k.
 */
export const ndcgOf = (
  data: Candidates,
  cases: ArrayLike<number>,
  base: Float32Array,
  step = 0,
  column: Float32Array = base,
): Float64Array => {
  const { start, bought, boughtStart, ideal, k } = data;
  const out = new Float64Array(cases.length);
  for (let n = 0; n < cases.length; n++) {
    const i = cases[n]!;
    const end = start[i + 1]!;
    let gain = 0;
    for (let b = boughtStart[i]!; b < boughtStart[i + 1]!; b++) {
      const row = bought[b]!;
      const score = base[row]! + step * column[row]!;
      let place = 0;
      for (let other = start[i]!; other < end && place < k; other++) {
        const ahead = base[other]! + step * column[other]!;
        if (ahead > score || (ahead === score && other < row)) place++;
      }
      if (place < k) gain += 1 / Math.log2(place + 2);
    }
    out[n] = gain / ideal[i]!;
  }
  return out;
};

export const meanOf = (values: ArrayLike<number>): number => {
  let sum = 0;
  for (let n = 0; n < values.length; n++) sum += values[n]!;
  return values.length === 0 ? 0 : sum / values.length;
};
