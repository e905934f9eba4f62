import type { Product } from '../../knowledge/domain/product.ts';
import type { MadeForPart } from '../product-parts.ts';

/** None: too little is known of them, or all are made for the same. `asks`: what it is to be for is asked with it. */
export const madeFor = (products: readonly Product[], asks: boolean): readonly MadeForPart[] => {
  const of = products.flatMap(product => {
    const occasions = product.attributes.occasion ?? [];
    return occasions.length > 0 ? [{ product, occasions }] : [];
  });
  const isApart = new Set(of.map(one => one.occasions.join())).size > 1;
  return isApart ? [{ kind: 'made-for', of, asks }] : [];
};
