import { afterAll, beforeAll, expect, it } from 'vitest';
import { asId, type ConversationId } from '../../knowledge/domain/ids.ts';
import { PromotionBot } from '../promotion-bot.ts';
import { StateStorage } from '../state.ts';
import { DirectLineClient } from '../testing/direct-line-client.ts';
import { startTestDesk, type TestConsole, type TestDesk } from '../testing/test-desk.ts';

/** The bot itself in front of the desk: what leads to a person, and what follows when the person is gone. */
let desk: TestDesk;
let anna: TestConsole;
beforeAll(async () => {
  desk = await startTestDesk({ bot: services => new PromotionBot(services, new StateStorage(services.stores.state)) });
  anna = await desk.staff('anna');
});
afterAll(() => desk.close());

const open = async (locale = 'en') => {
  const client = await DirectLineClient.start(desk.url, { locale });
  const stream = await client.stream();
  const hears = (pattern: RegExp) => stream.until(a => pattern.test(a.text ?? ''));
  await stream.until(a => a.from.role === 'bot');
  return { client, stream, hears, id: client.started.conversationId as ConversationId };
};
const key = () => crypto.randomUUID();

it('asked for, a person comes with everything on one screen, and the bot is back when they leave', async () => {
  const console = anna.listen();
  await console.until(e => e.name === 'hello');
  const { client, stream, hears, id } = await open();
  await client.say('how long does delivery take?');
  await hears(/two to four days/);
  await client.say('I want to talk to a real person please');
  await hears(/next in line, which takes about a minute/);
  const queued = await console.until(
    e => e.name === 'conversation' && (e.data.conversation as { id: string; state: string }).state === 'waiting',
  );
  expect(queued.data.conversation).toMatchObject({ id, reason: 'asked', state: 'waiting' });
  const { conversation } = await anna.get('claimNext');
  expect(conversation?.id).toBe(id);
  const packet = await anna.get('readPacket', { id });
  expect(packet.summary).toMatchObject({ reason: 'Asked for a person', mood: 'Calm' });
  expect(packet.summary.tried).toContain('Answered from “Delivery”');
  expect(packet.identity.verified).toBe(false);
  expect(packet.transcript.find(e => e.from === 'bot' && e.cards.length > 0)?.cards[0]).toMatchObject({
    type: 'source',
  });
  await client.say('hello?');
  await anna.get('reply', { id }, { key: key(), text: 'Hello, Anna here.' });
  await hears(/Anna here/);
  await anna.get('release', { id }, { to: 'bot' });
  await hears(/I'm back/);
  await client.say('how long does delivery take?');
  await stream.until(
    a => stream.activities.filter(b => /two to four days/.test(b.text ?? '')).length === 2 && a.id !== '',
  );
  console.close();
});

it('after the third miss a person gets it; what led there never leads there again', async () => {
  const { client, stream, hears, id } = await open();
  for (const words of ['qwrt zxcv', 'zxcv qwrt', 'qqww ttrr']) {
    const before = stream.activities.filter(a => a.from.role === 'bot').length;
    await client.say(words);
    await expect
      .poll(() => stream.activities.filter(a => a.from.role === 'bot').length, { timeout: 10_000 })
      .toBeGreaterThan(before);
  }
  await hears(/in line/);
  expect(await desk.stores.conversations.get(id)).toMatchObject({ owner: 'waiting', desk: { reason: 'failures' } });
  await anna.get('claim', { id });
  await anna.get('close', { id }, { reason: 'answered', askRating: false });
  // Past the time in which it would go back to Anna.
  desk.later(11 * 60);
  const waiting = await desk.stores.conversations.waiting();
  const before = stream.activities.filter(a => a.from.role === 'bot').length;
  await client.say('qwrt again');
  await expect
    .poll(() => stream.activities.filter(a => a.from.role === 'bot').length, { timeout: 10_000 })
    .toBeGreaterThan(before);
  expect((await desk.stores.conversations.get(id))?.owner).toBe('bot');
  expect((await desk.stores.conversations.waiting()).length).toBe(waiting.length);
});

it('who gives up waiting has the bot again, and the ticket says so', async () => {
  const { client, hears, id } = await open('zh-CN');
  await client.say('转人工');
  await hears(/排在第/);
  await client.say('取消');
  await hears(/取消|继续/);
  await expect.poll(async () => (await desk.stores.conversations.get(id))?.owner).toBe('bot');
  expect((await desk.stores.tickets.ofConversation(id))[0]).toMatchObject({ closeReason: 'left-queue' });
});

it('outside opening hours a way to be reached is asked for, and becomes a ticket', async () => {
  const admin = await desk.staff('root', { role: 'admin' });
  const { settings } = await admin.get('readSettings');
  const { timeZone: _, ...body } = settings;
  const day = (desk.desk.now.getUTCDay() + 3) % 7;
  await admin.get('putSettings', {}, { ...body, hours: [{ days: [day], from: '09:00', to: '10:00' }] });
  // Turns remember the settings for a few seconds.
  desk.later(10);
  const { client, hears, id } = await open();
  await client.say('I want to talk to a real person please');
  await hears(/back on \w+.* 09:00|Leave an e-mail/);
  await client.say('ann@example.com');
  await hears(/get back to you at ann@example\.com/);
  expect((await desk.stores.conversations.get(id))?.owner).toBe('bot');
  const [ticket] = await desk.stores.tickets.ofConversation(id);
  expect(ticket).toMatchObject({ contact: { kind: 'email', value: 'ann@example.com' } });
  expect(
    (await anna.get('listClosed')).conversations.find(c => c.ticket === asId(ticket?.id ?? ''))?.contact?.value,
  ).toBe('ann@example.com');
});
