/**
 * What applying, checking out and sweeping share: who stands where with an offer, and the steps that take its money from
 * the pool. Every write is one conditional step of the protocol in house.md section 4.
 */
import { randomUUID } from 'node:crypto';
import type { CartId, OrderId, ProductId, RedemptionId, ShopperId } from '../../knowledge/domain/ids.ts';
import { asId } from '../../knowledge/domain/ids.ts';
import type { Money } from '../../knowledge/domain/money.ts';
import type { Offer, OfferRefusal, Redemption } from '../../knowledge/domain/offer.ts';
import type { Cart, CartLine } from '../../knowledge/domain/order.ts';
import { inStock, type Product } from '../../knowledge/domain/product.ts';
import type { Shop } from '../../knowledge/domain/shop.ts';
import type { Stores } from '../../knowledge/ports.ts';
import type { BasketLine, Unlock } from './basket.ts';
import { type Evaluation, evaluatePromotion } from './evaluate.ts';
import type { PromotionRule } from './price.ts';

export type LedgerStores = Pick<
  Stores,
  'offers' | 'promotions' | 'redemptions' | 'carts' | 'products' | 'orders' | 'locks'
>;

export interface Refused {
  readonly kind: 'refused';
  readonly reason: OfferRefusal;
  /** The smallest change to the cart that would bring the deal within reach. */
  readonly unlock?: Unlock;
}

export const refuse = (reason: OfferRefusal, unlock?: Unlock): Refused =>
  unlock ? { kind: 'refused', reason, unlock } : { kind: 'refused', reason };

/** One redemption per promotion and shopper: this id is what makes a second one impossible. */
export const redemptionIdOf = (offer: Pick<Offer, 'promotion' | 'shopper'>): RedemptionId =>
  asId(`${offer.promotion}:${offer.shopper}`);

/** One order per state of a cart: two clicks on the same cart can't place two. */
export const orderIdOf = (cart: Pick<Cart, 'id' | 'version'>): OrderId => asId(`${cart.id}.v${cart.version}`);

/** The cart an order id was made from; null for orders that came from elsewhere. */
export const cartIdOf = (order: OrderId): CartId | null => {
  const cart = /^(.+)\.v\d+$/.exec(order)?.[1];
  return cart === undefined ? null : asId<CartId>(cart);
};

const leaseMilliseconds = 15_000;
const pollMilliseconds = 20;
const patienceMilliseconds = 3_000;

/**
 * Runs `work` as the only one that applies, places or sweeps anything of this cart, across processes. The lease outlives a
 * crash by 15 s; should work outlast it, its conditional writes still decide. Null: somebody else had the cart too long.
 */
export const withCart = async <T>(
  input: { readonly stores: Pick<Stores, 'locks'>; readonly cart: CartId; readonly now: Date; readonly wait: boolean },
  work: () => Promise<T>,
): Promise<T | null> => {
  const { locks } = input.stores;
  const name = `cart:${input.cart}`;
  const owner = randomUUID();
  for (let waited = 0; !(await locks.take(name, owner, input.now, leaseMilliseconds)); waited += pollMilliseconds) {
    if (!input.wait || waited >= patienceMilliseconds) return null;
    await new Promise(resolve => setTimeout(resolve, pollMilliseconds));
  }
  try {
    return await work();
  } finally {
    await locks.release(name, owner);
  }
};

/** Why this shopper can't use this offer now; null: it stands. A released one stands until it expires: it was promised. */
export const offerProblem = (offer: Offer | null, shopper: ShopperId, now: Date): OfferRefusal | null => {
  if (!offer) return 'unknown-offer';
  if (offer.shopper !== shopper) return 'not-yours';
  if (offer.state === 'redeemed' || offer.state === 'clawed-back') return 'already-redeemed';
  if (offer.state === 'expired' || offer.expiresAt.getTime() <= now.getTime()) return 'expired';
  return null;
};

/** What is in the cart, with its products fresh from the store; `missing` names products that are no longer sold. */
export interface CartGoods {
  readonly lines: readonly BasketLine[];
  readonly products: ReadonlyMap<ProductId, Product>;
  readonly missing: readonly ProductId[];
}

/** Reads the products of some lines, and those a rule may add or look for. */
export const readGoods = async (
  stores: Pick<Stores, 'products'>,
  lines: readonly CartLine[],
  rule?: PromotionRule,
): Promise<CartGoods> => {
  const ids = lines.map(l => l.product);
  if (rule?.action.kind === 'gift') ids.push(rule.action.product);
  const products = new Map((await stores.products.many([...new Set(ids)])).map(p => [p.id, p]));
  const found: BasketLine[] = [];
  const missing: ProductId[] = [];
  for (const { product: id, quantity } of lines) {
    const product = products.get(id);
    if (product && !product.hidden && inStock(product, quantity)) found.push({ product, quantity });
    else missing.push(id);
  }
  return { lines: found, products, missing };
};

/** The rule an offer is priced by: as it was quoted; the promotion's own for offers older than that. */
export const ruleOf = async (stores: Pick<Stores, 'promotions'>, offer: Offer): Promise<PromotionRule | null> =>
  offer.rule ?? (await stores.promotions.get(offer.promotion));

const within = (lines: readonly BasketLine[], basket: Offer['basket']): boolean => {
  const quoted = new Map<ProductId, number>();
  for (const line of basket) quoted.set(line.product, (quoted.get(line.product) ?? 0) + line.quantity);
  return lines.every(line => line.quantity <= (quoted.get(line.product.id) ?? 0));
};

/**
 * The offer on the cart as it is now. Nothing about the promotion's present is asked: the quote is kept. Only a cart that
 * goes beyond what was quoted must not be sold below cost, which nobody promised.
 */
export const evaluateOffer = async (input: {
  readonly stores: Pick<Stores, 'orders'>;
  readonly offer: Offer;
  readonly rule: PromotionRule;
  readonly goods: CartGoods;
  readonly shop: Shop;
  readonly now: Date;
}): Promise<Evaluation> => {
  const { offer, rule, goods } = input;
  const asksFirstOrder = rule.conditions.some(c => c.kind === 'first-order');
  const orders = asksFirstOrder ? await input.stores.orders.ofShopper(offer.shopper, 20) : [];
  return evaluatePromotion({
    promotion: { ...rule, active: true, startsAt: offer.quotedAt, endsAt: offer.expiresAt },
    lines: goods.lines,
    shop: input.shop,
    shopper: { segments: [], orderCount: orders.filter(o => o.status !== 'cancelled').length },
    now: input.now,
    products: goods.products,
    promised: true,
    ...(within(goods.lines, offer.basket) ? {} : { marginFloor: 0 }),
  });
};

const claimMilliseconds = 60_000;

/**
 * claim -> hold -> reserve: takes `amount` from the promotion's pool for this cart until the offer expires. A
 * reservation of the same offer for another amount or cart is let go first; that of another offer still standing is not.
 */
export const reserveAmount = async (input: {
  readonly stores: Pick<Stores, 'redemptions'>;
  readonly offer: Offer;
  readonly cart: CartId;
  readonly amount: Money;
  readonly now: Date;
}): Promise<Redemption | Refused> => {
  const { offer, amount, now } = input;
  const { redemptions } = input.stores;
  const soon = new Date(Math.min(offer.expiresAt.getTime(), now.getTime() + claimMilliseconds));
  for (let round = 0; round < 8; round++) {
    const redemption = await redemptions.claim({
      id: redemptionIdOf(offer),
      promotion: offer.promotion,
      shopper: offer.shopper,
      offer: offer.id,
      cart: input.cart,
      amount,
      expiresAt: soon,
    });
    if (redemption.state === 'committed') return refuse('already-redeemed');
    if (redemption.state === 'reserved') {
      const ours = redemption.offer === offer.id;
      if (ours && redemption.cart === input.cart && redemption.amount.minor === amount.minor) return redemption;
      if (!ours && redemption.expiresAt.getTime() > now.getTime()) return refuse('already-held');
      await redemptions.release(redemption.id, redemption.attempt);
      continue;
    }
    const held = await redemptions.hold(redemption, now, true);
    if (held !== 'held') {
      await redemptions.release(redemption.id, redemption.attempt);
      return refuse(held);
    }
    if (await redemptions.reserve(redemption.id, redemption.attempt, offer.expiresAt)) {
      return { ...redemption, state: 'reserved', expiresAt: offer.expiresAt };
    }
    // Somebody started a new life of this redemption meanwhile: give this attempt's hold back and look again.
    await redemptions.release(redemption.id, redemption.attempt);
  }
  return refuse('cart-changed');
};
