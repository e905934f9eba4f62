import type { ProductId } from '../../../knowledge/domain/ids.ts';
import { allocate } from '../../../knowledge/domain/money.ts';
import { type Basket, unitsMinor } from '../basket.ts';
import type { ActionOf, ActionRule } from './action-rule.ts';

const wanted = (action: ActionOf<'bundle'>): Map<ProductId, number> => {
  const units = new Map<ProductId, number>();
  for (const id of action.products) units.set(id, (units.get(id) ?? 0) + 1);
  return units;
};

const quantityOf = (basket: Basket, id: ProductId): number =>
  basket.lines.find(line => line.product.id === id)?.quantity ?? 0;

/** What a cart lacks to its first complete set. */
export const missingOf = (
  action: ActionOf<'bundle'>,
  basket: Basket,
): { readonly product: ProductId; readonly quantity: number }[] =>
  [...wanted(action)].flatMap(([product, count]) => {
    const quantity = count - quantityOf(basket, product);
    return quantity > 0 ? [{ product, quantity }] : [];
  });

/** Each complete set in the cart, however many, costs the bundle's price; sets already cheaper than that stay as they are. */
export const bundle: ActionRule<ActionOf<'bundle'>> = {
  effect(action, basket) {
    const units = wanted(action);
    let sets = Number.POSITIVE_INFINITY;
    for (const [id, count] of units) sets = Math.min(sets, Math.floor(quantityOf(basket, id) / count));
    if (!Number.isFinite(sets) || sets === 0) return null;
    const parts = basket.lines.map((line, i) => unitsMinor(basket, i, sets * (units.get(line.product.id) ?? 0)));
    const apart = parts.reduce((a, b) => a + b, 0);
    const discount = apart - sets * action.price.minor;
    return discount > 0 ? { off: allocate(discount, parts) } : null;
  },
  unlock(action, basket) {
    const missing = missingOf(action, basket);
    if (missing.length === 0) return null;
    const addQuantity = missing.reduce((sum, m) => sum + m.quantity, 0);
    return { addQuantity, scope: { products: missing.map(m => m.product) } };
  },
};
