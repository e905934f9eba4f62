/** Prices a cart under the deals it has. The parts of what comes out always add up. */
import type { ProductId, PromotionId } from '../../../knowledge/domain/ids.ts';
import { money } from '../../../knowledge/domain/money.ts';
import type { AppliedDeal, PricedCart } from '../../../knowledge/domain/offer.ts';
import { inStock, type Product } from '../../../knowledge/domain/product.ts';
import type { Promotion } from '../../../knowledge/domain/promotion.ts';
import type { Shop } from '../../../knowledge/domain/shop.ts';
import type { Size } from '../actions/action-rule.ts';
import { offOf, sizeOf } from '../actions/catalogue.ts';
import { conditionHolds, isAboutCart } from '../choose/conditions.ts';
import { type Basket, type BasketLine, lineMinor, prepareBasket } from './basket.ts';

/** A rule that prices; with its id the priced cart names the deal. */
export type PromotionRule = Pick<Promotion, 'conditions' | 'action'> & { readonly id?: PromotionId };

/** What one deal does on one basket; amounts in minor units. */
export interface DealEffect {
  /** Absent: priced by a rule of no name. */
  readonly deal?: Pick<AppliedDeal, 'promotion' | 'kind' | 'offer' | 'code'>;
  /** Off each line of `basket.lines`. */
  readonly off: readonly number[];
  readonly gift: Product | null;
  readonly shippingOffMinor: number;
}

/** How much a rule does to one basket, before it is divided over the lines; amounts in minor units. */
export interface SizedDeal {
  readonly size: Size;
  readonly gift: Product | null;
  /** Fee before the promotion takes it off. */
  readonly feeMinor: number;
  readonly shippingOffMinor: number;
}

/** A rule at work on one basket; amounts in minor units. */
export interface Application extends DealEffect {
  /** Fee before the promotion takes it off. */
  readonly feeMinor: number;
}

/**
 * Shipping is decided on the goods after the discount: a cart that a discount takes below `freeShippingFrom` pays the
 * fee, and `evaluatePromotion` then counts the fee against the deal. An empty cart ships nothing.
 */
export const feeFor = (basket: Basket, offMinor: number): number => {
  if (basket.lines.length === 0) return 0;
  const from = basket.shop.freeShippingFrom;
  return from && basket.goodsMinor - offMinor >= from.minor ? 0 : basket.shop.shippingFee.minor;
};

const plainApplication = (basket: Basket): Application => ({
  off: basket.lines.map(() => 0),
  gift: null,
  feeMinor: feeFor(basket, 0),
  shippingOffMinor: 0,
});

export interface GiftQuestion {
  /** Where a gift is looked up when it is not in the cart. */
  readonly products?: ReadonlyMap<ProductId, Product> | undefined;
  /** The one the shopper would rather have; not among what the rule gives: the rule's own first. */
  readonly wish?: ProductId | undefined;
  /** Given already by deals before. */
  readonly given?: readonly Product[];
}

/** The shopper's wish or the first that is in stock: a gift needs a unit of its own beside those that are paid for. */
export const giftFrom = (basket: Basket, gifts: readonly ProductId[], question: GiftQuestion): Product | null => {
  const { wish } = question;
  if (wish !== undefined && gifts.includes(wish)) {
    const wished = availableGift(basket, wish, question);
    if (wished) return wished;
  }
  for (const id of gifts) {
    const gift = availableGift(basket, id, question);
    if (gift) return gift;
  }
  return null;
};

const availableGift = (basket: Basket, id: ProductId, { products, given }: GiftQuestion): Product | null => {
  const inCart = basket.lines.find(l => l.product.id === id);
  const gift = inCart?.product ?? products?.get(id);
  if (!gift || gift.hidden || gift.price.currency !== basket.currency) return null;
  const before = given ? given.filter(g => g.id === id).length : 0;
  return inStock(gift, 1 + before + (inCart?.quantity ?? 0)) ? gift : null;
};

/** Applies the action alone; the conditions are the caller's. Hundreds are sized for one decision, one of them is priced. */
export const sizeAction = (
  basket: Basket,
  action: Promotion['action'],
  question: GiftQuestion = {},
): SizedDeal | 'not-reached' | 'gift-unavailable' => {
  const size = sizeOf(action, basket);
  if (!size) return 'not-reached';
  const gift = size.gifts ? giftFrom(basket, size.gifts, question) : null;
  if (size.gifts && !gift) return 'gift-unavailable';
  const feeMinor = feeFor(basket, size.offMinor);
  return { size, gift, feeMinor, shippingOffMinor: size.freeShipping ? feeMinor : 0 };
};

/** Line by line, written down under the promotion's name if it has one. */
export const applicationOf = (
  basket: Basket,
  { id, action }: Omit<PromotionRule, 'conditions'>,
  sized: SizedDeal,
): Application => {
  const { size, gift, feeMinor, shippingOffMinor } = sized;
  const off = offOf(action, basket, size);
  return id
    ? { deal: { promotion: id, kind: action.kind }, off, gift, feeMinor, shippingOffMinor }
    : { off, gift, feeMinor, shippingOffMinor };
};

/** The cart as the shopper reads it: their lines in their order, then the gifts at price with their full discount. */
export const cartUnder = (basket: Basket, effects: readonly DealEffect[], feeMinor: number): PricedCart => {
  const { currency, shown } = basket;
  const gifts = effects.flatMap(e => e.gift ?? []);
  const giftsMinor = gifts.reduce((sum, g) => sum + g.price.minor, 0);
  let goodsOff = 0;
  let shippingOff = 0;
  for (const effect of effects) {
    for (const off of effect.off) goodsOff += off;
    shippingOff += effect.shippingOffMinor;
  }
  const lines: PricedCart['lines'][number][] = shown.map(place => {
    const line = basket.lines[place] as BasketLine;
    const off = effects.reduce((sum, e) => sum + (e.off[place] ?? 0), 0);
    return {
      product: line.product.id,
      quantity: line.quantity,
      unitPrice: line.product.price,
      discount: money(off, currency),
      paid: money(lineMinor(line) - off, currency),
      gift: false,
    };
  });
  for (const gift of gifts) {
    lines.push({
      product: gift.id,
      quantity: 1,
      unitPrice: gift.price,
      discount: gift.price,
      paid: money(0, currency),
      gift: true,
    });
  }
  let giftsBefore = 0;
  const deals = effects.flatMap((effect): AppliedDeal[] => {
    const offMinor = [...shown.map(place => effect.off[place] ?? 0), ...gifts.map(() => 0)];
    if (effect.gift) offMinor[shown.length + giftsBefore++] = effect.gift.price.minor;
    if (!effect.deal) return [];
    const saves = offMinor.reduce((a, b) => a + b, effect.shippingOffMinor);
    return [{ ...effect.deal, offMinor, shippingOffMinor: effect.shippingOffMinor, saves: money(saves, currency) }];
  });
  const subtotal = basket.goodsMinor + giftsMinor;
  const discount = goodsOff + giftsMinor;
  const shipping = feeMinor - shippingOff;
  return {
    lines,
    subtotal: money(subtotal, currency),
    discount: money(discount, currency),
    shipping: money(shipping, currency),
    shippingDiscount: money(shippingOff, currency),
    total: money(subtotal - discount + shipping, currency),
    deals,
  };
};

/** The cart under one rule. */
export const pricedCart = (basket: Basket, application: Application): PricedCart =>
  cartUnder(basket, [application], application.feeMinor);

export interface PriceInput {
  readonly lines: readonly BasketLine[];
  readonly shop: Shop;
  /** Without it the cart is priced plainly. */
  readonly promotion?: PromotionRule;
  /** Where a gift's product is looked up when it is not in the cart. */
  readonly products?: ReadonlyMap<ProductId, Product>;
  /** The gift the shopper took where the promotion leaves the choice. */
  readonly gift?: ProductId;
}

/**
 * The total of a cart. A promotion whose cart conditions are not met, or whose gift is gone, takes nothing off:
 * `evaluatePromotion` says why. Conditions about the person are not asked here.
 * Throws TypeError when a product is priced in another currency than the shop's.
 */
export const priceCart = (input: PriceInput): PricedCart => {
  const basket = prepareBasket(input.lines, input.shop);
  if (!basket.oneCurrency) {
    throw new TypeError(`Can't price a cart that is not all in the shop's currency, ${basket.currency}`);
  }
  const { promotion } = input;
  if (!promotion) return pricedCart(basket, plainApplication(basket));
  const nobody = { segments: [], orderCount: 0 };
  const met = promotion.conditions.every(c => !isAboutCart(c) || conditionHolds(c, basket, nobody));
  const sized = met
    ? sizeAction(basket, promotion.action, { products: input.products, wish: input.gift })
    : 'not-reached';
  return pricedCart(
    basket,
    typeof sized === 'string' ? plainApplication(basket) : applicationOf(basket, promotion, sized),
  );
};
