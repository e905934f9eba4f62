import type { Db } from 'mongodb';
import { z } from 'zod';
import type { Conversation } from '../domain/conversation.ts';
import type { ConversationId, ShopperId } from '../domain/ids.ts';
import type { ConversationStore } from '../ports.ts';
import { type Documents, insertOnce, type Stored, shape } from './document.ts';
import { count, date, id, language, text } from './fields.ts';

const conversations = shape<Conversation>(
  'conversations',
  z.object({
    id: id<ConversationId>(),
    shopper: id<ShopperId>(),
    channel: text,
    language,
    owner: z.enum(['bot', 'waiting', 'agent']),
    version: count,
    waitingSince: date.optional(),
    waitingReason: text.optional(),
    createdAt: date,
    lastAt: date,
  }),
);

export const conversationStore = (db: Db): ConversationStore => {
  const documents: Documents = db.collection<Stored>('conversations');
  const get = async (conversation: ConversationId): Promise<Conversation | null> => {
    const found = await documents.findOne({ _id: conversation });
    return found && conversations.read(found);
  };
  return {
    get,
    ensure: async conversation => {
      const known = await get(conversation.id);
      if (known) return known;
      if (await insertOnce(documents, conversations.write(conversation))) return conversation;
      return (await get(conversation.id)) ?? conversation;
    },
    latestOf: async shopper => {
      const [latest] = await documents.find({ shopper }).sort({ lastAt: -1 }).limit(1).toArray();
      return latest ? conversations.read(latest) : null;
    },
    touch: async (conversation, next, now) => {
      await documents.updateOne({ _id: conversation }, { $set: { language: next }, $max: { lastAt: now } });
    },
    setOwner: async (conversation, from, version, to, now, reason) => {
      const changed = await documents.findOneAndUpdate(
        { _id: conversation, owner: from, version },
        to === 'waiting'
          ? {
              $set: { owner: to, waitingSince: now, waitingReason: reason ?? '' },
              $max: { lastAt: now },
              $inc: { version: 1 },
            }
          : {
              $set: { owner: to },
              $unset: { waitingSince: '', waitingReason: '' },
              $max: { lastAt: now },
              $inc: { version: 1 },
            },
        { returnDocument: 'after' },
      );
      return changed && conversations.read(changed);
    },
    waiting: async () =>
      (await documents.find({ owner: 'waiting' }).sort({ waitingSince: 1 }).toArray()).map(conversations.read),
  };
};
