import { randomBytes, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { type Logger, pino } from 'pino';
import { sweep } from '../dialogs/offers/sweep.ts';
import { createIndexes } from '../dialogs/services.ts';
import { Catalogue } from '../knowledge/catalogue.ts';
import { seedDemo } from '../knowledge/demo/seed.ts';
import { type Clock, steadyClock } from '../knowledge/domain/clock.ts';
import type { Stores } from '../knowledge/ports.ts';
import { openStores } from '../knowledge/store/open.ts';
import { openModels, type ServedModels, type TrainOutcome } from '../models/serve/models.ts';
import { Sessions } from './access.ts';
import type { BotLogic } from './bot.ts';
import { docsRoutes } from './docs/docs-routes.ts';
import { helpRoutes } from './help/help-routes.ts';
import { pruneInbox } from './middleware/once.ts';
import { PromotionBot } from './promotion-bot.ts';
import type { Settings } from './settings.ts';
import { pictureRoute } from './shop-api/catalogue-operations.ts';
import { routesOf } from './shop-api/operation.ts';
import { operations } from './shop-api/operations.ts';
import type { ShopApi } from './shop-api/shop-api.ts';
import { StateStorage } from './state.ts';
import { startWeb, type Web, type WebOptions } from './web.ts';

export interface AppOptions {
  readonly settings: Settings;
  readonly log?: Logger;
  readonly clock?: Clock;
  /** The database in memory, gone at the end: tests and benches. */
  readonly inMemory?: boolean;
  /** Where the models are kept; <DATA_DIR>/models unless given. */
  readonly modelsDir?: string;
  /** Train in the background while there is no model yet. Default true. */
  readonly train?: boolean;
  /** A smaller demo shop than the usual one. */
  readonly demo?: { readonly shoppers?: number; readonly products?: number; readonly impressions?: number };
  /** Another bot than the real one: the bench's echo. */
  readonly bot?: BotLogic;
  readonly onSeedProgress?: (done: number, total: number, what: string) => void;
  /** One sentence at a time for the operator: what the database and the models are doing. */
  readonly onNews?: (sentence: string) => void;
}

export interface App {
  readonly url: string;
  readonly port: number;
  readonly stores: Stores;
  readonly catalogue: Catalogue;
  readonly models: ServedModels;
  readonly web: Web;
  readonly bot: BotLogic;
  /** The first training, when one was needed. */
  readonly training: Promise<TrainOutcome> | null;
  close(): Promise<void>;
}

const seedLease = 120_000;

/** Makes the demo shop unless there is a shop; of several processes starting at once one does it and the others wait. */
const ensureShop = async (stores: Stores, options: AppOptions, clock: Clock): Promise<void> => {
  const { settings } = options;
  const owner = randomUUID();
  while (!(await stores.shop.get())) {
    if (!settings.SHOP_DEMO) {
      throw new Error('The database holds no shop and SHOP_DEMO is off: run npm run import first, or set SHOP_DEMO=on');
    }
    if (!(await stores.locks.take('seed', owner, clock(), seedLease))) {
      await delay(250);
      continue;
    }
    const renew = setInterval(() => {
      stores.locks.take('seed', owner, clock(), seedLease).catch(() => undefined);
    }, seedLease / 4);
    try {
      const onProgress = options.onSeedProgress;
      await seedDemo(stores, {
        seed: settings.COUNTEROFFER_SEED,
        now: clock(),
        ...options.demo,
        ...(onProgress ? { onProgress } : {}),
      });
    } finally {
      clearInterval(renew);
      await stores.locks.release('seed', owner);
    }
  }
};

/** What the trainer's process needs to find the same database. */
const trainerEnv = (settings: Settings): Record<string, string | undefined> => ({
  ...process.env,
  MONGODB_URI: settings.MONGODB_URI,
  DATA_DIR: settings.DATA_DIR,
  DB_PORT: settings.DB_PORT === undefined ? undefined : String(settings.DB_PORT),
  COUNTEROFFER_BACKEND: settings.COUNTEROFFER_BACKEND,
});

const every = (
  milliseconds: number,
  log: Logger,
  what: string,
  work: () => Promise<unknown>,
): (() => Promise<void>) => {
  let running: Promise<unknown> | null = null;
  const timer = setInterval(() => {
    running ??= work()
      .catch(err => log.error({ err }, `${what} failed`))
      .finally(() => {
        running = null;
      });
  }, milliseconds);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await running;
  };
};

/** The whole product in one process: database, shop, models, bot, server. Throws a sentence when any part can't start. */
export const createApp = async (options: AppOptions): Promise<App> => {
  const { settings } = options;
  const clock = options.clock ?? steadyClock();
  const log = options.log ?? pino({ level: settings.LOG_LEVEL });
  const news = options.onNews ?? (() => {});
  const undo: (() => Promise<unknown> | unknown)[] = [];
  const close = async (): Promise<void> => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  try {
    const stores = await openStores(
      options.inMemory
        ? { dataDir: null, dbPort: 0, log: news }
        : {
            mongodbUri: settings.MONGODB_URI,
            dataDir: settings.DATA_DIR,
            dbPort: settings.DB_PORT,
            dbPortFixed: settings.DB_PORT !== undefined,
            log: news,
          },
    );
    undo.push(() => stores.close());
    await ensureShop(stores, options, clock);
    const catalogue = await Catalogue.open(stores);
    const indexes = createIndexes(catalogue);
    const models = await openModels({ dir: options.modelsDir ?? join(settings.DATA_DIR, 'models'), log: news });
    undo.push(() => models.close());
    const signingSecret =
      settings.SESSION_SECRET ?? (await stores.shop.secret('sessions', () => randomBytes(32).toString('base64url')));
    const sessions = new Sessions(signingSecret, clock);
    let url = settings.PUBLIC_URL?.replace(/\/+$/, '') ?? `http://localhost:${settings.PORT}`;
    const services = {
      stores,
      catalogue,
      models,
      indexes,
      clock,
      // Known for certain only once the server listens: port 0 is any free one.
      get publicUrl() {
        return url;
      },
      makeId: () => randomUUID(),
    };
    const bot = options.bot ?? new PromotionBot(services, new StateStorage(stores.state));
    // The Bot Framework's SDK is large and most shops never need it.
    const botFramework = settings.MICROSOFT_APP_ID
      ? (await import('./channels/bot-framework.ts')).botFrameworkRoutes({ settings, stores, bot, clock, log })
      : null;
    const routes: WebOptions['routes'] = parts => {
      const api: ShopApi = {
        stores,
        catalogue,
        indexes: () => indexes.current(),
        clock,
        sessions,
        metrics: parts.metrics,
        openings: parts.line.openings,
        demo: settings.SHOP_DEMO,
        shopApiKey: settings.SHOP_API_KEY,
      };
      return [
        ...routesOf(api, operations),
        pictureRoute(api),
        ...helpRoutes(catalogue),
        ...docsRoutes(operations),
        ...(botFramework ? botFramework(parts) : []),
      ];
    };
    const web = await startWeb({
      settings,
      stores,
      bot,
      clock,
      log,
      sessions,
      signingSecret,
      models: () => models.current().status,
      // A process on a server of its own is alone; on a shared one others may write to its conversations.
      pollMilliseconds: settings.MONGODB_URI === undefined ? 0 : 1_000,
      routes,
    });
    undo.push(() => web.close());
    url = web.url;
    undo.push(
      every(10_000, log, 'sweep', () => sweep({ stores, now: clock() })),
      every(60_000, log, 'catalogue refresh', () => catalogue.refresh()),
      every(3_600_000, log, 'inbox pruning', () => pruneInbox(stores.inbox, clock)),
    );
    const untrained = models.current().response === null;
    const training = untrained && (options.train ?? true) ? models.train(trainerEnv(settings)) : null;
    training?.catch(err => log.error({ err }, 'training failed'));
    return { url, port: web.port, stores, catalogue, models, web, bot, training, close };
  } catch (fault) {
    await close();
    throw fault;
  }
};
