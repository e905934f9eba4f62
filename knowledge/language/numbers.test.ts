import { expect, test } from 'vitest';
import { readNumber } from './numbers.ts';

test.each([
  ['1,299.50', 1_299.5],
  ['3百', 300],
  ['2k', 2_000],
  ['a hundred and fifty', 150],
  ['forty-five', 45],
  ['thirteen', 13],
  ['two thousand three hundred', 2_300],
  ['十五', 15],
  ['两百五', 250],
  ['两百零五', 205],
  ['一万二', 12_000],
])('"%s" is %d', (text, number) => expect(readNumber(text)).toBe(number));

test('what is no number is none', () => {
  expect(readNumber('many')).toBeNaN();
  expect(readNumber('好')).toBeNaN();
});
