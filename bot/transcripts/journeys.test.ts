import { describe, expect, test, vi } from 'vitest';
import { isHeldOut } from '../../dialogs/offers/choose/choose.ts';
import { checkout } from '../../dialogs/offers/ledger/checkout.ts';
import { cartIdOf } from '../../dialogs/record-cart.ts';
import { asId, type OfferId } from '../../knowledge/domain/ids.ts';
import { parcel } from '../testing/parcel.ts';
import { cardsOfType, type Talk } from '../testing/talk.ts';
import { talkingShop } from '../testing/talking-shop.ts';

const shop = talkingShop();

let newcomers = 0;
/** A signed-in shopper of no orders whom no campaign holds out. */
const treated = async (): Promise<Talk> => {
  const campaigns = await shop.core.stores.promotions.campaigns();
  for (let i = 0; i < 100; i++) {
    const name = `new-${++newcomers}-${i}`;
    if (campaigns.every(c => !isHeldOut(c, asId(name)))) return shop.talkTo(name);
  }
  throw new Error('A hundred shoppers were all held out');
};

/** Now and then exploration says "no offer": somebody else is asked then. */
const withDeal = async () => {
  for (let shopper = 0; shopper < 6; shopper++) {
    const talk = await treated();
    await talk.say('show me jackets over 400');
    const [offer] = cardsOfType(await talk.say('any deals?'), 'offer');
    if (offer) return { talk, id: asId<OfferId>(offer.id), offer };
  }
  throw new Error('Six shoppers asked in vain');
};

describe('S1 a question about delivery names its page', () => {
  test.each(['送货要几天？', 'how many days does delivery take?'])('%s', async says => {
    const answer = await (await shop.talkTo()).say(says);
    expect(cardsOfType(answer, 'source')[0]?.url, answer.text).toMatch(/deliver|ship/);
    expect(/\p{Script=Han}/u.test(answer.text)).toBe(/\p{Script=Han}/u.test(says));
  });
});

test('S3 what was bought with a deal pays back what was paid for it, from the order as it was placed', async () => {
  const { talk, id } = await withDeal();
  await talk.tap({ tap: 'apply-offer', offer: id });
  const { stores, clock, catalogue } = shop.core;
  const placed = await checkout({
    stores,
    cart: cartIdOf(talk.shopper),
    shopper: talk.shopper,
    shop: catalogue.view.shop,
    idempotencyKey: 'journey-return',
    makeOrderNumber: () => 'WY-777001',
    now: clock(),
  });
  if (placed.kind !== 'placed') throw new Error(`The order was refused: ${placed.reason}`);
  const now = clock();
  const shipment = parcel(now, now, now);
  await stores.orders.setStatus(placed.order.id, ['placed'], 'delivered', shipment);
  const order = (await stores.orders.get(placed.order.id))!;
  await talk.say(`I want to return order ${order.number}`);
  let heard = await talk.say('all');
  if (cardsOfType(heard, 'refund').length === 0) heard = await talk.say('too small');
  const [refund] = cardsOfType(heard, 'refund');
  expect(refund, heard.text).toBeDefined();
  expect(refund!.refundMinor).toBe(order.total.minor);
  expect(refund!.notes.every(note => /[.。]$/.test(note))).toBe(true);
  await talk.say('yes');
  const [made] = await stores.returns.ofOrder(order.id);
  expect(made!.refund.minor).toBe(order.total.minor);
});

test('S4 two quick taps on "apply" hold the deal once and both are answered', async () => {
  const { talk, id, offer } = await withDeal();
  const both = await Promise.all([1, 2].map(() => talk.tap({ tap: 'apply-offer', offer: id })));
  expect(both[0]!.text).toMatch(/Your total is now/);
  expect(both[1]!.text).toMatch(/already on your cart|Your total is now/);
  const books = await shop.core.stores.books((await shop.core.stores.offers.get(id))!.promotion);
  expect(books.capMinor - books.remainingMinor).toBe(books.committedMinor + books.heldMinor);
  const cart = (await shop.core.stores.carts.ofShopper(talk.shopper))!;
  expect(cart).toMatchObject({ offer: id });
  expect(cart.lines).toEqual((await shop.core.stores.offers.get(id))!.basket);
  expect(offer.savesMinor).toBeGreaterThan(0);
});

test('S8 on another device the same shopper finds profile, deal and cart again', async () => {
  const { talk, offer } = await withDeal();
  await talk.say('I like blue');
  const phone = await shop.talkTo(talk.shopper);
  const known = cardsOfType(await phone.say('what do you know about me?'), 'facts')[0];
  expect(known?.facts.map(f => f.text).join(' ')).toMatch(/blue/);
  const [same] = cardsOfType(await phone.say('any deals?'), 'offer');
  expect(same).toMatchObject({ id: offer.id, savesMinor: offer.savesMinor });
  expect((await phone.say('yes')).text).toMatch(/Your total is now/);
  expect(cardsOfType(await talk.say('show my cart'), 'cart')[0]?.totalMinor).toBeGreaterThan(0);
});

test('messages sent quickly in a row are answered in their order', async () => {
  const talk = await shop.talkTo();
  const says = ['hello', 'show me backpacks', 'tell me more about the second one', 'add it to my cart', 'thanks'];
  const heard = await Promise.all(says.map(words => talk.say(words)));
  expect(heard.map(h => h.log?.intent)).toEqual([
    'greeting',
    'product-search',
    'product-details',
    'add-to-cart',
    'thanks',
  ]);
  expect(cardsOfType(heard[2]!, 'product')[0]?.id).toBe(cardsOfType(heard[1]!, 'product')[1]?.id);
});

describe('a store that fails in the middle of a turn', () => {
  test('brings one apology, keeps nothing of the turn, and the next one works', async () => {
    const talk = await shop.talkTo();
    await talk.say('show me backpacks');
    const { state, facts } = shop.core.stores;
    const write = vi.spyOn(state, 'write');
    const broken = vi.spyOn(facts, 'add').mockRejectedValueOnce(new Error('the database is down'));
    const failed = await talk.say('show me red jackets');
    expect(failed.text).toMatch(/^Sorry, something went wrong on our side/);
    expect(failed.cards).toEqual([]);
    expect(write).not.toHaveBeenCalled();
    broken.mockRestore();
    const next = await talk.say('tell me more about the first one');
    expect(cardsOfType(next, 'product')[0]?.name).toMatch(/pack|bag/i);
    expect(write).toHaveBeenCalledTimes(1);
    write.mockRestore();
  });

  test('while saving says nothing of what it would have said', async () => {
    const talk = await shop.talkTo();
    const broken = vi.spyOn(shop.core.stores.state, 'write').mockRejectedValueOnce(new Error('the disk is full'));
    const failed = await talk.say('你好');
    broken.mockRestore();
    expect(failed.text).toMatch(/抱歉|Sorry/);
    expect(failed.text).not.toMatch(/智能客服/);
    expect((await talk.say('你好')).text).toMatch(/智能客服/);
  });
});
