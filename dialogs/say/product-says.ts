/** "How heavy is it?", "any pockets?": what the page of a product says, or those of a list, and plainly where they say nothing. */
import { inLanguage, type Language } from '../../knowledge/domain/language.ts';
import type { Product } from '../../knowledge/domain/product.ts';
import { isNameOfLack } from '../../knowledge/retrieval/goods/page-lines.ts';
import { sentencesOf } from '../../knowledge/retrieval/pages/answers.ts';
import type { ReplyPart } from '../reply.ts';
import { detailsAndQuotes } from './details-told.ts';
import { askedEn, askedZh, besideName, leftOpen, openEn, openZh, pageOf, quotes, restEn, restZh } from './left-open.ts';

type Says = Extract<ReplyPart, { kind: 'product-says' }>;
type EachSays = Extract<ReplyPart, { kind: 'each-says' }>;

/** A sentence has ended within its quotes, a detail has not. */
const stopAfter = (quoted: string, language: Language): string =>
  /[.!?。！？…]$/u.test(quoted) ? '' : language === 'en' ? '.' : '。';

/** The sentence that comes nearest, or what the page begins with: nothing is denied that stands there in other words. */
const nearestEn = ({ product, near }: Says): string => {
  if (near !== undefined) return ` Nearest to it: “${near}”${stopAfter(near, 'en')}`;
  // A page that lists its facts was read through, and what its text begins with tells no more.
  if (hasDetails(product)) return '';
  const first = beginningOf(product, 'en');
  return first === '' ? '' : ` What it does say: “${first}”`;
};
const hasDetails = ({ details = [] }: Product): boolean => details.length > 0;
const nearestZh = ({ product, near }: Says): string => {
  if (near !== undefined) return `最接近的一句是：“${near}”${stopAfter(near, 'zh')}`;
  if (hasDetails(product)) return '';
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

/** A detail is told as it stands there, a sentence is quoted. */
const factsEn = (product: Product, said: readonly string[], name: string, beside: boolean): string => {
  const { details, quoted } = detailsAndQuotes(product, besideName(said, name), 'en');
  const of = beside ? '' : ` (${name})`;
  if (details.length === 0) return `Its page says: ${quotes(quoted)}${of}`;
  const told = `${details.join('. ')}${of}.`;
  return quoted.length === 0 ? told : `${told} Its page says too: ${quotes(quoted)}`;
};
const factsZh = (product: Product, said: readonly string[], name: string, beside: boolean): string => {
  const { details, quoted } = detailsAndQuotes(product, besideName(said, name), 'zh');
  if (details.length === 0) return `页面上写着：${quotes(quoted)}${beside ? '' : `（${name}）`}`;
  const told = `${beside ? '' : `${name}，`}${details.join('；')}。`;
  return quoted.length === 0 ? told : `${told}页面上还写着：${quotes(quoted)}`;
};

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
    return `${part.again ? 'As I said: ' : ''}${factsEn(product, said, name, beside === true)}${missing ? ` It doesn't say ${missing}.` : ''}${restEn(open, missing !== '', 'It')}`;
  if (beside)
    return near !== undefined && !missing && words
      ? `Nearest to ${words}: “${near}”${stopAfter(near, 'en')} A colleague can find out the rest.`
      : `${missing ? `It doesn't say ${missing}.` : ''}${restEn(open, missing !== '')}${near === undefined ? '' : ` Nearest to it: “${near}”${stopAfter(near, 'en')}`}`.trim();
  if (part.withIt !== undefined && near === undefined)
    return `Whether “${part.withIt}” comes with it isn't said on the page of the ${name}. A colleague can find out for you.`;
  if (part.again)
    return `${missing ? `The page of the ${name} doesn't say ${missing}` : `On ${words || 'that'} I find nothing on the page of the ${name}`}. A colleague can find out for you.`;
  if (product.description.en === '' || pageOf(product, 'en') === '')
    return `The page of the ${name} doesn't say${missing && ` ${missing}`}. A colleague can find out for you.`;
  if (!missing && words && isDetail(part, 'en'))
    return `${near} (${name}). If that doesn't answer ${words}, a colleague can.${otherEn(part)}`;
  // What comes near may be the answer in other words.
  if (!missing && words && near !== undefined)
    return `In those words its page says nothing about ${words}: ${name}.${nearestEn(part)}${otherEn(part)} A colleague can find out the rest.`;
  return missing
    ? `The page of the ${name} doesn't say ${missing}.${nearestEn(part)}${otherEn(part)}${restEn(open, missing !== '')}${silentEn(part)}`
    : `I can't say for sure${words ? ` about ${words}: ${name}.` : `: the page of the ${name} doesn't put it in so many words.`}${nearestEn(part)}${otherEn(part)} A colleague can find out the rest.`;
};

/** Where nothing was quoted, whoever can tell is named. */
const isSilent = ({ product, near, other, open }: Says, language: Language): boolean =>
  near === undefined && !other && hasDetails(product) && leftOpen(open, language).length === 0;
const silentEn = (part: Says): string => (isSilent(part, 'en') ? ' A colleague can find out for you.' : '');
const silentZh = (part: Says): string => (isSilent(part, 'zh') ? '可以请人工客服帮您确认。' : '');
const isDetail = ({ product, near }: Says, language: Language): boolean =>
  near !== undefined && detailsAndQuotes(product, [near], language).details.length > 0;

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
    return `${part.again ? '刚才说过，' : ''}${factsZh(product, said, name, beside === true)}${missing ? `没有写明${missing}。` : ''}${restZh(open, missing !== '')}`;
  if (beside)
    return near !== undefined && !missing && words
      ? `和${words}最接近的一句是：“${near}”${stopAfter(near, 'zh')}其余的可以请人工客服帮您确认。`
      : `${missing ? `页面没有写明${missing}。` : ''}${restZh(open, missing !== '')}${near === undefined ? '' : `最接近的一句是：“${near}”${stopAfter(near, 'zh')}`}`;
  if (part.withIt !== undefined && near === undefined)
    return `${name}的页面没有写明是否附带“${part.withIt}”，可以请人工客服帮您确认。`;
  if (part.again)
    return `${missing ? `${name}的页面没有写明${missing}` : `${words ? `关于${words}，` : '这一点'}${name}的页面上没有写到`}，可以请人工客服帮您确认。`;
  if (pageOf(product, 'zh') === '') return `${name}的页面没有写明${missing || '这一点'}。可以请人工客服帮您确认。`;
  if (!missing && words && isDetail(part, 'zh'))
    return `${name}，${near}。如果没有回答${words}，可以请人工客服确认。${otherZh(part)}`;
  if (!missing && words && near !== undefined)
    return `${words}，${name}的页面没有原话这么写。${nearestZh(part)}${otherZh(part)}其余的可以请人工客服帮您确认。`;
  return missing
    ? `${name}的页面没有写明${missing}。${nearestZh(part)}${otherZh(part)}${restZh(open, missing !== '')}${silentZh(part)}`
    : nearestZh(part) === ''
      ? `${words ? `${words}这一点` : '这一点'}不敢确定，${name}的页面上没有写到。${otherZh(part)}可以请人工客服帮您确认。`
      : `${words ? `${words}这一点` : '这一点'}不敢确定，${name}的页面${nearestZh(part)}${otherZh(part)}其余的可以请人工客服帮您确认。`;
};

/** What its name says, which stands on its page as well. */
const isName = (said: readonly string[], name: string): boolean => said.length === 1 && said[0] === name;
const line = (
  { product, said, open = [] }: EachSays['of'][number],
  language: Language,
  isOneDetail: boolean,
): string => {
  // "6 mm lugs", and no word on the drop that was asked with it.
  const missing = language === 'en' ? openEn(open) : openZh(open);
  const unsaid = missing === '' ? '' : language === 'en' ? ` (doesn't say ${missing})` : `（没有写明${missing}）`;
  const name = inLanguage(product.name, language);
  if (isName(said, name)) return `- ${name}`;
  const { details, quoted, values } = detailsAndQuotes(product, besideName(said, name), language);
  const told = [isOneDetail ? values.join('') : details.join(language === 'en' ? '; ' : '；'), quotes(quoted)];
  return `- ${name}${language === 'en' ? ': ' : '：'}${told.filter(text => text !== '').join(' ')}${unsaid}`;
};
/** What each of them is told by is called the same: it need not be named on every line, unless it is what they are free of. */
const isOneDetail = ({ of }: EachSays, language: Language): boolean => {
  const names = of.map(({ product, said }) => {
    const { quoted, names: called } = detailsAndQuotes(product, said, language);
    return quoted.length === 0 && called.length === 1 ? called[0] : undefined;
  });
  const [first] = names;
  return first !== undefined && new Set(names).size === 1 && !isNameOfLack(first);
};

export const eachSaysEn = (part: EachSays): string => {
  const { of, silent, asked } = part;
  const what = askedEn(asked);
  if (of.length === 0) return `Their pages don't say ${what}, and I won't guess. A colleague can find out for you.`;
  const named = isOneDetail(part, 'en');
  const lines = of.map(one => line(one, 'en', named));
  const rest =
    silent === 0 ? '' : `\n${silent === 1 ? "The other one's page doesn't" : "The others' pages don't"} say ${what}.`;
  return `From their pages:\n${lines.join('\n')}${rest}`;
};

export const eachSaysZh = (part: EachSays): string => {
  const { of, silent, asked } = part;
  const what = askedZh(asked);
  if (of.length === 0) return `这几款的页面都没有写明${what}，我不敢乱说，可以请人工客服帮您确认。`;
  const named = isOneDetail(part, 'zh');
  const lines = of.map(one => line(one, 'zh', named));
  return `页面上写着：\n${lines.join('\n')}${silent === 0 ? '' : `\n其余${silent}款没有写明${what}。`}`;
};
