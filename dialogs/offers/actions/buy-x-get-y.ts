import type { Scope } from '../../../knowledge/domain/promotion.ts';
import { type Basket, type BasketLine, inScope, scopeQuantity, type Unlock, unitsMinor } from '../combine/basket.ts';
import { type ActionOf, type ActionRule, shareOf } from './action-rule.ts';

type BuyXGetY = ActionOf<'buy-x-get-y'>;
type Step = { readonly buyQuantity: number; readonly getQuantity: number };

/** How often each step may apply; a progressive rule applies its highest step reached, once. */
const stepsOf = (action: BuyXGetY): readonly Step[] => action.steps ?? [action];
const timesOf = (action: BuyXGetY): number => (action.steps ? 1 : (action.limit ?? Number.POSITIVE_INFINITY));

/** Units got of `units` that are both what is bought and what is got. */
const gotOf = (action: BuyXGetY, units: number, times: number): number => {
  let got = 0;
  for (const step of stepsOf(action)) {
    const reached = Math.min(Math.floor(units / (step.buyQuantity + step.getQuantity)), times);
    if (reached > 0) got = reached * step.getQuantity;
  }
  return got;
};

/** Takes the rate off `got` units of a scope, the cheapest first, at most `most` of a line. */
const offCheapest = (
  action: BuyXGetY,
  basket: Basket,
  scope: Scope,
  got: number,
  most: (line: BasketLine, wanted: number) => number,
): number[] => {
  const off = basket.lines.map(() => 0);
  if (got <= 0) return off;
  const cheapestFirst: { readonly line: BasketLine; readonly i: number; readonly each: number }[] = [];
  for (let i = 0; i < basket.lines.length; i++) {
    const line = basket.lines[i] as BasketLine;
    if (inScope(line.product, scope)) cheapestFirst.push({ line, i, each: (basket.left[i] as number) / line.quantity });
  }
  if (cheapestFirst.length > 1) cheapestFirst.sort((a, b) => a.each - b.each || a.i - b.i);
  let wanted = got;
  for (const { line, i } of cheapestFirst) {
    if (wanted <= 0) break;
    const units = most(line, wanted);
    if (units <= 0) continue;
    off[i] = shareOf(unitsMinor(basket, i, units), action.rate ?? 1);
    wanted -= units;
  }
  return off;
};

/** 同款: every product earns and gets by itself. */
const sameItemOff = (action: BuyXGetY, basket: Basket): number[] => {
  let times = timesOf(action);
  return offCheapest(action, basket, action.scope, Number.POSITIVE_INFINITY, line => {
    if (times <= 0) return 0;
    const got = gotOf(action, line.quantity, action.steps ? 1 : times);
    if (!action.steps) times -= got / action.getQuantity;
    return got;
  });
};

/**
 * Bought from one scope, got from another; a unit that is in both counts as one of them only. Applies as often as gives
 * the most units; a last time may find fewer to get than it would give.
 */
const otherItemOff = (action: BuyXGetY, getScope: NonNullable<BuyXGetY['getScope']>, basket: Basket): number[] => {
  let buyOnly = 0;
  let both = 0;
  let getOnly = 0;
  for (const { product, quantity } of basket.lines) {
    const buys = inScope(product, action.scope);
    const gets = inScope(product, getScope);
    if (buys && gets) both += quantity;
    else if (buys) buyOnly += quantity;
    else if (gets) getOnly += quantity;
  }
  let got = 0;
  let spare = 0;
  for (const step of stepsOf(action)) {
    const most = Math.min(Math.floor((buyOnly + both) / step.buyQuantity), timesOf(action));
    for (let times = 1; times <= most; times++) {
      const free = Math.min(both, buyOnly + both - times * step.buyQuantity);
      const units = Math.min(times * step.getQuantity, getOnly + free);
      if (units < got || (units === got && !action.steps)) continue;
      got = units;
      spare = free;
    }
  }
  return offCheapest(action, basket, getScope, got, (line, wanted) => {
    if (!inScope(line.product, action.scope)) return Math.min(wanted, line.quantity);
    const units = Math.min(wanted, line.quantity, spare);
    spare -= units;
    return units;
  });
};

/** 买赠: what is got is free, or cheaper by `rate` (第二件半价); see the domain's words on each way to count. */
export const buyXGetY: ActionRule<BuyXGetY> = {
  size(action, basket) {
    let off: number[];
    if (action.sameItem) off = sameItemOff(action, basket);
    else if (action.getScope) off = otherItemOff(action, action.getScope, basket);
    else {
      const got = gotOf(action, scopeQuantity(basket.lines, action.scope), timesOf(action));
      off = offCheapest(action, basket, action.scope, got, (line, wanted) => Math.min(wanted, line.quantity));
    }
    let offMinor = 0;
    for (const minor of off) offMinor += minor;
    return offMinor > 0 ? { offMinor, off } : null;
  },
  unlock(action, basket) {
    const first = stepsOf(action)[0] as Step;
    const whole = first.buyQuantity + first.getQuantity;
    if (action.sameItem) return sameItemUnlock(action, basket, whole);
    const units = scopeQuantity(basket.lines, action.scope);
    if (!action.getScope) return units < whole ? { addQuantity: whole - units, scope: action.scope } : null;
    if (units < first.buyQuantity) return { addQuantity: first.buyQuantity - units, scope: action.scope };
    return { addQuantity: 1, scope: action.getScope };
  },
};

/** More of the product of which least is missing; of any in the scope when none is in the cart. */
const sameItemUnlock = (action: BuyXGetY, basket: Basket, whole: number): Unlock | null => {
  let nearest: BasketLine | null = null;
  for (const line of basket.lines) {
    if (!inScope(line.product, action.scope) || line.quantity >= whole) continue;
    if (!nearest || line.quantity > nearest.quantity) nearest = line;
  }
  if (!nearest) return { addQuantity: whole, scope: action.scope };
  return { addQuantity: whole - nearest.quantity, scope: { products: [nearest.product.id] } };
};
