import { expect, test } from 'vitest';
import { dayAhead } from './day-ahead.ts';

/** A Monday. */
const today = new Date('2026-11-30T00:00:00Z');

test.each([
  ['by friday', '2026-12-04'],
  ['by next saturday', '2026-12-12'],
  ['周五前', '2026-12-04'],
  ['下周三之前', '2026-12-09'],
  ['by the 18th', '2026-12-18'],
  ['10号前', '2026-12-10'],
  ['12月20号', '2026-12-20'],
  ['before christmas', '2026-12-25'],
  ['圣诞前', '2026-12-25'],
  ['before monday', '2026-12-07'],
  ['周一前', '2026-12-07'],
  ['this weekend', '2026-12-06'],
  ['周末聚会要用，下单后几天能送达', '2026-12-06'],
  ['下个周末之前', '2026-12-13'],
  ['月底前', '2026-11-30'],
  ['tomorrow', '2026-12-01'],
  ['within three days', '2026-12-03'],
  ['in the next 5 days', '2026-12-05'],
  ['within a week', '2026-12-07'],
  ['三天内', '2026-12-03'],
  ['两周之内', '2026-12-14'],
  ['双十二前', '2026-12-12'],
])('%s', (said, day) => {
  expect(dayAhead(said, today)).toBe(day);
});

test.each(['yesterday', 'for my sister', '42号楼', 'the first one'])('none: %s', said => {
  expect(dayAhead(said, today)).toBeUndefined();
});
