/** What shops are asked about their rules, by subject, and the paragraph of a shop's own pages that each is answered by. */
import { readFileSync } from 'node:fs';
import { isReadable, type Reader } from '../../domain/article.ts';
import type { Language } from '../../domain/language.ts';
import type { ArticleIndex } from './articles.ts';
import type { Passage } from './passage.ts';

const file = new URL('./subjects.md', import.meta.url);
const line = /^- ([a-z0-9-]+): (.+?) \| (.+?)\s*$/;

/** By the subject's name, how it is asked plainly. */
export type Subjects = ReadonlyMap<string, Readonly<Record<Language, string>>>;

/** Throws where a line that begins with "- " can't be read, or names a subject twice. */
export const readSubjects = (from: URL = file): Subjects => {
  const subjects = new Map<string, Readonly<Record<Language, string>>>();
  readFileSync(from, 'utf8')
    .split(/\r?\n/)
    .forEach((text, i) => {
      if (!text.startsWith('- ')) return;
      const [, name, en, zh] = line.exec(text) ?? [];
      if (name === undefined || en === undefined || zh === undefined)
        throw new SyntaxError(`subjects.md, line ${i + 1}: write "- name: English question | Chinese question"`);
      if (subjects.has(name)) throw new SyntaxError(`subjects.md, line ${i + 1}: ${name} stands there twice`);
      subjects.set(name, { en, zh });
    });
  return subjects;
};

let shipped: Subjects | undefined;
export const shippedSubjects = (): Subjects => {
  shipped ??= readSubjects();
  return shipped;
};

interface Found {
  /** Pages begin and cease to hold: nothing found is older than an hour. */
  readonly hour: number;
  readonly passages: Map<string, Passage | null>;
}
/** Each plain question is looked up once in an index for each kind of reader. */
const found = new WeakMap<ArticleIndex, Found>();
const millisecondsPerHour = 3_600_000;

/** The paragraph that answers the plain question; undefined: the pages say nothing of it. */
export const passageFor = (
  index: ArticleIndex,
  question: string,
  language: Language,
  reader: Reader,
): Passage | undefined => {
  const hour = Math.floor(reader.now.getTime() / millisecondsPerHour);
  let known = found.get(index);
  if (known?.hour !== hour) {
    known = { hour, passages: new Map() };
    found.set(index, known);
  }
  const key = `${language} ${[...reader.audiences].sort().join(' ')} ${question}`;
  let passage = known.passages.get(key);
  if (passage === undefined || (passage && !isReadable(passage.article, reader))) {
    const [best] = index.search(question, language, 1, { reader });
    passage = best && best.score >= index.threshold ? best : null;
    known.passages.set(key, passage);
  }
  return passage ?? undefined;
};
