import { randomBytes } from 'node:crypto';
import { hostname } from 'node:os';
import type { Logger } from 'pino';
import { sweep } from '../dialogs/offers/ledger/sweep.ts';
import type { TrainOutcome } from '../models/serve/models.ts';
import { Sessions } from './access.ts';
import { resumeAbandoned } from './channels/direct-line/activity-routes.ts';
import { checkNightly } from './check-nightly.ts';
import { type Core, type CoreOptions, openCore } from './core.ts';
import { chatwootRoute } from './desk/bridge/chatwoot.ts';
import { relayToChatwoot } from './desk/bridge/chatwoot-outbox.ts';
import { announceHandoffs } from './desk/bridge/handoff-events.ts';
import { Desk } from './desk/desk.ts';
import { deskGate } from './desk/desk-gate.ts';
import { connectorDoor } from './desk/door.ts';
import { firstAdminToken } from './desk/handlers/session-handlers.ts';
import { routesOfDesk, runDesk } from './desk/start-desk.ts';
import { docsRoutes } from './docs/docs-routes.ts';
import { helpRoutes } from './help/help-routes.ts';
import { learn } from './learn.ts';
import { pruneInbox } from './middleware/once.ts';
import { pageRoutes } from './page/page-routes.ts';
import type { Settings } from './settings.ts';
import { pictureRoute } from './shop-api/catalogue-operations.ts';
import { routesOf } from './shop-api/operation.ts';
import { operations } from './shop-api/operations.ts';
import type { ShopApi } from './shop-api/shop-api.ts';
import { startWeb, type Web, type WebOptions } from './web.ts';

/** An accepted message waits this long before another process asks for its turn; the turn lock decides. */
const turnMilliseconds = 15_000;

export interface AppOptions extends CoreOptions {
  /** Train in the background while there is no model yet. Default true. */
  readonly train?: boolean;
}

export interface App extends Omit<Core, 'setPublicUrl'> {
  readonly url: string;
  readonly port: number;
  readonly web: Web;
  readonly desk: Desk;
  /** Makes the first admin of the desk, once; null: somebody works there. */
  readonly firstAdmin: string | null;
  /** The first training, when one was needed. */
  readonly training: Promise<TrainOutcome> | null;
  close(): Promise<void>;
}

/** What the trainer's process needs to find the same database. */
const trainerEnv = (settings: Settings): Record<string, string | undefined> => ({
  ...process.env,
  MONGODB_URI: settings.MONGODB_URI,
  DATA_DIR: settings.DATA_DIR,
  DB_PORT: settings.DB_PORT === undefined ? undefined : String(settings.DB_PORT),
  COUNTEROFFER_BACKEND: settings.COUNTEROFFER_BACKEND,
  TRAIN_MEMORY_MB: settings.TRAIN_MEMORY_MB === undefined ? undefined : String(settings.TRAIN_MEMORY_MB),
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

/** Where the other processes on this database reach this one. */
const ownAddress = ({ HOST }: Settings, port: number): string => {
  const host = HOST === '0.0.0.0' || HOST === '::' ? hostname() : HOST;
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
};

const chatwootOf = ({ DESK_HANDOFF, CHATWOOT_URL: url, CHATWOOT_INBOX: inbox, CHATWOOT_SECRET: secret }: Settings) =>
  DESK_HANDOFF === 'chatwoot' && url && inbox && secret ? { url, inbox, secret } : null;

/** The whole product in one process: database, shop, models, bot, server. Throws a sentence when any part can't start. */
export const createApp = async (options: AppOptions): Promise<App> => {
  const { settings } = options;
  const core = await openCore(options);
  const { stores, catalogue, models, services, bot, clock, log, signingSecret } = core;
  const undo: (() => Promise<unknown>)[] = [core.close];
  const close = async (): Promise<void> => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  // With a database of its own this process is alone: whoever held a lock is gone.
  const alone = settings.MONGODB_URI === undefined && !stores.describe.includes('joined');
  try {
    const sessions = new Sessions(signingSecret, clock);
    const desk = new Desk({
      services,
      log,
      signingSecret,
      pokeSecret: await stores.shop.secret('desk-poke', () => randomBytes(32).toString('base64url')),
    });
    await desk.start();
    const gate = deskGate(desk);
    const chatwoot = chatwootOf(settings);
    if (chatwoot) undo.push(relayToChatwoot(desk, chatwoot));
    // The Bot Framework's SDK is large and most shops never need it.
    const botFramework = settings.MICROSOFT_APP_ID
      ? (await import('./channels/bot-framework.ts')).botFrameworkRoutes({
          settings,
          stores,
          bot,
          clock,
          log,
          desk: gate,
          onConnector: send => {
            desk.useDoor(undefined, connectorDoor(stores, clock, send));
            if (settings.DESK_HANDOFF === 'bot-framework') announceHandoffs(desk, send);
          },
        })
      : null;
    const routes: WebOptions['routes'] = parts => {
      const api: ShopApi = {
        stores,
        catalogue,
        indexes: () => services.indexes.current(),
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
        ...pageRoutes(),
        ...routesOfDesk(desk, parts.line),
        ...(chatwoot ? [chatwootRoute(desk, chatwoot)] : []),
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
      desk: gate,
      models: () => models.current().status,
      // On a shared database others may write to its conversations.
      pollMilliseconds: alone ? 0 : 1_000,
      routes,
    });
    undo.push(web.close);
    core.languageModel?.listen({ call: c => web.metrics.modelCall(c), outcome: o => web.metrics.modelText(o) });
    core.setPublicUrl(web.url);
    // Whatever a killed process left half done is not left until the first interval is over.
    await resumeAbandoned(web.line, alone ? clock() : new Date(clock().getTime() - turnMilliseconds));
    undo.push(
      every(10_000, log, 'taking up messages', () =>
        resumeAbandoned(web.line, new Date(clock().getTime() - turnMilliseconds)),
      ),
      every(10_000, log, 'sweep', async () => web.metrics.swept({ ...(await sweep({ stores, now: clock() })) })),
      every(15_000, log, 'learning', () => learn({ ...core, now: clock() })),
      every(60_000, log, 'catalogue refresh', () => catalogue.refresh()),
      every(600_000, log, 'article check', () =>
        checkNightly({ stores, catalogue, owner: desk.process, now: clock(), log }),
      ),
      every(3_600_000, log, 'inbox pruning', () => pruneInbox(stores.inbox, clock)),
      every(3_600_000, log, 'lock pruning', () => stores.locks.prune(clock())),
    );
    undo.push(await runDesk(desk, { url: ownAddress(settings, web.port), alone, every }));
    const training = models.needTraining() && (options.train ?? true) ? models.train(trainerEnv(settings)) : null;
    training?.catch(err => log.error({ err }, 'training failed'));
    const firstAdmin = await firstAdminToken(desk);
    return { ...core, url: web.url, port: web.port, web, desk, firstAdmin, training, close };
  } catch (fault) {
    await close();
    throw fault;
  }
};
