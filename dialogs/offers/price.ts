/** Prices a cart under at most one promotion. The parts of what comes out always add up. */
import type { ProductId } from '../../knowledge/domain/ids.ts';
import { money } from '../../knowledge/domain/money.ts';
import type { PricedCart } from '../../knowledge/domain/offer.ts';
import { inStock, type Product } from '../../knowledge/domain/product.ts';
import type { Promotion } from '../../knowledge/domain/promotion.ts';
import type { Shop } from '../../knowledge/domain/shop.ts';
import { effectOf } from './actions/catalogue.ts';
import { type Basket, type BasketLine, lineMinor, prepareBasket } from './basket.ts';
import { conditionHolds, isAboutCart } from './conditions.ts';

export type PromotionRule = Pick<Promotion, 'conditions' | 'action'>;

/** A rule at work on one basket; amounts in minor units. */
export interface Application {
  readonly off: readonly number[];
  readonly offMinor: number;
  readonly gift: Product | null;
  /** Fee before the promotion takes it off. */
  readonly feeMinor: number;
  readonly shippingOffMinor: number;
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

export const plainApplication = (basket: Basket): Application => ({
  off: basket.lines.map(() => 0),
  offMinor: 0,
  gift: null,
  feeMinor: feeFor(basket, 0),
  shippingOffMinor: 0,
});

export type ApplyResult =
  | { readonly kind: 'applied'; readonly application: Application }
  | { readonly kind: 'not-reached' }
  | { readonly kind: 'gift-unavailable' };

/** Applies the action alone; the conditions are the caller's. */
export const applyAction = (
  basket: Basket,
  action: Promotion['action'],
  products: ReadonlyMap<ProductId, Product> | undefined,
): ApplyResult => {
  const effect = effectOf(action, basket);
  if (!effect) return { kind: 'not-reached' };
  let gift: Product | null = null;
  if (effect.gift) {
    const inCart = basket.lines.find(l => l.product.id === effect.gift);
    gift = inCart?.product ?? products?.get(effect.gift) ?? null;
    // The gift needs a unit of its own beside those the shopper pays for.
    if (!gift || gift.hidden || gift.price.currency !== basket.currency) return { kind: 'gift-unavailable' };
    if (!inStock(gift, 1 + (inCart?.quantity ?? 0))) return { kind: 'gift-unavailable' };
  }
  const offMinor = effect.off.reduce((a, b) => a + b, 0);
  const feeMinor = feeFor(basket, offMinor);
  return {
    kind: 'applied',
    application: { off: effect.off, offMinor, gift, feeMinor, shippingOffMinor: effect.freeShipping ? feeMinor : 0 },
  };
};

/** The cart as the shopper reads it: their lines in their order, then the gift at price with its full discount. */
export const pricedCart = (basket: Basket, application: Application): PricedCart => {
  const { currency } = basket;
  const lines: PricedCart['lines'][number][] = basket.shown.map(place => {
    const line = basket.lines[place] as BasketLine;
    const off = application.off[place] ?? 0;
    return {
      product: line.product.id,
      quantity: line.quantity,
      unitPrice: line.product.price,
      discount: money(off, currency),
      paid: money(lineMinor(line) - off, currency),
      gift: false,
    };
  });
  const { gift } = application;
  if (gift) {
    lines.push({
      product: gift.id,
      quantity: 1,
      unitPrice: gift.price,
      discount: gift.price,
      paid: money(0, currency),
      gift: true,
    });
  }
  const subtotal = basket.goodsMinor + (gift?.price.minor ?? 0);
  const discount = application.offMinor + (gift?.price.minor ?? 0);
  const shipping = application.feeMinor - application.shippingOffMinor;
  return {
    lines,
    subtotal: money(subtotal, currency),
    discount: money(discount, currency),
    shipping: money(shipping, currency),
    shippingDiscount: money(application.shippingOffMinor, currency),
    total: money(subtotal - discount + shipping, currency),
  };
};

export interface PriceInput {
  readonly lines: readonly BasketLine[];
  readonly shop: Shop;
  /** Without it the cart is priced plainly. */
  readonly promotion?: PromotionRule;
  /** Where a gift's product is looked up when it is not in the cart. */
  readonly products?: ReadonlyMap<ProductId, Product>;
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
  const result = met ? applyAction(basket, promotion.action, input.products) : null;
  return pricedCart(basket, result?.kind === 'applied' ? result.application : plainApplication(basket));
};
