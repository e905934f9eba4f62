import { expect, test } from 'vitest';
import { mannerFeatures } from './manner.ts';

test('a question, a figure and the length are told, and again with who says it', () => {
  expect(mannerFeatures('Is it under 20?')).toEqual(['?', '?$', '#', 'long 2']);
  expect(mannerFeatures('Hi!', 'A')).toEqual(['!', 'long 1', 'by A', '! by A', 'long 1 by A']);
});

test('Chinese signs count as well, and a character as a word', () => {
  expect(mannerFeatures('有红色的吗？')).toEqual(['?', '?$', 'long 2']);
  expect(mannerFeatures('')).toEqual(['long 0']);
});
