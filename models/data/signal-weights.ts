/**
 * What a signal says for a product, 0..1 where a purchase is 1. Within a group the order is given (a glance < a view < a long view; a tap <
 * a question); what the strongest of a group weighs is a default here and chosen on validation purchases where there is enough to choose
 * by (models/recommend/tune-signals.ts).
 */
import { MetItems } from './met-items.ts';
import { kindCode, type ShopperSignals, type SignalKind, signalKinds } from './signals.ts';

export const signalGroups = ['view', 'cart', 'chat', 'rating'] as const;
export type SignalGroup = (typeof signalGroups)[number];
/** Weight of the strongest signal of each group, 0 (does not count) up to below 1 (a purchase). */
export type SignalWeights = Readonly<Record<SignalGroup, number>>;

export const defaultWeights: SignalWeights = { view: 0.35, cart: 0.6, chat: 0.5, rating: 0.5 };
/** No signal is ever as much as a purchase. */
export const largestWeight = 0.9;

const groups: Readonly<Record<SignalKind, SignalGroup | null>> = {
  view: 'view',
  'fitting-view': 'view',
  cart: 'cart',
  shown: null,
  tapped: 'chat',
  asked: 'chat',
  wish: 'chat',
  rating: 'rating',
};
export const groupOf = (code: number): SignalGroup | null => groups[signalKinds[code]!];

/** Seconds: shorter is a page left at once, longer adds nothing. */
export const [glance, longest] = [2, 60] as const;
/** Of the longest view. */
const [shortView, unknownView] = [0.3, 0.55];
/** A look at something that fits a stated wish says more. */
const fittingFactor = 1.5;
const tap = 0.7;

/** Strength of a look within its group, 0.3..1 by the logarithm of its length; 0: too short to be one. Not told: of middle length. */
export const viewStrength = (dwellSeconds: number): number => {
  if (Number.isNaN(dwellSeconds)) return unknownView;
  if (!(dwellSeconds >= glance)) return 0;
  const share = Math.log(dwellSeconds / glance) / Math.log(longest / glance);
  return shortView + (1 - shortView) * Math.min(1, share);
};

const mostStars = 5;

/**
 * Null: below what the shopper gives on average, so no positive. At the mean 0.5, at five stars 1. A shopper's only rating has no mean of
 * its own to be held against; `usual` (all shoppers' mean) stands in.
 */
export const ratingStrength = (stars: number, ownMean: number, ownCount: number, usual: number): number | null => {
  const mean = ownCount > 1 ? ownMean : usual;
  if (!(stars >= mean)) return null;
  return 0.5 + 0.5 * (mean < mostStars ? (stars - mean) / (mostStars - mean) : 1);
};

/**
 * What one shopper did with each product, by the strongest signal and the moment of the latest that counts; kept in memory that the next
 * shopper takes over. Products the shopper rated below their mean are left out, whatever else was done with them; so is what weighs nothing.
 */
export class Standings {
  /** Products, `count` of them, in the order in which something was first done with them. */
  items = new Int32Array(64);
  /** Of the strongest signal, 0 < weight <= 0.9. */
  weights = new Float64Array(64);
  /** Milliseconds. */
  at = new Float64Array(64);
  count = 0;
  private poor = new Uint8Array(64);
  private readonly met = new MetItems();

  /** `usual`: mean of all ratings. */
  read(signals: ShopperSignals, weights: SignalWeights, usual: number): void {
    const { items, at, kind, value } = signals;
    this.start(items.length);
    let sum = 0;
    let count = 0;
    for (let e = 0; e < items.length; e++)
      if (kind[e] === kindCode.rating) {
        sum += value[e]!;
        count++;
      }
    for (let e = 0; e < items.length; e++) {
      const group = groupOf(kind[e]!);
      if (group === null) continue;
      const strength = strengthOf(kind[e]!, value[e]!, sum / count, count, usual);
      const weight = Math.min(largestWeight, (strength ?? 0) * weights[group]);
      if (strength !== null && !(weight > 0)) continue;
      const known = this.met.count;
      const place = this.met.meet(items[e]!);
      if (place === known) {
        this.weights[place] = 0;
        this.poor[place] = 0;
      }
      if (strength === null) this.poor[place] = 1;
      else {
        this.weights[place] = Math.max(weight, this.weights[place]!);
        this.at[place] = at[e]!;
      }
    }
    this.keepLiked();
  }

  private start(most: number): void {
    this.met.start(most);
    if (most <= this.items.length) return;
    this.items = new Int32Array(most * 2);
    this.weights = new Float64Array(most * 2);
    this.at = new Float64Array(most * 2);
    this.poor = new Uint8Array(most * 2);
  }

  private keepLiked(): void {
    this.count = 0;
    for (let place = 0; place < this.met.count; place++) {
      if (this.poor[place] === 1) continue;
      this.items[this.count] = this.met.rows[place]!;
      this.weights[this.count] = this.weights[place]!;
      this.at[this.count++] = this.at[place]!;
    }
  }
}

/** Within its group, before the group's weight; null: against the product. `mean`: of the shopper's `count` ratings. */
const strengthOf = (kind: number, value: number, mean: number, count: number, usual: number): number | null => {
  switch (kind) {
    case kindCode.view:
      return viewStrength(value);
    case kindCode['fitting-view']:
      return viewStrength(value) * fittingFactor;
    case kindCode.tapped:
      return tap;
    case kindCode.wish:
      return value;
    case kindCode.rating:
      return ratingStrength(value, mean, count, usual);
    default:
      return 1;
  }
};

export const isSignalWeights = (value: unknown): value is SignalWeights =>
  typeof value === 'object' &&
  value !== null &&
  signalGroups.every(group => {
    const weight = (value as Record<string, unknown>)[group];
    return typeof weight === 'number' && weight >= 0 && weight <= largestWeight;
  });
