/** Whom goods are for, as their records have it. */
import { inLanguage } from '../../knowledge/domain/language.ts';
import type { WhomForPart } from '../product-parts.ts';
import { attributeText } from './attribute-text.ts';

const spanText = ({ span }: WhomForPart, language: 'en' | 'zh'): string | undefined =>
  span?.map(size => attributeText('size', [size], language)).join('–');

export const whomForEn = (part: WhomForPart): string => {
  const name = inLanguage(part.product.name, 'en');
  const span = spanText(part, 'en');
  const sizes = span === undefined ? '' : `, in sizes ${span}`;
  switch (part.whom) {
    case 'children':
      return `The ${name} is made for children${sizes}.`;
    case 'men':
    case 'women':
      return `The ${name} is made for ${part.whom}${sizes}.`;
    case 'grown-ups':
      return `The ${name} comes in grown-ups' sizes, ${span}, and isn't marked as men's or women's.`;
    case 'anybody':
      return `The ${name} is listed as something for children and for grown-ups; its page gives no age.`;
    case 'no-children':
      return `The ${name} is not listed as something for children${sizes}; its page gives no age.`;
  }
};

export const whomForZh = (part: WhomForPart): string => {
  const name = inLanguage(part.product.name, 'zh');
  const span = spanText(part, 'zh');
  const sizes = span === undefined ? '' : `，尺码${span}`;
  switch (part.whom) {
    case 'children':
      return `${name}是儿童款${sizes}。`;
    case 'men':
      return `${name}是男款${sizes}。`;
    case 'women':
      return `${name}是女款${sizes}。`;
    case 'grown-ups':
      return `${name}是成人尺码，${span}，不分男款女款。`;
    case 'anybody':
      return `${name}标注了大人孩子都适合，页面没有写明年龄。`;
    case 'no-children':
      return `${name}没有标注给孩子用${sizes}，页面也没有写明年龄。`;
  }
};
