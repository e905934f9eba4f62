import type { Db } from 'mongodb';
import { z } from 'zod';
import type { CartId, OfferId, OrderId, ProductId, PromotionId, RedemptionId, ShopperId } from '../domain/ids.ts';
import { type Order, orderStatuses } from '../domain/order.ts';
import type { OrderStore } from '../ports/orders.ts';
import { checked, type Documents, insertOnce, replaceAll, type Stored, shape } from './document.ts';
import { count, currency, date, id, localized, money, text } from './fields.ts';
import { appliedDeal, keptRule } from './promotion-rule.ts';

const shipments = z.object({
  carrier: text,
  tracking: text,
  shippedAt: date,
  expectedAt: date,
  deliveredAt: date.optional(),
});

const orders = shape<Order>(
  'orders',
  z.object({
    id: id<OrderId>(),
    number: text,
    shopper: id<ShopperId>(),
    email: text.optional(),
    lines: z.array(
      z.object({
        product: id<ProductId>(),
        title: localized,
        size: text.optional(),
        quantity: count,
        unitPrice: money,
        discount: money,
        paid: money,
        gift: z.boolean(),
        category: text.optional(),
        brand: text.optional(),
      }),
    ),
    currency,
    subtotal: money,
    discount: money,
    shipping: money,
    total: money,
    status: z.enum(orderStatuses),
    placedAt: date,
    shipment: shipments.optional(),
    cart: id<CartId>().optional(),
    checkoutKey: text.optional(),
    offer: id<OfferId>().optional(),
    promotion: id<PromotionId>().optional(),
    deals: z.array(appliedDeal.extend({ redemption: id<RedemptionId>(), rule: keptRule })).optional(),
    cancelledBy: count.optional(),
    source: text,
  }),
);

export const orderStore = (db: Db): OrderStore => {
  const documents: Documents = db.collection<Stored>('orders');
  return {
    ofShopper: async (shopper, limit) =>
      (await documents.find({ shopper }).sort({ placedAt: -1 }).limit(limit).toArray()).map(orders.read),
    byNumber: async number => {
      const [newest] = await documents.find({ number }).sort({ placedAt: -1 }).limit(1).toArray();
      return newest ? orders.read(newest) : null;
    },
    get: async order => {
      const found = await documents.findOne({ _id: order });
      return found && orders.read(found);
    },
    insert: order => insertOnce(documents, orders.write(order)),
    put: all => replaceAll(documents, all.map(orders.write)),
    sold: async (products, since) => {
      if (products.length === 0) return new Map();
      const counted = documents.aggregate<{ _id: string; n: number }>([
        { $match: { placedAt: { $gte: since }, status: { $ne: 'cancelled' } } },
        { $unwind: '$lines' },
        { $match: { 'lines.product': { $in: [...products] }, 'lines.gift': false } },
        { $group: { _id: '$lines.product', n: { $sum: 1 } } },
      ]);
      return new Map((await counted.toArray()).map(({ _id, n }) => [_id as ProductId, n]));
    },
    setStatus: async (order, from, to, shipment) => {
      const $set = shipment
        ? { status: to, shipment: checked(shipments, shipment, `The shipment of order "${order}"`) }
        : { status: to };
      return (await documents.updateOne({ _id: order, status: { $in: [...from] } }, { $set })).matchedCount === 1;
    },
    beginCancel: async (order, from) => {
      const begun = await documents.findOneAndUpdate(
        { _id: order, status: { $in: [...from] } },
        { $inc: { cancelTries: 1 } },
        { returnDocument: 'after' },
      );
      return begun && Number(begun.cancelTries);
    },
    cancel: async (order, from, by) => {
      const cancelled = await documents.updateOne(
        { _id: order, status: { $in: [...from] }, cancelTries: by },
        { $set: { status: 'cancelled', cancelledBy: by } },
      );
      return cancelled.matchedCount === 1;
    },
    stream: async function* (from) {
      const all = documents.find(from ? { placedAt: { $gte: from } } : {}).sort({ placedAt: 1, _id: 1 });
      for await (const document of all) yield orders.read(document);
    },
  };
};
