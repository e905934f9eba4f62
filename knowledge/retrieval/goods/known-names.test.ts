import { expect, test } from 'vitest';
import { conceptSpansOf } from '../text/concepts.ts';
import { createKnownNames } from './known-names.ts';

const names = createKnownNames(
  ['do you ship overseas', 'overseas delivery cost', 'can you deliver to germany', '海外运费多少', '能寄到海外吗'],
  ['orders to france take ten days'],
);

test('a country no page names is asked for as the pages say it, in the script of the question', () => {
  expect(names.inOwnWords('can you ship to brazil')).toBe('can you ship to overseas');
  expect(names.inOwnWords('可以寄到巴西吗')).toBe('可以寄到海外吗');
});

test('a country that a question or a paragraph names stays as it was said', () => {
  expect(names.inOwnWords('shipping to germany')).toBe('shipping to germany');
  expect(names.inOwnWords('shipping to france')).toBe('shipping to france');
});

test('left out, a question does not make its own names known', () => {
  expect(names.inOwnWords('can you deliver to germany', 'can you deliver to germany')).toBe(
    'can you deliver to overseas',
  );
});

test('without a common name of the concept, and for concepts whose names differ in meaning, nothing changes', () => {
  expect(names.inOwnWords('boots guarantee')).toBe('boots guarantee');
  expect(names.inOwnWords('can I pay by visa')).toBe('can I pay by visa');
});

test('the longest name from the left counts, and none within it', () => {
  expect(conceptSpansOf('快递费谁付').map(s => [s.phrase, s.start, s.end])).toEqual([['快递费', 0, 3]]);
});
