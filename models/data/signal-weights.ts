/**
 * What a signal says for a product, 0..1 where a purchase is 1. Within a group the order is given (a glance < a view < a long view; a tap <
 * a question); what the strongest of a group weighs is a default here and chosen on validation purchases where there is enough to choose
 * by (models/recommend/tune-signals.ts).
 */
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

export interface Standing {
  /** Of the strongest signal, 0 < weight <= 0.9. */
  readonly weight: number;
  /** Of the latest that counts, milliseconds. */
  readonly at: number;
}

/**
 * Each product once, by its strongest signal and the moment of the latest. Products the shopper rated below their mean are left out, whatever
 * else was done with them; so is what weighs nothing. `usual`: mean of all ratings.
 */
export const standingOf = (
  { items, at, kind, value }: ShopperSignals,
  weights: SignalWeights,
  usual: number,
): Map<number, Standing> => {
  let [sum, count] = [0, 0];
  for (let e = 0; e < items.length; e++) if (kind[e] === kindCode.rating) [sum, count] = [sum + value[e]!, count + 1];
  const found = new Map<number, Standing>();
  const poor = new Set<number>();
  for (let e = 0; e < items.length; e++) {
    const group = groupOf(kind[e]!);
    if (group === null) continue;
    let strength: number | null;
    switch (kind[e]) {
      case kindCode.view:
        strength = viewStrength(value[e]!);
        break;
      case kindCode['fitting-view']:
        strength = viewStrength(value[e]!) * fittingFactor;
        break;
      case kindCode.tapped:
        strength = tap;
        break;
      case kindCode.wish:
        strength = value[e]!;
        break;
      case kindCode.rating:
        strength = ratingStrength(value[e]!, sum / count, count, usual);
        if (strength === null) poor.add(items[e]!);
        break;
      default:
        strength = 1;
    }
    const weight = Math.min(largestWeight, (strength ?? 0) * weights[group]);
    if (!(weight > 0)) continue;
    const before = found.get(items[e]!);
    found.set(items[e]!, { weight: Math.max(weight, before?.weight ?? 0), at: at[e]! });
  }
  for (const item of poor) found.delete(item);
  return found;
};

export const isSignalWeights = (value: unknown): value is SignalWeights =>
  typeof value === 'object' &&
  value !== null &&
  signalGroups.every(group => {
    const weight = (value as Record<string, unknown>)[group];
    return typeof weight === 'number' && weight >= 0 && weight <= largestWeight;
  });
