import { expect, test } from 'vitest';
import { sizesIn } from './sizes.ts';

test.each([
  ['要40号的', ['40']],
  ['28号有吗', ['28']],
  ['39号要黑的', ['39']],
  ['m码', ['m']],
  ['size 42 please', ['42']],
  // A day of the month, on which something happens.
  ['30号要出差 要个包', []],
  ['周六28号结婚', []],
  ['12月28号', []],
])('%s', (told, sizes) => {
  expect(sizesIn(told).map(size => size.value)).toEqual(sizes);
});
