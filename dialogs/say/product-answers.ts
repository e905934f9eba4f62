/** "Is it waterproof?", "有42码吗？": yes or no from what the product's own attributes say, and what it has instead. */
import { inLanguage, type Language } from '../../knowledge/domain/language.ts';
import type { Product } from '../../knowledge/domain/product.ts';
import { valuesOf } from '../../knowledge/retrieval/goods/product-match.ts';
import type { ReplyPart } from '../reply.ts';
import { attributeText } from './attribute-text.ts';
import { openEn, openZh, restEn, restOf, restZh } from './left-open.ts';

type Answer = Extract<ReplyPart, { kind: 'product-answer' }>;
type Wish = Answer['asked'][number];

/** What it has in that slot, for "no, but …"; empty: its page says nothing of it. */
const insteadOf = (part: Answer, slot: Wish['slot'], language: Language): string => {
  const values = slot === 'colour' ? part.colours : (valuesOf(part.product, slot) ?? []);
  return values.length > 0 ? attributeText(slot, values, language) : '';
};

/** "In green": what it lacks first, and then what else was asked, "size 38". */
const wholeOf = ({ asked }: Answer, missing: readonly Wish[]): readonly Wish[] => [
  ...missing,
  ...asked.filter(one => !missing.includes(one) && one.slot !== 'colour'),
];

export const productAnswerEn = (part: Answer): string => {
  const name = inLanguage(part.product.name, 'en');
  const text = ({ slot, value }: Wish): string => attributeText(slot, [value], 'en');
  const missing = part.asked.filter(a => !a.holds);
  const yes = (a: Wish): string => {
    if (a.slot === 'colour') return `it comes in ${text(a)}`;
    if (a.slot === 'size') return `it comes in size ${text(a)}`;
    return a.slot === 'material' ? `it is made with ${text(a)}` : `its page lists “${text(a)}”`;
  };
  const open = openEn(part.open ?? []);
  // A mark says nothing of a degree: "warm" is no promise of fifteen below zero.
  if (missing.length === 0 && open)
    return `${sentenceCase(part.asked.map(yes).join(' and '))}, but it doesn't say ${open}, so I can't promise more than that: ${name}.`;
  // What else was asked in words is neither affirmed nor denied: the page is quoted.
  if (missing.length === 0 && (part.open?.length ?? 0) > 0)
    return `${sentenceCase(part.asked.map(yes).join(' and '))}: ${name}.${restOf(part.product, 'en', ' As to the rest, its page says: ')}`;
  if (missing.length === 0) return `Yes, ${part.asked.map(yes).join(' and ')}: ${name}.`;
  const inOther = part.others[0] && missing.every(a => a.slot === 'colour') ? part.others[0] : undefined;
  if (inOther)
    return `${restEn(part.open ?? [], false)} Yes, it also comes in ${wholeOf(part, missing).map(text).join(' and ')}: ${inLanguage(inOther.name, 'en')}.`.trimStart();
  if (part.others.length > 0)
    return `${restEn(part.open ?? [], false).trimStart()} Not this one, but it also comes like that:`.trimStart();
  const shown = part.shown?.map(p => inLanguage(p.name, 'en')).join(', ');
  const no = (a: Wish): string => {
    const instead = insteadOf(part, a.slot, 'en');
    const but = (words: string): string => (instead ? `; ${words} ${instead}` : '');
    if (a.slot === 'colour') return `not in ${text(a)}${but('it comes in')}`;
    if (a.slot === 'size') return `not in size ${text(a)}${but('it comes in')}`;
    if (a.slot === 'material')
      return `${isNarrower(part.product, a) ? `its page doesn't say ${text(a)}` : `not of ${text(a)}`}${but('it is made of')}`;
    return `its page doesn't list “${text(a)}”${but('it lists')}`;
  };
  const rest = `${shown ? ` Of those shown, these are: ${shown}.` : ''}${open ? ` It doesn't say ${open} either.` : ''}${restEn(part.open ?? [], false)}`;
  const held = part.asked.filter(a => a.holds && a.slot !== 'colour');
  if (held.length > 0)
    return `${sentenceCase(held.map(yes).join(' and '))}, but ${missing.map(no).join(', and ')}: ${name}.${rest}`;
  // What a page leaves out is not denied.
  return missing.every(a => isUnlisted(a) || isNarrower(part.product, a))
    ? `${sentenceCase(missing.map(no).join(', and '))}: ${name}.${rest}`
    : `No, ${missing.map(no).join(', and ')}: ${name}.${rest}`;
};

/** 250g, 60ml: by what is in it, and no size that is worn. */
const isMeasure = (size: string): boolean => /^\d+(?:\.\d+)?[a-z]+$/.test(size);

export const productAnswerZh = (part: Answer): string => {
  const name = inLanguage(part.product.name, 'zh');
  const text = ({ slot, value }: Wish): string => attributeText(slot, [value], 'zh');
  const missing = part.asked.filter(a => !a.holds);
  const yes = (a: Wish): string => {
    if (a.slot === 'colour') return `有${text(a)}`;
    if (a.slot === 'size') return isMeasure(a.value) ? `有${text(a)}的` : `有${text(a)}码`;
    return a.slot === 'material' ? `材质含${text(a)}` : `标注了“${text(a)}”`;
  };
  const open = openZh(part.open ?? []);
  if (missing.length === 0 && open)
    return `${name}${part.asked.map(yes).join('，')}，不过页面没有写明${open}，更多的不敢保证。`;
  if (missing.length === 0 && (part.open?.length ?? 0) > 0)
    return `${name}${part.asked.map(yes).join('，')}。${restOf(part.product, 'zh', '其余的，页面是这样写的：')}`;
  // 有礼盒装的吗: its name says what it is packed in.
  if (missing.length === 0 && part.asked.every(a => a.slot === 'size' && isMeasure(a.value) && name.includes(text(a))))
    return `有的：${name}。`;
  if (missing.length === 0) return `是的，${name}${part.asked.map(yes).join('，')}。`;
  const inOther = part.others[0] && missing.every(a => a.slot === 'colour') ? part.others[0] : undefined;
  if (inOther)
    return `${restZh(part.open ?? [], false)}有${wholeOf(part, missing).map(text).join('、')}的：${inLanguage(inOther.name, 'zh')}。`;
  if (part.others.length > 0) return `${restZh(part.open ?? [], false)}这一款不是，不过同款有符合的：`;
  const no = (a: Wish): string => {
    const instead = insteadOf(part, a.slot, 'zh');
    const but = (words: string): string => (instead ? `，${words}${instead}` : '');
    if (a.slot === 'colour') return `没有${text(a)}${but('有')}`;
    if (a.slot === 'size')
      return isMeasure(a.value) ? `没有${text(a)}的${but('规格有')}` : `没有${text(a)}码${but('尺码有')}`;
    if (a.slot === 'material')
      return `${isNarrower(part.product, a) ? `的页面没有写明是${text(a)}` : `不是${text(a)}`}${but('材质是')}`;
    return `没有标注“${text(a)}”${but('标注的有')}`;
  };
  const shown = part.shown?.map(p => inLanguage(p.name, 'zh')).join('、');
  const held = part.asked.filter(a => a.holds && a.slot !== 'colour');
  const does = held.length > 0 ? `${held.map(yes).join('，')}，不过` : '';
  return `${name}${does}${missing.map(no).join('；')}${open ? `；也没有写明${open}` : ''}。${shown ? `刚才几款里符合的有：${shown}。` : ''}${restZh(part.open ?? [], false)}`;
};

/** Steel may be stainless. */
const isNarrower = ({ attributes }: Product, { slot, value }: Wish): boolean =>
  slot === 'material' && (attributes.material ?? []).some(known => value.endsWith(`-${known}`));
const isUnlisted = ({ slot }: Wish): boolean => slot !== 'colour' && slot !== 'size' && slot !== 'material';
const sentenceCase = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
