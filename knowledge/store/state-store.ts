import { randomUUID } from 'node:crypto';
import type { Db } from 'mongodb';
import type { StateStore } from '../ports/conversations.ts';
import { DamagedDocumentError, type Documents, insertOnce, type Stored } from './document.ts';

/** The state was changed by somebody else since it was read: read again and repeat the turn. */
export class StaleStateError extends Error {
  override readonly name = 'StaleStateError';
  readonly key: string;
  constructor(key: string) {
    super(`State "${key}" was changed since it was read`);
    this.key = key;
  }
}

const read = (document: Stored): { json: string; eTag: string } => {
  const { json, eTag } = document;
  if (typeof json === 'string' && typeof eTag === 'string') return { json, eTag };
  throw new DamagedDocumentError(`Document "${document._id}" in state can't be read: json and eTag must be texts`);
};

/** eTags are random, not counted: a state deleted and made anew must not match an old tag. */
export const stateStore = (db: Db): StateStore => {
  const documents: Documents = db.collection<Stored>('state');
  return {
    read: async keys => {
      if (keys.length === 0) return {};
      const found = await documents.find({ _id: { $in: [...keys] } }).toArray();
      return Object.fromEntries(found.map(d => [d._id, read(d)]));
    },
    write: async (key, json, eTag) => {
      const next = randomUUID();
      const $set = { json, eTag: next };
      const written =
        eTag === undefined
          ? await insertOnce(documents, { _id: key, ...$set })
          : eTag === '*'
            ? (await documents.updateOne({ _id: key }, { $set }, { upsert: true })).acknowledged
            : (await documents.updateOne({ _id: key, eTag }, { $set })).matchedCount === 1;
      if (!written) throw new StaleStateError(key);
      return next;
    },
    delete: async keys => {
      if (keys.length > 0) await documents.deleteMany({ _id: { $in: [...keys] } });
    },
  };
};
