import { statSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { factsOfDialogue } from '../../dialogs/understand/said/dialogue.ts';
import { createFactNoter } from '../../dialogs/understand/said/noted.ts';
import { createWishReader } from '../../dialogs/understand/said/said.ts';
import { workOf } from '../../knowledge/language/least-work.test-helper.ts';
import { createWishVocabulary } from '../../knowledge/profile/vocabulary/vocabulary.ts';
import { factsLearned, factsLearnedFile } from '../../models/text/facts-learned.ts';
import { foundIn, isOnlyScored, kept, readSet, sets } from './learned.ts';

const reader = createWishReader();
const noter = createFactNoter(factsLearned()!, createWishVocabulary());
const noted = (text: string) => factsOfDialogue([{ from: 'shopper', text }], reader, noter);

describe('what was learned of facts', () => {
  test.each([...kept])('finds more of what %s said, who taught nothing, than the rules alone', set => {
    const dialogues = readSet(set);
    expect(foundIn(dialogues, reader, noter).f1).toBeGreaterThan(foundIn(dialogues, reader).f1 + 0.005);
  });

  test('is small, and no set that is only scored teaches', () => {
    expect(statSync(factsLearnedFile).size).toBeLessThan(1_500_000);
    expect(sets().filter(isOnlyScored).length).toBeGreaterThanOrEqual(7);
    expect(sets().length).toBeGreaterThanOrEqual(30);
  });

  test.each([
    'x'.repeat(10_000),
    'red shoes, blue shoes '.repeat(500),
    '👟'.repeat(3_000),
    '不要红色的鞋'.repeat(2_000),
    '?!'.repeat(5_000),
  ])('is bounded for hostile text', text => {
    expect(noted(text).length).toBeLessThan(300);
    expect(workOf(() => noted(text), 1_200)).toBeLessThan(1_200);
  });
});
