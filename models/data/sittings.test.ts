import { expect, it } from 'vitest';
import { toInteractions } from './interactions.ts';
import { sittings } from './sittings.ts';
import { trainOnAll } from './splits.ts';

it('what a shopper bought is parted where more time than that lies between two purchases', () => {
  const events = [
    ['ann', 'tea', 0],
    ['ann', 'cup', 1],
    ['ann', 'tea', 5],
    ['ann', 'jam', 12],
    ['bob', 'jam', 12],
    ['ann', 'tea', 12],
  ] as const;
  const train = trainOnAll(
    toInteractions(events.map(([shopper, product, hour]) => ({ shopper, product, at: new Date(hour * 3_600_000) }))),
  );
  const rows = (hours: number): string[] => {
    const { start, cols, values } = sittings(train, hours);
    expect(values).toEqual(new Float32Array(cols.length).fill(1));
    return Array.from({ length: start.length - 1 }, (_, r) =>
      Array.from(cols.subarray(start[r]!, start[r + 1]!), p => train.products.ids[p]).join(' '),
    );
  };
  expect(rows(6)).toEqual(['tea cup', 'tea jam', 'jam']);
  expect(rows(3)).toEqual(['tea cup', 'tea', 'tea jam', 'jam']);
  expect(rows(100)).toEqual(['tea cup jam', 'jam']);
  expect(sittings(trainOnAll(toInteractions([])), 6).start).toEqual(Int32Array.of(0));
});
