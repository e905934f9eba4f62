/** "Actually no, keep it", 算了别取消了, right after an order was cancelled: nothing brings it back, and that is said. */
import { orderToldNow, orderToldOf } from '../order-told.ts';
import type { Turn, Understanding } from '../turn.ts';
import type { TurnFacts } from '../turn-facts.ts';
import { keepsAfterAll } from '../understand/orders/after-cancelling.ts';
import { type Draft, suggest } from './draft.ts';

export const keepsCancelled = (turn: Turn, { intent }: Understanding, facts: TurnFacts): Draft | undefined => {
  const { memory, orders } = facts;
  if (orderToldNow(memory) === undefined || turn.value !== undefined) return undefined;
  if (!mayKeep.has(intent) || !keepsAfterAll(turn.text)) return undefined;
  const order = orderToldOf(orders, memory);
  if (order?.status !== 'cancelled') return undefined;
  return {
    parts: [{ kind: 'cancel-refused', order, reason: 'cancelled-for-good' }],
    suggestions: suggest('person'),
    memory: { failures: 0, orderTold: { at: memory.turns, number: order.number } },
  };
};

const mayKeep: ReadonlySet<Understanding['intent']> = new Set([
  'no',
  'cancel',
  'cancel-order',
  'unclear',
  'help',
  'remove-from-cart',
  'change-quantity',
]);
