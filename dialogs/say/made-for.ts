/** What each of a few is made for, a line each: what whoever doesn't know which to take chooses by. */
import { inLanguage, type Language } from '../../knowledge/domain/language.ts';
import type { MadeForPart } from '../product-parts.ts';
import { attributeText } from './attribute-text.ts';

const lines = ({ of }: MadeForPart, language: Language): string =>
  of
    .map(({ product, occasions }) => {
      const name = inLanguage(product.name, language);
      return `\n- ${name}${language === 'en' ? ': ' : '：'}${attributeText('occasion', occasions, language)}`;
    })
    .join('');

export const madeForEn = (part: MadeForPart): string =>
  `They are made for:${lines(part, 'en')}${part.asks ? '\nTell me what it is for and I can choose better.' : ''}`;

export const madeForZh = (part: MadeForPart): string =>
  `它们各适合：${lines(part, 'zh')}${part.asks ? '\n告诉我用在哪里，我可以选得更准。' : ''}`;
