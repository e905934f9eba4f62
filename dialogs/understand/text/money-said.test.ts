import { expect, test } from 'vitest';
import { moneyIn } from './money-said.ts';

test.each([
  ['jackets from 12000', ['min', 12_000]],
  ['watches from 10000 up', ['min', 10_000]],
  ['watches from 12345 upwards', ['min', 12_345]],
  ['tents from 800 onwards', ['min', 800]],
  ['from 28226', []],
  ['add the mug from 28226', []],
  ['return the jacket from 12000', []],
  ['what i bought from 12000', []],
  ['from 2024', []],
  ['from 100 up to 200', ['min', 100, 'max', 200]],
  ['something for my dad under 200', ['max', 200]],
  ['something for my mum around 300', ['around', 300]],
  ['a bag for a woman around 50', []],
] as const)('amounts of "%s"', (folded, amounts) =>
  expect(moneyIn(folded).bounds.flatMap(({ bound, amount }) => [bound, amount])).toEqual(amounts),
);
