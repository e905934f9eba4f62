/** What 100 g, 100 ml or a piece of something comes to, of goods that are sold by such a measure. */
import { type Money, times } from '../../knowledge/domain/money.ts';
import type { Product } from '../../knowledge/domain/product.ts';
import { valuesOf } from '../../knowledge/retrieval/goods/product-match.ts';

export type UnitOfPrice = '100g' | '100ml' | 'piece';
export interface UnitPrice {
  readonly amount: Money;
  readonly unit: UnitOfPrice;
}

const measure = /^(\d+)(g|ml|pcs)$/;

/** Undefined: it is not sold so, or comes as one such piece. */
export const unitPrice = (product: Product): UnitPrice | undefined => {
  const [, said, unit] = (valuesOf(product, 'size') ?? []).flatMap(size => measure.exec(size) ?? []);
  const count = Number(said);
  if (!(count > 0) || (unit === 'pcs' && count === 1)) return undefined;
  const of =
    unit === 'pcs' ? ({ per: 1, unit: 'piece' } as const) : ({ per: 100, unit: `100${unit as 'g' | 'ml'}` } as const);
  return count === of.per ? undefined : { amount: times(product.price, of.per / count), unit: of.unit };
};
