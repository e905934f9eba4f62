import { describe, expect, test } from 'vitest';
import { fold } from '../../../knowledge/retrieval/text/fold.ts';
import { colourExchanged, ordersExchange } from './exchange-asked.ts';

describe('one of what was bought is to be another', () => {
  test.each([
    "the drippers, i'd rather have one of them in black",
    'i want to exchange one of my green ones for it',
    'no don’t buy a new one. i want to exchange one of my green ones for it'.replace('’', "'"),
    '那个滤杯我想换成黑色的',
    '能把其中一个换成黑的吗',
  ])('after the orders: %s', text => expect(ordersExchange(fold(text), { lastIntent: 'order-status' })).toBe(true));

  test.each([
    "the drippers, i'd rather have one of them in black",
    '那个滤杯我想换成黑色的',
    'swap it for green please',
  ])('of goods that are looked at it is none: %s', text =>
    expect(ordersExchange(fold(text), { lastIntent: 'product-details' })).toBe(false),
  );
});

test.each([
  ['one of the two sage drippers. exchange for black', 'black'],
  ["i'd rather have one of them in black", 'black'],
  ['exchange it for the navy one', 'navy'],
  ['换成黑色', '黑色'],
  ['其中一个换成黑的', '黑色'],
  ['I want a bigger size', undefined],
  ['换大一码', undefined],
])('%s', (text, colour) => expect(colourExchanged(text)).toBe(colour));
