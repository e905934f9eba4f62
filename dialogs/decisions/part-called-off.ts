/** One thing of an order is to be called off, the rest not: only a colleague takes a thing out, and what can be done here is told. */
import type { Order, OrderLine } from '../../knowledge/domain/order.ts';
import type { FlowPart } from '../flow-parts.ts';
import { cancellable } from '../offers/ledger/cancel.ts';
import { orderMeantNext, orderToldOf } from '../order-told.ts';
import type { Turn, Understanding } from '../turn.ts';
import type { TurnFacts } from '../turn-facts.ts';
import { withoutDenied } from '../understand/orders/not-meant.ts';
import { callsOffPart } from '../understand/orders/part-called-off.ts';
import { type Draft, suggest } from './draft.ts';
import { linesSpokenOf } from './lines-spoken-of.ts';
import { orderPointedAt } from './own-orders.ts';

const isOpen = ({ status }: Order): boolean => cancellable.some(one => one === status);

/** Taking the only thing out of it is calling it off. */
export const hasParts = ({ lines }: Order): boolean => {
  const chosen = lines.filter(line => !line.gift);
  return chosen.length > 1 || chosen.some(({ quantity }) => quantity > 1);
};

export const partTold = (order: Order | undefined, line?: OrderLine): FlowPart => ({
  kind: 'cancel-part',
  ...(order ? { order } : {}),
  ...(line ? { line } : {}),
});

/** Null: the whole order is meant, or there is none of which a thing could be taken out. */
export const partCalledOff = (turn: Turn, understanding: Understanding, facts: TurnFacts): Draft | null => {
  const { said = '', entities } = understanding;
  const { orders, memory, shop } = facts;
  if (!callsOffPart(said, memory)) return null;
  const pointed =
    (entities.orderNumber === undefined ? undefined : orderPointedAt(turn, understanding, orders)) ??
    orderMeantNext(turn, understanding, facts);
  if (pointed && !isOpen(pointed)) return null;
  const open = pointed ? [pointed] : orders.filter(isOpen);
  if (turn.signedIn && open.length === 0) return null;
  const told = orderToldOf(open, memory);
  const named = linesSpokenOf(withoutDenied(said), open, shop);
  const meant = named.find(({ order }) => order === told) ?? named[0];
  const order = meant?.order ?? told ?? open[0];
  if (order && !hasParts(order)) return null;
  return {
    parts: [partTold(order, meant?.line)],
    suggestions: suggest('person'),
    // "Yes" takes the colleague who is offered.
    memory: { failures: 0, lastIntent: 'person' },
  };
};
