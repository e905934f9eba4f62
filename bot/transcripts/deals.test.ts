import { describe, expect, test, vi } from 'vitest';
import { checkout } from '../../dialogs/offers/ledger/checkout.ts';
import { cartIdOf } from '../../dialogs/record-cart.ts';
import { asId, type OfferId } from '../../knowledge/domain/ids.ts';
import type { PromiseMade } from '../../knowledge/ports/promotions.ts';
import { type Answer, cardsOfType, type Talk } from '../testing/talk.ts';
import { talkingShop } from '../testing/talking-shop.ts';
import { treatedGuest } from '../testing/treated-guests.ts';

const shop = talkingShop();

/** A conversation in which a deal was asked for and made; exploring leaves a guest in a hundred without, then the next one. */
const withDeal = async () => {
  let heard = '';
  for (let guest = 0; guest < 4; guest++) {
    const talk = await treatedGuest(shop);
    await talk.say('show me jackets over 400');
    const answer = await talk.say('any deals?');
    const [offer] = cardsOfType(answer, 'offer');
    if (offer) return { talk, offer };
    heard = answer.text;
  }
  throw new Error(`Four guests asked in vain: ${heard}`);
};

const place = (talk: Talk, key: string) =>
  checkout({
    stores: shop.core.stores,
    cart: cartIdOf(talk.shopper),
    shopper: talk.shopper,
    shop: shop.core.catalogue.view.shop,
    idempotencyKey: key,
    now: shop.core.clock(),
    makeOrderNumber: () => `T-${key}`,
  });

describe('one tailored deal', () => {
  test('is quoted, applied to the cart, redeemed once at the checkout, and refused the second time with the reason', async () => {
    const { talk, offer } = await withDeal();
    const applied = await talk.tap({ tap: 'apply-offer', offer: asId<OfferId>(offer.id) });
    expect(applied.text).toMatch(/^Done: .*\. Your total is now/);
    const stored = await shop.core.stores.offers.get(asId<OfferId>(offer.id));
    expect(stored!.state).toBe('held');
    const placed = await place(talk, 'deal-once-1');
    expect(placed.kind).toBe('placed');
    const redeemed = await shop.core.stores.offers.get(asId<OfferId>(offer.id));
    expect(redeemed!.state).toBe('redeemed');
    const again = await talk.tap({ tap: 'apply-offer', offer: asId<OfferId>(offer.id) });
    expect(again.text).toMatch(/already used/);
    const books = await shop.core.stores.books(redeemed!.promotion);
    expect(books.capMinor - books.remainingMinor).toBe(books.committedMinor + books.heldMinor);
  });

  test('is not made when its money was promised to others in that very moment: no card, no record', async () => {
    const { stores } = shop.core;
    const taken: PromiseMade[] = [];
    const promise = stores.redemptions.promise;
    // Between the decision and its record, somebody else is quoted all there is.
    const race = vi.spyOn(stores.redemptions, 'promise').mockImplementation(async (made, at) => {
      for (const { id, remainingMinor: minor } of await stores.promotions.all()) {
        if (minor <= 0) continue;
        const other = { id: asId<OfferId>(`other-${taken.length}`), promotion: id, expiresAt: made.offer.expiresAt };
        if ((await promise({ offer: other, minor }, at)) === 'promised') taken.push({ offer: other, minor });
      }
      return promise(made, at);
    });
    let talk: Talk | undefined;
    let answer: Answer | undefined;
    try {
      // Exploring leaves one in a hundred without an offer to record.
      for (let guest = 0; guest < 4 && taken.length === 0; guest++) {
        talk = await treatedGuest(shop);
        await talk.say('show me jackets over 400');
        answer = await talk.say('any deals?');
      }
    } finally {
      race.mockRestore();
      for (const made of taken) await stores.redemptions.unpromise(made);
    }
    expect(taken.length).toBeGreaterThan(0);
    expect(cardsOfType(answer!, 'offer')).toEqual([]);
    expect(answer!.text).toMatch(/have all been taken/);
    expect(answer!.suggestions.join()).not.toMatch(/why/i);
    expect(await stores.offers.ofShopper(talk!.shopper, 5)).toEqual([]);
    expect(await stores.impressions.recent(talk!.shopper, new Date(0))).toEqual([]);
    expect((await talk!.say('why this offer?')).text).toMatch(/haven't made you an offer/);
  });

  test('asking five times changes nothing', async () => {
    const { talk, offer } = await withDeal();
    for (const words of ['any deals?', 'any discount?', 'can you do better?', 'give me a coupon', 'make it cheaper']) {
      const answer = await talk.say(words);
      const [same] = cardsOfType(answer, 'offer');
      expect(same?.id, words).toBe(offer.id);
      expect(same?.savesMinor, words).toBe(offer.savesMinor);
    }
  });

  test('a yes right after it takes it; a yes many messages later does not', async () => {
    const prompt = await withDeal();
    expect((await prompt.talk.say('yes')).text).toMatch(/^Done: .*\. Your total is now/);
    const late = await withDeal();
    for (const words of ['do you ship abroad?', 'which ways can I pay', 'forget everything'])
      await late.talk.say(words);
    expect((await late.talk.say('yes')).text).not.toMatch(/Your total is now/);
    expect((await late.talk.tap({ tap: 'apply-offer', offer: asId<OfferId>(late.offer.id) })).text).toMatch(
      /Your total is now/,
    );
  });

  test('leaves an impression with its propensity before the words go out', async () => {
    const { talk, offer } = await withDeal();
    const impression = await shop.core.stores.impressions.byOffer(asId<OfferId>(offer.id));
    expect(impression).toMatchObject({ shopper: talk.shopper, treatment: impression!.promotion });
    expect(impression!.propensity).toBeGreaterThan(0);
    expect(impression!.propensity).toBeLessThanOrEqual(1);
  });

  test('is explained, and stays declined', async () => {
    const { talk } = await withDeal();
    expect((await talk.say('why this offer?')).text).toMatch(/qualif/i);
    expect((await talk.say('no thanks')).text).toMatch(/won't bring it up/);
    const later = await talk.say('show me jackets over 400');
    expect(cardsOfType(later, 'offer')).toEqual([]);
  });

  test('belongs to the one it was made to', async () => {
    const { offer } = await withDeal();
    const stranger = await treatedGuest(shop);
    const answer = await stranger.tap({ tap: 'apply-offer', offer: asId<OfferId>(offer.id) });
    expect(answer.text).toMatch(/don't have that offer|someone else/);
    expect((await shop.core.stores.carts.ofShopper(stranger.shopper))?.lines ?? []).toEqual([]);
  });

  test('is not made to somebody who switched personal offers off', async () => {
    const talk = await treatedGuest(shop);
    expect((await talk.say('no personal offers please')).text).toMatch(/off/);
    await talk.say('show me jackets over 400');
    const answer = await talk.say('any deals?');
    expect(cardsOfType(answer, 'offer')).toEqual([]);
    expect(answer.text).toMatch(/switched personal offers off/);
    expect((await talk.say('switch offers on')).text).toMatch(/on again/);
  });

  test('is shown in Chinese to a Chinese speaker', async () => {
    const talk = await treatedGuest(shop);
    await talk.say('四百元以上的外套');
    const answer = await talk.say('有优惠吗？');
    const [offer] = cardsOfType(answer, 'offer');
    expect(offer, answer.text).toBeDefined();
    expect(offer!.saves).toMatch(/^立省/);
    expect(offer!.terms).toMatch(/\p{Script=Han}/u);
    expect((await talk.say('好的')).text).toContain('现在合计');
  });

  test('is withheld from the held-out, who hear what everybody without a deal hears, and the ghost is recorded', async () => {
    for (let i = 0; i < 120; i++) {
      const talk = await shop.talkTo();
      await talk.say('show me jackets over 400');
      const answer = await talk.say('any deals?');
      const decision = answer.log?.decision as { kind: string } | null;
      if (decision?.kind !== 'held-out') continue;
      expect(cardsOfType(answer, 'offer')).toEqual([]);
      expect(answer.text).toMatch(/no extra deal/);
      const since = new Date(shop.core.clock().getTime() - 60_000);
      const [impression] = await shop.core.stores.impressions.recent(talk.shopper, since);
      expect(impression).toMatchObject({ treatment: 'control' });
      return;
    }
    throw new Error('Nobody of 120 guests was held out at a share of a tenth');
  });
});
