/** What lies before the shopper as it would be paid now, for a short question about prices and deals: the list, the one thing, the cart, the deal. */
import type { CatalogueView } from '../../knowledge/catalogue.ts';
import { asId, type CartId, type ProductId } from '../../knowledge/domain/ids.ts';
import { sum, times } from '../../knowledge/domain/money.ts';
import { isSellable, type Product } from '../../knowledge/domain/product.ts';
import type { Promotion } from '../../knowledge/domain/promotion.ts';
import { type CartDeals, dealsOfCart } from '../offers/combine/deals-of-cart.ts';
import { offerProblem } from '../offers/ledger/ledger.ts';
import { groupOf, groupsCombine } from '../offers/rules/rule.ts';
import { tellDeal } from '../offers/rules/tell-deal.ts';
import type { DealMeant, PricedNow } from '../price-parts.ts';
import { abroadOf } from '../sent-abroad.ts';
import type { DialogServices } from '../services.ts';
import type { Intent, Turn } from '../turn.ts';
import type { TurnFacts } from '../turn-facts.ts';
import { type Ground, groundOf } from '../understand/ground/ground.ts';
import { kindredOf } from './kindred.ts';

export interface BeforeFacts {
  readonly ground: Ground;
  /** Things of a list, or the one thing, each alone. */
  readonly each: readonly PricedNow[];
  /** What was proposed to be bought again. */
  readonly together?: PricedNow;
  readonly cart?: PricedNow;
  /** One more of the one thing, or of what went into the cart last. */
  readonly more?: { readonly product: ProductId; readonly now: PricedNow; readonly after: PricedNow };
  /** Others of the kind of that thing which are what it was looked for as. */
  readonly kin?: readonly Product[];
  /** Of the deal spoken of last; absent: none was. */
  readonly deal?: DealMeant;
}

type Line = { readonly product: ProductId; readonly quantity: number };

/** Deals of which one is told, taken or turned down. */
const ofOffer: ReadonlySet<Intent> = new Set(['apply-offer', 'decline-offer', 'why-offer', 'better-deal']);

/** So many messages after it was made its rules may still be what is asked about. */
const offerLasts = 3;

const mostListed = 6;

export const readBefore = async (
  turn: Turn,
  facts: TurnFacts,
  services: DialogServices,
): Promise<BeforeFacts | null> => {
  const { cart, memory, shop, openOffers } = facts;
  const { stores, catalogue } = services;
  const inCart = cart?.lines ?? [];
  const ground = groundOf(memory, inCart.length > 0);
  const alone = ground.kind === 'offer' && inCart.length === 0 ? quotedFor(facts) : goodsOf(ground);
  const wanted = [...new Set([...alone, ...inCart.map(line => line.product)])];
  const live = new Map((await stores.products.many(wanted)).map(p => [p.id, p]));
  const had = alone.filter(id => {
    const product = live.get(id);
    return product && isSellable(product) && product.price.currency === shop.currency;
  });
  const held = openOffers.find(o => o.id === cart?.offer) ?? null;
  const offer = held && !offerProblem(held, turn.shopper, turn.at) ? held : null;

  const pricedOf = async (lines: readonly Line[], ofCart: boolean): Promise<PricedNow> => {
    const deals = await dealsOfCart({
      stores,
      cart: {
        id: ofCart && cart ? cart.id : asId<CartId>(`sum:${turn.shopper}`),
        version: ofCart && cart ? cart.version : 0,
        lines,
        ...(ofCart && cart?.codes ? { codes: cart.codes } : {}),
        ...(ofCart && cart?.gifts ? { gifts: cart.gifts } : {}),
      },
      offer: ofCart ? offer : null,
      shopper: turn.shopper,
      shop,
      now: turn.at,
    });
    return pricedNow(deals, lines, facts);
  };
  const moreOf = async (lines: readonly Line[], product: ProductId, ofCart: boolean) => {
    const quantity = (lines.find(line => line.product === product)?.quantity ?? 0) + 1;
    const stock = live.get(product)?.stock ?? null;
    if (stock !== null && stock < quantity) return undefined;
    return pricedOf([...lines.filter(line => line.product !== product), { product, quantity }], ofCart);
  };

  const isTogether = ground.kind === 'again';
  const [each, together, ofCart] = await Promise.all([
    isTogether ? [] : Promise.all(had.map(product => pricedOf([{ product, quantity: 1 }], false))),
    isTogether && had.length > 0
      ? pricedOf(
          had.map(product => ({ product, quantity: 1 })),
          false,
        )
      : undefined,
    inCart.length > 0 && inCart.every(({ product }) => live.has(product)) ? pricedOf(inCart, true) : undefined,
  ]);
  const isOfCart = ofCart !== undefined && (ground.kind === 'cart' || ground.kind === 'offer');
  // Of a list the first stands for all.
  const thing = isOfCart ? lastPut(facts) : isTogether ? undefined : had[0];
  const now = isOfCart ? ofCart : each[0];
  const after = thing && now && (await moreOf(isOfCart ? inCart : [{ product: thing, quantity: 1 }], thing, isOfCart));
  const deal = dealMeant(ground, ofCart, facts, services);
  const spokenOf = thing && live.get(thing);
  const kin =
    spokenOf &&
    kindredOf(
      [spokenOf],
      [...shownOf(memory, catalogue.view), ...catalogue.view.products],
      services.indexes.current().families,
      {
        preferences: (memory.search ?? []).filter(wish => wish.slot !== 'budget'),
      },
    );
  return {
    ground,
    each,
    ...(together ? { together } : {}),
    ...(ofCart ? { cart: ofCart } : {}),
    ...(thing && now && after ? { more: { product: thing, now, after } } : {}),
    ...(kin ? { kin } : {}),
    ...(deal ? { deal } : {}),
  };
};

const goodsOf = (ground: Ground): readonly ProductId[] => {
  switch (ground.kind) {
    case 'one':
      return [ground.product];
    case 'list':
    case 'again':
      return ground.products.slice(0, mostListed);
    default:
      return [];
  }
};

/** In the colours in which they were shown. */
const shownOf = ({ shown }: TurnFacts['memory'], { byId }: CatalogueView): readonly Product[] =>
  shown.flatMap(id => byId.get(id) ?? []);

/** Without a cart it was priced for what was looked at. */
const quotedFor = ({ offer }: TurnFacts): readonly ProductId[] => offer?.basket.map(line => line.product) ?? [];

/** What is talked about, where it is in the cart, else what went into it last. */
const lastPut = ({ memory, cart }: TurnFacts): ProductId | undefined => {
  const products = (cart?.lines ?? []).map(line => line.product);
  return memory.focus && products.includes(memory.focus) ? memory.focus : products.at(-1);
};

const pricedNow = (
  { combination, rules, goods }: CartDeals,
  lines: readonly Line[],
  { sendsTo }: Pick<TurnFacts, 'sendsTo'>,
): PricedNow => {
  const { shipping, total } = combination.priced;
  const deals = combination.trace.flatMap(({ outcome, saves, promotion }) => {
    const rule = rules.promotions.get(promotion);
    return outcome === 'applied' && saves && saves.minor > 0
      ? [{ promotion, name: rule?.name ?? {}, saves, gift: rule?.action.kind === 'gift' }]
      : [];
  });
  const products = new Map(goods.lines.map(({ product }) => [product.id, product]));
  const wanted = lines.flatMap(({ product: id, quantity }) => {
    const product = products.get(id);
    return product ? [{ product, quantity, price: times(product.price, quantity) }] : [];
  });
  return {
    lines: wanted,
    before: sum(
      wanted.map(line => line.price),
      total.currency,
    ),
    deals,
    off: sum(
      deals.filter(deal => !deal.gift).map(deal => deal.saves),
      total.currency,
    ),
    shipping,
    total,
    ...abroadOf(combination.priced, sendsTo),
  };
};

/** The rule as it was quoted, until the quote ends. */
const quotedRule = ({ offer }: TurnFacts, { catalogue }: Pick<DialogServices, 'catalogue'>): Promotion | undefined => {
  const promotion = offer && catalogue.promotion(offer.promotion);
  return (
    promotion && {
      ...promotion,
      ...(offer.rule ?? {}),
      trigger: 'offer' as const,
      startsAt: offer.quotedAt,
      endsAt: offer.expiresAt,
    }
  );
};

const dealMeant = (
  ground: Ground,
  priced: PricedNow | undefined,
  facts: TurnFacts,
  services: DialogServices,
): DealMeant | undefined => {
  const { memory, cart, promotions, offer } = facts;
  if (!promotions) return undefined;
  const { context, open, byCode } = promotions;
  const told = (promotion: Promotion, rest: Pick<DealMeant, 'code' | 'onCart' | 'isOffer'>): DealMeant => {
    const group = groupOf(promotion, context.shop);
    const ofCodes = [...open, ...byCode].filter(one => one.trigger === 'code' && one.id !== promotion.id);
    return {
      deal: tellDeal(promotion, context),
      ...rest,
      withCode: ofCodes.some(one => {
        const other = groupOf(one, context.shop);
        return group !== null && other !== null && groupsCombine(group, other);
      }),
    };
  };
  const { lastIntent } = memory;
  const quoted = quotedRule(facts, services);
  const isAskedOf =
    lastIntent === 'promotion-question' &&
    memory.offerAt !== undefined &&
    memory.turns - memory.offerAt <= offerLasts &&
    (memory.promotion === undefined || memory.promotion === offer?.promotion);
  const isOfOffer = ground.kind === 'offer' || isAskedOf || (lastIntent !== undefined && ofOffer.has(lastIntent));
  const stands = offer && offer.state !== 'redeemed' && offer.expiresAt > context.now;
  if (isOfOffer && quoted && stands) return told(quoted, { onCart: cart?.offer === offer.id, isOffer: true });
  const code = cart?.codes?.at(-1);
  const byItsCode = open.find(one => code !== undefined && one.id === promotions.codes.get(code));
  if (lastIntent === 'apply-code' && code && byItsCode)
    return told(byItsCode, {
      code,
      onCart: priced?.deals.some(deal => deal.promotion === byItsCode.id) ?? false,
      isOffer: false,
    });
  if (ground.kind !== 'cart' || lastIntent !== 'deals') return undefined;
  const applied = open.find(one => priced?.deals.some(deal => deal.promotion === one.id));
  return applied && told(applied, { onCart: true, isOffer: false });
};
