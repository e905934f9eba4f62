import { describe, expect, test } from 'vitest';
import { asId, type FactId, type OfferId, type ProductId, type TurnId } from '../knowledge/domain/ids.ts';
import type { Impression, OfferDecision } from '../knowledge/domain/offer.ts';
import { decide } from './decide.ts';
import {
  article,
  conversationOf,
  factOf,
  factsOf,
  goods,
  likesRed,
  now,
  offerOf,
  orderOf,
  talk,
  turnOf,
  understood,
} from './dialogs.test-helper.ts';
import { emptyMemory } from './memory.ts';
import { shopper } from './offers/offers.test-helper.ts';
import type { Reply, ReplyPart } from './reply.ts';
import { type Entities, type Intent, intents } from './turn.ts';
import type { TurnFacts } from './turn-facts.ts';

const kinds = (reply: Reply): ReplyPart['kind'][] => reply.parts.map(part => part.kind);
const effects = (reply: Reply): string[] => reply.effects.map(effect => effect.kind);

const cart = {
  cart: {
    id: asId('cart:ann'),
    shopper: shopper().id,
    lines: [{ product: goods.bag.id, quantity: 1 }],
    version: 1,
    updatedAt: now,
  },
  cartProducts: [goods.bag],
  cartPriced: offerOf().priced,
} as const satisfies Partial<TurnFacts>;
const found = { products: [{ product: goods.road, score: 1 }] };
const passage = { id: 'delivery-times#en-1', article, text: 'Delivery takes two to four days.', score: 0.9 };
const standing = offerOf();
const fresh = offerOf({ id: asId<OfferId>('offer-2'), turn: asId<TurnId>('turn-1') });
const offered: OfferDecision = { kind: 'offer', offer: fresh, propensity: 0.4 };
const impression: Impression = {
  id: asId('turn-1'),
  shopper: shopper().id,
  conversation: talk,
  campaign: fresh.campaign,
  treatment: fresh.promotion,
  propensity: 0.4,
  features: {},
  at: now,
};

type Row = readonly [
  facts: Partial<TurnFacts>,
  parts: readonly ReplyPart['kind'][],
  also?: { effects?: string[]; claim?: string; start?: string },
];

/** What each intent says when all goes well. The compiler asks for a row when an intent is added. */
const table = {
  greeting: [{}, ['greeting']],
  thanks: [{}, ['thanks']],
  goodbye: [{}, ['goodbye']],
  help: [{}, ['help']],
  identity: [{}, ['identity']],
  cancel: [{}, ['cancelled']],
  person: [{}, ['queued'], { effects: ['queue-for-person'] }],
  'opt-out': [{}, ['opted-out'], { effects: ['consent'] }],
  'opt-in': [{}, ['opted-in'], { effects: ['consent'] }],
  question: [{ passages: [passage] }, ['answer']],
  'order-status': [{ orders: [orderOf()] }, ['orders']],
  'start-return': [{}, [], { start: 'return' }],
  'cancel-order': [{}, [], { start: 'cancel-order' }],
  reorder: [{ again: { order: orderOf(), products: [goods.bag] } }, ['again']],
  'product-search': [found, ['products']],
  'product-details': [{ focus: goods.bag }, ['product']],
  stock: [{ focus: goods.bag }, ['product']],
  recommend: [found, ['products']],
  'why-product': [{ focus: goods.bag, why: { fits: [] } }, ['why-product']],
  deals: [{ decision: offered, impression }, ['offer'], { effects: ['impression'] }],
  'better-deal': [{ openOffers: [standing] }, ['no-better-deal']],
  'why-offer': [{ offer: standing }, ['why-offer']],
  'apply-offer': [{ offer: standing }, [], { claim: 'apply-offer' }],
  'decline-offer': [{ offer: standing }, ['offer-declined'], { effects: ['decline-offer'] }],
  'add-to-cart': [{ focus: goods.bag }, [], { claim: 'add-to-cart' }],
  'remove-from-cart': [cart, [], { claim: 'remove-from-cart' }],
  'change-quantity': [cart, ['which-to-change']],
  'view-cart': [cart, ['cart']],
  'about-me': [{ profile: [factOf()] }, ['about-me']],
  forget: [{ toForget: [factOf()] }, ['forgotten'], { effects: ['forget'] }],
  'forget-all': [{ profile: [factOf()] }, ['ask-forget']],
  complaint: [{}, ['sorry']],
  'state-preference': [{}, ['what-for']],
  yes: [{}, ['all-right']],
  no: [{}, ['all-right']],
  'promotion-question': [{}, ['dont-know'], { effects: ['unanswered'] }],
  'apply-code': [{}, ['ask-code']],
  unclear: [{}, ['unclear']],
} as const satisfies Record<Intent, Row>;

describe('every intent has its answer', () => {
  test.each(intents.map(intent => [intent, table[intent] as Row] as const))('%s', (intent, [facts, parts, also]) => {
    const reply = decide(turnOf(), understood(intent), factsOf(facts));
    expect(kinds(reply)).toEqual(parts);
    expect(effects(reply)).toEqual(also?.effects ?? []);
    expect(reply.claim?.kind).toBe(also?.claim);
    expect(reply.start?.flow).toBe(also?.start);
    expect(reply.memory).toMatchObject({ turns: 1, lastIntent: intent, language: 'en' });
  });

  test.each(intents)('%s: the same inputs give the same reply, and change none of them', intent => {
    const inputs = [turnOf(), understood(intent, { preferences: [likesRed] }), factsOf(table[intent][0])] as const;
    const before = structuredClone(inputs);
    const reply = structuredClone(decide(...inputs));
    expect(inputs).toEqual(before);
    expect(decide(...before)).toEqual(reply);
  });

  test.each(intents.filter(i => i !== 'cancel'))(
    '%s from somebody waiting for a person tells the place in the queue, and only that',
    intent => {
      const facts = factsOf({
        ...table[intent][0],
        conversation: conversationOf({ owner: 'waiting' }),
        queueLength: 2,
      });
      const reply = decide(turnOf(), understood(intent), facts);
      // Whoever takes leave or says thank you hears that first.
      const takesLeave = intent === 'thanks' || intent === 'goodbye';
      expect(reply.parts).toEqual([
        ...(takesLeave ? [{ kind: intent }] : []),
        { kind: 'still-queued', position: 2, ...(takesLeave ? { leaves: true } : {}) },
      ]);
      expect(reply.claim ?? reply.start).toBeUndefined();
      expect(effects(reply)).toEqual([]);
    },
  );
});

describe('what could not be read is said', () => {
  const rows: [Intent, string][] = [
    ['order-status', 'orders'],
    ['start-return', 'orders'],
    ['product-search', 'products'],
    ['recommend', 'products'],
    ['stock', 'products'],
    ['deals', 'offers'],
    ['deals', 'decision'],
    ['deals', 'shopper'],
    ['apply-offer', 'offers'],
    ['why-offer', 'offers'],
    ['view-cart', 'cart'],
    ['add-to-cart', 'products'],
    ['about-me', 'profile'],
    ['forget-all', 'profile'],
  ];
  test.each(rows)('%s without %s', (intent, what) => {
    const reply = decide(turnOf(), understood(intent), factsOf({ ...table[intent][0], unavailable: [what] }));
    expect(reply.parts).toEqual([{ kind: 'unavailable', what }]);
    expect(reply.claim ?? reply.start).toBeUndefined();
    expect(reply.effects).toEqual([]);
    expect(reply.suggestions).toEqual([{ kind: 'intent', intent: 'person' }]);
  });

  test('what the message does not need may be missing', () => {
    const facts = factsOf({ passages: [passage], unavailable: ['orders', 'products', 'offers', 'profile'] });
    expect(kinds(decide(turnOf(), understood('question'), facts))).toEqual(['answer']);
  });
});

describe('a deal nobody asked for', () => {
  const places: [Intent, Partial<TurnFacts>][] = [
    ['product-search', found],
    ['recommend', found],
    ['product-details', { focus: goods.bag }],
    ['view-cart', cart],
  ];

  test.each(places)('comes after the answer to %s, is recorded once and remembered for "yes"', (intent, facts) => {
    const reply = decide(turnOf(), understood(intent), factsOf({ ...facts, decision: offered, impression }));
    expect(reply.parts.at(-1)).toEqual({ kind: 'offer', offer: fresh, unprompted: true });
    expect(reply.effects).toEqual([{ kind: 'impression', decision: offered, impression }]);
    expect(reply.memory.offer).toBe(fresh.id);
  });

  test.each(places)('that stands already is not pushed again with %s, nor recorded again', (intent, facts) => {
    const again = { ...offered, offer: standing };
    const reply = decide(turnOf(), understood(intent), factsOf({ ...facts, decision: again, openOffers: [standing] }));
    expect(kinds(reply)).not.toContain('offer');
    expect(effects(reply)).toEqual([]);
  });

  test.each(places)(
    'withheld from the held-out is recorded with %s where others would have seen it',
    (intent, facts) => {
      const heldOut: OfferDecision = { kind: 'held-out', ghost: fresh, propensity: 0.1 };
      const reply = decide(turnOf(), understood(intent), factsOf({ ...facts, decision: heldOut, impression }));
      expect(kinds(reply)).not.toContain('offer');
      expect(effects(reply)).toEqual(['impression']);
    },
  );

  test.each<[string, OfferDecision]>([
    ['shown', offered],
    ['held out', { kind: 'held-out', ghost: fresh, propensity: 0.1 }],
    ['none', { kind: 'none', reason: 'no-uplift', campaign: fresh.campaign, propensity: 0.5 }],
  ])('is counted for nobody where nobody would see it: %s', (_name, decision) => {
    for (const intent of ['add-to-cart', 'state-preference', 'product-search'] as const) {
      const reply = decide(turnOf(), understood(intent), factsOf({ decision, impression }));
      expect(effects(reply), intent).toEqual([]);
    }
  });
});

describe('service comes first', () => {
  const upset = { ...emptyMemory, serviceFirst: true, complainedAt: 0, turns: 1 };

  test('a complaint silences deals, also for those who ask, and says why', () => {
    const after = decide(turnOf(), understood('complaint', { mood: 'upset' }), factsOf());
    expect(after.memory).toMatchObject({ serviceFirst: true, complainedAt: 0 });
    for (const intent of ['deals', 'better-deal'] as const) {
      const facts = factsOf({
        memory: after.memory,
        openOffers: [standing],
        decision: { kind: 'none', reason: 'not-now' },
      });
      const reply = decide(turnOf(), understood(intent), facts);
      expect(reply.parts).toMatchObject([{ kind: 'no-offer', reason: 'service-first' }]);
    }
  });

  test('an angry question is answered, a person is one tap away and selling stops', () => {
    const reply = decide(turnOf(), understood('question', { mood: 'upset' }), factsOf({ passages: [passage] }));
    expect(kinds(reply)).toEqual(['answer']);
    expect(reply.suggestions[0]).toEqual({ kind: 'intent', intent: 'person' });
    expect(reply.memory.serviceFirst).toBe(true);
  });

  test('it ends with a thank-you, or lapses after ten messages without another complaint', () => {
    expect(decide(turnOf(), understood('thanks'), factsOf({ memory: upset })).memory.serviceFirst).toBe(false);
    let memory = upset;
    for (let i = 0; i < 9; i++) {
      memory = { ...upset, ...decide(turnOf(), understood('help'), factsOf({ memory })).memory, complainedAt: 0 };
      expect(memory.serviceFirst, `after ${memory.turns} messages`).toBe(true);
    }
    expect(decide(turnOf(), understood('help'), factsOf({ memory })).memory.serviceFirst).toBe(false);
  });
});

describe('yes and no answer what was asked last', () => {
  const onTable = { offer: standing, openOffers: [standing], memory: { ...emptyMemory, offer: standing.id } };

  test('the offer on the table', () => {
    expect(decide(turnOf(), understood('yes'), factsOf(onTable)).claim).toEqual({
      kind: 'apply-offer',
      offer: standing.id,
    });
    expect(decide(turnOf(), understood('no'), factsOf(onTable)).effects).toEqual([
      { kind: 'decline-offer', offer: standing.id },
    ]);
  });

  test.each(["I'm not returning anything", '我不是要退'])('"%s" turns down no offer', text =>
    expect(effects(decide(turnOf({ text }), understood('no'), factsOf(onTable)))).toEqual([]),
  );

  test.each<[string, Partial<typeof emptyMemory>]>([
    ['after a complaint', { lastIntent: 'complaint' }],
    ['after a question that was not answered', { lastIntent: 'question', failures: 1 }],
  ])('a person %s, even with an offer on the table', (_name, memory) => {
    const facts = factsOf({ ...onTable, memory: { ...onTable.memory, ...memory }, queueLength: 1 });
    const yes = decide(turnOf(), understood('yes'), facts);
    expect(yes.parts).toEqual([{ kind: 'queued', position: 2 }]);
    expect(yes.claim).toBeUndefined();
    expect(effects(decide(turnOf(), understood('no'), facts))).toEqual([]);
  });

  test('an offer already used or applied is not applied by "yes"', () => {
    for (const state of ['held', 'redeemed', 'expired'] as const) {
      const facts = factsOf({ ...onTable, offer: offerOf({ state }) });
      expect(decide(turnOf(), understood('yes'), facts).claim, state).toBeUndefined();
    }
  });
});

describe('orders', () => {
  test('a guest is asked for number and e-mail, the number kept when it was said', () => {
    const reply = decide(
      turnOf({ signedIn: false }),
      understood('order-status', { entities: { products: [], orderNumber: 'WY-1' } }),
      factsOf(),
    );
    expect(reply.start).toEqual({ flow: 'guest-order', number: 'WY-1' });
  });

  test('a refused proof and an order found', () => {
    const refused = { orderRefused: true, orders: [orderOf()] };
    expect(kinds(decide(turnOf({ signedIn: false }), understood('order-status'), factsOf(refused)))).toEqual([
      'order-not-found',
    ]);
    // Whoever is signed in has given no e-mail address that could be wrong.
    expect(decide(turnOf(), understood('order-status'), factsOf(refused)).parts).toEqual([
      { kind: 'orders', orders: [orderOf()], none: 'of-number' },
    ]);
    expect(kinds(decide(turnOf(), understood('order-status'), factsOf({ order: orderOf() })))).toEqual(['order']);
    expect(kinds(decide(turnOf(), understood('order-status'), factsOf()))).toEqual(['no-orders']);
  });

  test('of several orders the one of the day spoken of is shown, placed or arriving on it', () => {
    const on = (number: string, placed: string, expected: string) => {
      const shippedAt = new Date(`${placed}T09:00:00Z`);
      const expectedAt = new Date(`${expected}T09:00:00Z`);
      const shipment = { carrier: 'SF', tracking: number, shippedAt, expectedAt };
      return orderOf({ number, placedAt: shippedAt, shipment });
    };
    const orders = [on('A', '2026-11-01', '2026-11-04'), on('B', '2026-11-04', '2026-11-09')];
    const shown = (when: Entities['when']) =>
      decide(
        turnOf(),
        understood('order-status', { entities: { products: [], ...(when ? { when } : {}) } }),
        factsOf({ orders }),
      ).parts;
    expect(shown({ from: '2026-11-01', to: '2026-11-01' })).toEqual([{ kind: 'order', order: orders[0] }]);
    expect(shown({ from: '2026-11-04', to: '2026-11-04' })).toEqual([{ kind: 'order', order: orders[1] }]);
    expect(shown({ from: '2026-11-09' })).toEqual([{ kind: 'order', order: orders[1] }]);
    for (const when of [undefined, { to: '2026-12-24' }, { from: '2026-10-01', to: '2026-10-02' }])
      expect(shown(when)).toEqual([{ kind: 'orders', orders }]);
  });
});

describe('an order of one’s own, asked about', () => {
  const orders = [orderOf()];
  test('none was placed on the day it is said to be of', () => {
    const understanding = understood('order-status', {
      entities: { products: [], when: { from: '2020-11-01', to: '2020-11-01' } },
    });
    const text = 'where is what i ordered on 1 november';
    expect(decide(turnOf({ text }), understanding, factsOf({ orders })).parts).toEqual([
      { kind: 'orders', orders, none: 'of-days' },
    ]);
  });
  test('what it does not tell is said to be unknown', () => {
    const text = "ok so 20418 is already on its way, i'll refuse it at the door, is that fine?";
    expect(decide(turnOf({ text }), understood('order-status'), factsOf({ order: orders[0]! })).parts).toEqual([
      { kind: 'order', order: orders[0] },
      { kind: 'part-unknown', asked: "i'll refuse it at the door" },
    ]);
  });
  test('until when it can go back', () => {
    const text = 'the shoe from that order, can I still return it?';
    const [part] = decide(turnOf({ text }), understood('question'), factsOf({ orders })).parts;
    expect(part).toMatchObject({ kind: 'return-window', order: orders[0] });
    const old = orderOf({ status: 'cancelled' });
    expect(decide(turnOf({ text }), understood('question'), factsOf({ orders: [old] })).parts[0]).toMatchObject({
      kind: 'return-refused',
      reason: 'cancelled',
    });
  });
});

describe('what was said about taste', () => {
  test('is remembered whatever the message was about, once', () => {
    const reply = decide(turnOf(), understood('product-search', { preferences: [likesRed] }), factsOf(found));
    expect(reply.effects).toEqual([{ kind: 'remember', preferences: [likesRed], correction: false }]);
  });

  test.each<[string, Intent, Partial<TurnFacts>]>([
    ['asks to forget', 'forget', { toForget: [factOf()] }],
    ['asks to forget everything', 'forget-all', {}],
    [
      'does not want to be remembered',
      'product-search',
      { shopper: shopper({ consent: { personalOffers: true, profile: false } }) },
    ],
  ])('is not remembered of somebody who %s', (_name, intent, facts) => {
    const reply = decide(turnOf(), understood(intent, { preferences: [likesRed] }), factsOf(facts));
    expect(effects(reply)).not.toContain('remember');
  });

  test('only what was known when an offer was made explains it', () => {
    const later = factOf({ id: asId<FactId>('fact-2'), statedAt: now });
    const reply = decide(turnOf(), understood('why-offer'), factsOf({ offer: standing, profile: [later, factOf()] }));
    expect(reply.parts).toMatchObject([{ kind: 'why-offer', factsUsed: [{ id: 'fact-1' }] }]);
  });
});

test('a message cut short is said first; three misses offer a person first', () => {
  expect(kinds(decide(turnOf({ cut: true }), understood('help'), factsOf()))).toEqual(['message-cut', 'help']);
  const missed = decide(turnOf(), understood('unclear'), factsOf({ memory: { ...emptyMemory, failures: 2 } }));
  expect(missed.suggestions).toEqual([{ kind: 'intent', intent: 'person' }]);
  expect(missed.memory.failures).toBe(3);
});

test('a colour that is sold out is not among those it comes in', () => {
  const sold = { ...goods.bag, id: asId<ProductId>('sold'), stock: 0, attributes: { colour: ['blue'] } };
  const blue = { ...likesRed, value: 'blue' };
  const facts = factsOf({ focus: { ...goods.bag, attributes: { colour: ['red'] } }, family: [sold] });
  expect(decide(turnOf(), understood('product-details', { asksOf: [blue] }), facts).parts).toMatchObject([
    { kind: 'product-answer', others: [], colours: ['red'] },
  ]);
});

test('what was noted is erased by a yes right after it was asked, and by none later', () => {
  const asked = (turns: number) =>
    factsOf({ memory: { ...emptyMemory, turns, askedForgetAt: 3 }, profile: [factOf()] });
  expect(effects(decide(turnOf(), understood('yes'), asked(4)))).toContain('forget-all');
  expect(effects(decide(turnOf(), understood('yes'), asked(5)))).not.toContain('forget-all');
  expect(effects(decide(turnOf(), understood('no'), asked(4)))).not.toContain('forget-all');
});

test('leaving the queue gives the bot its voice back', () => {
  const facts = factsOf({ conversation: conversationOf({ owner: 'waiting' }) });
  const reply = decide(turnOf(), understood('cancel'), facts);
  expect(reply.parts).toEqual([{ kind: 'cancelled', what: 'queue' }]);
  expect(effects(reply)).toEqual(['leave-queue']);
});

test('what is only likely is shown with a hedge, the next topics and a person, and never over something understood', () => {
  const other = { ...passage, id: 'x#en-1', article: { ...article, id: asId<typeof article.id>('x') }, score: 0.3 };
  const passages = [{ ...passage, score: 0.45, hedged: true }, other];
  const reply = decide(turnOf(), understood('question'), factsOf({ passages }));
  expect(reply.parts).toEqual([{ kind: 'answer', passage: passages[0], others: [] }]);
  expect(reply.suggestions.map(s => s.kind)).toEqual(['ask', 'intent']);
  const sure = decide(turnOf(), understood('stock', { confidence: 0.5 }), factsOf({ passages }));
  expect(kinds(sure)).not.toContain('answer');
});

test('of the colour that was asked for, or none', () => {
  const red = {
    ...goods.bag,
    id: asId<ProductId>('bag-red'),
    name: { en: 'River backpack, red', zh: '小河 双肩背包 红色' },
    attributes: { colour: ['red'] },
  };
  const taken = (family: TurnFacts['family']) =>
    decide(turnOf(), understood('add-to-cart', { asksOf: [likesRed] }), factsOf({ focus: goods.bag, family: family! }));
  expect(taken([goods.bag, red]).claim).toMatchObject({ kind: 'add-to-cart', product: 'bag-red' });
  expect([taken([goods.bag]).claim, kinds(taken([goods.bag]))]).toEqual([undefined, ['product-answer']]);
});
