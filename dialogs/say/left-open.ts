/** What a page leaves open of what was asked of it, and the page itself behind it. */
import { inLanguage, type Language } from '../../knowledge/domain/language.ts';
import type { Product } from '../../knowledge/domain/product.ts';
import { isWorthTelling } from '../../knowledge/retrieval/goods/no-property.ts';
import type { Asked } from '../../knowledge/retrieval/goods/page-asked.ts';
import { sentencesOf } from '../../knowledge/retrieval/pages/answers.ts';
import { hasHan } from '../../knowledge/retrieval/text/fold.ts';
import { kindNames } from './asked-names.ts';
import { askedFor, isPhrase } from './quoted.ts';

/** Asked in the shopper's own words, and nothing of the page surely answers it; only words that can be quoted by themselves. */
const mostWords = { en: 40, zh: 12 } as const;
export const leftOpen = (open: readonly Asked[], language: Language): readonly string[] =>
  openWords(open).filter(
    words => words.length <= mostWords[language] && isPhrase(words) && !isScrap(words) && isWorthTelling(words),
  );
/** Beside what was answered only what names something is named again. */
const leftBeside = (open: readonly Asked[], language: Language): readonly string[] =>
  leftOpen(open, language).filter(namesProperty);
const openWords = (open: readonly Asked[]): readonly string[] => [
  ...new Set(open.flatMap(({ kind, words }) => (kind ? [] : (askedFor(words) ?? [])))),
];
/** Half of a sentence: who does what, and how much. */
const isScrap = (words: string): boolean => (hasHan(words) ? scrapZh : scrapEn).test(words);
const scrapZh = /\d|对$|不好|这|那|看看|过(?!敏)|[加算减付换送发我你您他她它们咱了着吗吧啊呀很太都也还就又再没]/u;
const scrapEn =
  /\b(?:my|your|her|his|our|now|then|today|quite|really|very|too|so|just|even|also|there|here|show|open|apply|between)\b/u;
/** A noun or a noun and what it is like: 提袋, "hip belt". */
const namesProperty = (words: string): boolean =>
  !(hasHan(words) ? doesZh.test(words.replace(/[会能是]不[会能是]/gu, '')) : doesEn.test(words));
const doesZh = /^.{9,}$|[能会要想给让把被叫说做干买卖去来怎点几够比为呢]/u;
const doesEn =
  /(?:\S+ ){4}|\b(?:it|its|not|put|take|use|give|work|works|go|goes|let|made|make|keep|stay|without|than)\b/u;
/** What else was asked by the form of it, and is too long to be named again. */
const isLeft = (open: readonly Asked[]): boolean =>
  open.some(({ kind, words, isAsked }) => kind === undefined && isAsked === true && askedFor(words) !== undefined);
/** `isNamed`: what it does not say is named already. */
export const restEn = (open: readonly Asked[], isNamed: boolean, page = 'Its page'): string => {
  const words = leftBeside(open, 'en');
  if (words.length > 0)
    return ` About ${words.map(w => `“${w}”`).join(' or ')} it says no more; a colleague can tell you.`;
  return isNamed || !isLeft(open) ? '' : ` ${page} says nothing of the rest you asked; a colleague can tell you.`;
};
export const restZh = (open: readonly Asked[], isNamed: boolean): string => {
  const words = leftBeside(open, 'zh');
  if (words.length > 0) return `关于${words.map(w => `“${w}”`).join('、')}，页面没有更多说明，可以请人工客服确认。`;
  return isNamed || !isLeft(open) ? '' : '您问的其余部分页面没有写明，可以请人工客服确认。';
};

/** What was asked by kind and is left open. Words of the shopper's are never denied: a page may say it in others. */
export const openEn = (open: readonly Asked[]): string => {
  const names = [...new Set(open.flatMap(({ kind }) => (kind ? kindNames[kind][0] : [])))];
  return names.length > 1 ? `${names.slice(0, -1).join(', ')} or ${names.at(-1)}` : (names[0] ?? '');
};
export const openZh = (open: readonly Asked[]): string =>
  [...new Set(open.flatMap(({ kind }) => (kind ? kindNames[kind][1] : [])))].join('、');

/** By kind or in the shopper's words. */
export const askedEn = (asked: readonly Asked[]): string =>
  openEn(asked) ||
  leftOpen(asked, 'en')
    .map(word => `“${word}”`)
    .join(' or ') ||
  'that';
export const askedZh = (asked: readonly Asked[]): string =>
  openZh(asked) ||
  leftOpen(asked, 'zh')
    .map(word => `“${word}”`)
    .join('、') ||
  '这一点';

export const quotes = (said: readonly string[]): string => said.map(sentence => `“${sentence}”`).join(' ');
/** Without its name, which stands beside them. */
export const besideName = (said: readonly string[], name: string): readonly string[] =>
  said.filter(one => one !== name);

/** Letters of a description that are read in a chat. */
const longestPage = { en: 260, zh: 110 } as const;
/** The first sentences of its page, whole ones. */
export const pageOf = (product: Product, language: Language): string => {
  let text = '';
  for (const sentence of sentencesOf(inLanguage(product.description, language))) {
    if (text !== '' && text.length + sentence.length > longestPage[language]) break;
    text += (text === '' || language === 'zh' ? '' : ' ') + sentence;
  }
  return text;
};

/** The page itself behind those words; nothing where there is none. */
export const restOf = (product: Product, language: Language, words: string): string => {
  const page = pageOf(product, language);
  return page === '' ? '' : `${words}“${page}”`;
};
