import type { OrderClaim } from '../prove-order.ts';
import type { FlowContext } from './flow.ts';

/** What a flow begins with: the order that was found to be meant, whatever number the message has. */
export const claimAtStart = (start: { readonly number?: string }, context: FlowContext): OrderClaim => {
  const claim = joinClaim(start.number ? { number: start.number } : {}, context);
  return start.number && context.turn.signedIn ? { ...claim, number: start.number } : claim;
};

/** The claim with whatever this message adds to it, typed or tapped. */
export const joinClaim = (claim: OrderClaim, context: FlowContext): OrderClaim => {
  const { entities } = context.understanding;
  const { value } = context.turn;
  const tapped =
    value?.tap === 'order' || value?.tap === 'return-order' || value?.tap === 'cancel-order' ? value.order : undefined;
  const { orderNumber } = entities;
  // "28226", of WY-28226 under way, is that order and no other.
  const isSame = orderNumber !== undefined && claim.number?.replace(/\D+/g, '') === orderNumber;
  const said = tapped ?? (isSame ? claim.number : orderNumber) ?? claim.number;
  const { refused } = context;
  const isPutRight = refused !== undefined && (entities.email !== undefined || orderNumber !== undefined);
  const before = isPutRight && !context.turn.signedIn ? refused : undefined;
  const known = context.turn.signedIn || said !== undefined ? undefined : context.known;
  const number = said ?? before?.number ?? known?.number;
  const email =
    entities.email ??
    claim.email ??
    before?.email ??
    (number === context.known?.number ? context.known?.email : undefined);
  return { ...(number ? { number } : {}), ...(email ? { email } : {}) };
};
