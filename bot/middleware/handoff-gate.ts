import type { Activity, Middleware } from 'botbuilder-core';
import type { Conversation, TranscriptEntry } from '../../knowledge/domain/conversation.ts';
import type { ConversationId } from '../../knowledge/domain/ids.ts';
import type { ConversationStore } from '../../knowledge/ports/conversations.ts';
import { conversationKey } from '../bot.ts';
import { metaOf } from './turn-meta.ts';

/** What the desk does with the turns of conversations it has, or has just had. */
export interface DeskGate {
  /** A shopper's message, before the bot sees it. 'desk': it is answered there, and the bot stays silent. */
  shopperWrote(conversation: Conversation, activity: Partial<Activity>): Promise<'bot' | 'desk'>;
  /**
   * A shopper's message is written down, and its turn not begun: what a person waits for need not wait for the turn.
   * Nothing depends on it; the turn tells what this did not.
   */
  taken(entry: TranscriptEntry): void;
  /** The shopper is typing: shown to whoever has the conversation, and kept nowhere. */
  typing(conversation: ConversationId): void;
  /** An event of the channel; true: it was the desk's (`handoff.status` of another desk) and is dealt with. */
  eventCame(conversation: Conversation, activity: Partial<Activity>): Promise<boolean>;
  /** The bot spoke while somebody waits, or handed the conversation over or took it back: `said` are its activity ids. */
  turnEnded(conversation: Conversation, said: readonly string[]): Promise<void>;
}

/**
 * While a person owns the conversation the bot is silent: the message is in the transcript, and the desk is told of it. A
 * shopper who is still waiting reaches the bot, which tells the position and lets him leave the queue.
 */
export const handoffGate = (conversations: ConversationStore, desk?: DeskGate): Middleware => ({
  async onTurn(context, next) {
    const conversation = await conversations.get(metaOf(context).conversation);
    if (conversation) context.turnState.set(conversationKey, conversation);
    if (conversation && desk && context.activity.type === 'message') {
      if ((await desk.shopperWrote(conversation, context.activity)) === 'desk') return;
      // Reopened, or no longer closed: the turn goes on with the conversation as it is now.
      if (conversation.desk?.closedAt) {
        const now = await conversations.get(conversation.id);
        if (now) context.turnState.set(conversationKey, now);
      }
    } else if (conversation && desk && context.activity.type === 'event') {
      if (await desk.eventCame(conversation, context.activity)) return;
      if (conversation.owner === 'agent') return;
    } else if (conversation?.owner === 'agent') return;
    await next();
  },
});
