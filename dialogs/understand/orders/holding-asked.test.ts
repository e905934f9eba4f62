import { expect, test } from 'vitest';
import { asksIfBought, asksWhichHolds, thingIfBought } from './holding-asked.ts';
import { asksOwnRefund } from './refund-asked.ts';
import { agreesToReturn, asksTimeLeft } from './return-asked.ts';

test.each([
  ['have i bought any puzzle here before?', 'puzzle'],
  ['did i already buy a charging stand from you?', 'charging stand'],
  ['did i ever order the teahouse jacket?', 'teahouse jacket'],
  ['which order has the shoes?', 'shoes'],
  ['我买过拼图吗', '拼图'],
  ['之前有没有买过保温杯没有', '保温杯'],
] as const)('"%s" asks whether "%s" was bought', (said, thing) => {
  expect(asksIfBought(said) || asksWhichHolds(said)).toBe(true);
  expect(thingIfBought(said)).toBe(thing);
});
test.each([
  'have i spent enough here already',
  'what have i bought',
  '我之前买过什么',
  'did i get a refund already',
  'can i buy it here',
  '买过的杯子碎了',
])('"%s" does not', said => expect(asksIfBought(said) || asksWhichHolds(said)).toBe(false));

test.each([
  ['did the money come back already?', {}, true],
  ['the money is not here', {}, true],
  ['nobody refunds me', {}, true],
  ['退货了半个月了钱没退', {}, true],
  ['when does the 129 get to my account?', { refundTold: 4, turns: 5 }, true],
  ['那钱几天能到', { refundTold: 4, turns: 5 }, true],
  ['那钱几天能到', {}, false],
  ['when you return something, how many days until the money is back', { refundTold: 4, turns: 5 }, false],
  ['how long does a refund take', {}, false],
] as const)('one’s own refund: "%s" %j', (said, memory, is) => expect(asksOwnRefund(said, memory)).toBe(is));

test.each(['好的,退吧', '退吧', '嗯,确认退', 'ok, send it back', 'yes please'])('"%s" agrees to the return', said =>
  expect(agreesToReturn(said)).toBe(true),
);
test.each(['不退了', '再想想', '...', 'how long does it take', 'no'])('"%s" does not agree', said =>
  expect(agreesToReturn(said)).toBe(false),
);

const told = { orderTold: { at: 4, number: 'WY-1' }, turns: 5 };
test.each([
  ['oh. then how long do i have to return it?', told, true],
  ['那这单最晚什么时候能退', told, true],
  ['how long do i have to return it?', { turns: 5 }, false],
  ['退款什么时候到', told, false],
] as const)('the time left: "%s"', (said, memory, is) => expect(asksTimeLeft(said, memory)).toBe(is));
