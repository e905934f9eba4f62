import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asId, type ProductId, type ShopperId } from '../../knowledge/domain/ids.ts';
import type { MentionTally } from '../../knowledge/domain/order.ts';
import type { Product } from '../../knowledge/domain/product.ts';
import type { NewcomerDraw } from '../types.ts';
import { beliefOf, defaultRules, defaultShare, liveNewcomers, newcomersFrom, youngOf } from './newcomers.ts';

const at = new Date('2026-11-24T09:00:00Z');
const day = 86_400_000;
const id = (n: number): ProductId => asId<ProductId>(`p${n}`);
const shopper = (n: number): ShopperId => asId<ShopperId>(`s${n}`);
const product = (n: number, daysAgo: number): Product => ({
  id: id(n),
  name: { en: `thing ${n}` },
  description: {},
  category: 'things',
  attributes: {},
  price: { minor: 100, currency: 'CNY' },
  stock: null,
  hidden: false,
  addedAt: new Date(at.getTime() - daysAgo * day),
});
const young = Array.from({ length: 8 }, (_, n) => product(n, 1));
const ids = young.map(one => one.id);
const tally = (n: number, shown: number, engaged: number): MentionTally => ({ product: id(n), shown, engaged });

const record = (tallies: readonly MentionTally[], sold = new Map<ProductId, number>()) => ({ tallies, sold });

const worlds = fc.record({
  share: fc.constantFrom(0, 0.01, 0.05, 0.3, 1),
  tallies: fc
    .uniqueArray(fc.tuple(fc.nat(7), fc.nat(150), fc.nat(150)), { selector: ([n]) => n })
    .map(all => all.map(([n, shown, engaged]) => tally(n, shown, Math.min(shown, engaged)))),
  candidates: fc.uniqueArray(fc.nat(9), { maxLength: 8 }).map(all => all.map(id)),
  hidden: fc.uniqueArray(fc.nat(9), { maxLength: 6 }).map(all => new Set(all.map(id))),
  shopper: fc.nat(10_000).map(shopper),
});
type World = typeof worlds extends fc.Arbitrary<infer T> ? T : never;
const drawnIn = ({ share, tallies, candidates, hidden, shopper }: World, when = at): NewcomerDraw =>
  newcomersFrom(young, record(tallies), share).draw({
    candidates,
    isShowable: one => !hidden.has(one),
    shopper,
    at: when,
  });

describe('a new product that is drawn', () => {
  it('is one that is asked for, may be shown, is new and not known well enough; with its propensity above 0 and at most the share', () => {
    fc.assert(
      fc.property(worlds, world => {
        const { product, propensity } = drawnIn(world);
        expect(propensity).toBeGreaterThan(0);
        expect(propensity).toBeLessThanOrEqual(1);
        if (product === null) {
          expect(propensity).toBeGreaterThanOrEqual(1 - world.share - 1e-9);
          return;
        }
        expect(world.candidates).toContain(product);
        expect(world.hidden.has(product)).toBe(false);
        expect(ids).toContain(product);
        expect(propensity).toBeLessThanOrEqual(world.share + 1e-12);
        const shown = world.tallies.find(one => one.product === product)?.shown ?? 0;
        expect(shown).toBeLessThan(defaultRules.enough);
      }),
      { numRuns: 500, seed: 1 },
    );
  });

  it('is the same all day however often is asked, and may be another the next day', () => {
    fc.assert(
      fc.property(worlds, fc.nat(day - 1), (world, later) => {
        const midnight = new Date('2026-11-24T00:00:00Z');
        expect(drawnIn(world, new Date(midnight.getTime() + later))).toEqual(drawnIn(world, midnight));
      }),
      { numRuns: 200, seed: 2 },
    );
    const world: World = { share: 1, tallies: [], candidates: ids, hidden: new Set(), shopper: shopper(1) };
    const days = Array.from({ length: 20 }, (_, d) => drawnIn(world, new Date(at.getTime() + d * day)).product);
    expect(new Set(days).size).toBeGreaterThan(3);
  });

  it('is met as often as its propensity says, and by no more shoppers than the share', () => {
    const [share, shoppers] = [0.2, 8_000];
    const newcomers = newcomersFrom(young, record([tally(0, 60, 20), tally(1, 60, 0), tally(2, 30, 3)]), share);
    const counts = new Map<ProductId | null, { times: number; propensity: number }>();
    for (let n = 0; n < shoppers; n++) {
      const isShowable = (one: ProductId) => one !== id(3);
      const { product, propensity } = newcomers.draw({ candidates: ids, isShowable, shopper: shopper(n), at });
      const before = counts.get(product);
      if (before) expect(propensity).toBe(before.propensity);
      counts.set(product, { times: (before?.times ?? 0) + 1, propensity });
    }
    let sum = 0;
    for (const { times, propensity } of counts.values()) {
      const sd = Math.sqrt((propensity * (1 - propensity)) / shoppers);
      expect(Math.abs(times / shoppers - propensity)).toBeLessThan(4 * sd + 1e-9);
      sum += propensity;
    }
    expect(sum).toBeCloseTo(1, 9);
    expect(counts.has(id(3))).toBe(false);
    expect(counts.get(null)!.propensity).toBeGreaterThan(1 - share);
    // One that nobody looked into is given up; one that pleases is tried more than one nothing is known of.
    expect(counts.get(id(1))?.propensity ?? 0).toBeLessThan(0.001);
    expect(counts.get(id(0))!.propensity).toBeGreaterThan(counts.get(id(4))!.propensity);
  });

  it('is more often one that sold though nobody looked into it than one that did not, and a sale after a look counts once', () => {
    const propensities = (sold: number, engaged: number) => {
      const tallies = [0, 1].map(n => tally(n, 60, n === 0 ? engaged : 0));
      const newcomers = newcomersFrom(young, record(tallies, new Map([[id(0), sold]])), 1);
      const drawn = Array.from({ length: 200 }, (_, n) =>
        newcomers.draw({ candidates: ids.slice(0, 2), isShowable: () => true, shopper: shopper(n), at }),
      );
      return [0, 1].map(n => drawn.find(one => one.product === id(n))?.propensity ?? 0);
    };
    const [bought = 0, neither = 0] = propensities(6, 0);
    expect(bought).toBeGreaterThan(0.9);
    expect(bought).toBeGreaterThan(neither * 5);
    expect(propensities(0, 0)[0]).toBeCloseTo(0.5, 1);
    expect(propensities(6, 6)).toEqual(propensities(6, 0));
    expect(propensities(3, 6)).toEqual(propensities(0, 6));
  });

  it('stays the same for most shoppers when one more tap moves what is believed', () => {
    const draw = (engaged: number) => {
      const newcomers = newcomersFrom(young, record([tally(0, 30, engaged)]), 1);
      return Array.from(
        { length: 2_000 },
        (_, n) => newcomers.draw({ candidates: ids, isShowable: () => true, shopper: shopper(n), at }).product,
      );
    };
    const [before, after] = [draw(2), draw(3)];
    expect(before.filter((one, n) => one !== after[n]).length).toBeLessThan(2_000 * 0.15);
  });
});

describe('who is new', () => {
  it('is young, and no longer once it was shown or bought often enough or the share is 0', () => {
    const newcomers = newcomersFrom(
      young,
      record(
        [tally(0, defaultRules.enough, 5)],
        new Map([
          [id(2), defaultRules.sold],
          [id(3), defaultRules.sold - 1],
        ]),
      ),
      0.5,
    );
    expect(newcomers.products.has(id(0))).toBe(false);
    expect([1, 2, 3].map(n => newcomers.products.has(id(n)))).toEqual([true, false, true]);
    const off = newcomersFrom(young, record([]), 0).draw({
      candidates: ids,
      isShowable: () => true,
      shopper: shopper(1),
      at,
    });
    expect(off).toEqual({ product: null, propensity: 1 });
  });

  it('is nobody in a shop that is new itself, whose whole catalogue came in yesterday', () => {
    const old = Array.from({ length: 40 }, (_, n) => product(100 + n, 300));
    expect(youngOf([...old, ...young, product(9, -1)], at).map(one => one.id)).toEqual(ids);
    expect(youngOf(young, at)).toEqual([]);
  });

  it.each([-0.1, 1.5, Number.NaN])('a share of %s is refused with what is allowed', share => {
    expect(() => newcomersFrom(young, record([]), share)).toThrow(/must be a number from 0 to 1/);
  });
});

describe('what is believed of one', () => {
  it('begins like all new products and moves to its own rate, more certain with every time it is shown', () => {
    const rate = 0.1;
    expect(beliefOf({ shown: 0, engaged: 0 }, rate).mean).toBeCloseTo(rate);
    const [few, many] = [beliefOf({ shown: 10, engaged: 5 }, rate), beliefOf({ shown: 90, engaged: 45 }, rate)];
    expect(few.mean).toBeGreaterThan(rate);
    expect(many.mean).toBeGreaterThan(few.mean);
    expect(many.sd).toBeLessThan(few.sd);
    // Beta(2 + 5, 18 + 5) by hand.
    expect(few.mean).toBeCloseTo(7 / 30, 12);
    expect(few.sd).toBeCloseTo(Math.sqrt((7 * 23) / (30 ** 2 * 31)), 12);
  });
});

it('what a process believes follows what any of them has shown, and the share that the shop sets', async () => {
  const old = Array.from({ length: 40 }, (_, n) => product(100 + n, 300));
  let newProductShare: number | undefined;
  let shown = 3;
  let counts = 0;
  const live = liveNewcomers({
    desk: { settings: async () => (newProductShare === undefined ? null : { newProductShare }) },
    orders: {
      sold: async () => {
        counts += 1;
        return new Map([[id(7), 500]]);
      },
    },
    mentions: { tally: async asked => asked.slice(0, 1).map(one => ({ product: one, shown, engaged: 1 })) },
  });
  expect(live.current().products.size).toBe(0);
  await live.refresh([...old, ...young], at);
  expect(live.current()).toMatchObject({ share: defaultShare, products: new Set(ids.slice(0, 7)) });
  [newProductShare, shown] = [0, defaultRules.enough];
  await live.refresh([...old, ...young], at);
  expect(live.current()).toMatchObject({ share: 0, products: new Set(ids.slice(1, 7)) });
  expect(counts).toBe(1);
});
