/** A message in pieces, words, figures, Chinese characters and marks, and where in it a fact was said. Takes evened-out text. */
import { inDigits, readNumber } from '../../../knowledge/language/numbers.ts';
import { singular } from '../../../knowledge/retrieval/text/tokens.ts';

export interface ToldPiece {
  /** Lower case. */
  readonly text: string;
  /** Places in the text. */
  readonly start: number;
  readonly end: number;
}

/** Pieces from `start` up to `end`, not included. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** A blank beside Chinese is a pause, and a piece. */
const piece =
  /[a-z]+(?:'[a-z]+)*|\d+(?:[.,]\d+)?|\p{Script=Han}|[^\s\w]|(?<=\p{Script=Han}) (?=[\p{L}\p{N}])|(?<=[\p{L}\p{N}]) (?=\p{Script=Han})/gu;

export const piecesOf = (text: string): ToldPiece[] =>
  Array.from(text.toLowerCase().matchAll(piece), m => ({ text: m[0], start: m.index, end: m.index + m[0].length }));

export const isWord = (text: string): boolean => /[\p{L}\p{N}]/u.test(text);
/** Two boxes are 2 box. */
const plain = (text: string): string => inDigits(singular(text));
const longestNumber = 4;
const countedBy = /^[个件双条只份盒包瓶袋箱支本把罐张块套棵对副台辆束朵颗粒枚卷片根枝盆床顶斤]$/u;

/** The first stretch that says `value` and is not `taken`, whatever the numbers of nouns, and numbers in words or figures. */
export const whereSaid = (
  pieces: readonly ToldPiece[],
  value: string,
  taken: ReadonlySet<number> = new Set(),
): Stretch | undefined => {
  const wanted = piecesOf(value).flatMap(p => (isWord(p.text) ? [plain(p.text)] : []));
  if (wanted.length === 0) return undefined;
  const words = pieces.flatMap((p, at) => (isWord(p.text) ? [{ text: plain(p.text), at }] : []));
  const free = (from: number, to: number): Stretch | undefined => {
    const stretch = { start: words[from]!.at, end: words[to - 1]!.at + 1 };
    for (let at = stretch.start; at < stretch.end; at++) if (taken.has(at)) return undefined;
    return stretch;
  };
  for (let a = 0; a + wanted.length <= words.length; a++) {
    const found = wanted.every((w, k) => words[a + k]!.text === w) && free(a, a + wanted.length);
    if (found) return found;
  }
  if (!/^\d+$/.test(value)) return undefined;
  for (let a = 0; a < words.length; a++)
    for (let b = Math.min(words.length, a + longestNumber); b > a + 1; b--) {
      const said = pieces
        .slice(words[a]!.at, words[b - 1]!.at + 1)
        .map(p => p.text)
        .join(/^[a-z]/.test(pieces[words[a]!.at]!.text) ? ' ' : '');
      const found = readNumber(said) === Number(value) && free(a, b);
      if (found) return found;
    }
  return undefined;
};

/** 三盒: a number with what is counted by. */
export const withCounter = (pieces: readonly ToldPiece[], { start, end }: Stretch): Stretch =>
  /[\d一二两三四五六七八九十百俩]$/u.test(pieces[end - 1]!.text) && countedBy.test(pieces[end]?.text ?? '')
    ? { start, end: end + 1 }
    : { start, end };

/** Its own words, lower case. */
export const wordsSaid = (text: string, pieces: readonly ToldPiece[], { start, end }: Stretch): string =>
  text.slice(pieces[start]!.start, pieces[end - 1]!.end).toLowerCase();
