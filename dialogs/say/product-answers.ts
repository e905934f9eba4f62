/** "Is it waterproof?", "有42码吗？": yes or no from what the product's own attributes say, and what it has instead. */
import { inLanguage, type Language } from '../../knowledge/domain/language.ts';
import type { Product } from '../../knowledge/domain/product.ts';
import type { Asked } from '../../knowledge/retrieval/goods/page-says.ts';
import { valuesOf } from '../../knowledge/retrieval/goods/product-match.ts';
import { sentencesOf } from '../../knowledge/retrieval/pages/answers.ts';
import type { ReplyPart } from '../reply.ts';
import { kindNames } from './asked-names.ts';
import { attributeText } from './attribute-text.ts';
import { askedFor, isPhrase } from './quoted.ts';

type Answer = Extract<ReplyPart, { kind: 'product-answer' }>;
type Says = Extract<ReplyPart, { kind: 'product-says' }>;
type EachSays = Extract<ReplyPart, { kind: 'each-says' }>;
type Wish = Answer['asked'][number];

/** Asked in the shopper's own words, and nothing of the page surely answers it; only words that can be quoted by themselves. */
const mostWords = { en: 40, zh: 12 } as const;
const leftOpen = (open: readonly Asked[], language: Language): readonly string[] =>
  openWords(open).filter(words => words.length <= mostWords[language] && isPhrase(words));
const openWords = (open: readonly Asked[]): readonly string[] => [
  ...new Set(open.flatMap(({ kind, words }) => (kind ? [] : (askedFor(words) ?? [])))),
];
/** `isNamed`: what it does not say is named already. */
const restEn = (open: readonly Asked[], isNamed: boolean, page = 'Its page'): string => {
  const words = leftOpen(open, 'en');
  if (words.length > 0)
    return ` About ${words.map(w => `“${w}”`).join(' or ')} it says no more; a colleague can tell you.`;
  return isNamed || openWords(open).length === 0 ? '' : ` ${page} says no more about that; a colleague can tell you.`;
};
const restZh = (open: readonly Asked[], isNamed: boolean): string => {
  const words = leftOpen(open, 'zh');
  if (words.length > 0) return `关于${words.map(w => `“${w}”`).join('、')}，页面没有更多说明，可以请人工客服确认。`;
  return isNamed || openWords(open).length === 0 ? '' : '其他的页面没有更多说明，可以请人工客服确认。';
};

/** What was asked by kind and is left open. Words of the shopper's are never denied: a page may say it in others. */
const openEn = (open: readonly Asked[]): string => {
  const names = [...new Set(open.flatMap(({ kind }) => (kind ? kindNames[kind][0] : [])))];
  return names.length > 1 ? `${names.slice(0, -1).join(', ')} or ${names.at(-1)}` : (names[0] ?? '');
};
const openZh = (open: readonly Asked[]): string =>
  [...new Set(open.flatMap(({ kind }) => (kind ? kindNames[kind][1] : [])))].join('、');

/** By kind or in the shopper's words. */
const askedEn = (asked: readonly Asked[]): string =>
  openEn(asked) ||
  leftOpen(asked, 'en')
    .map(word => `“${word}”`)
    .join(' or ') ||
  'that';
const askedZh = (asked: readonly Asked[]): string =>
  openZh(asked) ||
  leftOpen(asked, 'zh')
    .map(word => `“${word}”`)
    .join('、') ||
  '这一点';

const quotes = (said: readonly string[]): string => said.map(sentence => `“${sentence}”`).join(' ');
/** Without its name, which stands beside them. */
const besideName = (said: readonly string[], name: string): readonly string[] => said.filter(one => one !== name);

/** Letters of a description that are read in a chat. */
const longestPage = { en: 260, zh: 110 } as const;
/** The first sentences of its page, whole ones. */
const pageOf = (product: Product, language: Language): string => {
  let text = '';
  for (const sentence of sentencesOf(inLanguage(product.description, language))) {
    if (text !== '' && text.length + sentence.length > longestPage[language]) break;
    text += (text === '' || language === 'zh' ? '' : ' ') + sentence;
  }
  return text;
};

/** The page itself behind those words; nothing where there is none. */
const restOf = (product: Product, language: Language, words: string): string => {
  const page = pageOf(product, language);
  return page === '' ? '' : `${words}“${page}”`;
};

/** The sentence that comes nearest, or what the page begins with: nothing is denied that stands there in other words. */
const nearestEn = ({ product, near }: Says): string => {
  if (near !== undefined) return ` Nearest to it: “${near}”`;
  const first = beginningOf(product, 'en');
  return first === '' ? '' : ` What it does say: “${first}”`;
};
const nearestZh = ({ product, near }: Says): string => {
  if (near !== undefined) return `最接近的一句是：“${near}”`;
  const first = beginningOf(product, 'zh');
  return first === '' ? '' : `写着的是：“${first}”`;
};
/** "One ear is always bigger." tells too little by itself. */
const shortestBeginning = { en: 50, zh: 18 } as const;
const beginningOf = (product: Product, language: Language): string => {
  let text = '';
  for (const sentence of sentencesOf(inLanguage(product.description, language))) {
    if (text.length >= shortestBeginning[language]) break;
    text += (text === '' || language === 'zh' ? '' : ' ') + sentence;
  }
  return text;
};

/** Another of the list whose page says what this one's does not. */
const otherEn = ({ other }: Says): string =>
  other ? ` Of those shown, the page of the ${inLanguage(other.product.name, 'en')} says: “${other.said}”` : '';
const otherZh = ({ other }: Says): string =>
  other ? `刚才几款里，${inLanguage(other.product.name, 'zh')}写着：“${other.said}”` : '';

/** What answers is quoted; where nothing surely does, what was asked is named, and what stands nearest to it. */
export const productSaysEn = (part: Says): string => {
  const { product, said, open, near, beside } = part;
  const name = inLanguage(product.name, 'en');
  const missing = openEn(open);
  const words = leftOpen(open, 'en')
    .map(word => `“${word}”`)
    .join(' or ');
  if (isName(said, name))
    return `${part.not === undefined ? "It's" : `Not “${part.not}”: it's`} in its name: ${name}.${missing ? ` Its page doesn't say ${missing}.` : ''}${restEn(open, missing !== '')}`;
  if (said.length > 0)
    return `Its page says: ${quotes(besideName(said, name))}${beside ? '' : ` (${name})`}${missing ? ` It doesn't say ${missing}.` : ''}${restEn(open, missing !== '', 'It')}`;
  if (beside)
    return near !== undefined && !missing && words
      ? `Nearest to ${words}: “${near}” A colleague can find out the rest.`
      : `${missing ? `It doesn't say ${missing}.` : ''}${restEn(open, missing !== '')}${near === undefined ? '' : ` Nearest to it: “${near}”`}`.trim();
  if (part.withIt !== undefined && near === undefined)
    return `Whether “${part.withIt}” comes with it isn't said on the page of the ${name}. A colleague can find out for you.`;
  if (part.again)
    return `${missing ? `The page of the ${name} doesn't say ${missing}` : `On ${words || 'that'} I find nothing on the page of the ${name}`}. A colleague can find out for you.`;
  if (product.description.en === '' || pageOf(product, 'en') === '')
    return `The page of the ${name} doesn't say${missing && ` ${missing}`}. A colleague can find out for you.`;
  // What comes near may be the answer in other words.
  if (!missing && words && near !== undefined)
    return `In those words its page says nothing about ${words}: ${name}.${nearestEn(part)}${otherEn(part)} A colleague can find out the rest.`;
  return missing
    ? `The page of the ${name} doesn't say ${missing}.${nearestEn(part)}${otherEn(part)}${restEn(open, missing !== '')}`
    : `I can't say for sure${words ? ` about ${words}: ${name}.` : `: the page of the ${name} doesn't put it in so many words.`}${nearestEn(part)}${otherEn(part)} A colleague can find out the rest.`;
};

export const productSaysZh = (part: Says): string => {
  const { product, said, open, near, beside } = part;
  const name = inLanguage(product.name, 'zh');
  const missing = openZh(open);
  const words = leftOpen(open, 'zh')
    .map(word => `“${word}”`)
    .join('、');
  if (isName(said, name))
    return `${part.not === undefined ? '' : `不是${part.not}的，`}名称里就写着：${name}。${missing ? `页面没有写明${missing}。` : ''}${restZh(open, missing !== '')}`;
  if (said.length > 0)
    return `页面上写着：${quotes(besideName(said, name))}${beside ? '' : `（${name}）`}${missing ? `没有写明${missing}。` : ''}${restZh(open, missing !== '')}`;
  if (beside)
    return near !== undefined && !missing && words
      ? `和${words}最接近的一句是：“${near}”其余的可以请人工客服帮您确认。`
      : `${missing ? `页面没有写明${missing}。` : ''}${restZh(open, missing !== '')}${near === undefined ? '' : `最接近的一句是：“${near}”`}`;
  if (part.withIt !== undefined && near === undefined)
    return `${name}的页面没有写明是否附带“${part.withIt}”，可以请人工客服帮您确认。`;
  if (part.again)
    return `${missing ? `${name}的页面没有写明${missing}` : `${words ? `关于${words}，` : '这一点'}${name}的页面上没有写到`}，可以请人工客服帮您确认。`;
  if (pageOf(product, 'zh') === '') return `${name}的页面没有写明${missing || '这一点'}。可以请人工客服帮您确认。`;
  if (!missing && words && near !== undefined)
    return `${words}，${name}的页面没有原话这么写。${nearestZh(part)}${otherZh(part)}其余的可以请人工客服帮您确认。`;
  return missing
    ? `${name}的页面没有写明${missing}。${nearestZh(part)}${otherZh(part)}${restZh(open, missing !== '')}`
    : `${words ? `${words}这一点` : '这一点'}不敢确定，${name}的页面${nearestZh(part)}${otherZh(part)}其余的可以请人工客服帮您确认。`;
};

/** What its name says, which stands on its page as well. */
const isName = (said: readonly string[], name: string): boolean => said.length === 1 && said[0] === name;
const line = (name: string, said: readonly string[], colon: string): string =>
  `- ${name}${isName(said, name) ? '' : `${colon}${quotes(besideName(said, name))}`}`;

export const eachSaysEn = ({ of, silent, asked }: EachSays): string => {
  const what = askedEn(asked);
  if (of.length === 0) return `Their pages don't say ${what}, and I won't guess. A colleague can find out for you.`;
  const lines = of.map(({ product, said }) => line(inLanguage(product.name, 'en'), said, ': '));
  const rest =
    silent === 0 ? '' : `\n${silent === 1 ? "The other one's page doesn't" : "The others' pages don't"} say ${what}.`;
  return `From their pages:\n${lines.join('\n')}${rest}`;
};

export const eachSaysZh = ({ of, silent, asked }: EachSays): string => {
  const what = askedZh(asked);
  if (of.length === 0) return `这几款的页面都没有写明${what}，我不敢乱说，可以请人工客服帮您确认。`;
  const lines = of.map(({ product, said }) => line(inLanguage(product.name, 'zh'), said, '：'));
  return `页面上写着：\n${lines.join('\n')}${silent === 0 ? '' : `\n其余${silent}款没有写明${what}。`}`;
};

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

export const productAnswerZh = (part: Answer): string => {
  const name = inLanguage(part.product.name, 'zh');
  const text = ({ slot, value }: Wish): string => attributeText(slot, [value], 'zh');
  const missing = part.asked.filter(a => !a.holds);
  const yes = (a: Wish): string => {
    if (a.slot === 'colour') return `有${text(a)}`;
    if (a.slot === 'size') return `有${text(a)}码`;
    return a.slot === 'material' ? `材质含${text(a)}` : `标注了“${text(a)}”`;
  };
  const open = openZh(part.open ?? []);
  if (missing.length === 0 && open)
    return `${name}${part.asked.map(yes).join('，')}，不过页面没有写明${open}，更多的不敢保证。`;
  if (missing.length === 0 && (part.open?.length ?? 0) > 0)
    return `${name}${part.asked.map(yes).join('，')}。${restOf(part.product, 'zh', '其余的，页面是这样写的：')}`;
  if (missing.length === 0) return `是的，${name}${part.asked.map(yes).join('，')}。`;
  const inOther = part.others[0] && missing.every(a => a.slot === 'colour') ? part.others[0] : undefined;
  if (inOther)
    return `${restZh(part.open ?? [], false)}有${wholeOf(part, missing).map(text).join('、')}的：${inLanguage(inOther.name, 'zh')}。`;
  if (part.others.length > 0) return `${restZh(part.open ?? [], false)}这一款不是，不过同款有符合的：`;
  const no = (a: Wish): string => {
    const instead = insteadOf(part, a.slot, 'zh');
    const but = (words: string): string => (instead ? `，${words}${instead}` : '');
    if (a.slot === 'colour') return `没有${text(a)}${but('有')}`;
    if (a.slot === 'size') return `没有${text(a)}码${but('尺码有')}`;
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
