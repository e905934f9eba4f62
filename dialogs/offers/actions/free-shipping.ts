import type { ActionOf, ActionRule } from './action-rule.ts';

/** Takes the shipping fee off; a cart that ships free already gains nothing and is told so by the evaluation. */
export const freeShipping: ActionRule<ActionOf<'free-shipping'>> = {
  effect: (_action, basket) =>
    basket.lines.length > 0 ? { off: basket.lines.map(() => 0), freeShipping: true } : null,
  unlock: () => ({ addQuantity: 1 }),
};
