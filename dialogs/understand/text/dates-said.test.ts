import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fold } from '../../../knowledge/retrieval/text/fold.ts';
import { daysIn } from './dates-said.ts';

/** A Tuesday. */
const sent = new Date('2026-11-24T22:30:00Z');
const one = (date: string) => ({ from: date, to: date });

test.each([
  ['I ordered it yesterday', one('2026-11-23')],
  ['bought three days ago', one('2026-11-21')],
  ['twenty-one days ago', one('2026-11-03')],
  ['the parcel from last week', { from: '2026-11-16', to: '2026-11-22' }],
  ['delivered last Friday', one('2026-11-20')],
  ['I need it by Saturday', { to: '2026-11-28' }],
  ['in two weeks', one('2026-12-08')],
  ['before 12 December', { to: '2026-12-12' }],
  ['since November 3rd', { from: '2026-11-03' }],
  ['next month', { from: '2026-12-01', to: '2026-12-31' }],
  ['this weekend', { from: '2026-11-28', to: '2026-11-29' }],
  ['order of 2026-11-03', one('2026-11-03')],
  ['on black friday', one('2026-11-27')],
  ['before Christmas please', { to: '2026-12-25' }],
  ['上周三买的', one('2026-11-18')],
  ['下周一要用', one('2026-11-30')],
  ['双十一之前下的单', { to: '2026-11-11' }],
  ['双十一以后', { from: '2026-11-11' }],
  ['前天到的', one('2026-11-22')],
  ['三天前', one('2026-11-21')],
  ['十五天前', one('2026-11-09')],
  ['两周后要', one('2026-12-08')],
  ['上个月的订单', { from: '2026-10-01', to: '2026-10-31' }],
  ['11月3号买的', one('2026-11-03')],
  ['1月5日能到吗', one('2027-01-05')],
  ['这周末', { from: '2026-11-28', to: '2026-11-29' }],
  ['where is my order 20418', undefined],
  ['想买一双跑鞋', undefined],
])('"%s"', (text, wanted) => {
  expect(daysIn(fold(text), sent)).toEqual(wanted);
});

test('whatever is said, the first day is never after the last', () => {
  const words = [
    'last',
    'next',
    'monday',
    'before',
    'in',
    'two',
    'weeks',
    'ago',
    '31',
    'feb',
    '99月88日',
    '上',
    '周三',
    '之前',
    '2026-99-99',
    '0',
  ];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...words), { maxLength: 6 }), said => {
      const days = daysIn(said.join(' '), sent);
      if (days?.from && days.to) expect(days.from <= days.to).toBe(true);
    }),
    { seed: 11, numRuns: 300 },
  );
});
