/**
 * One process among several that buy at once: `ledger-worker.ts FROM TO WIDTH FLAGS`. Says "ready", waits until the
 * delivery "go:NAME" is in the inbox, lets each shopper from FROM up to TO buy, WIDTH at a time, and prints what became of
 * them as one line of JSON.
 */
import { setTimeout as delay } from 'node:timers/promises';
import { openStores } from '../../knowledge/store/open.ts';
import { buy, quote } from './ledger-scene.ts';

const [from = 0, to = 0, width = 1] = process.argv.slice(2, 5).map(Number);
const flags = (process.argv[5] ?? '').split(',');
const name = process.env.WORKER_NAME ?? 'all';

const stores = await openStores({ mongodbUri: process.env.MONGODB_URI });
console.log('ready');
while (!(await stores.inbox.isOpen(`go:${name}`))) await delay(5);

const outcomes: Record<string, number> = {};
let next = from;
const one = async (): Promise<void> => {
  while (next < to) {
    const n = next++;
    if (flags.includes('only-asks')) {
      const asked = (await quote(stores, n)) ? 'promised' : 'not-promised';
      outcomes[asked] = (outcomes[asked] ?? 0) + 1;
      continue;
    }
    const what = { quoted: flags.includes('quoted'), cancels: flags.includes('cancels'), asks: flags.includes('asks') };
    const twice = flags.includes('twice') ? ['a', 'b'] : ['a'];
    // Two clicks at once, each with a key of its own.
    const got = await Promise.all(twice.map(key => buy(stores, n, { ...what, key })));
    let outcome = got.includes('placed') ? 'placed' : (got[0] as string);
    if (outcome !== 'placed' && flags.includes('insists'))
      outcome = `then-${await buy(stores, n, { ...what, key: 'c' })}`;
    outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
  }
};
await Promise.all(Array.from({ length: width }, one));
console.log(`outcomes ${JSON.stringify(outcomes)}`);
await stores.close();
