/**
 * Many phrases looked for at once: each is tried only where one of the words (in Chinese, the characters) that it can end in
 * stands in the text, for a phrase's last word tells more than its first.
 */
import type { Language } from '../../domain/language.ts';
import { patternOf } from './phrase-pattern.ts';

export interface PhraseFound<T> {
  readonly of: T;
  readonly start: number;
  readonly end: number;
}

export interface PhraseIndex<T> {
  /** Takes folded text; in the order of where they end, of phrases that end at one place the longest of each. */
  find(folded: string, language: Language): PhraseFound<T>[];
}

export interface Phrase<T> {
  /** In the notation of phrase-pattern.ts, without gaps and lists. */
  readonly text: string;
  readonly language: Language;
  readonly of: T;
}

/** A phrase taken apart: characters, and groups of which one may stand there. */
type Sequence = readonly (string | Group)[];
interface Group {
  readonly choices: readonly Sequence[];
  readonly isOptional: boolean;
}

const parse = (phrase: string): Sequence => {
  let at = 0;
  const choicesUntilClosed = (): Sequence[] => {
    const choices: (string | Group)[][] = [[]];
    while (at < phrase.length && phrase[at] !== ')') {
      const character = phrase[at]!;
      at += 1;
      const items = choices.at(-1)!;
      if (character === '|') choices.push([]);
      else if (character === '(') {
        const inner = choicesUntilClosed();
        at += 1;
        const isOptional = phrase[at] === '?';
        if (isOptional) at += 1;
        items.push({ choices: inner, isOptional });
      } else if (character === '?') {
        const last = items.pop();
        if (last !== undefined) items.push({ choices: [[last]], isOptional: true });
      } else items.push(character);
    }
    return choices;
  };
  return [{ choices: choicesUntilClosed(), isOptional: false }];
};

const wordBreak = /[ -]/;

/** The words that a phrase can end in; those that reach its beginning count too. */
const endingsOf = (phrase: string, language: Language): Set<string> => {
  const done = new Set<string>();
  /** Puts what stands before in front of open ends; returns those that are still open. */
  const before = (sequence: Sequence, ends: ReadonlySet<string>): Set<string> => {
    let open = new Set(ends);
    for (let i = sequence.length - 1; i >= 0 && open.size > 0; i--) {
      const item = sequence[i]!;
      const next = new Set<string>();
      if (typeof item === 'string') {
        for (const end of open) {
          if (end !== '' && (language === 'zh' || wordBreak.test(item))) done.add(end);
          else next.add(item === ' ' ? end : item + end);
        }
      } else {
        for (const choice of item.choices) for (const end of before(choice, open)) next.add(end);
        if (item.isOptional) for (const end of open) next.add(end);
      }
      open = next;
    }
    return open;
  };
  for (const end of before(parse(phrase), new Set(['']))) if (end !== '') done.add(end);
  return done;
};

const plain = (word: string): string => word.replaceAll("'", '');

/** "Don't" and "dont", "non-stick" and "non stick" are the same. */
const sourceOf = (text: string, language: Language): string => {
  const source = patternOf(text, {});
  if (language === 'zh') return `(?:${source})$`;
  const loose = source.replaceAll("'", "'?").replace(/[ -]/g, '[ -]');
  return `(?<![a-z0-9])(?:${loose})s?$`;
};

/** Throws, quoting it, at a phrase that can't be read. */
export const createPhraseIndex = <T>(phrases: readonly Phrase<T>[]): PhraseIndex<T> => {
  interface Entry {
    readonly of: T;
    readonly source: string;
    pattern?: RegExp;
  }
  const byEnding = { en: new Map<string, Entry[]>(), zh: new Map<string, Entry[]>() };
  for (const { text, language, of } of phrases) {
    const entry: Entry = { of, source: sourceOf(text, language) };
    for (const ending of endingsOf(text, language)) {
      const key = plain(ending);
      const list = byEnding[language].get(key);
      if (list) list.push(entry);
      else byEnding[language].set(key, [entry]);
    }
  }
  const endsIn = (
    folded: string,
    language: Language,
  ): { readonly end: number; readonly entries: readonly Entry[] }[] => {
    const map = byEnding[language];
    if (language === 'zh')
      return folded.split('').flatMap((character, at) => {
        const entries = map.get(character);
        return entries ? [{ end: at + 1, entries }] : [];
      });
    return [...folded.matchAll(/[a-z0-9][a-z0-9']*/g)].flatMap(({ 0: said, index }) => {
      const word = plain(said);
      const entries = [...(map.get(word) ?? []), ...(word.endsWith('s') ? (map.get(word.slice(0, -1)) ?? []) : [])];
      return entries.length > 0 ? [{ end: index + said.length, entries }] : [];
    });
  };
  return {
    find: (folded, language) =>
      endsIn(folded, language).flatMap(({ end, entries }) => {
        const upTo = folded.slice(0, end);
        const starts = new Map<T, number>();
        for (const entry of entries) {
          entry.pattern ??= new RegExp(entry.source, 'u');
          const found = entry.pattern.exec(upTo);
          if (found && found.index < (starts.get(entry.of) ?? end)) starts.set(entry.of, found.index);
        }
        return [...starts].map(([of, start]) => ({ of, start, end }));
      }),
  };
};
