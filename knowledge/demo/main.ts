import { z } from 'zod';
import { openStores } from '../store/open.ts';
import { seedDemo } from './seed.ts';

/** Composition root: seeds the database that the settings name with the demo shop, then ends. */
const settings = z
  .object({
    MONGODB_URI: z.string().min(1).optional(),
    DATA_DIR: z.string().min(1).default('./data'),
    DB_PORT: z.coerce.number().int().min(0).max(65_535).optional(),
    COUNTEROFFER_SEED: z.coerce.number().int().min(0).max(4_294_967_295).default(1),
  })
  .safeParse(process.env);

if (!settings.success) {
  for (const issue of settings.error.issues) process.stderr.write(`${issue.path.join('.')}: ${issue.message}\n`);
  process.exit(2);
}

const { MONGODB_URI, DATA_DIR, DB_PORT, COUNTEROFFER_SEED } = settings.data;
const say = (text: string): void => void process.stderr.write(text);
const bar = (done: number, total: number, what: string): void => {
  const filled = Math.round((30 * done) / total);
  const line = `[${'#'.repeat(filled)}${'.'.repeat(30 - filled)}] ${String(Math.floor((100 * done) / total)).padStart(3)} %  ${what}`;
  if (process.stderr.isTTY) say(`\r${line.padEnd(70)}`);
  else if (done === total) say(`${line}\n`);
};

const stores = await openStores({
  mongodbUri: MONGODB_URI,
  dataDir: DATA_DIR,
  dbPort: DB_PORT,
  log: text => say(`${text}\n`),
});
try {
  await seedDemo(stores, { seed: COUNTEROFFER_SEED, now: new Date(), onProgress: bar });
  const shop = await stores.shop.get();
  say(`\n${shop?.name.en} ${shop?.name.zh} (seed ${COUNTEROFFER_SEED}) is in ${stores.describe}\n`);
} catch (error) {
  say(`\n${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
} finally {
  await stores.close();
}
