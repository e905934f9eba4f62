/** Short questions and moves of what is in the cart that closed words tell, before what is learned is asked. Takes folded text. */
import { staysIn } from '../cart/take-out-asked.ts';
import { askedOfCartsDeals, asksWhyDelivery } from '../deals/promotion-asked.ts';
import type { Ask } from './asks.ts';

/** Without `ask`: it is asked of the cart's deals, and is no short question. Undefined: what is learned tells. */
export const askedOfCart = (folded: string): { readonly ask?: Ask } | undefined => {
  if (askedOfCartsDeals(folded) !== undefined) return {};
  if (asksWhyDelivery(folded)) return { ask: 'delivery-cost' };
  return staysIn(folded) ? { ask: 'never-mind' } : undefined;
};
