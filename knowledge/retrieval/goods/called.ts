/** What goods are called: the words of their names. */
import type { Product } from '../../domain/product.ts';
import { fold, hasHan } from '../text/fold.ts';
import { singular, tokensOf } from '../text/tokens.ts';

const words = new WeakMap<Product, string>();

const nameOf = (product: Product): string => {
  const known = words.get(product);
  if (known !== undefined) return known;
  const english = tokensOf(fold(product.name.en ?? '').replace(/[’'-]/g, ' ')).map(token => singular(token.text));
  const name = ` ${english.join(' ')} \n${fold(product.name.zh ?? '')}`;
  words.set(product, name);
  return name;
};

/** Goods that go by another name in shops: a hardshell is a shell. */
const alsoCalled: ReadonlyMap<string, readonly string[]> = new Map(
  ['hardshell, hard shell = shell', '冲锋衣 = 硬壳, 冲锋衣'].flatMap(line => {
    const [names, called] = line.split(' = ').map(part => part.split(', ')) as [string[], string[]];
    return names.map(name => [name, called] as const);
  }),
);
export const goesByOtherNames = (word: string): boolean => alsoCalled.has(word);

/** `word`: folded, English in the singular, without hyphens: "cream", "lip balm", 面霜. Its name has it, as it stands. */
export const hasInName = (product: Product, word: string): boolean =>
  nameOf(product).includes(hasHan(word) ? word : ` ${word} `);

/** The same under any of its names in shops. */
export const isCalled = (product: Product, word: string): boolean =>
  (alsoCalled.get(word) ?? [word]).some(one => hasInName(product, one));
