import type { Order } from '../../knowledge/domain/order.ts';
import type { FlowContext } from './flow.ts';

/** What is known of the order so far. */
export interface OrderClaim {
  readonly number?: string;
  readonly email?: string;
}

export type OrderProof =
  | { readonly kind: 'ask'; readonly what: 'number' | 'email' }
  | { readonly kind: 'found'; readonly order: Order }
  /** Unknown, or somebody else's: the same answer for both. */
  | { readonly kind: 'refused' };

/** The claim with whatever this message adds to it. */
export const joinClaim = (claim: OrderClaim, context: FlowContext): OrderClaim => {
  const { entities } = context.understanding;
  const { value } = context.turn;
  const tapped = value?.tap === 'order' || value?.tap === 'return-order' ? value.order : undefined;
  const number = tapped ?? entities.orderNumber ?? claim.number;
  const email = entities.email ?? claim.email;
  return { ...(number ? { number } : {}), ...(email ? { email } : {}) };
};

/** A signed-in shopper proves an order by owning it, a guest by number and e-mail together. */
export const proveOrder = async (claim: OrderClaim, context: FlowContext): Promise<OrderProof> => {
  if (!claim.number) return { kind: 'ask', what: 'number' };
  if (!context.turn.signedIn && !claim.email) return { kind: 'ask', what: 'email' };
  const order = await context.stores.orders.byNumber(claim.number.toUpperCase());
  const own = context.turn.signedIn && order?.shopper === context.turn.shopper;
  const known = claim.email !== undefined && order?.email === claim.email.toLowerCase();
  return order && (own || known) ? { kind: 'found', order } : { kind: 'refused' };
};
