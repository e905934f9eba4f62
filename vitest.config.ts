import { defineConfig } from 'vitest/config';

const rooms = ['knowledge', 'models', 'dialogs', 'bot'];

export default defineConfig({
  test: {
    projects: [
      { test: { name: 'architecture', include: ['bot/architecture.test.ts'] } },
      {
        test: {
          name: 'rooms',
          include: rooms.map(room => `${room}/**/*.test.ts`),
          exclude: ['bot/architecture.test.ts', '**/*.browser.test.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['bot/**/*.browser.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 180_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
