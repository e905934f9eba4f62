/** 30升以上, where none of the kind has so much: what comes nearest in that, before what only steers the choice. */
import type { Product } from '../../domain/product.ts';
import { measureWishOf } from './measure-wishes.ts';
import { farFrom, isNear, measures } from './measured.ts';
import { type Filter, type Relaxed, relax, tellsOfKind, tellsOfThing } from './relax.ts';

const ofMeasure = 'measure:';
/** Times as far as the nearest. */
const asNear = 1.1;

export const nearestMeasured = (
  found: Relaxed,
  within: readonly number[],
  soft: readonly Filter[],
  products: readonly Product[],
): Relaxed => {
  const [wish, ...others] = soft.flatMap(({ key }) =>
    key.startsWith(ofMeasure) ? (measureWishOf(key.slice(ofMeasure.length)) ?? []) : [],
  );
  if (!wish || others.length > 0 || found.kept.length === 0) return found;
  const kinds = soft.filter(f => tellsOfKind(f.key));
  const ofKind = within.filter(d => kinds.every(f => f.passes(products[d]!, d)) && isNear(products[d]!, wish));
  if (ofKind.length === 0 || ofKind.some(d => measures(products[d]!, wish))) return found;
  const least = ofKind.reduce((far, d) => Math.min(far, farFrom(products[d]!, wish)), Number.POSITIVE_INFINITY);
  const nearest = relax(
    ofKind.filter(d => farFrom(products[d]!, wish) <= least * asNear),
    soft,
    products,
  );
  const isLess = nearest.relaxed.some(key => !found.relaxed.includes(key) && tellsOfThing(key));
  return nearest.kept.length > 0 && !isLess ? nearest : found;
};
