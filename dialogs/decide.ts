import type { Offer } from '../knowledge/domain/offer.ts';
import { productDetails, stock, whyProduct } from './decisions/about-product.ts';
import { addToCart, reorder, viewCart } from './decisions/cart.ts';
import { changeQuantity, takeFromCart } from './decisions/change-quantity.ts';
import { conflicting, conflictOf, statedIn, whichHolds } from './decisions/changed-mind.ts';
import { askedOfClaimTold, claimAskedOn, claimMoved, othersOrder } from './decisions/claims.ts';
import { applyCode } from './decisions/codes.ts';
import { applyOffer, betterDeal, deals, declineOffer, no, whyOffer, yes } from './decisions/deals.ts';
import { deliveryTold } from './decisions/delivery-told.ts';
import { type Decide, type Draft, suggest } from './decisions/draft.ts';
import { figureHeld } from './decisions/figures.ts';
import { inLine, withHandoff } from './decisions/handoff.ts';
import { keepsCancelled } from './decisions/keeps-cancelled.ts';
import { askedOnGround } from './decisions/on-ground.ts';
import { withNumberMeant } from './decisions/order-meant.ts';
import { cancelOrder, orderStatus, startReturn } from './decisions/orders.ts';
import { ownCase, unseenCase } from './decisions/own-case.ts';
import { certainAnswer } from './decisions/page-answer.ts';
import { aboutMe, forget, forgetAll, optIn, optOut, statePreference } from './decisions/profile.ts';
import { running } from './decisions/promotion-drafts.ts';
import { promotionQuestion } from './decisions/promotions.ts';
import { question, unclear } from './decisions/service.ts';
import { recommend, search } from './decisions/shopping.ts';
import {
  cancel,
  complaint,
  goodbye,
  greeting,
  help,
  identity,
  person,
  talkToShop,
  thanks,
} from './decisions/smalltalk.ts';
import { thingAwaited } from './decisions/thing-awaited.ts';
import { mayBeQuestion } from './may-be-question.ts';
import type { ConversationMemory } from './memory.ts';
import { addedUpAfter } from './memory-after.ts';
import { rejectedWith } from './rejected.ts';
import { toldWith } from './repeats.ts';
import { erasesAll, type Reply, type ReplyEffect, type ReplyPart } from './reply.ts';
import { seenWith } from './seen-goods.ts';
import type { Intent, Turn, Understanding } from './turn.ts';
import type { TurnFacts } from './turn-facts.ts';
import { hasFormOfQuestion } from './understand/intent/settled-intent.ts';
import { hadTold } from './understand/orders/had-told.ts';
import { ruleOfMatter } from './understand/orders/own-case.ts';
import { ofService } from './understand/pages/service-aspects.ts';
import { asksOfThing } from './understand/product/thing-asked.ts';
import { intentOfTalk } from './understand/talk/shop-talk.ts';
import { untold } from './untold.ts';

/** What each intent does: the catalogue of the bot. */
const decisions = {
  greeting,
  thanks,
  goodbye,
  help,
  identity,
  cancel,
  person,
  'opt-out': optOut,
  'opt-in': optIn,
  question,
  'order-status': orderStatus,
  'start-return': startReturn,
  'cancel-order': cancelOrder,
  reorder,
  'product-search': search,
  'product-details': productDetails,
  stock,
  recommend,
  'why-product': whyProduct,
  deals,
  'better-deal': betterDeal,
  'why-offer': whyOffer,
  'apply-offer': applyOffer,
  'decline-offer': declineOffer,
  'promotion-question': promotionQuestion,
  'apply-code': applyCode,
  'add-to-cart': addToCart,
  'remove-from-cart': takeFromCart,
  'change-quantity': changeQuantity,
  'view-cart': viewCart,
  'about-me': aboutMe,
  forget,
  'forget-all': forgetAll,
  complaint,
  'state-preference': statePreference,
  yes,
  no,
  unclear,
} as const satisfies Record<Intent, Decide>;

/** Without these nothing about the intent can be answered honestly: "nothing found" would be untrue with the shop down. */
const needs: Partial<Record<Intent, readonly string[]>> = {
  'product-search': ['products'],
  'product-details': ['products'],
  stock: ['products'],
  recommend: ['products'],
  'why-product': ['products'],
  deals: ['shopper', 'offers', 'decision'],
  'better-deal': ['shopper', 'offers', 'decision'],
  'why-offer': ['offers'],
  'decline-offer': ['offers'],
  'order-status': ['orders'],
  'start-return': ['orders'],
  'cancel-order': ['orders'],
  reorder: ['orders', 'products'],
  'about-me': ['profile'],
  forget: ['profile'],
  'forget-all': ['profile'],
  'view-cart': ['cart', 'products'],
  'add-to-cart': ['cart', 'products'],
  'remove-from-cart': ['cart', 'products'],
  'change-quantity': ['cart', 'products'],
  'apply-offer': ['offers'],
  'promotion-question': ['promotions'],
  'apply-code': ['cart'],
};

/**
 * One message, its understanding and the facts become a reply: pure and synchronous, so that any turn can be replayed
 * from its log. Reads happened before (gather.ts), writes happen after (record.ts).
 */
export const decide = (turn: Turn, understood: Understanding, gathered: TurnFacts): Reply => {
  const { understanding, facts, told } = withNumberMeant(turn, understood, gathered);
  const draft = withPlace(draftFor(turn, understanding, facts), understanding);
  const offer = draft.offers === 'unprompted' ? newOffer(facts) : null;
  const conflict = conflictOf(understanding, facts);
  const parts: ReplyPart[] = [
    ...(turn.cut ? [{ kind: 'message-cut' } as const] : []),
    ...(told ? [told] : []),
    ...draft.parts,
    ...(conflict ? [{ kind: 'changed-mind', ...conflict } as const] : []),
    ...(offer ? [{ kind: 'offer', offer, unprompted: true } as const] : []),
  ];
  const effects = [...remembering(understanding, facts), ...deciding(facts, draft), ...(draft.effects ?? [])];
  const memory: ConversationMemory = {
    ...nextMemory(understanding, facts, draft),
    ...(offer ? { offer: offer.id, offerAt: facts.memory.turns } : {}),
  };
  return {
    parts,
    effects,
    ...(draft.claim ? { claim: draft.claim } : {}),
    ...(draft.start ? { start: draft.start } : {}),
    memory: erasesAll({ effects }) ? untold(memory) : { ...memory, toldLast: toldWith(facts.memory, parts) },
    language: understanding.language,
    suggestions: [...(conflict ? whichHolds(conflict, facts) : []), ...(draft.suggestions ?? [])],
  };
};

/** Between other things that were asked nobody is shown a deal unasked. */
const withPlace = ({ offers, ...draft }: Draft, { beside }: Understanding): Draft =>
  offers === undefined || (beside && offers === 'unprompted') ? draft : { ...draft, offers };

const draftFor = (turn: Turn, understanding: Understanding, facts: TurnFacts): Draft => {
  const missing = (needs[understanding.intent] ?? []).find(what => facts.unavailable.includes(what));
  if (missing) return { parts: [{ kind: 'unavailable', what: missing }], suggestions: suggest('person') };
  // Whoever waits for a person keeps their place; only leaving the queue gives the bot its whole voice back.
  if (facts.conversation.owner === 'waiting' && understanding.intent !== 'cancel') {
    return inLine(turn, understanding, facts, () => decisions[understanding.intent](turn, understanding, facts));
  }
  const sure = mayBeQuestion(understanding) ? certainAnswer(facts) : null;
  const decided =
    (understanding.edits?.undoes ? decisions[understanding.intent](turn, understanding, facts) : undefined) ??
    // 大红袍多少钱, right after the order that holds it was told.
    (understanding.own?.costs ? ownCase(turn, understanding, facts) : undefined) ??
    thingAwaited(turn, understanding, facts) ??
    keepsCancelled(turn, understanding, facts) ??
    askedOnGround(turn, understanding, facts) ??
    figureHeld(understanding, facts) ??
    othersOrder(turn, understanding, facts) ??
    claimMoved(turn, understanding, facts) ??
    askedOfClaimTold(understanding, facts) ??
    claimAskedOn(turn, understanding, facts) ??
    ownCase(turn, understanding, facts) ??
    unseenCase(turn, understanding, facts) ??
    deliveryTold(understanding, facts) ??
    sure ??
    talkOf(turn, understanding, facts) ??
    decisions[understanding.intent](turn, understanding, facts);
  const draft = withHandoff(turn, understanding, facts, decided);
  return understanding.mood === 'upset' && understanding.intent !== 'complaint'
    ? {
        ...draft,
        memory: { ...draft.memory, serviceFirst: true },
        suggestions: [...suggest('person'), ...(draft.suggestions ?? [])],
      }
    : draft;
};

/** What shops are told beside their goods; a deal and goods go with it where they are what it is about. */
const talkOf = (turn: Turn, understanding: Understanding, facts: TurnFacts): Draft | undefined => {
  const { shopTalk } = understanding;
  if (shopTalk === undefined || shopTalk === 'sarcasm' || understanding.intent !== intentOfTalk[shopTalk])
    return undefined;
  const talk = talkToShop(shopTalk, understanding, facts);
  const { intent } = understanding;
  // A deal on something else tells nothing of what is to come.
  if (shopTalk === 'sale-soon' && facts.promotions && facts.promotions.open.length > 0) {
    const now = running(facts.promotions, facts);
    return { ...now, parts: [...talk.parts, ...now.parts], memory: { ...now.memory, failures: 0 } };
  }
  if (intent !== 'recommend' && intent !== 'deals' && intent !== 'better-deal') return talk;
  const beside = decisions[intent](turn, understanding, facts);
  return { ...beside, parts: [...talk.parts, ...beside.parts] };
};

/** What was said about taste is remembered whatever the message was about, unless the shopper asked to be forgotten. */
const remembering = (understanding: Understanding, facts: TurnFacts): ReplyEffect[] => {
  const { intent, unkept, ask } = understanding;
  // In which colour a thing should be is no taste yet.
  const forgets = unkept || ask === 'other-colour' || intent === 'forget' || intent === 'forget-all';
  const open = new Set(conflicting(understanding, facts).map(c => c.now));
  const preferences = statedIn(understanding).filter(p => !open.has(p));
  if (forgets || !facts.shopper.consent.profile || preferences.length === 0) return [];
  return [{ kind: 'remember', preferences, correction: understanding.correction }];
};

/** The offer decided in this turn, if it is a new one; one that stands already is not pushed again. */
const newOffer = ({ decision, openOffers }: TurnFacts): Offer | null =>
  decision?.kind === 'offer' && !openOffers.some(open => open.id === decision.offer.id) ? decision.offer : null;

/**
 * Every decision that a reply acts on leaves its record, the deliberate "none" and the held-out included. An offer that
 * stands already was recorded when it was made.
 */
const deciding = (facts: TurnFacts, draft: Draft): ReplyEffect[] => {
  const { decision } = facts;
  if (!decision || !draft.offers || (decision.kind === 'offer' && !newOffer(facts))) return [];
  return [{ kind: 'impression', decision, impression: facts.impression }];
};

/** A complaint nobody mentions again for this many messages no longer stands between the shopper and a deal. */
const serviceTurns = 10;

const isSamePage = ({ topic }: ConversationMemory, { memory }: Draft): boolean =>
  topic !== undefined && memory?.topic === topic;

const ofProduct: ReadonlySet<Understanding['intent']> = new Set(['product-details', 'stock']);

/** A rule may have been asked by what was taken for one of these. */
const ofOwnOrders: ReadonlySet<Understanding['intent']> = new Set(['start-return', 'order-status', 'cancel-order']);

/** Nothing of service is spoken of any more. */
const leavesService: ReadonlySet<Understanding['intent']> = new Set([
  'product-search',
  'recommend',
  'product-details',
  'add-to-cart',
  'view-cart',
  'deals',
  'promotion-question',
]);
const serviceOf = (
  { plainly, own, exchanges, intent }: Understanding,
  { turns }: ConversationMemory,
  { memory, start }: Draft,
): Pick<ConversationMemory, 'service'> => {
  const rule = ofService([
    plainly?.name,
    exchanges ? 'exchange' : undefined,
    ...(own?.matters.map(matter => ruleOfMatter[matter]) ?? []),
    start?.flow === 'return' ? 'return-period' : undefined,
    memory?.subject,
  ]);
  return rule !== undefined
    ? { service: { rule, at: turns + 1 } }
    : leavesService.has(intent)
      ? { service: undefined }
      : {};
};

const namesThing = ({ entities: { products, ordinal } }: Understanding): boolean =>
  products.length > 0 || (ordinal !== undefined && ordinal !== 0);

const nextMemory = (understanding: Understanding, facts: TurnFacts, draft: Draft): ConversationMemory => {
  const { turns, complainedAt, serviceFirst } = facts.memory;
  const lapsed = serviceFirst && turns - (complainedAt ?? 0) >= serviceTurns;
  // "It", after a new list, is nothing that was talked about before and is not on it.
  const { focus, ...before } = facts.memory;
  const rejected = rejectedWith(facts.memory, understanding);
  const isStill = focus !== undefined && (draft.memory?.shown?.includes(focus) ?? true);
  const next: ConversationMemory = {
    ...before,
    ...(isStill ? { focus } : {}),
    // What is asked of a product by its name or its place is what "it" is from then on.
    ...(understanding.intent === 'question' && namesThing(understanding) && facts.focus
      ? { focus: facts.focus.id }
      : {}),
    language: understanding.language,
    lastIntent: understanding.intent,
    // What goes on about the page that was told goes on about its rule.
    policy: understanding.plainly?.name ?? (isSamePage(facts.memory, draft) ? facts.memory.policy : undefined),
    ...serviceOf(understanding, facts.memory, draft),
    topic: undefined,
    subject: undefined,
    sum: undefined,
    ...addedUpAfter(
      understanding.intent,
      facts.memory,
      understanding.intent === 'add-to-cart' && draft.claim === undefined,
    ),
    toldOfTopic: undefined,
    ...hadTold(understanding, facts.memory, facts.focus),
    ...(ofProduct.has(understanding.intent) &&
    understanding.said &&
    (hasFormOfQuestion(understanding.said) || asksOfThing(understanding.said))
      ? { asked: { text: understanding.said, at: turns } }
      : {}),
    ...(understanding.said &&
    (understanding.intent === 'question' ||
      (ofOwnOrders.has(understanding.intent) && hasFormOfQuestion(understanding.said)))
      ? { questioned: { text: understanding.said, at: turns } }
      : {}),
    ...(understanding.trouble ? { troubledAt: turns } : {}),
    ...(understanding.abroad === undefined ? {} : { abroad: understanding.abroad }),
    ...(understanding.place === undefined ? {} : { place: understanding.place }),
    ...(rejected.length > 0 || before.rejected ? { rejected } : {}),
    turns: turns + 1,
    ...(lapsed ? { serviceFirst: false } : {}),
    ...(draft.memory?.serviceFirst ? { complainedAt: turns } : {}),
    ...(draft.memory?.offer ? { offerAt: turns } : {}),
    ...(understanding.sizeSaid === undefined ? {} : { size: understanding.sizeSaid }),
    ...draft.memory,
  };
  const seen = seenWith(facts.memory, next);
  return { ...next, ...(seen.length > 0 || before.seen ? { seen } : {}) };
};
