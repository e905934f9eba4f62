import type { Order } from '../../knowledge/domain/order.ts';
import type { OrderClaim } from '../prove-order.ts';
import type { FlowContext } from './flow.ts';
import { joinClaim } from './join-claim.ts';

/** The claim with what this message adds; an order of the list just shown is also named by its place ("the second one"). */
export const joinShown = async (
  claim: OrderClaim,
  context: FlowContext,
  shown: (context: FlowContext) => Promise<readonly Order[]>,
): Promise<OrderClaim> => {
  const { ordinal } = context.understanding.entities;
  if (context.turn.signedIn && ordinal) {
    const chosen = (await shown(context)).at(ordinal > 0 ? ordinal - 1 : ordinal);
    if (chosen) return { number: chosen.number };
  }
  return joinClaim(claim, context);
};
