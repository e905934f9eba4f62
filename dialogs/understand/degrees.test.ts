import { expect, test } from 'vitest';
import { asksForCheaper } from './cheaper-asked.ts';
import { degreeAsked } from './degrees.ts';

test.each([
  ['which one is lighter?', 'lighter', 'lightweight'],
  ['which of these weighs the least', 'weighs the least', 'lightweight'],
  ['is the first one or the second one warmer?', 'warmer', 'warm'],
  ['the lightest one', 'lightest', 'lightweight'],
  ['which is cheaper to run', 'cheaper to run', undefined],
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
