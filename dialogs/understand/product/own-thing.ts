/**
 * Whether the shop has a thing of its own, whatever lies on the table: 那闹钟呢,有没有, 有没有配的菜板, "do i need paper filters? do you have
 * them", "and some nice paper for it?". Takes folded text.
 */
import type { Product } from '../../../knowledge/domain/product.ts';
import { createWishVocabulary, type WishVocabulary } from '../../../knowledge/profile/vocabulary/vocabulary.ts';
import { fold, hasHan } from '../../../knowledge/retrieval/text/fold.ts';
import { literally } from '../../../knowledge/retrieval/text/literally.ts';
import { singular, tokensOf } from '../../../knowledge/retrieval/text/tokens.ts';
import type { SaidFact } from '../said/fact.ts';

/** What a thing may come with: a lid, a strap, a pouch, a stand. */
const mayBePart =
  /(?:盖|盖子|带|肩带|袋|盒|套|帽|帽子|口袋|底座|支架|架|线|电池|充电器|遥控器?|说明书|卡片?|膜|垫|滤网|内胆|把手|拉链|扣|轮|线轮|包装)$|\b(?:lids?|caps?|hoods?|straps?|pouch(?:es)?|bags?|cases?|covers?|pockets?|stands?|holders?|tripods?|mounts?|cables?|cords?|chargers?|batter(?:y|ies)|remotes?|manuals?|instructions?|box(?:es)?|cards?|handles?|belts?|laces|strings?|reels?|liners?|zips?|wheels?|filters?)$/u;

const counted = '(?:[一两二三几\\d]?[双个件条把块套支瓶盒只副张包罐]|点|些)';
const lead =
  '(?:^|[,，.。!！?？;； ])(?:那|还有|另外|顺便|对了|请问|就|只|想|我|问|一下|你们?|店里|家|这里|再|也|给我|帮我)*';
const askedZh = (thing: string): RegExp =>
  new RegExp(
    `${lead}(?:有没有卖?|有卖|卖不卖|(?<!^)有(?!点|的)|卖)(?:配套?|搭配?|单独)?的?(?:${counted})?${thing}(?:卖|之类的?|什么的)*(?:吗|么|嘛|呢|没有?|不)?(?=[?？!！.。,， 或和、]|还是|$)|${lead}${thing}(?:呢)?[,， ]*(?:有没有|有卖|有|卖)(?:卖)?(?:吗|么|嘛|呢|没有?|不)*(?=[?？!！.。 ]|$)|${lead}(?:还?要|来|拿|加|配|买|要买)${counted}?${thing}(?:吧|呗|呀|啊)?(?=[?？!！.。,， ]|$)|^(?:${thing}[!！,， ]*){1,3}(?:$|(?:我(?:要|说)的?)?不是)`,
    'u',
  );
const askedEn = (thing: string): RegExp =>
  new RegExp(
    `\\b(?:do|have) (?:you|u|ya)(?: guys)?(?: also| even)? (?:have|got|sell|stock|carry|do)(?: [a-z-]+){0,7}? ${thing}\\b|\\b${thing}\\b.{0,40}[?.!,] *(?:and )?(?:do|have) (?:you|u|ya)(?: guys)? (?:have|got|sell|stock|carry|do) (?:them|those|any|some|one|that|it)\\b|(?:^|[.!?,] *)(?:(?:and|also|plus|then|or|ok|oh)[, ]+)*(?:some|any|an?) (?:[a-z-]+ ){0,2}?${thing} (?:for|with|to go with) (?:it|that|them|this|these|those)\\b *\\?*`,
    'u',
  );

let general: WishVocabulary | undefined;
/** A thing by the whole of its name, and no part of another. */
const isOfItsOwn = (value: string, isOfSeveral: boolean): boolean => {
  general ??= createWishVocabulary();
  const named = general.named(tokensOf(value));
  const last = named.at(-1);
  return (
    last?.slots[0] === 'product_type' &&
    last.end === value.length &&
    (!hasHan(value) || last.start === 0) &&
    // "Do you have them" is asked of no part.
    (isOfSeveral || !mayBePart.test(value))
  );
};
const ofThemselves =
  /\b(?:do|have) (?:you|u|ya)(?: guys)? (?:sell|stock|carry|have|got) (?:them|those)\b|有卖|卖不卖|卖吗/u;

/** Names of things that are asked for so; those of the product on the table (`about`) are asked of it. */
export const ownThingsAsked = (folded: string, facts: readonly SaidFact[], about?: Product): readonly string[] => {
  if (folded.length > 160) return [];
  const own = fold([...Object.values(about?.name ?? {}), ...Object.values(about?.description ?? {})].join(' '));
  const ownWords = new Set(tokensOf(own).map(t => singular(t.text)));
  const isOfAbout = (value: string): boolean =>
    hasHan(value) ? own.includes(value) : ownWords.has(singular(value.split(' ').at(-1)!));
  return facts.flatMap(({ slot, polarity, value, named }) => {
    const name = fold(value);
    if (slot !== 'product_type' || polarity !== 1 || named.some(word => word.meanings.some(m => m.slot === 'product')))
      return [];
    if (!isOfItsOwn(name, ofThemselves.test(folded)) || isOfAbout(name)) return [];
    const asked = hasHan(name) ? askedZh(literally(name)) : askedEn(literally(name));
    return asked.test(folded) ? [name] : [];
  });
};
