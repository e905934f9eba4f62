/** 降噪耳机头戴式, "bluetooth headphones, over-ear": of a kind and a finer one of it the finer is wished for. */
import type { CatalogueView } from '../../../knowledge/catalogue.ts';
import type { StatedPreference } from '../../../knowledge/domain/preference.ts';
import { matches } from '../../../knowledge/retrieval/goods/product-match.ts';

/** Pairs of kinds that were asked about, of one catalogue. */
const known = new WeakMap<object, Map<string, boolean>>();

/** All that is of the one kind is of the other, which has more. */
const isFiner = (
  one: StatedPreference,
  than: StatedPreference,
  { products }: Pick<CatalogueView, 'products'>,
): boolean => {
  const pairs = known.get(products) ?? new Map<string, boolean>();
  known.set(products, pairs);
  const key = `${one.value}|${than.value}`;
  const before = pairs.get(key);
  if (before !== undefined) return before;
  const of = products.filter(p => matches(p, one));
  const finer =
    of.length > 0 && of.every(p => matches(p, than)) && products.some(p => matches(p, than) && !of.includes(p));
  pairs.set(key, finer);
  return finer;
};

/** Several things may be asked for in a row. */
const inRow = /\b(?:or|and|plus|also|either)\b|[/&+、]|或|还是|和|跟|以及|都行/u;

export const withFinestKind = (
  preferences: readonly StatedPreference[],
  folded: string,
  view: Pick<CatalogueView, 'products'>,
): readonly StatedPreference[] => {
  const named = preferences.filter(p => p.slot === 'product' && p.polarity === 'like');
  if (named.length < 2 || inRow.test(folded)) return preferences;
  return preferences.filter(p => !(named.includes(p) && named.some(other => other !== p && isFiner(other, p, view))));
};
