/** Taking an offer into the cart and letting it go again. Placing the order is in `checkout.ts`, repair in `sweep.ts`. */
import type { CartId, OfferId, ShopperId } from '../../knowledge/domain/ids.ts';
import type { Offer, PricedCart } from '../../knowledge/domain/offer.ts';
import type { Cart } from '../../knowledge/domain/order.ts';
import type { Shop } from '../../knowledge/domain/shop.ts';
import type { Unlock } from './basket.ts';
import {
  evaluateOffer,
  type LedgerStores,
  offerProblem,
  orderIdOf,
  type Refused,
  readGoods,
  redemptionIdOf,
  refuse,
  reserveAmount,
  ruleOf,
  withCart,
} from './ledger.ts';
import { priceCart } from './price.ts';

export interface ApplyInput {
  readonly stores: LedgerStores;
  readonly offer: OfferId;
  readonly shopper: ShopperId;
  readonly cart: CartId;
  readonly shop: Shop;
  readonly now: Date;
}

export type ApplyOutcome = { readonly kind: 'applied'; readonly offer: Offer; readonly priced: PricedCart } | Refused;

/**
 * claim -> hold -> reserve -> offer held -> cart shows it. An unexpired quote is honoured though the promotion was changed
 * or stopped since, as long as its pool has the money; it is priced anew for the cart as it is, by the rule as quoted.
 * Repeating it changes nothing. Whatever a crash leaves half done lapses with the offer (`sweep`).
 */
export const applyOffer = async (input: ApplyInput): Promise<ApplyOutcome> =>
  (await withCart({ ...input, wait: true }, () => applyLocked(input))) ?? refuse('cart-changed');

const applyLocked = async (input: ApplyInput): Promise<ApplyOutcome> => {
  const { stores, shopper, now } = input;
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
    const rule = await ruleOf(stores, offer);
    if (!rule) return refuse('not-active');
    const goods = await readGoods(stores, cart.lines, rule);
    if (goods.missing.length > 0) return refuse('out-of-stock');
    const evaluation = await evaluateOffer({ ...input, offer, rule, goods });
    if (evaluation.kind === 'refused') return evaluation;

    const { priced, saves } = evaluation;
    const redemption = await reserveAmount({ stores, offer, cart: cart.id, amount: saves, now });
    if ('kind' in redemption) return redemption;
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
    return { kind: 'applied', offer: { ...offer, state: 'held', redemption: redemption.id, priced, saves }, priced };
  }
  return refuse('cart-changed');
};

/**
 * Takes the offer out of the cart and gives its money back to the pool. The deal itself stands until it expires (it is
 * 'quoted' again), unless the shopper declined it: then it is 'released', which no longer shows but still applies.
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
    const redemption = await stores.redemptions.get(redemptionIdOf(offer));
    if (redemption?.offer === offer.id && redemption.state !== 'committed') {
      await stores.redemptions.release(redemption.id, redemption.attempt);
    }
    await stores.offers.transition(offer.id, ['quoted', 'held'], input.declined ? 'released' : 'quoted');
    return { kind: 'released' };
  };
  return (await withCart({ ...input, wait: true }, work)) ?? refuse('cart-changed');
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

export interface CartState {
  readonly cart: Cart;
  readonly priced: PricedCart;
  /** The offer the price includes. */
  readonly offer: Offer | null;
  /** The cart's offer takes nothing off now, and why: 'conditions-not-met' with the nearest change, 'expired' … */
  readonly problem?: { readonly reason: Refused['reason']; readonly unlock?: Unlock; readonly offer: OfferId };
  /** Products of the cart that can't be had in that quantity; not priced. */
  readonly missing: Cart['lines'][number]['product'][];
}

/**
 * The cart as it would be paid now. An offer that lapsed or was used is taken off the cart here, lazily, and named once in
 * `problem`; one whose condition the cart no longer meets stays, without effect, and says what it lacks.
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
      cart = (await stores.carts.change(cart.id, cart.version, { lines: [] }, now)) ?? cart;
    }
  }
  const offer = cart.offer ? await stores.offers.get(cart.offer) : null;
  const rule = offer ? await ruleOf(stores, offer) : null;
  const goods = await readGoods(stores, cart.lines, rule ?? undefined);
  const missing = [...goods.missing];
  const plain = (): PricedCart => priceCart({ lines: goods.lines, shop });
  if (!cart.offer) return { cart, priced: plain(), offer: null, missing };

  const problem = offerProblem(offer, shopper, now) ?? (rule ? null : 'not-active');
  if (problem || !offer || !rule) {
    const { offer: lapsed } = cart;
    cart = (await stores.carts.change(cart.id, cart.version, { lines: cart.lines }, now)) ?? cart;
    return {
      cart,
      priced: plain(),
      offer: null,
      problem: { reason: problem ?? 'unknown-offer', offer: lapsed },
      missing,
    };
  }
  const evaluation = await evaluateOffer({ stores, offer, rule, goods, shop, now });
  if (evaluation.kind === 'applies') {
    return { cart, priced: evaluation.priced, offer: { ...offer, saves: evaluation.saves }, missing };
  }
  const { kind: _, ...why } = evaluation;
  return { cart, priced: plain(), offer: null, problem: { ...why, offer: offer.id }, missing };
};
