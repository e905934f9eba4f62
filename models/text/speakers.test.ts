import fc from 'fast-check';
import { expect, test } from 'vitest';
import { speakersOf } from './speakers.ts';

const lines = ['hello', 'which size do you need?', 'a red one: for my sister', '42', 'thank you', 'no'];

test.each([
  ['Client: ', 'Agent: '],
  ['[wizard] ', '[client] '],
  ['customer says: ', 'assistant says: '],
  ['user:', 'bot:'],
  ['user ', 'shop '],
])('a text is parted from who says it, whatever the sides are called: %j', (one, other) => {
  const said = speakersOf([...lines.map(l => one + l), ...lines.map(l => other + l)]);
  for (const text of [...lines, 'quite another thing'])
    expect([one, other].map(by => said(by + text))).toEqual([one, other].map(by => ({ text, by: by.trim() })));
});

test('texts without a speaker stay whole', () => {
  fc.assert(
    fc.property(fc.string(), text => {
      expect(speakersOf([...lines, 'and', 'so', 'on'])(text)).toEqual({ text });
      expect(speakersOf([])(text)).toEqual({ text });
    }),
  );
});

test('what only a few texts begin with is no speaker, nor what all begin with', () => {
  const many = Array.from({ length: 200 }, (_, i) => `Client: ${i}`);
  expect(speakersOf([...many, 'Agent: hello'])('Client: 7')).toEqual({ text: 'Client: 7' });
  expect(speakersOf(many)('Client: 7')).toEqual({ text: 'Client: 7' });
});

test('a text of another beginning, or of nothing else, is left as it is', () => {
  const said = speakersOf([...lines.map(l => `A: ${l}`), ...lines.map(l => `B: ${l}`)]);
  expect(said('C: hello')).toEqual({ text: 'C: hello' });
  expect(said('A:')).toEqual({ text: 'A:' });
  expect(said('')).toEqual({ text: '' });
});
