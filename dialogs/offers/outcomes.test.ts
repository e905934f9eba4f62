import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  asId,
  type ImpressionId,
  type OfferId,
  type OrderId,
  type PromotionId,
  type ShopperId,
} from '../../knowledge/domain/ids.ts';
import type { Impression } from '../../knowledge/domain/offer.ts';
import type { Order, ReturnRequest } from '../../knowledge/domain/order.ts';
import type { Stores } from '../../knowledge/ports.ts';
import { type OpenedServer, testServers } from '../../knowledge/store/contract-servers.ts';
import { liveBeliefs } from '../../models/bandit/beliefs.ts';
import { impressionOf, now, product, shop, yuan } from './offers.test-helper.ts';
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
    expect(await join(settling)).toMatchObject({ settled: 1 });
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
