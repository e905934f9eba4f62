/** An offer goes onto the cart, and with it what it was priced for: the ledger's answer is the reply. */
import type { OfferId, ProductId } from '../knowledge/domain/ids.ts';
import { subtract } from '../knowledge/domain/money.ts';
import type { Offer } from '../knowledge/domain/offer.ts';
import type { Shop } from '../knowledge/domain/shop.ts';
import { dealsOfCart } from './offers/combine/deals-of-cart.ts';
import { applyOffer, type CartState, readCart, releaseOffer } from './offers/ledger/redeem.ts';
import { cartIdOf } from './record-cart.ts';
import type { ReplyPart } from './reply.ts';
import { abroadOf } from './sent-abroad.ts';
import type { DialogServices } from './services.ts';
import type { Turn } from './turn.ts';
import type { TurnFacts } from './turn-facts.ts';

type Cart = Awaited<ReturnType<DialogServices['stores']['carts']['ensure']>>;

/** The cart with what the offer was priced for beside it; undefined: nothing is missing, or something else is in it. */
const asPriced = ({ lines }: Cart, { basket, state }: Offer): Cart['lines'] | undefined => {
  const wanted = (product: ProductId): number => basket.find(line => line.product === product)?.quantity ?? 0;
  const has = (product: ProductId): boolean => lines.some(line => line.product === product);
  if (state !== 'quoted' || !lines.every(line => wanted(line.product) >= line.quantity)) return undefined;
  const filled = [
    ...lines.map(line => ({ ...line, quantity: wanted(line.product) })),
    ...basket.filter(({ product }) => !has(product)),
  ];
  const count = (some: Cart['lines']): number => some.reduce((sum, line) => sum + line.quantity, 0);
  return new Set(lines.map(({ product }) => product)).size < lines.length || count(filled) === count(lines)
    ? undefined
    : filled;
};

/**
 * It was promised by what less is to be paid with it, and so it is told: beside it another deal may take less off, or nothing.
 * A gift is worth its price. What was quoted for this very cart needs no reckoning anew.
 */
const asTold = async (
  offer: Offer,
  quoted: Offer | null,
  { cart, priced }: CartState,
  turn: Turn,
  shop: Shop,
  stores: DialogServices['stores'],
): Promise<Offer> => {
  if (offer.kind === 'gift') return offer;
  if (quoted?.state === 'quoted' && quoted.priced.total.minor === priced.total.minor)
    return { ...offer, saves: quoted.saves };
  const { combination } = await dealsOfCart({ stores, cart, offer: null, shopper: turn.shopper, shop, now: turn.at });
  const fewer = subtract(combination.priced.total, priced.total);
  return fewer.minor > 0 ? { ...offer, saves: fewer } : offer;
};

export const putOfferOn = async (
  wanted: OfferId,
  turn: Turn,
  { offer: spokenOf, shop, sendsTo }: Pick<TurnFacts, 'offer' | 'shop' | 'sendsTo'>,
  { stores }: Pick<DialogServices, 'stores'>,
): Promise<ReplyPart[]> => {
  const cart = cartIdOf(turn.shopper);
  const current = await stores.carts.ensure(cart, turn.shopper, turn.at);
  const offer = spokenOf?.id === wanted ? spokenOf : null;
  const isEmpty = current.lines.length === 0;
  const priced = offer ? asPriced(current, offer) : undefined;
  const apply = () => applyOffer({ stores, offer: wanted, shopper: turn.shopper, cart, shop, now: turn.at });
  // On an empty cart it goes with what it was priced for; on another with that only where it does not hold without.
  const first = isEmpty && priced ? undefined : await apply();
  const lacks = first === undefined || (first.kind === 'refused' && first.reason === 'conditions-not-met');
  // Another device that is faster has put something in; the offer is then priced for that.
  const filled = lacks && priced ? await stores.carts.change(cart, current.version, { lines: priced }, turn.at) : null;
  const outcome = first && !filled ? first : await apply();
  if (outcome.kind === 'refused') {
    if (filled) await stores.carts.change(cart, filled.version, { lines: current.lines }, turn.at);
    const { reason, unlock } = outcome;
    return [{ kind: 'offer-refused', reason, ...(offer ? { offer } : {}), ...(unlock ? { unlock } : {}) }];
  }
  const impression = await stores.impressions.byOffer(wanted);
  if (impression) await stores.impressions.answer(impression.id, 'applied');
  const state = await readCart({ stores, shopper: turn.shopper, cart, shop, now: turn.at });
  const paid = state?.priced ?? outcome.priced;
  const cappedAt = state ? state.cappedAt : outcome.cappedAt;
  const before = (product: ProductId): number => current.lines.find(line => line.product === product)?.quantity ?? 0;
  const added = filled && !isEmpty ? filled.lines.filter(l => l.quantity > before(l.product)).map(l => l.product) : [];
  return [
    {
      kind: 'offer-applied',
      offer: state ? await asTold(outcome.offer, offer, state, turn, shop, stores) : outcome.offer,
      total: paid.total,
      ...abroadOf(paid, sendsTo),
      ...(cappedAt ? { cappedAt } : {}),
      ...(added.length > 0 ? { added } : {}),
    },
  ];
};

/** Turned down, on the cart or not: its money is free for others. */
export const giveOfferUp = async (
  offer: OfferId,
  turn: Turn,
  { stores }: Pick<DialogServices, 'stores'>,
): Promise<void> => {
  const cart = cartIdOf(turn.shopper);
  await releaseOffer({ stores, offer, shopper: turn.shopper, cart, now: turn.at, declined: true });
  const impression = await stores.impressions.byOffer(offer);
  if (impression) await stores.impressions.answer(impression.id, 'declined');
};

/** Off the cart again, with what is to pay without it. */
export const takeOfferOff = async (
  wanted: OfferId,
  turn: Turn,
  { offer, shop, sendsTo }: Pick<TurnFacts, 'offer' | 'shop' | 'sendsTo'>,
  services: Pick<DialogServices, 'stores'>,
): Promise<ReplyPart[]> => {
  await giveOfferUp(wanted, turn, services);
  const { stores } = services;
  const state = await readCart({ stores, shopper: turn.shopper, cart: cartIdOf(turn.shopper), shop, now: turn.at });
  const priced = state && state.cart.lines.length > 0 ? state.priced : undefined;
  return [
    {
      kind: 'offer-declined',
      ...(offer ? { taken: offer } : {}),
      ...(priced ? { total: priced.total, ...abroadOf(priced, sendsTo) } : {}),
    },
  ];
};
