import { emptyMemory } from '../../dialogs/memory.ts';
import type { Intent } from '../../dialogs/turn.ts';
import type { Conversation } from '../../knowledge/domain/conversation.ts';
import { asId, type TurnId } from '../../knowledge/domain/ids.ts';
import type { Desk } from './desk.ts';

/** A shopper's line as the bot would understand it by itself: while a person has the conversation no turn reads it. */
export const readLine = (
  desk: Desk,
  { id, shopper, channel }: Pick<Conversation, 'id' | 'shopper' | 'channel'>,
  text: string,
): { readonly intent: Intent; readonly mood: 'neutral' | 'upset' } => {
  const turn = asId<TurnId>('desk-reading');
  const { understander } = desk.services.indexes.current();
  return understander.understand(
    { id: turn, conversation: id, shopper, signedIn: false, channel, text, cut: false, at: desk.now },
    emptyMemory,
  );
};
