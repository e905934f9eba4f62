import { type Db, MongoClient } from 'mongodb';
import { startEmbedded } from '../embedded/server.ts';
import { ensureIndexes } from './indexes.ts';

export interface CopyOptions {
  /** A MongoDB address, or the folder of an embedded database (its server is joined when it runs). */
  readonly from: { readonly uri: string } | { readonly dataDir: string };
  readonly to: string;
  /** Name of the database on both sides unless an address names another. */
  readonly database?: string;
  /** Write into a database that holds documents already; those with the same id are replaced. */
  readonly overwrite?: boolean;
  readonly onProgress?: (collection: string, copied: number, total: number) => void;
  readonly log?: (message: string) => void;
}

export interface CopyReport {
  readonly collections: readonly { readonly name: string; readonly documents: number }[];
}

const batch = 500;
const timeoutMilliseconds = 10_000;

const databaseIn = (uri: string): string | undefined => /^mongodb(?:\+srv)?:\/\/[^/?]+\/([^?]+)/.exec(uri)?.[1];

const open = async (uri: string, name: string): Promise<{ client: MongoClient; db: Db }> => {
  const client = await new MongoClient(uri, {
    appName: 'counteroffer-copy',
    serverSelectionTimeoutMS: timeoutMilliseconds,
  }).connect();
  return { client, db: client.db(databaseIn(uri) ?? name) };
};

const copyCollection = async (source: Db, target: Db, name: string, options: CopyOptions): Promise<number> => {
  const total = await source.collection(name).countDocuments({});
  let copied = 0;
  let pending: Parameters<ReturnType<Db['collection']>['bulkWrite']>[0][number][] = [];
  const flush = async (): Promise<void> => {
    if (pending.length === 0) return;
    await target.collection(name).bulkWrite(pending);
    copied += pending.length;
    pending = [];
    options.onProgress?.(name, copied, total);
  };
  for await (const document of source.collection(name).find({})) {
    // Replacing by id makes a copy that was broken off repeatable.
    pending.push({ replaceOne: { filter: { _id: document._id }, replacement: document, upsert: true } });
    if (pending.length >= batch) await flush();
  }
  await flush();
  const there = await target.collection(name).countDocuments({});
  if (there < total) throw new Error(`Of ${total} documents in ${name} only ${there} arrived: run the copy again`);
  return copied;
};

/**
 * Copies every collection from one database to another and makes the indexes there. Nothing may write to the source
 * meanwhile. Throws when the target holds documents and `overwrite` is not set, and when fewer documents arrive than left.
 */
export const copyDatabase = async (options: CopyOptions): Promise<CopyReport> => {
  const name = options.database ?? 'counteroffer';
  const embedded =
    'dataDir' in options.from
      ? await startEmbedded({ dataDir: options.from.dataDir, port: 0, ...(options.log ? { log: options.log } : {}) })
      : null;
  const source = await open(embedded ? embedded.uri : (options.from as { uri: string }).uri, name);
  try {
    const target = await open(options.to, name);
    try {
      await ensureIndexes(target.db);
      const names = (await source.db.listCollections({}, { nameOnly: true }).toArray()).map(c => c.name).sort();
      if (!options.overwrite) {
        for (const collection of names) {
          if ((await target.db.collection(collection).countDocuments({})) > 0) {
            throw new Error(`The target holds ${collection} already: copy into an empty database, or say --overwrite`);
          }
        }
      }
      const collections: { name: string; documents: number }[] = [];
      for (const collection of names) {
        collections.push({
          name: collection,
          documents: await copyCollection(source.db, target.db, collection, options),
        });
      }
      return { collections };
    } finally {
      await target.client.close();
    }
  } finally {
    await source.client.close();
    await embedded?.close();
  }
};
