import { type SparseRows, transpose } from '../../data/interactions.ts';
import type { Train } from '../../data/splits.ts';
import {
  type FitContext,
  type Fitted,
  type ModelKind,
  type ModelSettings,
  recency,
  type StoredModel,
} from '../model.ts';
import { TopHeap } from '../serving/top-heap.ts';
import { distinctItems, Query, stepDecays } from './item-item.ts';
import { inverseFrequency, plainWeighting, squaredRows, weightedPairs } from './pair-weights.ts';
import { latestPurchases } from './product-neighbours.ts';
import { cosine, similarityTo } from './similarity.ts';

/**
 * What similar shoppers bought: the `neighbours` shoppers most alike (similarity.ts, over weighted products, pair-weights.ts; source: the
 * other shopper, target: the one who asks) vote with their similarity for what they bought. A history from outside works like one from
 * training. `halfLifeDays`, `stepDecay`: how fast the asking shopper's past fades (item-item.ts); `voteHalfLifeDays`: how fast the
 * purchases that are voted for fade, measured from the end of training; 0: never.
 */
const defaults = {
  ...cosine,
  ...plainWeighting,
  idfPower: 1,
  neighbours: 100,
  halfLifeDays: 0,
  stepDecay: 1,
  voteHalfLifeDays: 0,
};
type Settings = typeof defaults;

export const userKnn: ModelKind = {
  name: 'user-knn',
  candidates: (): ModelSettings[] => [
    { neighbours: 100 },
    { neighbours: 300 },
    { idfPower: 0.5, sourcePower: 0.7 },
    { idfPower: 0.5, onlySource: 1, onlyTarget: 1 },
    { saturation: 1.2, lengthShare: 0.75 },
    { idfPower: 0.5, sourcePower: 0.6, voteHalfLifeDays: 60, halfLifeDays: 120 },
  ],
  queries: stepDecays,
  fit: (train, settings, context) => learn(train, { ...defaults, ...settings }, context),
  restore: ({ arrays, meta }) => {
    const settings = Object.fromEntries(
      Object.entries(defaults).map(([name, value]) => [name, Number(meta[name] ?? value)]),
    ) as Settings;
    const pairs = {
      start: arrays.start as Int32Array,
      cols: arrays.cols as Int32Array,
      values: arrays.values as Float32Array,
    };
    return build(pairs, arrays.votes as Float32Array, Number(meta.products), settings);
  },
};

/** A product bought by thousands says little about taste and would cost the most: only this many of its buyers are looked at. */
const mostBuyersRead = 3_000;

const learn = (train: Train, settings: Settings, { now }: FitContext): Fitted => {
  const pairs = weightedPairs(train, settings, now);
  const votes =
    settings.voteHalfLifeDays === 0
      ? new Float32Array(pairs.cols.length).fill(1)
      : Float32Array.from(latestPurchases(train, pairs), at => recency(now - at, settings.voteHalfLifeDays));
  return build(pairs, votes, train.products.ids.length, settings);
};

/** `votes`: what each pair counts when its shopper is a neighbour. */
const build = (pairs: SparseRows, votes: Float32Array, products: number, settings: Settings): Fitted => {
  const shoppers = pairs.start.length - 1;
  const buyers = transpose(pairs, products);
  const idf = inverseFrequency(pairs, products);
  const similarity = similarityTo(settings, squaredRows(pairs));
  const dots = new Float64Array(shoppers);
  const met = new Int32Array(shoppers);
  const nearest = new TopHeap(settings.neighbours);
  const query = new Query();

  /** Fills `nearest`. */
  const findNearest = (history: Parameters<Fitted['score']>[0]): void => {
    distinctItems(history, query, settings);
    const { items, weights } = query;
    let size = 0;
    let own = 0;
    for (let q = 0; q < query.count; q++) {
      const item = items[q]!;
      const weight = weights[q]! * idf[item]! ** settings.idfPower;
      if (weight <= 0) continue;
      own += weight ** 2;
      const from = Math.max(buyers.start[item]!, buyers.start[item + 1]! - mostBuyersRead);
      for (let b = from; b < buyers.start[item + 1]!; b++) {
        const shopper = buyers.cols[b]!;
        if (dots[shopper] === 0) met[size++] = shopper;
        dots[shopper]! += weight * buyers.values[b]!;
      }
    }
    nearest.clear();
    similarity.of(own);
    for (let m = 0; m < size; m++) {
      const shopper = met[m]!;
      nearest.offer(shopper, similarity.with(shopper, dots[shopper]!));
      dots[shopper] = 0;
    }
    nearest.sort();
  };

  return {
    name: 'user-knn',
    products,
    score: (history, _now, sheet) => {
      findNearest(history);
      for (let k = 0; k < nearest.count; k++) {
        const shopper = nearest.rows[k]!;
        const vote = nearest.scores[k]!;
        for (let e = pairs.start[shopper]!; e < pairs.start[shopper + 1]!; e++)
          sheet.add(pairs.cols[e]!, vote * votes[e]!);
      }
    },
    explain: () => ({ kind: 'similar-shoppers' }),
    store: (): StoredModel => ({
      arrays: { start: pairs.start, cols: pairs.cols, values: pairs.values, votes },
      meta: { products, ...settings },
    }),
  };
};
