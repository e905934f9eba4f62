/**
 * Words that shoppers use in shops of any kind, by what they mostly speak of: a gazetteer for a reader that learns how far to trust it, far
 * wider than the general vocabulary of the rules, and not true word by word. A file a language and slot, beside this one; an entry a line.
 */
import { readFileSync } from 'node:fs';
import type { Language } from '../../domain/language.ts';
import { singular } from '../../retrieval/text/tokens.ts';
import type { WishSlot } from '../vocabulary/vocabulary.ts';

export const gazetteerSlots = [
  'product_type',
  'brand',
  'color',
  'size',
  'material',
  'feature',
  'purpose',
  'recipient',
  'genre',
  'author',
  'age_group',
  'style',
  'quality',
] as const satisfies readonly WishSlot[];

export interface Gazetteer {
  /** Of exactly these words (of Chinese: characters), each in the singular and lower case, one blank between them; undefined of others. */
  slotsOf(words: string): readonly WishSlot[] | undefined;
  /** Of the longest entry, in words. */
  readonly longest: number;
}

const longest: Readonly<Record<Language, number>> = { en: 4, zh: 8 };
const word = /[a-z]+(?:'[a-z]+)*|\d+(?:[.,]\d+)?|\p{Script=Han}/gu;
const latin = /^[a-z]/;
const onlyHan = /^\p{Script=Han}+$/u;

export const gazetteerEntries = (language: Language, slot: (typeof gazetteerSlots)[number]): string[] =>
  readFileSync(new URL(`./${language}/${slot}.txt`, import.meta.url), 'utf8')
    .split('\n')
    .filter(line => line !== '');

/** Most of Chinese is characters alone, which takes no pattern to part. */
const wordsOf = (entry: string): string[] =>
  onlyHan.test(entry) ? [...entry] : (entry.match(word)?.map(one => (latin.test(one) ? singular(one) : one)) ?? []);

const opened = new Map<Language, Gazetteer>();

/** Read when a language is first asked for, and kept. */
export const gazetteerOf = (language: Language): Gazetteer => {
  const open = opened.get(language) ?? read(language);
  opened.set(language, open);
  return open;
};

const read = (language: Language): Gazetteer => {
  const slots = new Map<string, WishSlot[]>();
  for (const slot of gazetteerSlots)
    for (const entry of gazetteerEntries(language, slot)) {
      const words = wordsOf(entry);
      if (words.length > longest[language]) continue;
      const key = words.join(' ');
      const known = slots.get(key);
      if (!known) slots.set(key, [slot]);
      else if (!known.includes(slot)) known.push(slot);
    }
  return { slotsOf: words => slots.get(words), longest: longest[language] };
};
