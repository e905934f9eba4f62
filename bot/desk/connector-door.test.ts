import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { asId, type ConversationId } from '../../knowledge/domain/ids.ts';
import type { BotLogic } from '../bot.ts';
import { botFrameworkRoutes } from '../channels/bot-framework.ts';
import { readSettings } from '../settings.ts';
import { call } from '../testing/direct-line-client.ts';
import { startTestDesk, type TestConsole, type TestDesk } from '../testing/test-desk.ts';
import { deskGate } from './desk-gate.ts';
import { connectorDoor } from './door.ts';

interface Posted {
  readonly path: string;
  readonly text: string;
}

/** The Bot Connector's part that a bot calls: activities posted into a conversation. */
const fakeConnector = async () => {
  const posted: Posted[] = [];
  const failing = { next: 0 };
  /** Done while a line is on its way: the channel has it and has not answered. */
  const during = new Map<string, () => Promise<unknown>>();
  const server: Server = createServer((req, res) => {
    let body = '';
    req.on('data', chunk => {
      body += String(chunk);
    });
    req.on('end', () => {
      res.setHeader('content-type', 'application/json');
      if (failing.next > 0) {
        failing.next--;
        res.statusCode = 400;
        res.end(JSON.stringify({ error: { code: 'BadArgument', message: 'down' } }));
        return;
      }
      const activity = JSON.parse(body || '{}') as { type: string; text?: string };
      if (activity.type === 'message') posted.push({ path: req.url ?? '', text: activity.text ?? '' });
      const done = (): void => void res.end(JSON.stringify({ id: `theirs-${posted.length}` }));
      void (during.get(activity.text ?? '')?.() ?? Promise.resolve()).then(done, done);
    });
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  return { posted, failing, during, server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/` };
};

/** Nothing to prove in either direction: who may send is shown in bot-framework.test.ts. */
const unsigned = () =>
  new ConfigurationBotFrameworkAuthentication({}, {
    isValidAppId: async () => true,
    isAuthenticationDisabled: async () => true,
    createCredentials: async () => ({ signRequest: async (request: unknown) => request }),
  } as never);

let connector: Awaited<ReturnType<typeof fakeConnector>>;
let desk: TestDesk;
let agent: TestConsole;
let number = 0;
/** Lets the bot's turn under way go on to its answer. */
let answerNow: (() => void) | null = null;

const slowBot: BotLogic = {
  onTurn: async context => {
    const { text } = context.activity;
    if (text?.startsWith('slowly')) {
      await new Promise<void>(resolve => {
        answerNow = resolve;
      });
    }
    if (text === 'at length') await context.sendActivities([{ type: 'message', text: 'First of all' }]);
    await context.sendActivity(`The bot heard ${text}`);
  },
};

beforeAll(async () => {
  connector = await fakeConnector();
  desk = await startTestDesk({
    routes: (d, parts) => {
      const log = pino({ level: 'silent' });
      const { stores } = d;
      const clock = () => d.now;
      return botFrameworkRoutes({
        settings: readSettings({ MICROSOFT_APP_ID: 'an app', MICROSOFT_APP_PASSWORD: 'x' }),
        stores,
        bot: slowBot,
        clock,
        log,
        desk: deskGate(d),
        authentication: unsigned(),
        onConnector: send => d.useDoor(undefined, connectorDoor(stores, clock, send)),
      })(parts);
    },
  });
  agent = await desk.staff('lin');
});
afterAll(async () => {
  await desk.close();
  connector.server.closeAllConnections();
  connector.server.close();
});

const write = async (text: string, conversation: string): Promise<void> => {
  const body = {
    type: 'message',
    id: `a${++number}`,
    channelId: 'msteams',
    serviceUrl: connector.url,
    conversation: { id: conversation },
    from: { id: `user of ${conversation}`, name: 'U' },
    recipient: { id: 'bot', name: 'B' },
    text,
  };
  const { status } = await call('POST', `${desk.url}/api/messages`, { body });
  expect(status).toBe(202);
};
const texts = (conversation: string): string[] =>
  connector.posted.filter(p => p.path.includes(conversation)).map(p => p.text);
const heard = (conversation: string, text: string) =>
  vi.waitFor(() => expect(texts(conversation)).toContain(text), 8_000);
/** Ours for theirs: the newest conversation of this channel. */
const ours = async (): Promise<ConversationId> => {
  const [newest] = (await desk.stores.conversations.ofBot(50)).filter(c => c.channel === 'msteams');
  return newest!.id;
};
const reply = (id: string, key: string, text: string) => agent.ask('reply', { id }, { key, text, cards: [] });

it('an agent’s words go out through the connector once, under their name, whatever is repeated', async () => {
  await write('hello', 'c-one');
  await heard('c-one', 'The bot heard hello');
  const id = await ours();
  expect((await agent.ask('claim', { id })).status).toBe(200);
  expect((await reply(id, 'key-0001', 'here')).status).toBeLessThan(300);
  await reply(id, 'key-0001', 'here');
  await heard('c-one', 'Lin: here');
  expect(texts('c-one').filter(t => t === 'Lin: here')).toHaveLength(1);
  const transcript = await desk.stores.transcripts.after(id, 0, 50);
  expect(transcript.filter(e => e.from === 'agent' && e.activity.includes('"text":"here"'))).toHaveLength(1);
});

it('a connector that is down loses nothing: the same reply, sent again, arrives once', async () => {
  await write('hello', 'c-two');
  await heard('c-two', 'The bot heard hello');
  const id = await ours();
  await agent.ask('claim', { id });
  connector.failing.next = 1;
  expect((await reply(id, 'key-0002', 'after the fault')).status).toBeGreaterThanOrEqual(500);
  expect(texts('c-two')).not.toContain('Lin: after the fault');
  expect((await reply(id, 'key-0002', 'after the fault')).status).toBeLessThan(300);
  await reply(id, 'key-0002', 'after the fault');
  expect(texts('c-two').filter(t => t === 'Lin: after the fault')).toHaveLength(1);
});

it('a bot’s turn under way when a person takes over sends nothing any more, and the next message goes to the desk', async () => {
  await write('hello', 'c-three');
  await heard('c-three', 'The bot heard hello');
  const id = await ours();
  await write('slowly please', 'c-three');
  await vi.waitFor(() => expect(answerNow).not.toBeNull(), 8_000);
  expect((await agent.ask('claim', { id })).status).toBe(200);
  answerNow?.();
  await write('are you there?', 'c-three');
  await vi.waitFor(async () => {
    const lines = await desk.stores.transcripts.after(id, 0, 50);
    expect(lines.some(e => e.from === 'shopper' && e.activity.includes('are you there?'))).toBe(true);
  }, 8_000);
  expect((await reply(id, 'key-0003', 'Yes')).status).toBeLessThan(300);
  await heard('c-three', 'Lin: Yes');
  expect(texts('c-three').filter(t => t.startsWith('The bot heard'))).toEqual(['The bot heard hello']);
});

it('of an answer of several lines none goes out once a person has taken over between two of them', async () => {
  await write('hello', 'c-five');
  await heard('c-five', 'The bot heard hello');
  const id = await ours();
  const claimed = new Promise(resolve => {
    connector.during.set('First of all', () => agent.ask('claim', { id }).then(resolve));
  });
  await write('at length', 'c-five');
  expect(await claimed).toMatchObject({ status: 200 });
  expect((await reply(id, 'key-0005', 'I have read it')).status).toBeLessThan(300);
  await heard('c-five', 'Lin: I have read it');
  // The bot's turn is over when the next one has begun: it waits for it.
  await write('thanks', 'c-five');
  await vi.waitFor(async () => {
    const lines = await desk.stores.transcripts.after(id, 0, 50);
    expect(lines.some(e => e.from === 'shopper' && e.activity.includes('thanks'))).toBe(true);
  }, 8_000);
  expect(texts('c-five')).not.toContain('The bot heard at length');
  const lines = (await desk.stores.transcripts.after(id, 0, 50)).map(e => e.activity);
  expect(lines.filter(l => l.includes('First of all'))).toHaveLength(1);
  expect(lines.join()).not.toContain('heard at length');
});

it('who owns it is asked again as it is sent: words of one who lost it meanwhile go nowhere', async () => {
  await write('hello', 'c-four');
  await heard('c-four', 'The bot heard hello');
  const id = await ours();
  await agent.ask('claim', { id });
  const before = texts('c-four').length;
  const conversation = (await desk.stores.conversations.get(id))!;
  const door = desk.desk.doorOf(conversation)!;
  const activity = { id: `${id}|too-late`, type: 'message', text: 'too late' };
  expect(await door.say(conversation, 'agent', activity, async () => false)).toBeNull();
  expect((await agent.ask('close', { id }, { reason: 'resolved', askRating: false })).status).toBe(200);
  await vi.waitFor(() => expect(texts('c-four').length).toBe(before + 1), 8_000);
  const late = await reply(id, 'key-0004', 'one more thing');
  expect([late.status, late.code]).toEqual([409, 'closed']);
  expect(texts('c-four').join()).not.toMatch(/too late|one more thing/);
  expect((await desk.stores.transcripts.after(asId(id), 0, 50)).some(e => e.activity.includes('too late'))).toBe(false);
});
