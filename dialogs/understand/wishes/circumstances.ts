/**
 * What a search is told that goods aren't like: when, where and by whom they will be used, and words beside the matter ("my holiday",
 * 出租屋, 留学). It steers the search, and no page is blamed for not saying it. Which words name a property is told by the learned
 * reader of facts; without one all are taken to.
 */
import type { StatedPreference } from '../../../knowledge/domain/preference.ts';
import type { WishSlot } from '../../../knowledge/profile/vocabulary/vocabulary.ts';
import { measureWishOf } from '../../../knowledge/retrieval/goods/measure-wishes.ts';
import { fold } from '../../../knowledge/retrieval/text/fold.ts';
import type { TurnRead } from '../turn-read.ts';
import { kinds } from './wished.ts';

/** What a page may be expected to tell of goods. */
const properties: ReadonlySet<WishSlot> = new Set([
  'category',
  'product_type',
  'brand',
  'color',
  'size',
  'material',
  'feature',
  'genre',
  'author',
  'style',
  'quality',
]);
/** Noted as an age, and told by the cut of clothes. */
const cutSaid = /\b(?:wom[ae]n|m[ae]n|lad(?:y|ies)|unisex)|[男女]/u;
const wordsOf = (text: string): readonly string[] => text.match(/[a-z\d]{3,}|\p{Script=Han}{2}/gu) ?? [];

const sharesWord = (one: string, other: string): boolean =>
  one.includes(other) || other.includes(one) || wordsOf(one).some(word => other.includes(word));

/** "Headphones for gaming", "a mug with a cat on it", "it has to be cool", 冬天穿的跑鞋, 有没有去皱的: said of the goods themselves. */
const isOfGoods = (words: string, folded: string, goodsAt: readonly number[]): boolean => {
  const at = folded.indexOf(words);
  // Told in other words than these.
  if (at < 0) return true;
  const end = at + words.length;
  return (
    /(?:[a-z] (?:for|against)|\b(?:with|has|have)(?: an?| the| some)?|\b(?:has|have|needs?|got|must|should|ought)(?: to)? be) $/u.test(
      folded.slice(0, at),
    ) ||
    /^的(?=$|有|[吗么呢啊嘛,，。.?？! ])/u.test(folded.slice(end)) ||
    goodsAt.some(start => start >= end && /^\p{Script=Han}{0,2}的?$/u.test(folded.slice(end, start)))
  );
};

/** 安全吗, "can it go in the washer": asked, and owed an answer. */
const isAsked = (words: string, folded: string): boolean => {
  const at = folded.indexOf(words);
  return (
    at >= 0 &&
    (/^(?:会不会|能不能|是不是|可不可以)/u.test(words) ||
      /^(?:吗|么|嘛|不(?=$|[?？,，。 ]))/u.test(folded.slice(at + words.length)) ||
      /\b(?:can|does|do|is|are|will|would|could) (?:it|they|this|that|these|those|the [a-z]+) $/u.test(
        folded.slice(0, at),
      ))
  );
};

/**
 * Of what is told, and of what the catalogue has an occasion for, the values that are circumstances. `likings`: of the person it is
 * for, which goods may be about.
 */
export const circumstancesIn = (
  told: readonly StatedPreference[],
  likings: readonly string[],
  read: TurnRead,
): readonly string[] => {
  const { goods, now, memory, reader } = read;
  const { folded } = goods.reading;
  const likes = told.filter(one => one.polarity === 'like' && measureWishOf(one.value) === undefined);
  const occasions = now.likes.filter(one => one.slot === 'occasion');
  if (!reader.noter || (likes.length === 0 && occasions.length === 0)) return [];
  const noted = reader.noter({
    text: goods.original,
    language: goods.language,
    shopText: '',
    first: memory.turns === 0,
    for: now.told.for,
    correction: false,
    facts: now.told.facts.filter(fact => fact.spoken),
  });
  const named = noted.flatMap(({ slot, value }) =>
    properties.has(slot) || (slot === 'age_group' && cutSaid.test(fold(value))) ? [fold(value)] : [],
  );
  const mentions = reader.vocabulary.mentions(folded);
  const goodsAt = mentions.flatMap(({ start, meanings }) => (meanings.some(m => kinds.has(m.slot)) ? [start] : []));
  const isProperty = (words: string): boolean =>
    named.some(one => sharesWord(one, words)) || likings.includes(words) || isOfGoods(words, folded, goodsAt);
  const surfaces = (value: string): readonly string[] =>
    mentions.flatMap(({ surface, meanings }) =>
      meanings.some(m => m.slot === 'occasion' && m.value === value) ? [surface] : [],
    );
  return [
    ...likes.filter(one => !isProperty(one.value) && !isAsked(one.value, folded)).map(one => one.value),
    ...occasions.filter(one => !surfaces(one.value).some(isProperty)).map(one => one.value),
  ];
};
