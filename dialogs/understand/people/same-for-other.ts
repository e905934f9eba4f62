/** "My sister wants one too", "and one for our little one", 我也要一件大人的: the wish that was told goes on, for somebody else. */
import type { StatedPreference } from '../../../knowledge/domain/preference.ts';
import type { Understanding } from '../../turn.ts';
import { kinds } from '../wishes/wished.ts';

const refers =
  /\b(?:one|ones|too|as well|also|the same|another|a second|adults?|grown[- ]?ups?)\b|也|[一两](?:[件双个条套份盒包只]|款)|同款|一样的?|大人|成年?人|再[来要]|(?:要|想要|喜欢)[^,，。送]{1,6}的(?=$|[,，。 ])/u;
/** Of no thing that was spoken of. */
const anything =
  /\b(?:something|anything|gifts?|presents?|things?|stuff|which one|recommend|suggest|ideas?|what)\b|礼物|礼品|什么|啥|东西|别的|其他|推荐|好玩|送点/u;
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
    refers.test(said) &&
    !anything.test(said)
  );
};
