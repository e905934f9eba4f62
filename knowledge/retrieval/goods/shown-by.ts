/**
 * By what of a product it shows that it is as somebody wishes: `slot:value`, `name:word` of its name, or `page:word` of its
 * description, where `_` stands for a space and `*` for the rest of a word.
 */
import type { Product } from '../../domain/product.ts';
import type { FactSlot } from '../../domain/shopper.ts';
import { fold, hasHan } from '../text/fold.ts';
import { literally } from '../text/literally.ts';
import { isDeniedInChinese } from './denied.ts';
import { matches } from './product-match.ts';

export interface ShownBy {
  /** Takes a product of any shelf. */
  shows(product: Product): boolean;
  /** By an attribute or its name: its page need not be quoted. */
  isMarked(product: Product): boolean;
  /** Whether a sentence of a page says it by its words. */
  isSaidIn(sentence: string): boolean;
}

const deniedBefore = /(?:\b(?:no|not|never|without|isn'?t|aren'?t|nothing|free (?:of|from))|n't)(?: [a-z]+){0,2} $/;

/** Parts between spaces; throws, quoting it, at a part that is none of these. */
export const readShownBy = (list: string): ShownBy => {
  const parts = list.split(/\s+/).filter(part => part !== '');
  const of = (kind: string): RegExp[] =>
    parts.flatMap(part => (part.startsWith(`${kind}:`) ? [wordPattern(part.slice(kind.length + 1))] : []));
  const [named, written] = [of('name'), of('page')];
  const values = parts.flatMap(part => {
    if (/^(?:name|page):\S/u.test(part)) return [];
    const [, slot, value] =
      /^(category|product|brand|colour|size|material|feature|occasion|recipient):(\S+)$/.exec(part) ?? [];
    if (slot === undefined || value === undefined)
      throw new Error(`"${part}" is neither slot:value nor name:word nor page:word`);
    return [{ slot: slot as FactSlot, value, polarity: 'like' as const }];
  });
  const says = (patterns: readonly RegExp[], text: string): boolean =>
    patterns.some(pattern => {
      const found = pattern.exec(text);
      if (!found) return false;
      return hasHan(found[0]) ? !isDeniedInChinese(text, found.index) : !deniedBefore.test(text.slice(0, found.index));
    });
  const isSaidIn = (sentence: string): boolean => written.length > 0 && says(written, fold(sentence));
  const textOf = (texts: Product['name']): string => fold(Object.values(texts).join(' . '));
  const isMarked = (product: Product): boolean =>
    values.some(value => matches(product, value)) || (named.length > 0 && says(named, textOf(product.name)));
  const known = new WeakMap<Product, boolean>();
  return {
    isMarked,
    isSaidIn,
    shows: product => {
      let is = known.get(product);
      if (is === undefined) {
        is = isMarked(product) || (written.length > 0 && says(written, textOf(product.description)));
        known.set(product, is);
      }
      return is;
    },
  };
};

const wordPattern = (word: string): RegExp => {
  const text = fold(word.replaceAll('_', ' ').replace(/\*$/, ''));
  const escaped = literally(text);
  if (hasHan(text)) return new RegExp(escaped, 'u');
  return new RegExp(`\\b${escaped}${word.endsWith('*') ? '[a-z]*' : 's?'}\\b`, 'u');
};
