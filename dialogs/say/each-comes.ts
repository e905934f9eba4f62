/** "Yes, all five come in size 38", or which of the list do and which don't. */
import { inLanguage, type Language } from '../../knowledge/domain/language.ts';
import { formatMoney } from '../../knowledge/domain/money.ts';
import type { Product } from '../../knowledge/domain/product.ts';
import type { ReplyPart } from '../reply.ts';
import { attributeText } from './attribute-text.ts';

type EachComes = Extract<ReplyPart, { kind: 'each-comes' }>;

const namesOf = (products: readonly Product[], language: Language): string =>
  [...new Set(products.map(({ name }) => inLanguage(name, language)))].join(language === 'zh' ? '、' : '; ');

const priced = ({ name, price }: Product, language: Language): string =>
  language === 'zh'
    ? `${inLanguage(name, 'zh')}（${formatMoney(price)}）`
    : `${inLanguage(name, 'en')} (${formatMoney(price)})`;

/** Some of them come in nothing of that sort, and of those nothing is denied. */
const besideOthersEn = (what: string, { of, not, without = [] }: EachComes): string => {
  const [only] = of;
  const one = only && of.length === 1 ? `Only one of them comes in ${what}: ${priced(only, 'en')}.` : '';
  const some =
    of.length > 1 ? `In ${what}: ${namesOf(of, 'en')}.` : of.length === 0 ? `No, none of them comes in ${what}.` : one;
  const others = not.length > 0 && of.length > 0 ? ` Not in ${what}: ${namesOf(not, 'en')}.` : '';
  const none =
    without.length > 0 && of.length + not.length > 0
      ? ` The ${without.length === 1 ? 'other comes' : 'others come'} in no colours to choose from.`
      : '';
  return of.length + not.length === 0 ? 'These come in no colours to choose from.' : `${some}${others}${none}`;
};

const besideOthersZh = (what: string, { of, not, without = [] }: EachComes): string => {
  const [only] = of;
  const one = only && of.length === 1 ? `只有一款有${what}：${priced(only, 'zh')}。` : '';
  const some = of.length > 1 ? `有${what}的：${namesOf(of, 'zh')}。` : of.length === 0 ? `都没有${what}。` : one;
  const others = not.length > 0 && of.length > 0 ? `没有的：${namesOf(not, 'zh')}。` : '';
  const none = without.length > 0 && of.length + not.length > 0 ? '其余的不分颜色。' : '';
  return of.length + not.length === 0 ? '这几款都不分颜色。' : `${some}${others}${none}`;
};

export const eachComesEn = (part: EachComes): string => {
  const { asked, of, not, without = [] } = part;
  const what = asked
    .map(({ slot, value }) =>
      slot === 'size' ? `size ${attributeText(slot, [value], 'en')}` : attributeText(slot, [value], 'en'),
    )
    .join(', ');
  if (without.length > 0 || of.length === 1) return besideOthersEn(what, part);
  if (not.length === 0) return `Yes, ${of.length === 2 ? 'both' : `all ${of.length} of them`} come in ${what}.`;
  if (of.length === 0) return `No, none of them comes in ${what}.`;
  return `Not all of them. In ${what}: ${namesOf(of, 'en')}. Not in ${what}: ${namesOf(not, 'en')}.`;
};

export const eachComesZh = (part: EachComes): string => {
  const { asked, of, not, without = [] } = part;
  const what = asked
    .map(({ slot, value }) => `${attributeText(slot, [value], 'zh')}${slot === 'size' ? '码' : ''}`)
    .join('、');
  if (without.length > 0 || of.length === 1) return besideOthersZh(what, part);
  if (not.length === 0) return `是的，这${of.length}款都有${what}。`;
  if (of.length === 0) return `这几款都没有${what}。`;
  return `不是都有。有${what}的：${namesOf(of, 'zh')}；没有的：${namesOf(not, 'zh')}。`;
};
