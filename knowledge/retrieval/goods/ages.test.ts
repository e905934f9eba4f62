import { expect, test } from 'vitest';
import { makeDemoShop } from '../../demo/shop.ts';
import type { Product } from '../../domain/product.ts';
import { ageBonus, unsafeFor } from './ages.ts';

const { products } = makeDemoShop({ seed: 7, now: new Date('2026-05-01T00:00:00Z'), shoppers: 5, impressions: 10 });
const called = (name: string): Product => products.find(p => p.name.en?.includes(name))!;
const forChild = [
  { slot: 'recipient', value: 'kids', polarity: 'like', forWhom: 'child', quote: '', confidence: 1 },
] as const;

test.each([
  // Its page says "from 3 years": it is nothing for a baby, whatever soft toys are in general.
  ['Odd Bear', 'a soft toy for a baby', true],
  ['Patient Rabbit', 'a soft toy for a baby', false],
  ['Yangtze porpoise', 'a present for a toddler', false],
  ['Courtyard building blocks', 'for my 2-year-old', true],
  ['Odd Bear', '送给一岁宝宝', true],
])('%s, %s: unsafe %s', (name, text, is) => {
  expect(unsafeFor(text, forChild)?.(called(name))).toBe(is);
});

test('from three years on nothing is unsafe', () => {
  expect(unsafeFor('for my 3-year-old', forChild)).toBeUndefined();
});

test.each([
  ['Rooftop telescope', 'for a boy of 9, he is 9 years old', true],
  ['Rooftop telescope', 'for a girl of 5, she is 5 years old', false],
  ['Ferry Crossing', '送8岁的女儿', true],
  ['Ferry Crossing', '送6岁的女儿', false],
])('%s, %s: suits %s', (name, text, suits) => {
  const bonus = ageBonus(text, forChild)!(called(name));
  expect(bonus > 0).toBe(suits);
});

test('what a page lists in words of another shop is read too', () => {
  const bear = called('Odd Bear');
  const listing = (en: string): Product => ({ ...bear, details: [{ name: { en: 'Recommended age' }, value: { en } }] });
  const isUnsafe = unsafeFor('for a baby', forChild)!;
  expect(isUnsafe(listing('3+'))).toBe(true);
  expect(isUnsafe(listing('from birth'))).toBe(false);
  expect(isUnsafe(listing('from 18 months'))).toBe(true);
  expect(isUnsafe(listing('5 to 9 years'))).toBe(true);
});
