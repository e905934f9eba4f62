import { expect, test } from 'vitest';
import { asksUnitPrice, isOnlyPrice } from './unit-price-asked.ts';

test.each([
  'how much per 100g is that',
  "what's it per 100 g",
  'how much is it per sheet',
  '多少钱一片',
  '一片多少钱',
  '平均每100克多少钱',
])('%s: what so much of it comes to', folded => expect(asksUnitPrice(folded)).toBe(true));

test.each([
  'how much is it',
  'how much is a mug',
  '多少钱一盒',
  '多少钱一双',
  '这个多少钱',
  '一片叶子',
  'how many per box',
])('%s: no such price', folded => expect(asksUnitPrice(folded)).toBe(false));

test.each([
  ['much for the 500g', true],
  ['how much', true],
  ['多少钱', true],
  ['much water does it hold', false],
  ['多少钱能包邮', false],
])('%s is about its price alone: %s', (words, is) => expect(isOnlyPrice(words)).toBe(is));
