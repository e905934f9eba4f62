import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Agent, Ticket } from '../domain/desk.ts';
import { type AgentId, asId, type ConversationId, type ShopperId, type TicketId } from '../domain/ids.ts';
import { money } from '../domain/money.ts';
import type { Stores } from '../ports.ts';
import { aConversation, later, now } from './contract-fixtures.ts';
import { type OpenedServer, testServers, times } from './contract-servers.ts';

const desk = (ticket: string) => ({
  ticket: asId<TicketId>(ticket),
  reason: 'asked' as const,
  department: 'support',
  priority: 1,
  dueAt: later(2),
  mood: 'neutral' as const,
  valueAtRiskMinor: 0,
  returning: false,
});
const anAgent = (id: string, change: Partial<Agent> = {}): Agent => ({
  id: asId(id),
  login: id,
  name: id,
  role: 'agent',
  languages: ['en'],
  departments: [],
  capacity: 3,
  goodwillCap: money(2000, 'CNY'),
  availability: 'available',
  active: true,
  epoch: 0,
  createdAt: now,
  ...change,
});

describe.each(testServers())('the desk’s records on $name', server => {
  let stores: Stores;
  let opened: OpenedServer;
  beforeAll(async () => {
    opened = await server.open();
    stores = opened.stores;
  });
  afterAll(async () => {
    await opened?.drop();
  });

  it('a conversation changes hands once, with everything the desk knows in the same write', async () => {
    const id = asId<ConversationId>('h1');
    await stores.conversations.ensure(aConversation('h1', 's1'));
    const waiting = await stores.conversations.handOver(
      id,
      { owner: 'bot', version: 1 },
      { owner: 'waiting', desk: desk('h1-2'), waitingSince: now },
      now,
    );
    expect(waiting).toMatchObject({ owner: 'waiting', version: 2, waitingSince: now, waitingReason: 'asked' });
    const claims = await times(20, i =>
      stores.conversations.handOver(
        id,
        { owner: 'waiting', version: 2 },
        { owner: 'agent', desk: { ...desk('h1-2'), agent: asId<AgentId>(`a${i}`), leaseUntil: later(1) } },
        now,
      ),
    );
    expect(claims.filter(Boolean)).toHaveLength(1);
    const owner = claims.find(Boolean)?.desk?.agent as AgentId;
    expect(await stores.conversations.markReplied(id, owner)).toBe(true);
    expect(await stores.conversations.markReplied(id, owner)).toBe(false);
    await stores.conversations.noteWords(id, { seq: 4, from: 'shopper', preview: 'hello' }, now);
    await stores.conversations.noteWords(id, { seq: 5, from: 'agent', preview: 'hi' }, now);
    const [held] = await stores.conversations.owned();
    expect(held).toMatchObject({
      last: { seq: 5, shopperSeq: 4, preview: 'hi' },
      desk: { leaseUntil: later(1), replied: true },
    });
    const back = await stores.conversations.handOver(id, { owner: 'agent', version: 3 }, { owner: 'bot' }, now);
    expect(back).not.toHaveProperty('desk');
    expect(back).not.toHaveProperty('waitingSince');
  });

  it('a line is written to the transcript only while it is allowed, asked again for every number tried', async () => {
    const conversation = asId<ConversationId>('t-if');
    const line = (activityId: string) => ({ conversation, activityId, from: 'bot' as const, activity: '{}', at: now });
    const other = await opened.again();
    await stores.transcripts.append(line('one'));
    // Another process writes between the question and the number: the answer is asked again.
    let asked = 0;
    const written = await stores.transcripts.appendIf(line('two'), async () => {
      asked += 1;
      if (asked === 1) await other.transcripts.append(line('joined'));
      return asked === 1;
    });
    expect([written, asked]).toEqual([null, 2]);
    expect(await stores.transcripts.appendIf(line('three'), async () => true)).toBe(3);
    expect(await stores.transcripts.appendIf(line('one'), async () => true)).toBe(1);
    await other.close();
  });

  it('events are numbered without gaps by however many processes, and one told twice has one number', async () => {
    const other = await opened.again();
    const event = (once: string) => ({ once, kind: 'settings' as const, data: once, at: now });
    const written = await times(60, i => (i % 2 ? stores : other).deskEvents.append([event(`e${i % 40}`)]));
    expect(new Set(written.map(w => w[0]!.seq))).toEqual(new Set(Array.from({ length: 40 }, (_, i) => i + 1)));
    const [again] = await other.deskEvents.append([event('e7')]);
    expect(again?.data).toBe('e7');
    const mixed = await stores.deskEvents.append([event('n1'), event('e7'), event('n2')]);
    expect(mixed.map(e => e.data)).toEqual(['n1', 'e7', 'n2']);
    expect((await other.deskEvents.after(40, 10)).map(e => [e.seq, e.data])).toEqual([
      [41, 'n1'],
      [42, 'n2'],
    ]);
    expect(await stores.deskEvents.prune(later(1))).toBe(41);
    expect([await stores.deskEvents.first(), await stores.deskEvents.last()]).toEqual([42, 42]);
    await other.close();
  });

  it('of several first admins there is one; an invitation is used once and ends the sessions before', async () => {
    const firsts = await times(5, () =>
      stores.agents.insertFirst(anAgent('admin-1', { login: 'root', role: 'admin' })),
    );
    expect(firsts.filter(Boolean)).toHaveLength(1);
    expect(await stores.agents.insertFirst(anAgent('other'))).toBe(false);
    expect(await stores.agents.insert(anAgent('a2', { login: 'root' }))).toBe(false);
    await stores.agents.insert(anAgent('a2'));
    await stores.agents.invite(asId('a2'), { hash: 'h', expiresAt: later(60) });
    expect((await stores.agents.byInvitation('h'))?.id).toBe('a2');
    const used = await times(5, () => stores.agents.setPassword(asId('a2'), 'scrypt$…', 'h'));
    expect(used.filter(Boolean)).toHaveLength(1);
    expect(await stores.agents.get(asId('a2'))).toMatchObject({ password: 'scrypt$…', epoch: 2 });
    expect(await stores.agents.byInvitation('h')).toBeNull();
    expect(await stores.agents.update(asId('a2'), { active: false })).toMatchObject({ active: false, epoch: 3 });
  });

  it('a ticket keeps who came first, is closed once and rated once by its shopper', async () => {
    const id = asId<TicketId>('k1');
    const ticket: Ticket = {
      id,
      conversation: asId('c9'),
      shopper: asId('s9'),
      channel: 'web',
      language: 'zh',
      reason: 'frustration',
      department: 'support',
      openedAt: now,
      dueAt: later(1),
      corrections: 0,
      goodwill: [],
    };
    expect(await stores.tickets.insert(ticket)).toBe(true);
    expect(await stores.tickets.insert(ticket)).toBe(false);
    await stores.tickets.update(id, { firstAgent: asId<AgentId>('a'), agent: asId<AgentId>('a'), claimedAt: later(1) });
    await stores.tickets.update(id, { firstAgent: asId<AgentId>('b'), agent: asId<AgentId>('b'), claimedAt: later(2) });
    await stores.tickets.addGoodwill(id, { offer: asId('o'), minor: 5 });
    await stores.tickets.addGoodwill(id, { offer: asId('o'), minor: 5 });
    expect((await stores.tickets.open()).map(t => t.id)).toEqual(['k1']);
    const closed = await times(5, () => stores.tickets.close(id, later(3), 'resolved'));
    expect(closed.filter(Boolean)).toHaveLength(1);
    expect(await stores.tickets.rate(id, asId<ShopperId>('stranger'), 1)).toBe(false);
    expect(await stores.tickets.rate(id, asId<ShopperId>('s9'), 5)).toBe(true);
    expect(await stores.tickets.rate(id, asId<ShopperId>('s9'), 1)).toBe(false);
    expect(await stores.tickets.get(id)).toMatchObject({
      firstAgent: 'a',
      agent: 'b',
      claimedAt: later(1),
      closedAt: later(3),
      rating: 5,
      goodwill: [{ offer: 'o', minor: 5 }],
    });
    expect(await stores.tickets.open()).toEqual([]);
    expect(await stores.tickets.between(now, later(1))).toHaveLength(1);
  });

  it('who is there is who said so lately', async () => {
    await stores.presence.beat('console:a:1', 'a', now);
    await stores.presence.beat('console:b:1', 'b', later(-10));
    await stores.presence.beat('process:x', 'http://x', now);
    expect((await stores.presence.alive('console:', later(-1))).map(p => p.what)).toEqual(['a']);
    await stores.presence.leave('console:a:1');
    expect(await stores.presence.alive('console:', later(-1))).toEqual([]);
  });
});
