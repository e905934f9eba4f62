import type { Db } from 'mongodb';
import { z } from 'zod';
import type { Conversation, DeskPart } from '../domain/conversation.ts';
import { closeReasons, handoffReasons } from '../domain/desk.ts';
import type { AgentId, ConversationId, ShopperId, TicketId } from '../domain/ids.ts';
import type { ConversationStore } from '../ports/conversations.ts';
import { checked, type Documents, insertOnce, type Stored, shape } from './document.ts';
import { count, date, id, language, text } from './fields.ts';

const deskPart: z.ZodType<DeskPart> = z.object({
  ticket: id<TicketId>(),
  reason: z.enum(handoffReasons),
  department: text,
  priority: z.number(),
  dueAt: date,
  agent: id<AgentId>().optional(),
  leaseUntil: date.optional(),
  preferred: id<AgentId>().optional(),
  replied: z.boolean().optional(),
  mood: z.enum(['neutral', 'upset']),
  valueAtRiskMinor: count,
  shopperName: text.optional(),
  returning: z.boolean(),
  closedAt: date.optional(),
  closeReason: z.enum(closeReasons).optional(),
});

const conversations = shape<Conversation>(
  'conversations',
  z.object({
    id: id<ConversationId>(),
    shopper: id<ShopperId>(),
    channel: text,
    language,
    owner: z.enum(['bot', 'waiting', 'agent']),
    version: count,
    erasures: count.optional(),
    waitingSince: date.optional(),
    waitingReason: text.optional(),
    desk: deskPart.optional(),
    last: z.object({ seq: count, shopperSeq: count, preview: text.default('') }).optional(),
    reference: text.optional(),
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
    waiting: async () =>
      (await documents.find({ owner: 'waiting' }).sort({ waitingSince: 1 }).toArray()).map(conversations.read),
    handOver: async (conversation, from, next, now) => {
      const { waitingSince, desk } = next;
      const set = {
        owner: next.owner,
        ...(desk ? { desk: checked(deskPart, desk, `The desk's part of ${conversation}`) } : {}),
        ...(waitingSince ? { waitingSince, waitingReason: desk?.reason ?? '' } : {}),
      };
      const unset = {
        ...(desk ? {} : { desk: '' }),
        ...(waitingSince ? {} : { waitingSince: '', waitingReason: '' }),
      };
      const changed = await documents.findOneAndUpdate(
        { _id: conversation, owner: from.owner, version: from.version },
        {
          $set: set,
          ...(Object.keys(unset).length > 0 ? { $unset: unset } : {}),
          $max: { lastAt: now },
          $inc: { version: 1 },
        },
        { returnDocument: 'after' },
      );
      return changed && conversations.read(changed);
    },
    owned: async () =>
      (await documents.find({ owner: 'agent' }).sort({ lastAt: -1 }).toArray()).map(conversations.read),
    loads: async () => {
      const counted = documents.aggregate<{ _id: string; n: number }>([
        { $match: { owner: 'agent' } },
        { $group: { _id: '$desk.agent', n: { $sum: 1 } } },
      ]);
      return new Map((await counted.toArray()).map(({ _id, n }) => [_id as AgentId, n]));
    },
    atDesk: async () =>
      (await documents.find({ owner: { $in: ['waiting', 'agent'] } }, { projection: { version: 1 } }).toArray()).map(
        d => ({
          id: d._id as ConversationId,
          version: Number(d.version),
        }),
      ),
    ofBot: async limit =>
      (await documents.find({ owner: 'bot' }).sort({ lastAt: -1 }).limit(limit).toArray()).map(conversations.read),
    noteWords: async (conversation, words, now) => {
      await documents.updateOne(
        { _id: conversation },
        {
          $max: { 'last.seq': words.seq, 'last.shopperSeq': words.from === 'shopper' ? words.seq : 0, lastAt: now },
          ...(words.preview === undefined ? {} : { $set: { 'last.preview': words.preview } }),
        },
      );
    },
    markReplied: async (conversation, agent) => {
      const marked = await documents.updateOne(
        { _id: conversation, owner: 'agent', 'desk.agent': agent, 'desk.replied': { $exists: false } },
        { $set: { 'desk.replied': true } },
      );
      return marked.modifiedCount === 1;
    },
    noteErasure: async shopper => {
      await documents.updateMany({ shopper }, { $inc: { erasures: 1 } });
    },
    refer: async (conversation, reference) => {
      await documents.updateOne({ _id: conversation }, { $set: { reference } });
    },
  };
};
