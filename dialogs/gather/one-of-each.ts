/** Of a ranked list one of each model, and each with the other colours it comes in. */
import type { ProductId } from '../../knowledge/domain/ids.ts';
import type { Product } from '../../knowledge/domain/product.ts';
import { isOpenGift } from '../../knowledge/retrieval/goods/gifts.ts';
import { namedKindOf } from '../../knowledge/retrieval/goods/in-turn.ts';
import { matches } from '../../knowledge/retrieval/goods/product-match.ts';
import type { IndexSet } from '../indexes.ts';
import type { FoundProduct, SearchScope } from '../turn-facts.ts';
import type { Ranked } from './ranked.ts';

/** Less than this share of what the best match has of the words asked for is another kind of thing. */
const alikeInWords = 0.8;

/**
 * One of each model, in whatever colour ranks best, unless colours are what is asked for; what fits the words far less comes
 * last, and of another kind of goods not at all: who asks for headphones rather sees one of them than four lamps beside it.
 */
export const oneOfEach = (
  ranked: readonly Ranked[],
  { preferences }: SearchScope,
  { families, view }: IndexSet,
): readonly Ranked[] => {
  // "Headphones and a toy": each kind that was named is measured by the best of its own.
  const kinds = preferences.filter(p => (p.slot === 'category' || p.slot === 'product') && p.polarity === 'like');
  const shelfOf = (one: Ranked): string => {
    const product = kinds.length < 2 ? undefined : view.byId.get(one.product);
    return product ? namedKindOf(product, kinds) : '';
  };
  const best = new Map<string, number>();
  for (const one of ranked) best.set(shelfOf(one), Math.max(best.get(shelfOf(one)) ?? 0, one.words ?? 0));
  const fewest = (one: Ranked): number => alikeInWords * (best.get(shelfOf(one)) ?? 0);
  // What may be given is no matter of words.
  const isFar = (one: Ranked): boolean => !isOpenGift(preferences) && (one.words ?? fewest(one)) < fewest(one);
  const near = new Set(ranked.flatMap(one => (isFar(one) ? [] : (view.byId.get(one.product)?.category ?? []))));
  // 有灯吗: on whichever shelf each of them stands.
  const isOfThing = (product: Product): boolean => kinds.some(one => one.slot === 'product' && matches(product, one));
  const isElsewhere = (product: Product): boolean => !near.has(product.category) && !isOfThing(product);
  const ofColours = preferences.some(p => p.slot === 'colour' && p.polarity === 'like');
  const seen = new Set<string>();
  const firsts = ranked.filter(one => {
    const product = view.byId.get(one.product);
    const family = product && !ofColours ? families.keyOf(product) : one.product;
    if (seen.has(family) || (isFar(one) && product && isElsewhere(product))) return false;
    seen.add(family);
    return true;
  });
  return [...firsts.filter(one => !isFar(one)), ...firsts.filter(isFar)];
};

const mostColours = 5;

/** Each with the other colours that can be had of it within the same bounds and are not on the list; none where a colour was asked for. */
export const withColours = (
  found: readonly FoundProduct[],
  { preferences, priceMinMinor = 0, priceMaxMinor = Number.POSITIVE_INFINITY }: SearchScope,
  exclude: ReadonlySet<ProductId>,
  { families }: IndexSet,
): FoundProduct[] => {
  if (preferences.some(p => p.slot === 'colour' && p.polarity === 'like')) return [...found];
  const unwanted = preferences.filter(p => p.polarity === 'dislike');
  const listed = new Set(found.map(one => one.product.id));
  return found.map(one => {
    const colours = families
      .otherColours(one.product)
      .filter(
        ({ id, price }) =>
          !listed.has(id) && !exclude.has(id) && price.minor >= priceMinMinor && price.minor <= priceMaxMinor,
      )
      .filter(other => !unwanted.some(p => matches(other, p)));
    return colours.length > 0 ? { ...one, colours: colours.slice(0, mostColours) } : one;
  });
};
