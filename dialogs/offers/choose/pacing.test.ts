import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Pace } from '../../../knowledge/domain/learning.ts';
import { seededRandom } from '../../../knowledge/domain/random.ts';
import type { Stores } from '../../../knowledge/ports.ts';
import { type OpenedServer, testServers } from '../../../knowledge/store/contract-servers.ts';
import { campaign, impressionOf, minutes, now, offerOf, promotion, yuan } from '../offers.test-helper.ts';
import { budgetStates, nextPace, paceUnit, stepPacing } from './pacing.ts';

const hour = 3_600_000;
const day = 24 * hour;

interface World {
  readonly days: number;
  readonly perDay: number;
  readonly budgetMinor: number;
  readonly seed: number;
}

/**
 * Shoppers arrive with the rhythm of a day and a busier second half; each offer has an uplift, a probability of being
 * taken and a discount of its own, and is taken up to an hour later. The controller is asked eight times per unit.
 */
const run = ({ days, perDay, budgetMinor, seed }: World) => {
  const random = seededRandom(seed);
  const start = now.getTime();
  const one = campaign({ startsAt: new Date(start), endsAt: new Date(start + days * day) });
  let pace: Pace | null = null;
  let spent = 0;
  let decisions = 0;
  let earned = 0;
  let quotes: { at: number; minor: number; p: number }[] = [];
  const step = Math.min(paceUnit(one) / 8, 10 * 60_000);
  let due = start;
  for (let t = start; t < start + days * day; t += step) {
    const busy = (1 + 0.8 * Math.sin((2 * Math.PI * (t % day)) / day)) * (t > start + (days * day) / 2 ? 1.3 : 0.7);
    const expected = (perDay * busy * step) / day;
    const arrivals = Math.floor(expected) + (random() < expected % 1 ? 1 : 0);
    for (let i = 0; i < arrivals; i++) {
      decisions += 1;
      const p = 0.1 + 0.3 * random();
      const minor = 500 + Math.floor(2000 * random());
      const uplift = p * minor * (4 * random() - 1);
      const open = quotes.reduce((sum, q) => sum + q.minor, 0);
      if (spent + open + minor > budgetMinor || uplift - (pace?.price ?? 0) * p * minor <= 0) continue;
      earned += uplift;
      quotes.push({ at: t + random() * hour, minor, p });
    }
    for (const q of quotes) if (q.at <= t && random() < q.p) spent += q.minor;
    quotes = quotes.filter(q => q.at > t);
    if (t < due) continue;
    due = t + paceUnit(one) / 8;
    const expectedMinor = quotes.reduce((sum, q) => sum + q.minor * q.p, 0);
    const next = nextPace({
      campaign: one,
      budgetMinor,
      spentMinor: spent + expectedMinor,
      pace,
      decisions,
      now: new Date(t),
    });
    if (next) {
      pace = next;
      decisions = 0;
    }
  }
  // What was promised before the end is kept after it.
  for (const q of quotes) if (random() < q.p) spent += q.minor;
  return { spent, earned, price: pace?.price ?? 0 };
};

describe('a budget', () => {
  it('that binds ends within 2 % of plan and never over, for a month and for a day, tight or nearly enough', () => {
    for (const days of [30, 1]) {
      for (const seed of [1, 2, 3]) {
        const world = { days, perDay: days === 1 ? 8000 : 800, seed };
        const free = run({ ...world, budgetMinor: 1e12 });
        expect(free.price).toBe(0);
        // One day's rhythm can't be foreseen from within it: a budget that nearly suffices is left over at a quiet end.
        for (const share of days === 1 ? [0.5, 0.2] : [0.8, 0.5, 0.2]) {
          const budgetMinor = Math.round(free.spent * share);
          const { spent } = run({ ...world, budgetMinor });
          expect(spent / budgetMinor, `${days} days, ${share} of what would go, seed ${seed}`).toBeGreaterThan(0.98);
          expect(spent).toBeLessThanOrEqual(budgetMinor);
        }
      }
    }
  });

  it('spent at a price earns more than the same budget spent on whoever comes first', () => {
    const world = { days: 30, perDay: 800, seed: 4 };
    const free = run({ ...world, budgetMinor: 1e12 });
    const paced = run({ ...world, budgetMinor: Math.round(free.spent * 0.3) });
    expect(paced.earned / free.earned).toBeGreaterThan(0.4);
  });
});

describe('the price of a budget in the store', () => {
  let server: OpenedServer;
  let stores: Stores;
  beforeAll(async () => {
    server = await testServers()[0]!.open();
    stores = server.stores;
    await stores.promotions.putCampaigns([campaign({ budget: yuan(100) })]);
    await stores.promotions.put([promotion({ kind: 'percent-off', rate: 0.1 }, { cap: yuan(500) })]);
  });
  afterAll(() => server.drop());

  it('is moved once per step by however many processes, and is there after a restart', async () => {
    const other = await server.again();
    try {
      expect(await stepPacing({ stores, now })).toBe(1);
      await stores.offers.insert(
        offerOf({
          saves: yuan(80),
          expiresAt: minutes(60 * 24 * 30),
          because: { model: 'm', upliftMinor: 0, buyProbability: 0.9, buyProbabilityWithout: 0, explored: false },
        }),
      );
      await stores.impressions.put(
        Array.from({ length: 20 }, (_, i) => impressionOf({ id: `i${i}` as never, at: minutes(60) })),
      );
      const at = minutes(60 * 12);
      const moved = await Promise.all([stores, other, stores, other].map(s => stepPacing({ stores: s, now: at })));
      expect(moved.reduce((a, b) => a + b, 0)).toBe(1);
      const [pace] = await other.pacing.all();
      expect(pace).toMatchObject({ version: 2, opportunities: 20, spentMinor: 7200 });
      expect(pace!.price).toBeGreaterThan(0);
    } finally {
      await other.close();
    }
  });

  it('leaves to promise what is neither given, held nor quoted', async () => {
    const all = await stores.promotions.all();
    const states = budgetStates(
      [campaign({ budget: yuan(100) })],
      all,
      await stores.pacing.all(),
      await stores.offers.quotes(now),
    );
    expect([...states.values()]).toEqual([{ price: expect.any(Number), leftMinor: 2000 }]);
  });
});
