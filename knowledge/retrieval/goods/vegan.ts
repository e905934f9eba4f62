/** What is vegan: marked so, or, where nothing of its kind is marked, made of nothing from an animal. */
import type { StatedPreference } from '../../domain/preference.ts';
import type { Product } from '../../domain/product.ts';

const animal = new Set(['leather', 'suede', 'down', 'wool', 'cashmere', 'silk', 'fur', 'sheepskin']);
export const isVegan = ({ slot, value }: StatedPreference): boolean => slot === 'feature' && value === 'vegan';
export const isMarkedVegan = (product: Product): boolean => product.attributes.feature?.includes('vegan') ?? false;

/** Where nothing of its kind is marked as vegan or not, what is made of known things and none from an animal is looked at. */
export const veganUnmarked = (products: readonly Product[]): ((product: Product) => boolean) => {
  const marked = new Set(products.filter(isMarkedVegan).map(p => p.category));
  return ({ category, attributes: { material } }) =>
    !marked.has(category) && material !== undefined && !material.some(m => animal.has(m));
};
