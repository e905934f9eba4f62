import type { ProductId } from '../../knowledge/domain/ids.ts';
import type { BrowseEvent, Cart, Order } from '../../knowledge/domain/order.ts';
import type { PastEvent, ShopperSignal } from '../../models/types.ts';

/**
 * What each says for a product, a purchase being 1: what is in the cart is all but bought, a gift that came with an order was not
 * chosen, and a look says least.
 */
const weights = { inCart: 0.8, gift: 0.3, askedAbout: 0.35, view: 0.2 };
/** Seconds: a page left sooner was no look. */
const glance = 2;

export interface Known {
  readonly orders: readonly Order[];
  readonly browsed?: readonly BrowseEvent[];
  /** What came up in earlier chats. */
  readonly beside?: readonly ShopperSignal[];
  readonly cart: Pick<Cart, 'lines'> | null;
  /** The product being talked about. */
  readonly focus?: ProductId | undefined;
  readonly now: Date;
}

/** All that is known of a shopper's doings, oldest first, for the recommenders: orders, looks, the cart, and what was asked about. */
export const pastOf = ({ orders, browsed = [], beside = [], cart, focus, now }: Known): PastEvent[] => {
  const bought = orders.flatMap(order =>
    order.status === 'cancelled'
      ? []
      : order.lines.map(
          ({ product, gift }): PastEvent => ({
            product,
            at: order.placedAt,
            weight: gift ? weights.gift : 1,
            deed: 'bought',
          }),
        ),
  );
  // What was put into a cart is known by the cart, as long as it is there.
  const viewed = browsed
    .filter(({ dwellSeconds = glance }) => dwellSeconds >= glance)
    .map(({ product, at }): PastEvent => ({ product, at, weight: weights.view, deed: 'viewed' }));
  const askedAbout = [
    ...beside.filter(({ kind }) => kind === 'asked' || kind === 'tapped'),
    ...(focus === undefined ? [] : [{ product: focus, at: now }]),
  ].map(({ product, at }): PastEvent => ({ product, at, weight: weights.askedAbout, deed: 'asked-about' }));
  const inCart = (cart?.lines ?? []).map(
    ({ product }): PastEvent => ({ product, at: now, weight: weights.inCart, deed: 'in-cart' }),
  );
  // A stable sort: orders and looks come newest first, and of one moment what weighs more is the later.
  return [...bought.reverse(), ...viewed.reverse(), ...askedAbout, ...inCart].sort(
    (a, b) => a.at.getTime() - b.at.getTime(),
  );
};
