import { afterAll, beforeAll, expect, test } from 'vitest';
import { asId } from '../knowledge/domain/ids.ts';
import { goods, likesRed, noFlows, openSmallShop, type SmallShop, turnOf } from './dialogs.test-helper.ts';
import type { ConversationMemory } from './memory.ts';
import { runTurn } from './run-turn.ts';

let shop: SmallShop;
beforeAll(async () => {
  shop = await openSmallShop();
});
afterAll(() => shop.close());

/** Every field filled: one that is added to the memory has to be filled here too before this compiles. */
const full: { readonly [Field in keyof Required<ConversationMemory>]: ConversationMemory[Field] & {} } = {
  language: 'en',
  lastIntent: 'forget-all',
  turns: 9,
  failures: 0,
  ownerVersion: 4,
  erasures: 1,
  serviceFirst: true,
  complainedAt: 8,
  contactAskedAt: 3,
  offer: asId('offer-1'),
  offerAt: 2,
  dealsToldAt: 5,
  seen: [asId('p-2')],
  size: '42',
  cartWas: { at: 7, lines: [{ product: goods.mug.id, quantity: 0 }] },
  sizeAsked: { product: goods.mug.id, at: 8 },
  shown: [goods.mug.id],
  rejected: [goods.bag.id],
  focus: goods.mug.id,
  waits: 'return',
  inCart: [{ product: goods.mug.id, quantity: 1 }],
  asked: { text: 'is it waterproof', at: 1 },
  questioned: { text: 'are returns free', at: 1 },
  matter: { about: 'unclear', at: 8 },
  claim: { at: 3, order: 'WY-1' },
  returnOffered: { at: 3, number: 'WY-1' },
  orderTold: { at: 3, number: 'WY-1' },
  goodsOfOrders: { at: 3, products: [goods.mug.id], numbers: ['WY-1'] },
  refundTold: 3,
  policy: 'delivery',
  topic: 'delivery',
  subject: 'refund-time',
  toldOfTopic: ['1ab2'],
  toldLast: { at: 3, marks: ['1ab2'] },
  had: { days: 92, said: '3 months', about: 'my backpack broke', at: 7 },
  why: { text: 'it gives me a rash', at: 8, goods: ['jacket'] },
  troubledAt: 8,
  abroad: true,
  place: { name: 'oslo', abroad: true },
  delivery: { asks: 'by', by: '2026-12-20', at: 3 },
  unseenTold: true,
  figures: { at: 3, total: 8000, fee: 1200 },
  ownAsked: { matters: ['return'], at: 3 },
  service: { rule: 'exchange', at: 3 },
  refused: { number: 'WY-20418', email: 'an@example.com', at: 8 },
  numberLostAt: 3,
  proved: { number: 'WY-20418', email: 'ann@example.com' },
  promotion: asId('promo'),
  addOn: { key: 'x', at: 8, declined: true },
  search: [likesRed],
  goods: 'mug',
  cut: { wanted: 'women' },
  forAll: true,
  missing: { what: 'trousers', at: 8 },
  told: [likesRed],
  budget: { bound: 'max', amount: 100 },
  askedWiderAt: 2,
  toCart: { quantity: 2, size: 'xl', at: 2 },
  askedForgetAt: 8,
  sum: [{ product: goods.mug.id, quantity: 2 }],
  addedUp: [{ product: goods.mug.id, quantity: 2 }],
  toSum: { quantity: 2, at: 3 },
  spentAt: 3,
  spent: { major: 400, of: 'skincare', hour: '21:00' },
  heard: [1, 2],
  lastSaid: { text: 'a mug', at: 2 },
  next: [{ flow: 'return', number: 'WY-20418' }],
};

test('once everything is erased the conversation remembers nothing that was told in it', async () => {
  const { said, memory } = await runTurn(turnOf({ text: 'yes' }), full, noFlows, shop.services);
  expect(said?.text).toMatch(/gone for good/);
  expect(Object.fromEntries(Object.entries(memory).filter(([, value]) => value !== undefined))).toEqual({
    // How the talk itself stands, and what the shop said.
    language: 'en',
    lastIntent: 'yes',
    turns: 10,
    failures: 0,
    serviceFirst: true,
    complainedAt: 8,
    contactAskedAt: 3,
    ownerVersion: 4,
    erasures: 1,
    offer: 'offer-1',
    offerAt: 2,
    dealsToldAt: 5,
    shown: [],
  });
});

test('nor what is told in the very message that erases', async () => {
  const text = 'forget everything about me, my jacket is broken';
  const { said, memory } = await runTurn(turnOf({ text }), full, noFlows, shop.services);
  expect(said?.text).toMatch(/gone for good/);
  expect([memory.why, memory.heard, memory.goods]).toEqual([undefined, undefined, undefined]);
});

test('an address by which no order was found is gone after the next message', async () => {
  const { next: _, ...memoryBefore } = full;
  const { memory } = await runTurn(turnOf({ text: 'do you have mugs?' }), memoryBefore, noFlows, shop.services);
  expect(memory.refused).toBeUndefined();
});
