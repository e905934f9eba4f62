/** "Yes, all five come in size 38", or which of the list do and which don't. */
import { inLanguage, type Language } from '../../knowledge/domain/language.ts';
import type { Product } from '../../knowledge/domain/product.ts';
import type { ReplyPart } from '../reply.ts';
import { attributeText } from './attribute-text.ts';

type EachComes = Extract<ReplyPart, { kind: 'each-comes' }>;

const namesOf = (products: readonly Product[], language: Language): string =>
  [...new Set(products.map(({ name }) => inLanguage(name, language)))].join(language === 'zh' ? '、' : '; ');

export const eachComesEn = ({ asked, of, not }: EachComes): string => {
  const what = asked
    .map(({ slot, value }) =>
      slot === 'size' ? `size ${attributeText(slot, [value], 'en')}` : attributeText(slot, [value], 'en'),
    )
    .join(', ');
  if (not.length === 0) return `Yes, ${of.length === 2 ? 'both' : `all ${of.length} of them`} come in ${what}.`;
  if (of.length === 0) return `No, none of them comes in ${what}.`;
  return `Not all of them. In ${what}: ${namesOf(of, 'en')}. Not in ${what}: ${namesOf(not, 'en')}.`;
};

export const eachComesZh = ({ asked, of, not }: EachComes): string => {
  const what = asked
    .map(({ slot, value }) => `${attributeText(slot, [value], 'zh')}${slot === 'size' ? '码' : ''}`)
    .join('、');
  if (not.length === 0) return `是的，这${of.length}款都有${what}。`;
  if (of.length === 0) return `这几款都没有${what}。`;
  return `不是都有。有${what}的：${namesOf(of, 'zh')}；没有的：${namesOf(not, 'zh')}。`;
};
