import { expect, test } from 'vitest';
import { deliveryOfAmount } from './delivery-of-amount.ts';
import { figureChecked } from './figure-checked.ts';

test.each([
  ['so 80 all together yes?', 80],
  ['so 120 on top, correct?', 120],
  ['加上运费一共181对吧', 181],
  ['那就是219是吧', 219],
])('a sum is held against what was told: %s', (said, amount) => {
  expect(figureChecked(said)?.said).toBe(amount);
});

test.each([
  '30 off every 300, right?',
  '满300减30对吧',
  'is 169 enough for free delivery?',
  'i pay 20 for 5 days, right?',
])('none is: %s', said => {
  expect(figureChecked(said)).toBeUndefined();
});

test.each([
  ['is 169 enough for free delivery?', 169, undefined],
  ['169够包邮吗', 169, undefined],
  ['那我买两个59的杯子要运费吗', 118, undefined],
  ['two camping lanterns at 149, do i pay postage?', 298, undefined],
  ['how much then for a 169 jacket to hong kong altogether', 169, 'hong kong'],
])('delivery of goods of so much: %s', (said, amount, to) => {
  expect(deliveryOfAmount(said)).toMatchObject({ amount, ...(to ? { to } : {}) });
});

test.each([
  '运费12能免不',
  'is delivery free from 199?',
  '满199包邮吗',
  '还差多少包邮',
  'order 24 by friday, free delivery?',
])('nothing of that: %s', said => {
  expect(deliveryOfAmount(said)).toBeUndefined();
});
