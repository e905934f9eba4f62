/** What a page says, parted into details, told as they stand there ("Weight: 310 g"), and sentences, which are quoted. */
import { inLanguage, type Language } from '../../knowledge/domain/language.ts';
import type { Product } from '../../knowledge/domain/product.ts';
import { detailText } from '../../knowledge/retrieval/goods/page-lines.ts';

export interface Told {
  readonly details: readonly string[];
  readonly quoted: readonly string[];
  /** Of the details, in the same order: what they are called, and their values alone. */
  readonly names: readonly string[];
  readonly values: readonly string[];
}

export const detailsAndQuotes = (product: Product, said: readonly string[], language: Language): Told => {
  const own = (product.details ?? []).filter(one => said.includes(detailText(one, language)));
  const details = own.map(one => detailText(one, language));
  return {
    details,
    quoted: said.filter(one => !details.includes(one)),
    names: own.map(({ name }) => inLanguage(name, language)),
    values: own.map(({ value }) => inLanguage(value, language)),
  };
};
