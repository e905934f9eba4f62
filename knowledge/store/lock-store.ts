import type { Db } from 'mongodb';
import type { LockStore } from '../ports/conversations.ts';
import { type Documents, isDuplicate, type Stored } from './document.ts';

/** A lock is free when its document is missing or its lease has run out; one conditional upsert takes or renews it. */
export const lockStore = (db: Db): LockStore => {
  const documents: Documents = db.collection<Stored>('locks');
  return {
    take: async (name, owner, now, leaseMilliseconds) => {
      const until = new Date(now.getTime() + leaseMilliseconds);
      try {
        await documents.updateOne(
          { _id: name, $or: [{ until: { $lt: now } }, { owner }] },
          { $set: { owner, until } },
          { upsert: true },
        );
        return true;
      } catch (error) {
        // The filter did not match, so the upsert met the document of whoever holds it.
        if (isDuplicate(error)) return false;
        throw error;
      }
    },
    release: async (name, owner) => {
      await documents.deleteOne({ _id: name, owner });
    },
    clear: async () => {
      await documents.deleteMany({});
    },
  };
};
