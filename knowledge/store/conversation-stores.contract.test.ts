import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Owner } from '../domain/conversation.ts';
import { asId, type ConversationId, type ShopperId } from '../domain/ids.ts';
import type { Stores } from '../ports.ts';
import { aConversation, later, now } from './contract-fixtures.ts';
import { type OpenedServer, testServers, times } from './contract-servers.ts';
import { StaleStateError } from './state-store.ts';

const shopper = (id: string): ShopperId => asId(id);

describe.each(testServers())('conversations and bot state on $name', server => {
  let stores: Stores;
  let opened: OpenedServer;
  beforeAll(async () => {
    opened = await server.open();
    stores = opened.stores;
  });
  afterAll(async () => {
    await opened?.drop();
  });

  describe('conversations', () => {
    const hand = (id: string, from: Owner, version: number, next: { owner: Owner; waitingSince?: Date }) =>
      stores.conversations.handOver(asId(id), { owner: from, version }, next, next.waitingSince ?? later(1));

    it('are owned by one at a time', async () => {
      await stores.conversations.ensure(aConversation('c1', 'talker'));
      const handed = await times(10, () => hand('c1', 'bot', 1, { owner: 'waiting', waitingSince: now }));
      expect(handed.filter(Boolean)).toHaveLength(1);
      await stores.conversations.ensure(aConversation('c2', 'talker', { lastAt: later(10) }));
      await hand('c2', 'bot', 1, { owner: 'waiting', waitingSince: later(-10) });
      expect((await stores.conversations.waiting()).map(c => c.id)).toEqual(['c2', 'c1']);
      const back = await hand('c1', 'waiting', 2, { owner: 'agent' });
      expect(back).toMatchObject({ owner: 'agent', version: 3 });
      expect(back).not.toHaveProperty('waitingSince');
      expect((await stores.conversations.latestOf(shopper('talker')))?.id).toBe('c2');
      expect(await stores.conversations.latestOf(shopper('silent'))).toBeNull();
    });

    it('all of one shopper count an erasure, and nobody else’s', async () => {
      for (const id of ['e1', 'e2']) await stores.conversations.ensure(aConversation(id, 'eraser'));
      await stores.conversations.ensure(aConversation('e3', 'keeper'));
      await times(2, () => stores.conversations.noteErasure(shopper('eraser')));
      const counts = ['e1', 'e2', 'e3'].map(async id => (await stores.conversations.get(asId(id)))?.erasures);
      expect(await Promise.all(counts)).toEqual([2, 2, undefined]);
    });

    it('remember the last word even when the clock went back', async () => {
      await stores.conversations.touch(asId('c1'), 'zh', later(60));
      await stores.conversations.touch(asId('c1'), 'zh', later(-60));
      expect(await stores.conversations.get(asId('c1'))).toMatchObject({ language: 'zh', lastAt: later(60) });
    });
  });

  describe('transcripts', () => {
    const line = (conversation: string, activityId: string) => ({
      conversation: asId<ConversationId>(conversation),
      activityId,
      from: 'shopper' as const,
      activity: '{"type":"message"}',
      at: now,
    });

    it('number 1, 2, 3 without gaps whoever writes, and an activity told twice keeps its number', async () => {
      const other = await opened.again();
      const numbers = await times(60, i => (i % 2 ? stores : other).transcripts.append(line('t1', `a${i % 40}`)));
      expect(new Set(numbers)).toEqual(new Set(Array.from({ length: 40 }, (_, i) => i + 1)));
      const all = await stores.transcripts.after(line('t1', '').conversation, 0, 100);
      expect(all.map(e => e.seq)).toEqual(Array.from({ length: 40 }, (_, i) => i + 1));
      expect(await other.transcripts.last(line('t1', '').conversation)).toBe(40);
      await other.close();
    });

    it('keep the order one process asked for', async () => {
      const numbers = await times(20, i => stores.transcripts.append(line('t2', `b${i}`)));
      expect(numbers).toEqual(Array.from({ length: 20 }, (_, i) => i + 1));
      const page = await stores.transcripts.after(line('t2', '').conversation, 15, 3);
      expect(page.map(e => e.activityId)).toEqual(['b15', 'b16', 'b17']);
      expect(await stores.transcripts.last(line('never', '').conversation)).toBe(0);
    });
  });

  it('an activity is taken in once; old ids are pruned', async () => {
    expect((await times(20, () => stores.inbox.insertOnce('act-1', now))).filter(Boolean)).toHaveLength(1);
    expect(await stores.inbox.prune(now)).toBe(0);
    expect(await stores.inbox.prune(later(1))).toBe(1);
    expect(await stores.inbox.insertOnce('act-1', now)).toBe(true);
  });

  it('a delivery is open from its acceptance until it is settled, and then never again', async () => {
    expect((await times(20, () => stores.inbox.accept('act-2', '{"n":2}', now))).filter(Boolean)).toHaveLength(1);
    await stores.inbox.accept('act-3', '{"n":3}', later(1));
    expect(await stores.inbox.unsettled(now, 10)).toEqual([]);
    expect((await stores.inbox.unsettled(later(2), 10)).map(d => d.note)).toEqual(['{"n":2}', '{"n":3}']);
    await stores.inbox.settle('act-2');
    expect(await stores.inbox.isOpen('act-2')).toBe(false);
    expect(await stores.inbox.isOpen('act-3')).toBe(true);
    expect(await stores.inbox.isOpen('never')).toBe(false);
    expect(await stores.inbox.accept('act-2', '{}', later(3))).toBe(false);
    expect((await stores.inbox.unsettled(later(4), 10)).map(d => d.id)).toEqual(['act-3']);
    await stores.inbox.settle('act-3');
  });

  describe('bot state', () => {
    it('is written by the one who read it last', async () => {
      const first = await stores.state.write('k', '{"a":1}', undefined);
      await expect(stores.state.write('k', '{}', undefined)).rejects.toThrow(StaleStateError);
      const outcomes = await Promise.allSettled(
        Array.from({ length: 10 }, (_, i) => stores.state.write('k', `{"a":${i}}`, first)),
      );
      expect(outcomes.filter(o => o.status === 'fulfilled')).toHaveLength(1);
      const eTag = await stores.state.write('k', '{"forced":true}', '*');
      expect(await stores.state.read(['k', 'missing'])).toEqual({ k: { json: '{"forced":true}', eTag } });
    });

    it('deleted and made anew does not match an old tag', async () => {
      const old = await stores.state.write('d', '1', '*');
      await stores.state.delete(['d']);
      await stores.state.write('d', '2', undefined);
      await expect(stores.state.write('d', '3', old)).rejects.toThrow(/"d" was changed/);
    });
  });

  describe('locks', () => {
    it('of 50 who ask, one gets it; it ends with its lease or its release', async () => {
      const taken = await times(50, i => stores.locks.take('conv', `p${i}`, now, 1000));
      expect(taken.filter(Boolean)).toHaveLength(1);
      const holder = `p${taken.indexOf(true)}`;
      expect(await stores.locks.take('conv', holder, now, 2000)).toBe(true);
      expect(await stores.locks.take('conv', 'thief', new Date(now.getTime() + 1500), 1000)).toBe(false);
      await stores.locks.release('conv', 'thief');
      expect(await stores.locks.take('conv', 'thief', new Date(now.getTime() + 2001), 1000)).toBe(true);
      await stores.locks.release('conv', holder);
      expect(await stores.locks.take('conv', 'late', now, 1000)).toBe(false);
      await stores.locks.release('conv', 'thief');
      expect(await stores.locks.take('conv', 'late', now, 1000)).toBe(true);
    });

    it('are held on to by whoever has one, and never come back to who lost one', async () => {
      const later = new Date(now.getTime() + 5000);
      expect(await stores.locks.take('long', 'a', now, 1000)).toBe(true);
      // Run out, but nobody came.
      expect(await stores.locks.renew('long', 'a', later, 1000)).toBe(true);
      expect(await stores.locks.takeOver('long', 'b', new Date(later.getTime() + 2000), 1000)).toBe('a');
      await stores.locks.leave('long', 'b');
      expect(await stores.locks.renew('long', 'a', later, 60_000)).toBe(false);
      expect(await stores.locks.renew('long', 'b', later, 60_000)).toBe(false);
      expect(await stores.locks.takeOver('long', 'a', later, 1000)).toBe('b');
      expect(await stores.locks.renew('unknown', 'a', now, 1000)).toBe(false);
    });

    it('tell who had one last, as long as it was left and not pruned', async () => {
      expect(await stores.locks.takeOver('kept', 'a', now, 1000)).toBe('');
      expect(await stores.locks.takeOver('kept', 'b', now, 1000)).toBeNull();
      await stores.locks.leave('kept', 'b');
      expect(await stores.locks.takeOver('kept', 'b', now, 1000)).toBeNull();
      await stores.locks.leave('kept', 'a');
      // By any clock: also one that is behind that of who left it.
      expect(await stores.locks.takeOver('kept', 'b', new Date(now.getTime() - 60_000), 120_000)).toBe('a');
      await stores.locks.prune(now);
      expect(await stores.locks.takeOver('kept', 'c', now, 1000)).toBeNull();
      await stores.locks.leave('kept', 'b');
      await stores.locks.prune(now);
      expect(await stores.locks.takeOver('kept', 'c', now, 1000)).toBe('');
      await stores.locks.leave('kept', 'c');
    });
  });
});
