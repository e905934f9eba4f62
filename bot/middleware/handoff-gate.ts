import type { Middleware } from 'botbuilder-core';
import type { ConversationStore } from '../../knowledge/ports.ts';
import { conversationKey } from '../bot.ts';
import { metaOf } from './turn-meta.ts';

/**
 * While a person owns the conversation the bot is silent: the message is in the transcript, where the desk reads it.
 * A shopper who is still waiting reaches the bot, which tells the position and lets him leave the queue.
 */
export const handoffGate = (conversations: ConversationStore): Middleware => ({
  async onTurn(context, next) {
    const conversation = await conversations.get(metaOf(context).conversation);
    if (conversation) context.turnState.set(conversationKey, conversation);
    if (conversation?.owner === 'agent') return;
    await next();
  },
});
