import { setTimeout as delay } from 'node:timers/promises';
import { type Db, MongoClient, type MongoClientOptions } from 'mongodb';
import { appName } from '../embedded/app-name.ts';
import { type EmbeddedServer, startEmbedded } from '../embedded/server.ts';
import type { Stores } from '../ports.ts';
import { agentStore } from './agent-store.ts';
import { articleStore } from './article-store.ts';
import { browseStore } from './browse-store.ts';
import { cartStore } from './cart-store.ts';
import { codeStore } from './code-store.ts';
import { conversationStore } from './conversation-store.ts';
import { deskEventStore } from './desk-event-store.ts';
import { deskStore } from './desk-store.ts';
import { factStore } from './fact-store.ts';
import { articleCheckStore, gapStore } from './gap-store.ts';
import { impressionStore } from './impression-store.ts';
import { inboxStore } from './inbox-store.ts';
import { ensureIndexes } from './indexes.ts';
import { learningStore } from './learning-store.ts';
import { lockStore } from './lock-store.ts';
import { mentionStore } from './mention-store.ts';
import { offerStore } from './offer-store.ts';
import { orderStore } from './order-store.ts';
import { pacingStore } from './pacing-store.ts';
import { presenceStore } from './presence-store.ts';
import { productStore } from './product-store.ts';
import { promotionStore } from './promotion-store.ts';
import { ratingStore } from './rating-store.ts';
import { redemptionStore } from './redemption-store.ts';
import { returnStore } from './return-store.ts';
import { shopStore } from './shop-store.ts';
import { shopperStore } from './shopper-store.ts';
import { stateStore } from './state-store.ts';
import { ticketStore } from './ticket-store.ts';
import { transcriptStore } from './transcript-store.ts';

export interface OpenOptions {
  /** A MongoDB server or cluster; without it the embedded server runs (or the one already running on the port is joined). */
  readonly mongodbUri?: string | undefined;
  /** Where the embedded server writes; null: in memory. Default ./data. */
  readonly dataDir?: string | null | undefined;
  /** Port of the embedded server; 0: any free one. Default 27717, or 0 in memory. */
  readonly dbPort?: number | undefined;
  /** Fail instead of looking for another port when it is taken by a stranger. */
  readonly dbPortFixed?: boolean | undefined;
  /** Default: the one the address names, else "counteroffer". */
  readonly database?: string | undefined;
  readonly log?: ((message: string) => void) | undefined;
}

const defaultDatabase = 'counteroffer';
const defaultPort = 27_717;
const joinAttempts = 4;

/**
 * Opens every store, on MongoDB or on the embedded server; which of the two is known here only. Throws when the server
 * can't be reached within 10 s, refuses the login, or the embedded data can't be opened.
 */
export const openStores = async (options: OpenOptions = {}): Promise<Stores> => {
  const log = options.log ?? (() => {});
  if (options.mongodbUri !== undefined) return connect(options.mongodbUri, options.database, log);
  const dataDir = options.dataDir === undefined ? './data' : options.dataDir;
  for (let attempt = 1; ; attempt++) {
    const server = await startEmbedded({
      dataDir,
      port: options.dbPort ?? (dataDir === null ? 0 : defaultPort),
      log,
      ...(options.dbPortFixed !== undefined && { portFixed: options.dbPortFixed }),
    });
    try {
      return await connect(server.uri, options.database, log, server);
    } catch (error) {
      await server.close();
      // The owner that was joined has just stopped: the folder is free, or has another owner.
      if (!server.joined || attempt === joinAttempts) throw error;
      log(`The server at port ${server.port} went away; trying again`);
      await delay(200 * attempt);
    }
  }
};

const connect = async (
  uri: string,
  database: string | undefined,
  log: (message: string) => void,
  server?: EmbeddedServer,
): Promise<Stores> => {
  let client = await clientOf(uri, {});
  try {
    const ferret = await ferretVersion(client);
    if (ferret !== undefined) {
      // Its updates read and then write back: guards hold only if no two are under way at once.
      await client.close();
      client = await clientOf(uri, { maxPoolSize: 1 });
      log(`FerretDB ${ferret} updates are not atomic: using one connection, run only one bot process on it`);
    }
    const db = client.db(database ?? databaseIn(uri) ?? defaultDatabase);
    await ensureIndexes(db);
    return storesOn(db, describe(client, server), async () => {
      await client.close();
      await server?.close();
    });
  } catch (error) {
    await client.close();
    throw error;
  }
};

const clientOf = (uri: string, options: MongoClientOptions): Promise<MongoClient> =>
  new MongoClient(uri, {
    appName,
    ignoreUndefined: true,
    serverSelectionTimeoutMS: 10_000,
    ...options,
  }).connect();

const ferretVersion = async (client: MongoClient): Promise<string | undefined> => {
  const info = await client.db('admin').command({ buildInfo: 1 });
  if (typeof info.ferretdbVersion === 'string') return info.ferretdbVersion;
  return info.ferretdb === undefined ? undefined : String(info.ferretdb?.version ?? 'of unknown version');
};

/** The database the address names: "mongodb://host/NAME?…". */
const databaseIn = (uri: string): string | undefined => {
  const named = /^mongodb(?:\+srv)?:\/\/[^/?]+\/([^?]+)/.exec(uri)?.[1];
  return named === undefined ? undefined : decodeURIComponent(named);
};

const describe = (client: MongoClient, server: EmbeddedServer | undefined): string => {
  if (!server) return `MongoDB at ${client.options.srvHost ?? client.options.hosts.map(String).join(', ')}`;
  const where = server.dataDir === null ? 'in memory' : `in ${server.dataDir}`;
  return server.joined ? `embedded ${where}, joined` : `embedded ${where}`;
};

const storesOn = (db: Db, description: string, close: () => Promise<void>): Stores => {
  const redemptions = redemptionStore(db);
  return {
    shop: shopStore(db),
    products: productStore(db),
    articles: articleStore(db),
    shoppers: shopperStore(db),
    facts: factStore(db),
    orders: orderStore(db),
    returns: returnStore(db),
    carts: cartStore(db),
    browsing: browseStore(db),
    ratings: ratingStore(db),
    mentions: mentionStore(db),
    promotions: promotionStore(db),
    offers: offerStore(db),
    impressions: impressionStore(db),
    gaps: gapStore(db),
    articleChecks: articleCheckStore(db),
    learning: learningStore(db),
    pacing: pacingStore(db),
    redemptions,
    pools: redemptions.pools,
    codes: codeStore(db),
    conversations: conversationStore(db),
    transcripts: transcriptStore(db),
    inbox: inboxStore(db),
    state: stateStore(db),
    locks: lockStore(db),
    tickets: ticketStore(db),
    agents: agentStore(db),
    desk: deskStore(db),
    deskEvents: deskEventStore(db),
    presence: presenceStore(db),
    books: redemptions.books,
    ping: async () => {
      await db.command({ ping: 1 });
    },
    describe: description,
    close,
  };
};
