import type { ActionOf, ActionRule } from './action-rule.ts';

/** One unit comes with any cart that meets the promotion's conditions: the product, or else the first choice in stock. */
export const gift: ActionRule<ActionOf<'gift'>> = {
  size: (action, basket) =>
    basket.lines.length > 0 ? { offMinor: 0, gifts: [action.product, ...(action.choices ?? [])] } : null,
  unlock: () => ({ addQuantity: 1 }),
};
