import { asId, type CampaignId, type ImpressionId, type OfferId } from '../../knowledge/domain/ids.ts';
import type { Impression, OfferDecision } from '../../knowledge/domain/offer.ts';
import type { BrowseEvent, Order } from '../../knowledge/domain/order.ts';
import { isSellable, type Product } from '../../knowledge/domain/product.ts';
import type { Campaign } from '../../knowledge/domain/promotion.ts';
import { responseFeatures } from '../../knowledge/domain/response-features.ts';
import type { LivePromotion } from '../../knowledge/ports/promotions.ts';
import { decideOffer as choose, firstGates, isReshown } from '../offers/choose/choose.ts';
import type { BudgetState, ChooseInput } from '../offers/choose/choose-input.ts';
import { impressionFor } from '../offers/choose/impression.ts';
import { decideCounter } from '../offers/choose/negotiate.ts';
import { budgetStates } from '../offers/choose/pacing.ts';
import type { DialogServices } from '../services.ts';
import type { Turn, Understanding } from '../turn.ts';
import type { TurnFacts } from '../turn-facts.ts';

const day = 86_400_000;

/** A decision with the record to be written if it is acted on. */
export interface Decided {
  readonly decision: OfferDecision;
  readonly impression: Impression | null;
}

/**
 * Reads what the choice needs and asks `offers/choose` for the one deal of this turn. Null when there is nothing to
 * price yet. Asked-for deals are decided also without a basket: the best seller of the moment stands in for it.
 */
export const decideOffer = async (
  turn: Turn,
  understanding: Understanding,
  facts: TurnFacts,
  { orders, browsed }: { readonly orders: readonly Order[]; readonly browsed: readonly BrowseEvent[] },
  services: DialogServices,
): Promise<Decided | null> => {
  const asked = understanding.intent === 'deals' || understanding.intent === 'better-deal';
  const { basket, chosen } = await basketOf(facts, asked, services);
  if (basket.length === 0) return null;
  const { stores } = services;
  const gated = {
    shopper: facts.shopper,
    open: facts.openOffers,
    serviceFirst: facts.memory.serviceFirst || understanding.mood === 'upset',
    now: turn.at,
  };
  // Nothing more need be read where the answer stands; of an open offer more may be asked, and one of this very turn is recorded.
  const settled = understanding.intent === 'better-deal' ? null : firstGates(gated);
  if (settled && (settled.decision.kind === 'none' || isReshown(settled.decision, turn.id)))
    return { decision: settled.decision, impression: null };
  const since = new Date(turn.at.getTime() - 30 * day);
  const [now, recent, recentOnDevice, codes] = await Promise.all([
    running(stores, turn.at),
    stores.impressions.recent(turn.shopper, since),
    turn.device === undefined ? [] : stores.impressions.recentOnDevice(turn.device, since),
    stores.codes.many(facts.cart?.codes ?? []),
  ]);
  const { live, campaigns, pacing } = now;
  const { byId, shop } = services.catalogue.view;
  const weekAgo = turn.at.getTime() - 7 * day;
  const features = responseFeatures({
    now: turn.at,
    orders: orders.map(order => ({
      placedAt: order.placedAt,
      totalMinor: order.total.minor,
      discountMinor: order.discount.minor,
      categories: [...new Set(order.lines.flatMap(line => byId.get(line.product)?.category ?? []))],
    })),
    basket: {
      totalMinor: basket.reduce((sum, line) => sum + line.product.price.minor * line.quantity, 0),
      categories: [...new Set(basket.map(line => line.product.category))],
    },
    viewsLastWeek: browsed.filter(event => event.at.getTime() >= weekAgo).length,
    offersDeclined: recent.filter(i => i.answer === 'declined' || (i.offer && !i.answer)).length,
  });
  const input: ChooseInput = {
    ...gated,
    conversation: turn.conversation,
    turn: turn.id,
    shop,
    campaigns,
    live,
    entered: codes.flatMap(code => {
      const promotion = code.active ? live.find(p => p.id === code.promotion) : undefined;
      return promotion ? [{ promotion, code: code.id }] : [];
    }),
    basket,
    mayStretch: chosen,
    catalogue: byId,
    orderCount: orders.filter(order => order.status !== 'cancelled').length,
    recent,
    ...(turn.device === undefined ? {} : { device: turn.device, recentOnDevice }),
    features,
    response: services.models.current().response,
    ...(services.beliefs ? { beliefs: services.beliefs.current() } : {}),
    pacing,
    asked,
    offerId: asId<OfferId>(services.makeId()),
  };
  // Asking for more of a standing offer may bring a counter-offer; everything else is the choice itself.
  const counter = understanding.intent === 'better-deal' ? decideCounter(input) : null;
  const choice = counter ?? choose(input);
  return { decision: choice.decision, impression: impressionFor(choice, input, asId<ImpressionId>(turn.id)) };
};

/** What is the same for every shopper: the promotions that run, their campaigns, and what the budgets say. */
interface Running {
  readonly live: readonly LivePromotion[];
  readonly campaigns: readonly Campaign[];
  readonly pacing: ReadonlyMap<CampaignId, BudgetState>;
}

const runningMilliseconds = 1_000;
const lastRunning = new WeakMap<DialogServices['stores'], { readonly at: number; readonly read: Promise<Running> }>();

/**
 * What is running now, read at most once a second and shared by the turns of that second: it is the same for every
 * shopper, and reading it anew was a large part of a turn. What it says of a budget may be a second old; the claim
 * itself asks the ledger. A failed read is not kept.
 */
const running = (stores: DialogServices['stores'], now: Date): Promise<Running> => {
  const known = lastRunning.get(stores);
  const age = known ? now.getTime() - known.at : Number.POSITIVE_INFINITY;
  if (known && age >= 0 && age < runningMilliseconds) return known.read;
  const read = readRunning(stores, now);
  lastRunning.set(stores, { at: now.getTime(), read });
  read.catch(() => {
    if (lastRunning.get(stores)?.read === read) lastRunning.delete(stores);
  });
  return read;
};

const readRunning = async (stores: DialogServices['stores'], now: Date): Promise<Running> => {
  // Ended and paused promotions have spent of a campaign's budget too.
  // What is promised to others has left the pools: the quotes themselves need not be read.
  const [all, campaigns, paces] = await Promise.all([
    stores.promotions.all(),
    stores.promotions.campaigns(),
    stores.pacing.all(),
  ]);
  const live = all.filter(p => p.active && p.startsAt <= now && p.endsAt > now);
  return { live, campaigns, pacing: budgetStates(campaigns, all, paces, []) };
};

/** The cart, joined by the product talked about; else, not chosen by anybody yet, that product or the first one shown. */
const basketOf = async (
  facts: TurnFacts,
  asked: boolean,
  services: DialogServices,
): Promise<{ basket: { product: Product; quantity: number }[]; chosen: boolean }> => {
  const cart = (facts.cart?.lines ?? []).flatMap(line => {
    const product = facts.cartProducts.find(p => p.id === line.product);
    return product ? [{ product, quantity: line.quantity }] : [];
  });
  const { focus } = facts;
  const withFocus =
    focus && isSellable(focus) && !cart.some(line => line.product.id === focus.id)
      ? [...cart, { product: focus, quantity: countOf(focus, facts) }]
      : cart;
  if (withFocus.length > 0) return { basket: withFocus, chosen: true };
  const first = facts.products[0]?.product ?? (asked ? await lastShown(facts, services) : undefined);
  return { basket: first ? [{ product: first, quantity: countOf(first, facts) }] : [], chosen: false };
};

/** 两个多少钱 有活动没: of so many as were added up just now. */
const countOf = ({ id, stock }: Product, { memory }: Pick<TurnFacts, 'memory'>): number => {
  const quantity = memory.sum?.find(line => line.product === id)?.quantity ?? 1;
  return stock === null ? quantity : Math.max(1, Math.min(quantity, stock));
};

/** What was talked about or shown last, as it can be had now. */
const lastShown = async ({ memory }: TurnFacts, { stores }: DialogServices): Promise<Product | undefined> => {
  const remembered = memory.focus ?? memory.shown[0];
  const [product] = remembered ? await stores.products.many([remembered]) : [];
  return product && isSellable(product) ? product : undefined;
};
