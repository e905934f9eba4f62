/** "Anything with 500", 有500的吗, after a puzzle of 1000 pieces: a bare number is told in the unit that was spoken of. */
import type { CatalogueView } from '../../../knowledge/catalogue.ts';
import { toMajor } from '../../../knowledge/domain/money.ts';
import type { Product } from '../../../knowledge/domain/product.ts';
import { measuresWished, measureWishOf } from '../../../knowledge/retrieval/goods/measure-wishes.ts';
import { measures, measuresOf } from '../../../knowledge/retrieval/goods/measured.ts';
import { type Dimension, measuresIn } from '../../../knowledge/retrieval/goods/measures.ts';
import { fold, hasHan } from '../../../knowledge/retrieval/text/fold.ts';
import type { ConversationMemory } from '../../memory.ts';
import type { ProductNames } from '../pointing/named-products.ts';

const longest = 120;
/** So many as only a puzzle or a box of blocks has. */
const manyPieces = 30;
const units: Readonly<Partial<Record<Dimension, readonly [string, string]>>> = {
  pieces: [' pieces', '片'],
  volume: [' ml', '毫升'],
  mass: [' g', '克'],
  charge: [' mAh', '毫安时'],
};
/** Of money, of days or of people. */
const otherNumber =
  /[¥￥$€£%]|\b(?:yuan|rmb|price|budget|pay|spend|cost|costs|days?|people|off|wy-?\d)\b|[元块钱]|预算|价|天|人|岁|码/u;
const number = '(\\d{2,5}|\\d,\\d{3})';
const plainly = new RegExp(
  `\\b(?:with|of|has|have|said|only|just|like|say|the|want(?:ed)?|need(?:ed)?|not) (?:only |just |like |maybe |a |the )*${number}(?=$|[,.!?;]| (?:ones?|version|then|please|instead|or (?:so|more|fewer))\\b)|${number}(?=的(?:呢|吗|么|有|没|行|也|$|[,，。?？! ]))`,
  'giu',
);
/** May be a price as well. */
const bounded = new RegExp(
  `\\b(?:around|about|up to|max|at most) ${number}(?=$|[,.!?;])|${number}(?= or (?:less|under|below)\\b)|(?:最多|大概|差不多)${number}(?=$|[,，。?？! 的])|${number}(?=(?:以内|以下|左右)(?:的)?(?:$|[,，。?？! 吗呢]))`,
  'giu',
);
const amountOf = (digits: string): number => Number(digits.replace(',', ''));

/** "Ok, for four then", of a game. */
const forSoMany =
  /(?<=^(?:(?:ok|okay|so|and|well|hm+|no|then|what about|how about|anything|something|one|a game)[,. ]+)*)for (?:[2-9]|1\d|two|three|four|five|six|seven|eight|ten)(?=(?: (?:then|please|maybe|instead))*[?.! ]*$)/iu;

/** "5 people?", "what about 6 players", 五个人呢. */
const soMany =
  /^(?:(?:ok|okay|so|and|well|hm+|no|then|what about|how about|what if|if|we're|we are|there's|there are|actually|or|for|with)[,. ]+)*([2-9]|1\d|two|three|four|five|six|seven|eight|ten) (?:players?|people|persons?|of us|adults|kids|friends)(?: (?:then|please|maybe|instead))*[?.! ]*$|^(?:那|如果|要是|我们|有|可能|,|，| )*([二两三四五六七八九十]|[2-9]|1\d)个?人(?:一起)?(?:能|可以)?(?:玩)?(?:的)?(?:呢|话|有吗|有没有|有么|行吗|可以吗)*[?？。!！ ]*$/iu;

const spokenOf = (
  { focus, shown }: Pick<ConversationMemory, 'focus' | 'shown'>,
  { byId }: Pick<CatalogueView, 'byId'>,
): readonly Product[] => (focus === undefined ? shown : [focus]).flatMap(id => byId.get(id) ?? []);

const counted = /(?<![\d.])(\d{2,5})块(?!钱|以[内下上]|左右|上下|的预算)/u;
/** 90块行, of blocks of which there are ninety and that don't cost that: no price. */
const inPieces = (text: string, goods: readonly Product[]): string | undefined => {
  const amount = Number(counted.exec(text)?.[1]);
  const isCount =
    goods.length > 0 &&
    goods.every(
      p => toMajor(p.price) !== amount && measuresOf(p).some(one => one.of === 'pieces' && one.most === amount),
    );
  return isCount ? text.replace(counted, '$1片') : undefined;
};

/** The message with the unit behind such a number; undefined: none is told so. */
export const inUnitTold = (
  text: string,
  memory: Pick<ConversationMemory, 'told' | 'focus' | 'shown'>,
  view: Pick<CatalogueView, 'byId'>,
): string | undefined => {
  if (text.length > longest || memory.shown.length === 0) return undefined;
  const folded = fold(text);
  const forMany = forSoMany.exec(folded)?.[0];
  const [, english, chinese] = soMany.exec(folded) ?? [];
  const told =
    forMany !== undefined
      ? `one ${forMany} players`
      : english !== undefined
        ? `one for ${english} players`
        : chinese && `${chinese}个人能玩的呢`;
  if (told && spokenOf(memory, view).some(p => measuresOf(p).some(one => one.of === 'players'))) return told;
  if (!/\d{2}/.test(text)) return undefined;
  const pieces = inPieces(text, spokenOf(memory, view));
  if (pieces !== undefined) return pieces;
  if (otherNumber.test(folded) || measuresIn(folded).length > 0) return undefined;
  const goods = spokenOf(memory, view);
  const wished = (memory.told ?? []).findLast(p => p.polarity === 'like' && measureWishOf(p.value) !== undefined);
  const isInPieces =
    goods.length > 0 && goods.every(p => measuresOf(p).some(one => one.of === 'pieces' && one.most >= manyPieces));
  const of = wished ? measureWishOf(wished.value)?.of : isInPieces ? 'pieces' : undefined;
  const unit = of && units[of]?.[hasHan(text) ? 1 : 0];
  if (unit === undefined) return undefined;
  const withUnit = (said: string, ...digits: readonly (string | undefined)[]): string => {
    const amount = digits.find(one => one !== undefined)!;
    return said.replace(amount, `${amount}${unit}`);
  };
  // No price that would leave out any of them.
  const dearest = Math.max(...goods.map(p => toMajor(p.price)));
  const put = text
    .replace(plainly, (said, ...groups) => withUnit(said, ...groups.slice(0, 2)))
    .replace(bounded, (said, ...groups) => {
      const amount = groups.slice(0, 4).find(one => one !== undefined);
      return amountOf(amount) > dearest * 2 ? withUnit(said, ...groups.slice(0, 4)) : said;
    });
  return put === text ? undefined : put;
};

/** "I said 500 pieces or less", of a list of puzzles. */
export const measuresShown = (
  folded: string,
  memory: Pick<ConversationMemory, 'focus' | 'shown'>,
  view: Pick<CatalogueView, 'byId'>,
): boolean => {
  const [wish] = folded.length <= longest ? measuresWished(folded) : [];
  return wish !== undefined && spokenOf(memory, view).some(p => measuresOf(p).some(one => one.of === wish.of));
};

/** 五个人能玩的呢, 40升的有吗: those that measure so are looked for, and nothing is asked of the one on the table. Takes folded text. */
export const asksForMeasured = (folded: string): boolean =>
  folded.length <= 30 && thoseOf.test(folded) && measuresWished(folded).length > 0;
const thoseOf =
  /的(?:呢|有吗|有么|有没有|有不有)[?!. ]*$|^(?:(?:and|so|ok|then|what about|how about)[,. ]+)*(?:any|anything|something|one|ones|a game)(?: that's| that is)? (?:for|with|of|in|holding)\b|\b(?:have|got|is there|are there|any) (?:an? |any )?(?:[a-z0-9.-]+ ){1,3}ones?[?!. ]*$/u;

/** "The 100 piece one", of a puzzle of 1000: none that lies before the shopper, in whatever form it comes. */
export const measuresOther = (
  folded: string,
  memory: Pick<ConversationMemory, 'focus' | 'shown'>,
  { view, names }: { readonly view: Pick<CatalogueView, 'byId'>; readonly names: Pick<ProductNames, 'formsOf'> },
): boolean => {
  const [wish] = folded.length <= longest ? measuresWished(folded) : [];
  // Sizes and packs of what there is are told otherwise, and 三包 are so many of it.
  if (wish?.of !== 'pieces' || wish.amount < manyPieces) return false;
  const goods = spokenOf(memory, view).flatMap(product => [product, ...names.formsOf(product.id)]);
  return goods.some(p => measuresOf(p).some(one => one.of === wish.of)) && !goods.some(p => measures(p, wish));
};
