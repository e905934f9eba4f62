/**
 * What looks, carts, questions and ratings weigh against a purchase, chosen on validation: shoppers whose later purchases are held out
 * are ranked for by item-kNN fitted on purchases alone, their signals in the query with the weights under trial. One group after the other,
 * twice; a group with too few shoppers to choose by, or without a clear gain, keeps its default.
 */
import { HistoryBuffer } from '../data/history-buffer.ts';
import { historyOf } from '../data/interactions.ts';
import {
  defaultWeights,
  groupOf,
  type SignalGroup,
  type SignalWeights,
  Standings,
  signalGroups,
} from '../data/signal-weights.ts';
import { type ShopperSignals, type Signals, signalsOf } from '../data/signals.ts';
import { knownUntil, type Train, validationSplit } from '../data/splits.ts';
import { usualRating, withStanding } from '../data/weighed-signals.ts';
import { rankingMetrics } from '../evaluate/ranking-metrics.ts';
import { type RankingCase, rankingCases } from './cases.ts';
import type { FitContext } from './model.ts';
import { itemKnn } from './neighbours/item-knn.ts';
import { type Ranker, rankerOf, scorerOf } from './ranker.ts';
import { draw, type Purpose } from './tuning.ts';

export interface TunedSignals {
  readonly weights: SignalWeights;
  /** Groups whose weight was chosen; the others have their default. */
  readonly chosen: readonly SignalGroup[];
  /** Validation shoppers with a signal of the group. */
  readonly shoppers: Readonly<Record<SignalGroup, number>>;
  /** NDCG@k over those with any signal, 0..1: without signals, with the defaults, with the weights chosen. Null: nobody to try on. */
  readonly ndcg: { readonly without: number; readonly defaults: number; readonly chosen: number } | null;
}

/** With fewer shoppers who have a signal of a group, luck would choose. */
export const fewestShoppers = 100;
const mostShoppers = 1_000;
const levels = [0, 0.05, 0.1, 0.2, 0.35, 0.5, 0.7, 0.9];
const sweeps = 2;
/** A change must gain this share of NDCG, and one standard error of its paired gain. */
const smallestGain = 0.005;

export interface TuneSignalsInput {
  readonly train: Train;
  /** With the train's rows. */
  readonly signals: Signals;
  readonly purpose: Purpose;
  readonly backend: FitContext['backend'];
}

export const tuneSignals = async ({ train, signals, purpose, backend }: TuneSignalsInput): Promise<TunedSignals> => {
  const split = validationSplit(train, purpose.rule, purpose.seed);
  const until = knownUntil(split);
  const { cases, known, now } = rankingCases(split, purpose.maskSeen, { signals, weights: defaultWeights });
  const all = cases.filter(one => one.signals !== undefined && one.signals.items.length > 0);
  const shoppers = Object.fromEntries(
    signalGroups.map(group => [group, all.filter(one => hasGroup(one.signals!, group)).length]),
  ) as Record<SignalGroup, number>;
  const groups = signalGroups.filter(group => shoppers[group] >= fewestShoppers);
  if (groups.length === 0) return { weights: defaultWeights, chosen: [], shoppers, ndcg: null };
  const drawn = draw(all, mostShoppers, purpose.seed + 5);
  const settings = itemKnn.candidates(split.train)[0]!;
  const model = await itemKnn.fit(split.train, settings, { now, seed: purpose.seed, backend });
  const usual = usualRating(signals, until);
  const ranker = rankerOf(scorerOf(model), { known, maskSeen: purpose.maskSeen, k: purpose.k });
  const standings = new Standings();
  const joined = new HistoryBuffer();
  const judge = (weights: SignalWeights): Float64Array =>
    Float64Array.from(drawn, one => {
      const bought = historyOf(split.train, one.shopper);
      standings.read(signalsOf(signals, one.shopper, until[one.shopper]), weights, usual);
      return ndcg(ranker, { ...one, history: withStanding(bought, standings, joined) }, now, purpose.k);
    });
  const nothing: SignalWeights = { view: 0, cart: 0, chat: 0, rating: 0 };
  const without = mean(judge(nothing));
  let best = { weights: defaultWeights, each: judge(defaultWeights) };
  const defaults = mean(best.each);
  for (let sweep = 0; sweep < sweeps; sweep++)
    for (const group of groups)
      for (const level of levels) {
        if (level === best.weights[group]) continue;
        const weights = { ...best.weights, [group]: level };
        const each = judge(weights);
        if (isBetter(each, best.each)) best = { weights, each };
      }
  return {
    weights: best.weights,
    chosen: signalGroups.filter(group => best.weights[group] !== defaultWeights[group]),
    shoppers,
    ndcg: { without, defaults, chosen: mean(best.each) },
  };
};

const hasGroup = ({ kind }: ShopperSignals, group: SignalGroup): boolean => kind.some(code => groupOf(code) === group);

const ndcg = (ranker: Ranker, { history, relevant }: RankingCase, now: number, k: number): number =>
  rankingMetrics(ranker.top(history, now), relevant, k).ndcg;

const mean = (values: Float64Array): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

const isBetter = (next: Float64Array, before: Float64Array): boolean => {
  const gains = next.map((value, i) => value - before[i]!);
  const gain = mean(gains);
  const variance = gains.reduce((sum, value) => sum + (value - gain) ** 2, 0) / Math.max(1, gains.length - 1);
  return gain > smallestGain * mean(before) && gain > Math.sqrt(variance / Math.max(1, gains.length));
};
