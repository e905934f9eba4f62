import { asId, type FactId } from '../knowledge/domain/ids.ts';
import type { ProductMention } from '../knowledge/domain/order.ts';
import { factsToAdd } from '../knowledge/profile/facts.ts';
import { forgetEverything } from '../knowledge/profile/forget-everything.ts';
import { maskPersonal } from '../knowledge/retrieval/pages/mask.ts';
import { fold, languageOf } from '../knowledge/retrieval/text/fold.ts';
import { promiseOffer } from './offers/choose/promise.ts';
import { addOne, addTogether, cartIdOf, changeCart, setQuantity, setSize, takeOut } from './record-cart.ts';
import { enterCodes } from './record-codes.ts';
import { leaveContact, leaveQueue, queueForPerson } from './record-handoff.ts';
import { mentionsOf } from './record-mentions.ts';
import { giveOfferUp, putOfferOn, takeOfferOff } from './record-offer.ts';
import { erasesAll, type Reply, type ReplyClaim, type ReplyEffect, type ReplyPart } from './reply.ts';
import type { DialogServices } from './services.ts';
import type { Turn } from './turn.ts';
import type { TurnFacts } from './turn-facts.ts';

export interface Recorded {
  /** The claim's outcome; shown before the parts that were decided. */
  readonly parts: readonly ReplyPart[];
  readonly cartChanged: boolean;
  /** What is said: the reply as decided, or without an offer whose money was promised to others meanwhile. */
  readonly reply: Reply;
}

/**
 * Writes what a reply brings with it, before its words go out: profile facts, the offer and its impression, ownership;
 * then claims what the answer depends on. Each write is idempotent by the turn's id, so a repeated turn changes nothing.
 */
export const record = async (
  turn: Turn,
  reply: Reply,
  facts: TurnFacts,
  services: DialogServices,
): Promise<Recorded> => {
  // Products that came up wait for no other write, and no other write waits for them.
  const [kept] = await Promise.all([
    recordEffects(turn, reply, facts, services),
    erasesAll(reply) ? undefined : noteMentions(mentionsOf(turn, reply, facts), services),
  ]);
  if (!reply.claim) return { parts: [], cartChanged: reply.effects.some(e => e.kind === 'decline-offer'), reply: kept };
  const parts = await claim(reply.claim, turn, facts, services);
  const added = parts.flatMap(part => (part.kind === 'added-to-cart' ? [part.product.id] : []));
  if (added.length > 0)
    await services.stores.browsing.add(
      added.map(product => ({ shopper: turn.shopper, product, kind: 'cart', at: turn.at })),
    );
  return { parts, cartChanged: true, reply: kept };
};

const recordEffects = async (turn: Turn, reply: Reply, facts: TurnFacts, services: DialogServices): Promise<Reply> => {
  let kept = reply;
  for (const effect of reply.effects) {
    if (effect.kind === 'impression' && !(await promised(effect, turn, facts, services))) {
      kept = withoutOffer(reply, effect, facts);
    } else await write(effect, turn, facts, services);
  }
  return kept;
};

const noteMentions = async (mentions: readonly ProductMention[], { stores }: DialogServices): Promise<void> => {
  if (mentions.length > 0) await stores.mentions.add(mentions);
};

type ImpressionEffect = Extract<ReplyEffect, { kind: 'impression' }>;

/** The ledger first: an impression never speaks of an offer that isn't there. */
const promised = async (
  { decision }: ImpressionEffect,
  turn: Turn,
  { shop }: TurnFacts,
  { stores }: DialogServices,
): Promise<boolean> => decision.kind !== 'offer' || promiseOffer(stores, decision.offer, shop, turn.at);

/** As if the offer had not been thought of: nothing is remembered of it, and nobody is asked whether they want to know why. */
const withoutOffer = (reply: Reply, effect: ImpressionEffect, { shop, memory: before }: TurnFacts): Reply => {
  const none = { kind: 'no-offer', reason: 'budget-spent', freeShippingFrom: shop.freeShippingFrom ?? null } as const;
  const { offer: _, offerAt: __, ...memory } = reply.memory;
  return {
    ...reply,
    memory: {
      ...memory,
      ...(before.offer === undefined ? {} : { offer: before.offer }),
      ...(before.offerAt === undefined ? {} : { offerAt: before.offerAt }),
    },
    suggestions: reply.suggestions.filter(s => s.kind !== 'intent' || s.intent !== 'why-offer'),
    effects: reply.effects.filter(e => e !== effect),
    parts: reply.parts.flatMap((part): ReplyPart[] => {
      // What could not be promised for more goods leaves what stands.
      if (part.kind === 'counter-offer') return [{ kind: 'no-better-deal', offer: part.standing }];
      if (part.kind !== 'offer') return [part];
      return part.unprompted ? [] : [none];
    }),
  };
};

const write = async (effect: ReplyEffect, turn: Turn, facts: TurnFacts, services: DialogServices): Promise<void> => {
  const { stores } = services;
  switch (effect.kind) {
    case 'remember': {
      let made = 0;
      // When a turn is repeated its own facts are there already: they have the same ids and must not supersede themselves.
      const before = facts.profile.filter(fact => fact.turn !== turn.id);
      const added = factsToAdd(effect.preferences, before, {
        shopper: turn.shopper,
        conversation: turn.conversation,
        turn: turn.id,
        now: turn.at,
        correction: effect.correction,
        makeId: () => asId<FactId>(`${turn.id}.f${made++}`),
      });
      if (added.length > 0) await stores.facts.add(added);
      return;
    }
    case 'forget':
      await stores.facts.forget(turn.shopper, effect.facts);
      return;
    case 'forget-all':
      await forgetEverything(stores, turn.shopper);
      return;
    case 'consent':
      await stores.shoppers.ensure(facts.shopper);
      await stores.shoppers.setConsent(turn.shopper, { personalOffers: effect.personalOffers });
      return;
    case 'impression':
      if (effect.impression) await stores.impressions.insert(effect.impression);
      return;
    case 'queue-for-person':
      await queueForPerson(turn, facts, services, effect);
      return;
    case 'leave-queue':
      await leaveQueue(turn, facts, services);
      return;
    case 'unanswered':
      await stores.gaps.add({
        id: turn.id,
        text: maskPersonal(effect.text),
        language: languageOf(fold(effect.text)) ?? facts.conversation.language,
        at: turn.at,
        nearest: effect.nearest,
        reason: 'unanswered',
      });
      return;
    case 'leave-contact':
      await leaveContact(turn, facts, services, effect.contact);
      return;
    case 'decline-offer':
      await giveOfferUp(effect.offer, turn, services);
  }
};

const claim = async (
  wanted: ReplyClaim,
  turn: Turn,
  facts: TurnFacts,
  services: DialogServices,
): Promise<ReplyPart[]> => {
  switch (wanted.kind) {
    case 'add-to-cart':
      return addOne(wanted, turn, facts, services);
    case 'remove-from-cart':
      return takeOut(wanted, turn, facts, services);
    case 'set-quantity':
      return setQuantity(wanted, turn, facts, services);
    case 'change-lines':
      return changeCart(wanted, turn, facts, services);
    case 'set-size':
      return setSize(wanted, turn, facts, services);
    case 'add-together':
      return addTogether(wanted.lines, turn, facts, services);
    case 'apply-code':
    case 'remove-code':
      return enterCodes(wanted, cartIdOf(turn.shopper), turn, facts, services);
    case 'apply-offer':
      return putOfferOn(wanted.offer, turn, facts, services);
    case 'take-off-offer':
      return takeOfferOff(wanted.offer, turn, facts, services);
  }
};
