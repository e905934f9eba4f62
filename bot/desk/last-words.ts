import type { Conversation } from '../../knowledge/domain/conversation.ts';
import type { Desk } from './desk.ts';
import { entryView, previewOf } from './desk-views.ts';

const recentLines = 10;

/**
 * A conversation that comes to the desk, with what its shopper said last: while the bot has a conversation nobody keeps
 * its latest words.
 */
export const withLastWords = async (desk: Desk, conversation: Conversation): Promise<Conversation> => {
  if (conversation.owner === 'bot') return conversation;
  const { id } = conversation;
  const last = await desk.stores.transcripts.last(id);
  const lines = await desk.stores.transcripts.after(id, Math.max(0, last - recentLines), recentLines);
  const said = lines.flatMap(entry => {
    const view = entry.from === 'shopper' ? entryView(entry) : null;
    return view ? [{ seq: entry.seq, preview: previewOf(view) }] : [];
  });
  const words = said.at(-1);
  if (!words) return conversation;
  await desk.stores.conversations.noteWords(id, { ...words, from: 'shopper' }, conversation.lastAt);
  return { ...conversation, last: { ...words, shopperSeq: words.seq } };
};
