import type { CatalogueView } from '../../../knowledge/catalogue.ts';
import type { OwnNames, WishSlot } from '../../../knowledge/profile/vocabulary/vocabulary.ts';
import { attributeSlot } from '../../../knowledge/retrieval/goods/vocabulary.ts';

const wishSlotOf: Readonly<Record<string, WishSlot>> = {
  brand: 'brand',
  colour: 'color',
  material: 'material',
  feature: 'feature',
  occasion: 'purpose',
  product: 'product_type',
  genre: 'genre',
  author: 'author',
  style: 'style',
};

/** A catalogue's own words for wishes: its brands, its categories' names and every attribute value, whatever they are. */
export const ownNames = (view: Pick<CatalogueView, 'shop' | 'products'>): OwnNames => {
  const names = new Map<string, readonly [string, WishSlot]>();
  const add = (name: string | undefined, slot: WishSlot): void => {
    if (name) names.set(`${slot} ${name}`, [name, slot]);
  };
  for (const product of view.products) {
    add(product.brand, 'brand');
    for (const [key, values] of Object.entries(product.attributes)) {
      const slot = wishSlotOf[attributeSlot(key) ?? key];
      if (slot) for (const value of values) add(value.replaceAll('-', ' '), slot);
    }
  }
  return names.values();
};
