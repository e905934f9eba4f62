import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Stores } from '../../knowledge/ports.ts';
import { openStores } from '../../knowledge/store/open.ts';
import { Child } from './child.ts';

export interface BenchOptions {
  readonly quick: boolean;
  readonly seed: number;
  /** Conversations at once. */
  readonly conversations: number;
  /** Also sample where the bot's CPU goes, by kind of turn. */
  readonly profile: boolean;
  readonly say: (line: string) => void;
}

/** Database and shop in processes of their own, on loopback and a folder that is gone at the end; this process is the load. */
export interface Surroundings {
  readonly database: Child;
  readonly shop: Child;
  readonly shopUrl: string;
  /** The same database, for setting up and for checking the books. */
  readonly stores: Stores;
  /** Another process of the bench on the same database; stopped with the rest. */
  start(program: 'direct-line-echo' | 'bare-echo'): Promise<Child>;
  close(): Promise<void>;
}

/** Shoppers and pilot visits of the demo shop: enough to train on in a few seconds. The catalogue is the whole one. */
const demoFor = (quick: boolean) =>
  quick ? { shoppers: 120, impressions: 1_000 } : { shoppers: 300, impressions: 3_000 };

export const loopback = (url: string): string => url.replace('localhost', '127.0.0.1');

export const openSurroundings = async (options: BenchOptions): Promise<Surroundings> => {
  const folder = await mkdtemp(join(tmpdir(), 'counteroffer-bench-'));
  const undo: (() => Promise<unknown>)[] = [() => rm(folder, { recursive: true, force: true })];
  const close = async (): Promise<void> => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  try {
    const database = await Child.start('database', { DATA_DIR: join(folder, 'db') });
    undo.push(() => database.stop());
    const uri = database.facts.uri!;
    const env = {
      PORT: '0',
      MONGODB_URI: uri,
      DATA_DIR: join(folder, 'shop'),
      COUNTEROFFER_SEED: String(options.seed),
      BENCH: JSON.stringify({ demo: demoFor(options.quick) }),
      // The load comes from one address on purpose.
      RATE_MESSAGES_BURST: '1000000',
      RATE_MESSAGES_PER_MINUTE: '1000000',
      RATE_OPENINGS_PER_MINUTE: '1000000',
      DIRECT_LINE_SECRET: '',
      PUBLIC_URL: '',
    };
    const shop = await Child.start('shop', env);
    undo.push(() => shop.stop());
    const stores = await openStores({ mongodbUri: uri });
    undo.push(() => stores.close());
    return {
      database,
      shop,
      shopUrl: loopback(shop.facts.url!),
      stores,
      start: async program => {
        const child = await Child.start(program, env);
        undo.push(() => child.stop());
        return child;
      },
      close,
    };
  } catch (fault) {
    await close();
    throw fault;
  }
};
