import type { Db } from 'mongodb';
import { z } from 'zod';
import { closeReasons, handoffReasons, type Ticket } from '../domain/desk.ts';
import type { AgentId, ConversationId, OfferId, ShopperId, TicketId } from '../domain/ids.ts';
import type { TicketStore } from '../ports/desk.ts';
import { checked, type Documents, insertOnce, type Stored, shape } from './document.ts';
import { count, date, id, language, text } from './fields.ts';

const fields = z.object({
  id: id<TicketId>(),
  conversation: id<ConversationId>(),
  shopper: id<ShopperId>(),
  channel: text,
  language,
  reason: z.enum(handoffReasons),
  department: text,
  openedAt: date,
  dueAt: date,
  firstAgent: id<AgentId>().optional(),
  agent: id<AgentId>().optional(),
  claimedAt: date.optional(),
  firstReplyAt: date.optional(),
  closedAt: date.optional(),
  closeReason: z.enum(closeReasons).optional(),
  contact: z.object({ kind: z.enum(['email', 'phone']), value: text }).optional(),
  rating: count.min(1).max(5).optional(),
  comment: text.optional(),
  outcome: z.enum(['confirmed', 'unresolved', 'silent']).optional(),
  timedOut: z.boolean().optional(),
  corrections: count,
  goodwill: z.array(z.object({ offer: id<OfferId>(), minor: count })),
});
// `open` is there only until it is closed, so that its sparse index holds few.
const tickets = shape<Ticket>('tickets', fields);

/** Written once and then kept, whoever comes later. */
const firsts = ['firstAgent', 'claimedAt', 'firstReplyAt'] as const;

export const ticketStore = (db: Db): TicketStore => {
  const documents: Documents = db.collection<Stored>('tickets');
  const list = async (filter: object, limit = 0): Promise<Ticket[]> =>
    (await documents.find(filter).sort({ openedAt: -1 }).limit(limit).toArray()).map(tickets.read);
  return {
    insert: ticket =>
      insertOnce(documents, { ...tickets.write(ticket), ...(ticket.closedAt ? {} : { open: ticket.openedAt }) }),
    get: async ticket => {
      const found = await documents.findOne({ _id: ticket });
      return found && tickets.read(found);
    },
    update: async (ticket, set) => {
      const given = checked(fields.partial(), set, `Ticket ${ticket}`);
      for (const first of firsts) {
        if (given[first] === undefined) continue;
        await documents.updateOne({ _id: ticket, [first]: { $exists: false } }, { $set: { [first]: given[first] } });
        delete given[first];
      }
      if (Object.keys(given).length > 0) await documents.updateOne({ _id: ticket }, { $set: given });
    },
    addGoodwill: async (ticket, given) => {
      await documents.updateOne({ _id: ticket }, { $addToSet: { goodwill: given } });
    },
    addCorrection: async ticket => {
      await documents.updateOne({ _id: ticket }, { $inc: { corrections: 1 } });
    },
    close: async (ticket, at, reason) => {
      const closed = await documents.updateOne(
        { _id: ticket, closedAt: { $exists: false } },
        { $set: { closedAt: at, closeReason: reason }, $unset: { open: '' } },
      );
      return closed.modifiedCount === 1;
    },
    rate: async (ticket, shopper, rating) => {
      const rated = await documents.updateOne(
        { _id: ticket, shopper, rating: { $exists: false } },
        { $set: { rating } },
      );
      return rated.modifiedCount === 1;
    },
    ofConversation: conversation => list({ conversation }),
    recent: limit => list({}, limit),
    between: (from, to) => list({ openedAt: { $gte: from, $lt: to } }),
    open: () => list({ open: { $exists: true } }),
  };
};
