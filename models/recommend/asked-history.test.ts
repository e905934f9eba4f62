import { expect, it } from 'vitest';
import { asId, type ProductId } from '../../knowledge/domain/ids.ts';
import { seededRandom } from '../../knowledge/domain/random.ts';
import { defaultWeights } from '../data/signal-weights.ts';
import { kindCode } from '../data/signals.ts';
import type { RecommendRequest, ShopperSignal } from '../types.ts';
import { AskedHistory } from './asked-history.ts';

const id = (row: number): ProductId => asId<ProductId>(`p${row}`);
const rowOf = (text: string): number | undefined => (text === 'p99' ? undefined : Number(text.slice(1)));
const request = (over: Partial<RecommendRequest>): RecommendRequest => ({
  history: [],
  exclude: new Set(),
  count: 5,
  now: new Date(0),
  ...over,
});

it('reads the latest 200 of what is told in any order, oldest first, of a moment what came first', () => {
  const random = seededRandom(1);
  const asked = new AskedHistory(rowOf, undefined);
  for (const [count, moments] of [
    [0, 1],
    [7, 3],
    [200, 1000],
    [450, 20],
    [450, 100_000],
  ] as const) {
    const signals = Array.from(
      { length: count },
      (_, s): ShopperSignal => ({
        product: id(s % 150),
        at: new Date(Math.floor(random() * moments)),
        kind: 'view',
        value: s,
      }),
    );
    const known = signals.filter(({ product }) => product !== 'p99');
    const latest = known.toSorted((a, b) => Number(b.at) - Number(a.at)).slice(0, 200);
    const expected = latest.toSorted((a, b) => Number(a.at) - Number(b.at));
    const read = asked.signals(request({ signals }))!;
    expect([...read.value]).toEqual(expected.map(({ value }) => value));
    expect([...read.items]).toEqual(expected.map(({ product }) => rowOf(product)));
    expect([...read.at]).toEqual(expected.map(({ at }) => Number(at)));
    expect(read.kind.every(kind => kind === kindCode.view)).toBe(true);
  }
  expect(asked.signals(request({}))).toBeUndefined();
});

it('has the last 400 of a past, in which signals that are weighed take the place of looks', () => {
  const history = Array.from({ length: 900 }, (_, e) => ({
    product: id(e % 90),
    at: new Date(e),
    weight: e % 2 === 0 ? 1 : 0.3,
    ...(e % 2 === 1 && { deed: 'viewed' as const }),
  }));
  const plain = new AskedHistory(rowOf, undefined).history(request({ history }), undefined);
  expect([...plain.at]).toEqual(Array.from({ length: 400 }, (_, e) => 500 + e));

  const asked = new AskedHistory(rowOf, { weights: defaultWeights, usualRating: 3 });
  const signals: ShopperSignal[] = [
    { product: id(95), at: new Date(851), kind: 'cart', value: 1 },
    { product: id(2), at: new Date(853), kind: 'view', value: 60 }, // was bought
  ];
  const weighed = asked.history(request({ history }), asked.signals(request({ signals })));
  expect(weighed.items.length).toBe(401);
  const place = weighed.items.indexOf(95);
  expect([...weighed.at.subarray(place - 1, place + 2)]).toEqual([850, 851, 852]);
  expect(weighed.weight[place]).toBeCloseTo(defaultWeights.cart, 6);
  expect(weighed.weight.filter(weight => weight < 1).length).toBe(1);
});
