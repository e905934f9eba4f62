import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  asId,
  type CartId,
  type ConversationId,
  type OfferId,
  type ProductId,
  type ReturnId,
  type ShopperId,
  type TurnId,
} from '../domain/ids.ts';
import type { BrowseEvent, ProductMention, ProductRating } from '../domain/order.ts';
import type { Stores } from '../ports.ts';
import { anOrder, later, now } from './contract-fixtures.ts';
import { collect, type OpenedServer, testServers, times } from './contract-servers.ts';

const shopper = (id: string): ShopperId => asId(id);

describe.each(testServers())('orders, carts and browsing on $name', server => {
  let stores: Stores;
  let opened: OpenedServer;
  beforeAll(async () => {
    opened = await server.open();
    stores = opened.stores;
  });
  afterAll(async () => {
    await opened?.drop();
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

    it('tell in which size a thing was bought; those from before sizes were kept are read too', async () => {
      const [line] = anOrder('x', 'x').lines;
      const sized = anOrder('sized', 'tall', { lines: [{ ...line!, size: 'l' }, line!] });
      await stores.orders.insert(sized);
      expect((await stores.orders.get(asId('sized')))?.lines.map(l => l.size)).toEqual(['l', undefined]);
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

    it('tell in how many of them products were paid for, gifts and cancelled orders left out', async () => {
      const line = (product: string, gift = false) => ({
        ...anOrder('x', 'x').lines[0]!,
        product: asId<ProductId>(product),
        gift,
      });
      await stores.orders.put([
        anOrder('sold-1', 'keen', { placedAt: later(500), lines: [line('lamp'), line('rug'), line('vase', true)] }),
        anOrder('sold-2', 'keen', { placedAt: later(501), lines: [line('lamp')] }),
        anOrder('sold-3', 'keen', { placedAt: later(502), lines: [line('lamp')], status: 'cancelled' }),
        anOrder('sold-4', 'keen', { placedAt: later(400), lines: [line('lamp')] }),
      ]);
      const wanted = ['lamp', 'rug', 'vase', 'never'].map(id => asId<ProductId>(id));
      expect([...(await stores.orders.sold(wanted, later(450)))].sort()).toEqual([
        ['lamp', 2],
        ['rug', 1],
      ]);
      expect((await stores.orders.sold([], later(450))).size).toBe(0);
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

    it('carry what a message found in them until another change', async () => {
      const cart = (await stores.carts.get(id))!;
      const lines = [{ product: asId<ProductId>('p1'), quantity: 0 }];
      const was = { conversation: asId<ConversationId>('talk-1'), message: asId<TurnId>('t-1'), at: 3, lines };
      const changed = await stores.carts.change(id, cart.version, { lines: cart.lines, was }, later(4));
      expect(changed?.was).toEqual(was);
      expect(await stores.carts.change(id, cart.version + 1, { lines: [] }, later(5))).not.toHaveProperty('was');
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
    expect(await stores.browsing.forgetAll(shopper('nobody'))).toBe(0);
    expect(await stores.browsing.forgetAll(shopper('looker'))).toBe(30);
    expect(await stores.browsing.recent(shopper('looker'), 5)).toEqual([]);
  });

  it('a rating is the latest of its shopper and product, in whatever order they come', async () => {
    const of = (who: string, product: string, stars: number, minutes: number): ProductRating => ({
      shopper: shopper(who),
      product: asId(product),
      stars,
      at: later(minutes),
    });
    expect(
      await stores.ratings.put([of('rater', 'tea', 2, 1), of('rater', 'tea', 4, 2), of('rater', 'pan', 5, 3)]),
    ).toBe(2);
    expect(await stores.ratings.put([of('rater', 'tea', 1, 0), of('rater', 'pan', 3, 4)])).toBe(0);
    expect((await stores.ratings.ofShopper(shopper('rater'))).map(r => [r.product, r.stars])).toEqual([
      ['pan', 3],
      ['tea', 4],
    ]);
    // Ids that would run together if they were only joined.
    await stores.ratings.put([of('a|b', 'c', 1, 0), of('a', 'b|c', 5, 0)]);
    expect(await collect(stores.ratings.stream())).toHaveLength(4);
    expect(await stores.ratings.remove(shopper('rater'), asId('tea'))).toBe(true);
    expect(await stores.ratings.remove(shopper('rater'), asId('tea'))).toBe(false);
    await expect(stores.ratings.put([of('rater', 'tea', 6, 9)])).rejects.toThrow(/ratings: stars/);
    expect(await stores.ratings.forgetAll(shopper('rater'))).toBe(1);
    expect(await stores.ratings.ofShopper(shopper('rater'))).toEqual([]);
    expect(await stores.ratings.ofShopper(shopper('a'))).toHaveLength(1);
  });

  it('what came up in a turn is kept once, and forgotten with its shopper', async () => {
    const of = (turn: string, product: string, kind: ProductMention['kind'], minutes: number): ProductMention => ({
      shopper: shopper('asker'),
      product: asId(product),
      kind,
      turn: asId(turn),
      at: later(minutes),
    });
    const all = [of('t1', 'tea', 'shown', 1), of('t1', 'pan', 'shown', 1), of('t2', 'tea', 'asked', 2)];
    await stores.mentions.add(all);
    await stores.mentions.add(all);
    expect(await stores.mentions.recent(shopper('asker'), 1)).toEqual([all[2]]);
    expect(await collect(stores.mentions.stream())).toHaveLength(3);
    expect((await stores.mentions.tally([all[0]!.product, asId('never')])).sort()).toEqual([
      { product: all[0]!.product, shown: 1, engaged: 1 },
    ]);
    expect(await stores.mentions.tally([])).toEqual([]);
    const drawn = { ...of('t3', 'pan', 'shown', 3), propensity: 0.0125 };
    await stores.mentions.add([drawn]);
    expect(await stores.mentions.recent(shopper('asker'), 1)).toEqual([drawn]);
    await expect(stores.mentions.add([{ ...of('t4', 'pan', 'shown', 4), propensity: 0 }])).rejects.toThrow(
      /propensity/,
    );
    expect(await stores.mentions.forgetAll(shopper('asker'))).toBe(4);
    expect(await stores.mentions.recent(shopper('asker'), 5)).toEqual([]);
  });
});
