import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  asId,
  type ImpressionId,
  type OfferId,
  type OrderId,
  type PromotionId,
  type ShopperId,
} from '../../../knowledge/domain/ids.ts';
import type { Impression } from '../../../knowledge/domain/offer.ts';
import type { Order, ReturnRequest } from '../../../knowledge/domain/order.ts';
import { closedOutcome } from '../../../knowledge/domain/outcome.ts';
import type { Stores } from '../../../knowledge/ports.ts';
import { type OpenedServer, testServers } from '../../../knowledge/store/contract-servers.ts';
import { liveBeliefs } from '../../../models/bandit/beliefs.ts';
import { impressionOf, now, product, shop, yuan } from '../offers.test-helper.ts';
import { dayOf, joinOutcomes, sumDay } from './outcomes.ts';

const hour = 3_600_000;
const day = 24 * hour;
const later = (hours: number): Date => new Date(now.getTime() + hours * hour);
const mug = product('mug', 100);
const promo = asId<PromotionId>('promo');

let server: OpenedServer;
let stores: Stores;
beforeAll(async () => {
  server = await testServers()[0]!.open();
  stores = server.stores;
  await stores.products.put([mug]);
});
afterAll(() => server.drop());

const shown = (id: string, shopper: string, more: Partial<Impression> = {}): Impression =>
  impressionOf({
    id: asId<ImpressionId>(id),
    shopper: asId<ShopperId>(shopper),
    at: now,
    dueAt: later(72),
    expected: { model: 'm@1', arm: promo, segment: 'regular', marginMinor: 1000, scaleMinor: 6000 },
    ...more,
  });

const orderOf = (id: string, shopper: string, at: Date, more: Partial<Order> = {}): Order => ({
  id: asId<OrderId>(id),
  number: id,
  shopper: asId<ShopperId>(shopper),
  lines: [
    { product: mug.id, title: {}, quantity: 2, unitPrice: yuan(100), discount: yuan(20), paid: yuan(180), gift: false },
  ],
  currency: 'CNY',
  subtotal: yuan(200),
  discount: yuan(20),
  shipping: yuan(12),
  total: yuan(192),
  status: 'placed',
  placedAt: at,
  source: 'test',
  ...more,
});

const put = async (...all: Impression[]): Promise<void> => stores.impressions.put(all);
const join = (at: Date, on = stores) => joinOutcomes({ stores: on, shop, now: at });
const found = async (id: string, shopper: string): Promise<Impression> =>
  (await stores.impressions.recent(asId<ShopperId>(shopper), new Date(0))).find(i => i.id === id)!;

describe('an outcome', () => {
  it('is unknown while its window is open, and zero once it is over without an order', async () => {
    await put(shown('a1', 'ann'));
    await join(later(71));
    expect((await found('a1', 'ann')).outcome).toBeUndefined();
    await join(later(72));
    expect(await found('a1', 'ann')).toMatchObject({
      outcome: { bought: false, marginMinor: 0 },
      learned: { day: dayOf(later(72)), residual: -1000 / 6000 },
    });
    expect((await found('a1', 'ann')).dueAt).toBeUndefined();
  });

  it('is a purchase as soon as the order is there, and learned from when the window is over', async () => {
    await put(shown('p1', 'pat'), shown('p2', 'pam'));
    await stores.orders.insert(orderOf('o-p', 'pat', later(5)));
    expect(await join(later(5))).toMatchObject({ joined: 1 });
    const early = await found('p1', 'pat');
    expect(early.outcome).toEqual({ bought: true, revenueMinor: 18_000, marginMinor: 10_000, discountMinor: 2000 });
    expect(early.learned).toBeUndefined();
    expect(closedOutcome(early)).toBeUndefined();
    expect((await found('p2', 'pam')).outcome).toBeUndefined();
    expect(await join(later(5))).toMatchObject({ joined: 0, corrected: 0 });

    await stores.orders.insert(orderOf('o-p2', 'pat', later(20)));
    expect(await join(later(20))).toMatchObject({ joined: 0, corrected: 1 });
    await join(later(72));
    const closed = await found('p1', 'pat');
    expect(closed).toMatchObject({
      outcome: { marginMinor: 20_000 },
      learned: { day: dayOf(later(72)), residual: (20_000 - 1000) / 6000 },
    });
    expect(closedOutcome(closed)?.bought).toBe(true);
  });

  it('is corrected within the hour by a cancellation, within a day by a return', async () => {
    await put(shown('k1', 'kim'), shown('k2', 'ken'));
    await stores.orders.insert(orderOf('o-kim', 'kim', later(6)));
    await stores.orders.insert(orderOf('o-ken', 'ken', later(6)));
    await join(later(6));
    expect((await found('k1', 'kim')).outcome?.bought).toBe(true);
    await stores.orders.setStatus(asId('o-kim'), ['placed'], 'cancelled');
    expect(await join(later(7))).toMatchObject({ corrected: 1 });
    expect(await found('k1', 'kim')).toMatchObject({ outcome: { bought: false, revenueMinor: 0, marginMinor: 0 } });

    await join(later(72));
    const before = await found('k2', 'ken');
    await stores.returns.insert({
      id: asId('r-ken'),
      order: asId('o-ken'),
      shopper: asId('ken'),
      lines: [{ product: mug.id, quantity: 2 }],
      reason: '',
      refund: yuan(180),
      status: 'refunded',
      requestedAt: later(80),
    });
    expect(await join(later(97))).toMatchObject({ corrected: 1 });
    expect(await found('k2', 'ken')).toMatchObject({
      outcome: { bought: true, revenueMinor: 0, marginMinor: 0 },
      learned: { day: before.learned!.day, residual: -1000 / 6000 },
    });
  });

  it('is joined once when several processes see the order at the same time, and by another when one died over it', async () => {
    const other = await server.again();
    const restarted = await server.again();
    try {
      await put(...Array.from({ length: 20 }, (_, i) => shown(`q${i}`, `q${i}`)));
      for (let i = 0; i < 20; i++) await stores.orders.insert(orderOf(`o-q${i}`, `q${i}`, later(30)));
      const all = await Promise.all([join(later(31)), join(later(31), other), join(later(31)), join(later(31), other)]);
      expect(all.reduce((sum, c) => sum + c.joined, 0)).toBe(20);
      // This order was read by a process that died before it wrote.
      await put(shown('w1', 'wim'));
      await stores.orders.insert(orderOf('o-w', 'wim', later(32)));
      for await (const order of stores.orders.stream(later(32))) expect(order.id).toBe('o-w');
      expect(await join(later(33), restarted)).toMatchObject({ joined: 1 });
      expect((await found('w1', 'wim')).outcome?.marginMinor).toBe(10_000);
    } finally {
      await other.close();
      await restarted.close();
    }
  });

  it('is what was earned, net of the discount and of what comes back later', async () => {
    await put(shown('b1', 'bob'));
    await stores.orders.insert(orderOf('o-b', 'bob', later(50)));
    await join(later(72));
    // Paid 180, cost 2 × 40.
    expect((await found('b1', 'bob')).outcome).toEqual({
      bought: true,
      revenueMinor: 18_000,
      marginMinor: 10_000,
      discountMinor: 2000,
    });
    const request: ReturnRequest = {
      id: asId('r-b'),
      order: asId('o-b'),
      shopper: asId('bob'),
      lines: [{ product: mug.id, quantity: 1 }],
      reason: '',
      refund: yuan(90),
      status: 'refunded',
      requestedAt: later(200),
    };
    await stores.returns.insert(request);
    const settling = new Date(later(72).getTime() + (shop.returnDays + 1) * day);
    expect(await join(settling)).toMatchObject({ corrected: 1 });
    expect(await found('b1', 'bob')).toMatchObject({
      outcome: { revenueMinor: 9000, marginMinor: 5000 },
      learned: { day: dayOf(later(72)), residual: (5000 - 1000) / 6000 },
    });
  });

  it('goes to the offer an order was placed with, else to the latest decision before it', async () => {
    await put(
      shown('c1', 'cat', { offer: asId<OfferId>('deal-c') }),
      shown('c2', 'cat', { at: later(10), treatment: 'none' }),
      shown('c3', 'cat', { at: later(20), treatment: 'none' }),
    );
    await stores.orders.insert(orderOf('o-c1', 'cat', later(30), { offer: asId<OfferId>('deal-c') }));
    await stores.orders.insert(orderOf('o-c2', 'cat', later(15)));
    await join(later(72));
    expect((await found('c1', 'cat')).outcome?.marginMinor).toBe(10_000);
    expect((await found('c2', 'cat')).outcome?.marginMinor).toBe(10_000);
    expect((await found('c3', 'cat')).outcome?.bought).toBe(false);
  });

  it('is joined for control and for a deliberate none too', async () => {
    await put(
      shown('d1', 'dan', { treatment: 'control', offer: asId<OfferId>('ghost') }),
      shown('e1', 'eve', { treatment: 'none' }),
    );
    await join(later(72));
    for (const [id, who] of [
      ['d1', 'dan'],
      ['e1', 'eve'],
    ] as const) {
      expect((await found(id, who)).outcome).toMatchObject({ bought: false });
    }
  });
});

describe('what is learned', () => {
  const at = later(24 * 100);
  const total = async (): Promise<number> =>
    (await stores.learning.get(dayOf(at)))?.cells.reduce((sum, c) => sum + c.count, 0) ?? 0;

  it('counts every outcome exactly once, with two processes joining at the same time, again and again', async () => {
    const other = await server.again();
    try {
      const all = Array.from({ length: 120 }, (_, i) => shown(`x${i}`, `x${i % 40}`, { dueAt: at }));
      await put(...all);
      await Promise.all([join(at), join(at, other), join(at, other), join(at)]);
      await Promise.all([join(at, other), join(at)]);
      expect(await total()).toBe(120);
    } finally {
      await other.close();
    }
  });

  it('is neither lost nor doubled by a crash between an outcome and its sum', async () => {
    // Died right after the outcome was written: the day is summed without it, until a process starts anew.
    await put(shown('y1', 'yan', { dueAt: at }));
    const [due] = await stores.impressions.due(at, 1);
    const result = {
      outcome: { bought: false, revenueMinor: 0, marginMinor: 0, discountMinor: 0 },
      learned: { day: dayOf(at), residual: 0.5 },
    };
    expect(await stores.impressions.join(due!.id, due!.dueAt!, result)).toBe(true);
    expect(await stores.impressions.join(due!.id, due!.dueAt!, result)).toBe(false);
    const restarted = await server.again();
    try {
      await join(at, restarted);
      expect(await total()).toBe(121);
    } finally {
      await restarted.close();
    }
  });

  it('is never replaced by an older sum', async () => {
    const before = (await stores.learning.get(dayOf(at)))!;
    await put(shown('z1', 'zoe', { dueAt: at }));
    await join(at);
    expect(await stores.learning.replace(before)).toBe(false);
    expect(await sumDay(stores, dayOf(at))).toBe(true);
    expect(await total()).toBe(122);
  });

  it('corrects the model by arm and segment after a restart, and is forgotten with time', async () => {
    const beliefs = liveBeliefs(stores.learning);
    await beliefs.refresh(at);
    const here = beliefs.current().correction('m@1', promo, 'regular', 0.1);
    expect(here.mean).toBeLessThan(-0.1);
    expect(here.sd).toBeLessThan(0.05);
    const elsewhere = beliefs.current().correction('m@1', promo, 'new', 0.1);
    expect(elsewhere.mean).toBeLessThan(0);
    expect(elsewhere.mean).toBeGreaterThan(here.mean);
    expect(beliefs.current().correction('m@2', promo, 'regular', 0.1)).toEqual({ mean: 0, sd: 0.1 });
    await beliefs.refresh(new Date(at.getTime() + 56 * day));
    expect(beliefs.current().seen('m@1', promo)).toBeCloseTo(122 / 16, 0);
  });
});
