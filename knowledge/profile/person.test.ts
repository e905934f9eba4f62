import { expect, test } from 'vitest';
import { lexicon } from '../retrieval/goods/lexicon.ts';
import { personInWords } from './person.ts';

test.each([
  ['partner', 'a gift for my girlfriend', 'en', 'your girlfriend'],
  ['partner', '送女朋友的礼物', 'zh', '女朋友'],
  ['partner', '送女朋友的礼物', 'en', 'your partner'],
  ['partner', 'for my wife', 'zh', '另一半'],
  ['colleague', 'a birthday gift for my boss', 'en', 'your boss'],
  ['colleague', 'gift for a colleague', 'en', 'a colleague'],
  ['dad', 'something for dad', 'en', 'your dad'],
  ['kids', 'toys for kids', 'en', 'kids'],
  ['kids', 'something for a 5 year old', 'en', 'a child'],
  ['kids', 'a kids raincoat', 'en', 'kids'],
  ['kids', 'my 3 year old daughter needs a jacket', 'en', 'your daughter'],
  ['kids', 'daughter turns 5', 'en', 'a child'],
  ['kids', '送孩子的玩具', 'zh', '孩子'],
  ['brother', '给弟弟买双鞋', 'zh', '弟弟'],
  ['brother', 'for my brother', 'zh', '兄弟'],
  ['friend', '', 'en', 'a friend'],
  ['other', '', 'zh', '别人'],
] as const)('%s, said as “%s”, in %s', (value, quote, language, words) => {
  expect(personInWords(value, quote, language)).toBe(words);
});

test('without a quote nobody is called what only some of them are', () => {
  for (const { value, zh } of lexicon.filter(e => e.slot === 'recipient')) {
    const said = personInWords(value, '', 'zh');
    expect(said, value).not.toBe('');
    if (['partner', 'brother', 'sister'].includes(value))
      expect(zh.filter(word => word !== '另一半')).not.toContain(said);
    expect(personInWords(value, '', 'en'), value).toMatch(/^(?:your|a|somebody) /);
  }
});
