import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { ConversationId } from '../../../knowledge/domain/ids.ts';
import { DirectLineClient } from '../../testing/direct-line-client.ts';
import { startTestDesk, type TestDesk } from '../../testing/test-desk.ts';
import { fakeChatwoot } from './chatwoot.test-helper.ts';
import { relayToChatwoot } from './chatwoot-outbox.ts';

let desk: TestDesk;
let other: Awaited<ReturnType<typeof fakeChatwoot>>;
let stop: () => Promise<void>;
let client: DirectLineClient;
beforeAll(async () => {
  other = await fakeChatwoot();
  desk = await startTestDesk();
  start();
  client = await DirectLineClient.start(desk.url);
  await desk.queue(client.started.conversationId as ConversationId);
  await vi.waitFor(() => expect(other.messages).toHaveLength(1), 15_000);
});
afterAll(async () => {
  await stop();
  await desk.close();
  other.close();
});

const start = (): void => {
  stop = relayToChatwoot(desk.desk, { url: other.url, inbox: 'inbox-1' });
};
const carried = (): string[] => other.messages.map(m => m.content).slice(1);
const last = () => expect.poll(() => carried().at(-1));

it('a line whose sender died before it was taken is carried by the next sender', async () => {
  await stop();
  await client.say('nobody sends now');
  await client.say('and this neither');
  start();
  await last().toBe('and this neither');
  expect(carried()).toEqual(['nobody sends now', 'and this neither']);
});

it('a line whose sender died between sending it and hearing of it is there once, and what follows it too', async () => {
  const before = other.posts;
  other.fates.messages.push('taken-unanswered');
  await client.say('is anybody there?');
  await expect.poll(() => other.posts).toBe(before + 1);
  await stop();
  await client.say('is anybody there?');
  start();
  await expect.poll(() => carried().filter(c => c === 'is anybody there?').length).toBe(2);
  await client.say('hello');
  await last().toBe('hello');
  expect(carried().filter(c => c === 'is anybody there?')).toHaveLength(2);
});

it('a line that is not taken is tried again before the next, and one that is refused for good holds up nothing', async () => {
  other.fates.messages.push('not-taken', 'not-taken', 'answered', 'refused');
  await client.say('try again');
  await last().toBe('try again');
  await client.say('refused');
  await client.say('after it');
  await last().toBe('after it');
  expect(carried().filter(c => c === 'try again')).toHaveLength(1);
  expect(carried()).not.toContain('refused');
});

it('of two senders at once each line comes from one', async () => {
  const stopSecond = relayToChatwoot(desk.desk, { url: other.url, inbox: 'inbox-1' });
  const lines = Array.from({ length: 10 }, (_, i) => `line ${i}`);
  for (const line of lines) await client.say(line);
  await last().toBe('line 9');
  await stopSecond();
  expect(carried().slice(-10)).toEqual(lines);
});

it('whatever dies or fails while a contact is made, there is one contact and one conversation, and the words are in it', async () => {
  const before = other.contacts.size;
  const next = await DirectLineClient.start(desk.url);
  const id = next.started.conversationId as ConversationId;
  // Made and not heard of; then down; then made; its conversation opened and not heard of; then the sender dies.
  other.fates.contacts.push('taken-unanswered', 'not-taken');
  other.fates.conversations.push('not-taken', 'taken-unanswered');
  await desk.queue(id);
  await expect.poll(() => other.fates.contacts.length).toBe(1);
  await stop();
  start();
  await expect.poll(() => other.fates.conversations.length, { timeout: 10_000 }).toBe(0);
  await stop();
  start();
  await next.say('am I alone?');
  await last().toBe('am I alone?');
  expect(other.contacts.size).toBe(before + 1);
  const made = [...other.contacts.values()].at(-1)!;
  const { shopper } = (await desk.stores.conversations.get(id))!;
  expect(made).toMatchObject({ identifier: shopper });
  expect(made.conversations).toHaveLength(1);
  expect(other.messages.at(-1)?.conversation).toContain(`/${made.source_id}/conversations/${made.conversations[0]}/`);
});

it('a conversation that was deleted over there is opened again for the same contact', async () => {
  const [source, contact] = [...other.contacts].at(0)!;
  const contacts = other.contacts.size;
  other.forget(source, contact.conversations[0]!);
  await client.say('still here');
  await last().toBe('still here');
  expect(other.contacts.size).toBe(contacts);
  expect(contact.conversations).toHaveLength(1);
});
