import { expect, test } from 'vitest';
import { createSpeller } from './typos.ts';

const vocabulary =
  'would could absolutely start aloe price colour sack waterproof jacket questions beijing story storey lotion backpack'.split(
    ' ',
  );
const speller = createSpeller(vocabulary, new Set(['tangle']));

test('slips are mended towards what the shop knows', () => {
  expect(speller.correct('absolutly waterpoof jakcet and a backpak')).toBe(
    'absolutely waterproof jacket and a backpack',
  );
});

test('ordinary English and names of the shop stay as they are', () => {
  for (const said of [
    'is this an absolute bargain',
    'smart',
    'alone',
    'the prince',
    'does it stack',
    'location',
    'tangle',
    "i wouldn't and couldn't",
  ])
    expect(speller.correct(said)).toBe(said);
});

test('a slip nearer to another English word is that word', () => {
  expect(speller.correct('the begining')).toBe('the beginning');
});

test('spelt as in America is spelt', () => {
  expect(speller.correct('a color')).toBe('a colour');
});
