import { expect, test } from 'vitest';
import { asksForCheaper } from './cheaper-asked.ts';
import { degreeAsked } from './degrees.ts';

test.each([
  ['which one is lighter?', 'lighter', 'lightweight'],
  ['which of these weighs the least', 'lighter', 'lightweight'],
  ['is the first one or the second one warmer?', 'warmer', 'warm'],
  ['the lightest one', 'lighter', 'lightweight'],
  ['which is cheaper to run', 'more economical', undefined],
  ['which holds more?', 'bigger', undefined],
  ['which has better reviews', 'better rated', undefined],
  ["what's the lightest?", 'lighter', 'lightweight'],
  ['which one is better rated', 'better rated', undefined],
  ['and which is quieter?', 'quieter', undefined],
  ['which one is more comfortable', 'more comfortable', undefined],
  ['哪个更轻', '更轻', 'lightweight'],
  ['这几款哪个最保暖', '更保暖', 'warm'],
  ['第一个和第二个哪个轻一点', '更轻', 'lightweight'],
  ['哪款评分高', '评分更高', undefined],
  ['哪个更安静', '更安静', undefined],
])('%s weighs the list', (says, asked, mark) => {
  const degree = degreeAsked(says);
  expect(degree?.asked).toBe(asked);
  expect(degree?.marks?.[0]).toBe(mark);
});

test.each([
  'show me something lighter',
  'which one is better',
  'which one is cheaper',
  'which is the cheapest',
  'a warmer jacket',
  'which order is it about',
  'what is your return policy',
  "what's the biggest discount I can get?",
  "what's the smallest order for free shipping?",
  'do you have that in bigger or smaller sizes',
  'which is the strongest reason to buy',
  'what is the largest size you have?',
  'which colour is lighter?',
  'which is matter',
  'which one is sooner',
  '哪个优惠更大',
  '哪个可以重新发货',
  '哪个可以重新下单',
  '有没有轻一点的',
  '哪个好',
  '哪个最便宜',
  '有哪些轻的外套',
])('%s does not', says => {
  expect(degreeAsked(says)).toBeUndefined();
});

test.each([
  'show me cheaper ones with a hood',
  'do you have cheaper ones',
  'find me cheaper',
  '有没有便宜点带帽子的',
  '便宜点的黑色的有吗',
])('%s is below what was shown', says => {
  expect(asksForCheaper(says)).toBe(true);
});

test('cheaper of the same goods, and cheap goods, are other wishes', () => {
  for (const says of ['can you make it cheaper', '再便宜点', 'cheap jackets', 'is it cheaper online'])
    expect(asksForCheaper(says)).toBe(false);
});
