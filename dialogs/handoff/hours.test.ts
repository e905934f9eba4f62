import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isOpen, nextOpening } from './hours.ts';

const at = (iso: string) => new Date(iso);
const week = [{ days: [1, 2, 3, 4, 5], from: '09:00', to: '18:00' }];

it('is open on the clock of the shop, wherever the server is', () => {
  // 09:00 in Shanghai is 01:00 UTC; 2026-05-04 is a Monday.
  expect(isOpen(week, 'Asia/Shanghai', at('2026-05-04T00:59:00Z'))).toBe(false);
  expect(isOpen(week, 'Asia/Shanghai', at('2026-05-04T01:00:00Z'))).toBe(true);
  expect(isOpen(week, 'Asia/Shanghai', at('2026-05-04T10:00:00Z'))).toBe(false);
  expect(isOpen(week, 'Europe/London', at('2026-05-04T08:00:00Z'))).toBe(true);
  expect(isOpen([], 'UTC', at('2026-05-03T03:00:00Z'))).toBe(true);
});

it('a night shift belongs to the day it began', () => {
  const night = [{ days: [5], from: '22:00', to: '02:00' }];
  expect(isOpen(night, 'UTC', at('2026-05-08T23:30:00Z'))).toBe(true); // Friday
  expect(isOpen(night, 'UTC', at('2026-05-09T01:59:00Z'))).toBe(true); // Saturday morning
  expect(isOpen(night, 'UTC', at('2026-05-08T01:30:00Z'))).toBe(false); // Friday morning
});

it('says when it opens next: Monday after a weekend, and right over a clock change', () => {
  expect(nextOpening(week, 'UTC', at('2026-05-08T18:00:00Z'))).toEqual(at('2026-05-11T09:00:00Z'));
  // Summer time begins in London on 29 March 2026: Monday 09:00 is 08:00 UTC.
  expect(nextOpening(week, 'Europe/London', at('2026-03-27T19:00:00Z'))).toEqual(at('2026-03-30T08:00:00Z'));
});

it('the next opening is open, and nothing between is', () => {
  const clock = fc
    .integer({ min: 0, max: 1439 })
    .map(m => `${String(Math.floor(m / 60)).padStart(2, '0')}:${String(m % 60).padStart(2, '0')}`);
  const hours = fc.record({
    days: fc.uniqueArray(fc.integer({ min: 0, max: 6 }), { minLength: 1 }),
    from: clock,
    to: clock,
  });
  fc.assert(
    fc.property(
      fc.array(hours, { minLength: 1, maxLength: 3 }),
      fc.integer({ min: 0, max: 525_600 }),
      (list, offset) => {
        const now = new Date(Date.UTC(2026, 0, 1) + offset * 60_000);
        const next = nextOpening(list, 'Europe/Berlin', now);
        if (!next) return !isOpen(list, 'Europe/Berlin', now);
        if (!isOpen(list, 'Europe/Berlin', next)) return false;
        for (let t = now.getTime(); t < next.getTime(); t += 7 * 60_000) {
          if (isOpen(list, 'Europe/Berlin', new Date(t))) return false;
        }
        return true;
      },
    ),
    { numRuns: 60, seed: 11 },
  );
});
