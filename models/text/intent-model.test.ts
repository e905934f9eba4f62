import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseCsv } from '../data/csv.ts';
import type { IntentExample } from './intent-learning.ts';
import { trainIntentModel } from './intent-model.ts';
import { learnIntents, shopSense } from './learn-intents.ts';

const readSet = (name: string): IntentExample[] =>
  parseCsv(readFileSync(new URL(`../evaluate/sets/${name}.csv`, import.meta.url), 'utf8')).rows.map(
    ([text, intent]) => ({ text: text!, intent: intent! }),
  );

const small: IntentExample[] = [
  'where is my parcel|track my order|has it shipped|when will it arrive|order status',
  'I want to return it|send it back|start a return|return my shoes|how do returns work',
  'any discounts|do you have a coupon|is there a sale|what deals are there|promo code please',
].flatMap((line, i) => line.split('|').map(text => ({ text, intent: ['track', 'return', 'deals'][i]! })));

test('same examples and seed, same answers', () => {
  const [a, b] = [trainIntentModel(small, { seed: 3 }), trainIntentModel(small, { seed: 3 })];
  fc.assert(
    fc.property(fc.string(), text => {
      const [x, y] = [a.classify(text), b.classify(text)];
      expect([x.intent, x.probability, x.familiarity]).toEqual([y.intent, y.probability, y.familiarity]);
    }),
    { numRuns: 50, seed: 1 },
  );
});

test('probabilities add up to one and the likeliest stands first, for any text', () => {
  const model = trainIntentModel(small, { seed: 1, sense: shopSense() });
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), text => {
      const guess = model.classify(text);
      const ranked = guess.ranked();
      expect(ranked.reduce((sum, r) => sum + r.probability, 0)).toBeCloseTo(1, 6);
      expect(ranked[0]!.probability).toBe(guess.probability);
      expect(ranked.map(r => r.intent).sort()).toEqual(['deals', 'return', 'track']);
    }),
    { numRuns: 100, seed: 2 },
  );
});

test('kinds of saying are told by how a thing is said and by whom, and rare ones are heard', () => {
  const things = 'shoe boot sandal slipper coat hat scarf glove belt dress'.split(' ');
  const rows = (colour: string): IntentExample[] =>
    things.flatMap(thing =>
      ['client', 'shop'].flatMap(by =>
        ['?', '!', '.'].map(sign => ({ text: `the ${colour} ${thing} in stock${sign}`, by, intent: `${sign} ${by}` })),
      ),
    );
  const taught = ['red', 'blue', 'green', 'grey', 'white', 'black'].flatMap(rows);
  const model = trainIntentModel(
    taught.filter((e, i) => e.intent !== '! shop' || i % 2 === 0),
    { seed: 1 },
  );
  for (const { text, by, intent } of rows('yellow'))
    expect(model.classify(text, undefined, text, undefined, by).intent).toBe(intent);
});

test('one intent is too few, and vectors are given for all examples or for none', () => {
  expect(() => trainIntentModel(small.slice(0, 5), { seed: 1 })).toThrow(/at least two intents, got 1/);
  const half = small.map((e, i) => (i % 2 === 0 ? { ...e, vector: new Float32Array(4) } : e));
  expect(() => trainIntentModel(half, { seed: 1 })).toThrow(/All examples carry a sentence vector or none does/);
  expect(() => trainIntentModel(small, { seed: 1 }).classify('hello', new Float32Array(4))).toThrow(/without/);
});

describe('forty Chinese shop intents of ten plain examples', () => {
  const train = readSet('chinese-shop-train');
  const share = (test: readonly IntentExample[], guess: (text: string) => string): number =>
    test.filter(e => guess(e.text) === e.intent).length / test.length;

  test('indirect, noisy and mixed wording is understood four times as often as by the examples’ own words', () => {
    const withLanguage = trainIntentModel(train, { seed: 1, sense: shopSense() });
    const without = trainIntentModel(train, { seed: 1 });
    const hard = readSet('chinese-shop-hard-a');
    const understood = share(hard, text => withLanguage.classify(text).intent);
    expect(understood).toBeGreaterThan(0.85);
    expect(understood).toBeGreaterThan(4 * share(hard, text => without.classify(text).intent));
  });

  test('what is beside the point is turned down more often than what is meant for the shop', () => {
    const model = trainIntentModel(train, { seed: 1, sense: shopSense() });
    const strange = [
      '今天天气怎么样',
      '讲个笑话',
      '世界杯谁赢了',
      '红烧肉怎么做',
      '人生的意义是什么',
      '帮我写作业',
      '股票会涨吗',
    ];
    const kept = readSet('chinese-shop-hard-a').filter(e => model.classify(e.text).inScope).length;
    expect(kept / 160).toBeGreaterThan(0.75);
    expect(strange.filter(text => !model.classify(text).inScope).length).toBeGreaterThanOrEqual(5);
  });
});

test('words may be masked while the meaning is read from what was said', () => {
  const classifier = learnIntents(
    small.map(e => ({ words: e.text, said: e.text, intent: e.intent })),
    1,
  );
  expect(classifier.classify({ words: 'xorder', said: '我的快递咋还没影' }).intent).toBe('track');
  expect(classifier.classify({ words: 'xcode', said: '有啥优惠没' }).intent).toBe('deals');
});
