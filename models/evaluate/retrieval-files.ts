/**
 * Articles and questions as other tools write them: a JSON array, JSON lines or CSV (gzipped or not). Columns go by many
 * names; what is read for what stands in the tables below.
 */
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { Language } from '../../knowledge/domain/language.ts';
import { parseCsv } from '../data/csv.ts';
import { BadInput } from './task.ts';

export interface ArticleRow {
  readonly id: string;
  readonly title: string;
  readonly questions: readonly string[];
  readonly body: string;
}

export interface QuestionRow {
  readonly text: string;
  /** Ids of the articles that answer; empty: none does. */
  readonly articles: readonly string[];
  readonly language?: Language;
}

type Row = Readonly<Record<string, unknown>>;
interface Rows {
  readonly rows: readonly { readonly row: Row; readonly line: number }[];
}

const articleNames = {
  id: ['id', '_id', 'articleid', 'article', 'docid', 'passageid', 'pid', 'faqid', 'key', 'label', 'intent', 'category'],
  title: ['title', 'heading', 'name', 'subject', 'topic'],
  questions: ['questions', 'question', 'query', 'sentence', 'utterance', 'examples', 'example', 'seqin'],
  body: ['body', 'text', 'answer', 'content', 'contents', 'passage', 'description', 'response', 'document'],
} as const;
const questionNames = {
  text: ['text', 'question', 'query', 'sentence', 'utterance', 'message', 'q', 'instruction', 'seqin'],
  articles: [
    'articles',
    'article',
    'articleids',
    'articleid',
    'relevant',
    'relevantids',
    'answers',
    'answer',
    'answerid',
    'expected',
    'gold',
    'target',
    'positives',
    'positive',
    'docids',
    'docid',
    'docs',
    'doc',
    'passages',
    'passage',
    'passageid',
    'pid',
    'faqid',
    'label',
    'labels',
    'intent',
    'category',
    'id',
  ],
} as const;
/** What stands for "no article answers this". */
const noArticle: ReadonlySet<string> = new Set(['', 'none', 'null', 'oos', 'no_nodes_detected', 'out_of_scope', '-']);

const plainName = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, '');

const cellNamed = (
  row: Row,
  names: readonly string[],
): { readonly name: string; readonly value: unknown } | undefined => {
  for (const wanted of names) {
    for (const [name, value] of Object.entries(row)) {
      if (plainName(name) === plainName(wanted) && value !== undefined && value !== null && value !== '')
        return { name, value };
    }
  }
  return undefined;
};

/** Strings of a cell: itself, a list's, or every language's of {"en": …, "zh": …}. */
const stringsIn = (value: unknown): string[] => {
  if (value === undefined || value === null) return [];
  if (Array.isArray(value)) return value.flatMap(stringsIn);
  if (typeof value === 'object')
    return 'id' in value ? stringsIn((value as { id: unknown }).id) : Object.values(value).flatMap(stringsIn);
  const text = String(value).trim();
  return text === '' ? [] : [text];
};

const readText = (file: string): string => {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch (cause) {
    throw new BadInput(`The file ${file} can't be read: ${(cause as Error).message}`);
  }
  return (bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes).toString('utf8').replace(/^\ufeff/, '');
};

const objectIn = (value: unknown, file: string, line: number): Row => {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Row;
  throw new BadInput(`${file} line ${line}: expected an object, got ${JSON.stringify(value)?.slice(0, 60)}`);
};

/** A list, or an object that holds one (`{"articles": [...]}`), or an object of objects by id. */
const rowsOfJson = (value: unknown, file: string): Row[] => {
  if (Array.isArray(value)) return value.map((entry, i) => objectIn(entry, file, i + 1));
  const object = objectIn(value, file, 1);
  const list = Object.values(object).find(Array.isArray);
  if (list !== undefined && Object.keys(object).length <= 3) return rowsOfJson(list, file);
  const entries = Object.entries(object);
  if (entries.every(([, entry]) => typeof entry === 'object' && entry !== null && !Array.isArray(entry)))
    return entries.map(([id, entry]) => ({ id, ...(entry as Row) }));
  return [object];
};

const jsonLines = (text: string, file: string): Rows => ({
  rows: text.split('\n').flatMap((raw, i) => {
    if (raw.trim() === '') return [];
    try {
      return [{ row: objectIn(JSON.parse(raw), file, i + 1), line: i + 1 }];
    } catch (cause) {
      if (cause instanceof BadInput) throw cause;
      throw new BadInput(`${file} line ${i + 1} is not JSON: ${raw.slice(0, 60)}`);
    }
  }),
});

const readRows = (file: string): Rows => {
  const text = readText(file);
  const start = text.trimStart()[0];
  if (start === '[' || start === '{') {
    try {
      return { rows: rowsOfJson(JSON.parse(text), file).map((row, i) => ({ row, line: i + 1 })) };
    } catch (cause) {
      if (cause instanceof BadInput) throw cause;
      return jsonLines(text, file);
    }
  }
  let table: ReturnType<typeof parseCsv>;
  try {
    table = parseCsv(text);
  } catch (cause) {
    throw new BadInput(`${file}: ${(cause as Error).message}`);
  }
  return {
    rows: table.rows.map((cells, i) => ({
      row: Object.fromEntries(table.columns.map((name, c) => [name, cells[c] ?? ''])),
      line: i + 2,
    })),
  };
};

const columnsOf = ({ rows }: Rows): string => Object.keys(rows[0]?.row ?? {}).join(', ') || 'none';

/** Rows of one id are one article: a file of examples with their label is a file of articles with their questions. */
export const readArticles = (file: string): ArticleRow[] => {
  const read = readRows(file);
  const byId = new Map<string, { title: string; questions: string[]; body: string[] }>();
  for (const { row, line } of read.rows) {
    const id = cellNamed(row, articleNames.id);
    const title = cellNamed(row, articleNames.title);
    const questions = stringsIn(cellNamed(row, articleNames.questions)?.value);
    const body = stringsIn(cellNamed(row, articleNames.body)?.value);
    const isExample = id !== undefined && ['label', 'intent', 'category'].includes(plainName(id.name)) && !title;
    const key = stringsIn(id?.value)[0] ?? String(line);
    const known = byId.get(key) ?? { title: '', questions: [], body: [] };
    if (known.title === '') known.title = stringsIn(title?.value).join(' / ');
    known.questions.push(...questions);
    if (isExample && questions.length === 0) known.questions.push(...body);
    else known.body.push(...body.filter(text => !known.body.includes(text)));
    byId.set(key, known);
  }
  const articles = [...byId].map(([id, { title, questions, body }]) => ({
    id,
    title,
    questions,
    body: body.join('\n\n'),
  }));
  const empty = articles.find(a => a.title === '' && a.questions.length === 0 && a.body === '');
  if (articles.length === 0 || empty)
    throw new BadInput(
      `${file}: ${empty ? `the article "${empty.id}" has no text` : 'there is no article'}; texts are read from ${[
        ...articleNames.title,
        ...articleNames.questions,
        ...articleNames.body,
      ].join(', ')}; columns are ${columnsOf(read)}`,
    );
  return articles;
};

export const readQuestions = (file: string, known: ReadonlySet<string>): QuestionRow[] => {
  const read = readRows(file);
  if (read.rows.length === 0) throw new BadInput(`${file}: there is no question`);
  return read.rows.map(({ row, line }) => {
    const text = stringsIn(cellNamed(row, questionNames.text)?.value).join(' ');
    if (text === '')
      throw new BadInput(
        `${file} line ${line}: a question needs its text in one of ${questionNames.text.join(', ')}; columns are ${columnsOf(read)}`,
      );
    const textCell = cellNamed(row, questionNames.text);
    const named = cellNamed(
      row,
      questionNames.articles.filter(name => name !== textCell?.name.toLowerCase()),
    );
    if (
      named === undefined &&
      !questionNames.articles.some(name => Object.keys(row).some(key => plainName(key) === name))
    )
      throw new BadInput(
        `${file} line ${line}: a question needs the article that answers it in one of ${questionNames.articles.join(', ')}; columns are ${columnsOf(read)}`,
      );
    const values = stringsIn(named?.value).flatMap(value =>
      known.has(value) ? [value] : value.split(/[|;]|,\s*/).map(part => part.trim()),
    );
    const language = stringsIn(cellNamed(row, ['language', 'lang', 'locale'])?.value)[0]?.toLowerCase();
    return {
      text,
      articles: values.filter(value => !noArticle.has(value.toLowerCase())),
      ...(language?.startsWith('zh') ? { language: 'zh' as const } : {}),
      ...(language?.startsWith('en') ? { language: 'en' as const } : {}),
    };
  });
};
