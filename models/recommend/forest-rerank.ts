/**
 * A random forest that looks again at the blend's first products for a shopper: what each component says of them, and what the
 * components don't look at (how the product sells now, price and category against the shopper's own). Learned on validation cases and
 * judged cross-fitted by shopper; it counts as much as that proved it worth, which may be nothing.
 */
import { seededRandom } from '../../knowledge/domain/random.ts';
import type { ItemTraits } from '../data/item-traits.ts';
import type { Train } from '../data/splits.ts';
import { idealGain } from '../evaluate/ranking-metrics.ts';
import { type Forest, fitForest, forestValue } from '../forest/forest.ts';
import type { Blend } from './blend.ts';
import type { RankingCases } from './cases.ts';
import type { Ranker } from './ranker.ts';
import { contextFeatures, contextReader } from './rerank-features.ts';
import { BestRows } from './score-sheet.ts';
import type { Purpose } from './tuning.ts';

/** Only these first products are looked at again. */
const depth = 50;
const foldCount = 4;
/** The columns a forest without them would hardly miss are left out of the final one. */
const fewestImportance = 0.005;
const shares = [0.1, 0.25, 0.5, 1, 2, 4];
/** Less than this is not worth a forest at every list. */
const smallestGain = 0.005;

export interface Reranker {
  readonly forest: Forest;
  /** Columns the forest reads, of the components' and then the context's. */
  readonly columns: readonly number[];
  /** The order is by blend score over its spread among the first 50, plus this times the forest's log odds. */
  readonly share: number;
  /** NDCG@k on held-out folds of validation: of the blend's order, and of the best share. */
  readonly before: number;
  readonly after: number;
  readonly helps: boolean;
  /** Name of each column and its share of what the forest learned, the largest first. */
  readonly importance: readonly (readonly [name: string, share: number])[];
}

interface Table {
  readonly width: number;
  readonly x: Float32Array;
  readonly relevant: Uint8Array;
  /** Blend score over its spread, per row. */
  readonly score: Float32Array;
  readonly start: number[];
  readonly ideal: number[];
}

/** `blend` and `train`: those of the validation fit. */
export const fitReranker = (
  blend: Blend,
  train: Train,
  validation: RankingCases,
  purpose: Purpose,
  items: ItemTraits | undefined,
): Reranker | null => {
  const { cases } = validation;
  if (cases.length < 50) return null;
  const table = tableOf(blend, train, validation, purpose, items);
  const names = [...blend.components.map(component => component.name), ...contextFeatures];
  const all = names.map((_, column) => column);
  const random = seededRandom(purpose.seed + 77);
  const fold = cases.map(() => Math.floor(random() * foldCount));
  const odds = new Float64Array(table.relevant.length);
  for (let f = 0; f < foldCount; f++) {
    const forest = grow(table, all, i => fold[i] !== f, purpose.seed + f);
    eachRow(table, (row, i) => {
      if (fold[i] === f) odds[row] = logOdds(forestValue(forest, table.x, row * table.width));
    });
  }
  const judged = shares.map(share => ndcgWith(table, odds, share, purpose.k));
  const best = judged.reduce((top, ndcg, n) => (ndcg > judged[top]! ? n : top), 0);
  const before = ndcgWith(table, odds, 0, purpose.k);
  // Feature selection: the forest of all columns says which ones the last forest is made of.
  const wide = grow(table, all, () => true, purpose.seed);
  const columns = all.filter(column => wide.importance[column]! >= fewestImportance);
  return {
    forest: grow(table, columns, () => true, purpose.seed),
    columns,
    share: shares[best]!,
    before,
    after: judged[best]!,
    helps: judged[best]! > before * (1 + smallestGain),
    importance: all.map(column => [names[column]!, wide.importance[column]!] as const).sort((a, b) => b[1] - a[1]),
  };
};

const eachRow = (table: Table, each: (row: number, i: number) => void): void => {
  for (let i = 0; i < table.ideal.length; i++)
    for (let row = table.start[i]!; row < table.start[i + 1]!; row++) each(row, i);
};

const grow = (table: Table, columns: readonly number[], takes: (i: number) => boolean, seed: number): Forest => {
  const rows = table.relevant.length;
  const on: number[] = [];
  eachRow(table, (row, i) => {
    if (takes(i)) on.push(row);
  });
  const x = new Float32Array(rows * columns.length);
  for (let row = 0; row < rows; row++)
    columns.forEach((column, c) => {
      x[row * columns.length + c] = table.x[row * table.width + column]!;
    });
  return fitForest(
    { rows, columns: columns.length, x },
    { target: table.relevant, on: Int32Array.from(on), seed, trees: 60, depth: 8, minRows: 25, sample: 0.5 },
  );
};

const logOdds = (probability: number): number => {
  const p = Math.min(0.999, Math.max(0.0005, probability));
  return Math.log(p / (1 - p));
};

const ndcgWith = (table: Table, odds: Float64Array, share: number, k: number): number => {
  const best = new BestRows(k);
  let sum = 0;
  for (let i = 0; i < table.ideal.length; i++) {
    best.clear();
    for (let row = table.start[i]!; row < table.start[i + 1]!; row++)
      best.offer(row, table.score[row]! + share * odds[row]!);
    for (let b = 0; b < best.count; b++)
      if (table.relevant[best.rows[b]!] === 1) sum += 1 / Math.log2(b + 2) / table.ideal[i]!;
  }
  return sum / Math.max(1, table.ideal.length);
};

const tableOf = (
  blend: Blend,
  train: Train,
  { cases, known, now }: RankingCases,
  purpose: Purpose,
  items: ItemTraits | undefined,
): Table => {
  const list = shortLists(blend, train, { known, maskSeen: purpose.maskSeen, now, items });
  const most = cases.length * depth;
  const x = new Float32Array(most * list.width);
  const relevant = new Uint8Array(most);
  const score = new Float32Array(most);
  const start = [0];
  let row = 0;
  for (const { history, relevant: wanted } of cases) {
    const found = list.of(history, now);
    for (let b = 0; b < found.count; b++, row++) {
      x.set(list.features.subarray(b * list.width, (b + 1) * list.width), row * list.width);
      relevant[row] = wanted.has(found.rows[b]!) ? 1 : 0;
      score[row] = list.scores[b]!;
    }
    start.push(row);
  }
  return {
    width: list.width,
    x,
    relevant: relevant.slice(0, row),
    score,
    start,
    ideal: cases.map(one => idealGain(Math.min(purpose.k, one.relevant.size))),
  };
};

interface ListOptions {
  readonly known: Uint8Array;
  readonly maskSeen: boolean;
  readonly now: number;
  readonly items: ItemTraits | undefined;
}

/** The blend's first products for a history with their features; buffers are reused by the next call. */
const shortLists = (blend: Blend, train: Train, { known, maskSeen, now, items }: ListOptions) => {
  const own = blend.components.length;
  const width = own + contextFeatures.length;
  const best = new BestRows(depth);
  const features = new Float32Array(depth * width);
  const scores = new Float32Array(depth);
  const allowed = known.slice();
  const context = contextReader(train, now, items);
  return {
    width,
    features,
    /** Blend scores over their spread among the list. */
    scores,
    of: (history: Parameters<Blend['scoreAll']>[0], at: number): BestRows => {
      const all = blend.scoreAll(history, at);
      if (maskSeen) for (const item of history.items) allowed[item] = 0;
      best.clear();
      for (let product = 0; product < all.length; product++)
        if (allowed[product] === 1) best.offer(product, all[product]!);
      if (maskSeen) for (const item of history.items) allowed[item] = known[item]!;
      context.read(history, at);
      let [sum, squares] = [0, 0];
      for (let b = 0; b < best.count; b++) {
        sum += best.scores[b]!;
        squares += best.scores[b]! ** 2;
      }
      const spread = Math.sqrt(Math.max(1e-12, squares / best.count - (sum / best.count) ** 2));
      for (let b = 0; b < best.count; b++) {
        const product = best.rows[b]!;
        scores[b] = best.scores[b]! / spread;
        for (let c = 0; c < own; c++) features[b * width + c] = blend.part(c, product);
        context.fill(product, b, (best.scores[0]! - best.scores[b]!) / spread, features, b * width + own);
      }
      return best;
    },
  };
};

/** The blend fitted for good, its first products in the re-ranker's order. */
export const rerankingRanker = (
  blend: Blend,
  train: Train,
  reranker: Reranker,
  options: ListOptions & { readonly k: number },
): Ranker => {
  const list = shortLists(blend, train, options);
  const order = new BestRows(options.k);
  const row = new Float64Array(reranker.columns.length);
  const top = new Int32Array(options.k);
  return {
    top: (history, now) => {
      const found = list.of(history, now);
      order.clear();
      for (let b = 0; b < found.count; b++) {
        reranker.columns.forEach((column, c) => {
          row[c] = list.features[b * list.width + column]!;
        });
        order.offer(b, list.scores[b]! + reranker.share * logOdds(forestValue(reranker.forest, row)));
      }
      for (let b = 0; b < order.count; b++) top[b] = found.rows[order.rows[b]!]!;
      return top.subarray(0, order.count);
    },
  };
};
