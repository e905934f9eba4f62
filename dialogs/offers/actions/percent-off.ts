import { scopeMinor } from '../combine/basket.ts';
import { type ActionOf, type ActionRule, shareOf, spread } from './action-rule.ts';

/** A share of the price of the scope, up to `maxDiscount`. */
export const percentOff: ActionRule<ActionOf<'percent-off'>> = {
  size(action, basket) {
    const full = shareOf(scopeMinor(basket, action.scope), action.rate);
    const discount = Math.min(full, action.maxDiscount?.minor ?? full);
    return discount > 0 ? { offMinor: discount } : null;
  },
  off: (action, basket, offMinor) => spread(offMinor, basket, action.scope),
  unlock: action => (action.scope ? { addQuantity: 1, scope: action.scope } : { addQuantity: 1 }),
};
