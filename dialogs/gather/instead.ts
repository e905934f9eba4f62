/** What comes near in another way than what was found: it has what that lacks, and lacks something else. */
import type { ProductId } from '../../knowledge/domain/ids.ts';
import { isSellable } from '../../knowledge/domain/product.ts';
import type { ProductMatches } from '../../knowledge/retrieval/goods/products.ts';
import type { IndexSet } from '../indexes.ts';
import type { DialogServices } from '../services.ts';
import type { SearchScope, TurnFacts } from '../turn-facts.ts';
import { withTold } from './as-told.ts';

/** They stand beside what was found, and are no second list. */
const mostInstead = 2;

/** One of each model, and none that is `shown` anyhow; stock is read again. */
export const insteadOf = async (
  instead: ProductMatches['instead'],
  shown: readonly { readonly product: ProductId }[],
  scope: SearchScope,
  { families }: IndexSet,
  services: DialogServices,
): Promise<TurnFacts['instead']> => {
  if (!instead) return undefined;
  const ids = new Set(shown.map(one => one.product));
  const seen = new Set<string>();
  const firsts = instead.products.flatMap(p => {
    const model = families.keyOf(p);
    if (ids.has(p.id) || seen.has(model)) return [];
    seen.add(model);
    return [p.id];
  });
  const live = await services.stores.products.many(firsts.slice(0, mostInstead));
  const found = firsts.flatMap(id => {
    const product = live.find(p => p.id === id);
    if (!product || !isSellable(product)) return [];
    const reason = withTold(undefined, product, scope);
    return [{ product, score: 0, ...(reason ? { reason } : {}) }];
  });
  return found.length > 0 ? { found, gained: instead.gained, lost: instead.lost } : undefined;
};
