import { promiseOffer } from '../../dialogs/offers/choose/promise.ts';
import { priceCart } from '../../dialogs/offers/combine/price.ts';
import { withCart } from '../../dialogs/offers/ledger/ledger.ts';
import { cartIdOf } from '../../dialogs/record-cart.ts';
import type { Conversation } from '../../knowledge/domain/conversation.ts';
import type { Agent, Approval } from '../../knowledge/domain/desk.ts';
import {
  asId,
  type ImpressionId,
  type OfferId,
  type ProductId,
  type PromotionId,
  type TurnId,
} from '../../knowledge/domain/ids.ts';
import { inLanguage, type Language } from '../../knowledge/domain/language.ts';
import { formatMoney, type Money, money } from '../../knowledge/domain/money.ts';
import type { Impression, Offer } from '../../knowledge/domain/offer.ts';
import { campaignPool } from '../../knowledge/domain/pool.ts';
import type { Action, Campaign, Promotion } from '../../knowledge/domain/promotion.ts';
import { memoryOf } from './conversation-memory.ts';
import type { Desk } from './desk.ts';
import { refuse } from './desk-routes.ts';
import { moneyView } from './desk-views.ts';

export type Goodwill =
  | { readonly kind: 'amount-off'; readonly minor: number }
  | { readonly kind: 'percent-off'; readonly rate: number }
  | { readonly kind: 'free-shipping' };

const standsDays = 7;
const dayMilliseconds = 86_400_000;

const goodwillCampaign = async (desk: Desk): Promise<Campaign | null> => {
  const { goodwillCampaign: id } = await desk.settings();
  const campaigns = await desk.stores.promotions.campaigns();
  return campaigns.find(c => (id ? c.id === id : c.purpose === 'goodwill')) ?? null;
};

/** Cap of a campaign that has no budget: more than any sum of promises. */
const withoutLimit = Number.MAX_SAFE_INTEGER;

/** What the campaign can still promise: its budget less what is spent, held and promised of it. */
const leftOf = async (desk: Desk, campaign: Campaign): Promise<number> => {
  if (!campaign.budget) return withoutLimit;
  const pool = campaignPool(campaign.id);
  const used = (await desk.stores.pools.usage([pool])).get(pool)?.usedMinor ?? 0;
  return Math.max(0, campaign.budget.minor - used);
};

/** The end of the agent's slider: their cap for this ticket less what it has had, within what the campaign has left. */
export const authorityOf = async (
  desk: Desk,
  conversation: Conversation,
  agent: Agent,
  language: Language = agent.languages[0] ?? 'en',
) => {
  const { currency } = desk.shop;
  const [campaign, settings, ticket] = await Promise.all([
    goodwillCampaign(desk),
    desk.settings(),
    conversation.desk ? desk.stores.tickets.get(conversation.desk.ticket) : null,
  ]);
  const given = (ticket?.goodwill ?? []).reduce((sum, g) => sum + g.minor, 0);
  const own = Math.max(0, agent.goodwillCap.minor - given);
  const left = campaign ? await leftOf(desk, campaign) : 0;
  const view = (minor: number) => moneyView(money(minor, currency));
  return {
    own: view(own),
    campaign: campaign
      ? {
          id: campaign.id,
          name: inLanguage(campaign.name, language),
          remaining: campaign.budget ? view(left) : null,
        }
      : null,
    most: view(Math.min(own, left)),
    withApproval: view(Math.min(Math.max(own, settings.supervisorCap.minor), left)),
  };
};

/** What it would be priced on: the cart, else what is talked about, else what they bought last. */
const basketFor = async (desk: Desk, conversation: Conversation) => {
  const cart = await desk.stores.carts.ofShopper(conversation.shopper);
  const wanted: { product: ProductId; quantity: number }[] = [...(cart?.lines ?? [])];
  if (wanted.length === 0) {
    const { focus, shown } = await memoryOf(desk.stores.state, conversation);
    const [last] = await desk.stores.orders.ofShopper(conversation.shopper, 1);
    const product = focus ?? shown[0] ?? last?.lines.find(l => !l.gift)?.product;
    if (product) wanted.push({ product, quantity: 1 });
  }
  const products = new Map((await desk.stores.products.many(wanted.map(l => l.product))).map(p => [p.id, p]));
  const { currency } = desk.shop;
  return wanted.flatMap(({ product: id, quantity }) => {
    const product = products.get(id);
    return product && !product.hidden && product.price.currency === currency ? [{ product, quantity }] : [];
  });
};

interface Priced {
  readonly action: Action;
  readonly priced: Offer['priced'];
  readonly saves: Money;
  readonly basket: Offer['basket'];
}

/** The deal on the shopper's basket as it is now; it never takes off more than it does here. Null: it takes nothing off. */
export const priceGoodwill = async (
  desk: Desk,
  conversation: Conversation,
  wanted: Goodwill,
): Promise<Priced | null> => {
  const lines = await basketFor(desk, conversation);
  if (lines.length === 0) return null;
  const { shop, view } = { shop: desk.shop, view: desk.services.catalogue.view };
  const price = (action: Action) => {
    const priced = priceCart({ lines, shop, products: view.byId, promotion: { conditions: [], action } });
    return { priced, saves: money(priced.discount.minor + priced.shippingDiscount.minor, shop.currency) };
  };
  const asked: Action =
    wanted.kind === 'amount-off'
      ? { kind: 'amount-off', amount: money(wanted.minor, shop.currency) }
      : wanted.kind === 'percent-off'
        ? { kind: 'percent-off', rate: wanted.rate }
        : { kind: 'free-shipping' };
  const first = price(asked);
  if (first.saves.minor <= 0) return null;
  const action: Action = asked.kind === 'percent-off' ? { ...asked, maxDiscount: first.saves } : asked;
  return { action, ...price(action), basket: lines.map(l => ({ product: l.product.id, quantity: l.quantity })) };
};

const promotionFor = (desk: Desk, campaign: Campaign, conversation: Conversation, id: string, p: Priced): Promotion => {
  const off = formatMoney(p.saves);
  const endsAt = new Date(desk.now.getTime() + standsDays * dayMilliseconds);
  return {
    id: asId<PromotionId>(id),
    campaign: campaign.id,
    name:
      p.action.kind === 'free-shipping'
        ? { en: 'Free delivery, with our apologies', zh: '免运费（售后关怀）' }
        : { en: `${off} off, with our apologies`, zh: `立减 ${off}（售后关怀）` },
    terms: { en: 'For you alone, once, on one order.', zh: '仅限您本人使用一次。' },
    conditions: [{ kind: 'shopper', anyOf: [conversation.shopper] }],
    action: p.action,
    active: true,
    startsAt: new Date(desk.now.getTime() - 60_000),
    endsAt,
    cap: p.saves,
    trigger: 'offer',
  };
};

/**
 * Gives it: the rule, then the quote with its money set aside from the campaign like that of every quote, then the record
 * of the treatment. All ids follow from `key`, so that a second call finishes what a killed one began and promises nothing
 * twice. The propensity is a person's choice, not a chance, and is marked so that no model learns from it.
 */
export const giveGoodwill = async (
  desk: Desk,
  conversation: Conversation,
  agent: Pick<Agent, 'id'>,
  wanted: Goodwill,
  key: string,
): Promise<{ readonly offer: Offer; readonly promotion: Promotion }> => {
  const campaign = await goodwillCampaign(desk);
  if (!campaign) throw refuse('no-campaign', 'No campaign is set for goodwill: an admin can choose one');
  // Priced on the cart as it is, and of two calls at once the second finds what the first has given.
  const lock = { stores: desk.stores, cart: cartIdOf(conversation.shopper), now: desk.now, wait: true };
  const given = await withCart(lock, () => giveOnce(desk, campaign, conversation, agent, wanted, key));
  if (!given) throw refuse('busy', 'The cart of this shopper is being changed; please try again');
  return given;
};

const giveOnce = async (
  desk: Desk,
  campaign: Campaign,
  conversation: Conversation,
  agent: Pick<Agent, 'id'>,
  wanted: Goodwill,
  key: string,
): Promise<{ readonly offer: Offer; readonly promotion: Promotion }> => {
  const id = `goodwill-${conversation.id}-${key}`;
  const offerId = asId<OfferId>(id);
  const offerKnown = await desk.stores.offers.get(offerId);
  const promotionKnown = await desk.stores.promotions.get(asId<PromotionId>(id));
  if (offerKnown && promotionKnown) return { offer: offerKnown, promotion: promotionKnown };
  const priced = await priceGoodwill(desk, conversation, wanted);
  if (!priced) throw refuse('nothing-off', 'There is nothing this would take anything off');
  const made = promotionFor(desk, campaign, conversation, id, priced);
  // What a killed call set aside stands under its own end.
  const promotion = promotionKnown ? { ...made, endsAt: promotionKnown.endsAt } : made;
  await desk.stores.promotions.put([promotion]);
  const turn = asId<TurnId>(`desk-${key}`);
  const offer: Offer = {
    id: offerId,
    promotion: promotion.id,
    campaign: campaign.id,
    shopper: conversation.shopper,
    conversation: conversation.id,
    turn,
    kind: priced.action.kind,
    rule: { conditions: promotion.conditions, action: priced.action },
    basket: priced.basket,
    priced: priced.priced,
    saves: priced.saves,
    state: 'quoted',
    quotedAt: desk.now,
    expiresAt: promotion.endsAt,
    because: {
      model: `agent:${agent.id}`,
      upliftMinor: 0,
      buyProbability: 0,
      buyProbabilityWithout: 0,
      explored: false,
      givenBy: desk.nameOf(agent.id),
    },
  };
  if (!(await promiseOffer(desk.stores, offer, desk.shop, desk.now))) {
    await desk.stores.promotions.setActive(promotion.id, false);
    throw refuse('budget-spent', 'The campaign has not enough left');
  }
  const impression: Impression = {
    id: asId<ImpressionId>(id),
    shopper: conversation.shopper,
    conversation: conversation.id,
    turn,
    campaign: campaign.id,
    treatment: promotion.id,
    kind: offer.kind,
    offer: offer.id,
    promotion: promotion.id,
    propensity: 1,
    by: agent.id,
    features: {},
    at: desk.now,
  };
  await desk.stores.impressions.insert(impression);
  if (conversation.desk) {
    await desk.stores.tickets.addGoodwill(conversation.desk.ticket, { offer: offer.id, minor: priced.saves.minor });
  }
  return { offer, promotion };
};

export const requestOf = (approval: Approval): Goodwill => JSON.parse(approval.request) as Goodwill;
