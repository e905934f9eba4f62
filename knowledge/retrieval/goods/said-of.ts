/** Whether the texts of a product speak of something, in words that are no attribute: "loose leaf", 酒精. */
import type { Product } from '../../domain/product.ts';
import type { TermIndex } from '../text/bm25.ts';
import { fold, hasHan } from '../text/fold.ts';
import { otherNumber, stem, termsOf, tokensOf } from '../text/tokens.ts';
import { isDeniedIn, isDeniedInChinese, type Said } from './denied.ts';
import { written } from './page-lines.ts';
import { attributeWords } from './product-match.ts';

/** Whether the text of the product with this number in the index speaks of it, and not only to say that it is not so. */
export type SaidOf = (document: number) => boolean;

/** A phrase as it is looked for. */
interface Asked {
  /** Of each of these one term is in the index of whatever speaks of it; empty: nothing does. */
  readonly terms: readonly (readonly string[])[];
  isSaidIn(text: string): boolean;
}

const wordsOf = (text: string): Said => {
  const words: string[] = [];
  const between: string[] = [];
  let at = 0;
  for (const { text: word, start, end } of tokensOf(text)) {
    if (hasHan(word)) continue;
    between.push(text.slice(at, start));
    words.push(stem(word.replace(/'(?:s|re|ve|ll|d|m)$/, '')));
    at = end;
  }
  return { words, between };
};

/** "No perfume", "perfume-free": asked for as what is not in it. */
const withoutIt = /^(?:no|without|made without|free (?:of|from)) (?=[a-z])|[- ]free$/g;
const withoutItInChinese = /^(?:不含有?|不添加|没有|无|零添加|零|0添加|0)(?=\p{Script=Han}{2})/u;
/** 桂花味 is said of what is called 桂花. */
const ofScent = /(?<=\p{Script=Han}{2})(?:的?(?:香味|味道|味儿?))$/u;
const carrying = /^(?:含有?|带有?|有|是)(?=\p{Script=Han}{2})/u;

const inWords = (phrase: string): Asked => {
  const name = phrase.replace(withoutIt, '').trim();
  const isDenial = name !== phrase && name !== '';
  const words = tokensOf(isDenial ? name : phrase).map(token => token.text.replace(/'s$/, ''));
  const alternatives = words.map(word => [...new Set([word, ...otherNumber(word)].map(stem))]);
  const indexed = new Set(termsOf(words.join(' ')));
  const [first, ...more] = alternatives;
  return {
    terms: alternatives.filter(one => indexed.has(one[0]!)),
    isSaidIn: text => {
      const said = wordsOf(text);
      return said.words.some(
        (word, i) =>
          first!.includes(word) &&
          more.every((next, k) => next.includes(said.words[i + 1 + k] ?? '')) &&
          isDeniedIn(said, i, i + 1 + more.length) === isDenial,
      );
    },
  };
};

/** One counts without the verb that carries it (含酒精). */
const inChinese = (phrase: string, termsWith: (character: string) => string[]): Asked => {
  const name = phrase.replace(withoutItInChinese, '');
  const isDenial = name !== phrase;
  const said = (isDenial ? name : phrase.replace(carrying, '')).replace(ofScent, '');
  const pairs = termsOf(said).filter(term => term.endsWith('_'));
  return {
    terms:
      pairs.length > 0 ? pairs.map(pair => [pair]) : [...said].filter(hasHan).map(character => termsWith(character)),
    isSaidIn: text => {
      for (let at = text.indexOf(said); at >= 0; at = text.indexOf(said, at + 1))
        if (isDeniedInChinese(text, at) === isDenial) return true;
      return false;
    },
  };
};

/** Sentence ends keep the fields apart; a comma of a list is told from one of a sentence, which folding would make one. */
const textOf = (product: Product): string =>
  fold(
    [...Object.values(product.name), ...attributeWords(product), ...written(product)]
      .join(' . ')
      .replaceAll('、', '和'),
  );

/** Phrases that shoppers of one catalogue told lately. */
const fewPhrases = 64;
/** More of them narrow nothing down. */
const mostTerms = 8;
const [unspoken, unread, spoken] = [0, 1, 2];

/** By document: 1 where all the terms of what is asked are in the index of it; null where no term narrows it down. */
const holding = ({ terms }: Asked, index: TermIndex): Uint8Array | null => {
  const sought = terms.slice(0, mostTerms);
  if (sought.length === 0) return null;
  const found = new Uint8Array(index.size);
  sought.forEach((alternatives, n) => {
    for (const term of alternatives)
      for (const document of index.documentsWith(term)) if (found[document] === n) found[document] = n + 1;
  });
  return found.map(n => (n === sought.length ? 1 : 0));
};

const rememberingLately = <T>(read: (phrase: string) => T): ((phrase: string) => T) => {
  const known = new Map<string, T>();
  return phrase => {
    let one = known.get(phrase);
    if (one === undefined) {
      one = read(phrase);
      if (known.size >= fewPhrases) for (const oldest of known.keys()) if (known.delete(oldest)) break;
      known.set(phrase, one);
    }
    return one;
  };
};

/** Whether a text of this product may have the words of a folded phrase, in whatever number; false: none does. */
export const createMayMention = (index: TermIndex): ((phrase: string) => (document: number) => boolean) =>
  rememberingLately(phrase => {
    const found = holding(askedIn(phrase, index), index);
    return document => found === null || found[document] === 1;
  });

const askedIn = (phrase: string, index: TermIndex): Asked => {
  if (!hasHan(phrase)) return inWords(phrase);
  return inChinese(phrase, character => [...index.terms()].filter(term => term.includes(character)));
};

/** Holds phrases (folded, in either language) against products in the order of their index: of those whose terms have the words, the text is read. */
export const createSaidOf = (products: readonly Product[], index: TermIndex): ((phrase: string) => SaidOf) =>
  rememberingLately(phrase => {
    const asked = askedIn(phrase, index);
    const found = holding(asked, index);
    const verdicts = found?.map(has => (has === 1 ? unread : unspoken));
    return document => {
      if (!verdicts) return false;
      if (verdicts[document] === unread)
        verdicts[document] = asked.isSaidIn(textOf(products[document]!)) ? spoken : unspoken;
      return verdicts[document] === spoken;
    };
  });
