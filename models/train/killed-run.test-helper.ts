/** A program: seeds a small demo shop in the folder named, trains on it, and kills itself, as by `kill -9`, in the middle. */
import { join } from 'node:path';
import { seedDemo } from '../../knowledge/demo/seed.ts';
import { openStores } from '../../knowledge/store/open.ts';
import { openRegistry } from '../serve/registry.ts';
import { train } from './train.ts';

const dir = process.argv[2] ?? '';
const now = new Date('2026-06-01T12:00:00Z');
const stores = await openStores({ dataDir: dir, dbPort: 0 });
await seedDemo(stores, { seed: 3, now, shoppers: 150, impressions: 50 });
await train({
  stores,
  registry: openRegistry(join(dir, 'models')),
  models: ['recommender'],
  only: ['popularity', 'item-knn', 'markov'],
  seed: 7,
  seeds: 1,
  backend: 'cpu',
  now,
  workDir: join(dir, 'models', '.work'),
  onProgress: (_, step) => {
    // Judging is over, the model that will serve is under way.
    if (step === 'recommender: markov: settings') process.kill(process.pid, 'SIGKILL');
  },
});
