/**
 * "Puzzles are boring, something for outside", "doesn't have to be a candle, what else is there for 60", "any small gift under 60":
 * the kinds looked for before are left, with the shelves that came by their names, and anything may be found in their place.
 */
import type { StatedPreference } from '../../../knowledge/domain/preference.ts';
import type { Understanding } from '../../turn.ts';
import { isGivenUp } from './given-up.ts';

const kinds: ReadonlySet<StatedPreference['slot']> = new Set(['category', 'product']);
/** Whatever else there is. */
const anything =
  /\b(?:something|anything|sth|what else|else)\b|(?:什么|啥|点)(?:别的|其[他它])|(?:别的|其[他它]的?)(?:什么|东西|也|都|吧|呢|吗|$)|换(?:一?[个点种样])|随便|有(?:什么|啥)/u;
const anyGift =
  /\b(?:any|some|another)(?: (?:small|little|nice|cute|cheap|other|good|lovely|funny))* (?:gifts?|presents?|things?)\b|(?:随便|任意|别的|其[他它])\p{Script=Han}{0,4}礼物|(?:有(?:什么|啥|没有)|推荐[点些个]?)(?:小|别的|其[他它]|合适的|便宜的)?的?礼物/u;

/** `undone`: what this message turns away of the search. */
export const withoutKinds = (
  { preferences, givenUp = [], said = '' }: Pick<Understanding, 'preferences' | 'givenUp' | 'said'>,
  search: readonly StatedPreference[],
  undone: readonly StatedPreference[],
): readonly StatedPreference[] => {
  if (preferences.some(p => kinds.has(p.slot) && p.polarity === 'like')) return [];
  const likes = search.filter(p => p.polarity === 'like');
  const isLeft = (old: StatedPreference): boolean =>
    old.slot === 'product' && (undone.includes(old) || isGivenUp(old, givenUp));
  const isOpen = (likes.some(isLeft) && anything.test(said)) || anyGift.test(said);
  if (!isOpen) return [];
  const sorts = likes.filter(p => p.slot === 'product');
  const isOfSort = ({ quote }: StatedPreference): boolean => sorts.some(one => one.quote === quote);
  return likes.filter(p => sorts.includes(p) || ((p.slot === 'category' || p.slot === 'feature') && isOfSort(p)));
};

/** "Toys please", 玩具吧, 来点玩具: a shelf is named, and nothing of it and nothing else. Takes folded text. */
export const namesShelfAlone = (folded: string, said: readonly StatedPreference[]): boolean =>
  said.length > 0 &&
  said.every(p => p.slot === 'category' && p.polarity === 'like') &&
  (shelfEn.test(folded) || shelfZh.test(folded));
const shelfEn =
  /^(?:(?:no|er|um|ok|okay|just|some|any|show me|i want|i said|i meant|then|well|rather)[,. ]+)*[a-z]{3,}s(?: please| pls| then| instead)*[.! ]*$/;
const shelfZh =
  /^(?:那|就|我|要|想要|来点|来些|看看|看点|有|说的是|给我)*\p{Script=Han}{2,4}?(?:吧|呢|啊|呀|就行)*[.!。！ ]*$/u;
