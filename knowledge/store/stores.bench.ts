/**
 * CPU of the operations a turn runs, driver and embedded server in one process, in memory: `npx vitest bench` is not
 * used because it measures elapsed time. Run: node --import tsx knowledge/store/stores.bench.ts
 */
import { asId } from '../domain/ids.ts';
import {
  aConversation,
  aFact,
  anImpression,
  anOffer,
  anOrder,
  aProduct,
  aShopper,
  later,
  now,
} from './contract-fixtures.ts';
import { openStores } from './open.ts';

const runs = 2_000;
const stores = await openStores({ dataDir: null });
const who = asId<ReturnType<typeof aShopper>['id']>('s0');

await stores.shoppers.put(Array.from({ length: 2_000 }, (_, i) => aShopper(`s${i}`)));
await stores.products.put(Array.from({ length: 400 }, (_, i) => aProduct(`p${i}`)));
await stores.orders.put(
  Array.from({ length: 10_000 }, (_, i) => anOrder(`o${i}`, `s${i % 2_000}`, { placedAt: later(-i) })),
);
await stores.facts.add(Array.from({ length: 10 }, (_, i) => ({ fact: aFact(`f${i}`, 's0'), supersedes: [] })));
await stores.carts.ensure(asId('cart'), who, now);
await stores.impressions.put(Array.from({ length: 10_000 }, (_, i) => anImpression(`i${i}`, `s${i % 2_000}`)));
for (let i = 0; i < 200; i++) await stores.offers.insert(anOffer(`of${i}`, `s${i % 100}`));
await stores.conversations.ensure(aConversation('c', 's0'));

const operations: Record<string, (i: number) => Promise<unknown>> = {
  ping: () => stores.ping(),
  'shoppers.get': () => stores.shoppers.get(who),
  'facts.active (10)': () => stores.facts.active(who, now),
  'carts.ofShopper': () => stores.carts.ofShopper(who),
  'offers.open (2)': () => stores.offers.open(who, now),
  'orders.ofShopper (5)': () => stores.orders.ofShopper(who, 5),
  'products.many (5)': i => stores.products.many([0, 1, 2, 3, 4].map(n => asId(`p${(i + n) % 400}`))),
  'impressions.recent (5)': () => stores.impressions.recent(who, later(-60)),
  'impressions.insert': i => stores.impressions.insert(anImpression(`new-${i}`, `s${i % 2_000}`)),
  'transcripts.append': i =>
    stores.transcripts.append({ conversation: asId('c'), activityId: `a${i}`, from: 'bot', activity: '{}', at: now }),
  'locks.take + release': async () => {
    await stores.locks.takeOver('c', 'me', now, 30_000);
    await stores.locks.leave('c', 'me');
  },
};

for (const [name, operation] of Object.entries(operations)) {
  for (let i = 0; i < 300; i++) await operation(-1 - i);
  const before = process.cpuUsage();
  const started = performance.now();
  for (let i = 0; i < runs; i++) await operation(i);
  const { user, system } = process.cpuUsage(before);
  const elapsed = ((performance.now() - started) * 1000) / runs;
  console.log(
    `${name.padEnd(24)} ${((user + system) / runs).toFixed(0).padStart(5)} µs CPU  ${elapsed.toFixed(0).padStart(5)} µs`,
  );
}
await stores.close();
