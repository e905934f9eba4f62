/** What a return has been told so far, and what it looks up for that: the orders that could go back, and what is refunded. */
import type { OrderId, ProductId, ReturnId } from '../../knowledge/domain/ids.ts';
import type { Order, ReturnRequest } from '../../knowledge/domain/order.ts';
import { refundPreview } from '../offers/ledger/refund.ts';
import { mostOrders, ordersOn } from '../orders-then.ts';
import type { OrderClaim } from '../prove-order.ts';
import { notThatOne } from '../understand/orders/not-that-one.ts';
import type { FlowContext } from './flow.ts';
import { linesDescribed, linesNamed, openLines, type ReturnLine, refusalOf } from './return-lines.ts';
import { asksSomething, meansLatest } from './return-told.ts';

export interface ReturnState extends OrderClaim {
  readonly step: 'order' | 'lines' | 'reason' | 'confirm';
  readonly order?: OrderId;
  readonly lines?: readonly ReturnLine[];
  /** Which of these, or how many of the one, is still to be told. */
  readonly among?: readonly ReturnLine[];
  /** The thing that was spoken of as it began. */
  readonly product?: ProductId;
  readonly reason?: string;
  /** That the goods are opened was told. */
  readonly opened?: true;
  /** The registration's name, fixed before it is confirmed: confirming twice registers once. */
  readonly id?: ReturnId;
}

/** The one order of those that could go back with such a thing in it. */
export const numberDescribed = async (context: FlowContext): Promise<string | null> => {
  if (!context.turn.signedIn || asksSomething.test(context.turn.text)) return null;
  // "Not the teahouse one" describes what stays.
  if (notThatOne(context.turn.text)) return null;
  const text = context.turn.text.toLowerCase();
  const open = await returnable(context);
  const onDays = ordersOn(context.understanding.entities.when, open, context.turn.text);
  const among = onDays.length > 0 ? onDays : open;
  const described = among.filter(
    order => onDays.length === 1 || linesDescribed(order, openLines(order, []), text).length > 0,
  );
  // By any word of a name that one of them alone has: "the pu'er".
  const [only, ...more] =
    described.length > 0 ? described : among.filter(order => linesNamed(order, openLines(order, []), text).length > 0);
  return only && more.length === 0 ? only.number : null;
};

/** "The latest one", 就最近买的那件. */
export const latestMeant = async (context: FlowContext): Promise<string | null> =>
  context.turn.signedIn && meansLatest(context) ? ((await returnable(context))[0]?.number ?? null) : null;

/** "The most recent one", asked why: the newest of all, which may be another than the one that goes back; null: it is that one. */
export const anotherLatest = async (state: ReturnState, context: FlowContext): Promise<string | null> => {
  if (!context.turn.signedIn || !meansLatest(context)) return null;
  const [latest] = await context.stores.orders.ofShopper(context.turn.shopper, 1);
  return latest && latest.number !== state.number ? latest.number : null;
};

/** The signed-in shopper's orders that could still go back, newest first. */
export const returnable = async (context: FlowContext): Promise<Order[]> => {
  const orders = await context.stores.orders.ofShopper(context.turn.shopper, 20);
  const candidates = orders.filter(order => refusalOf(order, [], context) === null);
  const previous = await Promise.all(candidates.map(order => earlier(order, context)));
  return candidates.filter((order, i) => refusalOf(order, previous[i] ?? [], context) === null).slice(0, mostOrders);
};

export const refundOf = async (state: ReturnState, order: Order, context: FlowContext) => {
  // Orders keep the rules of their deals; older ones are judged by the rule as it is.
  const promotion = order.promotion && !order.deals ? await context.stores.promotions.get(order.promotion) : null;
  return refundPreview(order, await earlier(order, context), state.lines ?? [], promotion ?? undefined, context.shop);
};

export const earlier = (order: Order, context: FlowContext): Promise<ReturnRequest[]> =>
  context.stores.returns.ofOrder(order.id);

export const orderOf = async (state: ReturnState, context: FlowContext): Promise<Order> => {
  const order = state.order ? await context.stores.orders.get(state.order) : null;
  if (!order) throw new Error(`The return flow lost its order: expected one at step ${state.step}`);
  return order;
};
