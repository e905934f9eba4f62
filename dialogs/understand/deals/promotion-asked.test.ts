import { expect, test } from 'vitest';
import { fold } from '../../../knowledge/retrieval/text/fold.ts';
import { promotionAsked } from './promotion-asked.ts';

test.each([
  'is there a first order discount',
  'do I get anything off my first order?',
  'what is the new customer offer',
  '首单有优惠吗',
  '首单立减是什么',
  '有没有首单优惠',
])('%s asks about a promotion', text => expect(promotionAsked(fold(text), false)).toBeDefined());

test.each(['where is my first order', 'my first-order has not come', '我的首单到哪了', 'can I change my first order?'])(
  '%s asks about an order',
  text => expect(promotionAsked(fold(text), false)).toBeUndefined(),
);

test.each([
  ['not the set. the free one, on 499 or more', 'how'],
  ['how do i get a free hand cream', 'how'],
  ['满499送的那个 能不能送两份护手霜', 'how'],
  ['how does the skincare evening thing work', 'how'],
  ['晚八点护肤怎么算', 'how'],
  ['my discount didnt show up in the cart', 'why-not'],
  ['i put the 30 off 300 thing, cart is 310 but nothing off', 'why-not'],
])('%s asks: %s', (text, aspect) => expect(promotionAsked(fold(text), false)).toBe(aspect));

test.each([
  ['only coffee stuff? does that count for beans', 'covers'],
  ['只有茶和咖啡吗', 'covers'],
  ['whats the cap', 'how'],
  ['封顶多少', 'how'],
])('%s, after a deal was told, asks: %s', (text, aspect) => {
  expect(promotionAsked(fold(text), true)).toBe(aspect);
  expect(promotionAsked(fold(text), false)).not.toBe('why-not');
});

test('how the gift is had is asked only after the deals were told', () => {
  expect(promotionAsked(fold('那个护手霜怎么领'), false, undefined, false, true)).toBe('how');
  expect(
    promotionAsked('what about a free gift then, how do i get that hand cream', false, undefined, false, true),
  ).toBe('how');
  expect(promotionAsked(fold('那个护手霜怎么领'), false, undefined, false, false)).toBeUndefined();
  expect(promotionAsked(fold('how do i get my refund'), false, undefined, false, true)).toBeUndefined();
});

test.each([
  'do you have sugar free tea',
  'is there free delivery on 199',
  'how do i get this hand cream into my cart',
  'is there a free return',
  '只有这个吗',
  'what is the cap made of',
])('%s asks about no promotion', text => expect(promotionAsked(fold(text), false)).toBeUndefined());
