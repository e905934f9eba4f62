import { expect, test } from 'vitest';
import { fold } from '../../../knowledge/retrieval/text/fold.ts';
import { quantityAsked } from './quantity-asked.ts';

const asked = (text: string, lastIntent?: 'add-to-cart' | 'view-cart' | 'product-search') => {
  const read = quantityAsked(fold(text), lastIntent ? { lastIntent } : {});
  return read && `${read.of} ${read.count}`;
};

test.each([
  ['actually make it two', 'all 2'],
  ['make that 3 please', 'all 3'],
  ["I'll take a couple of them", 'all 2'],
  ['can I change the quantity to 4?', 'all 4'],
  ['just one please', 'all 1'],
  ['one more', 'more 1'],
  ['add two more of those', 'more 2'],
  ['give me another one', 'more 1'],
  ['another one', 'more 1'],
  ['add another mug', 'more 1'],
  ['one less', 'more -1'],
  ['make it zero', 'all 0'],
  ['数量改成0', 'all 0'],
  ['改成两个', 'all 2'],
  ['还是要三件吧', 'all 3'],
  ['再来一个', 'more 1'],
  ['少拿一件', 'more -1'],
  ['我说三支,你加了一支吧?', 'all 3'],
  ['我要的是两盒,怎么只加了一盒', 'all 2'],
  ['i said three, you only added one', 'all 3'],
  ["just one, my friend doesn't want hers", 'all 1'],
  ['还是要一个吧 朋友不要了', 'all 1'],
])('after something went into the cart "%s" means %s', (text, wanted) => {
  expect(asked(text, 'add-to-cart')).toBe(wanted);
});

test.each([
  ['change the quantity to 2', 'all 2'],
  ['数量改成3', 'all 3'],
  ['make it two', undefined],
  ['another one', undefined],
  ['要两份', undefined],
  ['make the budget 200', undefined],
])('elsewhere the quantity has to be named: "%s"', (text, wanted) => {
  expect(asked(text, 'product-search')).toBe(wanted);
  expect(asked(text)).toBe(wanted);
});

test.each([
  '我说三天,你们说的是两天',
  'i said 42.5',
  'make it 42',
  'make it blue',
  'size 42',
  '改成42码',
  '换成红色',
  'is one enough?',
])('"%s" says nothing of how many', text => {
  expect(asked(text, 'add-to-cart')).toBeUndefined();
});
