import type { ActionOf, ActionRule } from './action-rule.ts';

/** One unit of the product comes with any cart that meets the promotion's conditions. */
export const gift: ActionRule<ActionOf<'gift'>> = {
  effect: (action, basket) =>
    basket.lines.length > 0 ? { off: basket.lines.map(() => 0), gift: action.product } : null,
  unlock: () => ({ addQuantity: 1 }),
};
