import type { Action } from '../../../knowledge/domain/promotion.ts';
import type { Basket, Unlock } from '../combine/basket.ts';
import type { ActionOf, ActionRule, Effect, Size } from './action-rule.ts';
import { amountOff } from './amount-off.ts';
import { bundle } from './bundle.ts';
import { buyXGetY } from './buy-x-get-y.ts';
import { fixedPrice } from './fixed-price.ts';
import { freeShipping } from './free-shipping.ts';
import { gift } from './gift.ts';
import { percentOff } from './percent-off.ts';
import { spendAndSave } from './spend-and-save.ts';

/** Everything a promotion can do: a new kind is one file and one line. */
const actionRules = {
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

export const sizeOf = (action: Action, basket: Basket): Size | null => ruleOf(action).size(action, basket);

/** What the action takes off each line, after `sizeOf` said how much it is. */
export const offOf = (action: Action, basket: Basket, { off, offMinor }: Size): readonly number[] =>
  off ?? ruleOf(action).off?.(action, basket, offMinor) ?? basket.lines.map(() => 0);

export const effectOf = (action: Action, basket: Basket): Effect | null => {
  const size = sizeOf(action, basket);
  return size && { ...size, off: offOf(action, basket, size) };
};
export const unlockAction = (action: Action, basket: Basket): Unlock | null => ruleOf(action).unlock(action, basket);
