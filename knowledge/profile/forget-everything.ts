import type { ShopperId } from '../domain/ids.ts';
import type { Stores } from '../ports.ts';

/**
 * What "forget everything" promises, also where the agreement to remember is withdrawn: all that was learned of a shopper
 * goes for good: facts they stated, products that came up in their chats, those they looked at, their ratings, and what their conversations
 * still have in mind. What they
 * ordered stays, as tax law wants it, and so do what they agreed to and the transcripts of their chats. Models trained before learned from it; the next
 * training no longer does. Returns how many facts there were.
 */
export const forgetEverything = async (
  {
    facts,
    mentions,
    browsing,
    ratings,
    conversations,
  }: Pick<Stores, 'facts' | 'mentions' | 'browsing' | 'ratings' | 'conversations'>,
  shopper: ShopperId,
): Promise<number> => {
  const [forgotten] = await Promise.all([
    facts.forgetAll(shopper),
    mentions.forgetAll(shopper),
    browsing.forgetAll(shopper),
    ratings.forgetAll(shopper),
    conversations.noteErasure(shopper),
  ]);
  return forgotten;
};
