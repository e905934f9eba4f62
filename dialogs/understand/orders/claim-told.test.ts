import { expect, test } from 'vitest';
import { amendsWished } from './claim-told.ts';

test.each([
  ['send me a new dripper, i dont want the money', 'another'],
  ["i don't want the money, just send another one", 'another'],
  ['new one please', 'another'],
  ['it was the box. new one pls, navy', 'another'],
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
