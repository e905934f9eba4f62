/** Which conditions that goods don't meet are worth telling. */
import type { StatedPreference } from '../../domain/preference.ts';
import type { Product } from '../../domain/product.ts';
import { fold } from '../text/fold.ts';
import { lexicon, valueInWords } from './lexicon.ts';
import { matches } from './product-match.ts';
import type { ProductQuery } from './products.ts';

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

/** Of several kinds that were named, those of which there are some, and none that meets the rest: a board game for 100 or less. */
export const kindsMissed = (
  { preferences }: ProductQuery,
  hits: readonly Product[],
  products: readonly Product[],
): string[] => {
  const kinds = preferences.filter(p => p.polarity === 'like' && p.slot === 'product');
  if (kinds.length < 2 || hits.length === 0) return [];
  return kinds
    .filter(kind => !hits.some(p => matches(p, kind)) && products.some(p => matches(p, kind)))
    .flatMap(({ value, quote }) => {
      const entry = lexicon.find(one => one.slot === 'product' && one.value === value);
      const said = fold(quote);
      return [...(entry?.en ?? []), ...(entry?.zh ?? [])].find(name => said.includes(name)) ?? [];
    });
};
