import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { asId, type FactId, type OfferId, type TurnId } from '../knowledge/domain/ids.ts';
import type { Impression, OfferDecision } from '../knowledge/domain/offer.ts';
import type { Stores } from '../knowledge/ports.ts';
import { decide } from './decide.ts';
import {
  ann,
  conversationOf,
  factOf,
  factsOf,
  goods,
  likesRed,
  now,
  offerOf,
  openSmallShop,
  type SmallShop,
  talk,
  turnOf,
  understood,
} from './dialogs.test-helper.ts';
import { shopper } from './offers/offers.test-helper.ts';
import { record } from './record.ts';
import { cartIdOf } from './record-cart.ts';
import type { Reply, ReplyClaim, ReplyEffect } from './reply.ts';
import type { DialogServices } from './services.ts';
import type { TurnFacts } from './turn-facts.ts';

let shop: SmallShop;
beforeEach(async () => {
  shop = await openSmallShop();
});
afterEach(() => shop.close());

const replyOf = (effects: readonly ReplyEffect[], claim?: ReplyClaim): Reply => ({
  ...decide(turnOf(), understood('help'), factsOf()),
  effects,
  ...(claim ? { claim } : {}),
});

const recorded = (
  effects: readonly ReplyEffect[],
  claim?: ReplyClaim,
  facts: Partial<TurnFacts> = {},
  services: DialogServices = shop.services,
) => record(turnOf(), replyOf(effects, claim), factsOf(facts), services);

const offer = offerOf();
const decision: OfferDecision = { kind: 'offer', offer, propensity: 0.4 };
const impression: Impression = {
  id: asId('turn-1'),
  shopper: ann,
  conversation: talk,
  campaign: offer.campaign,
  treatment: offer.promotion,
  offer: offer.id,
  promotion: offer.promotion,
  propensity: 0.4,
  features: {},
  at: now,
};
const shown: ReplyEffect = { kind: 'impression', decision, impression };
const since = new Date(now.getTime() - 60_000);
const inCart = async () => (await shop.stores.carts.get(cartIdOf(ann)))?.lines ?? [];

/** The same services, noting every write in order. */
const noting = (calls: string[]): DialogServices => {
  const note = <K extends keyof Stores>(name: K, methods: readonly (keyof Stores[K])[]): Stores[K] => {
    const noted: Record<PropertyKey, unknown> = {};
    for (const method of methods) {
      noted[method] = (...given: unknown[]) => {
        calls.push(`${String(name)}.${String(method)}`);
        return Reflect.get(shop.stores[name] as object, method)(...given);
      };
    }
    return Object.assign({}, shop.stores[name], noted);
  };
  const stores: Stores = {
    ...shop.stores,
    facts: note('facts', ['add']),
    offers: note('offers', ['insert', 'transition']),
    impressions: note('impressions', ['insert', 'answer']),
    carts: note('carts', ['change']),
  };
  return { ...shop.services, stores };
};

describe('writes come in order', () => {
  test('the offer is in the ledger before its impression, and a claim comes last', async () => {
    const calls: string[] = [];
    const effects: ReplyEffect[] = [{ kind: 'remember', preferences: [likesRed], correction: false }, shown];
    const claim: ReplyClaim = { kind: 'add-to-cart', product: goods.bag.id, quantity: 1 };
    await recorded(effects, claim, {}, noting(calls));
    expect(calls).toEqual(['facts.add', 'offers.insert', 'impressions.insert', 'carts.change']);
  });

  test('a held-out decision leaves its record and no offer', async () => {
    const heldOut = { ...impression, treatment: 'control' as const };
    const ghost: OfferDecision = { kind: 'held-out', ghost: offer, propensity: 0.1 };
    await recorded([{ kind: 'impression', decision: ghost, impression: heldOut }]);
    expect(await shop.stores.offers.get(offer.id)).toBeNull();
    expect(await shop.stores.impressions.recent(ann, since)).toMatchObject([{ treatment: 'control', propensity: 0.4 }]);
  });
});

describe('the same turn again writes nothing twice', () => {
  test('an offer with its impression', async () => {
    await recorded([shown]);
    await recorded([shown]);
    expect(await shop.stores.offers.open(ann, now)).toHaveLength(1);
    expect(await shop.stores.impressions.recent(ann, since)).toHaveLength(1);
  });

  test('a fact', async () => {
    const remember: ReplyEffect = { kind: 'remember', preferences: [likesRed], correction: false };
    await recorded([remember]);
    await recorded([remember]);
    expect(await shop.stores.facts.active(ann, now)).toHaveLength(1);
    const known = { profile: await shop.stores.facts.active(ann, now) };
    await recorded([remember], undefined, known);
    expect(await shop.stores.facts.active(ann, now)).toHaveLength(1);
  });

  test('something put into the cart', async () => {
    const claim: ReplyClaim = { kind: 'add-to-cart', product: goods.bag.id, quantity: 2 };
    const first = await recorded([], claim);
    const again = await recorded([], claim);
    expect(again.parts).toEqual(first.parts);
    expect(await inCart()).toEqual([{ product: goods.bag.id, quantity: 2 }]);
    await record(turnOf({ id: asId<TurnId>('turn-2') }), replyOf([], claim), factsOf(), shop.services);
    expect(await inCart()).toEqual([{ product: goods.bag.id, quantity: 4 }]);
  });

  test('the last piece, where the turn broke off before or after its one write, and what the line comes to then', async () => {
    const claim: ReplyClaim = { kind: 'add-to-cart', product: goods.bag.id, quantity: goods.bag.stock! - 1 };
    await recorded([], claim);
    const last: ReplyClaim = { kind: 'add-to-cart', product: goods.bag.id, quantity: 1 };
    const { carts } = shop.stores;
    const breakingOff = (after: boolean): Stores => ({
      ...shop.stores,
      carts: Object.assign(Object.create(carts) as Stores['carts'], {
        change: async (...args: Parameters<typeof carts.change>) => {
          if (after) await carts.change(...args);
          throw new Error('the process died');
        },
      }),
    });
    const turn = turnOf({ id: asId<TurnId>('turn-last') });
    const said = (stores: Stores) => record(turn, replyOf([], last), factsOf(), { ...shop.services, stores });
    for (const after of [false, true]) await expect(said(breakingOff(after))).rejects.toThrow('died');
    const { parts } = await said(shop.stores);
    expect(parts).toMatchObject([{ kind: 'added-to-cart', inCart: goods.bag.stock }]);
    expect(await inCart()).toEqual([{ product: goods.bag.id, quantity: goods.bag.stock }]);
  });

  test('an offer applied', async () => {
    await recorded([shown]);
    const claim: ReplyClaim = { kind: 'apply-offer', offer: offer.id };
    await recorded([], claim, { offer });
    const books = await shop.stores.books(offer.promotion);
    expect(books.heldMinor).toBe(3_000);
    await recorded([], claim, { offer: (await shop.stores.offers.get(offer.id))! });
    expect(await shop.stores.books(offer.promotion)).toEqual(books);
    expect(await inCart()).toEqual([{ product: goods.bag.id, quantity: 1 }]);
  });
});

describe('forgetting and consent', () => {
  test('one fact goes for good and the others stay; then all go', async () => {
    const blue = factOf({ id: asId<FactId>('fact-2'), value: 'blue' });
    await shop.stores.facts.add([
      { fact: factOf(), supersedes: [] },
      { fact: blue, supersedes: [] },
    ]);
    await recorded([{ kind: 'forget', facts: [factOf().id] }]);
    expect((await shop.stores.facts.active(ann, now)).map(f => f.value)).toEqual(['blue']);
    await recorded([{ kind: 'forget-all' }]);
    expect(await shop.stores.facts.active(ann, now)).toEqual([]);
  });

  test('consent is kept for somebody new as for somebody known, and leaves the other consent alone', async () => {
    await recorded([{ kind: 'consent', personalOffers: false }]);
    expect((await shop.stores.shoppers.get(ann))?.consent).toEqual({ personalOffers: false, profile: true });
    await recorded([{ kind: 'consent', personalOffers: true }], undefined, { shopper: shopper() });
    expect((await shop.stores.shoppers.get(ann))?.consent).toEqual({ personalOffers: true, profile: true });
  });
});

describe('applying from the chat', () => {
  const claim: ReplyClaim = { kind: 'apply-offer', offer: offer.id };

  test('with an empty cart puts what it was priced for into it, and says the new total', async () => {
    await recorded([shown]);
    const { parts, cartChanged } = await recorded([], claim, { offer });
    expect(cartChanged).toBe(true);
    expect(parts).toMatchObject([{ kind: 'offer-applied', total: { minor: 20_000 - 3_000 + 1_200 } }]);
    expect(await shop.stores.carts.get(cartIdOf(ann))).toMatchObject({ offer: offer.id, lines: offer.basket });
    expect((await shop.stores.impressions.byOffer(offer.id))?.answer).toBe('applied');
  });

  test('with what it was said to need, where it does not hold without, and that is told', async () => {
    const rule = {
      conditions: [{ kind: 'min-spend', amount: { minor: 25_000, currency: 'CNY' } }],
      action: offer.rule!.action,
    } as const;
    const basket = [goods.mug, goods.bag].map(({ id }) => ({ product: id, quantity: 1 }));
    const more = offerOf({ rule, basket });
    await shop.stores.offers.insert(more);
    await recorded([], { kind: 'add-to-cart', product: goods.mug.id, quantity: 1 });
    const { parts } = await recorded([], claim, { offer: more });
    expect(parts).toMatchObject([{ kind: 'offer-applied', added: [goods.bag.id] }]);
    expect(await inCart()).toEqual(basket);
  });

  test('without what was taken out since, where it holds without', async () => {
    const basket = [goods.mug, goods.bag].map(({ id }) => ({ product: id, quantity: 1 }));
    const wide = offerOf({ basket });
    await shop.stores.offers.insert(wide);
    await recorded([], { kind: 'add-to-cart', product: goods.bag.id, quantity: 1 });
    const { parts } = await recorded([], claim, { offer: wide });
    expect(parts).toMatchObject([{ kind: 'offer-applied' }]);
    expect(parts[0]).not.toHaveProperty('added');
    expect(await inCart()).toEqual([{ product: goods.bag.id, quantity: 1 }]);
  });

  test('that is refused leaves an empty cart empty', async () => {
    const late = offerOf({ expiresAt: new Date(now.getTime() - 1) });
    await shop.stores.offers.insert(late);
    const { parts } = await recorded([], claim, { offer: late });
    expect(parts).toMatchObject([{ kind: 'offer-refused', reason: 'expired' }]);
    expect(await inCart()).toEqual([]);
  });

  test('from two devices at once fills the cart once and holds the money once', async () => {
    await recorded([shown]);
    const both = await Promise.all(
      ['turn-2', 'turn-3'].map(id =>
        record(turnOf({ id: asId<TurnId>(id) }), replyOf([], claim), factsOf({ offer }), shop.services),
      ),
    );
    expect(both.map(r => r.parts[0]?.kind)).toContain('offer-applied');
    expect(await inCart()).toEqual([{ product: goods.bag.id, quantity: 1 }]);
    const books = await shop.stores.books(offer.promotion);
    expect(books.heldMinor).toBe(3_000);
    expect(books.capMinor - books.remainingMinor).toBe(books.committedMinor + books.heldMinor);
  });

  test('an offer that never was', async () => {
    const { parts } = await recorded([], { kind: 'apply-offer', offer: asId<OfferId>('no-such-offer') });
    expect(parts).toMatchObject([{ kind: 'offer-refused', reason: 'unknown-offer' }]);
  });
});

test('a declined offer gives its money back to what was promised, is marked, and shows no more', async () => {
  await recorded([shown]);
  await recorded([], { kind: 'apply-offer', offer: offer.id }, { offer });
  const { cartChanged } = await recorded([{ kind: 'decline-offer', offer: offer.id }]);
  expect(cartChanged).toBe(true);
  expect(await shop.stores.offers.open(ann, now)).toEqual([]);
  expect((await shop.stores.impressions.byOffer(offer.id))?.answer).toBe('declined');
  const { heldMinor, promisedMinor } = await shop.stores.books(offer.promotion);
  expect({ heldMinor, promisedMinor }).toEqual({ heldMinor: offer.saves.minor, promisedMinor: offer.saves.minor });
});

test('more than there is in stock is not put into the cart', async () => {
  const claim: ReplyClaim = { kind: 'add-to-cart', product: goods.bag.id, quantity: goods.bag.stock! + 1 };
  expect((await recorded([], claim)).parts).toMatchObject([{ kind: 'too-few-left', left: goods.bag.stock }]);
  expect(await inCart()).toEqual([]);
});

test('a quantity that is set is the same when it is set twice, and stays as it was where there are fewer', async () => {
  await recorded([], { kind: 'add-to-cart', product: goods.bag.id, quantity: 1 });
  const set = (quantity: number) => recorded([], { kind: 'set-quantity', product: goods.bag.id, quantity });
  for (let i = 0; i < 2; i++)
    expect((await set(2)).parts).toMatchObject([{ kind: 'quantity-changed', quantity: 2 }, { kind: 'new-total' }]);
  expect(await inCart()).toMatchObject([{ quantity: 2 }]);
  expect((await set(goods.bag.stock! + 1)).parts).toMatchObject([{ kind: 'too-few-left' }]);
  expect(await inCart()).toMatchObject([{ quantity: 2 }]);
});

test('a quantity of what another device took out meanwhile is not said to be in the cart', async () => {
  await recorded([], { kind: 'add-to-cart', product: goods.bag.id, quantity: 1 });
  const cart = (await shop.stores.carts.get(cartIdOf(ann)))!;
  await shop.stores.carts.change(cart.id, cart.version, { lines: [] }, now);
  const { parts } = await recorded([], { kind: 'set-quantity', product: goods.bag.id, quantity: 2 });
  expect(parts).toMatchObject([{ kind: 'offer-refused', reason: 'cart-changed' }]);
  expect(await inCart()).toEqual([]);
});

test('asking for a person puts the conversation in the queue with the reason, and cancelling takes it out', async () => {
  await recorded([{ kind: 'queue-for-person', reason: 'asked' }]);
  const waiting = (await shop.stores.conversations.get(talk))!;
  expect(waiting).toMatchObject({ owner: 'waiting', waitingReason: 'asked' });
  expect(await shop.stores.conversations.waiting()).toHaveLength(1);
  await recorded([{ kind: 'leave-queue' }], undefined, { conversation: waiting });
  expect((await shop.stores.conversations.get(talk))?.owner).toBe('bot');
  expect(conversationOf().owner).toBe('bot');
});

test('a counter-offer for which no money is left is not shown: the offer that stands is', async () => {
  const standing = offerOf({ id: asId<OfferId>('offer-standing') });
  const counter = offerOf({ id: asId<OfferId>('offer-counter') });
  const made: OfferDecision = { kind: 'offer', offer: counter, propensity: 0.4 };
  const stores = {
    ...shop.stores,
    redemptions: Object.assign(Object.create(shop.stores.redemptions) as Stores['redemptions'], {
      promise: async () => 'no-money',
    }),
  };
  const reply: Reply = {
    ...replyOf([{ kind: 'impression', decision: made, impression: null }]),
    parts: [{ kind: 'counter-offer', offer: counter, standing }],
  };
  const facts = factsOf();
  const kept = await record(
    turnOf(),
    { ...reply, memory: { ...reply.memory, offer: counter.id } },
    { ...facts, memory: { ...facts.memory, offer: standing.id } },
    { ...shop.services, stores },
  );
  expect(kept.reply.parts).toEqual([{ kind: 'no-better-deal', offer: standing }]);
  expect(kept.reply.memory.offer).toBe(standing.id);
  expect(kept.reply.effects).toEqual([]);
  expect(await shop.stores.offers.get(counter.id)).toBeNull();
});
