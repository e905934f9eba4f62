import { expect, test } from 'vitest';
import { amendsWished, answersClaimNow } from './claim-told.ts';

test.each([
  ['send me a new dripper, i dont want the money', 'another'],
  ["i don't want the money, just send another one", 'another'],
  ['new one please', 'another'],
  ['it was the box. new one pls, navy', 'another'],
  ['new one please same size', 'another'],
  ['a replacement in the same colour please', 'another'],
  ['换新的，一样的', 'another'],
  ['是马克杯那单 补发一个就行', 'another'],
  ['新的吧', 'another'],
  ['不想要退款，给我换新', 'another'],
  ['no replacement, i want my money back', 'money'],
  ['money back instead of a new one', 'money'],
  ["i'd rather have the money back", 'money'],
  ['不要换货，退钱吧', 'money'],
  ['how long does a refund take', undefined],
])('what is wished for instead: %s', (told, wish) => {
  expect(amendsWished(told)).toBe(wish);
});

const now = { claim: { at: 3 }, turns: 4 };
test.each([
  ['new one please same size', now, true],
  ['是马克杯那单 补发一个就行', now, true],
  ['退款吧', now, true],
  ['can you send me a new one?', now, false],
  ['能补发吗', now, false],
  ['how long does a refund take', now, false],
  ['补发一个就行', { turns: 4 }, false],
  ['补发一个就行', { claim: { at: 1 }, turns: 4 }, false],
] as const)('right after it was asked: %s', (told, memory, is) => expect(answersClaimNow(told, memory)).toBe(is));
