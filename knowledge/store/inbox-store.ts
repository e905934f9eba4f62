import type { Db } from 'mongodb';
import type { InboxStore } from '../ports.ts';
import { type Documents, insertOnce, type Stored } from './document.ts';

export const inboxStore = (db: Db): InboxStore => {
  const documents: Documents = db.collection<Stored>('inbox');
  return {
    insertOnce: (id, now) => insertOnce(documents, { _id: id, at: now }),
    prune: async before => (await documents.deleteMany({ at: { $lt: before } })).deletedCount,
  };
};
