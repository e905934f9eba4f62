import type { Vocabulary } from '../../../knowledge/retrieval/goods/vocabulary.ts';
import { fold } from '../../../knowledge/retrieval/text/fold.ts';
import { tokensOf } from '../../../knowledge/retrieval/text/tokens.ts';
import { mask, type Span } from './features.ts';
import { type MoneySaid, moneyIn } from './money-said.ts';
import { sizesIn } from './sizes.ts';

/** An order number, an address or nothing but a code says nothing about the language its writer speaks. */
export const withoutCodes = (folded: string): string =>
  folded.replace(
    /[a-z0-9._%+-]{1,64}@[a-z0-9.-]{1,190}\.[a-z]{2,24}|(?<![a-z0-9])[a-z]{1,4}-?\d{4,12}(?![a-z0-9])|^[a-z]{3,14}-?\d{1,4}$/g,
    ' ',
  );

/** A message prepared for the classifier: folded, spelling mended, its details replaced by their kind. */
export interface Reading {
  readonly folded: string;
  readonly masked: string;
  readonly money: MoneySaid;
}

export const hasLatin = (text: string): boolean => /[a-z]{5}/.test(text);
export const englishWordsIn = (folded: string): string[] =>
  tokensOf(folded).flatMap(({ text }) => (/^[a-z]{2,}$/.test(text) ? [text] : text.split("'")));
export const englishWords = (texts: readonly string[]): string[] => texts.flatMap(text => englishWordsIn(fold(text)));

export const readText = (text: string, correct: (folded: string) => string, vocabulary: Vocabulary): Reading => {
  const folded = correct(fold(text));
  const money = moneyIn(folded);
  const spans: Span[] = money.spans.map(s => ({ ...s, kind: 'money' }));
  const free = (start: number, end: number): boolean => !spans.some(s => start < s.end && s.start < end);
  for (const m of folded.matchAll(/[a-z0-9._%+-]{1,64}@[a-z0-9.-]{1,190}\.[a-z]{2,24}/g)) {
    spans.push({ start: m.index, end: m.index + m[0].length, kind: 'email' });
  }
  for (const m of folded.matchAll(/(?<![a-z0-9])[a-z]{1,4}-?\d{4,12}(?![a-z0-9])|(?<![\d.])\d{5,14}(?!\d)/g)) {
    if (free(m.index, m.index + m[0].length)) spans.push({ start: m.index, end: m.index + m[0].length, kind: 'order' });
  }
  for (const s of sizesIn(folded)) if (free(s.start, s.end)) spans.push({ start: s.start, end: s.end, kind: 'size' });
  for (const m of vocabulary.mentions(folded)) {
    if (free(m.start, m.end)) spans.push({ start: m.start, end: m.end, kind: m.meanings[0]!.slot });
  }
  return { folded, masked: mask(folded, spans), money };
};
