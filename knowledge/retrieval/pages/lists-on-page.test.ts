import { expect, test } from 'vitest';
import { heldAgainstList, isRegionListed } from './lists-on-page.ts';

const ways = 'You can pay with Alipay, WeChat Pay, UnionPay, Visa, Mastercard, JCB, Apple Pay and PayPal.';
const parts = 'The rest of Asia, Europe, North America and Oceania take 8 to 15 days.';

test.each([
  ['can i pay with klarna', [{ isListed: false, said: 'klarna' }]],
  [
    'do you take paypal or only wechat',
    [
      { isListed: true, said: 'PayPal' },
      { isListed: true, said: 'WeChat Pay' },
    ],
  ],
  ['how long does it take', []],
])('%s', (asked, held) => expect(heldAgainstList(ways, asked)).toEqual(held));

test.each([
  ['chile', false],
  ['肯尼亚', false],
  ['墨西哥', true],
  ['canada', true],
  ['atlantis', undefined],
])('%s is in a part of the world that is listed: %s', (place, is) => expect(isRegionListed(parts, place)).toBe(is));
