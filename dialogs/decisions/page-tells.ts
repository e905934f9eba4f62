/** What the pages of the first goods of a list say, word for word, to what was told for it in words that no attribute has. */
import type { Language } from '../../knowledge/domain/language.ts';
import type { StatedPreference } from '../../knowledge/domain/preference.ts';
import type { Product } from '../../knowledge/domain/product.ts';
import { measureWishOf } from '../../knowledge/retrieval/goods/measure-wishes.ts';
import { measures } from '../../knowledge/retrieval/goods/measured.ts';
import { sentenceOf } from '../../knowledge/retrieval/goods/page-tells.ts';

export interface PageTold {
  readonly product: Product;
  readonly said: string;
}

export interface PagesTell {
  readonly says: readonly PageTold[];
  /** What was told and is answered so, or by a name. */
  readonly answered: ReadonlySet<string>;
}

/** What measures otherwise is told as that. */
const isMet = (product: Product, value: string): boolean => {
  const wish = measureWishOf(value);
  return wish === undefined || measures(product, wish);
};

const mostRead = 3;
const mostSaid = 2;

export const pagesTell = (
  found: readonly Product[],
  told: readonly StatedPreference[],
  language: Language,
): PagesTell => {
  const says: PageTold[] = [];
  const answered = new Set<string>();
  for (const { value, slot, polarity } of told) {
    if (slot === 'product') continue;
    for (const product of found.slice(0, mostRead)) {
      const said = sentenceOf(product, value, language, polarity === 'dislike');
      if (said === undefined) continue;
      if (isMet(product, value)) answered.add(value);
      if (said !== null && says.length < mostSaid && !says.some(one => one.said === said)) says.push({ product, said });
      break;
    }
  }
  return { says, answered };
};
