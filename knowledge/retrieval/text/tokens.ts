/** Text -> the terms it is indexed and searched by, in both languages. Everything here takes folded text (fold.ts). */
import stemmer from 'natural/lib/natural/stemmers/porter_stemmer.js';
import { conceptsOf } from './concepts.ts';

export interface Token {
  /** A Latin word or number, or one Chinese character. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const tokenPattern = /[\p{L}\p{N}]+(?:['.][\p{L}\p{N}]+)*/gu;
const hanRun = /\p{Script=Han}+/gu;

/** Words, numbers and single Chinese characters with their places. */
export const tokensOf = (folded: string): Token[] => {
  const tokens: Token[] = [];
  for (const match of folded.matchAll(tokenPattern)) {
    const run = match[0];
    const at = match.index;
    if (!/\p{Script=Han}/u.test(run)) {
      tokens.push({ text: run, start: at, end: at + run.length });
      continue;
    }
    for (const piece of run.matchAll(/\p{Script=Han}|[^\p{Script=Han}]+/gu)) {
      const start = at + piece.index;
      tokens.push({ text: piece[0], start, end: start + piece[0].length });
    }
  }
  return tokens;
};

const irregular = new Map([
  ['men', 'man'],
  ['women', 'woman'],
  ['children', 'child'],
  ['knives', 'knife'],
  ['scarves', 'scarf'],
  ['news', 'news'],
  ['canvas', 'canvas'],
  ['christmas', 'christmas'],
  ['always', 'always'],
  ['series', 'series'],
  ...[
    'hoodie',
    'beanie',
    'movie',
    'cookie',
    'brownie',
    'selfie',
    'onesie',
    'smoothie',
    'calorie',
    'pixie',
    'veggie',
  ].map((word): [string, string] => [`${word}s`, word]),
]);

const plurals = new Map([...irregular].map(([plural, one]) => [one, plural]));
/** What a word is in the other number where its stem does not tell: "man" of "men", "scarves" of "scarf". */
export const otherNumber = (word: string): string[] =>
  [irregular.get(word), plurals.get(word)].filter(one => one !== undefined);

/** "shoes" -> "shoe", "watches" -> "watch"; enough for matching names, not grammar. */
export const singular = (word: string): string => {
  const known = irregular.get(word);
  if (known) return known;
  const plain = word.endsWith("'s") ? word.slice(0, -2) : word;
  if (plain.length < 4 || !plain.endsWith('s') || /(ss|us|is)$/.test(plain)) return plain;
  if (plain.endsWith('ies') && plain.length > 4) return `${plain.slice(0, -3)}y`;
  if (/(sse|she|che|xe|zze)s$/.test(plain)) return plain.slice(0, -2);
  return plain.slice(0, -1);
};

const stopWords = new Set(
  (
    "a an the i i'm im i'd id i'll you your yours my me mine we us our it its it's is are was were be been am do does did done don't can could " +
    'will would shall should may might must of to in on at for from with by as and or if so that this these those there here then than ' +
    "what's whats which who whom please pls plz hi hello hey thanks thank just some any get got have has had want need let's lets tell know about " +
    'really very too also im ive youre u ur 的 了 吗 呢 吧 啊 呀 哦 嘛 我 你 您 我们 你们 他 她 它 是 有 在 和 与 或 请 请问 想 要 一下 这 那 就 都 也 还 把 被 给 会 能 可以 么 什么 怎么 如何'
  ).split(' '),
);
export const isStopWord = (word: string): boolean => stopWords.has(word);

const stems = new Map<string, string>();
/** Porter's stem, remembered: shop talk repeats itself. */
export const stem = (word: string): string => {
  let known = stems.get(word);
  if (known === undefined) {
    known = /^[a-z]{3,24}$/.test(word) ? stemmer.stem(word) : word;
    if (stems.size > 20_000) stems.clear();
    stems.set(word, known);
  }
  return known;
};

/** A question is read by everything that looks for it: what was read last is kept for the next. */
const fewTexts = 8;
const rememberingLast = <T>(read: (text: string) => T): ((text: string) => T) => {
  const last = new Map<string, T>();
  return text => {
    let known = last.get(text);
    if (known === undefined) {
      known = read(text);
      if (last.size >= fewTexts) for (const oldest of last.keys()) if (last.delete(oldest)) break;
      last.set(text, known);
    }
    return known;
  };
};

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
const cut = (run: string): readonly string[] => {
  const words: string[] = [];
  for (const { segment } of segmenter.segment(run)) words.push(segment);
  return words;
};
const cutLast = rememberingLast(cut);
const cuts = new Map<string, readonly string[]>();
/** Longer ones are whole sentences, which do not come again in another text. */
const longestKept = 16;
/** Chinese words as ICU cuts them, remembered: a catalogue says the same of thousands of things. */
export const chineseWords = (run: string): readonly string[] => {
  if (run.length > longestKept) return cutLast(run);
  let known = cuts.get(run);
  if (!known) {
    known = cut(run);
    if (cuts.size > 20_000) cuts.clear();
    cuts.set(run, known);
  }
  return known;
};

/** Search terms of the words alone, repeats kept: English stems, Chinese words and character bigrams ("防水_"). */
export const wordTermsOf = (folded: string): string[] => {
  const terms: string[] = [];
  for (const match of folded.matchAll(tokenPattern)) {
    if (/\p{Script=Han}/u.test(match[0])) continue;
    const word = match[0].replace(/'(s|re|ve|ll|d|m)$/, '');
    if (word && !stopWords.has(word)) terms.push(stem(word));
  }
  for (const match of folded.matchAll(/[a-z0-9]+(?=\p{Script=Han})|(?<=\p{Script=Han})[a-z0-9]+/gu))
    terms.push(stem(match[0]));
  for (const match of folded.matchAll(hanRun)) {
    const run = match[0];
    for (const word of chineseWords(run)) if (!stopWords.has(word)) terms.push(word);
    const characters = [...run];
    for (let i = 0; i + 1 < characters.length; i++) {
      const pair = characters[i]! + characters[i + 1]!;
      if (!stopWords.has(pair)) terms.push(`${pair}_`);
    }
  }
  return terms;
};

/** The same and the shop concepts ("~return", concepts.ts). */
export const termsOf = rememberingLast((folded: string): readonly string[] => [
  ...wordTermsOf(folded),
  ...conceptsOf(folded),
]);
