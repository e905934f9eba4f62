import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { type App, createApp } from '../app.ts';
import { readSettings } from '../settings.ts';
import { learned } from './learned.ts';

/** The whole product on a free port, its database in memory, a small demo shop in it. */
export const startShop = async (
  options: { env?: Record<string, string>; demo?: { shoppers?: number; products?: number; impressions?: number } } = {},
): Promise<App> => {
  const modelsDir = mkdtempSync(join(tmpdir(), 'counteroffer-browser-'));
  const app = await createApp({
    settings: readSettings({ PORT: '0', LOG_LEVEL: 'silent', ...options.env }),
    log: pino({ level: 'silent' }),
    inMemory: true,
    learned,
    modelsDir,
    demo: options.demo ?? { shoppers: 120, impressions: 200 },
    train: false,
  });
  // Nothing is learned in this thread while a test waits for an answer.
  await app.services.indexes.settled();
  return {
    ...app,
    close: async () => {
      await app.close();
      rmSync(modelsDir, { recursive: true, force: true });
    },
  };
};
