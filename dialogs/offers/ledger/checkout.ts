/**
 * Placing the order: price -> reserve every deal -> take stock -> insert the order -> commit every deal -> offer
 * redeemed -> cart emptied -> settle the stock. Each step can be repeated, so a second click, a retry after a crash, or the
 * sweeper finishes what was begun.
 */
import type { CartId, OrderId, RedemptionId, ShopperId } from '../../../knowledge/domain/ids.ts';
import type { Money } from '../../../knowledge/domain/money.ts';
import type { Offer, OfferRefusal, PricedCart, Redemption } from '../../../knowledge/domain/offer.ts';
import type { Cart, Order, OrderDeal, OrderLine } from '../../../knowledge/domain/order.ts';
import type { Product } from '../../../knowledge/domain/product.ts';
import type { Shop } from '../../../knowledge/domain/shop.ts';
import { type CartDeals, dealsOfCart, traceOf } from '../combine/deals-of-cart.ts';
import { type CheckoutOutcome, checkoutMilliseconds, finishOrUndo, type JustPlaced } from './finish-order.ts';
import { type LedgerStores, offerProblem, orderIdOf, type Refused, refuse, withCart } from './ledger.ts';
import { giveBackStock, takeStock } from './order-stock.ts';
import { freeOffer } from './redeem.ts';
import { reserveDeal } from './reserve.ts';

export interface CheckoutInput {
  readonly stores: LedgerStores;
  readonly cart: CartId;
  readonly shopper: ShopperId;
  readonly shop: Shop;
  /** The same key again finds the same order; a page makes one per checkout it shows. */
  readonly idempotencyKey: string;
  /** What the shopper reads and types; given the order's id so that a repeated step can make the same one. */
  readonly makeOrderNumber: (order: OrderId) => string;
  /** Lower case; kept with the order so that a guest can prove it. */
  readonly email?: string;
  /** The total the shopper saw: a cart that would come to more is refused as changed, so that they see the new one first. */
  readonly seen?: Money;
  readonly now: Date;
}

/**
 * All deals of the price or none: a deal whose pool is empty in the very moment undoes the others and is the refusal. A
 * cart whose offer lapsed is refused and the offer taken off it, so that nobody pays more than they saw.
 */
export const checkout = async (input: CheckoutInput): Promise<CheckoutOutcome> =>
  (await withCart({ ...input, wait: true }, () => checkoutLocked(input))) ?? refuse('cart-changed');

/** The cart is best paid without the offer: the shopper loses nothing, and the offer stands. */
const lostToBetter: ReadonlySet<OfferRefusal> = new Set([
  'better-deal-applies',
  'excluded-by-group',
  'makes-order-free',
]);

const checkoutLocked = async (input: CheckoutInput): Promise<CheckoutOutcome> => {
  const { stores, shop, shopper, now } = input;
  const [recent, cart] = await Promise.all([stores.orders.ofShopper(shopper, 20), stores.carts.get(input.cart)]);
  const earlier = recent.find(
    o => o.cart === input.cart && o.checkoutKey === input.idempotencyKey && o.status !== 'cancelled',
  );
  if (earlier) return finishOrUndo(stores, earlier, now);
  if (cart && cart.shopper !== shopper) return refuse('not-yours');
  if (!cart || cart.lines.length === 0) return refuse('empty-cart');
  // Another key on the very same cart: the first click's order, perhaps not finished when the process died.
  const same = await stores.orders.get(orderIdOf(cart));
  if (same && same.status !== 'cancelled') return finishOrUndo(stores, same, now);

  const offer = cart.offer ? await stores.offers.get(cart.offer) : null;
  const problem = cart.offer ? offerProblem(offer, shopper, now) : null;
  if (problem) {
    await stores.carts.change(cart.id, cart.version, { lines: cart.lines }, now);
    return refuse(problem);
  }
  const deals = await dealsOfCart({ stores, cart, offer, shopper, shop, now });
  if (deals.goods.foreign) return refuse('currency-mismatch');
  if (deals.goods.missing.length > 0) return refuse('out-of-stock');
  const { priced } = deals.combination;
  let applied = offer;
  if (offer) {
    const deal = traceOf(deals, { offer: offer.id });
    if (!deal) return refuse('not-active');
    if (deal.outcome === 'refused') {
      const reason = deal.reason ?? 'conditions-not-met';
      if (!lostToBetter.has(reason)) return refuse(reason, deal.unlock);
      if (offer.state === 'held') await freeOffer(stores, offer, 'quoted');
      applied = null;
    }
  }
  if (input.seen && (input.seen.currency !== shop.currency || priced.total.minor > input.seen.minor)) {
    return refuse('cart-changed');
  }
  const reserved = await reserveAll(input, cart, deals, applied);
  if ('kind' in reserved) return reserved;
  return place(input, { cart, deals, offer: applied, reserved });
};

type Reserved = JustPlaced['reserved'];

/** Reserves every deal of the price, in one order for all carts; a refusal lets go of those reserved before it. */
const reserveAll = async (
  { stores, shopper, now }: CheckoutInput,
  cart: Cart,
  { combination, claimOf, drawnBy }: CartDeals,
  offer: Offer | null,
): Promise<Reserved | Refused> => {
  const reserved = new Map<RedemptionId, Redemption>();
  const deals = [...(combination.priced.deals ?? [])].sort((a, b) => (a.promotion < b.promotion ? -1 : 1));
  for (const deal of deals) {
    const { redemption, bounds, promise } = claimOf(deal);
    const personal = deal.offer !== undefined && deal.offer === offer?.id ? offer : null;
    const got = await reserveDeal(
      stores,
      {
        redemption,
        promotion: deal.promotion,
        shopper,
        cart: cart.id,
        offer: deal.offer,
        code: deal.code,
        amount: drawnBy(deal),
        bounds,
        promise,
        promised: personal !== null,
        until: personal?.expiresAt ?? new Date(now.getTime() + checkoutMilliseconds),
      },
      now,
    );
    if ('kind' in got) {
      await letGo(stores, reserved.values());
      return got;
    }
    reserved.set(redemption, got);
  }
  return reserved;
};

/** Gives back what was reserved for this checkout; the personal offer is held for longer than that. */
const letGo = async (stores: LedgerStores, reserved: Iterable<Redemption>): Promise<void> => {
  for (const { id, attempt, offer } of reserved) if (!offer) await stores.redemptions.release(id, attempt);
};

interface Ready extends JustPlaced {
  readonly deals: CartDeals;
  readonly offer: Offer | null;
}

const place = async (input: CheckoutInput, ready: Ready): Promise<CheckoutOutcome> => {
  const { stores, now } = input;
  const order = orderOf(input, ready);
  if (!(await takeStock(stores, order))) {
    await letGo(stores, ready.reserved.values());
    return refuse('out-of-stock');
  }
  if (!(await stores.orders.insert(order))) {
    const standing = await stores.orders.get(order.id);
    // After a lapsed lease somebody else placed this very cart: the stock noted is that order's, and the order is the answer.
    if (standing && standing.status !== 'cancelled') return finishOrUndo(stores, standing, now);
    // Its order was undone and the cart not yet moved on: the next try has an id of its own.
    await giveBackStock(stores, order);
    await letGo(stores, ready.reserved.values());
    const { id, version, lines, offer } = ready.cart;
    await stores.carts.change(id, version, { lines, offer }, now);
    return refuse('cart-changed');
  }
  return finishOrUndo(stores, order, now, ready);
};

/** What was bought is known by its size too, to whoever packs it. */
const lineOf = (
  line: PricedCart['lines'][number],
  product: Product | undefined,
  size: string | undefined,
): OrderLine => ({
  ...line,
  title: product?.name ?? {},
  ...(size === undefined || line.gift ? {} : { size }),
  ...(product ? { category: product.category } : {}),
  ...(product?.brand === undefined ? {} : { brand: product.brand }),
});

const orderOf = (input: CheckoutInput, { cart, deals, offer }: Ready): Order => {
  const id = orderIdOf(cart);
  const { priced } = deals.combination;
  const kept = (priced.deals ?? []).map((deal): OrderDeal => {
    const { redemption, rule } = deals.claimOf(deal);
    return { ...deal, redemption, rule };
  });
  return {
    id,
    number: input.makeOrderNumber(id),
    shopper: input.shopper,
    ...(input.email ? { email: input.email } : {}),
    lines: priced.lines.map(line =>
      lineOf(line, deals.goods.products.get(line.product), cart.lines.find(one => one.product === line.product)?.size),
    ),
    currency: input.shop.currency,
    subtotal: priced.subtotal,
    discount: priced.discount,
    shipping: priced.shipping,
    total: priced.total,
    status: 'placed',
    placedAt: input.now,
    cart: cart.id,
    checkoutKey: input.idempotencyKey,
    ...(offer ? { offer: offer.id, promotion: offer.promotion } : {}),
    ...(kept.length > 0 ? { deals: kept } : {}),
    source: 'shop',
  };
};
