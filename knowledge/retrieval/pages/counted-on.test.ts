import { expect, test } from 'vitest';
import { type ArticleId, asId } from '../../domain/ids.ts';
import { withCountedFrom, withCountedOn } from './counted-on.ts';
import { warrantyDays } from './limits.ts';
import type { Passage } from './passage.ts';

const [shop, bank] = ['We refund within 3 working days.', 'Bank cards take another 3 to 7 days.'];
const passage = (text: string): Passage => ({
  id: text,
  text,
  score: 1,
  article: {
    id: asId<ArticleId>('refund'),
    topic: 'returns',
    title: { en: 'Refunds' },
    body: { en: `${shop}\n\n${bank}` },
    questions: [],
    updatedAt: new Date(0),
    url: '/refund',
  },
});

test('a time that counts on from another is told with it', () => {
  expect(withCountedFrom(passage(bank), 'en').text).toBe(`${shop} ${bank}`);
  expect(withCountedOn(passage(shop), 'en').text).toBe(`${shop} ${bank}`);
  expect(withCountedFrom(passage(shop), 'en').text).toBe(shop);
  expect(withCountedOn(passage(bank), 'en').text).toBe(bank);
});

const rule = 'Everything electric has a two-year warranty, shoes and bags one year, cookware ten years.';
const ruleZh = '电子产品保修两年，鞋和包一年，锅具十年，保的是材料和做工问题。';
test.each([
  [rule, 'shower speaker headphones & electronics', 730],
  [rule, 'waterproof trail shoe running shoes', 365],
  [rule, 'osmanthus candle home & kitchen', undefined],
  [ruleZh, '防水小音箱 耳机数码', 730],
  [ruleZh, '鹅颈电水壶 居家厨房', 730],
  [ruleZh, '桂花香氛蜡烛 居家厨房', undefined],
  ['Cream keeps a year.', 'shower speaker', undefined],
])('%s: %s', (sentence, about, days) => expect(warrantyDays(sentence, about)).toBe(days));
