/** How many models there are of what is looked for: told where it is asked, and where there is one alone. */
import type { ProductId } from '../../knowledge/domain/ids.ts';
import type { StatedPreference } from '../../knowledge/domain/preference.ts';
import type { Product } from '../../knowledge/domain/product.ts';
import { matches } from '../../knowledge/retrieval/goods/product-match.ts';
import type { IndexSet } from '../indexes.ts';
import { isKind } from '../search-scope.ts';

/** `left`: out of the search, and sold all the same; undefined: no kind is named, or more is wished for than there is. */
export const modelsOfKind = (
  found: readonly Product[],
  left: ReadonlySet<ProductId>,
  wishes: readonly StatedPreference[],
  { families, unsellable, view }: Pick<IndexSet, 'families' | 'unsellable' | 'view'>,
): number | undefined => {
  const likes = wishes.filter(p => p.polarity === 'like');
  const [sorts, shelves] = [likes.filter(p => p.slot === 'product'), likes.filter(p => p.slot === 'category')];
  const named = sorts.length > 0 ? sorts : shelves;
  const besides = likes.filter(p => !isKind(p) && p.slot !== 'recipient');
  if (likes.length === 0 || likes.every(p => p.slot === 'recipient' || p.slot === 'budget')) return undefined;
  const isOne = (product: Product): boolean =>
    (named.length === 0 || named.some(kind => matches(product, kind))) &&
    besides.every(p => p.slot === 'budget' || matches(product, p));
  const { currency } = found[0]?.price ?? view.shop;
  const isOther = (product: Product): boolean =>
    !unsellable.has(product.id) && product.price.currency === currency && isOne(product);
  const count = (others: readonly Product[]): number =>
    new Set([...found, ...others].map(product => families.keyOf(product))).size;
  const models = count([...left].flatMap(id => view.byId.get(id) ?? []).filter(isOther));
  // One that stands apart, as chess among the games, is of the kind too.
  return models === 1 ? count(view.products.filter(isOther)) : models;
};
