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

/** Orders of one's own that a number without its letters is looked for among. */
const ownRead = 60;

/** "28226" of WY-28226: digits alone are a number of the shopper's own orders before anybody else's. */
const ownByDigits = async (
  number: string,
  turn: Turn,
  orders: Pick<OrderStore, 'ofShopper'>,
): Promise<Order | null> => {
  if (!turn.signedIn || !/^\d+$/.test(number)) return null;
  const own = await orders.ofShopper(turn.shopper, ownRead);
  return own.find(order => order.number.replace(/\D+/g, '') === number) ?? null;
};

/** A signed-in shopper proves an order by owning it; anybody by its number and e-mail together. */
export const proveOrder = async (
  claim: OrderClaim,
  turn: Turn,
  orders: Pick<OrderStore, 'byNumber' | 'ofShopper'>,
): Promise<OrderProof> => {
  if (!claim.number) return { kind: 'ask', what: 'number' };
  if (!turn.signedIn && !claim.email) return { kind: 'ask', what: 'email' };
  const order = (await ownByDigits(claim.number, turn, orders)) ?? (await orders.byNumber(claim.number.toUpperCase()));
  const own = turn.signedIn && order?.shopper === turn.shopper;
  const known = claim.email !== undefined && order?.email === claim.email.toLowerCase();
  return order && (own || known) ? { kind: 'found', order } : { kind: 'refused' };
};
