/**
 * What an event says for a product, 0..1. A purchase is 1 by definition. The order of the others (glance < view < long view < wish <
 * cart) is given; whether signals of a strength are learned from at all is chosen on validation purchases, per model
 * (models/recommend/tuning.ts).
 */
import type { BrowseEvent } from '../../knowledge/domain/order.ts';

const weights = { cart: 0.6, wish: 0.5, shortView: 0.1, longView: 0.35, unknownView: 0.2 };

/** Seconds: shorter is a page left at once, longer adds nothing. */
const [glance, longest] = [2, 60];

export const wishWeight = weights.wish;

/** Null: too short to be a look. Dwell is not told by every shop; a view without it counts as one of middle length. */
export const browseWeight = ({ kind, dwellSeconds }: Pick<BrowseEvent, 'kind' | 'dwellSeconds'>): number | null => {
  if (kind === 'cart') return weights.cart;
  if (dwellSeconds === undefined || !Number.isFinite(dwellSeconds)) return weights.unknownView;
  if (dwellSeconds < glance) return null;
  const share = Math.log(dwellSeconds / glance) / Math.log(longest / glance);
  return weights.shortView + (weights.longView - weights.shortView) * Math.min(1, share);
};

/** A look at something that fits a wish the shopper stated says more. */
export const fittingFactor = 1.5;
