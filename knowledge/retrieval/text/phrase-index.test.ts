import { describe, expect, test } from 'vitest';
import { createPhraseIndex } from './phrase-index.ts';

const index = createPhraseIndex([
  { text: 'non stick', language: 'en', of: 'non-stick' },
  { text: "doesn't stick", language: 'en', of: 'non-stick' },
  { text: 'cold', language: 'en', of: 'cold' },
  { text: 'always cold', language: 'en', of: 'always cold' },
  { text: '怕冷', language: 'zh', of: 'cold' },
  { text: '特别怕冷', language: 'zh', of: 'always cold' },
  { text: '怕', language: 'zh', of: 'afraid' },
]);
const found = (text: string, language: 'en' | 'zh'): string[] =>
  index.find(text, language).map(({ of, start, end }) => `${of}: ${text.slice(start, end)}`);

describe('many phrases looked for at once', () => {
  test.each([
    ['a non-stick pan', ['non-stick: non-stick']],
    ['one that doesnt stick', ['non-stick: doesnt stick']],
    ["one that doesn't stick", ["non-stick: doesn't stick"]],
    ['he is always cold', ['cold: cold', 'always cold: always cold']],
    ['two colds', ['cold: colds']],
    ['coldness and uncold', []],
    ['non sticky', []],
    ['', []],
  ])('%s', (text, expected) => expect(found(text, 'en')).toEqual(expected));

  test.each([
    ['她特别怕冷', ['afraid: 怕', 'cold: 怕冷', 'always cold: 特别怕冷']],
    ['怕热', ['afraid: 怕']],
    ['冷', []],
  ])('%s', (text, expected) => expect(found(text, 'zh')).toEqual(expected));

  test('of one meaning the longest phrase at a place', () => {
    const twice = createPhraseIndex([
      { text: 'hands', language: 'en', of: 'x' },
      { text: 'cold hands', language: 'en', of: 'x' },
    ]);
    expect(twice.find('cold hands', 'en')).toEqual([{ of: 'x', start: 0, end: 10 }]);
  });

  test('alternatives, words left out and endings', () => {
    const one = createPhraseIndex([
      { text: '(run|walk) on (hard )?(ground|floors?)', language: 'en', of: 'ground' },
      { text: 'teacher(s)?', language: 'en', of: 'teacher' },
      { text: '20 ?km', language: 'en', of: 'far' },
      { text: '(很|特别)?怕(冷|冻)(的)?', language: 'zh', of: 'cold' },
    ]);
    const said = (text: string, language: 'en' | 'zh') => one.find(text, language).map(f => text.slice(f.start, f.end));
    expect(said('i run on ground and walk on hard floors', 'en')).toEqual(['run on ground', 'walk on hard floors']);
    expect(said('for teachers, 20km and 20 km', 'en')).toEqual(['teachers', '20km', '20 km']);
    expect(said('特别怕冻的', 'zh')).toEqual(['特别怕冻', '特别怕冻的']);
    expect(() => createPhraseIndex([{ text: '(a|b', language: 'en', of: 'x' }])).toThrow('never closed');
  });
});
