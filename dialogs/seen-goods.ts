/** Goods of a conversation that were shown before the latest list: "the trench", of two lists ago. */
import type { ProductId } from '../knowledge/domain/ids.ts';
import type { ConversationMemory } from './memory.ts';

const most = 24;

/** What was shown or spoken of before what is shown now, the latest first. */
export const seenWith = (
  before: Pick<ConversationMemory, 'shown' | 'focus' | 'seen' | 'sum'>,
  now: Pick<ConversationMemory, 'shown' | 'focus'>,
): readonly ProductId[] => {
  const { shown, focus, seen = [], sum = [] } = before;
  const added = sum.map(line => line.product);
  const all = new Set([...(focus === undefined ? [] : [focus]), ...added, ...shown, ...seen]);
  for (const id of now.shown) all.delete(id);
  if (now.focus !== undefined) all.delete(now.focus);
  return [...all].slice(0, most);
};
