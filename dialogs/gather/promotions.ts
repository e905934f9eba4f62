import { normaliseCode } from '../../knowledge/domain/code.ts';
import { asId, type CartId, type PromotionId } from '../../knowledge/domain/ids.ts';
import type { Promotion } from '../../knowledge/domain/promotion.ts';
import { type CartDeals, dealsOfCart } from '../offers/combine/deals-of-cart.ts';
import { offerProblem } from '../offers/ledger/ledger.ts';
import type { RuleContext } from '../offers/rules/rule.ts';
import type { DialogServices } from '../services.ts';
import type { Turn, Understanding } from '../turn.ts';
import type { PromotionFacts, TurnFacts } from '../turn-facts.ts';

const addsGoods = /\b(?:add|buy|take|put|get|order)\b|[买加]/iu;
const asksHowFar = /how (?:much|many|far)|差多少|还差/iu;

/**
 * What questions about promotions are answered from: the rules that run for everybody or by code, those of the shopper's
 * own offers, the codes in the message and on the cart, and, where it is asked why or what if, the best combination of
 * the cart's deals with its trace. Personal promotions not
 * quoted to this shopper are there only so that their kind is not denied.
 */
export const readPromotions = async (
  turn: Turn,
  { entities }: Understanding,
  facts: Pick<TurnFacts, 'cart' | 'openOffers' | 'focus' | 'shop'>,
  services: DialogServices,
): Promise<PromotionFacts> => {
  const { stores, catalogue } = services;
  const { view } = catalogue;
  const context: RuleContext = { shop: view.shop, products: view.products, now: turn.at };
  const typed = entities.code ? normaliseCode(entities.code) : '';
  const onCart = facts.cart?.codes ?? [];
  const [rules, issued] = await Promise.all([
    stores.promotions.rules([]),
    stores.codes.many([...new Set([...(typed ? [typed] : []), ...onCart])]),
  ]);
  const live = [...rules.promotions.values()].filter(p => p.active && p.startsAt <= turn.at && p.endsAt > turn.at);
  const codes = new Map<string, PromotionId>(issued.filter(c => c.active).map(c => [c.id, c.promotion]));
  const mine = new Set(codes.values());
  const open: Promotion[] = live.filter(p => p.trigger === 'automatic' || (p.trigger === 'code' && mine.has(p.id)));
  const byCode: Promotion[] = live.filter(p => p.trigger === 'code' && !mine.has(p.id));
  const own = facts.openOffers.flatMap(offer => {
    const promotion = catalogue.promotion(offer.promotion);
    if (!promotion) return [];
    return [
      {
        ...promotion,
        ...(offer.rule ?? {}),
        trigger: 'offer' as const,
        startsAt: offer.quotedAt,
        endsAt: offer.expiresAt,
      },
    ];
  });
  const traced = ['why-not', 'what-if', 'applies'].includes(entities.aspect ?? '');
  const cart = facts.cart;
  // What applies to a thing that is only looked at is worked out as if it were bought.
  const isOfFocus = entities.aspect === 'applies' && (cart?.lines.length ?? 0) === 0;
  const adds = isOfFocus || (entities.aspect === 'what-if' && addsGoods.test(turn.text) && !asksHowFar.test(turn.text));
  const added = adds ? (facts.focus ?? null) : null;
  let deals: CartDeals | null = null;
  if (traced && (cart || added)) {
    const offer = facts.openOffers.find(o => o.id === cart?.offer) ?? null;
    const lines = cart?.lines ?? [];
    const more = added
      ? [
          ...lines.filter(l => l.product !== added.id),
          { product: added.id, quantity: 1 + (lines.find(l => l.product === added.id)?.quantity ?? 0) },
        ]
      : lines;
    const entered = typed && codes.has(typed) && !onCart.includes(typed) ? [...onCart, typed] : onCart;
    deals = await dealsOfCart({
      stores,
      cart: {
        id: cart?.id ?? asId<CartId>(`cart:${turn.shopper}`),
        version: cart?.version ?? 0,
        lines: more,
        codes: entered,
        ...(cart?.gifts ? { gifts: cart.gifts } : {}),
      },
      offer: offer && !offerProblem(offer, turn.shopper, turn.at) ? offer : null,
      shopper: turn.shopper,
      shop: facts.shop,
      now: turn.at,
    });
  }
  return {
    context,
    open,
    byCode,
    personal: live.filter(p => p.trigger === 'offer'),
    own,
    codes,
    combination: deals?.combination ?? null,
    ...(added ? { added } : {}),
    ...(typed && !codes.has(typed) ? { unknownCode: typed } : {}),
  };
};
