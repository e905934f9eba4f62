import type { Conversation } from '../knowledge/domain/conversation.ts';
import type { Cart } from '../knowledge/domain/order.ts';
import type { StatedPreference } from '../knowledge/domain/preference.ts';
import { isSellable } from '../knowledge/domain/product.ts';
import { factsMentioned } from '../knowledge/profile/mentioned.ts';
import { meets } from '../knowledge/retrieval/goods/product-match.ts';
import { asksDeliveryCost } from './delivery-asked.ts';
import { readCartNow } from './gather/add-on.ts';
import { boughtBefore, colourOfAgain } from './gather/again.ts';
import { readAnswers } from './gather/answers.ts';
import { withCalled } from './gather/called-by-name.ts';
import { decideOffer } from './gather/decision.ts';
import { readDesk } from './gather/desk.ts';
import { readKept } from './gather/kept.ts';
import { asksOfFamily, kindredOf, restOfList } from './gather/kindred.ts';
import { focusOf, offerMeant, offerMeantNow, orderClaim } from './gather/meant.ts';
import { asksUsualTime, ofOrderSpokenOf, readsOwnOrders, returnsOf, withKinds } from './gather/own-orders.ts';
import { pastOf } from './gather/past.ts';
import { pricedCart } from './gather/priced-cart.ts';
import { type Suggested, suggestProducts } from './gather/products.ts';
import { readPromotions } from './gather/promotions.ts';
import { ruleBesideClaim } from './gather/rule-beside-claim.ts';
import { readSignals, signalsOf } from './gather/signals.ts';
import { readCost } from './gather/sum.ts';
import { besideUnsold, unsoldIn } from './gather/unsold.ts';
import { fresh, stranger } from './gather/unstored.ts';
import {
  answering,
  searching,
  shopping,
  soundsLikeDeal,
  speaksOfPromotions,
  wantsOrders,
  wishing,
} from './gather/wanted.ts';
import { whyShown } from './gather/why-shown.ts';
import { mayBeQuestion } from './may-be-question.ts';
import type { ConversationMemory } from './memory.ts';
import { proveOrder } from './prove-order.ts';
import { rejectedWith } from './rejected.ts';
import { searchScope } from './search-scope.ts';
import type { DialogServices } from './services.ts';
import type { Turn, Understanding } from './turn.ts';
import type { TurnFacts } from './turn-facts.ts';
import { asksOwnRefund } from './understand/orders/refund-asked.ts';
import { asksStillReturn } from './understand/orders/return-asked.ts';
import { isOfOtherScale } from './understand/text/sizes.ts';

const orderLimit = 60;
/** The latest looks at products: what was looked at this minute counts in this minute's list. */
const looksRead = 50;

/** What is left out has not been read; no cart is null. */
export interface KnownFacts {
  readonly conversation?: Conversation | undefined;
  readonly cart?: Cart | null | undefined;
}

/**
 * Every read and score of a turn, as plain data. The reads run side by side; one that fails leaves its name in
 * `unavailable` and an empty value, and `decide` answers honestly. `known`: what this turn has read already.
 */
export const gather = async (
  turn: Turn,
  understanding: Understanding,
  memory: ConversationMemory,
  all: DialogServices,
  known: KnownFacts = {},
): Promise<TurnFacts> => {
  // New models may come into use while this turn reads: all its scores are from the ones it began with.
  const models = all.models.current();
  const services: DialogServices = { ...all, models: { current: () => models } };
  const { stores } = services;
  const indexes = services.indexes.current();
  const { view } = indexes;
  const { intent } = understanding;
  const now = turn.at;
  const unavailable: string[] = [];
  const attempt = async <T>(what: string, read: () => Promise<T>, without: T): Promise<T> => {
    try {
      return await read();
    } catch (fault) {
      // A store that is down is told; a mistake of ours is a fault of the whole turn, or nobody would ever see it.
      if (fault instanceof TypeError || fault instanceof ReferenceError || fault instanceof RangeError) throw fault;
      if (!unavailable.includes(what)) unavailable.push(what);
      return without;
    }
  };
  const offerId = offerMeant(turn, memory);

  const [storedShopper, storedConversation, profile, orders, cart, openOffers, order, waiting, browsed, beside, kept] =
    await Promise.all([
      attempt('shopper', () => stores.shoppers.get(turn.shopper), null),
      known.conversation ?? attempt('conversation', () => stores.conversations.get(turn.conversation), null),
      attempt('profile', () => stores.facts.active(turn.shopper, now), []),
      wantsOrders(intent) ||
      understanding.missing ||
      understanding.slow ||
      understanding.claims ||
      readsOwnOrders(turn, understanding)
        ? attempt('orders', () => stores.orders.ofShopper(turn.shopper, orderLimit), [])
        : [],
      known.cart === undefined ? attempt('cart', () => stores.carts.ofShopper(turn.shopper), null) : known.cart,
      attempt('offers', () => stores.offers.open(turn.shopper, now), []),
      intent === 'order-status'
        ? attempt('orders', () => proveOrder(orderClaim(turn, understanding), turn, stores.orders), null)
        : null,
      intent === 'person' || intent === 'yes' || intent === 'complaint'
        ? attempt('queue', () => stores.conversations.waiting(), [])
        : [],
      shopping.has(intent) || intent === 'why-product'
        ? attempt('browsing', () => stores.browsing.recent(turn.shopper, looksRead), [])
        : [],
      models.recommender.readsSignals === true && (searching.has(intent) || intent === 'why-product')
        ? attempt('signals', () => readSignals(stores, turn.shopper), [])
        : [],
      intent === 'about-me' ? attempt('kept', () => readKept(stores, turn.shopper), null) : null,
    ]);
  // Mostly the offer meant is one that stands, which was read with the others.
  const standing = openOffers.find(offer => offer.id === offerId);
  const namedOffer = standing ?? (offerId ? await attempt('offers', () => stores.offers.get(offerId), null) : null);
  const shopper = storedShopper ?? stranger(turn, understanding, !unavailable.includes('shopper'));
  // Who agreed to no profile is not known by looks and questions either.
  const [looks, asked] = shopper.consent.profile ? [browsed, beside] : [[], []];
  const conversation = storedConversation ?? fresh(turn, understanding);
  const queue =
    conversation.owner === 'waiting' && waiting.length === 0
      ? await attempt('queue', () => stores.conversations.waiting(), [])
      : waiting;

  const desk = await attempt(
    'desk',
    () => readDesk(turn, understanding, memory, conversation, { stores, shop: view.shop }),
    null,
  );
  const focusId =
    understanding.offFocus && understanding.entities.products.length === 0
      ? null
      : focusOf(turn, understanding, memory);
  const last = intent === 'reorder' && turn.signedIn ? boughtBefore(orders, understanding, view, turn.text) : undefined;
  const comparedIds = understanding.compares ? understanding.entities.products.slice(0, 2) : [];
  const summed = understanding.sum;
  const listedIds = understanding.advice
    ? understanding.advice.of
    : summed && 'which' in summed
      ? summed.which
      : understanding.ordered
        ? understanding.ordered.open.flatMap(one => one.products)
        : understanding.ofEach && understanding.entities.products.length > 1
          ? understanding.entities.products
          : understanding.degree || understanding.ofEach || understanding.inAll || (understanding.choice && !focusId)
            ? memory.shown
            : [];
  const amongIds = intent === 'add-to-cart' ? (understanding.among ?? []) : [];
  const wantedIds = [
    ...amongIds,
    ...(cart?.lines.map(l => l.product) ?? []),
    ...(focusId ? [focusId] : []),
    ...comparedIds,
    ...listedIds,
    ...(last?.lines.map(l => l.product) ?? []),
  ];
  const isFound = (wishes: readonly StatedPreference[]): boolean =>
    view.products.some(p => isSellable(p) && wishes.every(wish => meets(p, wish)));
  const unsold =
    (wishing.has(intent) || soundsLikeDeal(intent, turn.text)) &&
    !turn.value &&
    (!focusId || intent === 'product-search')
      ? unsoldIn(turn.text, understanding, indexes.shelf)
      : null;
  const wished = unsold ? besideUnsold(understanding, unsold, isFound) : understanding;
  const scope = withCalled(
    searchScope(
      wished,
      memory,
      view.shop,
      id => view.byId.get(id)?.price.minor,
      isFound,
      id => view.byId.get(id)?.category,
    ),
    wished,
    view,
  );
  const inHand =
    (cart?.lines.length ?? 0) > 0 || focusId !== null || memory.focus !== undefined || memory.shown.length > 0;
  const asksDealOnNothing = (intent === 'deals' || intent === 'better-deal') && !inHand && openOffers.length === 0;
  const nothing: Suggested = { found: [], relaxed: [], told: [], marked: [] };
  const [suggested, live] = await Promise.all([
    (searching.has(intent) || understanding.ofGoods === 'property' || asksDealOnNothing) &&
    !(
      (focusId || understanding.degree || understanding.ofEach || understanding.inAll) &&
      (intent === 'product-details' || intent === 'stock')
    )
      ? attempt(
          'products',
          () =>
            suggestProducts(
              {
                turn,
                understanding: wished,
                scope,
                profile,
                orders,
                browsed: looks,
                beside: asked,
                cart,
                focus: memory.focus,
                shown: memory.shown,
                rejected: rejectedWith(memory, understanding),
                isKept: shopper.consent.profile,
                now,
              },
              services,
            ),
          nothing,
        )
      : nothing,
    wantedIds.length > 0 ? attempt('products', () => stores.products.many([...new Set(wantedIds)]), []) : [],
  ]);
  const liveById = new Map(live.map(p => [p.id, p]));
  const focusLive = focusId ? liveById.get(focusId) : undefined;
  const focus = focusLive?.hidden ? undefined : focusLive;
  const compared = comparedIds.flatMap(id => liveById.get(id) ?? []).filter(p => !p.hidden);
  const again = last?.lines
    .filter(l => !l.gift)
    .flatMap(l => liveById.get(l.product) ?? [])
    .filter(isSellable);
  const why =
    focus && intent === 'why-product'
      ? whyShown(
          {
            turn,
            product: focus,
            search: memory.search ?? [],
            profile,
            past: pastOf({ orders, browsed: looks, cart, focus: undefined, now }),
            signals: signalsOf({ browsed: looks, beside: asked, profile }),
            now,
          },
          services,
        )
      : null;
  const cartProducts = (cart?.lines ?? []).flatMap(l => liveById.get(l.product) ?? []);
  const returns =
    turn.signedIn && intent === 'question' && (asksOwnRefund(understanding.said ?? '') || asksStillReturn(turn.text))
      ? await attempt('returns', () => returnsOf(orders, stores), null)
      : null;
  const spokenOf = focus ?? (memory.focus === undefined ? undefined : view.byId.get(memory.focus));
  const besideClaim = ruleBesideClaim(understanding, memory);
  const passages =
    besideClaim ||
    answering.has(intent) ||
    mayBeQuestion(understanding) ||
    understanding.asks ||
    understanding.asksOf?.some(({ slot, value }) => slot === 'size' && isOfOtherScale(value)) ||
    asksUsualTime(understanding, memory) ||
    understanding.exchanges ||
    (intent === 'product-details' && !focusId)
      ? await readAnswers(
          turn,
          besideClaim ?? ofOrderSpokenOf(understanding, memory, orders),
          shopper,
          indexes.articles,
          services,
          {
            spokenOf,
            memory,
            had: understanding.exchanges ? undefined : memory.had,
          },
        )
      : [];

  const listed = listedIds.flatMap(id => liveById.get(id) ?? []).filter(isSellable);
  const facts = {
    shop: view.shop,
    now,
    shopper,
    conversation,
    memory,
    profile,
    orders: turn.signedIn ? withKinds(orders, view) : [],
    ...(returns ? { returns } : {}),
    ...(order?.kind === 'found' ? { order: order.order } : {}),
    orderRefused: order?.kind === 'refused',
    toForget: intent === 'forget' ? factsMentioned(turn.text, profile) : [],
    cart,
    cartProducts,
    cartPriced: pricedCart(cart, cartProducts, openOffers, services),
    search: scope,
    passages,
    answerThreshold: indexes.articles.threshold,
    products: suggested.found,
    relaxed: suggested.relaxed,
    ...(suggested.beyond ? { beyond: suggested.beyond } : {}),
    ...(suggested.told.length > 0 ? { told: suggested.told } : {}),
    ...(focus ? { focus } : {}),
    ...(listedIds.length > 0 ? { listed } : {}),
    ...(understanding.inAll ? { listedForms: listed.map(product => indexes.families.of(product)) } : {}),
    ...(understanding.advice ? { kindred: kindredOf(listed, view.products, indexes.families, scope) } : {}),
    ...(focus && (understanding.asksOf || understanding.asks) ? { besides: restOfList(memory, focus, view) } : {}),
    ...(focus && asksOfFamily(understanding) ? { family: indexes.families.of(focus) } : {}),
    ...(amongIds.length > 0 ? { among: amongIds.flatMap(id => liveById.get(id) ?? []).filter(isSellable) } : {}),
    ...(why ? { why } : {}),
    ...(unsold ? { unsold } : {}),
    ...(spokenOf ? { spokenOf } : {}),
    ...(compared.length > 1 ? { compared } : {}),
    ...(last && again
      ? { again: { order: last, products: again, ...colourOfAgain(last, orders, understanding, view) } }
      : {}),
    openOffers,
    ...(offerMeantNow(namedOffer, openOffers, turn) ?? {}),
    decision: null,
    impression: null,
    queueLength: queuePosition(conversation, queue),
    ...(desk ? { desk } : {}),
    ...(kept ? { kept } : {}),
    marked: suggested.marked,
    unavailable,
  } satisfies TurnFacts;
  const promotions = speaksOfPromotions.has(intent)
    ? await attempt('promotions', () => readPromotions(turn, understanding, facts, services), null)
    : null;
  const adding = intent === 'add-to-cart' && facts.focus ? facts.focus.id : undefined;
  const asksHowFar = intent === 'promotion-question' && understanding.entities.aspect === 'what-if';
  // What is told to be changed and is so already: what is in it.
  const showsCart =
    intent === 'view-cart' || understanding.edits?.lines.length === 0 || asksDeliveryCost(understanding, memory);
  const cartNow =
    (showsCart && facts.cartPriced) || adding || asksHowFar
      ? await attempt('cart', () => readCartNow(turn, facts, facts.orders, services, adding), null)
      : null;
  const cost = summed ? await attempt('cart', () => readCost(turn, summed, facts, services), {}) : {};
  const told = {
    ...facts,
    ...cost,
    ...(promotions ? { promotions } : {}),
    ...(cartNow && showsCart ? { cartPriced: cartNow.deals.combination.priced, cartDeals: cartNow.applied } : {}),
    ...(cartNow?.addOn ? { addOn: cartNow.addOn } : {}),
  };
  if (!shopping.has(intent) || conversation.owner !== 'bot') return told;
  const decided = await attempt(
    'decision',
    () => decideOffer(turn, understanding, facts, { orders, browsed: looks }, services),
    null,
  );
  return decided ? { ...told, ...decided } : told;
};

/** The queue as the shopper counts it: their own place when waiting, else how many are before them. */
const queuePosition = (conversation: Conversation, waiting: readonly Conversation[]): number => {
  const place = waiting.findIndex(c => c.id === conversation.id);
  return place >= 0 ? place + 1 : waiting.length;
};
