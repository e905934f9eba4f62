import type { Db } from 'mongodb';
import type { InboxStore } from '../ports/conversations.ts';
import { type Documents, insertOnce, type Stored } from './document.ts';

/** `open` is there only while a delivery waits for its answer, so that its sparse index holds few at any time. */
export const inboxStore = (db: Db): InboxStore => {
  const documents: Documents = db.collection<Stored>('inbox');
  return {
    insertOnce: (id, now) => insertOnce(documents, { _id: id, at: now }),
    accept: (id, note, now) => insertOnce(documents, { _id: id, at: now, open: now, note }),
    isOpen: async id => (await documents.findOne({ _id: id }, { projection: { open: 1 } }))?.open !== undefined,
    settle: async id => {
      await documents.updateOne({ _id: id }, { $unset: { open: '', note: '' } });
    },
    unsettled: async (before, limit) => {
      const found = await documents
        .find({ open: { $lt: before } })
        .sort({ open: 1 })
        .limit(limit)
        .toArray();
      return found.map(d => ({ id: d._id, note: String(d.note ?? '') }));
    },
    prune: async before => (await documents.deleteMany({ at: { $lt: before } })).deletedCount,
  };
};
