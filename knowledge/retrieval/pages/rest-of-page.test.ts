import { expect, test } from 'vitest';
import type { Article } from '../../domain/article.ts';
import { type ArticleId, asId } from '../../domain/ids.ts';
import { restOfPage, sentenceMarks } from './rest-of-page.ts';

const page: Article = {
  id: asId<ArticleId>('wrapping'),
  topic: 'service',
  title: { en: 'Gift wrapping' },
  body: {
    en: 'Yes: tick “gift wrap” in the cart. It costs ¥9 per parcel.\n\nPrices are left out of the parcel when it goes to another name.',
  },
  questions: [],
  url: '/help/wrapping',
  updatedAt: new Date('2026-11-02T00:00:00Z'),
};
const told = new Set(sentenceMarks('Yes: tick “gift wrap” in the cart. It costs ¥9 per parcel.'));
const rest = (question: string, known = '') => restOfPage(page, told, question, 'en', () => 1, { known });

test('what was not told yet answers the next question', () => {
  expect(rest('can they leave the price off the parcel')?.text).toMatch(/^Prices are left out/);
});

test('nothing left to say to it is said to be so', () => {
  expect(rest('is the ribbon red')).toBeUndefined();
  const all = new Set([...told, ...sentenceMarks('Prices are left out of the parcel when it goes to another name.')]);
  expect(restOfPage(page, all, 'can they leave the price off', 'en', () => 1)).toBeUndefined();
});

test('an amount that was told is not answered with a sentence without one', () => {
  expect(rest('how much is it per parcel', 'It costs ¥9 per parcel.')).toBeUndefined();
});
