import { money } from '../../../knowledge/domain/money.ts';
import { scopeMinor } from '../combine/basket.ts';
import { type ActionOf, type ActionRule, spread } from './action-rule.ts';

/** 满减: what a spend of `minor` takes off. Tiers rise; the highest reached counts once, or (每满) the tier per full threshold. */
const savedBySpending = (action: ActionOf<'spend-and-save'>, minor: number): number => {
  const cap = action.cap?.minor ?? Number.POSITIVE_INFINITY;
  let off = 0;
  for (const tier of action.tiers) {
    if (minor < tier.threshold.minor) continue;
    off = tier.off.minor * (action.repeat ? Math.floor(minor / tier.threshold.minor) : 1);
  }
  return Math.min(off, cap);
};

export const spendAndSave: ActionRule<ActionOf<'spend-and-save'>> = {
  size(action, basket) {
    const spent = scopeMinor(basket, action.scope);
    const discount = Math.min(savedBySpending(action, spent), spent);
    return discount > 0 ? { offMinor: discount } : null;
  },
  off: (action, basket, offMinor) => spread(offMinor, basket, action.scope),
  unlock(action, basket) {
    const first = action.tiers[0];
    if (!first) return null;
    const spendMore = money(first.threshold.minor - scopeMinor(basket, action.scope), basket.currency);
    return action.scope ? { spendMore, scope: action.scope } : { spendMore };
  },
};
