import { describe, expect, it } from 'vitest';
import { fromMajor } from '../domain/money.ts';
import { makeArticles } from './articles.ts';
import { demoShop } from './content/shop-document.ts';

const now = new Date('2026-11-24T08:00:00Z');
const shop = demoShop(1);
const articles = makeArticles(shop, now);

describe('help pages', () => {
  it('are at least sixty, in both languages, in short paragraphs, with ways to ask in both', () => {
    expect(articles.length).toBeGreaterThanOrEqual(60);
    for (const a of articles) {
      expect(a.url).toBe(`/help/${a.id}`);
      expect(a.updatedAt.getTime()).toBeLessThan(now.getTime());
      for (const language of ['en', 'zh'] as const) {
        const paragraphs = a.body[language]!.split('\n\n');
        expect(paragraphs.length, a.id).toBeGreaterThanOrEqual(2);
        expect(paragraphs.length, a.id).toBeLessThanOrEqual(5);
        for (const p of paragraphs) expect(p.length, a.id).toBeLessThan(420);
        expect(a.body[language]).not.toMatch(/undefined|null|NaN/);
      }
      expect(a.body.zh, a.id).toMatch(/[\u4e00-\u9fff]{4}/);
      const chinese = a.questions.filter(q => /[\u4e00-\u9fff]/.test(q)).length;
      expect(chinese, a.id).toBeGreaterThanOrEqual(2);
      expect(a.questions.length - chinese, a.id).toBeGreaterThanOrEqual(2);
    }
  });

  it('no question leads to two pages', () => {
    const questions = articles.flatMap(a => a.questions);
    expect(new Set(questions).size).toBe(questions.length);
  });

  it('quote the numbers of the shop’s settings, whatever they are', () => {
    const other = {
      ...shop,
      returnDays: 47,
      shippingFee: fromMajor(13.5, 'CNY'),
      freeShippingFrom: fromMajor(266, 'CNY'),
    };
    const changed = makeArticles(other, now);
    const body = (id: string): string => {
      const found = changed.find(a => a.id === id)!;
      return `${found.body.en}\n${found.body.zh}`;
    };
    expect(body('delivery-costs')).toContain('costs ¥13.50');
    expect(body('delivery-costs')).toContain('满 ¥266');
    expect(body('returns-window')).toContain('You have 47 days');
    expect(body('returns-window')).toContain('签收后 47 天');
    for (const a of changed) {
      const text = `${a.body.en}\n${a.body.zh}`;
      expect(text, a.id).not.toMatch(/¥12(?!\d)|¥199(?!\d)|\b30 days|(?<!\d)30 天/);
    }
  });

  it('cover what a shop is asked', () => {
    const topics = new Set(articles.map(a => a.topic));
    for (const topic of [
      'delivery',
      'returns',
      'payment',
      'sizes',
      'warranty',
      'care',
      'promotions',
      'account',
      'contact',
    ])
      expect(topics.has(topic), topic).toBe(true);
  });
});
