import { money } from '../../../knowledge/domain/money.ts';
import { scopeMinor } from '../combine/basket.ts';
import { type ActionOf, type ActionRule, spread } from './action-rule.ts';

/** A fixed amount off goods that cost more than it: a smaller basket gets nothing rather than everything for free. */
export const amountOff: ActionRule<ActionOf<'amount-off'>> = {
  size: (action, basket) =>
    scopeMinor(basket, action.scope) <= action.amount.minor ? null : { offMinor: action.amount.minor },
  off: (action, basket, offMinor) => spread(offMinor, basket, action.scope),
  unlock(action, basket) {
    const short = action.amount.minor + 1 - scopeMinor(basket, action.scope);
    const spendMore = money(short, basket.currency);
    return action.scope ? { spendMore, scope: action.scope } : { spendMore };
  },
};
