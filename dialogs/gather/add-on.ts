import { asId, type CartId, type ProductId, type PromotionId } from '../../knowledge/domain/ids.ts';
import type { Localized } from '../../knowledge/domain/language.ts';
import type { Order } from '../../knowledge/domain/order.ts';
import { inStock, type Product } from '../../knowledge/domain/product.ts';
import type { ProfileFact } from '../../knowledge/domain/shopper.ts';
import { wishes } from '../../knowledge/profile/wishes.ts';
import { planAddOns, wantingFrom } from '../offers/combine/add-on-plan.ts';
import { type CartDeals, dealsOfCart } from '../offers/combine/deals-of-cart.ts';
import { nextStepOf } from '../offers/combine/next-step.ts';
import { offerProblem } from '../offers/ledger/ledger.ts';
import type { DialogServices } from '../services.ts';
import type { Turn } from '../turn.ts';
import type { AddOnFacts, TurnFacts } from '../turn-facts.ts';
import { asksToFreeDelivery } from '../understand/deals/promotion-asked.ts';
import { pastOf } from './past.ts';

/** Products asked of the models as what the shopper may want beside the cart. */
const wished = 80;

export interface CartNow {
  readonly deals: CartDeals;
  /** The deals that count, in their order. */
  readonly applied: NonNullable<TurnFacts['cartDeals']>;
  readonly addOn: AddOnFacts | null;
  /** What is missing from the next step of a spend-and-save deal. */
  readonly nextStep?: NonNullable<TurnFacts['nextStep']>;
}

/**
 * The cart as it would be paid now, with `adding` one unit more of a product, and what could be added to reach the next
 * step of a deal. Null: the cart is empty.
 */
export const readCartNow = async (
  turn: Turn,
  facts: Pick<TurnFacts, 'cart' | 'openOffers' | 'shop' | 'profile'>,
  orders: readonly Order[],
  services: DialogServices,
  adding?: ProductId,
): Promise<CartNow | null> => {
  const { cart, shop } = facts;
  const held = cart?.lines ?? [];
  const lines = adding
    ? [
        ...held.filter(l => l.product !== adding),
        { product: adding, quantity: 1 + (held.find(l => l.product === adding)?.quantity ?? 0) },
      ]
    : held;
  if (lines.length === 0) return null;
  const offer = facts.openOffers.find(o => o.id === cart?.offer) ?? null;
  const deals = await dealsOfCart({
    stores: services.stores,
    cart: {
      id: cart?.id ?? asId<CartId>(`cart:${turn.shopper}`),
      version: cart?.version ?? 0,
      lines,
      ...(cart?.codes ? { codes: cart.codes } : {}),
      ...(cart?.gifts ? { gifts: cart.gifts } : {}),
    },
    offer: offer && !offerProblem(offer, turn.shopper, turn.at) ? offer : null,
    shopper: turn.shopper,
    shop,
    now: turn.at,
  });
  const next = nextStepOf(deals.combined);
  const name = next && deals.rules.promotions.get(next.deal)?.name;
  return {
    deals,
    applied: appliedOf(deals),
    addOn: await addOnFor(turn, deals, { orders, profile: facts.profile }, services),
    ...(next && name ? { nextStep: { name, missing: next.missing, off: next.off, isFurther: next.isFurther } } : {}),
  };
};

/** The deals that count, in their order. */
export const appliedOf = ({
  combination,
  rules,
}: Pick<CartDeals, 'combination'> & { readonly rules: Pick<CartDeals['rules'], 'promotions'> }): CartNow['applied'] =>
  combination.trace.flatMap(({ outcome, saves, promotion }) =>
    outcome === 'applied' && saves && saves.minor > 0
      ? [
          {
            name: rules.promotions.get(promotion)?.name ?? {},
            saves,
            gift: rules.promotions.get(promotion)?.action.kind === 'gift',
          },
        ]
      : [],
  );

/** Plans made anew because something had sold out since the catalogue was read; after so many nothing is proposed. */
const mostPlans = 4;

const addOnFor = async (
  turn: Turn,
  { combined, rules }: CartDeals,
  { orders, profile }: { readonly orders: readonly Order[]; readonly profile: readonly ProfileFact[] },
  services: DialogServices,
): Promise<AddOnFacts | null> => {
  const { byId, shop } = services.catalogue.view;
  const indexes = services.indexes.current();
  const lines = combined.lines.map(l => ({ product: l.product.id, quantity: l.quantity }));
  const stated = wishes(profile, indexes.view.products, indexes.products.mayMention);
  const excluded = new Set([...indexes.unsellable, ...indexes.otherCurrencies(shop.currency), ...stated.exclude]);
  const wanted = services.models.current().recommender.recommend({
    shopper: turn.shopper,
    history: pastOf({ orders, cart: { lines }, now: turn.at }),
    exclude: new Set([...excluded, ...lines.map(l => l.product)]),
    boost: stated.boost,
    count: wished,
    now: turn.at,
  });
  const wanting = wantingFrom(new Map(wanted.map(r => [r.product, r.score])));
  const target = asksToFreeDelivery(turn.text) ? ({ target: 'delivery' } as const) : {};
  for (let attempt = 0; attempt < mostPlans; attempt++) {
    const plan = planAddOns({ ...combined, products: byId, wanting, excluded, ...target });
    if (plan.kind === 'refused') return { kind: 'none', reason: plan.reason };
    const ids = plan.add.map(({ product }) => product);
    const live = new Map((await services.stores.products.many(ids)).map(p => [p.id, p]));
    const isToBeHad = ({ product, quantity }: (typeof plan.add)[number]): boolean => {
      const found = live.get(product);
      const held = lines.find(l => l.product === product)?.quantity ?? 0;
      const planned = byId.get(product);
      // At another price the plan would not add up.
      return found !== undefined && !found.hidden && inStock(found, quantity + held) && isSamePrice(found, planned);
    };
    const gone = plan.add.filter(one => !isToBeHad(one));
    if (gone.length > 0) {
      for (const { product } of gone) excluded.add(product);
      continue;
    }
    const nameOf = (deal: PromotionId | 'delivery'): Localized =>
      deal === 'delivery' ? { en: 'free delivery', zh: '包邮' } : (rules.promotions.get(deal)?.name ?? {});
    const { before, after, extra, price } = plan;
    return {
      kind: 'plan',
      add: plan.add.map(({ product, quantity }) => ({ product: live.get(product)!, quantity })),
      price,
      before,
      after,
      extra,
      reaches: plan.reaches.map(nameOf),
    };
  }
  return { kind: 'none', reason: 'nothing-near' };
};

const isSamePrice = (a: Product, b: Product | undefined): boolean =>
  a.price.minor === b?.price.minor && a.price.currency === b.price.currency;
