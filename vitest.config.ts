import { defineConfig } from 'vitest/config';

/** A condition that is waited for may take its time on a loaded machine; one that holds ends the wait at once. */
const patient = { poll: { timeout: 15_000 } };

/** As `npm start` runs: patterns compiled at once, and not interpreted first. Thousands of them read a message. */
const compiled = ['--no-regexp-tier-up'];

const rooms = ['knowledge', 'models', 'dialogs', 'bot'];

export default defineConfig({
  test: {
    // Every core: by itself Vitest leaves one idle, which on two cores is half.
    maxWorkers: '100%',
    projects: [
      { test: { name: 'architecture', include: ['bot/architecture.test.ts'] } },
      {
        test: {
          name: 'rooms',
          include: rooms.map(room => `${room}/**/*.test.ts`),
          exclude: ['bot/architecture.test.ts', '**/*.browser.test.ts'],
          execArgv: compiled,
          testTimeout: 30_000,
          // On a new machine the first files to open a shop learn what the others find kept.
          hookTimeout: 240_000,
          expect: patient,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['bot/**/*.browser.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 180_000,
          expect: patient,
          fileParallelism: false,
        },
      },
    ],
  },
});
