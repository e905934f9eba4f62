/** The product in a process, as `bot/main.ts` starts it, but with a demo shop of a few shoppers and no training: for tests of several processes. */
import { createApp } from '../app.ts';
import { readSettings } from '../settings.ts';

let seeding = false;
const app = await createApp({
  settings: readSettings(process.env),
  demo: { shoppers: 40, impressions: 50 },
  train: false,
  onNews: sentence => process.stderr.write(`${sentence}\n`),
  onSeedProgress: () => {
    if (!seeding) process.stderr.write('Making the demo shop\n');
    seeding = true;
  },
});
process.stderr.write(`  Counteroffer   ${app.url}\n`);
process.once('SIGTERM', () => {
  app.close().then(
    () => process.exit(0),
    (fault: unknown) => {
      process.stderr.write(`${String(fault)}\n`);
      process.exit(1);
    },
  );
});
