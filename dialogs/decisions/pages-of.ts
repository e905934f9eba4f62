/** What the pages of some goods begin with, where none of them says what was asked. */
import { inLanguage, type Language } from '../../knowledge/domain/language.ts';
import type { Product } from '../../knowledge/domain/product.ts';
import { sentencesOf } from '../../knowledge/retrieval/pages/answers.ts';
import type { PageTold } from '../product-parts.ts';

/** More are not read. */
const mostTold = 4;

/** Of two goods two sentences each, of more the first; what one is made of stands further down. */
export const pagesOf = (
  goods: readonly Product[],
  language: Language,
  sentences = goods.length === 2 ? 2 : 1,
): PageTold[] =>
  goods.slice(0, mostTold).map(product => ({
    product,
    text: sentencesOf(inLanguage(product.description, language))
      .slice(0, sentences)
      .join(language === 'zh' ? '' : ' '),
  }));
