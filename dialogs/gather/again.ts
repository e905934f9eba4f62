import type { CatalogueView } from '../../knowledge/catalogue.ts';
import type { ProductId } from '../../knowledge/domain/ids.ts';
import type { Order } from '../../knowledge/domain/order.ts';
import { matches } from '../../knowledge/retrieval/goods/product-match.ts';
import type { Understanding } from '../turn.ts';

/**
 * What "the same again" means: the latest order; of "the same shoes again" the latest one with shoes in it, and of it only the
 * shoes. `orders`: newest first. Undefined: there is none.
 */
export const boughtBefore = (
  orders: readonly Order[],
  { asksOf }: Pick<Understanding, 'asksOf'>,
  view: CatalogueView,
): Order | undefined => {
  const placed = orders.filter(order => order.status !== 'cancelled');
  if (!asksOf) return placed[0];
  const isMeant = (id: ProductId): boolean => {
    const product = view.byId.get(id);
    return product !== undefined && asksOf.every(asked => matches(product, asked));
  };
  const withIt = placed.find(order => order.lines.some(line => !line.gift && isMeant(line.product)));
  return withIt && { ...withIt, lines: withIt.lines.filter(line => !line.gift && isMeant(line.product)) };
};
