import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { trainRows } from '../../data/feature-rows.ts';
import { type Event, historyOf, toInteractions } from '../../data/interactions.ts';
import { itemTraits } from '../../data/item-traits.ts';
import { fitScaler } from '../../data/scaler.ts';
import { type SignalEvent, signalsOf, toSignals } from '../../data/signals.ts';
import { knownUntil, splitInteractions, trainOnAll } from '../../data/splits.ts';
import { featureNames, featureReader } from './feature-table.ts';
import { productFacts } from './product-facts.ts';

const at = (day: number): Date => new Date(Date.UTC(2026, 0, 1) + day * 86_400_000);
const now = at(40).getTime();
const bought = (shopper: string, product: string, day: number): Event => ({ shopper, product, at: at(day) });
const did = (product: string, kind: SignalEvent['kind'], value: number, day: number, shopper = 'ann'): SignalEvent => ({
  shopper,
  product,
  kind,
  value,
  at: at(day),
});

const purchases = [
  bought('ann', 'green', 0),
  bought('ann', 'cup', 10),
  bought('ann', 'green', 20),
  bought('ann', 'black', 30),
  bought('bob', 'black', 1),
  bought('bob', 'cup', 2),
];
const sources = [
  { id: 'green', category: 'tea', brand: 'nova', price: 10 },
  { id: 'black', category: 'tea', brand: 'nova', price: 20 },
  { id: 'white', category: 'tea', brand: 'orb', price: 40 },
  { id: 'cup', category: 'ware', brand: 'nova', price: 20 },
  { id: 'bare' },
];
const signals = [
  did('white', 'view', 20, 33),
  did('white', 'view', 40, 35),
  did('white', 'shown', 1, 35),
  did('white', 'tapped', 1, 36),
  did('white', 'shown', 1, 2, 'bob'),
  did('cup', 'rating', 2, 12),
  did('green', 'rating', 4, 22),
];

const rows = toInteractions(
  purchases,
  sources.map(source => source.id),
);
const train = trainOnAll(rows);
const known = toSignals(signals, rows);
const facts = productFacts(train, now, itemTraits(sources, rows.products), known);

const tableFor = (product: string, shopper = 'ann'): Record<string, number> => {
  const reader = featureReader(facts);
  const out = new Float64Array(featureNames.length);
  const row = rows.shoppers.row(shopper)!;
  reader.read(historyOf(train, row), now, signalsOf(known, row));
  reader.fill(rows.products.row(product)!, out, 0);
  return Object.fromEntries(featureNames.map((name, f) => [name, out[f]!]));
};
const about = (value: number) => expect.closeTo(value, 5);

describe('the feature table', () => {
  it('has frequency, recency and what came next of a product bought before', () => {
    expect(tableFor('green')).toMatchObject({
      'times bought before': about(Math.log1p(2)),
      'purchases a month': about(2 / (40 / 30)),
      'days since bought': about(Math.log1p(20)),
      'visits since bought': about(Math.log1p(1)),
      overdue: about(Math.log(21 / 21)),
      'products in the past': about(Math.log1p(3)),
      visits: about(Math.log1p(4)),
      'days since the last visit': about(Math.log1p(10)),
      'own stars against usual': about(1),
    });
    // Cups follow black tea with bob, and green tea with ann.
    expect(tableFor('cup')['follows the last purchases']).toBeGreaterThan(0);
    expect(tableFor('white')['follows the last purchases']).toBe(0);
  });

  it('has dwell, click-through and what was done but not bought', () => {
    expect(tableFor('white')).toMatchObject({
      'own dwell': about(Math.log1p(60)),
      'own looks': about(Math.log1p(2)),
      'times asked about': about(Math.log1p(1)),
      // Tapped after it was shown.
      'shown and not tapped': 0,
      'days since looked': about(Math.log1p(4)),
      'dwell of others': about(Math.log1p(30)),
      // One tap and two cards shown, mixed with ten of the same mean.
      'click-through': about(1 / 3),
    });
    expect(tableFor('white', 'bob')['shown and not tapped']).toBeCloseTo(Math.log1p(1), 5);
  });

  it('has price, category and brand against the shopper’s own, and what crosses them', () => {
    const usual = (2 * Math.log(10) + 2 * Math.log(20)) / 4;
    const table = tableFor('white');
    expect(table).toMatchObject({
      price: about(Math.log(40)),
      'price against usual': about(Math.log(40) - usual),
      'share of the category': about(3 / 4),
      'days since the category': about(Math.log1p(10)),
      'share of the brand': 0,
      'brand × category': 0,
      'category × price': about(Math.log(40) - (2 * Math.log(10) + Math.log(20)) / 3),
      'same category as the last': 1,
      'run of the category': about(Math.log1p(2)),
    });
    // Tea was bought more of late than a cup.
    expect(table['category × lately']).toBeGreaterThan(0);
    expect(tableFor('black')['brand × category']).toBeCloseTo(3 / 4, 5);
    expect(tableFor('cup')['brand × category']).toBeCloseTo(1 / 4, 5);
  });

  it('says of every missing value that it is missing, and of no other', () => {
    const bare = tableFor('bare');
    for (const [name, value] of Object.entries(bare)) {
      const flag = bare[`${name}, missing`];
      if (flag !== undefined) expect([name, flag]).toEqual([name, Number.isNaN(value) ? 1 : 0]);
      else expect([name, Number.isFinite(value)]).toEqual([name, true]);
    }
    expect(bare['price, missing']).toBe(1);
    expect(bare['share of the category, missing']).toBe(1);
    expect(tableFor('white')['price, missing']).toBe(0);
  });

  it('of somebody of whom nothing is known is finite or missing', () => {
    const reader = featureReader(facts);
    const out = new Float64Array(featureNames.length);
    reader.read({ items: new Int32Array(), at: new Float64Array(), weight: new Float32Array() }, now, undefined);
    reader.fill(0, out, 0);
    featureNames.forEach((name, f) => {
      if (!featureNames.includes(`${name}, missing`)) expect([name, Number.isFinite(out[f])]).toEqual([name, true]);
    });
  });
});

describe('table and scaler', () => {
  const event = fc.record({
    shopper: fc.constantFrom('a', 'b', 'c', 'd'),
    product: fc.constantFrom(...sources.map(source => source.id)),
    day: fc.integer({ min: 0, max: 60 }),
  });
  const cut = at(30);
  const fitted = (events: readonly Event[], looks: readonly SignalEvent[]) => {
    const all = toInteractions(
      events,
      sources.map(source => source.id),
      ['a', 'b', 'c', 'd'],
    );
    const split = splitInteractions(all, { kind: 'temporal', cut }, 1);
    const until = knownUntil(split);
    const beside = toSignals(looks, all);
    const own = productFacts(split.train, cut.getTime(), itemTraits(sources, all.products), beside, until);
    const reader = featureReader(own);
    const x = new Float32Array(4 * sources.length * featureNames.length);
    let row = 0;
    // By name: which row a shopper has may depend on who else is there.
    for (const shopper of ['a', 'b', 'c', 'd']) {
      const s = all.shoppers.row(shopper)!;
      reader.read(historyOf(split.train, s), cut.getTime(), signalsOf(beside, s, until[s]));
      for (const { id } of sources) reader.fill(all.products.row(id)!, x, featureNames.length * row++);
    }
    return { x, scaler: fitScaler(trainRows(split.train, { names: featureNames, rows: row, x })).columns };
  };

  it('are the same whatever happens in the test part', () =>
    fc.assert(
      fc.property(fc.array(event, { minLength: 1 }), fc.array(event), fc.array(event), (early, later, others) => {
        const past = early.map(({ shopper, product, day }) => bought(shopper, product, day % 30));
        const looked = early.map(({ shopper, product, day }) => did(product, 'view', day, day % 30, shopper));
        const laterOn = (some: typeof later) => ({
          purchases: some.map(({ shopper, product, day }) => bought(shopper, product, 30 + day)),
          signals: some.map(({ shopper, product, day }) => did(product, 'cart', 1, 30 + day, shopper)),
        });
        const [one, other] = [laterOn(later), laterOn(others)];
        const a = fitted([...past, ...one.purchases], [...looked, ...one.signals]);
        const b = fitted([...other.purchases, ...past], [...other.signals, ...looked]);
        expect(b.scaler).toEqual(a.scaler);
        expect(b.x).toEqual(a.x);
      }),
      { numRuns: 40 },
    ));
});
