import type { Db } from 'mongodb';
import type { PresenceStore } from '../ports/desk.ts';
import type { Documents, Stored } from './document.ts';

const literally = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Rows that live as long as somebody rewrites them. They are few, and those long silent go with the next look. */
export const presenceStore = (db: Db): PresenceStore => {
  const documents: Documents = db.collection<Stored>('presence');
  return {
    beat: async (id, what, now) => {
      await documents.updateOne({ _id: id }, { $set: { what, at: now } }, { upsert: true });
    },
    has: async id => (await documents.findOne({ _id: id }, { projection: { _id: 1 } })) !== null,
    prune: async before => (await documents.deleteMany({ at: { $lt: before } })).deletedCount,
    alive: async (prefix, since) => {
      const found = await documents.find({ _id: { $regex: `^${literally(prefix)}` }, at: { $gte: since } }).toArray();
      return found.map(d => ({ id: d._id, what: String(d.what) }));
    },
    leave: async id => {
      await documents.deleteOne({ _id: id });
    },
  };
};
