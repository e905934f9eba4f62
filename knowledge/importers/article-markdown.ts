/**
 * One article as a Markdown file: front matter between two lines of "---" with `key: value` (and lists as `[a, b]` or
 * lines of "- a"), then the text. Two languages stand in two files of one id: `returns.en.md` and `returns.zh.md`.
 */
import { z } from 'zod';
import { type Language, languages } from '../domain/language.ts';
import { hasHan } from '../retrieval/text/fold.ts';

/** What can't be used, and where. */
export interface MarkdownFault {
  /** 1-based. */
  readonly line: number;
  readonly reason: string;
}

export interface MarkdownArticle {
  readonly id: string;
  readonly language: Language;
  readonly topic: string | undefined;
  readonly title: string;
  readonly body: string;
  readonly questions: readonly string[];
  readonly url: string | undefined;
  readonly updated: Date | undefined;
  readonly validFrom: Date | undefined;
  readonly validUntil: Date | undefined;
  readonly audience: readonly string[];
}

interface Entry {
  readonly line: number;
  readonly value: string | readonly string[];
}

const known = [
  'id',
  'title',
  'language',
  'topic',
  'questions',
  'url',
  'updated',
  'valid-from',
  'valid-until',
  'audience',
] as const;
type Key = (typeof known)[number];
const others: Readonly<Record<string, Key>> = {
  lang: 'language',
  from: 'valid-from',
  until: 'valid-until',
  validfrom: 'valid-from',
  validuntil: 'valid-until',
  valid_from: 'valid-from',
  valid_until: 'valid-until',
  date: 'updated',
  audiences: 'audience',
  question: 'questions',
};

const unquoted = (text: string): string => {
  const trimmed = text.trim();
  const quoted = /^(["'])(.*)\1$/s.exec(trimmed);
  return quoted ? quoted[2]! : trimmed;
};

/** Commas inside quotes belong to their item. */
const listIn = (text: string): string[] =>
  [...text.matchAll(/"([^"]*)"|'([^']*)'|([^,]+)/g)]
    .map(m => (m[1] ?? m[2] ?? m[3] ?? '').trim())
    .filter(item => item !== '');

type FrontMatter = { readonly entries: ReadonlyMap<Key, Entry>; readonly bodyLine: number } | MarkdownFault;
const isFault = (value: object): value is MarkdownFault => 'reason' in value;

const frontMatterOf = (lines: readonly string[]): FrontMatter => {
  const start = lines.findIndex(line => line.trim() !== '');
  if (start < 0) return { line: 1, reason: 'the file is empty' };
  if (lines[start]!.trim() !== '---')
    return {
      line: start + 1,
      reason: `front matter must begin with a line "---", got "${lines[start]!.slice(0, 40)}"`,
    };
  const end = lines.findIndex((line, i) => i > start && line.trim() === '---');
  if (end < 0) return { line: start + 1, reason: 'front matter is never closed by a second line "---"' };
  const entries = new Map<Key, Entry>();
  let open: { key: Key; line: number; items: string[] } | null = null;
  const settle = (): void => {
    if (open) entries.set(open.key, { line: open.line, value: open.items });
    open = null;
  };
  for (let i = start + 1; i < end; i++) {
    const raw = lines[i]!;
    if (raw.trim() === '' || /^\s*#/.test(raw)) continue;
    const item = /^\s*-\s+(.*)$/.exec(raw);
    if (item) {
      if (!open) return { line: i + 1, reason: `"${raw.trim().slice(0, 40)}" is an item of no list` };
      (open as { items: string[] }).items.push(unquoted(item[1]!));
      continue;
    }
    const pair = /^([A-Za-z][\w -]*?)\s*:(?:\s+(.*)|)$/.exec(raw);
    if (!pair) return { line: i + 1, reason: `expected "key: value", got "${raw.trim().slice(0, 40)}"` };
    settle();
    const name = pair[1]!.toLowerCase();
    const key = known.find(k => k === name) ?? others[name];
    if (!key) return { line: i + 1, reason: `"${pair[1]}" is not a key of front matter; keys are ${known.join(', ')}` };
    if (entries.has(key)) return { line: i + 1, reason: `"${key}" stands there twice` };
    const value = (pair[2] ?? '').trim();
    if (value === '') open = { key, line: i + 1, items: [] };
    else if (value.startsWith('[')) {
      if (!value.endsWith(']')) return { line: i + 1, reason: `the list of "${key}" is never closed by "]"` };
      entries.set(key, { line: i + 1, value: listIn(value.slice(1, -1)) });
    } else if (/^["']/.test(value) && unquoted(value) === value)
      return { line: i + 1, reason: `the quote of "${key}" is never closed: ${value.slice(0, 40)}` };
    else entries.set(key, { line: i + 1, value: unquoted(value) });
  }
  settle();
  return { entries, bodyLine: end + 1 };
};

const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2})?(\.\d+)?(Z|[+-]\d{2}:\d{2}))?$/)
  .transform(text => new Date(text.length === 10 ? `${text}T00:00:00Z` : text))
  .refine(at => !Number.isNaN(at.getTime()));

/** Headings, emphasis, links and lists as plain text with blank lines between paragraphs: what is searched and said. */
const plainText = (markdown: string): string =>
  markdown
    .replace(/\r\n?/g, '\n')
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/^```[^\n]*$/gm, '')
    .replace(/!\[[^\]]*\]\([^)]*\)/g, '')
    .replace(/\[([^\]]+)\]\([^)]*\)/g, '$1')
    .replace(/^\s{0,3}#{1,6}\s+(.*?)\s*#*$/gm, '\n$1\n')
    .replace(/^[ \t]*>[ \t]?/gm, '')
    .replace(/(\*\*|__)(?=\S)(.+?)(?<=\S)\1/g, '$2')
    .replace(/(?<![\w*])\*(?=\S)([^*\n]+?)(?<=\S)\*(?![\w*])/g, '$1')
    .replace(/`([^`\n]+)`/g, '$1')
    .replace(/^[ \t]*[-*+][ \t]+/gm, '• ')
    .split(/\n\s*\n/)
    .map(paragraph =>
      paragraph
        .trim()
        .split('\n')
        .map(line => line.trim())
        .join('\n')
        .replace(/\n(?!•|\d+[.)]\s)/g, ' '),
    )
    .filter(paragraph => paragraph !== '')
    .join('\n\n');

/** `name`: the file's, without its folder; it gives id and language where the front matter doesn't. */
export const readMarkdownArticle = (text: string, name: string): MarkdownArticle | MarkdownFault => {
  const lines = text.replace(/^\ufeff/, '').split(/\r?\n/);
  const front = frontMatterOf(lines);
  if (isFault(front)) return front;
  const { entries, bodyLine } = front;
  const one = (key: Key): string | undefined => {
    const value = entries.get(key)?.value;
    return value === undefined ? undefined : typeof value === 'string' ? value : value.join(', ');
  };
  const many = (key: Key): readonly string[] => {
    const value = entries.get(key)?.value ?? [];
    return typeof value === 'string' ? listIn(value) : value;
  };
  const lineOf = (key: Key): number => entries.get(key)?.line ?? 1;
  const stem = name.replace(/\.(?:md|markdown)$/i, '');
  const inName = languages.find(l => stem.toLowerCase().endsWith(`.${l}`));
  const id = one('id') ?? (inName ? stem.slice(0, -inName.length - 1) : stem);
  if (!/^[\p{L}\p{N}][\p{L}\p{N}._-]{0,79}$/u.test(id))
    return {
      line: lineOf('id'),
      reason: `id must be letters, digits, ".", "_" or "-", at most 80, got "${id.slice(0, 80)}"`,
    };
  const title = one('title');
  if (!title) return { line: lineOf('title'), reason: 'title is missing' };
  const body = plainText(lines.slice(bodyLine).join('\n'));
  if (body === '') return { line: bodyLine + 1, reason: 'there is no text after the front matter' };
  const said = one('language')?.toLowerCase();
  const language =
    said === undefined
      ? (inName ?? (hasHan(title + body) ? 'zh' : 'en'))
      : languages.find(l => said === l || said.startsWith(`${l}-`));
  if (!language)
    return {
      line: lineOf('language'),
      reason: `language must be one of ${languages.join(', ')}, got "${one('language')}"`,
    };
  const dates: Partial<Record<Key, Date>> = {};
  for (const key of ['updated', 'valid-from', 'valid-until'] as const) {
    const value = one(key);
    if (value === undefined) continue;
    const at = day.safeParse(value);
    if (!at.success)
      return { line: lineOf(key), reason: `${key} must be a day such as 2026-11-30 or a time in UTC, got "${value}"` };
    // A day until which something holds is its last day.
    dates[key] = key === 'valid-until' && value.length === 10 ? new Date(at.data.getTime() + 86_400_000) : at.data;
  }
  const validFrom = dates['valid-from'];
  const validUntil = dates['valid-until'];
  if (validFrom && validUntil && validUntil <= validFrom)
    return {
      line: lineOf('valid-until'),
      reason: `valid-until "${one('valid-until')}" lies before valid-from "${one('valid-from')}"`,
    };
  return {
    id,
    language,
    title,
    body,
    topic: one('topic'),
    questions: many('questions'),
    url: one('url'),
    updated: dates.updated,
    validFrom,
    validUntil,
    audience: many('audience')
      .map(a => a.toLowerCase())
      .filter(a => !['all', 'everyone', 'everybody', '所有人'].includes(a)),
  };
};

export const isMarkdownFault = (value: MarkdownArticle | MarkdownFault): value is MarkdownFault => 'reason' in value;
