import type { ProductId } from '../knowledge/domain/ids.ts';
import type { ConversationMemory } from './memory.ts';
import type { Understanding } from './turn.ts';

/** More than anybody turns down by looking at it. */
const most = 60;

/** What was turned down in this conversation, with what this message turns down and without what it names. */
export const rejectedWith = (
  { rejected = [] }: Pick<ConversationMemory, 'rejected'>,
  { rejects = [], entities }: Pick<Understanding, 'rejects' | 'entities'>,
): readonly ProductId[] => {
  const named = new Set(rejects.length > 0 ? [] : entities.products);
  return [...new Set([...rejected, ...rejects])].filter(id => !named.has(id)).slice(-most);
};
