/** A bare number of shoes: a size, or how many pairs. */
import type { Product } from '../../../knowledge/domain/product.ts';
import { valuesOf } from '../../../knowledge/retrieval/goods/product-match.ts';

const unit = /^ ?(?:pairs?|pieces?|pcs|units?|boxes|packs|of (?:it|them|those|these)|[双件个只条盒包])/u;

/**
 * "I'll take 42" of shoes that come in 42 is a size; of 42 pairs it is a number. Folded text; `goods`: what is spoken of. Undefined:
 * a number of pieces, or none was said.
 */
export const sizeForCount = (
  folded: string,
  quantity: number | undefined,
  goods: readonly Product[],
): string | undefined => {
  if (quantity === undefined || goods.length === 0) return undefined;
  const said = String(quantity);
  const at = folded.search(new RegExp(`(?<!\\d)${said}(?!\\d)`));
  if (at < 0 || unit.test(folded.slice(at + said.length))) return undefined;
  return goods.every(product => valuesOf(product, 'size')?.includes(said)) ? said : undefined;
};
