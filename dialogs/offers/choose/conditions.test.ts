import { describe, expect, it } from 'vitest';
import { asId, type ShopperId } from '../../../knowledge/domain/ids.ts';
import type { Condition } from '../../../knowledge/domain/promotion.ts';
import { nobody, product, promotion, shop } from '../offers.test-helper.ts';
import { isWithinHours } from './conditions.ts';
import { evaluatePromotion } from './evaluate.ts';

type Hours = Extract<Condition, { kind: 'hours' }>;
const hours = (from: string, to: string, days?: number[]): Hours => ({
  kind: 'hours',
  from,
  to,
  ...(days ? { days } : {}),
});

const london = 'Europe/London';
const newYork = 'America/New_York';
const shanghai = 'Asia/Shanghai';

describe('a deal of certain hours, on the shop’s own clock', () => {
  it.each<[string, Hours, string, string | undefined, boolean]>([
    ['at its first minute', hours('20:00', '23:00'), '2026-11-24T12:00:00Z', shanghai, true],
    ['not the minute before', hours('20:00', '23:00'), '2026-11-24T11:59:59Z', shanghai, false],
    ['not at its last', hours('20:00', '23:00'), '2026-11-24T15:00:00Z', shanghai, false],
    ['in UTC where the shop names no zone', hours('20:00', '23:00'), '2026-11-24T20:00:00Z', undefined, true],
    ['on its weekday there, not in UTC', hours('00:00', '08:00', [3]), '2026-11-24T16:30:00Z', shanghai, true],
    ['not on another', hours('00:00', '08:00', [2]), '2026-11-24T16:30:00Z', shanghai, false],
    ['over midnight, before it', hours('22:00', '02:00', [5]), '2026-11-27T22:30:00Z', undefined, true],
    [
      'over midnight, after it, as part of the day it began',
      hours('22:00', '02:00', [5]),
      '2026-11-28T01:59:00Z',
      undefined,
      true,
    ],
    [
      'not after midnight of a day it did not begin on',
      hours('22:00', '02:00', [6]),
      '2026-11-28T01:59:00Z',
      undefined,
      false,
    ],
    ['until midnight', hours('22:00', '00:00'), '2026-11-27T23:59:59Z', undefined, true],
  ])('counts %s', (_when, window, at, zone, holds) => {
    expect(isWithinHours(window, new Date(at), zone)).toBe(holds);
  });

  // London: 29 March 2026 01:00 -> 02:00, 25 October 02:00 -> 01:00. New York: 8 March 02:00 -> 03:00, 1 November 02:00 -> 01:00.
  it.each<[string, string, string, string, Hours, boolean]>([
    ['London in winter', london, '2026-03-28T09:00:00Z', '09:00', hours('09:00', '10:00'), true],
    [
      'London in summer, an hour earlier in UTC',
      london,
      '2026-03-30T08:00:00Z',
      '09:00',
      hours('09:00', '10:00'),
      true,
    ],
    [
      'London in summer, not at the winter’s moment',
      london,
      '2026-03-30T09:00:00Z',
      '10:00',
      hours('09:00', '10:00'),
      false,
    ],
    [
      'London, the last minute before spring forward',
      london,
      '2026-03-29T00:59:00Z',
      '00:59',
      hours('00:00', '01:00'),
      true,
    ],
    [
      'London, the minute after: the hour from one is left out',
      london,
      '2026-03-29T01:00:00Z',
      '02:00',
      hours('01:00', '02:00'),
      false,
    ],
    [
      'London, autumn: the hour from one comes once',
      london,
      '2026-10-25T00:30:00Z',
      '01:30',
      hours('01:00', '02:00'),
      true,
    ],
    ['London, autumn: and again', london, '2026-10-25T01:30:00Z', '01:30', hours('01:00', '02:00'), true],
    ['London, autumn: then it is over', london, '2026-10-25T02:00:00Z', '02:00', hours('01:00', '02:00'), false],
    ['New York in winter', newYork, '2026-03-07T14:00:00Z', '09:00', hours('09:00', '10:00'), true],
    ['New York in summer', newYork, '2026-03-09T13:00:00Z', '09:00', hours('09:00', '10:00'), true],
    [
      'New York, spring: the hour from two is left out',
      newYork,
      '2026-03-08T07:00:00Z',
      '03:00',
      hours('02:00', '03:00'),
      false,
    ],
    ['New York, autumn: one in summer time', newYork, '2026-11-01T05:15:00Z', '01:15', hours('01:00', '02:00'), true],
    ['New York, autumn: one in winter time', newYork, '2026-11-01T06:15:00Z', '01:15', hours('01:00', '02:00'), true],
    [
      'New York, autumn: over midnight through the change',
      newYork,
      '2026-11-01T06:59:00Z',
      '01:59',
      hours('22:00', '02:00', [6]),
      true,
    ],
  ])('%s', (_when, zone, at, clock, window, holds) => {
    const shown = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit' });
    expect(shown.format(new Date(at))).toBe(clock);
    expect(isWithinHours(window, new Date(at), zone)).toBe(holds);
  });

  it('is refused outside them as outside its hours, with nothing the cart could change', () => {
    const verdict = (at: string, promised = false) =>
      evaluatePromotion({
        promotion: promotion(
          { kind: 'percent-off', rate: 0.1 },
          { conditions: [hours('20:00', '23:00')], endsAt: new Date('2027-01-01T00:00:00Z') },
        ),
        lines: [{ product: product('mug', 100), quantity: 1 }],
        shop: { ...shop, timeZone: shanghai },
        shopper: nobody,
        now: new Date(at),
        promised,
      });
    expect(verdict('2026-11-24T12:30:00Z').kind).toBe('applies');
    expect(verdict('2026-11-24T15:30:00Z')).toEqual({ kind: 'refused', reason: 'outside-hours' });
    expect(verdict('2026-11-24T15:30:00Z', true).kind).toBe('applies');
  });
});

describe('a deal for named shoppers', () => {
  const verdict = (id?: string) =>
    evaluatePromotion({
      promotion: promotion(
        { kind: 'percent-off', rate: 0.1 },
        { conditions: [{ kind: 'shopper', anyOf: [asId<ShopperId>('ann')] }] },
      ),
      lines: [{ product: product('mug', 100), quantity: 1 }],
      shop,
      shopper: { ...nobody, ...(id ? { id: asId<ShopperId>(id) } : {}) },
      now: new Date('2026-05-04T10:00:00Z'),
    }).kind;

  it('holds for them and for nobody else, least of all a stranger', () => {
    expect([verdict('ann'), verdict('bob'), verdict()]).toEqual(['applies', 'refused', 'refused']);
  });
});
