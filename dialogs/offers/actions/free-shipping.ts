import type { ActionOf, ActionRule } from './action-rule.ts';

/** Takes the shipping fee off; a cart that ships free already gains nothing and is told so by the evaluation. */
export const freeShipping: ActionRule<ActionOf<'free-shipping'>> = {
  size: (_action, basket) => (basket.lines.length > 0 ? { offMinor: 0, freeShipping: true } : null),
  unlock: () => ({ addQuantity: 1 }),
};
