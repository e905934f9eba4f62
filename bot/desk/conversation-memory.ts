import type { ConversationReference } from 'botbuilder-core';
import { type ConversationMemory, emptyMemory } from '../../dialogs/memory.ts';
import type { Conversation } from '../../knowledge/domain/conversation.ts';
import type { StateStore } from '../../knowledge/ports/conversations.ts';

/** The key botbuilder's ConversationState saves under: the channel's own names for itself and the conversation. */
const keyOf = (conversation: Conversation): string => {
  const foreign = conversation.reference
    ? (JSON.parse(conversation.reference) as Partial<ConversationReference>)
    : undefined;
  return `${foreign?.channelId ?? 'directline'}/conversations/${foreign?.conversation?.id ?? conversation.id}/`;
};

/** What the bot remembers of a conversation, read only. */
export const memoryOf = async (state: StateStore, conversation: Conversation): Promise<ConversationMemory> => {
  const key = keyOf(conversation);
  const stored = (await state.read([key]))[key];
  if (!stored) return emptyMemory;
  const { memory } = JSON.parse(stored.json) as { memory?: ConversationMemory };
  return { ...emptyMemory, ...memory };
};
