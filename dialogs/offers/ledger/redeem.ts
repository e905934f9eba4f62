/**
 * Taking an offer into the cart and letting it go again, and reading the cart as it would be paid. Codes are in
 * `codes.ts`, placing the order in `checkout.ts`, cancelling it in `cancel.ts`, repair in `sweep.ts`.
 */
import type { CartId, OfferId, PromotionId, ShopperId } from '../../../knowledge/domain/ids.ts';
import type { Money } from '../../../knowledge/domain/money.ts';
import type { Offer, OfferRefusal, PricedCart } from '../../../knowledge/domain/offer.ts';
import type { Cart } from '../../../knowledge/domain/order.ts';
import type { Shop } from '../../../knowledge/domain/shop.ts';
import type { Unlock } from '../combine/basket.ts';
import type { DealTrace } from '../combine/combine.ts';
import { type CartDeals, dealsOfCart, traceOf } from '../combine/deals-of-cart.ts';
import { type Nudge, nudgesOf } from '../combine/nudges.ts';
import {
  type LedgerStores,
  offerProblem,
  orderIdOf,
  type Refused,
  redemptionOfOffer,
  refuse,
  withCart,
} from './ledger.ts';
import { reserveDeal } from './reserve.ts';

export interface ApplyInput {
  readonly stores: LedgerStores;
  readonly offer: OfferId;
  readonly shopper: ShopperId;
  readonly cart: CartId;
  readonly shop: Shop;
  readonly now: Date;
}

export type ApplyOutcome =
  | {
      readonly kind: 'applied';
      readonly offer: Offer;
      readonly priced: PricedCart;
      /** What was promised, where this cart would take more and no money is left for that. */
      readonly cappedAt?: Money;
    }
  | Refused;

/**
 * claim -> hold -> reserve -> offer held -> cart shows it. An unexpired quote is honoured though the promotion was changed
 * or stopped since, with the money promised by it; it is priced anew for the cart as it is, by the rule as quoted, together
 * with the other deals there. A cart that would take more than was promised gets that while the pools have it, else what
 * was promised. One that the shopper would pay no less with is refused: nothing is "applied" with
 * no effect. Repeating it changes nothing. Whatever a crash leaves half done lapses with the offer (`sweep`).
 */
export const applyOffer = async (input: ApplyInput): Promise<ApplyOutcome> =>
  (await withCart({ ...input, wait: true }, () => applyLocked(input))) ?? refuse('cart-changed');

const outOfPools: ReadonlySet<OfferRefusal> = new Set(['budget-spent', 'limit-reached']);

const applyLocked = async (input: ApplyInput): Promise<ApplyOutcome> => {
  const { stores, shopper, shop, now } = input;
  let asPromised = false;
  for (let round = 0; round < 4; round++) {
    const [offer, cart] = await Promise.all([stores.offers.get(input.offer), stores.carts.get(input.cart)]);
    const problem = offerProblem(offer, shopper, now);
    if (problem || !offer) return refuse(problem ?? 'unknown-offer');
    if (cart && cart.shopper !== shopper) return refuse('not-yours');
    if (!cart || cart.lines.length === 0) return refuse('empty-cart');
    if (cart.offer && cart.offer !== offer.id) {
      const other = await stores.offers.get(cart.offer);
      if (other?.state === 'held' && !offerProblem(other, shopper, now)) return refuse('already-held');
    }
    const deals = await dealsOfCart({ stores, cart, offer, asPromised, shopper, shop, now });
    if (deals.goods.foreign) return refuse('currency-mismatch');
    if (deals.goods.missing.length > 0) return refuse('out-of-stock');
    const deal = traceOf(deals, { offer: offer.id });
    if (!deal) return refuse('not-active');
    const { saves } = deal;
    if (deal.outcome === 'refused' || !saves) return refuse(deal.reason ?? 'conditions-not-met', deal.unlock);
    const { priced } = deals.combination;
    const { redemption: id, bounds, promise } = deals.claimOf(deal);
    const redemption = await reserveDeal(
      stores,
      {
        redemption: id,
        promotion: offer.promotion,
        shopper,
        cart: cart.id,
        offer: offer.id,
        amount: deals.drawnBy({ ...deal, saves }),
        bounds,
        promise,
        promised: true,
        until: offer.expiresAt,
      },
      now,
    );
    if ('kind' in redemption) {
      // Somebody took what this cart wanted beyond the promise; what was promised is there.
      if (!promise || asPromised || !outOfPools.has(redemption.reason)) return redemption;
      asPromised = true;
      continue;
    }
    const letGo = () => stores.redemptions.release(redemption.id, redemption.attempt);
    const held = await stores.offers.transition(offer.id, ['quoted', 'held', 'released'], 'held', {
      redemption: redemption.id,
      priced,
      saves,
    });
    if (!held) {
      await letGo();
      continue;
    }
    if (cart.offer !== offer.id) {
      const changed = await stores.carts.change(cart.id, cart.version, { lines: cart.lines, offer: offer.id }, now);
      if (!changed) {
        // Lines came or went meanwhile: the amount may be another now.
        await letGo();
        continue;
      }
    }
    const applied: Offer = { ...offer, state: 'held', redemption: redemption.id, priced, saves };
    const capped = deals.cappedAt ? { cappedAt: deals.cappedAt } : {};
    return { kind: 'applied', offer: applied, priced, ...capped };
  }
  return refuse('cart-changed');
};

/**
 * Takes the offer out of the cart; what was held for it is promised again, and what it took beyond that goes back. The deal
 * stands until it expires (it is 'quoted' again), also when the shopper declined it: 'released' no longer shows, but applies.
 */
export const releaseOffer = async (
  input: Omit<ApplyInput, 'shop'> & { readonly declined?: boolean },
): Promise<{ readonly kind: 'released' } | Refused> => {
  const { stores, shopper, now } = input;
  const work = async (): Promise<{ readonly kind: 'released' } | Refused> => {
    const offer = await stores.offers.get(input.offer);
    if (!offer) return refuse('unknown-offer');
    if (offer.shopper !== shopper) return refuse('not-yours');
    if (offer.state === 'redeemed' || offer.state === 'clawed-back') return refuse('already-redeemed');
    const cleared = await clearCart(stores, input.cart, shopper, offer.id, now);
    if (!cleared) return refuse('cart-changed');
    await freeOffer(stores, offer, input.declined ? 'released' : 'quoted');
    return { kind: 'released' };
  };
  return (await withCart({ ...input, wait: true }, work)) ?? refuse('cart-changed');
};

/** Lets go of what an offer holds in a cart; it stands on, with what was promised. */
export const freeOffer = async (stores: LedgerStores, offer: Offer, to: 'quoted' | 'released'): Promise<void> => {
  const redemption = await stores.redemptions.get(redemptionOfOffer(offer, undefined));
  if (redemption?.offer === offer.id && redemption.state !== 'committed') {
    await stores.redemptions.release(redemption.id, redemption.attempt);
  }
  await stores.offers.transition(offer.id, ['quoted', 'held'], to);
};

/** Removes this offer from the cart, whatever else changes there meanwhile; false after too many changes. */
const clearCart = async (
  stores: Pick<LedgerStores, 'carts'>,
  id: CartId,
  shopper: ShopperId,
  offer: OfferId,
  now: Date,
): Promise<boolean> => {
  for (let round = 0; round < 4; round++) {
    const cart = await stores.carts.get(id);
    if (!cart || cart.shopper !== shopper || cart.offer !== offer) return true;
    if (await stores.carts.change(id, cart.version, { lines: cart.lines }, now)) return true;
  }
  return false;
};

/** A code on the cart: at work, or waiting for what its reason says. */
export interface CodeState {
  readonly code: string;
  readonly promotion?: PromotionId;
  readonly applied: boolean;
  readonly reason?: OfferRefusal;
  readonly unlock?: Unlock;
}

export interface CartState {
  readonly cart: Cart;
  readonly priced: PricedCart;
  /** The offer the price includes. */
  readonly offer: Offer | null;
  /** What was promised by it, where this cart would take more and no money is left for that. */
  readonly cappedAt?: Money;
  /** The cart's offer takes nothing off now, and why: 'conditions-not-met' with the nearest change, 'expired' … */
  readonly problem?: { readonly reason: Refused['reason']; readonly unlock?: Unlock; readonly offer: OfferId };
  /** Products of the cart that can't be had in that quantity; not priced. */
  readonly missing: readonly Cart['lines'][number]['product'][];
  /** Every deal that may come onto this cart: what it took off, or why not and what would change that. */
  readonly trace: readonly DealTrace[];
  /** The codes on the cart, in the order they were entered. */
  readonly codes: readonly CodeState[];
  /** The steps it is close to, each tried: add so much and save so much. */
  readonly nudges: readonly Nudge[];
  /** Gifts that may be chosen where an applied deal leaves the choice, those in stock; the one given first. */
  readonly giftChoices: readonly {
    readonly promotion: PromotionId;
    readonly products: readonly Cart['lines'][number]['product'][];
  }[];
}

/**
 * The cart as it would be paid now, under the best combination of its deals. An offer that lapsed or was used is taken
 * off the cart here, lazily, and named once in `problem`; one that takes nothing off as the cart is stays, and says why.
 * Null: no such cart, or another shopper's.
 */
export const readCart = async (input: Omit<ApplyInput, 'offer'>): Promise<CartState | null> => {
  const { stores, shop, shopper, now } = input;
  let cart = await stores.carts.get(input.cart);
  if (!cart || cart.shopper !== shopper) return null;
  // A crash after the order and before the cart was emptied: what was bought is not in the cart any more.
  if (cart.lines.length > 0) {
    const order = await stores.orders.get(orderIdOf(cart));
    if (order && order.status !== 'cancelled') {
      cart = (await stores.carts.change(cart.id, cart.version, { lines: [], codes: [], gifts: [] }, now)) ?? cart;
    }
  }
  const offer = cart.offer ? await stores.offers.get(cart.offer) : null;
  const lapsed = cart.offer ? offerProblem(offer, shopper, now) : null;
  const standing = lapsed ? null : offer;
  let deals = await dealsOfCart({ stores, cart, offer: standing, shopper, shop, now });
  let problem: CartState['problem'];
  let applied: Offer | null = null;
  if (cart.offer) {
    const deal = standing ? traceOf(deals, { offer: standing.id }) : null;
    if (standing && deal?.outcome === 'applied') {
      applied = { ...standing, saves: deal.saves ?? standing.saves };
    } else if (standing && deal) {
      const { reason = 'conditions-not-met', unlock } = deal;
      problem = { reason, ...(unlock ? { unlock } : {}), offer: standing.id };
    } else {
      problem = { reason: lapsed ?? 'not-active', offer: cart.offer };
      const version = orderIdOf(cart);
      // A change of the lines just before can still be taken back.
      const { lines, was } = cart;
      cart = (await stores.carts.change(cart.id, cart.version, { lines, was }, now)) ?? cart;
      // What a repeatable deal is redeemed under goes by the cart's version.
      if (orderIdOf(cart) !== version) deals = await dealsOfCart({ stores, cart, offer: null, shopper, shop, now });
    }
  }
  return {
    cart,
    priced: deals.combination.priced,
    offer: applied,
    ...(applied && deals.cappedAt ? { cappedAt: deals.cappedAt } : {}),
    ...(problem ? { problem } : {}),
    missing: deals.goods.missing,
    trace: deals.combination.trace,
    codes: codesOf(cart, deals),
    nudges: nudgesOf(deals.combined),
    giftChoices: giftChoicesOf(deals),
  };
};

/** Where each code of a cart stands. */
const codesOf = (cart: Pick<Cart, 'codes'>, deals: CartDeals): CodeState[] =>
  (cart.codes ?? []).map((code): CodeState => {
    const deal = traceOf(deals, { code });
    if (!deal) return { code, applied: false, reason: deals.codes.has(code) ? 'not-active' : 'unknown-code' };
    const { promotion, reason, unlock } = deal;
    if (deal.outcome === 'applied') return { code, promotion, applied: true };
    return { code, promotion, applied: false, reason: reason ?? 'conditions-not-met', ...(unlock ? { unlock } : {}) };
  });

const giftChoicesOf = (deals: CartDeals): CartState['giftChoices'] =>
  (deals.combination.priced.deals ?? []).flatMap(deal => {
    const { action } = deals.claimOf(deal).rule;
    if (action.kind !== 'gift' || !action.choices || action.choices.length === 0) return [];
    const given = deals.combination.priced.lines.find((line, i) => line.gift && (deal.offMinor[i] ?? 0) > 0)?.product;
    const possible = [action.product, ...action.choices].filter(id => {
      const product = deals.goods.products.get(id);
      return product && !product.hidden && (product.stock === null || product.stock > 0);
    });
    const products = [...new Set([...(given ? [given] : []), ...possible])];
    return [{ promotion: deal.promotion, products }];
  });
