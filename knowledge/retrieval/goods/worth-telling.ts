/** Which conditions that goods don't meet are worth telling. */
import type { StatedPreference } from '../../domain/preference.ts';
import type { Product } from '../../domain/product.ts';
import { valueInWords } from './lexicon.ts';

/** Caffeine-free, of earphones: on their shelf it is said of nothing. */
export const isBesideMatter = (
  key: string,
  shown: readonly { readonly product: Product }[],
  products: readonly Product[],
): boolean => {
  const value = /^feature:(.+-free)$/.exec(key)?.[1];
  if (value === undefined) return false;
  const shelves = new Set(shown.map(({ product }) => product.category));
  return !products.some(p => shelves.has(p.category) && p.attributes.feature?.includes(value));
};

/** "Something for the gym", of goods for the gym: met by the name that the catalogue has for it. */
export const isMetByName = (
  phrase: string,
  preferences: readonly StatedPreference[],
  relaxed: readonly string[],
): boolean =>
  preferences.some(
    ({ slot, value, polarity }) =>
      polarity === 'like' &&
      (slot === 'occasion' || slot === 'feature') &&
      !relaxed.includes(`${slot}:${value}`) &&
      (phrase.includes(value.replaceAll('-', ' ')) || phrase.includes(valueInWords(slot, value, 'zh'))),
  );
