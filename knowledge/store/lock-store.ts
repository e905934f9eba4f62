import type { Db } from 'mongodb';
import type { LockStore } from '../ports/conversations.ts';
import { type Documents, isDuplicate, type Stored } from './document.ts';

/** The lease of a lock that was left: run out by any process's clock. */
const long = new Date(0);

/** A lock is free when its document is missing or its lease has run out; one conditional upsert takes it. */
export const lockStore = (db: Db): LockStore => {
  const documents: Documents = db.collection<Stored>('locks');
  const takeOver: LockStore['takeOver'] = async (name, owner, now, leaseMilliseconds) => {
    const until = new Date(now.getTime() + leaseMilliseconds);
    try {
      const before = await documents.findOneAndUpdate(
        { _id: name, $or: [{ until: { $lt: now } }, { owner }] },
        { $set: { owner, until } },
        { upsert: true, returnDocument: 'before' },
      );
      return typeof before?.owner === 'string' ? before.owner : '';
    } catch (error) {
      // The filter did not match, so the upsert met the document of whoever holds it.
      if (isDuplicate(error)) return null;
      throw error;
    }
  };
  return {
    take: async (name, owner, now, leaseMilliseconds) => (await takeOver(name, owner, now, leaseMilliseconds)) !== null,
    takeOver,
    renew: async (name, owner, now, leaseMilliseconds) => {
      const until = new Date(now.getTime() + leaseMilliseconds);
      const { matchedCount } = await documents.updateOne(
        { _id: name, owner, until: { $gt: long } },
        { $set: { until } },
      );
      return matchedCount === 1;
    },
    leave: async (name, owner) => {
      await documents.updateOne({ _id: name, owner }, { $set: { until: long } });
    },
    prune: async now => (await documents.deleteMany({ until: { $lt: now } })).deletedCount,
    release: async (name, owner) => {
      await documents.deleteOne({ _id: name, owner });
    },
    clear: async () => {
      await documents.deleteMany({});
    },
  };
};
