import { afterAll, beforeAll, expect, it } from 'vitest';
import { type AgentId, asId, type ConversationId } from '../../knowledge/domain/ids.ts';
import type { Stores } from '../../knowledge/ports.ts';
import { openStores } from '../../knowledge/store/open.ts';
import { conversationOf, now } from '../dialogs.test-helper.ts';
import { type HandOverInput, handOver, mendTickets } from './hand-over.ts';
import { defaultDeskSettings } from './settings.ts';

let stores: Stores;
beforeAll(async () => {
  stores = await openStores({ dataDir: null, dbPort: 0 });
});
afterAll(() => stores.close());

const settings = defaultDeskSettings({ currency: 'CNY' });
const anna = { id: asId<AgentId>('anna') };
const ben = { id: asId<AgentId>('ben') };
const asked = { reason: 'asked', mood: 'neutral', valueAtRiskMinor: 0, returning: false } as const;

/** Goes through events one after another, each on what the one before left. */
const go = async (id: string, ...steps: Partial<HandOverInput>[]) => {
  let conversation = await stores.conversations.ensure(conversationOf({ id: asId<ConversationId>(id) }));
  for (const step of steps) {
    const outcome = await handOver(stores, { event: 'hand-off', conversation, settings, now, ...step });
    if (outcome.kind === 'refused') throw new Error(outcome.reason);
    conversation = outcome.conversation;
  }
  return conversation;
};

it('of 100 claims on 30 waiting conversations each is taken exactly once', async () => {
  const queue = await Promise.all(Array.from({ length: 30 }, (_, i) => go(`q${i}`, { handoff: asked })));
  const claims = await Promise.all(
    Array.from({ length: 100 }, (_, i) =>
      handOver(stores, {
        event: 'claim',
        conversation: queue[i % 30]!,
        settings,
        now,
        agent: { id: asId<AgentId>(`agent-${i}`) },
      }),
    ),
  );
  const won = claims.flatMap(c => (c.kind === 'done' ? [c.conversation] : []));
  expect(won).toHaveLength(30);
  expect(new Set(won.map(c => c.id)).size).toBe(30);
  expect(new Set(claims.filter(c => c.kind === 'refused').map(c => c.reason))).toEqual(new Set(['changed']));
  const owners = await Promise.all(won.map(c => stores.tickets.get(c.desk!.ticket)));
  expect(owners.map(t => t?.firstAgent)).toEqual(won.map(c => c.desk?.agent));
});

it('the whole life of a hand-off is on its ticket: asked, taken, passed on, closed', async () => {
  const closed = await go(
    'life',
    { handoff: { ...asked, reason: 'frustration', mood: 'upset', valueAtRiskMinor: 20_000 } },
    { event: 'claim', agent: anna },
    { event: 'transfer-agent', agent: ben },
    { event: 'close', closeReason: 'resolved' },
  );
  expect(closed).toMatchObject({ owner: 'bot', version: 4, desk: { closeReason: 'resolved', agent: 'ben' } });
  const [ticket] = await stores.tickets.ofConversation(closed.id);
  expect(ticket).toMatchObject({ reason: 'frustration', firstAgent: 'anna', agent: 'ben', closeReason: 'resolved' });
  // Back soon, it goes to whom it was with; otherwise the bot has it and the desk forgets it.
  const reopened = await go('life', {
    event: 'shopper-returns',
    conversation: closed,
    handoff: { ...asked, reason: 'reopened' },
  });
  expect(reopened).toMatchObject({ owner: 'waiting', desk: { preferred: 'ben', reason: 'reopened' } });
  expect((await stores.tickets.ofConversation(closed.id)).length).toBe(2);
});

it('a vanished agent’s conversation waits again, more urgent than before and not counted from zero', async () => {
  const taken = await go('lease', { handoff: asked }, { event: 'claim', agent: anna });
  const again = await go('lease', { event: 'lease-expired', conversation: taken });
  expect(again.owner).toBe('waiting');
  expect(again.desk).toMatchObject({ ticket: taken.desk!.ticket, priority: taken.desk!.priority + 10 });
  expect(again.desk).not.toHaveProperty('agent');
});

it('nobody came: the bot is back and the ticket stays open for a follow-up', async () => {
  const waiting = await go('late', { handoff: asked });
  const back = await go('late', { event: 'wait-expired', conversation: waiting });
  expect(back.owner).toBe('bot');
  expect((await stores.tickets.open()).map(t => t.id)).toContain(waiting.desk?.ticket);
});

it('a ticket that a killed process did not write is made up for', async () => {
  const conversation = await stores.conversations.ensure(conversationOf({ id: asId<ConversationId>('cut') }));
  const part = (await go('donor', { handoff: asked })).desk!;
  const cut = await stores.conversations.handOver(
    conversation.id,
    conversation,
    { owner: 'agent', desk: { ...part, ticket: asId('T-cut-1'), agent: anna.id } },
    now,
  );
  await mendTickets(stores, [cut!]);
  await mendTickets(stores, [cut!]);
  expect(await stores.tickets.get(asId('T-cut-1'))).toMatchObject({ agent: 'anna', conversation: 'cut' });
});
