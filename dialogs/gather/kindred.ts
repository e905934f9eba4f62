import type { CatalogueView } from '../../knowledge/catalogue.ts';
import { isSellable, type Product } from '../../knowledge/domain/product.ts';
import type { Families } from '../../knowledge/retrieval/goods/families.ts';
import { meets, valuesOf } from '../../knowledge/retrieval/goods/product-match.ts';
import type { ConversationMemory } from '../memory.ts';
import type { Understanding } from '../turn.ts';
import type { SearchScope } from '../turn-facts.ts';

/**
 * Others of the kind of a list, one of each model, that meet what the list was looked for with: where no page of the list says what is
 * asked for, one of theirs may.
 */
export const kindredOf = (
  listed: readonly Product[],
  products: readonly Product[],
  families: Families,
  { preferences, priceMinMinor = 0, priceMaxMinor = Number.POSITIVE_INFINITY }: SearchScope,
): readonly Product[] => {
  const [first] = listed;
  if (!first) return [];
  const kinds = new Set(valuesOf(first, 'product') ?? []);
  const known = new Set(listed.map(product => families.keyOf(product)));
  return products.filter(product => {
    const isKin =
      isSellable(product) &&
      product.price.minor >= priceMinMinor &&
      product.price.minor <= priceMaxMinor &&
      (valuesOf(product, 'product')?.some(kind => kinds.has(kind)) ?? false) &&
      preferences.every(wish => meets(product, wish)) &&
      !known.has(families.keyOf(product));
    if (isKin) known.add(families.keyOf(product));
    return isKin;
  });
};

/** Whether its like in other colours and sizes may be what is asked for. */
export const asksOfFamily = ({ asksOf, choice, choices, inColour, awaits }: Understanding): boolean =>
  (asksOf ?? choice ?? choices ?? inColour ?? awaits) !== undefined;

/** What was shown with it and is on sale. */
export const restOfList = (
  { shown }: Pick<ConversationMemory, 'shown'>,
  focus: Product,
  { byId }: Pick<CatalogueView, 'byId'>,
): readonly Product[] => shown.flatMap(id => byId.get(id) ?? []).filter(p => p.id !== focus.id && isSellable(p));
