import { inScope, unitsMinor } from '../combine/basket.ts';
import type { ActionOf, ActionRule } from './action-rule.ts';

/** 一口价: units of the scope at one price each, the dearest first; what costs less already keeps its own price. */
export const fixedPrice: ActionRule<ActionOf<'fixed-price'>> = {
  size(action, basket) {
    const off = basket.lines.map(() => 0);
    let left = action.limit ?? Number.POSITIVE_INFINITY;
    const dearestFirst = basket.lines
      .map((line, i) => ({ line, i, each: (basket.left[i] as number) / line.quantity }))
      .filter(({ line, each }) => each > action.price.minor && inScope(line.product, action.scope))
      .sort((a, b) => b.each - a.each || a.i - b.i);
    for (const { line, i } of dearestFirst) {
      const units = Math.min(left, line.quantity);
      off[i] = Math.max(0, unitsMinor(basket, i, units) - units * action.price.minor);
      left -= units;
      if (left <= 0) break;
    }
    let offMinor = 0;
    for (const minor of off) offMinor += minor;
    return offMinor > 0 ? { offMinor, off } : null;
  },
  unlock: action => ({ addQuantity: 1, scope: action.scope }),
};
