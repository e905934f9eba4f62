import { isSellable } from '../knowledge/domain/product.ts';
import { factsMentioned } from '../knowledge/profile/mentioned.ts';
import { wrapFee } from '../knowledge/retrieval/pages/wrap-fee.ts';
import { boughtBefore, colourOfAgain } from './gather/again.ts';
import {
  asksOwnOrders,
  asksWhatComesBack,
  goodsAskedOf,
  openedRuleFor,
  withDeliveryOfAsk,
} from './gather/asked-on-ground.ts';
import { attempts } from './gather/attempts.ts';
import { cheapestOfKinds } from './gather/cheapest-of-kind.ts';
import { withDeals } from './gather/deal-facts.ts';
import { decideOffer } from './gather/decision.ts';
import { readDelivery } from './gather/delivery.ts';
import { readDesk } from './gather/desk.ts';
import { readGoodsBefore, sizesOfKinds } from './gather/goods-before.ts';
import { goodsMeant } from './gather/goods-meant.ts';
import { asksOfFamily, kindredOf, restOfList } from './gather/kindred.ts';
import { matterNow } from './gather/matter.ts';
import { focusOf, offerMeantNow } from './gather/meant.ts';
import { asksOwnWindow, asksWhereRefundIs, pricesOf, returnsOf, withKinds } from './gather/own-orders.ts';
import { readPassages } from './gather/passages.ts';
import { pastOf } from './gather/past.ts';
import { pricedCart } from './gather/priced-cart.ts';
import { type KnownFacts, queuePosition, readRecords } from './gather/records.ts';
import { signalsOf } from './gather/signals.ts';
import { findSought, whatIsSought } from './gather/sought.ts';
import { shopping } from './gather/wanted.ts';
import { whyShown } from './gather/why-shown.ts';
import type { ConversationMemory } from './memory.ts';
import { orderToldNow } from './order-told.ts';
import { sendsTo } from './sent-abroad.ts';
import type { DialogServices } from './services.ts';
import type { Turn, Understanding } from './turn.ts';
import type { TurnFacts } from './turn-facts.ts';
import { ofWhatWasTold } from './understand/ground/asks.ts';

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
  const { intent, entities } = understanding;
  const now = turn.at;
  const { attempt, unavailable } = attempts();

  const records = await readRecords(turn, understanding, memory, services, known, { attempt, unavailable });
  const { shopper, conversation, profile, orders, cart, openOffers, order, looks } = records;
  const desk = await attempt(
    'desk',
    () => readDesk(turn, understanding, memory, conversation, { stores, shop: view.shop }),
    null,
  );

  const focusId =
    understanding.offFocus && entities.products.length === 0 ? null : focusOf(turn, understanding, memory);
  const last =
    intent === 'reorder' && turn.signedIn
      ? boughtBefore(orders, understanding, view, turn.text, orderToldNow(memory))
      : undefined;
  const inCart = (cart?.lines ?? []).map(line => line.product);
  const onGround = goodsAskedOf(understanding, memory, inCart);
  const meant = goodsMeant(understanding, memory, { cart, focus: focusId, again: last });
  const wanted = [...new Set([...meant.wanted, ...onGround])];
  const sought = whatIsSought(turn, understanding, memory, focusId, indexes);
  const [suggested, live, before, cheapest] = await Promise.all([
    findSought({ turn, memory, focus: focusId }, sought, records, services, attempt),
    wanted.length > 0 ? attempt('products', () => stores.products.many(wanted), []) : [],
    attempt('products', () => readGoodsBefore(understanding, memory, cart, indexes, stores), undefined),
    cheapestOfKinds(turn, understanding, records, services, attempt),
  ]);
  const liveById = new Map(live.map(p => [p.id, p]));
  const listed = meant.listed.flatMap(id => liveById.get(id) ?? []).filter(isSellable);
  const compared = meant.compared.flatMap((id, i) => cheapest[i] ?? liveById.get(id) ?? []).filter(p => !p.hidden);
  const focusLive = focusId ? liveById.get(focusId) : undefined;
  const focus = focusLive?.hidden ? undefined : focusLive;
  // "I'm pregnant, is it safe?", of the only one that was shown.
  const onlyShown = understanding.ofGoods === 'health' && memory.shown.length === 1 ? memory.shown[0] : undefined;
  const { shared } = understanding;
  const spokenId = (shared && 'beside' in shared ? shared.beside : undefined) ?? memory.focus ?? onlyShown;
  const spokenOf = focus ?? (spokenId === undefined ? undefined : view.byId.get(spokenId));
  const cartProducts = (cart?.lines ?? []).flatMap(line => liveById.get(line.product) ?? []);
  const again = last?.lines
    .filter(line => !line.gift)
    .flatMap(line => liveById.get(line.product) ?? [])
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
            signals: signalsOf({ browsed: looks, beside: records.beside, profile }),
            now,
          },
          services,
        )
      : null;
  const returns =
    turn.signedIn &&
    (understanding.own !== undefined ||
      asksWhatComesBack(turn, understanding) ||
      asksWhereRefundIs(understanding, memory) ||
      asksOwnWindow(turn, understanding, memory))
      ? await attempt('returns', () => returnsOf(orders, stores), null)
      : null;
  const passages = await readPassages(
    turn,
    understanding,
    memory,
    { spokenOf, hasFocus: focusId !== null },
    records,
    indexes,
    services,
  );

  const wrap =
    understanding.wraps || understanding.checks?.wraps ? wrapFee(view.articles, view.shop.currency) : undefined;
  const delivery = readDelivery(turn, withDeliveryOfAsk(understanding, memory, inCart.length > 0), view);
  const opened = openedRuleFor(understanding, { orders: turn.signedIn ? orders : [], goods: onGround }, view);
  const abroad = sendsTo(understanding, memory, view);
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
    ...(delivery ? { delivery } : {}),
    ...(understanding.own?.costs ? { pricesNow: pricesOf(orders, view) } : {}),
    ...(onGround.length > 0 ? { onGround: onGround.flatMap(id => liveById.get(id) ?? []) } : {}),
    ...(opened === undefined ? {} : { openedRule: opened }),
    ...(wrap ? { wrapFee: wrap } : {}),
    ...(understanding.own || asksOwnOrders(turn, understanding) ? { rules: view.articles } : {}),
    orderRefused: order?.kind === 'refused',
    toForget: intent === 'forget' ? factsMentioned(turn.text, profile) : [],
    cart,
    cartProducts,
    ...(abroad ? { sendsTo: abroad } : {}),
    cartPriced: pricedCart(cart, cartProducts, openOffers, services),
    search: sought.scope,
    passages,
    answerThreshold: indexes.articles.threshold,
    products: suggested.found,
    relaxed: suggested.relaxed,
    ...(suggested.beyond ? { beyond: suggested.beyond } : {}),
    ...(suggested.instead ? { instead: suggested.instead } : {}),
    ...(suggested.wholeSet ? { wholeSet: suggested.wholeSet } : {}),
    ...(suggested.lacks === undefined ? {} : { lacks: suggested.lacks }),
    ...(suggested.models === undefined ? {} : { models: suggested.models }),
    ...(suggested.told.length > 0 ? { told: suggested.told } : {}),
    ...(focus ? { focus } : {}),
    ...(meant.listed.length > 0 ? { listed } : {}),
    ...(understanding.inAll ? { listedForms: listed.map(product => indexes.families.of(product)) } : {}),
    ...(understanding.advice ? { kindred: kindredOf(listed, view.products, indexes.families, sought.scope) } : {}),
    ...(focus && (understanding.asksOf || understanding.asks) ? { besides: restOfList(memory, focus, view) } : {}),
    ...(focus && asksOfFamily(understanding) ? { family: indexes.families.of(focus) } : {}),
    ...(before ? { before } : {}),
    ...(understanding.ask === 'which-sizes' && !before ? { sizes: sizesOfKinds(view) } : {}),
    ...(meant.among.length > 0 ? { among: meant.among.flatMap(id => liveById.get(id) ?? []).filter(isSellable) } : {}),
    ...(why ? { why } : {}),
    ...(sought.unsold ? { unsold: sought.unsold } : {}),
    ...(spokenOf ? { spokenOf } : {}),
    ...(compared.length > 1 ? { compared } : {}),
    ...(last && again
      ? { again: { order: last, products: again, ...colourOfAgain(last, orders, understanding, view) } }
      : {}),
    openOffers,
    ...(offerMeantNow(records.namedOffer, openOffers, turn) ?? {}),
    decision: null,
    impression: null,
    queueLength: queuePosition(conversation, records.queue),
    ...(desk ? { desk } : {}),
    ...(records.kept ? { kept: records.kept } : {}),
    marked: suggested.marked,
    unavailable,
  } satisfies TurnFacts;
  const dealt = await withDeals(turn, understanding, facts, services, attempt);
  const { ask } = understanding;
  const told =
    ask !== undefined && ofWhatWasTold.has(ask)
      ? { ...dealt, matter: matterNow(dealt, view, understanding.language) }
      : dealt;
  if (!shopping.has(intent) || conversation.owner !== 'bot') return told;
  const decided = await attempt(
    'decision',
    () => decideOffer(turn, understanding, facts, { orders, browsed: looks }, services),
    null,
  );
  return decided ? { ...told, ...decided } : told;
};
