import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { isReadable } from '../domain/article.ts';
import { createArticleIndex } from '../retrieval/pages/articles.ts';
import { openStores } from '../store/open.ts';
import { readMarkdownArticle } from './article-markdown.ts';
import { faultLines, importArticles, readArticleFolder } from './articles.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'articles-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const page = (name: string, text: string): void => {
  mkdirSync(join(folder, name, '..'), { recursive: true });
  writeFileSync(join(folder, name), text);
};

const good = `---
title: "Engraving: what we can do"
language: en
topic: service
questions:
  - can you engrave a mug
  - "do you do engraving, and where"
updated: 2026-11-02
---
# Engraving

We engrave **mugs** and [flasks](https://example.com/flasks) in our Shanghai workshop. It takes two days.

- One line of text
- At most 20 letters
`;
const zh = `---
title: 刻字服务
questions: [能刻字吗, 可以刻名字吗]
---
马克杯和保温瓶可以刻字，需要两天。
`;

test('a page in two languages becomes one article, its Markdown plain text', () => {
  page('engraving.en.md', good);
  page('service/engraving.zh.md', zh);
  const { articles, faults } = readArticleFolder(folder);
  expect(faults).toEqual([]);
  expect(articles).toHaveLength(1);
  const [article] = articles;
  expect(article).toMatchObject({
    id: 'engraving',
    topic: 'service',
    title: { en: 'Engraving: what we can do', zh: '刻字服务' },
    questions: ['can you engrave a mug', 'do you do engraving, and where', '能刻字吗', '可以刻名字吗'],
    url: '/help/engraving',
  });
  expect(article!.body.en).toBe(
    'Engraving\n\nWe engrave mugs and flasks in our Shanghai workshop. It takes two days.\n\n• One line of text\n• At most 20 letters',
  );
});

describe('an article with broken front matter', () => {
  test.each([
    ['no front matter', '# Hello\n\ntext', 1, 'must begin with a line "---", got "# Hello"'],
    ['never closed', '---\ntitle: A\n\ntext', 1, 'never closed'],
    ['not a pair', '---\ntitle: A\njust words\n---\ntext', 3, 'expected "key: value", got "just words"'],
    ['an unknown key', '---\ntitle: A\nauthor: me\n---\ntext', 3, '"author" is not a key of front matter; keys are id'],
    ['a key twice', '---\ntitle: A\ntitle: B\n---\ntext', 3, '"title" stands there twice'],
    ['an open list', '---\ntitle: A\nquestions: [a, b\n---\ntext', 3, 'never closed by "]"'],
    ['an open quote', '---\ntitle: "A\n---\ntext', 2, 'never closed'],
    ['no title', '---\nlanguage: en\n---\ntext', 1, 'title is missing'],
    ['no text', '---\ntitle: A\n---\n\n', 4, 'no text after'],
    ['a strange language', '---\ntitle: A\nlanguage: fr\n---\ntext', 3, 'must be one of en, zh, got "fr"'],
    ['a day that is none', '---\ntitle: A\nvalid-until: 2026-13-40\n---\ntext', 3, 'got "2026-13-40"'],
    [
      'an end before its beginning',
      '---\ntitle: A\nvalid-from: 2026-11-30\nvalid-until: 2026-11-01\n---\ntext',
      4,
      'lies before',
    ],
    ['an empty file', '', 1, 'the file is empty'],
    ['an item of no list', '---\ntitle: A\n- x\n---\ntext', 3, 'item of no list'],
  ])('(%s) is named with its line and skipped, the others load', (_what, text, line, reason) => {
    page('broken.md', text);
    page('good.en.md', good);
    const read = readArticleFolder(folder);
    expect(read.articles.map(a => a.id)).toEqual(['good']);
    expect(read.faults).toEqual([{ file: 'broken.md', line, reason: expect.stringContaining(reason) }]);
    expect(faultLines(read)[0]).toMatch(/^broken\.md line \d+: .+; skipped$/);
  });

  test('two files of one page that hold for different times are not guessed at', () => {
    page('sale.en.md', '---\ntitle: Sale\nvalid-until: 2026-11-30\n---\nTen days.');
    page('sale.zh.md', '---\ntitle: 促销\n---\n十天。');
    const { articles, faults } = readArticleFolder(folder);
    expect(articles[0]!.body).toEqual({ en: 'Ten days.' });
    expect(faults[0]).toMatchObject({ file: 'sale.zh.md', reason: expect.stringContaining('differ from sale.en.md') });
  });
});

test('an empty folder, or none, is said before anything is written', () => {
  expect(() => readArticleFolder(folder)).toThrow('holds no .md file');
  expect(() => readArticleFolder(join(folder, 'nowhere'))).toThrow("can't be read");
});

test('what is over, not yet, or for others is never found; the last day still counts', () => {
  const text = (more: string): string =>
    `---\ntitle: Free engraving weeks\nquestions: [is engraving free]\n${more}\n---\nEngraving is free these weeks.`;
  page('engraving.md', text('valid-from: 2026-11-10\nvalid-until: 2026-11-30\naudience: [vip, staff]'));
  const { articles } = readArticleFolder(folder);
  const index = createArticleIndex(articles);
  const found = (at: string, audiences: readonly string[]): number =>
    index.search('is engraving free', 'en', 3, { reader: { now: new Date(at), audiences } }).length;
  expect(found('2026-11-20T12:00:00Z', ['guest', 'vip'])).toBe(1);
  expect(found('2026-11-30T23:00:00Z', ['vip'])).toBe(1);
  expect(found('2026-12-01T00:00:00Z', ['vip'])).toBe(0);
  expect(found('2026-11-09T23:00:00Z', ['vip'])).toBe(0);
  expect(found('2026-11-20T12:00:00Z', ['guest', 'returning'])).toBe(0);
  expect(isReadable(articles[0]!, { now: new Date('2026-11-20T12:00:00Z'), audiences: [] })).toBe(false);
});

test('importing twice adds nothing new, and what was written reads back whole', async () => {
  page('engraving.en.md', good);
  page('vip.md', '---\ntitle: For regulars\naudience: vip\nvalid-until: 2026-12-31\n---\nA gift in December.');
  const stores = await openStores({ dataDir: null, dbPort: 0 });
  try {
    expect((await importArticles(folder, stores.articles)).fresh).toBe(2);
    const again = await importArticles(folder, stores.articles);
    expect(again.fresh).toBe(0);
    expect(await stores.articles.all()).toEqual(expect.arrayContaining([...again.articles]));
  } finally {
    await stores.close();
  }
});

test('the language is what the name says, else what the words are in', () => {
  expect(readMarkdownArticle(zh, 'carve.md')).toMatchObject({ id: 'carve', language: 'zh' });
  expect(readMarkdownArticle('---\ntitle: A\n---\nb', 'a.zh.md')).toMatchObject({ id: 'a', language: 'zh' });
});
