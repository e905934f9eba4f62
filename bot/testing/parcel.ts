import type { Shipment } from '../../knowledge/domain/order.ts';

/** The parcel of an order that a test makes: when it left, when it is due, and when it came if it did. */
export const parcel = (shippedAt: Date, expectedAt: Date, deliveredAt?: Date): Shipment => ({
  carrier: 'SF',
  tracking: 'SF1',
  shippedAt,
  expectedAt,
  ...(deliveredAt ? { deliveredAt } : {}),
});
