/** The web channel as it is, with its database and middleware, around a bot that only echoes: what a turn costs before it is understood. */
import { pino } from 'pino';
import { steadyClock } from '../../../knowledge/domain/clock.ts';
import { openStores } from '../../../knowledge/store/open.ts';
import { Sessions } from '../../access.ts';
import { echoBot } from '../../echo-bot.ts';
import { readSettings } from '../../settings.ts';
import { startWeb } from '../../web.ts';
import { failed, reportToParent } from './report-to-parent.ts';

const start = async (): Promise<void> => {
  const lines: string[] = [];
  const settings = readSettings(process.env);
  const stores = await openStores({ mongodbUri: settings.MONGODB_URI, database: 'echo' });
  const clock = steadyClock();
  const signingSecret = 'only for the length of a bench';
  const web = await startWeb({
    settings,
    stores,
    bot: echoBot,
    clock,
    log: pino({ level: 'info' }, { write: line => lines.push(line) }),
    sessions: new Sessions(signingSecret, clock),
    signingSecret,
    pollMilliseconds: 1_000,
  });
  reportToParent(
    { url: web.url },
    {
      lines,
      close: async () => {
        await web.close();
        await stores.close();
      },
    },
  );
};

start().catch(failed);
