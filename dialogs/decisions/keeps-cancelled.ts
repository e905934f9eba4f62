/** "Actually no, keep it", 算了别取消了, right after an order was cancelled: nothing brings it back, and that is said. */
import { orderToldNow, orderToldOf } from '../order-told.ts';
import type { Turn, Understanding } from '../turn.ts';
import type { TurnFacts } from '../turn-facts.ts';
import { type Draft, suggest } from './draft.ts';

const keeping =
  /\b(?:keep (?:it|that|them|this|(?:the|my|that) (?:order|jacket|thing)s?|everything)|(?:don'?t|do not|un-?|not) ?cancel(?:led)?|undo (?:it|that|this)|changed? my mind|bring (?:it|that) back|(?:want|need|have) (?:it|them|that) (?:after all|back)|restore (?:it|that|the order)|re-?instate)\b|别取消|不(?:想|要)?取消|(?:撤销|收回|撤回)取消|恢复(?:订单|一下|回来)?|还是要(?:吧|的|了|这单)?|(?:订单|单子?)?(?:留着|保留)/iu;
const longest = 60;

export const keepsCancelled = (turn: Turn, { intent }: Understanding, facts: TurnFacts): Draft | undefined => {
  const { memory, orders } = facts;
  if (orderToldNow(memory) === undefined || turn.value !== undefined || turn.text.length > longest) return undefined;
  if (!mayKeep.has(intent) || !keeping.test(turn.text)) return undefined;
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
