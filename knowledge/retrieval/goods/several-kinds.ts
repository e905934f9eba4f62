/** Several kinds of goods, or shelves, in one wish, and what each of them can be. */
import type { StatedPreference } from '../../domain/preference.ts';
import type { Product } from '../../domain/product.ts';
import type { FactSlot } from '../../domain/shopper.ts';
import { matches, valuesOf } from './product-match.ts';

/** "A bag and a thermos": kinds of goods that stand on none of the shelves named beside them. */
export const kindsElsewhere = (
  liked: ReadonlyMap<FactSlot, readonly StatedPreference[]>,
  products: readonly Product[],
): readonly StatedPreference[] => {
  const named = liked.get('category') ?? [];
  if (named.length === 0) return [];
  return (liked.get('product') ?? []).filter(kind => {
    const such = products.filter(p => matches(p, kind));
    return such.length > 0 && !such.some(p => named.some(l => matches(p, l)));
  });
};

/**
 * "A jacket and a backpack": a type narrows only the category it belongs to, and what a thing is of only those that are of it. The liked categories no product of which
 * fits are given back; null when one category or none was named.
 */
export const silentCategories = (
  slot: FactSlot,
  fits: (product: Product) => boolean,
  categories: ReadonlySet<string>,
  products: readonly Product[],
): ReadonlySet<string> | null => {
  if (slot !== 'product' && slot !== 'feature' && slot !== 'material' && slot !== 'occasion') return null;
  if (categories.size < 2) return null;
  const speaking = new Set(products.filter(fits).map(p => p.category));
  return new Set([...categories].filter(c => !speaking.has(c)));
};

/** "A mug and coffee for my wife": of several kinds those of which none is so, where others are. */
export const silentKinds = (
  slot: FactSlot,
  fits: (product: Product) => boolean,
  kinds: readonly StatedPreference[],
  products: readonly Product[],
): readonly StatedPreference[] => {
  if (kinds.length < 2 || (slot !== 'recipient' && slot !== 'occasion')) return [];
  const silent = kinds.filter(kind => !products.some(p => matches(p, kind) && fits(p)));
  return silent.length < kinds.length ? silent : [];
};

/**
 * 绿茶, of a shelf of tea and coffee: where none of it meets the rest, what comes near is of a kind that comes in that material, and no
 * gaiwan. `may`: what may be shown at all. Undefined: no shelf and material is wished for, or a kind is.
 */
export const kindsInMaterial = (
  liked: ReadonlyMap<FactSlot, readonly StatedPreference[]>,
  may: () => readonly Product[],
): ((product: Product) => boolean) | undefined => {
  const [shelves, materials] = [liked.get('category') ?? [], liked.get('material') ?? []];
  if (shelves.length === 0 || materials.length === 0 || liked.has('product')) return undefined;
  const kinds = new Map<string, Set<string>>();
  for (const product of may()) {
    if (!shelves.some(l => matches(product, l)) || !materials.some(l => matches(product, l))) continue;
    const known = kinds.get(product.category) ?? new Set<string>();
    for (const kind of valuesOf(product, 'product') ?? []) known.add(kind);
    kinds.set(product.category, known);
  }
  return product => {
    const known = kinds.get(product.category);
    return !known || known.size === 0 || (valuesOf(product, 'product')?.some(kind => known.has(kind)) ?? false);
  };
};
