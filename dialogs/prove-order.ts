import type { Order } from '../knowledge/domain/order.ts';
import type { OrderStore } from '../knowledge/ports/orders.ts';
import type { Turn } from './turn.ts';

/** What was said of an order so far. */
export interface OrderClaim {
  readonly number?: string;
  readonly email?: string;
}

export type OrderProof =
  | { readonly kind: 'ask'; readonly what: 'number' | 'email' }
  | { readonly kind: 'found'; readonly order: Order }
  /** Unknown, or somebody else's: the same answer for both. */
  | { readonly kind: 'refused' };

/** A signed-in shopper proves an order by owning it; anybody by its number and e-mail together. */
export const proveOrder = async (
  claim: OrderClaim,
  turn: Turn,
  orders: Pick<OrderStore, 'byNumber'>,
): Promise<OrderProof> => {
  if (!claim.number) return { kind: 'ask', what: 'number' };
  if (!turn.signedIn && !claim.email) return { kind: 'ask', what: 'email' };
  const order = await orders.byNumber(claim.number.toUpperCase());
  const own = turn.signedIn && order?.shopper === turn.shopper;
  const known = claim.email !== undefined && order?.email === claim.email.toLowerCase();
  return order && (own || known) ? { kind: 'found', order } : { kind: 'refused' };
};
