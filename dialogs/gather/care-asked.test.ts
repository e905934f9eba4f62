import { expect, test } from 'vitest';
import { demoView } from '../understand/fixture.ts';
import { careAsked } from './care-asked.ts';

const shell = demoView().products.find(p => p.attributes.feature?.includes('waterproof') && p.category === 'jackets');

test.each([
  ['can it go in the washing machine', 'en', 'waterproof'],
  ['能机洗吗', 'zh', '防水'],
] as const)('"%s" of a waterproof jacket is asked as of one', (text, language, trait) => {
  expect(shell).toBeDefined();
  expect(careAsked(text, shell, language)).toEqual({ text: expect.stringContaining(trait), unsure: true });
});

test('nothing was spoken of: nobody knows what "it" is', () => {
  expect(careAsked('can I wash it', undefined, 'en')).toEqual({ text: 'can I wash it', unsure: true });
});

test.each([
  ['how do I wash a down jacket', 'en'],
  ['when will it arrive', 'en'],
  ['羽绒服怎么洗', 'zh'],
] as const)('"%s" says itself what it is about', (text, language) => {
  expect(careAsked(text, undefined, language)).toEqual({ text, unsure: false });
});
