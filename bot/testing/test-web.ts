import { pino } from 'pino';
import { steadyClock } from '../../knowledge/domain/clock.ts';
import type { Stores } from '../../knowledge/ports.ts';
import { openStores } from '../../knowledge/store/open.ts';
import { Sessions } from '../access.ts';
import type { BotLogic } from '../bot.ts';
import type { Core } from '../core.ts';
import { echoBot } from '../echo-bot.ts';
import { readSettings } from '../settings.ts';
import { startWeb, type Web, type WebOptions } from '../web.ts';

export const testSecret = 'a secret that only tests know';

export interface TestWeb extends Web {
  readonly stores: Stores;
  readonly sessions: Sessions;
  /** Lines the log got, parsed. */
  readonly logged: Record<string, unknown>[];
  stop(): Promise<void>;
}

/** The web server on a free port in front of a bot that is open already. */
export const serve = ({ stores, clock, bot, log }: Core): Promise<Web> =>
  startWeb({
    settings: readSettings({ PORT: '0' }),
    stores,
    bot,
    clock,
    log,
    sessions: new Sessions(testSecret, clock),
    signingSecret: testSecret,
  });

/** The web server on a free port over a database in memory, with a bot that echoes unless another is given. */
export const startTestWeb = async (
  options: { env?: Record<string, string>; bot?: BotLogic; now?: () => number; routes?: WebOptions['routes'] } = {},
): Promise<TestWeb> => {
  const stores = await openStores({ dataDir: null, dbPort: 0 });
  const clock = steadyClock(options.now);
  const logged: Record<string, unknown>[] = [];
  const log = pino({ level: 'info' }, { write: line => logged.push(JSON.parse(line)) });
  const sessions = new Sessions(testSecret, clock);
  const web = await startWeb({
    settings: readSettings({ PORT: '0', ...options.env }),
    stores,
    bot: options.bot ?? echoBot,
    clock,
    log,
    sessions,
    signingSecret: testSecret,
    ...(options.routes ? { routes: options.routes } : {}),
  });
  return {
    ...web,
    stores,
    sessions,
    logged,
    stop: async () => {
      await web.close();
      await stores.close();
    },
  };
};
