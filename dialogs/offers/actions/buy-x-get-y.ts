import { inScope, scopeQuantity } from '../basket.ts';
import type { ActionOf, ActionRule } from './action-rule.ts';

/** 买赠: of every `buyQuantity + getQuantity` units in scope, `getQuantity` are free; the cheapest units of the cart go free. */
export const buyXGetY: ActionRule<ActionOf<'buy-x-get-y'>> = {
  effect(action, basket) {
    const group = action.buyQuantity + action.getQuantity;
    const groups = Math.floor(scopeQuantity(basket.lines, action.scope) / group);
    let free = Math.min(groups, action.limit ?? groups) * action.getQuantity;
    if (free <= 0) return null;
    const off = basket.lines.map(() => 0);
    const cheapestFirst = basket.lines
      .map((line, i) => ({ line, i }))
      .filter(({ line }) => inScope(line.product, action.scope))
      .sort((a, b) => a.line.product.price.minor - b.line.product.price.minor || a.i - b.i);
    for (const { line, i } of cheapestFirst) {
      const units = Math.min(free, line.quantity);
      off[i] = units * line.product.price.minor;
      free -= units;
      if (free === 0) break;
    }
    return off.some(minor => minor > 0) ? { off } : null;
  },
  unlock(action, basket) {
    const missing = action.buyQuantity + action.getQuantity - scopeQuantity(basket.lines, action.scope);
    return missing > 0 ? { addQuantity: missing, scope: action.scope } : null;
  },
};
