/**
 * 不要跑鞋，他就是走路，要软底的, "nothing for running, she wants soft ones": the shelf under way is turned away by the name that all
 * of it goes by, and how they are to be is told. Others of it are meant, and no goods of other shelves.
 */
import type { StatedPreference } from '../../../knowledge/domain/preference.ts';
import type { ConversationMemory } from '../../memory.ts';
import type { Understanding } from '../../turn.ts';

const kinds: ReadonlySet<StatedPreference['slot']> = new Set(['category', 'product']);
const traits: ReadonlySet<StatedPreference['slot']> = new Set(['feature', 'material', 'size', 'colour', 'occasion']);

export const withoutOwnShelf = (
  { preferences, told = [] }: Pick<Understanding, 'preferences' | 'told'>,
  { search = [] }: Pick<ConversationMemory, 'search'>,
): readonly StatedPreference[] => {
  // "Nothing for running": all of the running shoes are, by their name.
  const isOwn = ({ slot, value, polarity }: StatedPreference): boolean =>
    polarity === 'dislike' &&
    search.some(
      old =>
        old.slot === 'category' &&
        old.polarity === 'like' &&
        (slot === 'category' ? old.value === value : slot === 'occasion' && old.value.startsWith(`${value}-`)),
    );
  if (!preferences.some(isOwn)) return preferences;
  const likes = [...preferences, ...told].filter(p => p.polarity === 'like');
  const isOfShelf = likes.some(p => traits.has(p.slot)) && !likes.some(p => kinds.has(p.slot));
  return isOfShelf ? preferences.filter(p => !isOwn(p)) : preferences;
};
