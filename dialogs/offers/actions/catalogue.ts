import type { Action } from '../../../knowledge/domain/promotion.ts';
import type { Basket, Unlock } from '../basket.ts';
import type { ActionOf, ActionRule, Effect } from './action-rule.ts';
import { amountOff } from './amount-off.ts';
import { bundle } from './bundle.ts';
import { buyXGetY } from './buy-x-get-y.ts';
import { fixedPrice } from './fixed-price.ts';
import { freeShipping } from './free-shipping.ts';
import { gift } from './gift.ts';
import { percentOff } from './percent-off.ts';
import { spendAndSave } from './spend-and-save.ts';

/** Everything a promotion can do: a new kind is one file and one line. */
export const actionRules = {
  'percent-off': percentOff,
  'amount-off': amountOff,
  'fixed-price': fixedPrice,
  'spend-and-save': spendAndSave,
  'buy-x-get-y': buyXGetY,
  bundle,
  gift,
  'free-shipping': freeShipping,
} as const satisfies { [K in Action['kind']]: ActionRule<ActionOf<K>> };

/** The table's entry with its own action type forgotten; the key proves that they belong together. */
const ruleOf = (action: Action): ActionRule<Action> => actionRules[action.kind] as unknown as ActionRule<Action>;

export const effectOf = (action: Action, basket: Basket): Effect | null => ruleOf(action).effect(action, basket);
export const unlockAction = (action: Action, basket: Basket): Unlock | null => ruleOf(action).unlock(action, basket);
