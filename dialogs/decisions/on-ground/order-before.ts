/** The order, or the flow about one, that a short question is asked in. */
import type { Order } from '../../../knowledge/domain/order.ts';
import type { TurnFacts } from '../../turn-facts.ts';

/** What waits for an answer, as far as the last message tells: a return, a cancellation, the number of an order. */
export const runningFlow = ({ memory }: TurnFacts): 'return' | 'cancellation' | 'number' | undefined => {
  const isTold = memory.orderTold !== undefined && memory.turns - memory.orderTold.at <= 1;
  switch (memory.lastIntent) {
    case 'start-return':
      return 'return';
    case 'cancel-order':
      return 'cancellation';
    case 'order-status':
      return isTold ? undefined : 'number';
    default:
      return undefined;
  }
};

/** Of the shopper's own that were read, the one that was told of just now. */
export const orderTold = ({ pricedBefore: before, orders, order }: TurnFacts): Order | undefined => {
  if (before?.ground.kind !== 'order') return undefined;
  const { number } = before.ground;
  return orders.find(one => one.number === number) ?? (order?.number === number ? order : undefined);
};
