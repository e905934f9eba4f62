import type { Language } from '../../../knowledge/domain/language.ts';
import { claimed, type Figure, withoutFigures } from './figures.ts';
import { commonEnglish, englishSynonyms } from './lexicon-en.ts';
import { chineseSynonyms, chineseWords } from './lexicon-zh.ts';
import { type Risk, risksIn } from './risks.ts';

/** One statement: what it is about, whether it denies, and the figures and risky statements in it. */
export interface Clause {
  readonly text: string;
  /** Which sentence of the text it is part of, from 0. */
  readonly sentence: number;
  /** Stems of English words, pairs of Chinese characters. */
  readonly about: ReadonlySet<string>;
  readonly denies: boolean;
  readonly figures: readonly Figure[];
  readonly risks: readonly Risk[];
}

const contractions: readonly (readonly [RegExp, string])[] = [
  [/\bcan't\b|\bcannot\b/g, 'can not'],
  [/\bwon't\b/g, 'will not'],
  [/n't\b/g, ' not'],
  [/'ll\b/g, ' will'],
  [/'re\b/g, ' are'],
  [/'ve\b/g, ' have'],
  [/'d\b/g, ' would'],
  [/'m\b/g, ' am'],
  [/'s\b/g, ''],
];

export const expanded = (text: string): string =>
  contractions.reduce((read, [pattern, long]) => read.replace(pattern, long), text);

/** What is left of an English word when its endings go: "delivered", "delivery" and "delivers" are one. */
export const stem = (word: string): string => {
  const ending = ['ings', 'ing', 'edly', 'ed', 'ies', 'es', 's', 'ly'].find(
    e => word.endsWith(e) && word.length - e.length >= 3,
  );
  const cut = ending ? word.slice(0, -ending.length) : word;
  const single = cut.replace(/([b-df-hj-np-tv-z])\1$/, '$1');
  return single.length > 3 ? single.replace(/[eyi]$/, '') : single;
};

export const englishIn = (text: string): string[] =>
  expanded(text)
    .match(/[a-z]+(?:-[a-z]+)*/g)
    ?.flatMap(w => w.split('-')) ?? [];

/** One word for all that mean the same. */
const meaning = new Map(englishSynonyms.flatMap(row => row.map(word => [stem(word), stem(row[0]!)] as const)));
export const meaningOf = (word: string): string => meaning.get(stem(word)) ?? stem(word);

const sameInChinese = new Map(chineseSynonyms.flatMap(row => row.map(word => [word, row[0]!] as const)));
/** The longer of two words that begin alike is the one meant. */
const anyOfThem = new RegExp([...sameInChinese.keys()].sort((a, b) => b.length - a.length).join('|'), 'g');
const chineseMeaning = (text: string): string => text.replace(anyOfThem, word => sameInChinese.get(word)!);

const commonChinese = [...chineseWords].filter(w => w.length > 1).sort((a, b) => b.length - a.length);

const common = new Set([...commonEnglish].map(meaningOf));

const aboutOf = (text: string): Set<string> => {
  const about = new Set(
    englishIn(text)
      .map(meaningOf)
      .filter(word => !common.has(word)),
  );
  const rest = commonChinese.reduce((read, word) => read.replaceAll(word, '，'), chineseMeaning(text));
  for (const run of rest.match(/\p{Script=Han}+/gu) ?? []) {
    const letters = [...run].filter(c => !chineseWords.has(c));
    if (letters.length === 1) about.add(letters[0]!);
    for (let i = 0; i + 1 < letters.length; i++) about.add(letters[i]! + letters[i + 1]!);
  }
  return about;
};

/** Denials that are courtesy. */
const polite =
  /\bno (?:problem|worries|trouble)\b|\bdo not (?:worry|hesitate|mind)\b|\bwhy not\b|\bnot (?:only|just)\b|不客气|别客气|不用谢|不好意思|不过|差不多|要不要|是不是|有没有|能不能|可不可以|好不好|行不行|不仅|不妨|不错|不然|不论|不管|无论/g;
const denial =
  /\b(?:not|no|never|none|neither|nor|unable|without|except|unless|excluding|cannot)\b|不|没|無|无(?!线|论)|未|非(?!常)|别(?!的)|勿|除外|禁止|仅限/;

const splits: Readonly<Record<Language, RegExp>> = {
  en: /[,;:()\n]|[.!?](?=\s|$)|\s(?:and|but|while|whereas|though|although|otherwise)\s|\s[–—-]\s/,
  zh: /[，,；;：:（）()\n。！？!?]|(?:但是|但|而且|而|并且|不过|否则)/,
};
const sentenceEnd = /(?<=[.!?])\s+|(?<=[。！？!?])|\n+/;

/** The statements of a text, which is folded. Figures alone ("36 to 46") belong to the statement before them. */
export const clausesOf = (text: string, language: Language): Clause[] => {
  const clauses: Clause[] = [];
  for (const [sentence, whole] of text.split(sentenceEnd).entries()) {
    for (const piece of whole.split(splits[language])) {
      const clause = clauseOf(piece.trim(), sentence);
      const before = clauses.at(-1);
      if (!/[\p{L}\p{N}]/u.test(clause.text)) continue;
      if (before?.sentence === sentence && clause.about.size === 0 && clause.figures.length > 0 && !clause.denies) {
        clauses[clauses.length - 1] = {
          ...before,
          text: `${before.text}, ${clause.text}`,
          figures: [...before.figures, ...clause.figures],
          risks: [...before.risks, ...clause.risks],
        };
      } else clauses.push(clause);
    }
  }
  return clauses;
};

const clauseOf = (text: string, sentence: number): Clause => ({
  text,
  sentence,
  about: aboutOf(withoutFigures(text)),
  denies: denial.test(expanded(chineseMeaning(text)).replace(polite, ' ')),
  figures: claimed(text),
  risks: risksIn(text),
});

/** Share of what `clause` is about that `other` is about too, 0..1; 0 for a clause about nothing. Words that many clauses of the template share count less. */
export const overlap = (clause: Clause, other: Clause, weight: (word: string) => number): number => {
  let [shared, all] = [0, 0];
  for (const word of clause.about) {
    const w = weight(word);
    all += w;
    if (other.about.has(word)) shared += w;
  }
  return all === 0 ? 0 : shared / all;
};
