import { describe, expect, test } from 'vitest';
import { learnTagger, type TaggedExample } from './fact-learning.ts';
import { bestTags, openTagger, packedTagger, stretchesIn, tagsOf, unpackedTagger } from './fact-tagger.ts';

const slots = ['color', 'product_type'];
const colours = new Set(['red', 'blue', 'green', 'navy', 'sky']);
const goods = new Set(['shoes', 'bag', 'tea', 'lamp']);

const featuresOf = (words: readonly string[]): string[][] =>
  words.map((w, i) => ['b', `w=${w}`, `w-1=${words[i - 1] ?? '<s>'}`, `w+1=${words[i + 1] ?? '</s>'}`]);

/** Toy grammar: "[no] COLOUR [blue] GOODS please", where "sky blue" and "navy blue" are one colour. */
const exampleOf = (text: string): TaggedExample => {
  const words = text.split(' ');
  const stretches: TaggedExample['stretches'][number][] = [];
  words.forEach((w, i) => {
    const polarity = words[i - 1] === 'no' ? (-1 as const) : (1 as const);
    const polarityFeatures = [`pl=${words[i - 1] ?? '<s>'}`];
    const isSecond = w === 'blue' && /^(?:sky|navy)$/.test(words[i - 1] ?? '');
    if (colours.has(w) && !isSecond)
      stretches.push({
        slot: 'color',
        start: i,
        end: /^(?:sky|navy)$/.test(w) && words[i + 1] === 'blue' ? i + 2 : i + 1,
        polarity,
        polarityFeatures,
      });
    if (goods.has(w)) stretches.push({ slot: 'product_type', start: i, end: i + 1, polarity, polarityFeatures });
  });
  return { features: featuresOf(words), stretches };
};
const sentences = ['red', 'blue', 'green', 'navy blue', 'sky blue'].flatMap(colour =>
  ['shoes', 'bag', 'tea', 'lamp'].flatMap(thing => [
    `a ${colour} ${thing} please`,
    `no ${colour} please but a ${thing}`,
    `is the ${thing} here`,
  ]),
);
const examples = sentences.filter(s => s !== 'a navy blue lamp please').map(exampleOf);
const toy = (seed = 1) => learnTagger(examples, { slots, seed });

describe('the tagger of facts', () => {
  test('learns a toy grammar: facts of two words too, and what is turned away', () => {
    const model = toy();
    const tagger = openTagger({ en: model, zh: model });
    expect(tagger.stretches('en', featuresOf('a navy blue lamp please'.split(' ')))).toEqual([
      { slot: 'color', start: 1, end: 3 },
      { slot: 'product_type', start: 3, end: 4 },
    ]);
    expect(tagger.stretches('en', featuresOf(['please', 'here']))).toEqual([]);
    expect(tagger.polarity('en', ['pl=no'])).toBe(-1);
    expect(tagger.polarity('en', ['pl=a'])).toBe(1);
  });

  test('is the same for the same seed, and packs and unpacks', () => {
    const packed = packedTagger({ en: toy(), zh: toy(2) });
    expect(packedTagger({ en: toy(), zh: toy(2) })).toEqual(packed);
    const models = unpackedTagger(JSON.parse(JSON.stringify(packed)));
    const [before, after] = [openTagger({ en: toy(), zh: toy(2) }), openTagger(models)];
    for (const { features } of examples)
      for (const language of ['en', 'zh'] as const)
        expect(after.stretches(language, features)).toEqual(before.stretches(language, features));
    expect(() => unpackedTagger({ ...packed, en: { slots } })).toThrow();
  });

  test('leaves out what is seen once and what weighs little', () => {
    const rare = [...examples, exampleOf('a teal shoes please')];
    const names = (leastSeen: number, leastWeight: number): number =>
      learnTagger(rare, { slots, seed: 1, leastSeen, leastWeight }).pieces.index.size;
    expect(learnTagger(rare, { slots, seed: 1 }).pieces.index.has('w=teal')).toBe(false);
    expect(names(2, 0)).toBeLessThan(names(1, 0));
    expect(names(2, 1)).toBeLessThan(names(2, 0));
  });

  test('trusts what it is told to trust more than what it learned', () => {
    const trusting = learnTagger(examples, {
      slots,
      seed: 1,
      trusted: { by: 100, features: (slot, begins) => (slot === 'color' && begins ? ['w=please'] : []) },
    });
    const tagger = openTagger({ en: trusting, zh: trusting });
    expect(tagger.stretches('en', featuresOf(['please']))).toEqual([{ slot: 'color', start: 0, end: 1 }]);
  });

  test('of nothing is nothing, and no fact goes on that never began', () => {
    const tags = tagsOf(slots);
    expect([...bestTags(new Float64Array(0), new Float32Array(tags * tags), tags)]).toEqual([]);
    // Going on with a colour is worth most, everywhere.
    const emissions = Float64Array.from({ length: 3 * tags }, (_, i) => (i % tags === 2 ? 5 : i % tags === 1 ? 1 : 0));
    const best = bestTags(emissions, new Float32Array(tags * tags), tags);
    expect([...best]).toEqual([1, 2, 2]);
    expect(stretchesIn(best, slots)).toEqual([{ slot: 'color', start: 0, end: 3 }]);
  });
});
