import { type Db, MongoBulkWriteError } from 'mongodb';
import { z } from 'zod';
import type { DeskEvent } from '../domain/desk.ts';
import type { ConversationId } from '../domain/ids.ts';
import type { DeskEventStore } from '../ports/desk.ts';
import { type Documents, isDuplicate, type Stored, shape } from './document.ts';
import { count, date, id, text } from './fields.ts';

const events = shape<DeskEvent & { readonly id: string }>(
  'deskEvents',
  z.object({
    id: text,
    seq: count.min(1),
    kind: z.enum(['conversation', 'message', 'note', 'agent', 'approval', 'suggestion', 'settings']),
    conversation: id<ConversationId>().optional(),
    department: text.optional(),
    data: text,
    at: date,
  }),
);

const read = (document: Stored): DeskEvent => {
  const { id: _, ...event } = events.read(document);
  return event;
};

type Draft = Omit<DeskEvent, 'seq'> & { readonly once: string };
interface Pending {
  readonly drafts: readonly Draft[];
  resolve(events: DeskEvent[]): void;
  reject(fault: unknown): void;
}

const batchSize = 500;

/**
 * Numbered like a transcript: n + 1 is the `_id` of the next document and is only tried once n is known to be there. What
 * is asked while a batch is on its way goes with the next one, so that many writers of a process cost few commands.
 */
export const deskEventStore = (db: Db): DeskEventStore => {
  const documents: Documents = db.collection<Stored>('deskEvents');
  let hint: number | undefined;
  let waiting: Pending[] = [];
  let running = false;

  const edge = async (direction: 1 | -1): Promise<number> => {
    const [found] = await documents
      .find({}, { projection: { seq: 1 } })
      .sort({ seq: direction })
      .limit(1)
      .toArray();
    return found ? Number(found.seq) : 0;
  };

  const write = async (drafts: readonly Draft[]): Promise<DeskEvent[]> => {
    const done: DeskEvent[] = [];
    while (done.length < drafts.length) {
      const before = hint ?? (await edge(-1));
      const batch = drafts.slice(done.length, done.length + batchSize).map(({ once, ...event }, i) => {
        const seq = before + 1 + i;
        return { once, event: { ...event, seq } };
      });
      const stored = batch.map(({ once, event }) => ({ ...events.write({ ...event, id: `e${event.seq}` }), once }));
      let inserted = batch.length;
      try {
        // In order, so that a number is taken only when the one before it is.
        await documents.insertMany(stored, { ordered: true });
      } catch (fault) {
        if (!(fault instanceof MongoBulkWriteError) && !isDuplicate(fault)) throw fault;
        if (fault instanceof MongoBulkWriteError && [fault.writeErrors].flat().some(e => e.code !== 11000)) throw fault;
        inserted = fault instanceof MongoBulkWriteError ? fault.insertedCount : 0;
      }
      done.push(...batch.slice(0, inserted).map(b => b.event));
      hint = before + inserted;
      const stuck = batch[inserted];
      if (!stuck) continue;
      const told = await documents.findOne({ once: stuck.once });
      if (told) done.push(read(told));
      else hint = undefined;
    }
    return done;
  };

  const pump = async (): Promise<void> => {
    running = true;
    while (waiting.length > 0) {
      const now = waiting;
      waiting = [];
      try {
        const written = await write(now.flatMap(p => p.drafts));
        let at = 0;
        for (const { drafts, resolve } of now) {
          resolve(written.slice(at, at + drafts.length));
          at += drafts.length;
        }
      } catch (fault) {
        hint = undefined;
        for (const { reject } of now) reject(fault);
      }
    }
    running = false;
  };

  return {
    append: drafts =>
      drafts.length === 0
        ? Promise.resolve([])
        : new Promise((resolve, reject) => {
            waiting.push({ drafts, resolve, reject });
            if (!running) void pump();
          }),
    after: async (seq, limit) =>
      (
        await documents
          .find({ seq: { $gt: seq } })
          .sort({ seq: 1 })
          .limit(limit)
          .toArray()
      ).map(read),
    last: () => edge(-1),
    first: () => edge(1),
    // The newest stays, or the numbers would begin again.
    prune: async before => {
      const newest = await edge(-1);
      return (await documents.deleteMany({ at: { $lt: before }, seq: { $lt: newest } })).deletedCount;
    },
  };
};
