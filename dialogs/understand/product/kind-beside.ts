/**
 * A kind of goods asked for beside those on the table: "and snacks?", 那有没有小夜灯之类的, 床品有没有. Whether it is sold is the question, and
 * nothing is asked of what lies there. Takes folded text.
 */
import { inLanguage } from '../../../knowledge/domain/language.ts';
import type { Product } from '../../../knowledge/domain/product.ts';
import { askedIn } from '../../../knowledge/retrieval/goods/page-asked.ts';
import { pageSays } from '../../../knowledge/retrieval/goods/page-says.ts';
import { valuesOf } from '../../../knowledge/retrieval/goods/product-match.ts';
import type { Vocabulary } from '../../../knowledge/retrieval/goods/vocabulary.ts';
import { fold, hasHan } from '../../../knowledge/retrieval/text/fold.ts';
import { askLead } from './sold-asked.ts';

const longest = 48;
const longestOfNamed = 80;

const leadEn = '(?:(?:and|also|plus|or|ok|okay|so|then|hm+|oh|well|maybe|what about|how about)[,. ]+)';
const askEn =
  '(?:(?:do|have) (?:you|u|ya)(?: guys)? (?:also )?(?:have|sell|got|do|stock)|is there|are there|got|any|some|show me)';
const tailEn = '(?: (?:too|as well|maybe|either|then|at all|please|pls|or (?:something|so|such|similar)|and such))*';
const english: readonly RegExp[] = [
  new RegExp(`^${leadEn}+(?:${askEn} )?(?:any |some |an? )?((?:[a-z-]+ ){0,2}[a-z-]{3,})${tailEn}\\?+ *$`),
  new RegExp(`^${leadEn}*${askEn} (?:any |some |an? )?((?:[a-z-]+ ){0,2}[a-z-]{3,})${tailEn}[?. ]*$`),
];
const thing = '(\\p{Script=Han}{2,6}?)';
const such = '(?:之类|这类|这种|什么|啥|等等?)';
const both = `${thing}(?:(?:或者?|和|跟|、|还有)${thing})?`;
const chinese: readonly RegExp[] = [
  new RegExp(`${askLead}(?:有没有|有|卖不卖)${both}${such}?的?(?:卖|吗|么|嘛|呢|没有?|不|啊|呀)*[?!. ]*$`, 'u'),
  new RegExp(`${askLead}${both}${such}?的?(?:有没有|有吗|有么|有不|有卖吗|有得卖吗)(?:呢|啊|呀)?[?!. ]*$`, 'u'),
];
/** "The trekking poles look good, are they adjustable?", 你们的登山杖能伸缩吗: asked of goods by what they are called. */
const ofNamed: readonly RegExp[] = [
  new RegExp(
    `^${leadEn}*(?:(?:is|are|do|does|can|will|would|have|has) )?(?:the|your|those|these) ((?:[a-z-]+ ){1,2}?[a-z-]{3,}?)(?= (?:look|looks|seem|seems|sound|sounds|is|are|made|any|come|comes|have|has|go|fold|work|too|good|nice|really|of|with|heavy|light|adjustable|foldable|waterproof)\\b)`,
  ),
  // "Is the night light ok for a baby's room".
  new RegExp(
    `^${leadEn}*(?:is|are|would|will) (?:the|your|that|those) ([a-z-]{4,}?)(?= (?:be )?(?:ok|okay|safe|suitable|alright|all right|any good|good enough|bright enough|warm enough|big enough|good) (?:for|in|to)\\b)`,
  ),
  /^(?:那|请问|你们|你家|店里|家里|的)*(\p{Script=Han}{3,6}?)(?=(?:能|可以|可不|是不|是什么|会不|有没|怎么样|多少钱|防水|结实|轻不|重不))/u,
];
/** 有拉链吗, 有鸟笼吗: of the one thing on the table whether it has that. */
const askedOfIt = /^有(?!没有|卖|得|(?:\p{Script=Han}{2,6})?(?:之类|这类|什么|啥))/u;
/** 有没有配的菜板 */
const goesWithIt = /^(?:搭?配(?:套|它)?的?|配套的?|搭的)(?=\p{Script=Han}{2})/u;
/** Whatever is one of these comes with another thing, or is a part of it. */
const ofOther =
  /^(?:[a-z-]+ )*(?:straps?|laces?|soles?|insoles?|pads?|pockets?|sleeves?|hoods?|zips?|zippers?|buckles?|handles?|lids?|belts?|linings?|tips?)$|^(?:(?:carry|charging|spare|own|its|the|a) )?(?:cases?|chargers?|batter(?:y|ies)|boxe?s?|cables?|covers?|warrant(?:y|ies)|sizes?|reviews?|colou?rs?|stands?|instructions?|manuals?|(?:size|sizing) (?:charts?|guides?|tables?)|gift (?:cards?|wrap(?:ping)?|bags?|box(?:es)?))$|^(?:尺[码寸]表|对照表|价目表|礼品卡|礼盒|贺卡|包装|帽子|电池|充电器|盒子|手柄|袋子|盖子|说明书|防尘袋|收纳袋|支架|礼物|礼品)$/u;

export interface KindBeside {
  /** The same, as it is asked of the whole shop. */
  readonly text: string;
}

export interface GoodsWords {
  /** The words end in the name of goods that some shop sells. */
  readonly namesGoods: (words: string) => boolean;
  /** Names of goods that a text has. */
  readonly thingsIn: (folded: string) => readonly string[];
  readonly vocabulary: Pick<Vocabulary, 'mentions'>;
}

/** `isOfOne`: one thing is looked at. Undefined: none is asked for, or it is asked of what is on the table: of its kind, or said on its page. */
export const kindBeside = (
  folded: string,
  table: readonly Product[],
  words: GoodsWords,
  isOfOne: boolean,
): KindBeside | undefined => {
  const { namesGoods, vocabulary } = words;
  if (folded.length > longestOfNamed) return undefined;
  const unsold = otherNamed(folded, table, words);
  if (unsold !== undefined) return { text: hasHan(folded) ? `有没有卖${unsold}` : `do you sell any ${unsold}?` };
  if (folded.length > longest || table.length === 0) return undefined;
  if (isOfOne && askedOfIt.test(folded)) return undefined;
  const isHan = hasHan(folded);
  const things = (isHan ? chinese : english)
    .flatMap(form => form.exec(folded)?.slice(1) ?? [])
    .filter(said => said !== undefined);
  const [first, second] = [...new Set(things.map(said => said.replace(goesWithIt, '')))];
  if (first === undefined || [first, second].some(one => one !== undefined && ofOther.test(one))) return undefined;
  const named = [first, ...(second === undefined ? [] : [second])];
  if (!named.every(namesGoods) || named.some(one => isOfTable(one, table, isHan, vocabulary))) return undefined;
  if (!isHan) return { text: `do you sell any ${first}?` };
  return { text: second === undefined ? `有没有卖${first}` : `有${first}或者${second}吗` };
};

/** What is asked about by a name of several words that goods have, and none that is sold or lies on the table. */
const otherNamed = (
  folded: string,
  table: readonly Product[],
  { thingsIn, vocabulary }: GoodsWords,
): string | undefined => {
  const said = ofNamed.flatMap(form => form.exec(folded)?.[1] ?? []).at(0);
  if (said === undefined || ofOther.test(said) || !thingsIn(said).includes(said)) return undefined;
  return isSoldKind(said, vocabulary) || table.some(product => isOnPageOf(product, said)) ? undefined : said;
};

/** The word for the thing itself stands in its name or on its page: it has one, or is one. */
const isOnPageOf = ({ name, description }: Product, words: string): boolean => {
  const language = hasHan(words) ? 'zh' : 'en';
  const thing = language === 'zh' ? words : words.split(' ').at(-1)!.replace(/s$/, '');
  return [name, description].some(text => fold(inLanguage(text, language)).includes(thing));
};

const isSoldKind = (words: string, vocabulary: Pick<Vocabulary, 'mentions'>): boolean =>
  vocabulary
    .mentions(words)
    .some(({ meanings }) => meanings.some(({ slot }) => slot === 'product' || slot === 'category' || slot === 'brand'));

const isOfTable = (
  words: string,
  table: readonly Product[],
  isHan: boolean,
  vocabulary: Pick<Vocabulary, 'mentions'>,
): boolean => {
  const kinds = vocabulary
    .mentions(words)
    .flatMap(({ meanings }) => meanings.filter(({ slot }) => slot === 'product' || slot === 'category'));
  const language = isHan ? 'zh' : 'en';
  const asked = askedIn(words);
  return table.some(
    product =>
      kinds.some(({ slot, value }) => valuesOf(product, slot)?.includes(value)) ||
      fold(product.name[language] ?? '').includes(words) ||
      (asked.length > 0 && pageSays(product, asked, language).said.length > 0),
  );
};
