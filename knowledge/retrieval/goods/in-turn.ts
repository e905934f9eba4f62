/** Where several kinds of goods were named ("a moisturiser and a lip balm"), the best of each in turn: none fills the list alone. */
import type { StatedPreference } from '../../domain/preference.ts';
import type { Product } from '../../domain/product.ts';
import { matches } from './product-match.ts';

/** Which of the kinds that were named a product is of: the first that it is, else its shelf. */
export const namedKindOf = (product: Product, preferences: readonly StatedPreference[]): string =>
  preferences.find(p => p.slot === 'product' && p.polarity === 'like' && matches(product, p))?.value ??
  product.category;

export const inTurn = <T extends { readonly product: Product }>(
  hits: readonly T[],
  preferences: readonly StatedPreference[],
): readonly T[] => {
  const named = preferences.filter(p => (p.slot === 'category' || p.slot === 'product') && p.polarity === 'like');
  if (named.length < 2) return hits;
  const places = new Map<string, number>();
  return hits
    .map(hit => {
      const kind = namedKindOf(hit.product, named);
      const place = places.get(kind) ?? 0;
      places.set(kind, place + 1);
      return { hit, place };
    })
    .sort((a, b) => a.place - b.place)
    .map(({ hit }) => hit);
};
