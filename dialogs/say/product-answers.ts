/** "Is it waterproof?", "有42码吗？": yes or no from what the product's own attributes say, and what it has instead. */
import { inLanguage, type Language } from '../../knowledge/domain/language.ts';
import { valuesOf } from '../../knowledge/retrieval/product-match.ts';
import type { ReplyPart } from '../reply.ts';
import { attributeText } from './attribute-text.ts';

type Answer = Extract<ReplyPart, { kind: 'product-answer' }>;
type Asked = Answer['asked'][number];

/** What it has in that slot, for "no, but …"; empty: its page says nothing of it. */
const insteadOf = (part: Answer, slot: Asked['slot'], language: Language): string => {
  const values = slot === 'colour' ? part.colours : (valuesOf(part.product, slot) ?? []);
  return values.length > 0 ? attributeText(slot, values, language) : '';
};

export const productAnswerEn = (part: Answer): string => {
  const name = inLanguage(part.product.name, 'en');
  const text = ({ slot, value }: Asked): string => attributeText(slot, [value], 'en');
  const missing = part.asked.filter(a => !a.holds);
  const yes = (a: Asked): string => {
    if (a.slot === 'colour') return `it comes in ${text(a)}`;
    if (a.slot === 'size') return `it comes in size ${text(a)}`;
    return a.slot === 'material' ? `it is made with ${text(a)}` : `its page lists “${text(a)}”`;
  };
  if (missing.length === 0) return `Yes, ${part.asked.map(yes).join(' and ')}: ${name}.`;
  if (part.others.length > 0) return 'Not this one, but it also comes like that:';
  const no = (a: Asked): string => {
    const instead = insteadOf(part, a.slot, 'en');
    const but = (words: string): string => (instead ? `; ${words} ${instead}` : '');
    if (a.slot === 'colour') return `not in ${text(a)}${but('it comes in')}`;
    if (a.slot === 'size') return `not in size ${text(a)}${but('it comes in')}`;
    if (a.slot === 'material') return `not of ${text(a)}${but('it is made of')}`;
    return `its page doesn't list “${text(a)}”${but('it lists')}`;
  };
  return `No, ${missing.map(no).join(', and ')}: ${name}.`;
};

export const productAnswerZh = (part: Answer): string => {
  const name = inLanguage(part.product.name, 'zh');
  const text = ({ slot, value }: Asked): string => attributeText(slot, [value], 'zh');
  const missing = part.asked.filter(a => !a.holds);
  const yes = (a: Asked): string => {
    if (a.slot === 'colour') return `有${text(a)}`;
    if (a.slot === 'size') return `有${text(a)}码`;
    return a.slot === 'material' ? `材质含${text(a)}` : `标注了“${text(a)}”`;
  };
  if (missing.length === 0) return `是的，${name}${part.asked.map(yes).join('，')}。`;
  if (part.others.length > 0) return '这一款不是，不过同款有符合的：';
  const no = (a: Asked): string => {
    const instead = insteadOf(part, a.slot, 'zh');
    const but = (words: string): string => (instead ? `，${words}${instead}` : '');
    if (a.slot === 'colour') return `没有${text(a)}${but('有')}`;
    if (a.slot === 'size') return `没有${text(a)}码${but('尺码有')}`;
    if (a.slot === 'material') return `不是${text(a)}${but('材质是')}`;
    return `没有标注“${text(a)}”${but('标注的有')}`;
  };
  return `${name}${missing.map(no).join('；')}。`;
};
