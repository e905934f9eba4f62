import { describe, expect, test } from 'vitest';
import { isStorable } from '../../../knowledge/profile/facts.ts';
import { children, traits } from '../../../knowledge/profile/sensitive.test-helper.ts';
import { factsLearned } from '../../../models/text/facts-learned.ts';
import { learnIntents } from '../../../models/text/learn-intents.ts';
import type { FactTagger } from '../../../models/types.ts';
import { emptyMemory } from '../../memory.ts';
import { demoView, turnOf, written } from '../fixture.ts';
import { createUnderstander } from '../understand.ts';

const view = demoView();
/** Takes every word for a feature that is wished for. */
const eager: FactTagger = {
  stretches: (_, features) => features.map((__, start) => ({ slot: 'feature', start, end: start + 1 })),
  polarity: () => 1,
};
const wishesBy = (tagger: FactTagger | undefined) => {
  const understander = createUnderstander(view, learnIntents, undefined, tagger);
  return (text: string) => understander.understand(turnOf(text), emptyMemory).wishes ?? [];
};
const [byRules, byLearned, byEager] = [wishesBy(undefined), wishesBy(factsLearned()), wishesBy(eager)];
const stored = (wishes: ReturnType<typeof byRules>): string => written(wishes.filter(isStorable));

describe('what is noted in a shopper’s own words', () => {
  test.each([...Object.values(traits).flat(), ...children])('is nothing more than by rules: "%s"', text => {
    for (const wishesOf of [byLearned, byEager]) expect(stored(wishesOf(text))).toBe(stored(byRules(text)));
  });

  test.each([
    'I have sensitive skin and love gentle creams',
    '我是敏感肌，喜欢温和的面霜',
    'looking for a maternity dress, floaty',
  ])('and of the body no more either: "%s"', text => {
    expect(stored(byEager(text))).toBe(stored(byRules(text)));
  });

  test('is what the tagger tells of a taste, and makes no wish of what is none', () => {
    expect(written(byEager('I love minimalist designs'))).toContain('feature=minimalist');
    expect(byEager('where is my order WY-20418')).toEqual([]);
    expect(byEager('how long does delivery take?')).toEqual([]);
  });
});
