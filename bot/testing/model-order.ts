import { beforeAll } from 'vitest';
import type { Order } from '../../knowledge/domain/order.ts';
import type { TalkingShop } from './talk.ts';

export const ofOneThing = ({ lines, deals }: Order): boolean => lines.length === 1 && !deals;

/** An order of the demo, of which a file of tests makes its own, without what it owes to offers; there once the tests run. */
export const modelOrder = (
  shop: Pick<TalkingShop, 'core'>,
  fits: (order: Order) => boolean = ofOneThing,
): { readonly order: Order } => {
  let model: Order;
  beforeAll(async () => {
    for await (const order of shop.core.stores.orders.stream()) if (fits(order)) model = order;
  });
  return {
    get order() {
      const { promotion: _, offer: __, cart: ___, ...order } = model;
      return order;
    },
  };
};
