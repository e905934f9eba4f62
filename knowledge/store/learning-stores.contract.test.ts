import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asId, type CampaignId, type ImpressionId, type PromotionId, type ShopperId } from '../domain/ids.ts';
import type { CellSums, DaySums, Pace } from '../domain/learning.ts';
import type { Stores } from '../ports.ts';
import { anImpression, later, now } from './contract-fixtures.ts';
import { type OpenedServer, testServers, times } from './contract-servers.ts';

const cell = (arm: string, sum: number, more: Partial<CellSums> = {}): CellSums => ({
  model: 'surface@v1',
  arm: asId<PromotionId>(arm),
  segment: 'regular',
  count: 2,
  sum,
  squares: sum ** 2,
  ...more,
});

const pace = (campaign: string, more: Partial<Pace> = {}): Pace => ({
  id: asId<CampaignId>(campaign),
  version: 0,
  at: now,
  since: now,
  price: 0,
  spentMinor: 0,
  opportunities: 0,
  perHour: 0,
  ...more,
});

describe.each(testServers())('what was learned, and the pace of budgets, on $name', server => {
  let opened: OpenedServer;
  let stores: Stores;
  beforeAll(async () => {
    opened = await server.open();
    stores = opened.stores;
  });
  afterAll(async () => {
    await opened?.drop();
  });

  describe('the sums of a day', () => {
    const day = (id: string, version: number, ...cells: CellSums[]): DaySums => ({ id, version, cells });

    it('are written once for a day that has none, and come back as written, one version on', async () => {
      expect(await stores.learning.get('2026-05-01')).toBeNull();
      const first = day('2026-05-01', 0, cell('p1', -0.25), cell('none', 1.5, { arm: 'none', segment: 'new' }));
      expect(await stores.learning.replace(first)).toBe(true);
      expect(await stores.learning.replace(first)).toBe(false);
      expect(await stores.learning.get('2026-05-01')).toEqual({ ...first, version: 1 });
    });

    it('are replaced whole by whoever read the newest, and by nobody who read an older one', async () => {
      await stores.learning.replace(day('2026-05-02', 0, cell('p1', 1), cell('p2', 2)));
      expect(await stores.learning.replace(day('2026-05-02', 1, cell('p3', 3)))).toBe(true);
      expect(await stores.learning.replace(day('2026-05-02', 1, cell('p1', 9)))).toBe(false);
      expect(await stores.learning.replace(day('2026-05-02', 7, cell('p1', 9)))).toBe(false);
      expect(await stores.learning.get('2026-05-02')).toEqual(day('2026-05-02', 2, cell('p3', 3)));
    });

    it('of no day are made by a version that was never written', async () => {
      expect(await stores.learning.replace(day('2026-05-03', 4, cell('p1', 1)))).toBe(false);
      expect(await stores.learning.get('2026-05-03')).toBeNull();
    });

    it('are replaced by exactly one of several processes, round after round', async () => {
      const other = await opened.again();
      try {
        for (let version = 0; version < 5; version++) {
          const won = await times(8, i =>
            (i % 2 === 0 ? stores : other).learning.replace(day('2026-05-04', version, cell('p1', i))),
          );
          expect(won.filter(Boolean)).toHaveLength(1);
          expect(await other.learning.get('2026-05-04')).toEqual(
            day('2026-05-04', version + 1, cell('p1', won.indexOf(true))),
          );
        }
      } finally {
        await other.close();
      }
    });

    it('are read from a day on', async () => {
      for (const id of ['2026-06-09', '2026-06-10', '2026-06-11']) await stores.learning.replace(day(id, 0));
      const since = (await stores.learning.since('2026-06-10')).map(d => d.id);
      expect(since.sort()).toEqual(['2026-06-10', '2026-06-11']);
    });

    it('are those of every impression filed under that day, by model, arm and segment', async () => {
      const filed = (id: string, residual: number, on: string, segment = 'regular') =>
        anImpression(id, 'learned-shopper', {
          expected: { model: 'surface@v1', arm: asId<PromotionId>('p1'), segment, marginMinor: 10, scaleMinor: 100 },
          learned: { day: on, residual },
        });
      await stores.impressions.put([
        filed('l1', 0.5, '2026-07-01'),
        filed('l2', -1.5, '2026-07-01'),
        filed('l3', 2, '2026-07-01', 'new'),
        filed('l4', 4, '2026-07-02'),
      ]);
      const cells = await stores.impressions.learnedOn('2026-07-01');
      expect(cells.sort((a, b) => (a.segment < b.segment ? -1 : 1))).toEqual([
        cell('p1', 2, { segment: 'new', count: 1, squares: 4 }),
        cell('p1', -1, { count: 2, squares: 2.5 }),
      ]);
      expect(await stores.impressions.learnedOn('2026-07-03')).toEqual([]);
    });
  });

  describe('an outcome', () => {
    it('is written by one process for each time it is due, and is due again when it says so', async () => {
      const id = asId<ImpressionId>('due');
      const shopper = asId<ShopperId>('due-shopper');
      await stores.impressions.put([anImpression('due', shopper, { dueAt: later(60) })]);
      const outcome = { bought: true, revenueMinor: 900, marginMinor: 400, discountMinor: 100 };
      const early = { outcome, windowEndsAt: later(60), dueAt: later(30) };
      const won = await times(6, () => stores.impressions.join(id, later(60), early));
      expect(won.filter(Boolean)).toHaveLength(1);
      const isDue = async (at: Date): Promise<boolean> =>
        (await stores.impressions.due(at, 100)).some(i => i.id === 'due');
      expect(await isDue(later(29))).toBe(false);
      expect(await isDue(later(30))).toBe(true);
      const learned = { day: '2026-08-01', residual: 0.25 };
      expect(await stores.impressions.join(id, later(30), { outcome, learned })).toBe(true);
      expect(await isDue(later(10_000))).toBe(false);
      const [kept] = await stores.impressions.recent(shopper, new Date(0));
      expect(kept).toMatchObject({ outcome, learned, windowEndsAt: later(60) });
      expect(kept!.dueAt).toBeUndefined();
    });
  });

  describe('the pace of a budget', () => {
    it('begins once, and is moved only by who read it last', async () => {
      expect(await stores.pacing.move(pace('c1'))).toBe(true);
      expect(await stores.pacing.move(pace('c1', { price: 9 }))).toBe(false);
      const moved = pace('c1', {
        version: 1,
        at: later(5),
        price: 0.375,
        spentMinor: 1200.5,
        opportunities: 40,
        perHour: 3.5,
      });
      expect(await stores.pacing.move(moved)).toBe(true);
      expect(await stores.pacing.move(moved)).toBe(false);
      expect((await stores.pacing.all()).find(p => p.id === 'c1')).toEqual({ ...moved, version: 2 });
    });

    it('never begins in the middle', async () => {
      expect(await stores.pacing.move(pace('c2', { version: 3 }))).toBe(false);
      expect((await stores.pacing.all()).some(p => p.id === 'c2')).toBe(false);
    });

    it('takes one step when several processes move it at once', async () => {
      const other = await opened.again();
      try {
        for (let version = 0; version < 5; version++) {
          const won = await times(8, i =>
            (i % 2 === 0 ? stores : other).pacing.move(pace('c3', { version, price: i })),
          );
          expect(won.filter(Boolean)).toHaveLength(1);
          const now = (await other.pacing.all()).find(p => p.id === 'c3');
          expect(now).toMatchObject({ version: version + 1, price: won.indexOf(true) });
        }
      } finally {
        await other.close();
      }
    });

    it('refuses a price below nothing', async () => {
      await expect(stores.pacing.move(pace('c4', { price: -0.1 }))).rejects.toThrow(/price/);
    });
  });
});
