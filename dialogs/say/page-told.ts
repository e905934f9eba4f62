/** What each page begins with, told where no page says what was asked: whoever reads it can choose. */
import { inLanguage, type Language } from '../../knowledge/domain/language.ts';
import { formatMoney } from '../../knowledge/domain/money.ts';
import type { PageTold } from '../product-parts.ts';
import { attributeText } from './attribute-text.ts';

/** A sentence that ends within its quotes has ended. */
export const ended = (text: string): string => (/[.!?]”$/.test(text) ? text : `${text}.`);

const oneTold = ({ product, text }: PageTold, language: Language): string => {
  const [name, price] = [inLanguage(product.name, language), formatMoney(product.price)];
  const said = text === '' ? attributeText('feature', product.attributes.feature ?? [], language) : `“${text}”`;
  return language === 'en'
    ? `${name} (${price}): ${ended(said)}`
    : `${name}（${price}）：${said}。`.replace('”。', '”');
};

export const pagesTold = (pages: readonly PageTold[], language: Language): string =>
  pages.map(one => oneTold(one, language)).join(language === 'en' ? ' ' : '');
