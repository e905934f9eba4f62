import { expect, test } from 'vitest';
import { beyondTold } from './beyond-told.ts';

const memory = { policy: 'gift-wrap', topic: 'gift-wrapping' };
test.each([
  ['yes gift wrap please. will it be here by saturday?', 'will it be here by saturday?'],
  ['Yes gift wrap. Will he see the price?', 'Will he see the price?'],
  ['要包装。他会看到价格吗', '他会看到价格吗'],
])('beside what was told: "%s"', (said, asked) => expect(beyondTold(said, memory)).toBe(asked));

test.each([
  'can you gift wrap it? will it be here by saturday?',
  'yes gift wrap please.',
  'put it in my cart. will it be here by saturday?',
])('nothing of it: "%s"', said => expect(beyondTold(said, memory)).toBeUndefined());
test('nor before anything was told', () => {
  expect(beyondTold('gift wrap please. when does it come?', { topic: undefined, policy: undefined })).toBeUndefined();
});
