/** A folder of Markdown files -> articles. What is wrong in one file is told with file and line; the others load. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Article } from '../domain/article.ts';
import { type ArticleId, asId } from '../domain/ids.ts';
import type { ArticleStore } from '../ports/shop.ts';
import { isMarkdownFault, type MarkdownArticle, readMarkdownArticle } from './article-markdown.ts';
import { WrongInputError } from './input-errors.ts';

export interface ArticleFault {
  /** Within the folder. */
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  readonly reason: string;
}

export interface ArticleFolder {
  readonly articles: readonly Article[];
  readonly faults: readonly ArticleFault[];
  readonly files: number;
}

interface Page extends MarkdownArticle {
  readonly file: string;
  readonly changedAt: Date;
}

const markdownIn = (folder: string): string[] => {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter(name => /\.(?:md|markdown)$/i.test(name) && !/(?:^|[/\\])(?:\.|readme\.)/i.test(name))
      .sort();
  } catch (cause) {
    throw new WrongInputError(`The folder ${folder} can't be read: ${(cause as Error).message}`);
  }
};

const sameTimes = (a: Page, b: Page): boolean =>
  a.validFrom?.getTime() === b.validFrom?.getTime() &&
  a.validUntil?.getTime() === b.validUntil?.getTime() &&
  [...a.audience].sort().join() === [...b.audience].sort().join();

/** Files of one id are one article in several languages; the first gives what both have. */
export const readArticleFolder = (folder: string): ArticleFolder => {
  const faults: ArticleFault[] = [];
  const pages = new Map<string, Page[]>();
  const files = markdownIn(folder);
  if (files.length === 0) throw new WrongInputError(`The folder ${folder} holds no .md file`);
  for (const name of files) {
    const path = join(folder, name);
    const file = relative(folder, path);
    const read = readMarkdownArticle(readFileSync(path, 'utf8'), name.split(/[/\\]/).at(-1)!);
    if (isMarkdownFault(read)) {
      faults.push({ file, ...read });
      continue;
    }
    const page: Page = { ...read, file, changedAt: statSync(path).mtime };
    const known = pages.get(page.id) ?? [];
    const twin = known.find(p => p.language === page.language);
    const first = known[0];
    if (twin) faults.push({ file, line: 1, reason: `"${page.id}" in ${page.language} stands in ${twin.file} already` });
    // Which of the two holds nobody could tell: an article must never be said longer, or to more people, than meant.
    else if (first && !sameTimes(first, page))
      faults.push({
        file,
        line: 1,
        reason: `valid-from, valid-until and audience of "${page.id}" differ from ${first.file}`,
      });
    else pages.set(page.id, [...known, page]);
  }
  return { articles: [...pages.values()].map(articleOf), faults, files: files.length };
};

const articleOf = (pages: readonly Page[]): Article => {
  const [first] = pages as [Page];
  const updated = pages.map(p => (p.updated ?? p.changedAt).getTime());
  return {
    id: asId<ArticleId>(first.id),
    topic: pages.find(p => p.topic)?.topic ?? 'service',
    title: Object.fromEntries(pages.map(p => [p.language, p.title])),
    body: Object.fromEntries(pages.map(p => [p.language, p.body])),
    questions: [...new Set(pages.flatMap(p => p.questions))],
    url: pages.find(p => p.url)?.url ?? `/help/${first.id}`,
    updatedAt: new Date(Math.max(...updated)),
    ...(first.validFrom ? { validFrom: first.validFrom } : {}),
    ...(first.validUntil ? { validUntil: first.validUntil } : {}),
    ...(first.audience.length > 0 ? { audience: first.audience } : {}),
  };
};

export interface ArticleImport extends ArticleFolder {
  readonly fresh: number;
}

/** Writes what could be read; articles of other ids stay. Repeating it ends in the same state. */
export const importArticles = async (folder: string, articles: ArticleStore): Promise<ArticleImport> => {
  const read = readArticleFolder(folder);
  const known = new Set((await articles.all()).map(a => a.id));
  await articles.put(read.articles);
  return { ...read, fresh: read.articles.filter(a => !known.has(a.id)).length };
};

export const faultLines = ({ faults }: ArticleFolder): string[] =>
  faults.map(f => `${f.file} line ${f.line}: ${f.reason}; skipped`);

export const importedLine = ({ articles, faults, files, fresh }: ArticleImport): string =>
  `${files} files read, ${faults.length} skipped; articles: ${fresh} new, ${articles.length - fresh} were there already`;
