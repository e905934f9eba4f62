import { describe, expect, test } from 'vitest';
import { workOf } from '../../../knowledge/language/least-work.test-helper.ts';
import { createWishVocabulary } from '../../../knowledge/profile/vocabulary/vocabulary.ts';
import type { FactTagger } from '../../../models/types.ts';
import { factsOfDialogue } from './dialogue.ts';
import { createFactNoter } from './noted.ts';
import { createWishReader } from './said.ts';
import { piecesOf, whereSaid, withCounter, wordsSaid } from './told-pieces.ts';

const reader = createWishReader();
const vocabulary = createWishVocabulary();
/** Takes every word for a feature that is turned away. */
const eager: FactTagger = {
  stretches: (_, features) => features.map((__, start) => ({ slot: 'feature', start, end: start + 1 })),
  polarity: () => -1,
};
const said = (text: string, tagger: FactTagger = eager): string[] =>
  factsOfDialogue([{ from: 'shopper', text }], reader, createFactNoter(tagger, vocabulary)).map(
    f => `${f.polarity < 0 ? '-' : ''}${f.slot}=${f.value}`,
  );

describe('what is noted', () => {
  test('are the stretches of the tagger, and the prices of the rules', () => {
    expect(said('lamp under 80')).toEqual(['-feature=lamp', '-feature=under', 'price_max=80']);
  });

  const one: FactTagger = { stretches: () => [{ slot: 'color', start: 1, end: 2 }], polarity: () => -1 };
  test('is what rules found where a stretch is the same, by its polarity, and the goods that rules name', () => {
    expect(said('a red lamp', one)).toEqual(['-color=red', 'product_type=lamp']);
  });

  test('is what the rules say where the message takes something back', () => {
    expect(said('a red lamp, no sorry, a blue one', one)).toEqual(['product_type=lamp', 'color=blue']);
  });

  test('is nothing of the sale', () => {
    const sale: FactTagger = { stretches: () => [{ slot: 'feature', start: 5, end: 6 }], polarity: () => 1 };
    expect(said('does it come with a warranty', sale)).toEqual([]);
  });

  test('is nothing more than by rules where a message touches a private trait', () => {
    expect(said('I am diabetic and love red shoes')).toEqual([]);
    expect(said('我怀孕了，想买宽松的裙子')).toEqual([]);
  });

  test.each([
    ['ten thousand characters', 'waterproof shoes '.repeat(600)],
    ['emoji', '👟👟👟 🟥'],
    ['marks alone', '?!?!… ---'],
    ['nothing', ''],
    ['Han without end', '防水的鞋'.repeat(2_500)],
    ['controls and zero widths', 'red\u0000\u200b shoes\u202e'],
  ])('is bounded for %s', (_, text) => {
    expect(said(text).length).toBeLessThan(200);
    expect(workOf(() => said(text), 300)).toBeLessThan(300);
  });
});

describe('where a fact is said', () => {
  const where = (text: string, value: string): string | undefined => {
    const pieces = piecesOf(text);
    const at = whereSaid(pieces, value);
    return at && wordsSaid(text, pieces, withCounter(pieces, at));
  };
  test.each([
    ['I need two boxes', '2', 'two'],
    ['forty five chairs', '45', 'forty five'],
    ['要三盒牛奶', '3', '三盒'],
    ['来二十个', '20', '二十个'],
    ['Running-shoe please', 'running shoes', 'running-shoe'],
    ['a red lamp', 'blue', undefined],
    ['a red lamp', '', undefined],
  ])('%s: %s', (text, value, wanted) => {
    expect(where(text, value)).toBe(wanted);
  });
  test('numbers of things are told as they were said, by rules as well', () => {
    const facts = factsOfDialogue([{ from: 'shopper', text: 'two mugs please' }], reader);
    expect(facts.map(f => [f.slot, f.value])).toContainEqual(['quantity', 'two']);
  });
});
