/** Does this promotion apply to this cart and person, what does it save, what does it cost the shop, and if not, why not. */
import type { ProductId } from '../../../knowledge/domain/ids.ts';
import { type Money, money } from '../../../knowledge/domain/money.ts';
import type { OfferRefusal, PricedCart } from '../../../knowledge/domain/offer.ts';
import type { Product } from '../../../knowledge/domain/product.ts';
import type { Promotion } from '../../../knowledge/domain/promotion.ts';
import type { Shop } from '../../../knowledge/domain/shop.ts';
import { unlockAction } from '../actions/catalogue.ts';
import { type Basket, type BasketLine, prepareBasket, type Unlock } from '../combine/basket.ts';
import { applicationOf, feeFor, pricedCart, type SizedDeal, sizeAction } from '../combine/price.ts';
import { type ConditionShopper, conditionHolds, isAboutCart, unlockCondition } from './conditions.ts';

export interface EvaluateInput {
  readonly promotion: Pick<Promotion, 'conditions' | 'action' | 'active' | 'startsAt' | 'endsAt'> &
    Partial<Pick<Promotion, 'id'>>;
  readonly lines: readonly BasketLine[];
  readonly shop: Shop;
  readonly shopper: ConditionShopper;
  readonly now: Date;
  /** Where a gift's product is looked up when it is not in the cart. */
  readonly products?: ReadonlyMap<ProductId, Product>;
  /**
   * Set for personal offers: rate 0..1 of the discounted goods total that must stay as margin. A cart with a product
   * of unknown cost is then refused as 'below-margin': what can't be known is not given away.
   */
  readonly marginFloor?: number;
  /** A quote made earlier is honoured: active, dates, hours, segments and who it is for are not asked again. */
  readonly promised?: boolean;
  /** The gift the shopper took where the promotion leaves the choice. */
  readonly gift?: ProductId;
}

export type Evaluation =
  | {
      readonly kind: 'applies';
      readonly priced: PricedCart;
      /** What the shopper keeps: the plain total less this one, plus a gift at its price. */
      readonly saves: Money;
      /** What the shop forgoes, minor units: the discount, a gift at its cost (price when unknown), the shipping fee. */
      readonly costMinor: number;
    }
  | { readonly kind: 'refused'; readonly reason: OfferRefusal; readonly unlock?: Unlock };

/** An evaluation before the cart is written out; what `choose` makes by the hundred. Amounts in minor units. */
export type Verdict =
  | {
      readonly kind: 'applies';
      readonly sized: SizedDeal;
      readonly savesMinor: number;
      readonly costMinor: number;
    }
  | { readonly kind: 'refused'; readonly reason: OfferRefusal; readonly unlock?: Unlock };

const refused = (reason: OfferRefusal, unlock?: Unlock | null): Verdict =>
  unlock ? { kind: 'refused', reason, unlock } : { kind: 'refused', reason };

const isForeign = (amount: Money | undefined, currency: Shop['currency']): boolean =>
  amount !== undefined && amount.currency !== currency;

/** True when the rule names an amount in another currency than the shop's. */
const namesForeignMoney = (rule: Pick<Promotion, 'conditions' | 'action'>, currency: Shop['currency']): boolean => {
  for (const c of rule.conditions) if (c.kind === 'min-spend' && c.amount.currency !== currency) return true;
  const { action } = rule;
  switch (action.kind) {
    case 'percent-off':
      return isForeign(action.maxDiscount, currency);
    case 'amount-off':
      return isForeign(action.amount, currency);
    case 'spend-and-save':
      for (const t of action.tiers) if (isForeign(t.threshold, currency) || isForeign(t.off, currency)) return true;
      return isForeign(action.cap, currency);
    case 'bundle':
    case 'fixed-price':
      return isForeign(action.price, currency);
    default:
      return false;
  }
};

type JudgeInput = Pick<
  EvaluateInput,
  'promotion' | 'shopper' | 'now' | 'products' | 'marginFloor' | 'promised' | 'gift'
>;

const personRefusals: Readonly<Partial<Record<Promotion['conditions'][number]['kind'], OfferRefusal>>> = {
  hours: 'outside-hours',
  'first-order': 'first-order-only',
  segment: 'not-for-shopper',
  shopper: 'not-for-shopper',
};

/** Why the deal is out whatever goods are added: currency, dates, who the shopper is, the hour. Null: nothing of that. */
export const standingRefusal = (
  basket: Basket,
  input: Pick<JudgeInput, 'promotion' | 'shopper' | 'now' | 'promised'>,
): OfferRefusal | null => {
  const { promotion, now, promised } = input;
  if (!basket.oneCurrency || namesForeignMoney(promotion, basket.currency)) return 'currency-mismatch';
  const at = now.getTime();
  if (!promised && (!promotion.active || at < promotion.startsAt.getTime() || at >= promotion.endsAt.getTime())) {
    return 'not-active';
  }
  for (const condition of promotion.conditions) {
    if (isAboutCart(condition)) continue;
    if (promised && condition.kind !== 'first-order') continue;
    const shopper = condition.kind === 'hours' ? { ...input.shopper, now } : input.shopper;
    if (conditionHolds(condition, basket, shopper)) continue;
    return personRefusals[condition.kind] ?? 'conditions-not-met';
  }
  return null;
};

const sameScope = (a: Unlock, b: Unlock): boolean => JSON.stringify(a.scope) === JSON.stringify(b.scope);
const nobody: ConditionShopper = { segments: [], orderCount: 0 };

/** True when the cart, or what is left of it, meets every condition that is about a cart. */
export const meetsCartConditions = (basket: Basket, rule: Pick<Promotion, 'conditions'>): boolean => {
  for (const c of rule.conditions) if (isAboutCart(c) && !conditionHolds(c, basket, nobody)) return false;
  return true;
};

/**
 * What the cart lacks of the rule's conditions; `{}` when nothing named would do. Several that look at the same goods are
 * met together; of those that look at different goods the first is named.
 */
export const missingConditions = (basket: Basket, rule: Pick<Promotion, 'conditions'>): Unlock | null => {
  let missing: Unlock | undefined;
  for (const condition of rule.conditions) {
    if (!isAboutCart(condition) || conditionHolds(condition, basket, nobody)) continue;
    const unlock = unlockCondition(condition, basket) ?? {};
    if (!missing) missing = unlock;
    else if (sameScope(missing, unlock)) {
      const spend = Math.max(missing.spendMore?.minor ?? 0, unlock.spendMore?.minor ?? 0);
      const quantity = Math.max(missing.addQuantity ?? 0, unlock.addQuantity ?? 0);
      missing = {
        ...missing,
        ...(spend > 0 ? { spendMore: money(spend, basket.currency) } : {}),
        ...(quantity > 0 ? { addQuantity: quantity } : {}),
      };
    }
  }
  return missing ?? null;
};

/** As `evaluatePromotion`, for a basket that is already prepared. Asked in order: cart, currency, dates, conditions, action, margin. */
export const judge = (basket: Basket, input: JudgeInput): Verdict => {
  const { promotion } = input;
  if (basket.lines.length === 0) return refused('empty-cart');
  // A person's condition can't be bought: no unlock is offered even if a cart condition could be met as well.
  const standing = standingRefusal(basket, input);
  if (standing) return refused(standing);
  if (!meetsCartConditions(basket, promotion)) {
    return refused('conditions-not-met', missingConditions(basket, promotion));
  }
  const gifts = input.gift === undefined ? input : { products: input.products, wish: input.gift };
  const sized = sizeAction(basket, promotion.action, gifts);
  if (sized === 'gift-unavailable') return refused('out-of-stock');
  if (sized === 'not-reached') return refused('conditions-not-met', unlockAction(promotion.action, basket));

  const { gift, shippingOffMinor } = sized;
  const { offMinor } = sized.size;
  const fewerMinor = offMinor + feeFor(basket, 0) - (sized.feeMinor - shippingOffMinor);
  const giftPrice = gift?.price.minor ?? 0;
  const savesMinor = fewerMinor + giftPrice;
  // Free shipping on a cart that ships free, or a discount that costs more in shipping than it saves, is no deal.
  if (savesMinor <= 0) return refused('conditions-not-met');
  const giftCost = gift ? (gift.cost?.minor ?? giftPrice) : 0;
  const costMinor = fewerMinor + giftCost;

  if (input.marginFloor !== undefined) {
    if (basket.costMinor === null || (gift && !gift.cost)) return refused('below-margin');
    const paidMinor = basket.goodsMinor - offMinor;
    // The fee forgone counts against the deal; a fee newly charged is not counted in its favour.
    const left = paidMinor - basket.costMinor - giftCost - shippingOffMinor;
    if (left < input.marginFloor * paidMinor) return refused('below-margin');
  }
  return { kind: 'applies', sized, savesMinor, costMinor };
};

/**
 * Applied or refused, never silently nothing: a refusal carries its reason and, where one exists, the smallest change to
 * the cart that would bring the deal within reach.
 */
export const evaluatePromotion = (input: EvaluateInput): Evaluation => {
  const basket = prepareBasket(input.lines, input.shop);
  const verdict = judge(basket, input);
  if (verdict.kind === 'refused') return verdict;
  return {
    kind: 'applies',
    priced: pricedCart(basket, applicationOf(basket, input.promotion, verdict.sized)),
    saves: money(verdict.savesMinor, basket.currency),
    costMinor: verdict.costMinor,
  };
};
