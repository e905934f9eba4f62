/**
 * Lists that are not ten of a kind: what makes two products alike, and how strongly a list is varied by it (varied-rows.ts), which is as
 * strongly as costs next to nothing on validation.
 */
import type { ItemTraits } from '../../data/item-traits.ts';
import { boughtIn } from '../../data/weighed-signals.ts';
import { rankingMetrics } from '../../evaluate/ranking-metrics.ts';
import type { ServedBlend } from '../blend/served-blend.ts';
import type { RankingCases } from '../cases.ts';
import type { Factors, Fitted } from '../model.ts';
import { BestRows } from './score-sheet.ts';
import { poolSize, RankedRows, type Similarity, varier } from './varied-rows.ts';

/** Codes of the labels that tell products apart, by name. */
export const labelCodes = (items: ItemTraits | undefined): Readonly<Record<string, Int32Array>> =>
  Object.fromEntries(
    Object.entries(items?.labels ?? {}).flatMap(([name, { of }]) => (new Set(of).size > 1 ? [[name, of]] : [])),
  );

/**
 * The mean of: same label, for each kind of label; and the cosine of the products' vectors in the first of the components that has
 * any, below 0 counting as 0. What isn't known of a product makes it like no other. Null: nothing is known of any.
 */
export const similarityOf = (
  labels: readonly Int32Array[],
  components: readonly Pick<Fitted, 'factors'>[],
): Similarity | null => {
  const factors = components.find(component => component.factors !== undefined)?.factors;
  const parts = labels.length + (factors === undefined ? 0 : 1);
  if (parts === 0) return null;
  const cosine = factors === undefined ? () => 0 : cosineOf(factors);
  return (a, b) => {
    let sum = cosine(a, b);
    for (const of of labels) if (of[a]! >= 0 && of[a] === of[b]) sum++;
    return sum / parts;
  };
};

const cosineOf = ({ width, vectors }: Factors): Similarity => {
  const inverse = new Float32Array(width === 0 ? 0 : vectors.length / width);
  for (let row = 0; row < inverse.length; row++) {
    let squares = 0;
    for (let i = row * width; i < (row + 1) * width; i++) squares += vectors[i]! ** 2;
    inverse[row] = squares > 0 ? 1 / Math.sqrt(squares) : 0;
  }
  return (a, b) => {
    let dot = 0;
    for (let i = 0, x = a * width, y = b * width; i < width; i++) dot += vectors[x + i]! * vectors[y + i]!;
    return Math.min(1, Math.max(0, dot * inverse[a]! * inverse[b]!));
  };
};

/** 1 less the mean likeness of two products of a list, 0..1 (Ziegler et al. 2005); null for fewer than two. */
export const intraListDiversity = (rows: readonly number[], similarity: Similarity): number | null => {
  let sum = 0;
  for (let a = 1; a < rows.length; a++) for (let b = 0; b < a; b++) sum += similarity(rows[a]!, rows[b]!);
  return rows.length < 2 ? null : 1 - sum / ((rows.length * (rows.length - 1)) / 2);
};

export interface ListFigures {
  /** Mean over validation shoppers, 0..1. */
  readonly ndcg: number;
  /** Mean over lists of two or more, 0..1. */
  readonly diversity: number;
  /** Share of the products on sale that are in some shopper's list, 0..1. */
  readonly coverage: number;
}

export interface VarietyChoice {
  readonly strength: number;
  /** Null where there was nothing to choose by. */
  readonly validation: {
    readonly k: number;
    readonly shoppers: number;
    readonly before: ListFigures;
    readonly after: ListFigures;
  } | null;
}

const strengths = [0, 0.02, 0.05, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5];
/** Share of NDCG that variety may cost on validation. */
const largestLoss = 0.01;
/** A smaller gain in diversity is not worth any of it. */
const smallestGain = 0.01;
/** With fewer shoppers a hundredth of NDCG is luck. */
const fewestCases = 30;

/** The strength with the most diverse lists of `k` among those that cost no more than a hundredth of NDCG; 0 where nothing is gained. */
export const chooseVariety = (
  blend: ServedBlend,
  { cases, known, now }: RankingCases,
  similarity: Similarity | null,
  { k, maskSeen }: { readonly k: number; readonly maskSeen: boolean },
): VarietyChoice => {
  if (similarity === null || cases.length < fewestCases) return { strength: 0, validation: null };
  const blocked = Uint8Array.from(known, one => 1 - one);
  const best = new BestRows(Math.min(poolSize(k), blend.products));
  const ranked = new RankedRows();
  const variers = strengths.map(strength => varier({ strength, similarity }));
  const tally = strengths.map(() => ({ ndcg: 0, diversity: 0, lists: 0, shown: new Set<number>() }));
  for (const { history, relevant } of cases) {
    const seen = maskSeen ? boughtIn(history) : [];
    for (const row of seen) blocked[row] = 1;
    best.clear();
    blend.read(history, now);
    blend.offer(best, blocked, 0);
    for (const row of seen) blocked[row] = 1 - known[row]!;
    ranked.clear(best.count);
    for (let b = 0; b < best.count; b++) ranked.push(best.rows[b]!, best.scores[b]!, 0);
    for (const [s, vary] of variers.entries()) {
      const sum = tally[s]!;
      const list = strengths[s] === 0 ? ranked : vary(ranked, k);
      const rows = Array.from(list.rows.subarray(0, Math.min(k, list.count)));
      sum.ndcg += rankingMetrics(rows, relevant, k).ndcg;
      const diversity = intraListDiversity(rows, similarity);
      if (diversity !== null) {
        sum.diversity += diversity;
        sum.lists++;
      }
      for (const row of rows) sum.shown.add(row);
    }
  }
  const onSale = known.reduce((sum, one) => sum + one, 0);
  const figures = tally.map(({ ndcg, diversity, lists, shown }) => ({
    ndcg: ndcg / cases.length,
    diversity: lists === 0 ? 0 : diversity / lists,
    coverage: onSale === 0 ? 0 : shown.size / onSale,
  }));
  const before = figures[0]!;
  let chosen = 0;
  figures.forEach(({ ndcg, diversity }, s) => {
    const isCheap = before.ndcg > 0 && ndcg >= before.ndcg * (1 - largestLoss);
    if (isCheap && diversity > figures[chosen]!.diversity && diversity >= before.diversity * (1 + smallestGain))
      chosen = s;
  });
  return {
    strength: strengths[chosen]!,
    validation: { k, shoppers: cases.length, before, after: figures[chosen]! },
  };
};
