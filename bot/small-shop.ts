import { pino } from 'pino';
import { type Clock, steadyClock } from '../knowledge/domain/clock.ts';
import type { ConsoleAdapter } from './channels/console-adapter.ts';
import { openConsole } from './channels/console-conversation.ts';
import { type Core, type CoreOptions, openCore } from './core.ts';
import { readSettings } from './settings.ts';

export interface SmallShop {
  readonly core: Core;
  readonly adapter: ConsoleAdapter;
}

/**
 * The real bot on a small demo shop, its database in memory, silent and spoken to without HTTP: what simulated shoppers
 * and transcripts talk to. `modelsDir` without a model in it: the shop as on its first day.
 */
export const openSmallShop = async (options: {
  readonly modelsDir: string;
  readonly clock: Clock;
  readonly demo?: CoreOptions['demo'];
  readonly openEncoder?: CoreOptions['openEncoder'];
  readonly learned?: CoreOptions['learned'];
  /** Settings besides the usual ones. */
  readonly env?: Readonly<Record<string, string>>;
}): Promise<SmallShop> => {
  const core = await openCore({
    settings: readSettings({ LOG_LEVEL: 'silent', ...options.env }),
    log: pino({ level: 'silent' }),
    inMemory: true,
    modelsDir: options.modelsDir,
    demo: options.demo ?? { shoppers: 120, impressions: 200 },
    clock: options.clock,
    openEncoder: options.openEncoder,
    learned: options.learned,
  });
  // What is said in a test is understood the same from the first message on.
  await core.services.indexes.settled();
  return { core, adapter: openConsole(core) };
};

/** It is `start`, in milliseconds since 1970, and time goes on from there: what is drawn by the day is the same in every run. */
export const clockFrom = (start: number): Clock => {
  const opened = performance.now();
  return steadyClock(() => start + Math.round(performance.now() - opened));
};
