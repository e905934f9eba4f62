/**
 * What applying, checking out, cancelling and sweeping share: ids, the cart's lock, who stands where with an offer, and
 * what is in a cart. Taking money from the pools is in `reserve.ts`, pricing a cart's deals in `deals-of-cart.ts`.
 */
import { randomUUID } from 'node:crypto';
import type { CartId, OrderId, ProductId, RedemptionId, ShopperId } from '../../../knowledge/domain/ids.ts';
import { asId } from '../../../knowledge/domain/ids.ts';
import type { Offer, OfferRefusal } from '../../../knowledge/domain/offer.ts';
import type { Cart, CartLine, Order, OrderDeal } from '../../../knowledge/domain/order.ts';
import { isOncePerShopper } from '../../../knowledge/domain/pool.ts';
import { inStock, type Product } from '../../../knowledge/domain/product.ts';
import type { Limits, Promotion } from '../../../knowledge/domain/promotion.ts';
import type { Shop } from '../../../knowledge/domain/shop.ts';
import type { Stores } from '../../../knowledge/ports.ts';
import type { BasketLine, Unlock } from '../combine/basket.ts';

export type LedgerStores = Pick<
  Stores,
  'offers' | 'promotions' | 'redemptions' | 'pools' | 'codes' | 'carts' | 'products' | 'orders' | 'shoppers' | 'locks'
>;

export interface Refused {
  readonly kind: 'refused';
  readonly reason: OfferRefusal;
  /** The smallest change to the cart that would bring the deal within reach. */
  readonly unlock?: Unlock;
}

export const refuse = (reason: OfferRefusal, unlock?: Unlock): Refused =>
  unlock ? { kind: 'refused', reason, unlock } : { kind: 'refused', reason };

/** One order per state of a cart: two clicks on the same cart can't place two. */
export const orderIdOf = (cart: Pick<Cart, 'id' | 'version'>): OrderId => asId(`${cart.id}.v${cart.version}`);

/** The cart an order id was made from; null for orders that came from elsewhere. */
export const cartIdOf = (order: OrderId): CartId | null => {
  const cart = /^(.+)\.v\d+$/.exec(order)?.[1];
  return cart === undefined ? null : asId<CartId>(cart);
};

export interface RedemptionOf {
  readonly promotion: Promotion['id'];
  readonly limits: Limits | undefined;
  readonly shopper: ShopperId;
  /** The quote, for a personal deal; the others are used once per order. */
  readonly offer?: Offer['id'] | undefined;
  readonly order?: OrderId | undefined;
}

/**
 * The redemption of a deal. Where a shopper has one use it is the same id every time, which is what makes a second one
 * impossible; where they have more, each quote or each order has its own, and the shopper's pool counts.
 */
export const redemptionIdOf = ({ promotion, limits, shopper, offer, order }: RedemptionOf): RedemptionId =>
  isOncePerShopper(limits)
    ? asId(`${promotion}:${shopper}`)
    : asId(`${promotion}:${shopper}:${offer ?? order ?? 'once'}`);

/** The redemption an offer has or would have. */
export const redemptionOfOffer = (offer: Offer, limits: Limits | undefined): RedemptionId =>
  offer.redemption ?? redemptionIdOf({ promotion: offer.promotion, limits, shopper: offer.shopper, offer: offer.id });

type DealOfOrder = Pick<OrderDeal, 'promotion' | 'offer' | 'code' | 'saves' | 'redemption'> & Partial<OrderDeal>;

/** The deals of an order; of one placed before orders listed them, the one its offer names. */
export const dealsOf = (order: Order): readonly DealOfOrder[] => {
  if (order.deals) return order.deals;
  const { offer, promotion } = order;
  if (!offer || !promotion) return [];
  const redemption = asId<RedemptionId>(`${promotion}:${order.shopper}`);
  return [{ promotion, offer, saves: order.discount, redemption }];
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

/** What is in the cart, with its products fresh from the store; `missing` names products that can't be bought. */
export interface CartGoods {
  readonly lines: readonly BasketLine[];
  readonly products: ReadonlyMap<ProductId, Product>;
  readonly missing: readonly ProductId[];
  /** Some are priced in another currency than the shop's. */
  readonly foreign: boolean;
}

/** Reads the products of some lines, and those that the rules beside them may add. */
export const readGoods = async (
  stores: Pick<Stores, 'products'>,
  lines: readonly CartLine[],
  shop: Pick<Shop, 'currency'>,
  rules: readonly Pick<Promotion, 'action'>[],
): Promise<CartGoods> => {
  const ids = lines.map(l => l.product);
  for (const { action } of rules) if (action.kind === 'gift') ids.push(action.product, ...(action.choices ?? []));
  const products = new Map((await stores.products.many([...new Set(ids)])).map(p => [p.id, p]));
  const found: BasketLine[] = [];
  const missing: ProductId[] = [];
  let foreign = false;
  for (const { product: id, quantity } of lines) {
    const product = products.get(id);
    const ours = product?.price.currency === shop.currency;
    if (product && !ours) foreign = true;
    if (product && ours && !product.hidden && inStock(product, quantity)) found.push({ product, quantity });
    else missing.push(id);
  }
  return { lines: found, products, missing, foreign };
};

/** True when everything the offer was quoted for is in the cart, whatever else is. */
export const coversQuote = (lines: readonly BasketLine[], basket: Offer['basket']): boolean => {
  const there = new Map<ProductId, number>();
  for (const line of lines) there.set(line.product.id, (there.get(line.product.id) ?? 0) + line.quantity);
  return basket.every(line => line.quantity <= (there.get(line.product) ?? 0));
};

/** True when the cart asks for no more of anything than the offer was quoted for. */
export const isWithinQuote = (lines: readonly BasketLine[], basket: Offer['basket']): boolean => {
  const quoted = new Map<ProductId, number>();
  for (const line of basket) quoted.set(line.product, (quoted.get(line.product) ?? 0) + line.quantity);
  return lines.every(line => line.quantity <= (quoted.get(line.product.id) ?? 0));
};
