import type { Db } from 'mongodb';
import { z } from 'zod';
import {
  type Approval,
  type Canned,
  type Correction,
  type DeskSettings,
  handoffReasons,
  type Note,
} from '../domain/desk.ts';
import type { AgentId, ArticleId, CampaignId, ConversationId } from '../domain/ids.ts';
import type { DeskStore } from '../ports/desk.ts';
import { type Documents, insertOnce, type Stored, shape } from './document.ts';
import { count, date, id, language, localized, money, text } from './fields.ts';

const reason = z.enum(handoffReasons);
const hours = z.array(z.object({ days: z.array(count), from: text, to: text }));

const settings = shape<DeskSettings>(
  'deskSettings',
  z.object({
    id: z.literal('desk'),
    hours,
    departments: z.array(
      z.object({
        key: text,
        name: localized,
        hours: hours.optional(),
        whenClosed: z.enum(['queue', 'refuse']),
        reasons: z.array(reason),
      }),
    ),
    topics: z.array(z.object({ words: z.array(text), department: text })),
    valueAtRisk: money,
    slaSeconds: z.record(reason, count),
    waitTimeoutSeconds: count,
    leaseSeconds: count,
    reopenMinutes: count,
    supervisorCap: money,
    goodwillCampaign: id<CampaignId>().optional(),
    newProductShare: z.number().min(0).max(1).optional(),
  }),
);
const notes = shape<Note>(
  'deskNotes',
  z.object({ id: text, conversation: id<ConversationId>(), by: id<AgentId>(), text, at: date }),
);
const cannedReplies = shape<Canned>('deskCanned', z.object({ id: text, title: text, text: localized }));
const approvals = shape<Approval>(
  'deskApprovals',
  z.object({
    id: text,
    conversation: id<ConversationId>(),
    by: id<AgentId>(),
    saves: money,
    reason: text,
    request: text,
    state: z.enum(['asked', 'approved', 'refused']),
    askedAt: date,
    decidedBy: id<AgentId>().optional(),
    decidedAt: date.optional(),
    note: text.optional(),
  }),
);
const corrections = shape<Correction>(
  'deskCorrections',
  z.object({
    id: text,
    conversation: id<ConversationId>(),
    seq: count,
    question: text,
    wrong: text,
    better: text,
    language,
    by: id<AgentId>(),
    at: date,
    state: z.enum(['open', 'published', 'dismissed']),
    article: id<ArticleId>().optional(),
  }),
);

export const deskStore = (db: Db): DeskStore => {
  const of = (name: string): Documents => db.collection<Stored>(name);
  const [settled, noted, canned, asked, corrected] = [
    of('deskSettings'),
    of('deskNotes'),
    of('deskCanned'),
    of('deskApprovals'),
    of('deskCorrections'),
  ];
  return {
    settings: async () => {
      const found = await settled.findOne({ _id: 'desk' });
      return found && settings.read(found);
    },
    putSettings: async value => {
      const { _id, ...replacement } = settings.write(value);
      await settled.replaceOne({ _id }, replacement, { upsert: true });
    },
    canned: async () => (await canned.find().sort({ _id: 1 }).toArray()).map(cannedReplies.read),
    putCanned: async value => {
      const { _id, ...replacement } = cannedReplies.write(value);
      await canned.replaceOne({ _id }, replacement, { upsert: true });
    },
    deleteCanned: async key => {
      await canned.deleteOne({ _id: key });
    },
    addNote: note => insertOnce(noted, notes.write(note)),
    notes: async conversation => (await noted.find({ conversation }).sort({ at: 1 }).toArray()).map(notes.read),
    insertApproval: approval => insertOnce(asked, approvals.write(approval)),
    approval: async key => {
      const found = await asked.findOne({ _id: key });
      return found && approvals.read(found);
    },
    openApprovals: async () =>
      (await asked.find({ state: 'asked' }).sort({ askedAt: 1 }).toArray()).map(approvals.read),
    decideApproval: async (key, decision) => {
      const decided = await asked.findOneAndUpdate(
        { _id: key, state: 'asked' },
        { $set: { ...decision } },
        { returnDocument: 'after' },
      );
      return decided && approvals.read(decided);
    },
    insertCorrection: correction => insertOnce(corrected, corrections.write(correction)),
    correction: async key => {
      const found = await corrected.findOne({ _id: key });
      return found && corrections.read(found);
    },
    corrections: async (state, limit) =>
      (await corrected.find({ state }).sort({ at: -1 }).limit(limit).toArray()).map(corrections.read),
    correctionsOf: async conversation => (await corrected.find({ conversation }).toArray()).map(corrections.read),
    countCorrections: (from, to) => corrected.countDocuments({ at: { $gte: from, $lt: to } }),
    decideCorrection: async (key, state, article) => {
      const decided = await corrected.findOneAndUpdate(
        { _id: key, state: 'open' },
        { $set: { state, ...(article ? { article } : {}) } },
        { returnDocument: 'after' },
      );
      return decided && corrections.read(decided);
    },
  };
};
