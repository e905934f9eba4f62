import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { UnansweredQuestion } from '../domain/gap.ts';
import { type ArticleId, asId, type TurnId } from '../domain/ids.ts';
import type { Stores } from '../ports.ts';
import { type OpenedServer, testServers } from './contract-servers.ts';

const at = (hour: number): Date => new Date(Date.UTC(2026, 10, 24, hour));
const asked = (id: string, hour: number, more: Partial<UnansweredQuestion> = {}): UnansweredQuestion => ({
  id: asId<TurnId>(id),
  text: 'do you do engraving',
  language: 'en',
  at: at(hour),
  nearest: [asId<ArticleId>('gift-wrapping')],
  reason: 'unanswered',
  ...more,
});

describe.each(testServers())('what the knowledge lacks, on $name', server => {
  let stores: Stores;
  let opened: OpenedServer;
  beforeAll(async () => {
    opened = await server.open();
    stores = opened.stores;
  });
  afterAll(async () => {
    await opened?.drop();
  });

  it('a question counts once however often its turn is repeated, newest first, until it is settled', async () => {
    expect(await stores.gaps.add(asked('a', 1))).toBe(true);
    expect(await stores.gaps.add(asked('a', 1, { text: 'something else' }))).toBe(false);
    await stores.gaps.add(asked('b', 2, { reason: 'marked-wrong', nearest: [] }));
    expect(await stores.gaps.open(at(0), 10)).toEqual([
      asked('b', 2, { reason: 'marked-wrong', nearest: [] }),
      asked('a', 1),
    ]);
    expect(await stores.gaps.open(at(2), 10)).toHaveLength(1);
    expect(await stores.gaps.settle([asId('a'), asId('nobody')])).toBe(1);
    expect(await stores.gaps.settle([asId('a')])).toBe(0);
    expect((await stores.gaps.open(at(0), 10)).map(q => q.id)).toEqual(['b']);
    // Settled is settled: the same turn does not open it again.
    expect(await stores.gaps.add(asked('a', 1))).toBe(false);
    expect(await stores.gaps.prune(at(3))).toBe(2);
    expect(await stores.gaps.open(at(0), 10)).toEqual([]);
  });

  it('keeps one reading of the articles a day and gives the latest', async () => {
    expect(await stores.articleChecks.latest()).toBeNull();
    const check = (id: string, articles: number) => ({ id, at: at(3), articles, findings: [] });
    await stores.articleChecks.put(check('2026-11-24', 5));
    await stores.articleChecks.put(check('2026-11-23', 4));
    await stores.articleChecks.put(check('2026-11-24', 6));
    expect(await stores.articleChecks.latest()).toEqual(check('2026-11-24', 6));
  });
});
