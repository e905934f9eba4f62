import { MongoClient } from 'mongodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  asId,
  type CartId,
  type ConversationId,
  type OfferId,
  type ProductId,
  type PromotionId,
  type RedemptionId,
  type ReturnId,
  type ShopperId,
} from '../domain/ids.ts';
import type { BrowseEvent } from '../domain/order.ts';
import type { Stores } from '../ports.ts';
import {
  aCampaign,
  aClaim,
  aConversation,
  aFact,
  anImpression,
  anOffer,
  anOrder,
  aProduct,
  aPromotion,
  aShop,
  aShopper,
  later,
  now,
} from './contract-fixtures.ts';
import { DamagedDocumentError } from './document.ts';
import { StaleStateError } from './state-store.ts';
import { testServers } from './test-servers.ts';

const collect = async <T>(all: AsyncIterable<T>): Promise<T[]> => {
  const result: T[] = [];
  for await (const one of all) result.push(one);
  return result;
};
const times = <T>(count: number, run: (i: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: count }, (_, i) => run(i)));
const shopper = (id: string): ShopperId => asId(id);

describe.each(testServers())('the stores on $name', server => {
  let stores: Stores;
  let opened: Awaited<ReturnType<typeof server.open>>;
  beforeAll(async () => {
    opened = await server.open();
    stores = opened.stores;
  });
  afterAll(async () => {
    await opened?.drop();
  });

  const raw = async (collection: string, id: string, change: Record<string, unknown>): Promise<void> => {
    const client = await new MongoClient(opened.uri).connect();
    await client.db(opened.database).collection<{ _id: string }>(collection).updateOne({ _id: id }, { $set: change });
    await client.close();
  };

  it('answers a ping and says where it is without credentials', async () => {
    await stores.ping();
    expect(stores.describe).toMatch(/MongoDB at|embedded/);
    expect(stores.describe).not.toContain('@');
  });

  describe('the shop', () => {
    it('has no settings until they are put, then exactly those', async () => {
      expect(await stores.shop.get()).toBeNull();
      await stores.shop.put(aShop());
      await stores.shop.put(aShop({ returnDays: 14 }));
      expect(await stores.shop.get()).toEqual(aShop({ returnDays: 14 }));
    });

    it('makes a secret once, however many ask at the same time', async () => {
      const all = await times(20, i => stores.shop.secret('session', () => `made by ${i}`));
      expect(new Set(all).size).toBe(1);
      expect(await stores.shop.secret('session', () => 'too late')).toBe(all[0]);
    });

    it('refuses a document that somebody spoiled, naming collection, id and field', async () => {
      await stores.articles.put([
        {
          id: asId('a1'),
          topic: 'returns',
          title: { en: 'Returns' },
          body: { en: '30 days' },
          questions: [],
          url: '/a1',
          updatedAt: now,
        },
      ]);
      expect((await stores.articles.get(asId('a1')))?.topic).toBe('returns');
      expect(await stores.articles.all()).toHaveLength(1);
      await raw('articles', 'a1', { updatedAt: 'yesterday' });
      const reading = stores.articles.get(asId('a1'));
      await expect(reading).rejects.toThrow(DamagedDocumentError);
      await expect(reading).rejects.toThrow(/"a1" in articles.*updatedAt/);
    });

    it('refuses to write what could not be read back', async () => {
      const spoiled = aProduct('half', { price: { minor: 79.5, currency: 'CNY' } });
      await expect(stores.products.put([spoiled])).rejects.toThrow(/"half".*products.*price\.minor/);
      expect(await stores.products.many([asId('half')])).toEqual([]);
    });
  });

  describe('products', () => {
    it('come back as they were put, attribute names with dots and dollars included', async () => {
      const { brand: _, cost: __, picture: ___, url: ____, ...bare } = aProduct('p2', { stock: null });
      await stores.products.put([aProduct('p1'), bare]);
      expect(await stores.products.many([asId('p2'), asId('none'), asId('p1')])).toEqual([bare, aProduct('p1')]);
      expect((await stores.products.all()).map(p => p.id).sort()).toEqual(['p1', 'p2']);
    });

    it('put again without a cost lose the cost', async () => {
      const { cost: _, ...withoutCost } = aProduct('p3');
      await stores.products.put([aProduct('p3')]);
      await stores.products.put([withoutCost]);
      expect(await stores.products.many([asId('p3')])).toEqual([withoutCost]);
    });

    it('are never sold below zero by 100 orders at once', async () => {
      const id: ProductId = asId('scarce');
      await stores.products.put([aProduct(id, { stock: 61 })]);
      const taken = await times(100, i => stores.products.take(id, 2, `order-${i}#2`));
      expect(taken.filter(Boolean)).toHaveLength(30);
      expect((await stores.products.many([id]))[0]?.stock).toBe(1);
    });

    it('are taken once for one order, however often it is repeated, and given back once', async () => {
      const id: ProductId = asId('repeated');
      await stores.products.put([aProduct(id, { stock: 5 })]);
      expect(await times(10, () => stores.products.take(id, 3, 'o1#3'))).toEqual(Array(10).fill(true));
      expect((await stores.products.many([id]))[0]?.stock).toBe(2);
      await times(5, () => stores.products.giveBack(id, 3, 'o1#3'));
      expect((await stores.products.many([id]))[0]?.stock).toBe(5);
    });

    it('keep the notes of unsettled orders when they are put again', async () => {
      const id: ProductId = asId('noted');
      await stores.products.put([aProduct(id)]);
      await stores.products.take(id, 1, 'o9#1');
      await stores.products.put([aProduct(id, { stock: 3 })]);
      expect(await stores.products.openTakes(1000)).toContainEqual({ product: id, by: 'o9#1' });
      expect(await stores.products.settleTake(id, 'o9#1')).toBe(true);
      expect(await stores.products.settleTake(id, 'o9#1')).toBe(false);
      expect((await stores.products.openTakes(1000)).filter(t => t.product === id)).toEqual([]);
      await stores.products.giveBack(id, 1, 'o9#1');
      expect((await stores.products.many([id]))[0]?.stock).toBe(3);
    });

    it('that are not counted never run out, unknown ones are never there', async () => {
      await stores.products.put([aProduct('endless', { stock: null })]);
      expect(await stores.products.take(asId('endless'), 999, 'o1#999')).toBe(true);
      expect(await stores.products.settleTake(asId('endless'), 'o1#999')).toBe(true);
      expect((await stores.products.many([asId('endless')]))[0]?.stock).toBeNull();
      expect(await stores.products.take(asId('nowhere'), 1, 'o1#1')).toBe(false);
      await expect(stores.products.take(asId('endless'), 0, 'o1#0')).rejects.toThrow(/at least 1, got 0/);
    });
  });

  describe('shoppers', () => {
    it('are made once and keep what is stored', async () => {
      const made = await times(10, i => stores.shoppers.ensure(aShopper('s1', { name: `Name ${i}` })));
      expect(new Set(made.map(s => s.name)).size).toBe(1);
      expect(await stores.shoppers.get(shopper('s1'))).toEqual(made[0]);
      expect(await stores.shoppers.get(shopper('nobody'))).toBeNull();
    });

    it('imported again keep what they chose', async () => {
      await stores.shoppers.put([aShopper('s4', { language: 'zh' })]);
      expect(await stores.shoppers.insertMissing([aShopper('s4'), aShopper('s5')])).toBe(1);
      expect(await stores.shoppers.get(shopper('s4'))).toMatchObject({ language: 'zh' });
      expect(await stores.shoppers.insertMissing([])).toBe(0);
    });

    it('change one consent without touching the other', async () => {
      await stores.shoppers.put([aShopper('s2')]);
      await stores.shoppers.setConsent(shopper('s2'), { personalOffers: false });
      await stores.shoppers.setLanguage(shopper('s2'), 'zh');
      await stores.shoppers.setConsent(shopper('s2'), {});
      expect(await stores.shoppers.get(shopper('s2'))).toEqual(
        aShopper('s2', { language: 'zh', consent: { personalOffers: false, profile: true } }),
      );
    });

    it('give the same sample each time, never more than there are', async () => {
      await stores.shoppers.put(Array.from({ length: 30 }, (_, i) => aShopper(`sample-${i}`)));
      const first = await stores.shoppers.sample(5);
      expect(first).toHaveLength(5);
      expect(await stores.shoppers.sample(5)).toEqual(first);
      expect((await stores.shoppers.sample(1000)).length).toBeGreaterThanOrEqual(30);
      expect(await stores.shoppers.sample(0)).toEqual([]);
    });
  });

  describe('stated facts', () => {
    const values = async (who: string) => (await stores.facts.active(shopper(who), now)).map(f => f.value);

    it('newest first, without expired and superseded ones', async () => {
      await stores.facts.add([
        { fact: aFact('f1', 'f', { value: 'red', statedAt: later(-30) }), supersedes: [] },
        { fact: aFact('f2', 'f', { value: 'tea', slot: 'category', statedAt: later(-20) }), supersedes: [] },
        { fact: aFact('f3', 'f', { value: 'old', slot: 'brand', expiresAt: later(-1) }), supersedes: [] },
      ]);
      const corrected = { fact: aFact('f4', 'f', { value: 'blue' }), supersedes: [aFact('f1', 'f').id] };
      await stores.facts.add([corrected]);
      await stores.facts.add([corrected]);
      expect(await values('f')).toEqual(['blue', 'tea']);
    });

    it('of another shopper are out of reach', async () => {
      await stores.facts.add([{ fact: aFact('g1', 'g'), supersedes: [] }]);
      await stores.facts.add([{ fact: aFact('h1', 'h', { value: 'green' }), supersedes: [aFact('g1', 'g').id] }]);
      expect(await values('g')).toEqual(['red']);
      expect(await stores.facts.forget(shopper('h'), [aFact('g1', 'g').id])).toBe(0);
      expect(await values('g')).toEqual(['red']);
    });

    it('a crash after the new fact is written and before the old one is marked shows no contradiction', async () => {
      await stores.facts.add([{ fact: aFact('k1', 'k'), supersedes: [] }]);
      await stores.facts.add([{ fact: aFact('k2', 'k', { value: 'blue' }), supersedes: [aFact('k1', 'k').id] }]);
      const client = await new MongoClient(opened.uri).connect();
      await client
        .db(opened.database)
        .collection('facts')
        .updateOne({ value: 'red', shopper: 'k' }, { $unset: { supersededBy: '' } });
      await client.close();
      expect(await values('k')).toEqual(['blue']);
    });

    it('forgotten are gone with everything they had replaced', async () => {
      const id = (n: number) => aFact(`m${n}`, 'm').id;
      await stores.facts.add([{ fact: aFact('m1', 'm', { value: 'red' }), supersedes: [] }]);
      await stores.facts.add([{ fact: aFact('m2', 'm', { value: 'blue' }), supersedes: [id(1)] }]);
      await stores.facts.add([{ fact: aFact('m3', 'm', { value: 'green' }), supersedes: [id(2)] }]);
      await stores.facts.add([{ fact: aFact('m4', 'm', { value: 'tea', slot: 'category' }), supersedes: [] }]);
      expect(await stores.facts.forget(shopper('m'), [id(3), id(99)])).toBe(1);
      expect(await values('m')).toEqual(['tea']);
      expect(await stores.facts.forgetAll(shopper('m'))).toBe(1);
      expect(await values('m')).toEqual([]);
    });
  });

  describe('orders', () => {
    it('are placed once, found by id and number, newest first', async () => {
      const first = anOrder('o1', 'buyer', { placedAt: later(-10), email: 'b@example.com', checkoutKey: 'k1' });
      expect(await stores.orders.insert(first)).toBe(true);
      expect(await stores.orders.insert({ ...first, number: 'other' })).toBe(false);
      await stores.orders.insert(anOrder('o2', 'buyer'));
      expect(await stores.orders.get(asId('o1'))).toEqual(first);
      expect(await stores.orders.byNumber('WY-o1')).toEqual(first);
      expect(await stores.orders.byNumber('WY-nope')).toBeNull();
      expect((await stores.orders.ofShopper(shopper('buyer'), 10)).map(o => o.id)).toEqual(['o2', 'o1']);
      expect(await stores.orders.ofShopper(shopper('buyer'), 1)).toHaveLength(1);
    });

    it('put twice are new once', async () => {
      const all = Array.from({ length: 2_500 }, (_, i) =>
        anOrder(`bulk-${i}`, `buyer-${i % 7}`, { placedAt: later(-i - 60) }),
      );
      expect(await stores.orders.put(all)).toBe(2_500);
      expect(await stores.orders.put(all)).toBe(0);
      const streamed = await collect(stores.orders.stream());
      expect(streamed.length).toBeGreaterThanOrEqual(2_500);
      const dates = streamed.map(o => o.placedAt.getTime());
      expect(dates).toEqual([...dates].sort((a, b) => a - b));
      const recent = await collect(stores.orders.stream(later(-100)));
      expect(recent.every(o => o.placedAt >= later(-100))).toBe(true);
      expect(recent.length).toBeLessThan(200);
    });

    it('change status only from where they are', async () => {
      await stores.orders.insert(anOrder('o3', 'buyer3'));
      const shipment = { carrier: 'SF', tracking: 'SF1', shippedAt: now, expectedAt: later(2880) };
      expect(await stores.orders.setStatus(asId('o3'), ['shipped'], 'delivered')).toBe(false);
      expect(await stores.orders.setStatus(asId('o3'), ['placed', 'packed'], 'shipped', shipment)).toBe(true);
      expect(await stores.orders.get(asId('o3'))).toMatchObject({ status: 'shipped', shipment });
    });

    it('are returned once per request id', async () => {
      const request = {
        id: asId<ReturnId>('r1'),
        order: anOrder('o3', 'buyer3').id,
        shopper: shopper('buyer3'),
        lines: [{ product: asId<ProductId>('p1'), quantity: 1 }],
        reason: 'too small',
        refund: { minor: 7500, currency: 'CNY' as const },
        status: 'requested' as const,
        requestedAt: now,
      };
      expect(await times(5, () => stores.returns.insert(request))).toContain(true);
      expect(await stores.returns.insert(request)).toBe(false);
      expect(await stores.returns.ofOrder(request.order)).toEqual([request]);
      expect(await stores.returns.get(request.id)).toEqual(request);
    });
  });

  describe('carts', () => {
    const id: CartId = asId('cart-1');
    it('of two changes made to the same version, one is refused', async () => {
      const cart = await stores.carts.ensure(id, shopper('carter'), now);
      expect((await stores.carts.ensure(id, shopper('carter'), later(5))).version).toBe(cart.version);
      const results = await times(10, i =>
        stores.carts.change(id, cart.version, { lines: [{ product: asId('p1'), quantity: i + 1 }] }, later(1)),
      );
      const winners = results.filter(r => r !== null);
      expect(winners).toHaveLength(1);
      expect(await stores.carts.get(id)).toEqual(winners[0]);
      expect(winners[0]?.version).toBe(cart.version + 1);
    });

    it('carry an offer until a change leaves it out', async () => {
      const cart = (await stores.carts.get(id))!;
      const withOffer = await stores.carts.change(
        id,
        cart.version,
        { lines: cart.lines, offer: asId<OfferId>('of1') },
        later(2),
      );
      expect(withOffer?.offer).toBe('of1');
      const without = await stores.carts.change(id, cart.version + 1, { lines: cart.lines }, later(3));
      expect(without).not.toHaveProperty('offer');
    });

    it('of a shopper: the one changed last', async () => {
      await stores.carts.ensure(asId('cart-2'), shopper('carter'), later(60));
      expect((await stores.carts.ofShopper(shopper('carter')))?.id).toBe('cart-2');
      expect(await stores.carts.ofShopper(shopper('nobody'))).toBeNull();
    });
  });

  it('browsing told twice is kept once, newest first', async () => {
    const events: BrowseEvent[] = Array.from({ length: 30 }, (_, i) => ({
      shopper: shopper('looker'),
      product: asId(`p${i}`),
      kind: 'view',
      at: later(i),
      dwellSeconds: i,
    }));
    await stores.browsing.add(events);
    await stores.browsing.add(events);
    expect((await stores.browsing.recent(shopper('looker'), 5)).map(e => e.product)).toEqual([
      'p29',
      'p28',
      'p27',
      'p26',
      'p25',
    ]);
    expect(await collect(stores.browsing.stream())).toHaveLength(30);
    await stores.browsing.add([]);
  });

  describe('promotions', () => {
    it('start with a full pool; a changed cap moves the balance by the difference', async () => {
      await stores.promotions.put([aPromotion('cap', 1000)]);
      const claim = await stores.redemptions.claim(aClaim('cap', 'x', 300));
      expect(await stores.redemptions.hold(claim, now)).toBe('held');
      await stores.promotions.put([aPromotion('cap', 1500, { name: { en: 'More' } })]);
      expect(await stores.promotions.get(asId('cap'))).toEqual({
        ...aPromotion('cap', 1500, { name: { en: 'More' } }),
        remainingMinor: 1200,
      });
      await stores.promotions.put([aPromotion('cap', 200)]);
      expect((await stores.promotions.get(asId('cap')))?.remainingMinor).toBe(-100);
      const other = await stores.redemptions.claim(aClaim('cap', 'y', 1));
      expect(await stores.redemptions.hold(other, now)).toBe('budget-spent');
    });

    it('are live between their dates and while switched on', async () => {
      await stores.promotions.put([
        aPromotion('on', 100),
        aPromotion('ended', 100, { endsAt: now }),
        aPromotion('soon', 100, { startsAt: later(1) }),
        aPromotion('off', 100),
      ]);
      expect(await stores.promotions.setActive(asId('off'), false)).toBe(true);
      expect(await stores.promotions.setActive(asId('nothing'), false)).toBe(false);
      const live = (await stores.promotions.live(now)).map(p => p.id);
      expect(live).toContain('on');
      for (const id of ['ended', 'soon', 'off']) expect(live).not.toContain(id);
      expect((await stores.promotions.all()).length).toBeGreaterThanOrEqual(4);
    });

    it('of every kind come back as written', async () => {
      const cny = (minor: number) => ({ minor, currency: 'CNY' as const });
      const all = [
        aPromotion('k1', 1, {
          action: { kind: 'amount-off', amount: cny(500) },
          conditions: [{ kind: 'first-order' }],
        }),
        aPromotion('k2', 1, {
          action: {
            kind: 'spend-and-save',
            tiers: [{ threshold: cny(300), off: cny(40) }],
            repeat: true,
            cap: cny(99),
          },
        }),
        aPromotion('k3', 1, {
          action: { kind: 'buy-x-get-y', scope: { brands: ['Yarrow'] }, buyQuantity: 2, getQuantity: 1, limit: 1 },
        }),
        aPromotion('k4', 1, { action: { kind: 'bundle', products: [asId('p1'), asId('p2')], price: cny(9900) } }),
        aPromotion('k5', 1, {
          action: { kind: 'gift', product: asId('p1') },
          conditions: [{ kind: 'segment', anyOf: ['vip'] }],
        }),
        aPromotion('k6', 1, {
          action: { kind: 'free-shipping' },
          conditions: [
            { kind: 'min-quantity', quantity: 2 },
            { kind: 'contains', scope: { products: [asId('p1')] } },
          ],
        }),
      ];
      await stores.promotions.put(all);
      for (const p of all) expect(await stores.promotions.get(p.id)).toEqual({ ...p, remainingMinor: 1 });
    });

    it('campaigns come back as written', async () => {
      await stores.promotions.putCampaigns([aCampaign('spring'), aCampaign('autumn')]);
      expect(await stores.promotions.campaigns()).toEqual([aCampaign('spring'), aCampaign('autumn')]);
    });
  });

  describe('offers', () => {
    it('quoted and held ones are open until they expire, newest first', async () => {
      await stores.offers.insert(anOffer('q1', 'taker', { quotedAt: later(-5) }));
      await stores.offers.insert(anOffer('q2', 'taker', { state: 'held' }));
      await stores.offers.insert(anOffer('q3', 'taker', { state: 'redeemed' }));
      await stores.offers.insert(anOffer('q4', 'taker', { expiresAt: later(-1) }));
      await stores.offers.insert(anOffer('q1', 'taker', { state: 'redeemed' }));
      expect((await stores.offers.open(shopper('taker'), now)).map(o => o.id)).toEqual(['q2', 'q1']);
      expect((await stores.offers.overdue(now, 10)).map(o => o.id)).toEqual(['q4']);
      expect(await stores.offers.get(asId('q1'))).toEqual(anOffer('q1', 'taker', { quotedAt: later(-5) }));
    });

    it('move once: of many who try, one does', async () => {
      await stores.offers.insert(anOffer('move', 'mover'));
      const moved = await times(20, i =>
        stores.offers.transition(asId('move'), ['quoted'], 'held', {
          redemption: asId<RedemptionId>(`r${i}`),
          expiresAt: later(15),
        }),
      );
      expect(moved.filter(Boolean)).toHaveLength(1);
      expect(await stores.offers.get(asId('move'))).toMatchObject({
        state: 'held',
        redemption: `r${moved.indexOf(true)}`,
        expiresAt: later(15),
      });
    });
  });

  it('impressions are written once, answered, found by their offer', async () => {
    const shown = anImpression('i1', 'viewer', {
      treatment: asId<PromotionId>('pr'),
      offer: asId<OfferId>('of7'),
      kind: 'gift',
      at: later(-5),
    });
    await stores.impressions.insert(shown);
    await stores.impressions.insert({ ...shown, propensity: 0.9 });
    await stores.impressions.put([anImpression('i2', 'viewer'), anImpression('i3', 'viewer', { at: later(-5000) })]);
    await stores.impressions.answer(shown.id, 'declined');
    expect(await stores.impressions.byOffer(asId('of7'))).toEqual({ ...shown, answer: 'declined' });
    expect((await stores.impressions.recent(shopper('viewer'), later(-60))).map(i => i.id)).toEqual(['i2', 'i1']);
    expect(await collect(stores.impressions.stream())).toHaveLength(3);
    await expect(stores.impressions.insert(anImpression('i4', 'v', { propensity: 0 }))).rejects.toThrow(/propensity/);
    await expect(stores.impressions.insert(anImpression('i5', 'v', { features: { 'a.b': 1 } }))).rejects.toThrow(
      /features/,
    );
  });

  describe('conversations', () => {
    it('are owned by one at a time', async () => {
      await stores.conversations.ensure(aConversation('c1', 'talker'));
      const handed = await times(10, () =>
        stores.conversations.setOwner(asId('c1'), 'bot', 1, 'waiting', now, 'asked'),
      );
      expect(handed.filter(Boolean)).toHaveLength(1);
      await stores.conversations.ensure(aConversation('c2', 'talker', { lastAt: later(10) }));
      await stores.conversations.setOwner(asId('c2'), 'bot', 1, 'waiting', later(-10));
      expect((await stores.conversations.waiting()).map(c => c.id)).toEqual(['c2', 'c1']);
      const back = await stores.conversations.setOwner(asId('c1'), 'waiting', 2, 'agent', later(1));
      expect(back).toMatchObject({ owner: 'agent', version: 3 });
      expect(back).not.toHaveProperty('waitingSince');
      expect((await stores.conversations.latestOf(shopper('talker')))?.id).toBe('c2');
      expect(await stores.conversations.latestOf(shopper('silent'))).toBeNull();
    });

    it('remember the last word even when the clock went back', async () => {
      await stores.conversations.touch(asId('c1'), 'zh', later(60));
      await stores.conversations.touch(asId('c1'), 'zh', later(-60));
      expect(await stores.conversations.get(asId('c1'))).toMatchObject({ language: 'zh', lastAt: later(60) });
    });
  });

  describe('transcripts', () => {
    const line = (conversation: string, activityId: string) => ({
      conversation: asId<ConversationId>(conversation),
      activityId,
      from: 'shopper' as const,
      activity: '{"type":"message"}',
      at: now,
    });

    it('number 1, 2, 3 without gaps whoever writes, and an activity told twice keeps its number', async () => {
      const other = await opened.again();
      const numbers = await times(60, i => (i % 2 ? stores : other).transcripts.append(line('t1', `a${i % 40}`)));
      expect(new Set(numbers)).toEqual(new Set(Array.from({ length: 40 }, (_, i) => i + 1)));
      const all = await stores.transcripts.after(line('t1', '').conversation, 0, 100);
      expect(all.map(e => e.seq)).toEqual(Array.from({ length: 40 }, (_, i) => i + 1));
      expect(await other.transcripts.last(line('t1', '').conversation)).toBe(40);
      await other.close();
    });

    it('keep the order one process asked for', async () => {
      const numbers = await times(20, i => stores.transcripts.append(line('t2', `b${i}`)));
      expect(numbers).toEqual(Array.from({ length: 20 }, (_, i) => i + 1));
      const page = await stores.transcripts.after(line('t2', '').conversation, 15, 3);
      expect(page.map(e => e.activityId)).toEqual(['b15', 'b16', 'b17']);
      expect(await stores.transcripts.last(line('never', '').conversation)).toBe(0);
    });
  });

  it('an activity is taken in once; old ids are pruned', async () => {
    expect((await times(20, () => stores.inbox.insertOnce('act-1', now))).filter(Boolean)).toHaveLength(1);
    expect(await stores.inbox.prune(now)).toBe(0);
    expect(await stores.inbox.prune(later(1))).toBe(1);
    expect(await stores.inbox.insertOnce('act-1', now)).toBe(true);
  });

  describe('bot state', () => {
    it('is written by the one who read it last', async () => {
      const first = await stores.state.write('k', '{"a":1}', undefined);
      await expect(stores.state.write('k', '{}', undefined)).rejects.toThrow(StaleStateError);
      const outcomes = await Promise.allSettled(
        Array.from({ length: 10 }, (_, i) => stores.state.write('k', `{"a":${i}}`, first)),
      );
      expect(outcomes.filter(o => o.status === 'fulfilled')).toHaveLength(1);
      const eTag = await stores.state.write('k', '{"forced":true}', '*');
      expect(await stores.state.read(['k', 'missing'])).toEqual({ k: { json: '{"forced":true}', eTag } });
    });

    it('deleted and made anew does not match an old tag', async () => {
      const old = await stores.state.write('d', '1', '*');
      await stores.state.delete(['d']);
      await stores.state.write('d', '2', undefined);
      await expect(stores.state.write('d', '3', old)).rejects.toThrow(/"d" was changed/);
    });
  });

  describe('locks', () => {
    it('of 50 who ask, one gets it; it ends with its lease or its release', async () => {
      const taken = await times(50, i => stores.locks.take('conv', `p${i}`, now, 1000));
      expect(taken.filter(Boolean)).toHaveLength(1);
      const holder = `p${taken.indexOf(true)}`;
      expect(await stores.locks.take('conv', holder, now, 2000)).toBe(true);
      expect(await stores.locks.take('conv', 'thief', new Date(now.getTime() + 1500), 1000)).toBe(false);
      await stores.locks.release('conv', 'thief');
      expect(await stores.locks.take('conv', 'thief', new Date(now.getTime() + 2001), 1000)).toBe(true);
      await stores.locks.release('conv', holder);
      expect(await stores.locks.take('conv', 'late', now, 1000)).toBe(false);
      await stores.locks.release('conv', 'thief');
      expect(await stores.locks.take('conv', 'late', now, 1000)).toBe(true);
    });
  });
});
