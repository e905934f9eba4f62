/** "A gift under 50", and then "like a funny mug": the present may cost as much as was said, and is for whom it was. */
import type { StatedPreference } from '../../../knowledge/domain/preference.ts';
import { parseBudget } from '../../../knowledge/profile/budget.ts';
import type { Understanding } from '../../turn.ts';
import { kinds } from './wished.ts';

/** For somebody else, or a present in so many words. */
const isPresent = (search: readonly StatedPreference[]): boolean =>
  search.some(
    p =>
      p.polarity === 'like' &&
      ((p.slot === 'recipient' && p.value !== 'self') ||
        (p.slot === 'category' && /\b(?:gifts?|presents?)\b|礼物|礼品|送/u.test(p.quote))),
  );

/** Another thing is thought of in its place, and nothing new is looked for. */
const suggests =
  /\b(?:like an?|maybe|perhaps|or (?:something|sth|smth|so|an?)|then|instead|what about|how about|any|rather|no|not|already|has)\b|有没有|有啥|有什么|什么的|之类|呢|吧|换|还是|或者|不要|别|已经|自己有/u;
const forOneself =
  /\b(?:for me|myself|my own|i(?:'m| am)? (?:also )?(?:need|looking|want))\b|给自己|自己(?:用|穿|喝|买)|我自己|我(?:也|还)?(?:想|要)买/u;

export const isStillGift = (
  { preferences, ownAgain, said = '' }: Understanding,
  search: readonly StatedPreference[],
): boolean =>
  ownAgain !== true &&
  preferences.some(p => kinds.has(p.slot)) &&
  !preferences.some(p => p.slot === 'recipient' && p.polarity === 'like') &&
  isPresent(search) &&
  suggests.test(said) &&
  !forOneself.test(said);

/** Whom it is for, and at most how much it may cost: "around 300" was said of the other thing. */
export const ofGift = (old: StatedPreference, search: readonly StatedPreference[]): boolean =>
  old.slot === 'recipient' ||
  (old.slot === 'budget' && !search.some(p => p.slot === 'budget' && parseBudget(p.value)?.bound === 'min'));
