import { describe, expect, it } from 'vitest';
import { HistoryBuffer } from './history-buffer.ts';
import { historyOf, toInteractions } from './interactions.ts';
import {
  defaultWeights,
  isSignalWeights,
  ratingStrength,
  type SignalWeights,
  Standings,
  viewStrength,
} from './signal-weights.ts';
import { kindCode, type ShopperSignals, type SignalKind, signalsOf, toSignals } from './signals.ts';
import { boughtIn, usualRating, weighedSignals, withStanding } from './weighed-signals.ts';

type Did = readonly [item: number, kind: SignalKind, value?: number, at?: number];
const did = (...events: readonly Did[]): ShopperSignals => {
  const sorted = events.toSorted(([, , , a = 0], [, , , b = 0]) => a - b);
  return {
    items: Int32Array.from(sorted, ([item]) => item),
    at: Float64Array.from(sorted, ([, , , at = 0]) => at),
    kind: Uint8Array.from(sorted, ([, kind]) => kindCode[kind]),
    value: Float32Array.from(sorted, ([, , value = 1]) => value),
  };
};
const standings = new Standings();
const standing = (events: readonly Did[], weights: SignalWeights = defaultWeights) => {
  standings.read(did(...events), weights, 3);
  return Array.from({ length: standings.count }, (_, s) => ({
    item: standings.items[s]!,
    weight: standings.weights[s]!,
    at: standings.at[s]!,
  }));
};
const weights = (...events: readonly Did[]): Record<number, number> =>
  Object.fromEntries(standing(events).map(({ item, weight }) => [item, weight]));

describe('what a signal weighs', () => {
  it('grows with the length of a look, and is never that of a purchase', () => {
    const looks = [1, 2, 10, 60, 3600].map(viewStrength);
    expect(looks[0]).toBe(0);
    expect(looks.slice(1)).toEqual(looks.slice(1).toSorted((a, b) => a - b));
    expect(looks.at(-1)).toBe(1);
    expect(viewStrength(Number.NaN)).toBeGreaterThan(viewStrength(2));
    const heavy = { view: 0.9, cart: 0.9, chat: 0.9, rating: 0.9 };
    for (const { weight } of standing(
      [
        [0, 'fitting-view', 60],
        [1, 'cart'],
        [2, 'rating', 5],
      ],
      heavy,
    ))
      expect(weight).toBeLessThan(1);
  });

  it('is the strongest of a product, at the latest moment', () => {
    const found = standing([
      [7, 'view', 60, 30],
      [7, 'cart', 1, 10],
      [7, 'shown', 1, 90],
    ]);
    expect(found).toEqual([{ item: 7, weight: defaultWeights.cart, at: 30 }]);
  });

  it('of a card that was only shown is nothing', () => expect(weights([1, 'shown'])).toEqual({}));

  it('of a rating below the shopper’s own mean is nothing, whatever else was done with the product', () => {
    expect(weights([1, 'rating', 4], [2, 'rating', 5], [3, 'rating', 5], [1, 'view', 60])).toEqual({ 2: 0.5, 3: 0.5 });
    // A strict shopper's three stars say more than a generous one's.
    expect(weights([1, 'rating', 3], [2, 'rating', 1])[1]).toBeGreaterThan(0);
    expect(weights([1, 'rating', 3], [2, 'rating', 5])[1]).toBeUndefined();
  });

  it('of an only rating is held against all shoppers’ mean', () => {
    expect(ratingStrength(4, 4, 1, 4.2)).toBeNull();
    expect(ratingStrength(5, 5, 1, 4.2)).toBe(1);
    expect(ratingStrength(4, 4, 2, 4.2)).toBe(0.5);
    expect(ratingStrength(Number.NaN, 4, 2, 4)).toBeNull();
    expect(ratingStrength(5, 5, 3, 3)).toBe(1);
  });

  it('stored, is a number from 0 to 0.9 for each group', () => {
    expect(isSignalWeights(defaultWeights)).toBe(true);
    for (const broken of [null, {}, { ...defaultWeights, view: 1 }, { ...defaultWeights, chat: Number.NaN }, 'x'])
      expect(isSignalWeights(broken)).toBe(false);
  });
});

describe('signals beside purchases', () => {
  const at = (day: number) => new Date(Date.UTC(2026, 0, day));
  const rows = toInteractions(
    [
      { shopper: 'ann', product: 'tea', at: at(1) },
      { shopper: 'ann', product: 'cup', at: at(5) },
    ],
    ['pan'],
    ['bob'],
  );
  const signals = toSignals(
    [
      { shopper: 'bob', product: 'pan', at: at(4), kind: 'rating', value: 5 },
      { shopper: 'ann', product: 'pan', at: at(3), kind: 'view', value: 60 },
      { shopper: 'ann', product: 'pan', at: at(6), kind: 'cart', value: 1 },
      { shopper: 'ann', product: 'tea', at: at(2), kind: 'view', value: 60 },
      { shopper: 'nobody', product: 'pan', at: at(2), kind: 'view', value: 60 },
      { shopper: 'bob', product: 'gone', at: at(2), kind: 'view', value: 60 },
    ],
    rows,
  );

  it('keep the row numbers, oldest first, and end where one asks', () => {
    expect(signalsOf(signals, 0).items).toEqual(Int32Array.of(0, 2, 2));
    expect([...signalsOf(signals, 0, at(6).getTime()).items]).toEqual([0, 2]);
    expect(signalsOf(signals, 1).items).toEqual(Int32Array.of(2));
  });

  it('weighed up to a moment are as if nothing had come after it', () => {
    const until = [at(5).getTime(), at(4).getTime()];
    const early = weighedSignals(signals, defaultWeights, until);
    expect([...early.product]).toEqual([0, 2]);
    expect(early.weight[1]).toBeCloseTo(defaultWeights.view, 6);
    expect(usualRating(signals, until)).toBe(3);
    expect(usualRating(signals)).toBe(5);
    expect([...weighedSignals(signals, defaultWeights).weight].map(w => w.toFixed(2))).toEqual([
      '0.35',
      '0.60',
      '0.50',
    ]);
  });

  it('join a history in order of time, and leave what was bought as it is', () => {
    standings.read(
      did([2, 'view', 60, at(3).getTime()], [0, 'cart', 1, at(9).getTime()], [1, 'shown', 1, at(2).getTime()]),
      defaultWeights,
      3,
    );
    const joined = withStanding(historyOf(rows, 0), standings, new HistoryBuffer());
    expect([...joined.items]).toEqual([0, 2, 1]);
    expect([...boughtIn(joined)]).toEqual([0, 1]);
  });
});
