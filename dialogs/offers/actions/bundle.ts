import type { ProductId } from '../../../knowledge/domain/ids.ts';
import { allocate } from '../../../knowledge/domain/money.ts';
import { type Basket, unitsMinor } from '../combine/basket.ts';
import type { ActionOf, ActionRule } from './action-rule.ts';

/** Units of a product in one set. */
const wanted = ({ products }: ActionOf<'bundle'>, id: ProductId): number => {
  let units = 0;
  for (const product of products) if (product === id) units += 1;
  return units;
};

const quantityOf = (basket: Basket, id: ProductId): number => {
  for (const line of basket.lines) if (line.product.id === id) return line.quantity;
  return 0;
};

/** What a cart lacks to its first complete set. */
export const missingOf = (
  action: ActionOf<'bundle'>,
  basket: Basket,
): { readonly product: ProductId; readonly quantity: number }[] => {
  const missing: { readonly product: ProductId; readonly quantity: number }[] = [];
  const { products } = action;
  for (let i = 0; i < products.length; i++) {
    const product = products[i] as ProductId;
    if (products.indexOf(product) < i) continue;
    const quantity = wanted(action, product) - quantityOf(basket, product);
    if (quantity > 0) missing.push({ product, quantity });
  }
  return missing;
};

const setsIn = (action: ActionOf<'bundle'>, basket: Basket): number => {
  let sets = Number.POSITIVE_INFINITY;
  for (const id of action.products) {
    sets = Math.min(sets, Math.floor(quantityOf(basket, id) / wanted(action, id)));
    if (sets === 0) return 0;
  }
  return Number.isFinite(sets) ? sets : 0;
};

/** What is left to pay of the sets' units, line by line. */
const partsOf = (action: ActionOf<'bundle'>, basket: Basket, sets: number): number[] =>
  basket.lines.map((line, i) => unitsMinor(basket, i, sets * wanted(action, line.product.id)));

/** Each complete set in the cart, however many, costs the bundle's price; sets already cheaper than that stay as they are. */
export const bundle: ActionRule<ActionOf<'bundle'>> = {
  size(action, basket) {
    const sets = setsIn(action, basket);
    if (sets === 0) return null;
    let apart = 0;
    for (const part of partsOf(action, basket, sets)) apart += part;
    const discount = apart - sets * action.price.minor;
    return discount > 0 ? { offMinor: discount } : null;
  },
  off: (action, basket, offMinor) => allocate(offMinor, partsOf(action, basket, setsIn(action, basket))),
  unlock(action, basket) {
    const missing = missingOf(action, basket);
    if (missing.length === 0) return null;
    const addQuantity = missing.reduce((sum, m) => sum + m.quantity, 0);
    return { addQuantity, scope: { products: missing.map(m => m.product) } };
  },
};
