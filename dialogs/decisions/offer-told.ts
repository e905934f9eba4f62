/** The offer that is shown to a shopper, and how it is told beside their cart. */
import type { ProductId } from '../../knowledge/domain/ids.ts';
import type { Offer } from '../../knowledge/domain/offer.ts';
import type { ReplyPart } from '../reply.ts';
import { abroadOf } from '../sent-abroad.ts';
import type { TurnFacts } from '../turn-facts.ts';

/** Nothing lies in the cart: which goods it is for is told, unless they are what is spoken of. */
const forGoods = ({ basket }: Offer, { memory }: TurnFacts): Pick<OfferPart, 'takes'> =>
  basket.length === 1 && basket[0]?.product === memory.focus ? {} : { takes: basket };

/** How the goods of an offer differ from the cart: more of them, or the cart is another by now. */
const besideCart = (offer: Offer, facts: TurnFacts) => {
  const { cart, pricedBefore: before, openOffers } = facts;
  if (!cart || cart.lines.length === 0) return forGoods(offer, facts);
  const inCart = (product: ProductId): number => cart.lines.find(l => l.product === product)?.quantity ?? 0;
  const covered = cart.lines.every(l => offer.basket.some(b => b.product === l.product && b.quantity >= l.quantity));
  if (!covered) return openOffers.some(open => open.id === offer.id) ? { cartMoved: true } : {};
  const adds = offer.basket.flatMap(({ product, quantity }) =>
    quantity > inCart(product) ? [{ product, quantity: quantity - inCart(product) }] : [],
  );
  return adds.length > 0
    ? { adds, ...(before?.cart ? { cartNow: before.cart.abroad?.total ?? before.cart.total } : {}) }
    : {};
};

/** What counts on the cart now and no more with it. */
const replacedBy = ({ priced: { deals = [] } }: Offer, { pricedBefore: before }: TurnFacts) => {
  const lost = (before?.cart?.deals ?? []).filter(one => !deals.some(deal => deal.promotion === one.promotion));
  return deals.length > 0 && lost.length > 0 ? { replaces: lost.map(one => one.name) } : {};
};

type OfferPart = Extract<ReplyPart, { kind: 'offer' }>;

/** The offer as it is told to whoever asks. */
export const offerTold = (offer: Offer, facts: TurnFacts, lead?: OfferPart['lead']): OfferPart => ({
  kind: 'offer',
  offer,
  unprompted: false,
  ...besideCart(offer, facts),
  ...replacedBy(offer, facts),
  ...abroadOf(offer.priced, facts.sendsTo),
  ...(lead ? { lead } : {}),
});

/** What was quoted before they were switched off still holds at the checkout; it is not brought up any more. */
export const offerToShow = ({ decision, openOffers, shopper }: TurnFacts): Offer | undefined =>
  decision?.kind === 'offer' ? decision.offer : shopper.consent.personalOffers ? openOffers[0] : undefined;
