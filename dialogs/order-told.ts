/** The order that a reply told of, by which the next message may point at it or at the one before it. */
import type { ProductId } from '../knowledge/domain/ids.ts';
import type { Order } from '../knowledge/domain/order.ts';
import type { ConversationMemory } from './memory.ts';
import { ordersOn } from './orders-then.ts';
import type { ReplyPart } from './reply.ts';
import type { Turn, Understanding } from './turn.ts';
import type { TurnFacts } from './turn-facts.ts';
import { orderPlaceIn } from './understand/orders/order-pointed.ts';
import { speaksOfCancelled } from './understand/orders/refund-asked.ts';

const orderOf = (part: ReplyPart): Order | undefined =>
  part.kind === 'orders-stand'
    ? part.stands[0]?.order
    : part.kind === 'orders'
      ? part.orders[0]
      : 'order' in part && part.order
        ? part.order
        : undefined;

/** The orders that a part tells of or asks about. */
const ordersIn = (part: ReplyPart): readonly Order[] =>
  part.kind === 'orders-stand'
    ? part.stands.map(({ order }) => order)
    : 'orders' in part && Array.isArray(part.orders)
      ? part.orders
      : 'order' in part && part.order
        ? [part.order]
        : [];
/** What they hold, each thing once and in their order; what came as a gift was not chosen. */
const goodsOf = (orders: readonly Order[]): ProductId[] => [
  ...new Set(orders.flatMap(({ lines }) => lines.flatMap(line => (line.gift ? [] : [line.product])))),
];

const isOfRefund = (part: ReplyPart): boolean =>
  part.kind === 'refund-state' ||
  part.kind === 'cancel-done' ||
  part.kind === 'return-done' ||
  (part.kind === 'return-refused' && part.reason === 'already-returned');

/** An order may be pointed at by the one that was told, and when the money for it comes may be asked. */
export const toldOfOrders = (
  parts: readonly ReplyPart[],
  at: number,
): Pick<ConversationMemory, 'orderTold' | 'goodsOfOrders' | 'refundTold'> => {
  const orders = parts.flatMap(part => (part.kind === 'again' ? [] : ordersIn(part)));
  const products = goodsOf(orders);
  const number = parts.flatMap(part => orderOf(part) ?? []).at(-1)?.number;
  return {
    ...(number === undefined ? {} : { orderTold: { at, number } }),
    ...(products.length === 0 ? {} : { goodsOfOrders: { at, products, numbers: orders.map(order => order.number) } }),
    ...(parts.some(isOfRefund) ? { refundTold: at } : {}),
  };
};

/** Its number, where it was told of in one of the last replies. */
export const orderToldNow = ({
  orderTold,
  turns,
}: Pick<ConversationMemory, 'orderTold' | 'turns'>): string | undefined =>
  orderTold && turns - orderTold.at <= 2 ? orderTold.number : undefined;

/** Of these the one that was told of. */
export const orderToldOf = (
  orders: readonly Order[],
  { orderTold }: Pick<ConversationMemory, 'orderTold'>,
): Order | undefined => orders.find(({ number }) => number === orderTold?.number);

/** The money of an order that was called off: it is named so, or it is the order that was told of. */
export const isOfCancelled = (said: string, { memory, orders }: Pick<TurnFacts, 'memory' | 'orders'>): boolean =>
  speaksOfCancelled(said) || orderToldOf(orders, memory)?.status === 'cancelled';

/** The order that is meant, by its place after or before the one that was told, or by when it was placed. */
export const orderMeantNext = (
  { text }: Pick<Turn, 'text'>,
  { said = '', entities }: Pick<Understanding, 'said' | 'entities'>,
  { orders, memory }: Pick<TurnFacts, 'orders' | 'memory'>,
): Order | undefined => {
  const at = orders.findIndex(order => order.number === memory.orderTold?.number);
  if (at < 0) return undefined;
  const place = orderPlaceIn(said);
  if (place === 'newest') return orders[0];
  if (place === 'before') return orders[at + 1];
  if (place === 'that' && !entities.when) return orders[at];
  const [then, ...more] = ordersOn(entities.when, orders, text);
  return more.length === 0 ? then : undefined;
};
