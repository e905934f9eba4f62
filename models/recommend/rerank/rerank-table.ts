/** The first products of the blend's lists on validation cases, and what is seen of them: what a re-ranker learns from and is judged by. */
import { trainRows } from '../../data/feature-rows.ts';
import { fitScaler, type Scaler } from '../../data/scaler.ts';
import type { Train } from '../../data/splits.ts';
import { idealGain } from '../../evaluate/ranking-metrics.ts';
import { depth, type ListSource, type ShortLists, shortLists } from '../blend/short-list.ts';
import type { RankingCases } from '../cases.ts';
import { draw, type Purpose } from '../tuning.ts';
import type { ProductFacts } from './product-facts.ts';

/** More cases make the forests slower and hardly better. */
const mostCases = 800;

export interface Table {
  readonly width: number;
  /** As they are, NaN where missing. */
  readonly raw: Float32Array;
  readonly relevant: Uint8Array;
  /** Blend score over its spread, per row. */
  readonly score: Float32Array;
  readonly start: readonly number[];
  readonly ideal: readonly number[];
}

export interface RerankInput {
  /** The blend of the validation fit. */
  readonly source: ListSource;
  /** From what was known before validation. */
  readonly facts: ProductFacts;
  /** What blend and facts were made from. */
  readonly train: Train;
  readonly validation: RankingCases;
  readonly purpose: Purpose;
}

/** The cases to learn from or to judge by, and what is seen of the products on each one's list. */
export const tableFor = ({ source, facts, validation, purpose }: RerankInput) => {
  const cases = draw(validation.cases, mostCases, purpose.seed + 9);
  const lists = shortLists(source, facts, { known: validation.known, maskSeen: purpose.maskSeen });
  return { cases, names: lists.names, table: tableOf(lists, { ...validation, cases }, purpose.k) };
};

export const rowsWhere = (table: Table, takes: (i: number) => boolean): Int32Array => {
  const rows: number[] = [];
  for (let i = 0; i < table.ideal.length; i++)
    if (takes(i)) for (let row = table.start[i]!; row < table.start[i + 1]!; row++) rows.push(row);
  return Int32Array.from(rows);
};

/** Every row on the scale of the rows `on`. */
export const scaled = (
  { raw, width }: Table,
  names: readonly string[],
  train: Train,
  on: Int32Array,
): { readonly x: Float32Array; readonly scaler: Scaler } => {
  const learned = new Float32Array(on.length * width);
  for (let n = 0; n < on.length; n++) learned.set(raw.subarray(on[n]! * width, (on[n]! + 1) * width), n * width);
  const scaler = fitScaler(trainRows(train, { names, rows: on.length, x: learned }));
  const x = raw.slice();
  for (let at = 0; at < x.length; at += width) scaler.apply(x, at);
  return { x, scaler };
};

const tableOf = (lists: ShortLists, { cases, now }: RankingCases, k: number): Table => {
  const width = lists.names.length;
  const raw = new Float32Array(cases.length * depth * width);
  const relevant = new Uint8Array(cases.length * depth);
  const score = new Float32Array(cases.length * depth);
  const start = [0];
  let row = 0;
  for (const { history, signals, relevant: wanted } of cases) {
    const found = lists.of(history, now, signals);
    raw.set(lists.features.subarray(0, found.count * width), row * width);
    for (let b = 0; b < found.count; b++, row++) {
      relevant[row] = wanted.has(found.rows[b]!) ? 1 : 0;
      score[row] = lists.scores[b]!;
    }
    start.push(row);
  }
  return {
    width,
    raw: raw.slice(0, row * width),
    relevant: relevant.slice(0, row),
    score: score.slice(0, row),
    start,
    ideal: cases.map(one => idealGain(Math.min(k, one.relevant.size))),
  };
};
