import type { Db } from 'mongodb';
import type { PresenceStore } from '../ports.ts';
import type { Documents, Stored } from './document.ts';

const literally = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Rows that live as long as somebody rewrites them. They are few, and those long silent go with the next look. */
export const presenceStore = (db: Db): PresenceStore => {
  const documents: Documents = db.collection<Stored>('presence');
  return {
    beat: async (id, what, now) => {
      await documents.updateOne({ _id: id }, { $set: { what, at: now } }, { upsert: true });
    },
    alive: async (prefix, since) => {
      const found = await documents.find({ _id: { $regex: `^${literally(prefix)}` }, at: { $gte: since } }).toArray();
      return found.map(d => ({ id: d._id, what: String(d.what) }));
    },
    leave: async id => {
      await documents.deleteOne({ _id: id });
    },
  };
};
