/** Sizes of what is worn. */
import type { Product } from '../../knowledge/domain/product.ts';
import { valuesOf } from '../../knowledge/retrieval/goods/product-match.ts';

/** Of what is worn in a size, and no pack. */
export const isWorn = (size: string): boolean => /^(?:\d{2}(?:\.5)?|x*[sl]|m|xs|\dxl)$/.test(size);

/** Those it comes in; empty: it is not worn in one. */
export const wornSizes = (product: Product): readonly string[] => {
  const sizes = valuesOf(product, 'size') ?? [];
  return sizes.some(isWorn) ? sizes : [];
};
