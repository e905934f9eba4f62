/**
 * A bounded share of lists for products that nobody could buy before: no model can know whether they are liked until they are shown. Which
 * one is drawn by Thompson sampling as probability matching (knowledge/domain/thompson.ts) over what is believed of the rate at which each
 * is looked into, so that the probability that is logged is the one that was used.
 */
import type { DeskSettings } from '../../knowledge/domain/desk.ts';
import type { ProductId } from '../../knowledge/domain/ids.ts';
import type { MentionTally } from '../../knowledge/domain/order.ts';
import type { Product } from '../../knowledge/domain/product.ts';
import { hashUnit } from '../../knowledge/domain/random.ts';
import { bestProbabilities } from '../../knowledge/domain/thompson.ts';
import type { Stores } from '../../knowledge/ports.ts';
import type { NewcomerDraw, Newcomers } from '../types.ts';

export interface NewcomerRules {
  /** A product is new for so many days. */
  readonly days: number;
  /** Shown so often it is known, however young. */
  readonly enough: number;
  /** Bought so often it is known: the models know who likes it. */
  readonly sold: number;
  /** Of a catalogue with a larger share of young products the shop itself is new, and no product is. */
  readonly largestShare: number;
}

export const defaultRules: NewcomerRules = { days: 60, enough: 100, sold: 10, largestShare: 0.25 };

/** Share of shoppers, a day, when nobody has decided otherwise. */
export const defaultShare = 0.05;

/** What the rate of all new products counts for in the belief about one of them, in times shown. */
const priorWeight = 20;
/** Before anything was shown: one in twenty is looked into. */
const priorRate = { engaged: 1, shown: 20 };

const day = 86_400_000;

/** Products young enough to be called new; none of a shop that is new itself. */
export const youngOf = (
  products: readonly Product[],
  now: Date,
  { days, largestShare }: NewcomerRules = defaultRules,
): Product[] => {
  const since = now.getTime() - days * day;
  const young = products.filter(({ addedAt }) => addedAt.getTime() > since && addedAt.getTime() <= now.getTime());
  return young.length > largestShare * products.length ? [] : young;
};

/**
 * Mean and standard deviation of Beta(w·r + engaged, w·(1-r) + shown - engaged), r the rate of all new products together: one that was
 * hardly shown is believed to be like the others, and little is certain of it.
 */
export const beliefOf = (
  { shown, engaged }: Omit<MentionTally, 'product'>,
  rate: number,
): { readonly mean: number; readonly sd: number } => {
  // A card that was shown once may be tapped twice.
  const hits = Math.min(engaged, shown);
  const a = priorWeight * rate + hits;
  const b = priorWeight * (1 - rate) + shown - hits;
  return { mean: a / (a + b), sd: Math.sqrt((a * b) / ((a + b) ** 2 * (a + b + 1))) };
};

/** What came of the young products so far. */
export interface NewcomerRecord {
  readonly tallies: readonly MentionTally[];
  /** Orders each is in; absent: none. */
  readonly sold: ReadonlyMap<ProductId, number>;
}

/**
 * A purchase comes late, and says at least as much as a look: whoever buys from the card, or returns for it, never looked into it here.
 * Mostly both belong together, so that the larger count is taken and not the sum.
 */
const withPurchases = (tally: MentionTally, sold: NewcomerRecord['sold']): MentionTally => ({
  ...tally,
  engaged: Math.max(tally.engaged, sold.get(tally.product) ?? 0),
});

/** Pure. `share`: 0..1, throws a RangeError for any other. */
export const newcomersFrom = (
  young: readonly Product[],
  { tallies, sold }: NewcomerRecord,
  share: number,
  rules: NewcomerRules = defaultRules,
): Newcomers => {
  if (!(share >= 0 && share <= 1))
    throw new RangeError(`The share of lists with a new product is ${share}; it must be a number from 0 to 1`);
  const known = new Map(tallies.map(tally => [tally.product, withPurchases(tally, sold)]));
  const tallyOf = (product: ProductId): MentionTally => known.get(product) ?? { product, shown: 0, engaged: 0 };
  const isKnown = (id: ProductId): boolean => tallyOf(id).shown >= rules.enough || (sold.get(id) ?? 0) >= rules.sold;
  const products = new Set(young.map(one => one.id).filter(id => !isKnown(id)));
  let [shown, engaged] = [priorRate.shown, priorRate.engaged];
  for (const tally of known.values()) {
    shown += tally.shown;
    engaged += Math.min(tally.shown, tally.engaged);
  }
  const rate = engaged / shown;
  return {
    share,
    products,
    draw: ({ candidates, isShowable, shopper, at }) => {
      const able = share > 0 ? candidates.filter(id => products.has(id)) : [];
      if (able.length === 0) return nothing;
      const chances = bestProbabilities(able.map(id => beliefOf(tallyOf(id), rate)));
      const utcDay = at.toISOString().slice(0, 10);
      // What can't be shown in this list is drawn with the others, or asking again would go through all of them.
      const unchanged = 1 - share * able.reduce((sum, id, i) => sum + (isShowable(id) ? chances[i]! : 0), 0);
      const isExplored = hashUnit(`${shopper}|${utcDay}|explore`) < share;
      const drawn = isExplored ? leastWait(able, chances, id => hashUnit(`${shopper}|${utcDay}|${id}`)) : -1;
      if (drawn < 0 || !isShowable(able[drawn]!)) return { product: null, propensity: unchanged };
      return { product: able[drawn]!, propensity: share * chances[drawn]! };
    },
  };
};

const nothing: NewcomerDraw = { product: null, propensity: 1 };

/**
 * Which of them wins a race of exponential waiting times -ln(u)/chance: each with its chance exactly, and as u is of shopper, day and
 * product, a chance that moves a little in the course of the day seldom changes who wins.
 */
const leastWait = (ids: readonly ProductId[], chances: readonly number[], unit: (id: ProductId) => number): number => {
  let [winner, least] = [-1, Number.POSITIVE_INFINITY];
  ids.forEach((id, i) => {
    const wait = chances[i]! > 0 ? -Math.log1p(-unit(id)) / chances[i]! : Number.POSITIVE_INFINITY;
    if (wait < least) [winner, least] = [i, wait];
  });
  return winner;
};

/** Of a running process: `refresh` reads what any process has shown and what the shop allows; `current` never waits. */
export interface LiveNewcomers {
  current(): Newcomers;
  refresh(products: readonly Product[], now: Date): Promise<void>;
}

const nothingYet: NewcomerRecord = { tallies: [], sold: new Map() };
const countEvery = 3_600_000;

export interface NewcomerStores {
  readonly mentions: Pick<Stores['mentions'], 'tally'>;
  readonly orders: Pick<Stores['orders'], 'sold'>;
  readonly desk: { settings(): Promise<Pick<DeskSettings, 'newProductShare'> | null> };
}

export const liveNewcomers = (stores: NewcomerStores): LiveNewcomers => {
  let newcomers = newcomersFrom([], nothingYet, 0);
  let counted = { at: Number.NEGATIVE_INFINITY, sold: nothingYet.sold };
  return {
    current: () => newcomers,
    refresh: async (products, now) => {
      const young = youngOf(products, now);
      const ids = young.map(one => one.id);
      const [settings, tallies] = await Promise.all([stores.desk.settings(), stores.mentions.tally(ids)]);
      // All orders of two months are looked through for it: not every time.
      if (now.getTime() - counted.at >= countEvery) {
        const since = new Date(now.getTime() - defaultRules.days * day);
        counted = { at: now.getTime(), sold: await stores.orders.sold(ids, since) };
      }
      const share = settings?.newProductShare ?? defaultShare;
      newcomers = newcomersFrom(young, { tallies, sold: counted.sold }, share);
    },
  };
};
