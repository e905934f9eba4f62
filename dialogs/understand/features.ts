import { conceptsOf } from '../../knowledge/retrieval/concepts.ts';
import { chineseWords } from '../../knowledge/retrieval/tokens.ts';

/** A part of the text that stands for a kind of thing: "under 80" is money, "red" a colour. */
export interface Span {
  readonly start: number;
  readonly end: number;
  readonly kind: string;
}

/** The text with each span replaced by its kind, so that what holds for one colour holds for all. */
export const mask = (folded: string, spans: readonly Span[]): string => {
  let out = '';
  let at = 0;
  for (const { start, end, kind } of [...spans].sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (start < at) continue;
    out += `${folded.slice(at, start)} x${kind} `;
    at = end;
  }
  return (out + folded.slice(at)).replace(/(?<![a-z])\d+(?:[.,]\d+)*/g, ' xnumber ');
};

const piece = /\p{Script=Han}+|[\p{L}\p{N}]+(?:'[\p{L}]+)?/gu;

/** Word 1-2-grams, character 3-4-grams of Latin words, Chinese words with character 1-2-grams, and shop concepts. */
export const featuresOf = (masked: string, folded: string): string[] => {
  const features: string[] = [];
  const words: string[] = ['^'];
  for (const match of masked.matchAll(piece)) {
    const run = match[0];
    if (/^\p{Script=Han}/u.test(run)) {
      words.push(...chineseWords(run));
      const characters = [`<`, ...run, `>`];
      for (let i = 0; i + 1 < characters.length; i++) {
        features.push(`h:${characters[i]}${characters[i + 1]}`);
        if (i + 2 < characters.length) features.push(`h:${characters[i]}${characters[i + 1]}${characters[i + 2]}`);
      }
      continue;
    }
    words.push(run);
    if (run.startsWith('x') && kinds.has(run)) continue;
    const padded = `<${run.slice(0, 20)}>`;
    for (const n of [3, 4]) for (let i = 0; i + n <= padded.length; i++) features.push(`c:${padded.slice(i, i + n)}`);
  }
  words.push('$');
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!;
    if (i > 0 && i < words.length - 1) features.push(`w:${word}`);
    if (i + 1 < words.length) features.push(`b:${word} ${words[i + 1]}`);
  }
  for (const concept of conceptsOf(folded)) features.push(concept);
  return features;
};

const kinds = new Set(
  [
    'category',
    'brand',
    'colour',
    'size',
    'material',
    'feature',
    'occasion',
    'recipient',
    'product',
    'money',
    'order',
    'email',
    'number',
    'name',
    'code',
  ].map(k => `x${k}`),
);
