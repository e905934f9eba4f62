/** Whether the texts of a product speak of something, in words that are no attribute: "loose leaf", 酒精. */
import type { Product } from '../domain/product.ts';
import { fold, hasHan } from './fold.ts';
import { singular, tokensOf } from './tokens.ts';

interface Written {
  /** Words in their singular. */
  readonly words: readonly string[];
  readonly text: string;
}

const writtenOf = new WeakMap<Product, Written>();

const read = (product: Product): Written => {
  const known = writtenOf.get(product);
  if (known) return known;
  const { name, description, attributes } = product;
  const text = fold(
    [...Object.values(name), ...Object.values(description), ...Object.values(attributes).flat()].join('\n'),
  );
  const written = { text, words: wordsOf(text) };
  writtenOf.set(product, written);
  return written;
};

const wordsOf = (folded: string): string[] =>
  tokensOf(folded.replaceAll('-', ' '))
    .filter(token => !hasHan(token.text))
    .map(token => singular(token.text));

/** "No perfume", 不含酒精: it is spoken of, and is not in it. */
const without = new Set(['no', 'not', 'without', 'zero', 'free', 'never']);
const chineseWithout = /(?:不|无|没|未|零|0)(?:含|添加?|有|加|带|用)?$/u;

/** `phrase`: folded, in either language; a Chinese one counts without the verb that carries it (含酒精). */
export const isSaidOf = (product: Product, phrase: string): boolean => {
  const { text, words } = read(product);
  if (hasHan(phrase)) {
    const said = phrase.replace(/^(?:含有?|带有?|有|是)(?=\p{Script=Han}{2})/u, '');
    for (let at = text.indexOf(said); at >= 0; at = text.indexOf(said, at + 1))
      if (!chineseWithout.test(text.slice(Math.max(0, at - 4), at))) return true;
    return false;
  }
  const [first, ...more] = wordsOf(phrase);
  if (first === undefined) return false;
  return words.some(
    (word, i) =>
      word === first &&
      more.every((next, k) => words[i + 1 + k] === next) &&
      !without.has(words[i - 1] ?? '') &&
      words[i + 1 + more.length] !== 'free',
  );
};
