/** How good lists are on the most recent purchases, which no model among those compared has seen. */
import { asId, type ProductId } from '../../knowledge/domain/ids.ts';
import { seededRandom } from '../../knowledge/domain/random.ts';
import type { Event } from '../data/interactions.ts';
import type { SignalEvent } from '../data/signals.ts';
import { rankingMetrics } from '../evaluate/ranking-metrics.ts';
import type { Recommender, RecommendRequest } from '../types.ts';

/** Events from `from` on, until and with `to`. */
export interface HeldOutWindow {
  readonly from: Date;
  readonly to: Date;
}

/** A shopper with a past before the window and purchases in it. */
export interface HeldOutCase {
  readonly shopper: string;
  readonly history: RecommendRequest['history'];
  /** What else the shopper did before the window. */
  readonly signals: NonNullable<RecommendRequest['signals']>;
  /** Bought before the window. */
  readonly owned: ReadonlySet<string>;
  /** Bought in it; at least one. */
  readonly wanted: ReadonlySet<string>;
}

export interface ListScores {
  /** One value a case: everything bought is a right answer. */
  readonly ndcg: readonly number[];
  readonly hit: readonly number[];
  /** One value a case that has something new: only what was not bought before is listed, and right. */
  readonly newItemsNdcg: readonly number[];
}

const k = 10;
const day = 86_400_000;
/** The window: the last 90 days, at most a fifth of the time there is data of. */
const [longestWindow, largestShare] = [90 * day, 1 / 5];
/** Fewer shoppers than this tell two models apart by luck only. */
export const fewestShoppers = 30;
const mostCases = 2_000;
/** As much of a past as a server reads. */
const mostEvents = 400;

/**
 * The most recent window with at least 30 shoppers to rank for; null where there is none. `learnedUntil`: the last purchase that the
 * version in use has learned from; the window begins after it when enough shoppers bought since.
 */
export const chooseWindow = (purchases: readonly Event[], learnedUntil: Date | null): HeldOutWindow | null => {
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { at } of purchases) {
    first = Math.min(first, at.getTime());
    last = Math.max(last, at.getTime());
  }
  if (!(first < last)) return null;
  const usual = last - Math.min(longestWindow, (last - first) * largestShare);
  const enough = (from: number): HeldOutWindow | null =>
    heldOutCases(purchases, [], new Date(from), 1).length >= fewestShoppers
      ? { from: new Date(from), to: new Date(last) }
      : null;
  const fresh = learnedUntil === null ? usual : learnedUntil.getTime() + 1;
  return (fresh > usual && fresh < last ? enough(fresh) : null) ?? enough(usual) ?? enough(last - (last - first) / 3);
};

/** At most 2,000 of them, drawn by seed. */
export const heldOutCases = (
  purchases: readonly Event[],
  signals: readonly SignalEvent[],
  from: Date,
  seed: number,
): HeldOutCase[] => {
  const past = new Map<string, Event[]>();
  const wanted = new Map<string, Set<string>>();
  for (const event of purchases) {
    if (event.at < from) add(past, event);
    else wanted.set(event.shopper, (wanted.get(event.shopper) ?? new Set()).add(event.product));
  }
  const shoppers = [...wanted.keys()].filter(shopper => past.has(shopper)).sort();
  const random = seededRandom(seed);
  for (let i = shoppers.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [shoppers[i], shoppers[j]] = [shoppers[j]!, shoppers[i]!];
  }
  const drawn = new Set(shoppers.slice(0, mostCases));
  const looks = new Map<string, SignalEvent[]>();
  for (const event of signals) if (event.at < from && drawn.has(event.shopper)) add(looks, event);
  return [...drawn].map(shopper => {
    const bought = past.get(shopper)!;
    const owned = new Set(bought.map(event => event.product));
    const history = bought
      .sort((a, b) => a.at.getTime() - b.at.getTime())
      .slice(-mostEvents)
      .map(({ product, at, weight }) => ({ product: asId<ProductId>(product), at, weight: weight ?? 1 }));
    const beside = (looks.get(shopper) ?? []).map(({ product, at, kind, value }) => ({
      product: asId<ProductId>(product),
      at,
      // Which looks fit a wish is not told to a server.
      kind: kind === 'fitting-view' ? 'view' : kind,
      value,
    }));
    return { shopper, history, signals: beside, owned, wanted: wanted.get(shopper)! };
  });
};

const add = <T extends { readonly shopper: string }>(map: Map<string, T[]>, event: T): void => {
  const of = map.get(event.shopper);
  if (of === undefined) map.set(event.shopper, [event]);
  else of.push(event);
};

/** What lists the best products for a case: those of the whole catalogue, or only those not bought before. */
export type Lister = (one: HeldOutCase, what: 'all' | 'new') => readonly string[];

/** Lists as a server would give them at the start of the window. */
export const listerOf =
  (recommender: Recommender, now: Date): Lister =>
  ({ history, signals, owned }, what) => {
    // Buy-it-again takes at most two fifths of a list.
    const count = what === 'all' ? k : 2 * k;
    const list = recommender
      .recommend({ history, signals, exclude: new Set(), count, now })
      .map(r => r.product as string);
    return what === 'all' ? list : list.filter(product => !owned.has(product)).slice(0, k);
  };

export const scoreLists = (lister: Lister, cases: readonly HeldOutCase[]): ListScores => {
  const scores = { ndcg: [] as number[], hit: [] as number[], newItemsNdcg: [] as number[] };
  for (const one of cases) {
    const { ndcg, hit } = rankingMetrics(lister(one, 'all'), one.wanted, k);
    scores.ndcg.push(ndcg);
    scores.hit.push(hit);
    const fresh = new Set([...one.wanted].filter(product => !one.owned.has(product)));
    if (fresh.size > 0) scores.newItemsNdcg.push(rankingMetrics(lister(one, 'new'), fresh, k).ndcg);
  }
  return scores;
};

export const meanOf = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;

/** Sample standard deviation; 0 for fewer than two values. */
export const sdOf = (values: readonly number[]): number => {
  if (values.length < 2) return 0;
  const mean = meanOf(values);
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1));
};
