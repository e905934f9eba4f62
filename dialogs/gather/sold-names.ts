/** Whether a name is that of a thing at all, and of one that is on the shelves: 帐篷, "a big frying pan", "sleeping bag". */
import { createWishVocabulary } from '../../knowledge/profile/vocabulary/vocabulary.ts';
import { isFinerSort, isOnlyNear } from '../../knowledge/retrieval/goods/near-kinds.ts';
import { inSingular, type ShelfWords } from '../../knowledge/retrieval/goods/shelf-words.ts';
import { hasHan } from '../../knowledge/retrieval/text/fold.ts';
import { singular, tokensOf } from '../../knowledge/retrieval/text/tokens.ts';

const general = createWishVocabulary();
/** Some shop sells such a thing. */
export const isAnyThing = (name: string): boolean => general.named(tokensOf(name)).length > 0;

/** The whole of it is the name of a thing: 帐篷, and not the 桌 of 桌游. */
export const isThing = (name: string): boolean => {
  const [only, ...more] = general.named(tokensOf(name));
  return (
    name.length > 1 &&
    more.length === 0 &&
    only?.slots.includes('product_type') === true &&
    only.start === 0 &&
    only.end === name.length
  );
};

/** No goods: what is bought with them, and what a page tells of. */
const ofShop = /^(?:gift|store|membership|loyalty) (?:cards?|vouchers?|points?)$/;
/** What a page of the shop is about is none of its goods, and nothing it would not have: 礼品卡. */
export const isOfShop = (name: string, { pages }: ShelfWords): boolean =>
  name.length >= (hasHan(name) ? 3 : 6) && (ofShop.test(name) || pages.has(hasHan(name) ? name : singular(name)));

/** "Sleeping bag", "coffee machine": a thing of its own in words of which a shelf has one, and another in no name. */
export const isOtherCompound = (name: string, words: ShelfWords): boolean => {
  const { names, values } = words;
  const tokens = tokensOf(name);
  if (tokens.length < 2 || ofShop.test(name) || isSortSold(name, words)) return false;
  const [whole] = general.named(tokens);
  const isWhole = whole?.slots.includes('product_type') && whole.start === 0 && whole.end === name.length;
  return (
    isWhole === true &&
    tokens.map(t => singular(t.text)).some(word => word.length > 1 && !names.has(word) && !values.has(word))
  );
};

/** The head of an English phrase counts: a red guitar is a guitar, and a whisk set is whisks. */
const headOf = (name: string): string => singular(name.replace(ofSeveral, '').split(' ').at(-1) ?? name);
const ofSeveral =
  /(?<=[a-z])(?: (?:starter|beginner'?s?|making|gift|travel|trial|sample|home))? (?:sets?|kits?|packs?|bundles?|collections?)$/;

export const isCalled = (name: string, words: ShelfWords): boolean =>
  hasHan(name)
    ? words.chineseNames.includes(name) ||
      words.chineseSorts.has(name) ||
      isSuchSold(name, words) ||
      isFinerSort(name, words.chineseSorts) ||
      (words.chineseKinds.some(k => name.endsWith(k) || (name.startsWith(k) && ofItself.test(name.slice(k.length)))) &&
        !isOtherSort(name, words))
    : words.names.has(headOf(name)) || isSortSold(name, words);

/** 男士洁面乳, 运动水杯: a sort that is sold, as somebody wants it. */
const forSuch =
  /^(?:男士|女士|男生|女生|男款|女款|男|女|儿童|学生|成人|老年|运动|户外|家用|办公|旅行|便携|小型|迷你|大号|小号|大容量|平价|高端|国产|进口|普通|简约|新款|可爱)(?:用|款|式)?(?:的)?(?=.{2})/u;
const isSuchSold = (name: string, words: ShelfWords): boolean => {
  const sort = name.replace(forSuch, '');
  return sort !== name && (words.chineseSorts.has(sort) || (sort.length > 2 && words.chineseNames.includes(sort)));
};

/** "A big frying pan": its last words are what a sort that is sold is called. */
const isSortSold = (name: string, { englishSorts }: ShelfWords): boolean => {
  const words = inSingular(name).split(' ');
  // A chef's knife is asked for as knives are, and none of them is one.
  return (
    !isOnlyNear(name) &&
    words.some((_, from) => (from === 0 || from < words.length - 1) && englishSorts.has(words.slice(from).join(' ')))
  );
};

/**
 * 高跟鞋, 腰包: a thing of its own whose name ends as a shelf's does, and nothing there is called so. 登山鞋 and 防水鞋 are shoes as the
 * shop's own words describe them.
 */
const isOtherSort = (name: string, words: ShelfWords): boolean => {
  if (words.chineseKinds.includes(name)) return false;
  if (byChance.test(name)) return true;
  const own = [...name].map((_, from) => name.slice(from));
  const sort = own.find(isThing);
  if (sort === undefined || sort.length < 2 || words.chineseKinds.includes(sort)) return false;
  const kind = words.chineseKinds.find(k => sort.endsWith(k) && k.length < sort.length);
  if (kind === undefined) return false;
  const described = sort.slice(0, -kind.length);
  return !(
    words.chineseNames.includes(sort) ||
    words.chineseSorts.has(sort) ||
    words.chineseMentioned.includes(sort) ||
    /^[男女童]/u.test(described) ||
    (described.length > 1 && (words.chineseNames.includes(described) || words.chineseMentioned.includes(described))) ||
    // One character alone is a part of many words: the 板 of 板鞋.
    [...words.chineseValues].some(
      value =>
        (described.length > 1 ? value.includes(described) : value.startsWith(described)) || described.includes(value),
    )
  );
};

/** No bag, whatever a page says that tastes of bread. */
const byChance = /(?:面|汉堡|菠萝)包$/u;

/** 茶叶, 鞋子 are what 茶, 鞋 are; 咖啡机 is no coffee. */
const ofItself = /^[子叶类品款儿]?$/u;

export const isMentioned = (name: string, words: ShelfWords): boolean =>
  hasHan(name) ? words.chineseMentioned.includes(name) : words.mentioned.has(headOf(name));
