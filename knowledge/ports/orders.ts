/** What was bought, and what comes back. */
import type { OrderId, ProductId, ReturnId, ShopperId } from '../domain/ids.ts';
import type { Order, OrderStatus, ReturnRequest, Shipment } from '../domain/order.ts';

export interface OrderStore {
  /** Newest first. */
  ofShopper(shopper: ShopperId, limit: number): Promise<Order[]>;
  byNumber(number: string): Promise<Order | null>;
  get(id: OrderId): Promise<Order | null>;
  /** False: an order with this id is there already, nothing written. */
  insert(order: Order): Promise<boolean>;
  /** Upserts by id, for seeding and importers; returns how many were new. */
  put(orders: readonly Order[]): Promise<number>;
  setStatus(id: OrderId, from: readonly OrderStatus[], to: OrderStatus, shipment?: Shipment): Promise<boolean>;
  /**
   * A try of cancelling, by number; every try before it can no longer succeed. Null: the order is in none of `from`.
   * Also how the sweeper fences off a try that died.
   */
  beginCancel(id: OrderId, from: readonly OrderStatus[]): Promise<number | null>;
  /** Cancelled, if no newer try was begun and the order is still in `from`: the one write that decides. */
  cancel(id: OrderId, from: readonly OrderStatus[], by: number): Promise<boolean>;
  /** In how many orders placed since, and not cancelled, each of these was paid for; those in none are left out. */
  sold(products: readonly ProductId[], since: Date): Promise<ReadonlyMap<ProductId, number>>;
  /** Every order, oldest first, for training and reports. */
  stream(from?: Date): AsyncIterable<Order>;
}

export interface ReturnStore {
  insert(request: ReturnRequest): Promise<boolean>;
  ofOrder(order: OrderId): Promise<ReturnRequest[]>;
  get(id: ReturnId): Promise<ReturnRequest | null>;
  /** Every return, oldest first, for training and reports. */
  stream(): AsyncIterable<ReturnRequest>;
}
