/** What delivery is for the cart as it is, beside what a page says of it for every order. */
import type { Money } from '../../knowledge/domain/money.ts';
import type { Shop } from '../../knowledge/domain/shop.ts';
import { asksDeliveryCost } from '../delivery-asked.ts';
import type { ReplyPart } from '../reply.ts';
import type { Understanding } from '../turn.ts';
import type { TurnFacts } from '../turn-facts.ts';

/** How far goods of so much are from free delivery; `priced` absent: the cart is empty. */
export const toFreeDelivery = (
  { freeShippingFrom: from, shippingFee: fee }: Pick<Shop, 'freeShippingFrom' | 'shippingFee'>,
  priced: { readonly total: Money; readonly shipping: Money } | undefined,
): Extract<ReplyPart, { kind: 'to-free-delivery' }> => {
  const paid = priced ? priced.total.minor - priced.shipping.minor : 0;
  const isFree = priced !== undefined && priced.shipping.minor === 0;
  const missing = from && !isFree ? { ...from, minor: Math.max(0, from.minor - paid) } : null;
  return { kind: 'to-free-delivery', from: from ?? null, fee, missing, isEmpty: priced === undefined };
};

/** Empty where nothing is in the cart. */
export const deliveryOfCart = (understanding: Understanding, facts: TurnFacts): readonly ReplyPart[] => {
  const { cartPriced, shop, memory } = facts;
  return cartPriced && asksDeliveryCost(understanding, memory) ? [toFreeDelivery(shop, cartPriced)] : [];
};
