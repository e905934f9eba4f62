/** What a message that wishes for nothing is answered with, in the conversation that it stands in. */
import type { ConversationMemory } from '../../memory.ts';
import type { Taste } from '../wishes/preferences.ts';
import { kinds } from '../wishes/wished.ts';
import { type RolePart, type RoleTalk, talkIn } from './roles.ts';

type Under = Pick<
  ConversationMemory,
  'search' | 'shown' | 'offer' | 'addOn' | 'turns' | 'inCart' | 'lastIntent' | 'claim'
>;

/** Undefined: it serves the search under way, or answers what was proposed. */
export const roleTalk = (
  parts: readonly RolePart[],
  { preferences }: Pick<Taste, 'preferences'>,
  memory: Under,
): RoleTalk | undefined => {
  const talk = talkIn(parts);
  if (talk === undefined) return undefined;
  const { search = [], shown, offer, addOn, turns } = memory;
  const withdrawn = preferences.filter(p => p.polarity === 'dislike' && kinds.has(p.slot));
  const sought = search.filter(p => p.polarity === 'like');
  const isOut = (value: string, quote: string): boolean =>
    withdrawn.some(p => p.value === value) ||
    search.some(p => p.quote === quote && withdrawn.some(one => one.value === p.value));
  // Only what was looked for is not wished for: nothing is left to be looked for.
  const isAll = sought.every(p => kinds.has(p.slot) && isOut(p.value, p.quote));
  const goesOn = (sought.length > 0 && !isAll) || (sought.length === 0 && shown.length > 0 && withdrawn.length > 0);
  const isProposed = offer !== undefined || (addOn !== undefined && turns - addOn.at <= 2);
  // 不要茶, and nothing is looked for: a taste is told.
  const isTaste = sought.length === 0 && parts.every(part => /不要/u.test(part.text)) && withdrawn.length > 0;
  if (talk === 'spared') return goesOn || isProposed || isTaste ? undefined : talk;
  // "Stop showing me coffee", in a search for a present: the present is still looked for.
  if (talk === 'enough' && withdrawn.length > 0 && sought.length > 0 && !isAll) return undefined;
  // "Bye" alone is nothing but that.
  return talk === 'leaving' && parts.every(part => part.talk === undefined || part.talk === 'leaving')
    ? undefined
    : talk;
};
