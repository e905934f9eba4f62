/** Wishes the catalogue has no key for ("thriller", "art deco"), found in what the shop says about a product. */
import type { Product } from '../domain/product.ts';
import type { ProfileFact } from '../domain/shopper.ts';
import { lexicon } from '../retrieval/goods/lexicon.ts';
import { fold } from '../retrieval/text/fold.ts';
import { singular, tokensOf } from '../retrieval/text/tokens.ts';

interface Told {
  readonly words: string;
  readonly text: string;
}
/** What names it, and all that is said of it. */
const told = new WeakMap<Product, { readonly name: Told; readonly all: Told }>();
const canonical = new Set(lexicon.map(e => `${e.slot}:${e.value}`));
const wordsOf = (text: string): string =>
  ` ${tokensOf(text.replace(/['-]/g, ' '))
    .map(t => singular(t.text))
    .join(' ')} `;

const asTold = (parts: readonly (string | undefined)[]): Told => {
  const text = fold(parts.join(' . '));
  return { text, words: wordsOf(text) };
};

const toldOf = (product: Product): { readonly name: Told; readonly all: Told } => {
  let known = told.get(product);
  if (!known) {
    const { name, description, brand, attributes } = product;
    const naming = [name.en, name.zh, brand, ...Object.values(attributes).flat()];
    known = { name: asTold(naming), all: asTold([...naming, description.en, description.zh]) };
    told.set(product, known);
  }
  return known;
};

/** Slots whose values may be the shopper's own words; the others always have canonical values. */
const spoken: ReadonlySet<ProfileFact['slot']> = new Set([
  'genre',
  'author',
  'style',
  'quality',
  'feature',
  'material',
  'occasion',
  'product',
  'audience',
]);

/**
 * True when the shop says the value of the product word for word, number aside. A dislike looks at names and attributes
 * only: a description may say what a thing is free of. Canonical values are found by their keys, never here.
 */
export const saysWords = (
  product: Product,
  { slot, value, polarity }: Pick<ProfileFact, 'slot' | 'value' | 'polarity'>,
): boolean => {
  if (!spoken.has(slot) || value.length < 2 || canonical.has(`${slot}:${value}`)) return false;
  const { text, words } = toldOf(product)[polarity === 'dislike' ? 'name' : 'all'];
  const folded = fold(value);
  if (/\p{Script=Han}/u.test(folded)) return text.includes(folded);
  const said = wordsOf(folded);
  // "Fragrance-free" is what somebody wants who wants no fragrance.
  return (polarity === 'dislike' ? words.replaceAll(`${said}free `, ' ') : words).includes(said);
};
