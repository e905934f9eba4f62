import type { FactSlot } from '../../../knowledge/domain/shopper.ts';
import type { WishSlot } from '../../../knowledge/profile/vocabulary/vocabulary.ts';

/** Slots of a profile, as slots of what is said. */
export const slotOf: Readonly<Record<FactSlot, WishSlot>> = {
  category: 'category',
  product: 'product_type',
  brand: 'brand',
  colour: 'color',
  size: 'size',
  material: 'material',
  feature: 'feature',
  occasion: 'purpose',
  recipient: 'recipient',
  genre: 'genre',
  author: 'author',
  style: 'style',
  quality: 'quality',
  audience: 'age_group',
  budget: 'price_max',
};
