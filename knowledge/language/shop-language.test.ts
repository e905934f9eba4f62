import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { parseTemplate, sayingsOf } from './expressions.ts';
import { readShopLanguageFiles } from './shop-language.ts';
import { learnShopSense } from './shop-sense.ts';

const words = new Map([['thing', ['shoes', 'bag', 'mug']]]);
const all = (template: string): string[] => sayingsOf(parseTemplate(template, words), 1).sort();

describe('templates', () => {
  test('one of several, an optional part and a word list', () => {
    expect(all('(退|换)货')).toEqual(['换货', '退货']);
    expect(all('return( it)?')).toEqual(['return', 'return it']);
    expect(all('my {thing}')).toEqual(['my bag', 'my mug', 'my shoes']);
    expect(all('(my {thing}|it)')).toEqual(['it', 'my bag', 'my mug', 'my shoes']);
  });

  test('with many combinations every word is said at least once', () => {
    const letters = 'abcdefghijklmnopqrstuvwxyz'.split('');
    const said = all(`(${letters.join('|')})(${letters.join('|')})(1|2)`);
    expect(said.length).toBeLessThanOrEqual(40);
    for (const letter of letters) expect(said.some(s => s.startsWith(letter))).toBe(true);
  });

  test('an open bracket and an unknown list are named', () => {
    expect(() => all('(a|b')).toThrow(/"\(a\|b" opens a bracket/);
    expect(() => all('{nothing}')).toThrow(/word list \{nothing\}/);
  });
});

const { sayings, problems } = readShopLanguageFiles();

test('at least sixty concepts, each in both languages, thousands of sayings', () => {
  const concepts = (language: string): string[] =>
    [...new Set(sayings.filter(s => s.language === language).map(s => s.concept))].sort();
  expect(concepts('zh').length).toBeGreaterThanOrEqual(60);
  expect(concepts('en')).toEqual(concepts('zh'));
  expect(problems).toEqual([]);
  expect(sayings.length).toBeGreaterThan(10_000);
  expect(sayings.filter(s => /[(){}|]/.test(s.text)).map(s => s.text)).toEqual([]);
});

test('a line that cannot be read is named with its file, and the others are learned', () => {
  const folder = mkdtempSync(join(tmpdir(), 'language-'));
  for (const language of ['en', 'zh']) {
    mkdirSync(join(folder, language));
    writeFileSync(join(folder, language, 'words.md'), '');
  }
  writeFileSync(join(folder, 'en', 'a.md'), '## greeting\n\n- hello\n- (hi|hey\n');
  const read = readShopLanguageFiles(pathToFileURL(`${folder}/`));
  expect(read.sayings.map(saying => saying.text)).toEqual(['hello']);
  expect(read.problems).toEqual(['en/a.md, line 4: "(hi|hey" opens a bracket that is never closed by ")"']);
  rmSync(folder, { recursive: true });
});

describe('the sense', () => {
  const sense = learnShopSense(sayings);
  test.each([
    ['我的包裹像石沉大海了一样', 'track'],
    ['where on earth is the parcel I ordered', 'track'],
    ['穿起来活像个麻袋，不想要了', 'return'],
    ['码拍大了帮我调个小的', 'exchange'],
    ['退的钱咋还没到我卡上', 'refund-status'],
    ['開發票', 'invoice'],
    ['ＣＯＵＰＯＮ 用不了', 'coupon-fail'],
    ['wanna speak to a real human being', 'human'],
  ])('"%s" means %s', (text, concept) => expect(sense.meaningsOf(text)[0]!.concept).toBe(concept));

  test('what no saying knows makes a text less familiar', () => {
    const { familiar } = sense.readingOf('when will my parcel arrive');
    expect(familiar).toBe(1);
    expect(sense.readingOf('when will my hippopotamus arrive').familiar).toBeLessThan(0.8);
    expect(sense.readingOf('😀').familiar).toBe(0);
  });

  test('a vector has length one, whatever is said', () => {
    for (const text of ['', '😀', 'zzzz', '退货', 'a'.repeat(10_000)]) {
      expect(Math.hypot(...sense.vectorOf(text))).toBeCloseTo(1, 5);
    }
  });
});
