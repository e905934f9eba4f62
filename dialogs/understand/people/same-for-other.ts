/** "My sister wants one too", "and one for our little one", 我也要一件大人的: the wish that was told goes on, for somebody else. */
import type { StatedPreference } from '../../../knowledge/domain/preference.ts';
import type { Understanding } from '../../turn.ts';
import { kinds } from '../wishes/wished.ts';

const refers =
  /\b(?:one|ones|too|as well|also|the same|another|a second|adults?|grown[- ]?ups?)\b|也|[一两](?:[件双个条套份盒包只]|款)|同款|一样的?|大人|成年?人|再[来要]|(?:要|想要|喜欢)[^,，。送]{1,6}的(?=$|[,，。 ])/u;
/** Of no thing that was spoken of. */
const anything =
  /\b(?:something|anything|gifts?|presents?|things?|stuff|which one|recommend|suggest|ideas?|what)\b|礼物|礼品|什么|啥|东西|别的|其他|推荐|好玩|送点/u;
/** "For my 5 year old", 给我五岁的孩子: whom the goods that were looked for are for, and nothing else. */
const onlyWhom =
  /^(?:(?:and|ok|okay|oh|yes|sorry|actually|well|it'?s|they'?re|these are|that'?s|would be|to be|meant)[,. ]+)*for (?:(?:my|our|a|an|the) )?(?:little )?[a-z0-9][a-z0-9' -]{1,30}(?:,? (?:aged?|who'?s|who is|he'?s|she'?s) [a-z0-9 ]{1,16})?[.! ]*$|^(?:是|要|想|买|我想|我要|[,， ])*(?:给|帮|替)(?:我们?|自己)?(?:家)?(?:的)?[^,，。;； ]{1,10}?(?:买|穿|用|挑|选)?的?[.! ]*$/u;
const isGift = (p: StatedPreference): boolean => /gift|toys/u.test(p.value);
const longest = 120;

export const goesOnForOther = (
  { preferences, goods = [], said = '', ownAgain }: Understanding,
  search: readonly StatedPreference[],
): boolean => {
  const named = preferences.filter(p => p.polarity === 'like');
  return (
    said.length <= longest &&
    goods.length === 0 &&
    !named.some(p => kinds.has(p.slot)) &&
    (ownAgain === true || named.some(p => p.slot === 'recipient')) &&
    search.some(p => p.polarity === 'like' && kinds.has(p.slot)) &&
    (refers.test(said) || (onlyWhom.test(said) && !search.some(isGift))) &&
    !anything.test(said)
  );
};
