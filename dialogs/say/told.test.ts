import { expect, test } from 'vitest';
import { toldInWords } from './told.ts';

const shop = { categories: [] };

test('what a product fits: a shelf only where no thing is named, and no more than three', () => {
  const told = [
    { slot: 'feature', value: 'waterproof' },
    { slot: 'category', value: 'shoes' },
    { slot: 'budget', value: 'max:8000:CNY' },
    { slot: 'colour', value: 'black' },
  ] as const;
  expect(toldInWords(told, 'en', shop)).toEqual(['waterproof', 'shoes', 'up to ¥80']);
  const named = [...told.slice(0, 2), { slot: 'product', value: 'running shoes' } as const, ...told.slice(2)];
  expect(toldInWords(named, 'en', shop)).toEqual(['waterproof', 'running shoes', 'up to ¥80']);
});
