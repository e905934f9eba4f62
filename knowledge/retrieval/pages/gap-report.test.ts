import { expect, test } from 'vitest';
import { makeDemoShop } from '../../demo/shop.ts';
import type { UnansweredQuestion } from '../../domain/gap.ts';
import { type ArticleId, asId, type TurnId } from '../../domain/ids.ts';
import { hasHan } from '../text/fold.ts';
import { gapsIn } from './gap-report.ts';

const { articles } = makeDemoShop({ seed: 7, now: new Date('2026-11-24T00:00:00Z'), shoppers: 5, impressions: 10 });
const asked = (texts: readonly string[], more: Partial<UnansweredQuestion> = {}): UnansweredQuestion[] =>
  texts.map((text, i) => ({
    id: asId<TurnId>(`${text}-${i}`),
    text,
    language: hasHan(text) ? 'zh' : 'en',
    at: new Date(Date.UTC(2026, 10, 1 + i)),
    nearest: [asId<ArticleId>('gift-wrapping'), asId<ArticleId>('gone')],
    reason: 'unanswered',
    ...more,
  }));

test('the same thing asked in other words is one gap, what is asked most comes first', () => {
  const gaps = gapsIn(
    [
      ...asked(['do you offer student discounts']),
      ...asked([
        'do you do engraving',
        'can you do engraving on mugs',
        'do you do any engraving?',
        'engraving on a mug',
      ]),
      ...asked(['有学生优惠吗', '学生有优惠吗', '能刻字吗']),
      ...asked(['do you do engravings'], { reason: 'marked-wrong' }),
    ],
    articles,
  );
  expect(gaps.map(g => [g.language, g.asked])).toEqual([
    ['en', 5],
    ['zh', 2],
    // Once each: the latest first.
    ['zh', 1],
    ['en', 1],
  ]);
  expect(gaps[0]).toMatchObject({ markedWrong: 1, nearest: { id: 'gift-wrapping' } });
  expect(gaps[0]!.question).toMatch(/engraving/);
  expect(gaps[0]!.also.length).toBeGreaterThan(2);
  expect(gaps[0]!.turns).toHaveLength(5);
});

test('nothing asked, no gaps; a message without a word is none', () => {
  expect(gapsIn([], articles)).toEqual([]);
  expect(gapsIn(asked(['???', '😀']), articles)).toEqual([]);
});
