/** How much of what is sold comes back, from orders and returns: what `expectedReturnRate` answers from. */
import type { Order, ReturnRequest } from '../../knowledge/domain/order.ts';

/** Value of goods, in average lines, by which a category's own rate is held to the shop's mean. */
const priorLines = 20;

export interface ReturnHistory {
  /** Delivered or returned ones count; the others may still be on their way. */
  readonly orders: AsyncIterable<Order> | Iterable<Order>;
  readonly returns: AsyncIterable<ReturnRequest> | Iterable<ReturnRequest>;
  readonly categoryOf: (product: Order['lines'][number]['product']) => string | undefined;
}

/** Share by value that came back, 0..1, per category and over all ('*'); empty where nothing ever came back. */
export const returnRates = async (history: ReturnHistory): Promise<Record<string, number>> => {
  const cameBack = new Map<string, Map<string, number>>();
  for await (const request of history.returns) {
    if (request.status === 'refused') continue;
    const lines = cameBack.get(request.order) ?? new Map<string, number>();
    for (const line of request.lines) lines.set(line.product, (lines.get(line.product) ?? 0) + line.quantity);
    cameBack.set(request.order, lines);
  }
  const sold = new Map<string, { value: number; back: number }>();
  const all = { value: 0, back: 0, lines: 0 };
  for await (const order of history.orders) {
    if (order.status !== 'delivered' && order.status !== 'returned') continue;
    const requested = cameBack.get(order.id);
    for (const line of order.lines) {
      if (line.gift || line.quantity <= 0) continue;
      const value = line.paid.minor;
      // An order marked returned without a request on record came back whole.
      const units = requested ? (requested.get(line.product) ?? 0) : order.status === 'returned' ? line.quantity : 0;
      const back = (value * Math.min(units, line.quantity)) / line.quantity;
      const category = history.categoryOf(line.product);
      if (category !== undefined) {
        const of = sold.get(category) ?? { value: 0, back: 0 };
        of.value += value;
        of.back += back;
        sold.set(category, of);
      }
      all.value += value;
      all.back += back;
      all.lines += 1;
    }
  }
  if (!(all.back > 0)) return {};
  const mean = all.back / all.value;
  const prior = (priorLines * all.value) / all.lines;
  return Object.fromEntries([
    ['*', mean],
    ...[...sold].map(([category, { value, back }]) => [category, (back + prior * mean) / (value + prior)] as const),
  ]);
};
