import { expect, test } from 'vitest';
import { generalAsked } from './general-asked.ts';
import { policyAsked } from './policy-asked.ts';
import { aspectAsked, serviceSpokenOf } from './service-aspects.ts';

test.each([
  ['who pays for that', 'exchange', 'return-postage'],
  ['how long till the new one comes', 'exchange', 'exchange-time'],
  ['how does she do that', 'exchange', 'exchange'],
  ['要多久', 'exchange', 'exchange-time'],
  ['先寄旧的还是先发新的', 'exchange', 'exchange-time'],
  ['那要拍照吗 发哪', 'own-faulty', 'claim-photo'],
  ['need to send pictures or what', 'warranty-claim', 'claim-photo'],
  ['will you fix it or do i get a new one', 'warranty-length', 'claim-courier'],
  ['你们修还是换新的', 'repair-how', 'claim-courier'],
  ['大概几天能好', 'warranty-claim', 'repair-time'],
  ['do i have to send the pieces back', 'arrived-broken', 'damage-proof'],
  ['在哪点', 'invoice', 'invoice-order'],
  ['do you repair or replace it', 'delivery-time', undefined],
  ['who pays for that', undefined, undefined],
  ['how long is the warranty on it', 'exchange', undefined],
])('"%s" after %s asks %s', (said, told, rule) => {
  expect(aspectAsked(said, [told])).toBe(rule);
});

test('a matter of service is spoken of for some messages', () => {
  const service = { rule: 'exchange', at: 3 };
  expect(serviceSpokenOf({ service, turns: 5 })).toBe('exchange');
  expect(serviceSpokenOf({ service, turns: 9 })).toBeUndefined();
});

const isRule = (folded: string): boolean => policyAsked(folded, 'en') !== undefined;
test.each([
  [
    "I keep telling you it's not that order. Just tell me generally, can worn shoes go back or not",
    'can worn shoes go back or not',
  ],
  ["that's old, never mind. what's the return rule for shoes ive worn?", "what's the return rule for shoes ive worn?"],
  ['不是那单 一般穿过的能退吗', '一般穿过的能退吗'],
  ['what is your policy on returns? and do you have running shoes under 80?', undefined],
  ['can I return my shoes', undefined],
])('of "%s" it is asked in general: %s', (said, asked) => {
  expect(generalAsked(said, isRule, true)).toBe(asked);
});
