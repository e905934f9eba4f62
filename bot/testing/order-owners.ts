import { asId, type OrderId } from '../../knowledge/domain/ids.ts';
import type { Order } from '../../knowledge/domain/order.ts';
import { modelOrder } from './model-order.ts';
import { parcel } from './parcel.ts';
import type { Talk, TalkingShop } from './talk.ts';

/** By a part of its English name. */
export type Thing = string | readonly [name: string, quantity: number];

export interface Placed {
  readonly status: Order['status'];
  /** So many days ago. */
  readonly ago: number;
  readonly things: readonly Thing[];
}

export interface OrderOwner {
  readonly talk: Talk;
  readonly numbers: string[];
}

/** Makes shoppers of a file's own who have such orders, newest first. Call it where the file's shop is opened. */
export const orderOwners = (shop: Pick<TalkingShop, 'core' | 'talkTo'>, name: string) => {
  const model = modelOrder(shop);
  let made = 0;
  return async (...placed: readonly Placed[]): Promise<OrderOwner> => {
    made += 1;
    const talk = await shop.talkTo(`${name}-${made}`);
    const { shipment: _, ...rest } = model.order;
    const day = (days: number): Date => new Date(shop.core.clock().getTime() + days * 86_400_000);
    const orders = placed.map(({ status, ago, things }, i): Order => {
      const lines = things.map(thing => {
        const [called, quantity] = typeof thing === 'string' ? [thing, 1] : thing;
        const product = shop.core.catalogue.view.products.find(p => p.name.en?.includes(called))!;
        const paid = { ...product.price, minor: product.price.minor * quantity };
        return {
          ...rest.lines[0]!,
          product: product.id,
          title: product.name,
          category: product.category,
          quantity,
          unitPrice: product.price,
          paid,
        };
      });
      const sum = { ...rest.total, minor: lines.reduce((all, line) => all + line.paid.minor, 0) };
      return {
        ...rest,
        id: asId<OrderId>(`${name}-${made}-${i}`),
        number: `WY-${850_000 + made * 10 + i}`,
        shopper: talk.shopper,
        status,
        placedAt: day(-ago),
        lines,
        subtotal: sum,
        discount: { ...sum, minor: 0 },
        shipping: { ...sum, minor: 0 },
        total: sum,
        ...(status === 'shipped' || status === 'delivered'
          ? {
              shipment: parcel(
                day(1 - ago),
                day(status === 'shipped' ? 1 : 3 - ago),
                status === 'delivered' ? day(3 - ago) : undefined,
              ),
            }
          : {}),
      };
    });
    await shop.core.stores.orders.put(orders);
    return { talk, numbers: orders.map(({ number }) => number) };
  };
};
