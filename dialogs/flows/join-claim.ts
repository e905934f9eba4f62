import type { OrderClaim } from '../prove-order.ts';
import type { FlowContext } from './flow.ts';

/** The claim with whatever this message adds to it, typed or tapped. */
export const joinClaim = (claim: OrderClaim, context: FlowContext): OrderClaim => {
  const { entities } = context.understanding;
  const { value } = context.turn;
  const tapped = value?.tap === 'order' || value?.tap === 'return-order' ? value.order : undefined;
  const number = tapped ?? entities.orderNumber ?? claim.number;
  const email = entities.email ?? claim.email;
  return { ...(number ? { number } : {}), ...(email ? { email } : {}) };
};
