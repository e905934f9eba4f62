import type { Db } from 'mongodb';
import { z } from 'zod';
import type { TranscriptEntry } from '../domain/conversation.ts';
import type { ConversationId } from '../domain/ids.ts';
import type { TranscriptStore } from '../ports/conversations.ts';
import { type Documents, insertOnce, type Stored, shape } from './document.ts';
import { count, date, id, text } from './fields.ts';

const entries = shape<TranscriptEntry & { readonly id: string }>(
  'transcripts',
  z.object({
    id: text,
    conversation: id<ConversationId>(),
    seq: count.min(1),
    activityId: text,
    from: z.enum(['shopper', 'bot', 'agent', 'system']),
    activity: text,
    at: date,
  }),
);

const read = (document: Stored): TranscriptEntry => {
  const { id: _, ...entry } = entries.read(document);
  return entry;
};

const rememberedConversations = 5_000;

/**
 * There is no counter to crash after: number n + 1 is the `_id` of the next document and is only tried once n is known
 * to be there, so the numbers have no gap at any moment, and of two writers one gets the number and the other the next.
 * The last number seen is remembered as a hint; with one writer per conversation an append is a single insert.
 */
export const transcriptStore = (db: Db): TranscriptStore => {
  const documents: Documents = db.collection<Stored>('transcripts');
  const hints = new Map<ConversationId, number>();
  const queues = new Map<ConversationId, Promise<unknown>>();

  const last = async (conversation: ConversationId): Promise<number> => {
    const [newest] = await documents
      .find({ conversation }, { projection: { seq: 1 } })
      .sort({ seq: -1 })
      .limit(1)
      .toArray();
    return newest ? Number(newest.seq) : 0;
  };

  const remember = (conversation: ConversationId, seq: number): void => {
    hints.delete(conversation);
    hints.set(conversation, seq);
    const oldest = hints.keys().next();
    if (hints.size > rememberedConversations && !oldest.done) hints.delete(oldest.value);
  };

  const append = async (
    entry: Omit<TranscriptEntry, 'seq'>,
    allowed?: () => Promise<boolean>,
  ): Promise<number | null> => {
    const { conversation } = entry;
    const once = `${conversation}|${entry.activityId}`;
    let before = hints.get(conversation) ?? (await last(conversation));
    for (;;) {
      // Asked after `before` is known and before the next number is taken: whoever changes their mind first and writes
      // that down second can't be overlooked, since what they wrote would have this number.
      if (allowed && !(await allowed())) return null;
      const seq = before + 1;
      const document = entries.write({ ...entry, id: `${conversation}#${seq}`, seq });
      if (await insertOnce(documents, { ...document, once })) {
        remember(conversation, seq);
        return seq;
      }
      const known = await documents.findOne({ once }, { projection: { seq: 1 } });
      if (known) return Number(known.seq);
      before = await last(conversation);
    }
  };

  /** Appends of this process to one conversation go one after another, in the order asked. */
  const inOrder = (conversation: ConversationId, run: () => Promise<number | null>): Promise<number | null> => {
    const mine = (queues.get(conversation) ?? Promise.resolve()).then(run, run);
    queues.set(conversation, mine);
    const tidy = () => {
      if (queues.get(conversation) === mine) queues.delete(conversation);
    };
    mine.then(tidy, tidy);
    return mine;
  };

  return {
    // Without a condition there is always a number.
    append: async entry => (await inOrder(entry.conversation, () => append(entry))) as number,
    appendIf: (entry, allowed) => inOrder(entry.conversation, () => append(entry, allowed)),
    after: async (conversation, seq, limit) => {
      const filter = { conversation, seq: { $gt: seq } };
      return (await documents.find(filter).sort({ seq: 1 }).limit(limit).toArray()).map(read);
    },
    get: async (conversation, activityId) => {
      const found = await documents.findOne({ once: `${conversation}|${activityId}` });
      return found && read(found);
    },
    last,
  };
};
