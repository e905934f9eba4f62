import { afterEach, beforeEach, expect, test } from 'vitest';
import { Catalogue } from '../knowledge/catalogue.ts';
import { seedDemo } from '../knowledge/demo/seed.ts';
import { type ArticleId, asId } from '../knowledge/domain/ids.ts';
import type { Stores } from '../knowledge/ports.ts';
import { openStores } from '../knowledge/store/open.ts';
import { checkNightly } from './check-nightly.ts';

const now = new Date('2026-11-24T02:00:00Z');
let stores: Stores;
let catalogue: Catalogue;
const warned: unknown[] = [];
const log = { warn: (fields: unknown) => warned.push(fields) } as never;
const asProcess = (owner: string, at = now) => checkNightly({ stores, catalogue, owner, now: at, log });

beforeEach(async () => {
  warned.length = 0;
  stores = await openStores({ dataDir: null, dbPort: 0 });
  await seedDemo(stores, { seed: 7, now, shoppers: 5, impressions: 5 });
  catalogue = await Catalogue.open(stores);
});
afterEach(() => stores.close());

const putPage = (en: string) =>
  stores.articles.put([
    {
      id: asId<ArticleId>('old-page'),
      topic: 'delivery',
      title: { en: 'Old page' },
      body: { en },
      questions: [],
      url: '/help/old-page',
      updatedAt: now,
    },
  ]);

test('of several processes one reads the articles, once a day, and tells which are not so', async () => {
  await putPage('Orders over ¥99 are delivered free.');
  const done = await Promise.all(['a', 'b', 'c'].map(owner => asProcess(owner)));
  expect(done.filter(check => check !== null)).toHaveLength(1);
  expect(await asProcess('d')).toBeNull();
  const kept = await stores.articleChecks.latest();
  expect(kept).toMatchObject({ id: '2026-11-24' });
  expect(kept!.findings.map(f => [f.article, f.said, f.holds])).toEqual([['old-page', '¥99', '¥199']]);
  expect(warned).toEqual([{ articles: ['old-page'], findings: 1 }]);
  // The next day again, with what was edited since.
  await putPage('Orders over ¥199 are delivered free.');
  const next = await asProcess('b', new Date('2026-11-25T00:10:00Z'));
  expect(next).toMatchObject({ id: '2026-11-25', findings: [] });
  expect(warned).toHaveLength(1);
});

test('a process that died with the lease holds the others up for two minutes only', async () => {
  await stores.locks.take('check-articles', 'dead', now, 120_000);
  expect(await asProcess('b')).toBeNull();
  expect(await asProcess('b', new Date(now.getTime() + 121_000))).not.toBeNull();
});
