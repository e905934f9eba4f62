import { randomUUID } from 'node:crypto';
import { MongoClient } from 'mongodb';
import { startEmbedded } from '../embedded/server.ts';
import type { Stores } from '../ports.ts';
import { openStores } from './open.ts';

export interface OpenedServer {
  readonly stores: Stores;
  readonly uri: string;
  readonly database: string;
  /** Stores on a connection of their own, as another process would have. */
  again(): Promise<Stores>;
  drop(): Promise<void>;
}

export interface TestServer {
  readonly name: string;
  /** Stores on an empty database, and how to leave nothing behind. */
  open(): Promise<OpenedServer>;
}

const dropDatabase = async (uri: string, database: string): Promise<void> => {
  const client = await new MongoClient(uri).connect();
  await client.db(database).dropDatabase();
  await client.close();
};

const embedded: TestServer = {
  name: 'the embedded server',
  open: async () => {
    const server = await startEmbedded({ dataDir: null, port: 0 });
    const database = 'contract';
    const stores = await openStores({ mongodbUri: server.uri, database });
    return {
      stores,
      uri: server.uri,
      database,
      again: () => openStores({ mongodbUri: server.uri, database }),
      drop: async () => {
        await stores.close();
        await server.close();
      },
    };
  },
};

const real = (uri: string): TestServer => ({
  name: 'the server MONGODB_URI names',
  open: async () => {
    const database = `contract-${randomUUID().slice(0, 8)}`;
    const stores = await openStores({ mongodbUri: uri, database });
    return {
      stores,
      uri,
      database,
      again: () => openStores({ mongodbUri: uri, database }),
      drop: async () => {
        await stores.close();
        await dropDatabase(uri, database);
      },
    };
  },
});

/** The embedded server always; the real one too when MONGODB_URI is set, in a database of its own. */
export const testServers = (): TestServer[] => {
  const uri = process.env.MONGODB_URI;
  return uri ? [embedded, real(uri)] : [embedded];
};

export const collect = async <T>(all: AsyncIterable<T>): Promise<T[]> => {
  const result: T[] = [];
  for await (const one of all) result.push(one);
  return result;
};

/** All started at the same time. */
export const times = <T>(count: number, run: (i: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: count }, (_, i) => run(i)));
