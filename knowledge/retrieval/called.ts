/** What goods are called: the words of their names. */
import type { Product } from '../domain/product.ts';
import { fold, hasHan } from './fold.ts';
import { singular, tokensOf } from './tokens.ts';

const words = new WeakMap<Product, string>();

const nameOf = (product: Product): string => {
  const known = words.get(product);
  if (known !== undefined) return known;
  const english = tokensOf(fold(product.name.en ?? '').replace(/[’'-]/g, ' ')).map(token => singular(token.text));
  const name = ` ${english.join(' ')} \n${fold(product.name.zh ?? '')}`;
  words.set(product, name);
  return name;
};

/** `word`: folded, English in the singular: "cream", "lip balm", 面霜. Its name has it, as it stands. */
export const isCalled = (product: Product, word: string): boolean =>
  nameOf(product).includes(hasHan(word) ? word : ` ${word} `);
