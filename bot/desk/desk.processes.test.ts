import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { asId, type ConversationId } from '../../knowledge/domain/ids.ts';
import { seededRandom } from '../../knowledge/domain/random.ts';
import type { Stores } from '../../knowledge/ports.ts';
import { openStores } from '../../knowledge/store/open.ts';
import { type Program, type RunningBot, startBot, startDatabase } from '../testing/bot-process.ts';
import { call, DirectLineClient, type SeenActivity, StreamReader } from '../testing/direct-line-client.ts';
import { type EventReader, TestConsole } from '../testing/test-desk.ts';
import { deskCookie } from './desk-sessions.ts';

/** Kills of a process and as many dropped connections of the console; 50 with COUNTEROFFER_ROUNDS=50. */
const rounds = Number(process.env.COUNTEROFFER_ROUNDS ?? 0) || 2;
const perRound = 6;
/** Another seed, other moments: so that many rounds can be run in pieces. */
const seed = Number(process.env.COUNTEROFFER_SEED ?? 7);

let folder: string;
let database: { uri: string; program: Program };
let stores: Stores;
let bots: RunningBot[] = [];
const boot = (i: number): Promise<RunningBot> =>
  startBot(
    {
      MONGODB_URI: database.uri,
      DATA_DIR: join(folder, `bot-${i}`),
      COUNTEROFFER_BACKEND: 'cpu',
      LOG_LEVEL: 'error',
    },
    false,
  );

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'desk-kills-'));
  database = await startDatabase(join(folder, 'db'));
  bots = await Promise.all([boot(0), boot(1)]);
  stores = await openStores({ mongodbUri: database.uri });
}, 180_000);
afterAll(async () => {
  await Promise.all(bots.map(b => b.program.end('SIGKILL')));
  await stores?.close();
  await database?.program.end('SIGTERM');
  await rm(folder, { recursive: true, force: true });
}, 60_000);

/** Sends to one process after another until one has taken it: what a page does when its connection fails. */
const insist = async <T>(send: (url: string) => Promise<{ status: number; value: T }>): Promise<T> => {
  const due = Date.now() + 60_000;
  for (let i = 0; Date.now() < due; i++) {
    const answer = await send(bots[i % bots.length]!.url).catch(() => null);
    if (answer && answer.status < 300) return answer.value;
    await delay(50);
  }
  throw new Error('No process took it');
};

interface Line {
  readonly seq: number;
  readonly text: string;
}

/** An agent's page: one live stream that begins where the inbox ended and is opened again, wherever a process answers, from the last number seen. */
class ConsolePage {
  drops = -1;
  readonly #at: (url: string) => TestConsole;
  readonly #seen: { conversation: unknown; entry: Line }[] = [];
  #last: number;
  #reader: EventReader | null = null;

  constructor(at: (url: string) => TestConsole, last: number) {
    this.#at = at;
    this.#last = last;
  }

  /** At process number `i`, or one after another until one answers. */
  listen(i: number): void {
    this.drops += 1;
    const reader = this.#at(bots[i % bots.length]!.url).listen(this.#last);
    this.#reader = reader;
    void reader.done.then(async () => {
      await delay(50);
      if (this.#reader === reader) this.drop(i + 1);
    });
  }

  drop(next: number): void {
    this.#keep();
    this.#reader?.close();
    this.listen(next);
  }

  lines(conversation: string): Line[] {
    this.#keep();
    return this.#seen.filter(s => s.conversation === conversation).map(s => s.entry);
  }

  #keep(): void {
    for (const event of this.#reader?.events.splice(0) ?? []) {
      if (event.id !== null) this.#last = event.id;
      if (event.name !== 'message') continue;
      this.#seen.push({ conversation: event.data.conversation, entry: event.data.entry as Line });
    }
  }

  close(): void {
    this.#reader?.close();
    this.#reader = null;
  }
}

/** The shopper's side as the widget does it: one socket, reopened with the watermark at whichever process is there. */
class ShopperPage {
  readonly heard: SeenActivity[] = [];
  drops = -1;
  readonly #conversation: string;
  readonly #token: string;
  #watermark = '0';
  #stream: StreamReader | null = null;
  #closed = false;

  constructor(conversation: string, token: string) {
    this.#conversation = conversation;
    this.#token = token;
  }

  /** Tries one process after another, from number `i` on. */
  async listen(i: number): Promise<void> {
    if (this.#closed) return;
    const bot = bots[i % bots.length]!;
    const url = `${bot.url}/v3/directline/conversations/${this.#conversation}?watermark=${this.#watermark}`;
    const opened = await call<{ streamUrl: string }>('GET', url, { token: this.#token }).catch(() => null);
    if (opened?.status !== 200) {
      await delay(50);
      return this.listen(i + 1);
    }
    this.drops += 1;
    const stream = new StreamReader(opened.body.streamUrl);
    this.#stream = stream;
    stream.socket.on('error', () => undefined);
    stream.socket.on('message', () => {
      this.heard.push(...stream.activities.splice(0));
      this.#watermark = stream.watermarks.at(-1) ?? this.#watermark;
    });
    stream.socket.on('close', () => void this.listen(i + 1));
  }

  drop(): void {
    this.#stream?.socket.terminate();
  }

  close(): void {
    this.#closed = true;
    this.drop();
  }
}

const signIn = async (): Promise<{ token: string; csrf: string }> => {
  const token = await stores.shop.secret('desk-first-admin', () => 'never made');
  const body = { token, login: 'root', name: 'Root', password: 'a long password', language: 'en' };
  const url = `${bots[0]!.url}/api/desk/first-admin`;
  const made = await call<{ csrf: string }>('POST', url, { body });
  expect(made.status).toBe(201);
  // The token works once.
  expect((await call('POST', url, { body: { ...body, login: 'other' } })).status).toBe(409);
  const cookie = new RegExp(`${deskCookie}=([^;]+)`).exec(made.headers.get('set-cookie') ?? '')?.[1] ?? '';
  return { token: cookie, csrf: made.body.csrf };
};

it(
  'through killed processes and dropped connections every word of both sides arrives once, at both sides',
  async () => {
    const random = seededRandom(seed);
    const session = await signIn();
    const at = (url: string): TestConsole => new TestConsole(url, asId('admin-1'), session.token, session.csrf);
    const client = await DirectLineClient.start(bots[0]!.url);
    const id = client.started.conversationId as ConversationId;
    await insist(url => at(url).ask('claim', { id }));

    const desk = new ConsolePage(at, (await insist(url => at(url).ask('readInbox'))).lastEvent);
    const page = new ShopperPage(client.started.conversationId, client.started.token);
    desk.listen(0);
    void page.listen(0);

    const said: string[] = [];
    const answered: string[] = [];
    for (let round = 0; round < rounds; round++) {
      const victim = Math.floor(random() * bots.length);
      const killAt = Math.floor(random() * perRound);
      const killAfterMs = Math.floor(random() * 60);
      let reborn: Promise<void> | null = null;
      for (let n = 0; n < perRound; n++) {
        const text = `shopper ${round}.${n}`;
        const reply = `agent ${round}.${n}`;
        const key = randomUUID();
        const body = { type: 'message', text, from: { id: 'me' }, channelData: { clientActivityID: key } };
        const words = Promise.all([
          insist(async url => {
            const { status } = await call('POST', `${url}/v3/directline/conversations/${id}/activities`, {
              token: client.started.token,
              body,
            });
            return { status, value: null };
          }),
          insist(url => at(url).ask('reply', { id }, { key, text: reply })),
        ]);
        if (n === killAt) {
          // In the middle of what was just sent, wherever that may be.
          await delay(killAfterMs);
          await bots[victim]!.program.end('SIGKILL');
          reborn = boot(victim).then(bot => {
            bots[victim] = bot;
          });
          desk.drop(victim + 1);
        }
        if (n === perRound - 1 - killAt) {
          desk.drop(round);
          page.drop();
        }
        await words;
        said.push(text);
        answered.push(reply);
      }
      await reborn;
    }

    // What a killed process wrote down and did not tell is told by whoever takes its turns up.
    const due = Date.now() + 100_000;
    const missing = (): { console: string[]; shopper: string[] } => {
      const all = [...said, ...answered];
      const atConsole = new Set(desk.lines(id).map(e => e.text));
      const atShopper = new Set(page.heard.map(a => a.text));
      return { console: all.filter(text => !atConsole.has(text)), shopper: all.filter(text => !atShopper.has(text)) };
    };
    const none = { console: [], shopper: [] };
    while (JSON.stringify(missing()) !== JSON.stringify(none) && Date.now() < due) await delay(200);
    expect(missing()).toEqual(none);
    const numbers = desk.lines(id).map(e => e.seq);
    desk.close();
    page.close();
    expect(numbers.length).toBe(new Set(numbers).size);
    const ids = page.heard.map(a => a.id);
    expect(ids.length).toBe(new Set(ids).size);
    expect(page.heard.filter(a => a.text?.includes('has joined'))).toHaveLength(1);

    const entries = await stores.transcripts.after(id, 0, 10_000);
    const texts = entries.map(e => (JSON.parse(e.activity) as { text?: string }).text ?? '');
    for (const text of [...said, ...answered]) expect([text, texts.filter(t => t === text).length]).toEqual([text, 1]);
    // No line of the bot since the person has it.
    const joined = texts.findIndex(t => t.includes('has joined'));
    expect(entries.slice(joined).filter(e => e.from === 'bot')).toEqual([]);
    expect(entries.map(e => e.seq)).toEqual(entries.map((_, i) => i + 1));
    if (rounds > 2)
      console.log(
        `${rounds} kills, ${desk.drops} dropped consoles, ${page.drops} dropped shopper streams, ${said.length + answered.length} lines`,
      );
  },
  600_000 + rounds * 30_000,
);

it('two processes show a console the same, and either gives away a conversation once', async () => {
  const session = await signInAgain();
  const consoles = bots.map(b => new TestConsole(b.url, asId('admin-1'), session.token, session.csrf));
  const reader = consoles[1]!.listen();
  await reader.until(e => e.name === 'hello');
  const client = await DirectLineClient.start(bots[0]!.url);
  const id = client.started.conversationId;
  const claims = await Promise.all(consoles.map(c => c.ask('claim', { id })));
  expect(claims.map(c => c.status)).toEqual([200, 200]);
  await reader.until(e => e.name === 'conversation' && (e.data.conversation as { id: string }).id === id);
  expect((await stores.tickets.ofConversation(id as ConversationId)).length).toBe(1);
  reader.close();
}, 120_000);

const signInAgain = async (): Promise<{ token: string; csrf: string }> => {
  const url = `${bots[0]!.url}/api/desk/sign-in`;
  const made = await call<{ csrf: string }>('POST', url, { body: { login: 'root', password: 'a long password' } });
  expect(made.status).toBe(200);
  const cookie = new RegExp(`${deskCookie}=([^;]+)`).exec(made.headers.get('set-cookie') ?? '')?.[1] ?? '';
  return { token: cookie, csrf: made.body.csrf };
};
