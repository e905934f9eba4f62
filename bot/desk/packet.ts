import { summarise } from '../../dialogs/handoff/summary.ts';
import { priceCart } from '../../dialogs/offers/combine/price.ts';
import { cancellable } from '../../dialogs/offers/ledger/cancel.ts';
import type { Conversation } from '../../knowledge/domain/conversation.ts';
import type { Agent } from '../../knowledge/domain/desk.ts';
import { type AgentId, asId, type PromotionId } from '../../knowledge/domain/ids.ts';
import { inLanguage, type Language } from '../../knowledge/domain/language.ts';
import { type Money, money, sum, times } from '../../knowledge/domain/money.ts';
import type { Offer } from '../../knowledge/domain/offer.ts';
import type { Cart, Order, ReturnRequest } from '../../knowledge/domain/order.ts';
import { isWithinReturnWindow, lineName } from '../../knowledge/domain/order.ts';
import type { Promotion } from '../../knowledge/domain/promotion.ts';
import { describeFact, wishInWords } from '../../knowledge/profile/describe.ts';
import { personInWords } from '../../knowledge/profile/person.ts';
import { memoryOf } from './conversation-memory.ts';
import type { Desk } from './desk.ts';
import { type EntryView, entryView, moneyView, noteView } from './desk-views.ts';
import { authorityOf } from './goodwill.ts';
import { readLine } from './reading.ts';

const shownEntries = 200;
const shownOrders = 10;
const agentModel = /^agent:(.+)$/;

/** Deals of this shopper, newest first: standing, and used or over within the last orders. */
export const dealView = (desk: Desk, offer: Offer, language: Language, fresh?: Promotion) => {
  const promotion = fresh ?? desk.services.catalogue.promotion(offer.promotion);
  const by = agentModel.exec(offer.because.model)?.[1];
  const view = (amount: Money) => moneyView(amount);
  return {
    offer: offer.id,
    promotion: offer.promotion,
    title: promotion ? inLanguage(promotion.name, language) : offer.kind,
    terms: promotion ? inLanguage(promotion.terms, language) : '',
    state: offer.state,
    saves: view(offer.saves),
    quotedAt: offer.quotedAt.toISOString(),
    expiresAt: offer.expiresAt.toISOString(),
    order: offer.order ?? null,
    because: {
      model: by ? 'agent' : offer.because.model,
      uplift: view(money(Math.round(offer.because.upliftMinor), offer.saves.currency)),
      buyProbability: offer.because.buyProbability,
      buyProbabilityWithout: offer.because.buyProbabilityWithout,
      explored: offer.because.explored,
    },
    by: by ? { id: by, name: desk.nameOf(asId<AgentId>(by)) } : null,
  };
};

const promotionsOf = async (desk: Desk, offers: readonly Offer[]): Promise<ReadonlyMap<PromotionId, Promotion>> => {
  const missing = [...new Set(offers.map(o => o.promotion))].filter(id => !desk.services.catalogue.promotion(id));
  const found = await Promise.all(missing.map(id => desk.stores.promotions.get(id)));
  return new Map(found.flatMap(p => (p ? [[p.id, p] as const] : [])));
};

const orderView = (desk: Desk, order: Order, returns: readonly ReturnRequest[], language: Language) => ({
  id: order.id,
  number: order.number,
  status: order.status,
  placedAt: order.placedAt.toISOString(),
  total: moneyView(order.total),
  lines: order.lines.map(line => ({
    product: line.product,
    name: inLanguage(lineName(line), language),
    quantity: line.quantity,
    paid: moneyView(line.paid),
    gift: line.gift,
    returned: Math.min(
      line.quantity,
      returns
        .filter(r => r.status !== 'refused')
        .flatMap(r => r.lines)
        .filter(l => l.product === line.product)
        .reduce((n, l) => n + l.quantity, 0),
    ),
  })),
  shipment: order.shipment
    ? {
        carrier: order.shipment.carrier,
        tracking: order.shipment.tracking,
        expectedAt: order.shipment.expectedAt.toISOString(),
        deliveredAt: order.shipment.deliveredAt?.toISOString() ?? null,
      }
    : null,
  canReturn: isWithinReturnWindow(order, desk.shop.returnDays, desk.now),
  canCancel: cancellable.some(status => status === order.status),
});

const cartView = async (desk: Desk, cart: Cart | null, language: Language) => {
  if (!cart || cart.lines.length === 0) return null;
  const products = new Map((await desk.stores.products.many(cart.lines.map(l => l.product))).map(p => [p.id, p]));
  const { currency } = desk.shop;
  const lines = cart.lines.flatMap(({ product: id, quantity }) => {
    const product = products.get(id);
    return product?.price.currency === currency ? [{ product, quantity }] : [];
  });
  const held = cart.offer ? await desk.stores.offers.get(cart.offer) : null;
  const rule = held?.state === 'held' ? held.rule : undefined;
  const priced =
    lines.length > 0
      ? priceCart({
          lines,
          shop: desk.shop,
          products: desk.services.catalogue.view.byId,
          ...(rule ? { promotion: rule } : {}),
        })
      : null;
  const goods = sum(
    lines.map(l => times(l.product.price, l.quantity)),
    currency,
  );
  return {
    lines: lines.map(({ product, quantity }) => ({
      product: product.id,
      name: inLanguage(product.name, language),
      quantity,
      price: moneyView(product.price),
    })),
    total: moneyView(priced?.total ?? goods),
    discount: moneyView(priced?.discount ?? money(0, currency)),
  };
};

const identityText = {
  en: { verified: 'Signed in at the shop', guest: 'Guest: nothing proves who this is' },
  zh: { verified: '已在店铺登录', guest: '访客，身份未核实' },
} as const;

/** A guest's id is made by us and says so; any other was proved by a signed session when the conversation was opened. */
const isVerified = (conversation: Conversation): boolean =>
  conversation.channel === 'web' && !conversation.shopper.startsWith('guest-');

const moodLines = 3;

/** As it was when the conversation came here, or as the last words show since. */
const moodNow = (desk: Desk, conversation: Conversation, transcript: readonly EntryView[]): 'neutral' | 'upset' => {
  const latest = transcript.filter(e => e.from === 'shopper' && e.text.trim()).slice(-moodLines);
  const upset = latest.some(e => readLine(desk, conversation, e.text).mood === 'upset');
  return upset ? 'upset' : (conversation.desk?.mood ?? 'neutral');
};

/** Everything about a conversation on one screen, read at once. A language model, where there is one, has a hand in `gist` alone. */
export const packetOf = async (desk: Desk, conversation: Conversation, agent: Agent, asked?: Language) => {
  const language = asked ?? agent.languages[0] ?? 'en';
  const { stores, now } = desk;
  const { id, shopper: who } = conversation;
  const last = await stores.transcripts.last(id);
  const from = Math.max(0, last - shownEntries);
  const [entries, corrections, notes, shopper, orders, cart, facts, offers, tickets, memory, authority] =
    await Promise.all([
      stores.transcripts.after(id, from, shownEntries),
      stores.desk.correctionsOf(id),
      stores.desk.notes(id),
      stores.shoppers.get(who),
      stores.orders.ofShopper(who, shownOrders),
      stores.carts.ofShopper(who),
      stores.facts.active(who, now),
      stores.offers.ofShopper(who, 30),
      stores.tickets.ofConversation(id),
      memoryOf(stores.state, conversation),
      authorityOf(desk, conversation, agent, language),
    ]);
  const [returns, promotions, shownProducts] = await Promise.all([
    Promise.all(orders.map(o => stores.returns.ofOrder(o.id))),
    promotionsOf(desk, offers),
    stores.products.many([...new Set([...(memory.focus ? [memory.focus] : []), ...memory.shown])].slice(0, 5)),
  ]);
  const marked = new Set(corrections.map(c => c.seq));
  const transcript = entries.map(e => entryView(e, marked.has(e.seq))).filter((e): e is EntryView => e !== null);
  const verified = isVerified(conversation);
  const shown = conversation.desk?.shopperName ?? shopper?.name ?? null;
  const summary = summarise({
    language,
    memory,
    lines: transcript,
    reason: conversation.desk?.reason ?? null,
    mood: moodNow(desk, conversation, transcript),
    wishText: p => wishInWords(p, language, desk.shop),
    personText: who => personInWords(who, '', language),
  });
  const ticket = tickets.find(t => t.id === conversation.desk?.ticket) ?? tickets[0];
  const view = desk.view(conversation, ticket);
  return {
    conversation: {
      ...view,
      lastSeq: Math.max(view.lastSeq, last),
      shopper: { ...view.shopper, name: shown, returning: orders.length > 0 },
    },
    summary: {
      ...summary,
      gist: await desk.gists.of(conversation, language, transcript),
      tried: [...summary.tried],
      products: shownProducts.map(p => ({ id: p.id, name: inLanguage(p.name, language), price: moneyView(p.price) })),
    },
    identity: {
      verified,
      how: identityText[language][verified ? 'verified' : 'guest'],
      since: conversation.createdAt.toISOString(),
      email: verified ? (shopper?.email ?? null) : null,
    },
    transcript,
    earlier: from > 0,
    notes: notes.map(n => noteView(n, desk.nameOf)),
    // What is an unproved guest's stays the guest's: orders are found by the id that placed them.
    orders: orders.map((o, i) => orderView(desk, o, returns[i] ?? [], language)),
    cart: await cartView(desk, cart, language),
    facts: facts.map(f => ({
      id: f.id,
      slot: f.slot,
      text: describeFact(f, language, desk.shop, facts),
      polarity: f.polarity,
      forWhom: f.forWhom,
      source: { quote: f.quote, conversation: f.conversation, statedAt: f.statedAt.toISOString() },
      confidence: f.confidence,
      expiresAt: f.expiresAt.toISOString(),
    })),
    deals: offers.map(o => dealView(desk, o, language, promotions.get(o.promotion))),
    authority,
    history: tickets.map(t => ({
      ticket: t.id,
      openedAt: t.openedAt.toISOString(),
      closedAt: t.closedAt?.toISOString() ?? null,
      reason: t.reason,
      agent: t.agent ? { id: t.agent, name: desk.nameOf(t.agent) } : null,
      closeReason: t.closeReason ?? null,
      rating: t.rating ?? null,
    })),
  };
};
