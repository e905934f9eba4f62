import { expect, test } from 'vitest';
import { atOnce } from '../../knowledge/slices.ts';
import { readExamples } from './intent/examples.ts';
import { warmUp } from './warm-up.ts';

test('before anybody writes, one example of each intent is read in both languages', () => {
  const read: string[] = [];
  atOnce(warmUp(({ text }) => read.push(text), new Date('2026-11-24T10:00:00Z')));
  const examples = readExamples();
  const kinds = (texts: readonly string[]) =>
    new Set(texts.map(text => examples.find(e => e.text === text)!).map(e => `${e.intent} ${e.language}`));
  expect(kinds(read)).toEqual(kinds(examples.map(e => e.text)));
  expect(read.length).toBe(kinds(read).size);
});
