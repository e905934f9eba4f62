/** What delivery is for the cart as it is, beside what a page says of it for every order. */
import type { Money } from '../../knowledge/domain/money.ts';
import type { Shop } from '../../knowledge/domain/shop.ts';
import type { ReplyPart } from '../reply.ts';
import type { Understanding } from '../turn.ts';
import type { TurnFacts } from '../turn-facts.ts';

const ofDelivery: ReadonlySet<string> = new Set(['delivery-cost', 'free-delivery', 'home-delivery']);

/** From how much it is free is the rule itself, and the same for every cart. */
const fromHowMuch =
  /\bfrom (?:how much|what)\b|\b(?:minimum|threshold|at least|least|from when)\b|满多少|多少钱?(?:起|才|以上)|[买满]多少/iu;
/** What delivery costs is asked, of a parcel that stays in the country. */
export const asksDeliveryCost = (
  { intent, plainly, abroad, said = '' }: Understanding,
  memory: Pick<TurnFacts['memory'], 'abroad'>,
): boolean =>
  intent === 'question' && ofDelivery.has(plainly?.name ?? '') && !fromHowMuch.test(said) && !(abroad ?? memory.abroad);

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
