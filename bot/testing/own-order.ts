/** Shoppers of the demo who have one order of one thing, for tests of what is asked of an order of one's own. */
import { asId, type OrderId } from '../../knowledge/domain/ids.ts';
import type { Order, OrderStatus } from '../../knowledge/domain/order.ts';
import { parcel } from './parcel.ts';
import type { Talk, TalkingShop } from './talk.ts';

export interface OwnOrderOptions {
  /** Of the shoppers and their orders; another in each file of tests. */
  readonly name: string;
  /** The first order's number is one above it. */
  readonly above: number;
  /** Days from the order to the day it comes, at least 2. */
  readonly arrivesAfter: number;
}

const dayMilliseconds = 86_400_000;

/** Whoever has one order of one such thing, placed so many days ago, and sent a day later. */
export const ownerIn = (
  shop: Pick<TalkingShop, 'core' | 'talkTo'>,
  model: { readonly order: Order },
  { name, above, arrivesAfter }: OwnOrderOptions,
): ((thing: string, daysAgo: number, status?: OrderStatus) => Promise<Talk>) => {
  let made = 0;
  return async (thing, daysAgo, status = 'delivered') => {
    made += 1;
    const talk = await shop.talkTo(`${name}-${made}`);
    const product = shop.core.catalogue.view.products.find(p => p.name.en?.includes(thing))!;
    const day = (days: number): Date => new Date(shop.core.clock().getTime() + days * dayMilliseconds);
    const arrives = day(arrivesAfter - daysAgo);
    const rest = model.order;
    await shop.core.stores.orders.put([
      {
        ...rest,
        id: asId<OrderId>(`${name}-${made}`),
        number: `WY-${above + made}`,
        shopper: talk.shopper,
        status,
        placedAt: day(-daysAgo),
        lines: [{ ...rest.lines[0]!, product: product.id, title: product.name, category: product.category }],
        shipment: parcel(day(1 - daysAgo), arrives, status === 'delivered' ? arrives : undefined),
      },
    ]);
    return talk;
  };
};

/** Whoever ordered these things so many days ago, each list an order and each thing one piece; all of it came two days later. */
export const buyerIn = (
  shop: Pick<TalkingShop, 'core' | 'talkTo'>,
  model: { readonly order: Order },
  { name, above }: Pick<OwnOrderOptions, 'name' | 'above'>,
): ((...orders: readonly (readonly [daysAgo: number, ...things: string[]])[]) => Promise<Talk>) => {
  let made = 0;
  return async (...orders) => {
    made += 1;
    const talk = await shop.talkTo(`${name}-${made}`);
    const { products } = shop.core.catalogue.view;
    const rest = model.order;
    const day = (days: number): Date => new Date(shop.core.clock().getTime() + days * dayMilliseconds);
    await shop.core.stores.orders.put(
      orders.map(([ago, ...things], i) => ({
        ...rest,
        id: asId<OrderId>(`${name}-${made}-${i}`),
        number: `WY-${above + 10 * made + i}`,
        shopper: talk.shopper,
        status: 'delivered' as const,
        placedAt: day(-ago),
        lines: things.map(thing => {
          const product = products.find(p => p.name.en?.includes(thing))!;
          return {
            ...rest.lines[0]!,
            product: product.id,
            title: product.name,
            category: product.category,
            quantity: 1,
          };
        }),
        shipment: parcel(day(1 - ago), day(2 - ago), day(2 - ago)),
      })),
    );
    return talk;
  };
};
