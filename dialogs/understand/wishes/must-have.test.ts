import { describe, expect, test } from 'vitest';
import type { StatedPreference } from '../../../knowledge/domain/preference.ts';
import { withMusts } from './must-have.ts';

const names: Readonly<Record<string, StatedPreference['slot']>> = {
  waterproof: 'feature',
  black: 'colour',
  防水: 'feature',
  黑色: 'colour',
};
const vocabulary = {
  mentions: (folded: string) =>
    Object.entries(names).flatMap(([value, slot]) => {
      const start = folded.indexOf(value);
      return start < 0 ? [] : [{ surface: value, start, end: start + value.length, meanings: [{ slot, value }] }];
    }),
};
const wishesIn = (text: string): StatedPreference[] =>
  vocabulary.mentions(text).map(({ meanings: [first] }) => ({
    ...first!,
    polarity: 'like',
    forWhom: 'self',
    quote: text,
    confidence: 0.9,
  }));
const mustsOf = (text: string): string[] =>
  withMusts(wishesIn(text), text, vocabulary).flatMap(p => (p.must ? [p.value] : []));

describe('what must be met', () => {
  test.each([
    ['it has to be waterproof', ['waterproof']],
    ['as long as they are waterproof', ['waterproof']],
    ['black, and it must be fully waterproof', ['waterproof']],
    ['waterproof is a must, black would be nice', ['waterproof']],
    ['it has to be waterproof, that is the main thing', ['waterproof']],
    ['black ones matter less, waterproof matters most', ['waterproof']],
    ['only in black', ['black']],
    ['必须防水', ['防水']],
    ['黑色的最好,一定要防水', ['防水']],
    ['防水就行', ['防水']],
    ['防水最重要,黑色也行', ['防水']],
    ['a black waterproof jacket', []],
    ['just looking for a waterproof jacket', []],
    ['想要黑色防水的', []],
  ])('%s', (text, musts) => {
    expect(mustsOf(text)).toEqual(musts);
  });
});
