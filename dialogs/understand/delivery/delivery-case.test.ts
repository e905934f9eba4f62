import { expect, test } from 'vitest';
import { deliveryAsked } from './delivery-case.ts';

/** A Monday. */
const today = '2026-11-30';
const fresh = { turns: 4 };
const place = { name: 'chengdu', abroad: false };

test.each([
  ['can it be with him in manchester by the 15th of december?', { asks: 'by', by: '2026-12-15' }],
  ['how long does shipping to chengdu take?', { asks: 'days' }],
  ['i need it by friday, doable if i order today?', { asks: 'by', by: '2026-12-04' }],
  ['when do i have to order at the latest for the 22nd', { asks: 'latest', by: '2026-12-22' }],
  ['will it be here by next saturday? i am in hangzhou', { asks: 'by', by: '2026-12-12' }],
  ['明天下单周五前能到广州吗', { asks: 'by', by: '2026-12-04', ordered: { day: '2026-12-01' } }],
  ['明天晚上下单的话,到广州周六前行不行', { asks: 'by', by: '2026-12-05', ordered: { day: '2026-12-01', hour: 20 } }],
  ['最晚啥时候下单能赶上12月20号', { asks: 'latest', by: '2026-12-20' }],
  ['寄到乌鲁木齐多久', { asks: 'days' }],
  ['老家在甘肃农村 送得到吗', { asks: 'days', atHome: true }],
])('%s', (said, asked) => {
  expect(deliveryAsked(said, today, fresh)).toMatchObject(asked);
});

test.each([
  ['and to shenzhen?', 'days', 'shenzhen'],
  ['那成都呢', 'days', '成都'],
  ['how long till its there', 'days', 'chengdu'],
])('what was asked of one place is asked of another: %s', (said, asks, name) => {
  const before = { turns: 4, place, delivery: { asks: 'days' as const, at: 3 } };
  expect(deliveryAsked(said, today, before)).toMatchObject({ asks, place: { name } });
});

test.each(["what's the last day for that?", '那最晚哪天下单'])('the day is the one told before: %s', said => {
  const before = { turns: 4, place, delivery: { asks: 'by' as const, by: '2026-12-20', at: 3 } };
  expect(deliveryAsked(said, today, before)).toMatchObject({ asks: 'latest', by: '2026-12-20' });
});

test.each([
  'how long do i have to send something back?',
  'how long does the battery last',
  'when do i get my refund',
  'can a power bank be sent to germany by friday',
  '退款几天到账',
  '我买的东西几天能到',
  '能用多久',
])('nothing of a delivery: %s', said => {
  expect(deliveryAsked(said, today, fresh)).toBeUndefined();
});

test('how long, right after another page, is asked of that page', () => {
  expect(deliveryAsked('多久能收到', today, { ...fresh, topic: 'invoices', policy: 'invoice-order' })).toBeUndefined();
});
