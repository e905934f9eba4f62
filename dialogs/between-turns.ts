/** What happened to a conversation between two turns of the bot, and what its memory is after that. */
import type { Conversation } from '../knowledge/domain/conversation.ts';
import type { ConversationMemory } from './memory.ts';
import { untold } from './untold.ts';

/** The conversation changed hands since the bot's last turn and is the bot's again: the queue was left, or a person had it. */
const hadByPerson = (memory: ConversationMemory, conversation: Conversation | undefined): boolean =>
  conversation?.owner === 'bot' && memory.ownerVersion !== undefined && memory.ownerVersion !== conversation.version;

/** The shopper had everything erased since the latest turn: on the shop's page, or in another conversation. */
const erasedElsewhere = (memory: ConversationMemory, conversation: Conversation | undefined): boolean =>
  conversation !== undefined && memory.turns > 0 && (conversation.erasures ?? 0) !== (memory.erasures ?? 0);

/** What led to that hand-off is settled, and never leads to another. */
const settledByPerson = {
  failures: 0,
  serviceFirst: false,
  complainedAt: undefined,
  contactAskedAt: undefined,
} as const;

export interface UpToDate {
  readonly memory: ConversationMemory;
  /** A person had it, or it waited for one. */
  readonly returned: boolean;
  /** All that was noted of the shopper was erased. */
  readonly erased: boolean;
}

export const broughtUpToDate = (remembered: ConversationMemory, conversation: Conversation | undefined): UpToDate => {
  const returned = hadByPerson(remembered, conversation);
  const erased = erasedElsewhere(remembered, conversation);
  return {
    memory: {
      ...(erased ? untold(remembered) : remembered),
      ...(returned ? settledByPerson : {}),
      ...(conversation ? { ownerVersion: conversation.version, erasures: conversation.erasures ?? 0 } : {}),
    },
    returned,
    erased,
  };
};
