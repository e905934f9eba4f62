import { expect, test } from 'vitest';
import { steadyClock } from './clock.ts';
import { hashUnit, seededRandom } from './random.ts';

test('a clock set back repeats the latest time until the world has caught up', () => {
  const readings = [1_000, 2_000, 500, 1_999, 2_001];
  const clock = steadyClock(() => readings.shift()!);
  expect([1, 2, 3, 4, 5].map(() => clock().getTime())).toEqual([1_000, 2_000, 2_000, 2_000, 2_001]);
});

test('the same seed draws the same numbers, evenly', () => {
  const [a, b] = [seededRandom(7), seededRandom(7)];
  const drawn = Array.from({ length: 20_000 }, () => a());
  expect(drawn.slice(0, 100)).toEqual(Array.from({ length: 100 }, () => b()));
  for (let tenth = 0; tenth < 10; tenth++) {
    const share = drawn.filter(x => Math.floor(x * 10) === tenth).length / drawn.length;
    expect(Math.abs(share - 0.1)).toBeLessThan(0.01);
  }
});

test('buckets by hash are stable and even, also for ids that differ in one digit', () => {
  const units = Array.from({ length: 20_000 }, (_, i) => hashUnit(`campaign|s-${String(i).padStart(5, '0')}`));
  expect(units.filter(u => u < 0.1).length / units.length).toBeCloseTo(0.1, 1.7);
  expect(hashUnit('campaign|s-00001')).toBe(units[1]);
});
