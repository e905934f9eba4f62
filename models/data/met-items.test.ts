import { expect, it } from 'vitest';
import { seededRandom } from '../../knowledge/domain/random.ts';
import { MetItems } from './met-items.ts';

it('has the places that a Map would give, for few and many rows, near and far apart', () => {
  const random = seededRandom(1);
  const met = new MetItems();
  for (const [events, products] of [
    [0, 1],
    [30, 10],
    [1, 1],
    [400, 50_000],
    [5000, 2 ** 31 - 1],
    [40, 40],
  ] as const) {
    met.start(events);
    const places = new Map<number, number>();
    for (let e = 0; e < events; e++) {
      const row = Math.floor(random() * products);
      if (!places.has(row)) places.set(row, places.size);
      expect(met.meet(row)).toBe(places.get(row));
    }
    expect(met.count).toBe(places.size);
    expect([...met.rows.subarray(0, met.count)]).toEqual([...places.keys()]);
  }
});
