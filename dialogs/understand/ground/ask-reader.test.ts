import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Language, languages } from '../../../knowledge/domain/language.ts';
import { atOnce } from '../../../knowledge/slices.ts';
import { learnIntents } from '../../../models/text/learn-intents.ts';
import { demoView } from '../fixture.ts';
import { readLabelled } from '../intent/examples.ts';
import { createReader } from '../shop-reader.ts';
import { type AskClassifiers, type AskLabel, readAsks, shortAsk } from './ask-reader.ts';
import { asks } from './asks.ts';

const reader = createReader(demoView());
const learn = (language: Language): AskClassifiers[Language] =>
  learnIntents(atOnce(readAsks(language, reader.taught(language), reader.read)), 7);
let classifiers: AskClassifiers;
beforeAll(() => {
  classifiers = { en: learn('en'), zh: learn('zh') };
});
const ask = (text: string, language: Language) =>
  shortAsk({ spoken: reader.read(text), language, named: [], need: undefined, policy: undefined }, classifiers);

/** By writers who saw nothing but the list of questions with one example of each, and taught nothing. */
const heldOut = (language: Language): readonly { readonly ask: AskLabel; readonly text: string }[] =>
  readFileSync(new URL(`./held-out/${language}.jsonl`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map(line => JSON.parse(line));

test('every file of sentences is named after a question and repeats none of another', () => {
  const { problems, examples } = readLabelled(new URL('./asks/', import.meta.url), [...asks, 'none']);
  expect(problems).toEqual([]);
  for (const language of languages)
    for (const name of asks)
      expect(examples.filter(e => e.language === language && e.intent === name).length, name).toBeGreaterThan(20);
});

describe('short questions in the words of people who taught nothing', () => {
  test.each(languages)('%s: most are known, few are taken for another, and few others for one', language => {
    const all = heldOut(language).map(({ ask: meant, text }) => ({ meant, heard: ask(text, language) }));
    const meant = all.filter(one => one.meant !== 'none');
    const share = (of: readonly unknown[], among: readonly unknown[]): number => of.length / among.length;
    const right = share(
      meant.filter(one => one.heard === one.meant),
      meant,
    );
    const wrong = share(
      meant.filter(one => one.heard !== undefined && one.heard !== one.meant),
      meant,
    );
    const others = all.filter(one => one.meant === 'none');
    // By words alone; sentence vectors add to the English ones.
    expect(right).toBeGreaterThan(0.8);
    expect(wrong).toBeLessThan(0.03);
    expect(
      share(
        others.filter(one => one.heard !== undefined),
        others,
      ),
    ).toBeLessThan(0.1);
  });
});

test.each([
  ['how much is the Twelve Hours flask altogether?', 'en'],
  ['is the delivery of running shoes free?', 'en'],
  ['跑鞋一共多少钱', 'zh'],
  ['asdf qwer zxcv', 'en'],
  ['', 'en'],
  ['😀😀😀', 'zh'],
] as const)('%j is none of them', (text, language) => {
  expect(ask(text, language)).toBeUndefined();
});
