import type { TurnContext } from 'botbuilder-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { handOver } from '../../dialogs/handoff/hand-over.ts';
import { type AgentId, asId, type ConversationId, type ShopperId } from '../../knowledge/domain/ids.ts';
import { Sessions } from '../access.ts';
import { call, DirectLineClient } from '../testing/direct-line-client.ts';
import { startTestDesk, TestConsole, type TestDesk } from '../testing/test-desk.ts';
import { testSecret } from '../testing/test-web.ts';
import { entryView } from './desk-views.ts';
import { mendDesk, sweepDesk } from './sweep-desk.ts';

/** Echoes; "slow" waits until the test lets it go on, so that things can happen in the middle of a turn. */
const gates = new Map<string, { started: Promise<void>; start(): void; release(): void; free: Promise<void> }>();
const gate = (name: string) => {
  let [start, release] = [() => {}, () => {}];
  const started = new Promise<void>(resolve => {
    start = resolve;
  });
  const free = new Promise<void>(resolve => {
    release = resolve;
  });
  const made = { started, start, release, free };
  gates.set(name, made);
  return made;
};
const bot = {
  async onTurn(context: TurnContext): Promise<void> {
    if (context.activity.type !== 'message') return;
    const { text } = context.activity;
    const waiting = gates.get(text);
    waiting?.start();
    await waiting?.free;
    await context.sendActivity(`bot: ${text}`);
  },
};

let desk: TestDesk;
let anna: TestConsole;
let ben: TestConsole;
let eve: TestConsole;
beforeAll(async () => {
  desk = await startTestDesk({ bot });
  anna = await desk.staff('anna');
  ben = await desk.staff('ben', { languages: ['en', 'zh'] });
  eve = await desk.staff('eve', { role: 'supervisor' });
});
afterAll(() => desk.close());

const shopper = async (locale?: string) => {
  const client = await DirectLineClient.start(desk.url, locale ? { locale } : {});
  return { client, id: client.started.conversationId, stream: await client.stream() };
};
const texts = async (id: string, who = anna): Promise<string[]> =>
  (await who.get('readTranscript', { id })).entries.map(e => `${e.from}: ${e.text}`);
const key = () => crypto.randomUUID();

describe('who speaks', () => {
  it('of three agents racing for one shopper one gets it, and the others are told who', async () => {
    const { id } = await shopper();
    await desk.queue(id);
    const claims = await Promise.all([anna, ben, eve].map(who => who.ask('claim', { id })));
    expect(claims.map(c => c.status).sort()).toEqual([200, 409, 409]);
    expect(claims.filter(c => c.status === 409).map(c => c.code)).toEqual(['taken', 'taken']);
    const owner = claims.find(c => c.status === 200)?.value.conversation.agent?.id;
    const inbox = await anna.get('readInbox');
    expect(inbox.queue.some(c => c.id === id)).toBe(false);
    expect([...inbox.mine, ...inbox.others].find(c => c.id === id)?.agent?.id).toBe(owner);
  });

  it('a turn of the bot that is under way when a person takes over says nothing, even if they have left again', async () => {
    const { client, id, stream } = await shopper();
    const slow = gate('slow one');
    await client.say('slow one');
    await slow.started;
    await anna.get('claim', { id });
    slow.release();
    await anna.get('reply', { id }, { key: key(), text: 'Anna here' });
    await stream.until(a => a.text === 'Anna here');
    const gone = gate('slow two');
    const other = await shopper();
    await other.client.say('slow two');
    await gone.started;
    await ben.get('claim', { id: other.id });
    await ben.get('release', { id: other.id }, { to: 'bot' });
    gone.release();
    await other.client.say('hello again');
    await other.stream.until(a => a.text === 'bot: hello again');
    expect((await texts(id)).filter(t => t.startsWith('bot:'))).toEqual([]);
    expect(await texts(other.id, ben)).toEqual([
      'shopper: slow two',
      'system: Ben has joined the chat and takes over from here.',
      "system: Ben has left the chat. I'm back: what else can I do for you?",
      'shopper: hello again',
      'bot: bot: hello again',
    ]);
  });

  it('in the middle of hundreds of claims and turns no line of the bot stands after a person has joined', async () => {
    const rounds = Number(process.env.COUNTEROFFER_ROUNDS ?? 0) || 5;
    for (let i = 0; i < rounds; i++) {
      const { client, id } = await shopper();
      const said = Promise.all([client.say('one'), client.say('two'), client.say('three')]);
      await anna.get('claim', { id });
      await said;
      await anna.get('reply', { id }, { key: key(), text: 'mine' });
      const lines = await texts(id);
      const joined = lines.findIndex(l => l.includes('has joined'));
      expect(lines.slice(joined).filter(l => l.startsWith('bot:'))).toEqual([]);
      await anna.get('close', { id }, { reason: 'answered', askRating: false });
    }
  });

  it('a reply takes the conversation from the bot and from the queue, never from a colleague and never a closed one', async () => {
    const { id } = await shopper();
    const first = await anna.get('reply', { id }, { key: key(), text: 'May I help?' });
    expect(first.conversation).toMatchObject({ state: 'agent', agent: { id: 'anna' }, reason: 'taken' });
    expect(await ben.ask('reply', { id }, { key: key(), text: 'Me too' })).toMatchObject({
      status: 409,
      code: 'taken',
    });
    await anna.get('close', { id }, { reason: 'resolved' });
    expect(await anna.ask('reply', { id }, { key: key(), text: 'One more' })).toMatchObject({
      status: 409,
      code: 'closed',
    });
    expect((await anna.get('claim', { id })).conversation.state).toBe('agent');
    const queued = await shopper();
    await desk.queue(queued.id);
    expect((await ben.get('reply', { id: queued.id }, { key: key(), text: 'Hello' })).conversation.agent?.id).toBe(
      'ben',
    );
  });

  it('the same reply sent again after a lost answer is said once', async () => {
    const { id, stream } = await shopper();
    const body = { key: key(), text: 'Only once' };
    const sent = await Promise.all([1, 2, 3].map(() => anna.get('reply', { id }, body)));
    expect(new Set(sent.map(s => s.seq)).size).toBe(1);
    await anna.get('close', { id }, { reason: 'answered', askRating: false });
    expect((await anna.get('reply', { id }, body)).seq).toBe(sent[0]?.seq);
    await stream.until(a => a.text?.includes('has left') ?? false);
    expect(stream.activities.filter(a => a.text === 'Only once')).toHaveLength(1);
  });

  it('tells the shopper in their language who answers, and who no longer does', async () => {
    const { client, id, stream } = await shopper('zh-CN');
    await client.say('你好');
    await desk.queue(id);
    await ben.get('claim', { id });
    await ben.get('transfer', { id }, { to: { agent: 'anna' } });
    await anna.get('release', { id }, { to: 'queue' });
    await ben.get('claim', { id });
    await ben.get('close', { id }, { reason: 'resolved' });
    await stream.until(a => a.text?.includes('打分') ?? false);
    expect(stream.activities.map(a => a.text).filter(t => t && !t.startsWith('bot:') && t !== '你好')).toEqual([
      '客服Ben已接入，接下来由Ben为您服务。',
      'Ben已将对话转给Anna，接下来由Anna为您服务。',
      'Anna临时离开了。您已重新排队，位置靠前，之前的内容都还在。',
      '客服Ben已接入，接下来由Ben为您服务。',
      'Ben已结束本次服务，感谢您的咨询。有需要随时留言，我在。',
      '请为本次服务打分：',
    ]);
  });
});

describe('after closing', () => {
  it('a shopper who is back soon reaches whom they talked to; later, or when that one is busy, the bot', async () => {
    const console = anna.listen();
    await console.until(e => e.name === 'hello');
    const soon = await shopper();
    await anna.get('claim', { id: soon.id });
    await anna.get('close', { id: soon.id }, { reason: 'answered', askRating: false });
    await soon.client.say('one more thing');
    await soon.stream.until(a => a.text === "Welcome back. I'm letting Anna know.");
    await console.until(e => e.name === 'message' && (e.data.entry as { text: string }).text === 'one more thing');
    const [waiting] = (await anna.get('readInbox')).queue.filter(c => c.id === soon.id);
    expect(waiting).toMatchObject({ reason: 'reopened', preferred: { id: 'anna' } });
    const late = await shopper();
    await anna.get('claim', { id: late.id });
    await anna.get('close', { id: late.id }, { reason: 'answered', askRating: false });
    desk.later(11 * 60);
    await late.client.say('next day');
    await late.stream.until(a => a.text === 'bot: next day');
    console.close();
  });

  it('the shopper’s stars and last words say whether it helped; silence says nothing', async () => {
    const ended = async (last: string | null, stars?: number) => {
      const { client, id, stream } = await shopper();
      await anna.get('claim', { id });
      if (last) await client.say(last);
      const { ticket } = (await anna.get('close', { id }, { reason: 'resolved' })).conversation;
      if (stars) {
        await client.post({ type: 'message', text: 'stars', value: { tap: 'rate', ticket, stars } });
        await client.post({ type: 'message', text: 'stars', value: { tap: 'rate', ticket, stars: 1 } });
        await stream.until(a => a.text?.includes('noted already') ?? false);
      }
      return desk.stores.tickets.get(asId(ticket ?? ''));
    };
    expect(await ended('thank you, that solved it')).toMatchObject({ outcome: 'confirmed' });
    expect(await ended('it is still not solved')).toMatchObject({ outcome: 'unresolved' });
    expect(await ended('hm')).toMatchObject({ outcome: 'silent' });
    expect(await ended(null, 5)).toMatchObject({ outcome: 'confirmed', rating: 5 });
    expect(await ended('thanks', 2)).toMatchObject({ outcome: 'unresolved', rating: 2 });
    const stranger = await shopper();
    const { ticket } = (await anna.get('claim', { id: (await shopper()).id })).conversation;
    await stranger.client.post({ type: 'message', text: '1', value: { tap: 'rate', ticket, stars: 1 } });
    await stranger.stream.until(a => a.text?.includes('noted already') ?? false);
    expect(await desk.stores.tickets.get(asId(ticket ?? ''))).not.toHaveProperty('rating');
  });
});

describe('what nobody does by hand', () => {
  it('a vanished agent’s conversations wait again; one whose console is open keeps theirs', async () => {
    const carl = await desk.staff('carl');
    const dora = await desk.staff('dora');
    const there = dora.listen();
    await there.until(e => e.name === 'hello');
    const [lost, kept] = [await shopper(), await shopper()];
    await carl.get('claim', { id: lost.id });
    await dora.get('claim', { id: kept.id });
    desk.later(90);
    await sweepDesk(desk.desk);
    expect((await anna.get('readPacket', { id: lost.id })).conversation).toMatchObject({
      state: 'waiting',
      agent: null,
    });
    expect((await dora.get('readPacket', { id: kept.id })).conversation.state).toBe('agent');
    await lost.stream.until(a => a.text?.includes("You're in line again") ?? false);
    there.close();
  });

  it('a conversation that comes to the desk shows what its shopper said last, whatever the bot says after it', async () => {
    const client = await DirectLineClient.start(desk.url);
    const id = client.started.conversationId as ConversationId;
    await client.say('my lamp is broken');
    await expect.poll(async () => (await client.activities()).activities.length).toBeGreaterThanOrEqual(2);
    await desk.queue(id);
    expect(desk.desk.inbox.get(id)?.preview).toBe('my lamp is broken');
    await client.say('and cold');
    await expect.poll(() => desk.desk.inbox.get(id)?.preview).toBe('and cold');
  });

  it('a shopper whose agent’s process died right after taking the conversation is still told who has joined, once', async () => {
    const { id, stream } = await shopper();
    const conversation = await desk.stores.conversations.get(id as ConversationId);
    const taken = await handOver(desk.stores, {
      event: 'claim',
      conversation: conversation!,
      settings: await desk.desk.settings(),
      now: new Date(),
      agent: { id: anna.id },
    });
    expect(taken.kind).toBe('done');
    // Two sweepers: the lock of the first has run out.
    await mendDesk(desk.desk);
    desk.later(30);
    await mendDesk(desk.desk);
    await anna.get('reply', { id }, { key: key(), text: 'here I am' });
    await stream.until(a => a.text === 'here I am');
    expect(stream.activities.filter(a => a.text?.includes('Anna has joined'))).toHaveLength(1);
    expect(desk.desk.inbox.get(id)).toMatchObject({ state: 'agent', agent: { id: 'anna' } });
  });

  it('who waited in vain gets an apology, the bot and a ticket that stays open', async () => {
    const { id, stream } = await shopper();
    await desk.queue(id);
    desk.later(11 * 60);
    await sweepDesk(desk.desk);
    await stream.until(a => a.text?.includes('nobody was free in time') ?? false);
    expect((await desk.stores.conversations.get(id as ConversationId))?.owner).toBe('bot');
    expect((await desk.stores.tickets.ofConversation(id as ConversationId))[0]).toMatchObject({ timedOut: true });
    expect((await anna.get('listClosed')).conversations.map(c => c.id)).toContain(id);
  });
});

describe('the live stream', () => {
  it('tells each event once, in order, and goes on from Last-Event-ID after a dropped connection', async () => {
    const { client, id } = await shopper();
    const first = anna.listen();
    await first.until(e => e.name === 'hello');
    await desk.queue(id);
    await client.say('are you there?');
    const seen = await first.until(
      e => e.name === 'message' && (e.data.entry as { text: string }).text === 'are you there?',
    );
    first.close();
    await anna.get('claim', { id });
    await client.say('hello?');
    await anna.get('addNote', { id }, { key: key(), text: 'between us' });
    const second = anna.listen(seen.id ?? 0);
    await second.until(e => e.name === 'note');
    const mine = second.events.filter(e => e.id !== null).map(e => e.id as number);
    expect(mine).toEqual([...new Set(mine)].sort((a, b) => a - b));
    expect(mine[0]).toBeGreaterThan(seen.id as number);
    const words = second.events.filter(e => e.name === 'message').map(e => (e.data.entry as { text: string }).text);
    expect(words.filter(w => w === 'hello?')).toHaveLength(1);
    second.close();
    // A number nobody has given yet, from another database: read everything again.
    const strange = anna.listen(999_999);
    await strange.until(e => e.name === 'reset');
    strange.close();
  });

  it('a console that has heard nothing but the greeting misses nothing when its connection drops then', async () => {
    const { id } = await shopper();
    const first = anna.listen();
    const hello = await first.until(e => e.name === 'hello');
    first.close();
    await anna.get('reply', { id }, { key: key(), text: 'while nobody listened' });
    const second = anna.listen(hello.id ?? undefined);
    await second.until(
      e => e.name === 'message' && (e.data.entry as { text: string }).text === 'while nobody listened',
    );
    second.close();
  });

  it('staff whom another process made a moment ago are shown everything from the start', async () => {
    const known = desk.desk.staff.find(a => a.id === 'eve')!;
    const id = asId<AgentId>('new-here');
    const made = { ...known, id, login: 'new-here', name: 'New' };
    await desk.stores.agents.insert(made);
    const { token, session } = desk.desk.sessions.issue(made);
    const fresh = new TestConsole(desk.url, id, token, session.csrf).listen();
    await fresh.until(e => e.name === 'hello');
    const other = await shopper();
    await anna.get('reply', { id: other.id }, { key: key(), text: 'to be seen by all' });
    await fresh.until(e => e.name === 'message' && (e.data.entry as { text: string }).text === 'to be seen by all');
    fresh.close();
  });

  it('what another process told of a conversation reaches the shopper here at once, without a poll', async () => {
    const { id, stream } = await shopper();
    const conversation = id as ConversationId;
    const activity = { type: 'message', id: `${id}|elsewhere`, text: 'said elsewhere', from: { id: 'agent:anna' } };
    const json = JSON.stringify(activity);
    const at = new Date();
    const entry = { conversation, activityId: activity.id, from: 'agent' as const, activity: json, at };
    const seq = await desk.stores.transcripts.append(entry);
    const data = JSON.stringify({ conversation, entry: entryView({ ...entry, seq }) });
    await desk.stores.deskEvents.append([{ once: `m|${id}|${seq}`, kind: 'message', conversation, data, at }]);
    await desk.desk.hub.catchUp();
    await stream.until(a => a.text === 'said elsewhere');
  });

  it('a change told late by a slower process brings back nothing that has left since', async () => {
    const { id } = await shopper();
    const taken = (await anna.get('claim', { id })).conversation;
    await anna.get('close', { id }, { reason: 'answered', askRating: false });
    const conversation = id as ConversationId;
    const data = JSON.stringify({ conversation: taken });
    await desk.stores.deskEvents.append([
      { once: `late|${id}`, kind: 'conversation', conversation, data, at: new Date() },
    ]);
    const load = desk.desk.inbox.loadOf('anna');
    await desk.desk.hub.catchUp();
    expect(desk.desk.inbox.get(id)).toBeUndefined();
    expect(desk.desk.inbox.loadOf('anna')).toBe(load);
  });

  it('shows agents their departments, and the bot’s live conversations to whoever watches', async () => {
    await eve.ask('readSettings');
    const support = await desk.staff('sam', { departments: ['elsewhere'] });
    const stream = support.listen();
    await stream.until(e => e.name === 'hello');
    const { client, id } = await shopper();
    await desk.queue(id);
    const watched = await shopper();
    const watcher = anna.listen(undefined, { watch: watched.id });
    await watcher.until(e => e.name === 'hello');
    await watched.client.say('just looking');
    await watched.stream.until(a => a.text === 'bot: just looking');
    const second = await watcher.until(
      e => e.name === 'watched' && (e.data.entry as { text: string }).text === 'bot: just looking',
    );
    expect(second.id).toBeNull();
    await client.say('hello');
    expect(stream.events.filter(e => e.name === 'message' || e.name === 'conversation')).toEqual([]);
    expect((await support.get('readInbox')).queue).toEqual([]);
    expect(await support.ask('claim', { id })).toMatchObject({ status: 403 });
    stream.close();
    watcher.close();
  });

  it('names a signed-in shopper while the bot has the conversation, and a guest never', async () => {
    await desk.stores.shoppers.put([
      {
        id: asId<ShopperId>('mei'),
        name: 'Mei Tan',
        language: 'en',
        segments: ['returning'],
        consent: { personalOffers: true, profile: true },
        createdAt: new Date(),
      },
    ]);
    const session = new Sessions(testSecret, () => desk.desk.now).issue({
      shopper: asId<ShopperId>('mei'),
      signedIn: true,
    });
    const client = await DirectLineClient.start(desk.url, { token: session.token });
    const stream = await client.stream();
    await client.say('just looking');
    await stream.until(a => a.text === 'bot: just looking');
    const guest = await shopper();
    await guest.client.say('me too');
    await guest.stream.until(a => a.text === 'bot: me too');
    const { conversations } = await anna.get('listLive');
    const rowOf = (id: string) => conversations.find(c => c.id === id);
    expect(rowOf(client.started.conversationId)).toMatchObject({
      shopper: { id: 'mei', name: 'Mei Tan', returning: true },
      preview: 'bot: just looking',
    });
    expect(rowOf(guest.id)?.shopper).toMatchObject({ name: null, returning: false });
    stream.close();
  });
});

describe('bad input', () => {
  it('a forged session, one of another kind, one signed out and one from another site are refused', async () => {
    const { token, session } = desk.desk.sessions.issue(desk.desk.staff.find(a => a.id === 'anna')!);
    const headers = { cookie: `co_desk=${token}`, 'x-csrf-token': session.csrf };
    const at = (path: string) => `${desk.url}/api/desk/${path}`;
    expect((await call('GET', at('inbox'), { headers })).status).toBe(200);
    const forged = `${token.slice(0, -6)}AAAAAA`;
    for (const cookie of ['', 'co_desk=junk', `co_desk=${forged}`, `co_session=${token}`]) {
      expect((await call('GET', at('inbox'), { headers: { cookie } })).status).toBe(401);
    }
    const post = { body: { availability: 'away' } };
    const url = at('me/availability');
    expect((await call('POST', url, { ...post, headers: { cookie: headers.cookie } })).body).toMatchObject({
      error: { code: 'csrf' },
    });
    const other = desk.desk.sessions.issue(desk.desk.staff.find(a => a.id === 'ben')!).session.csrf;
    expect((await call('POST', url, { ...post, headers: { ...headers, 'x-csrf-token': other } })).status).toBe(403);
    expect(
      (await call('POST', url, { ...post, headers: { ...headers, origin: 'https://evil.example' } })).body,
    ).toMatchObject({ error: { code: 'cross-site' } });
    expect((await call('POST', at('sign-out'), { headers })).status).toBe(204);
    expect((await call('GET', at('inbox'), { headers })).body).toMatchObject({ error: { code: 'expired-session' } });
  });

  it('an agent does no supervisor’s or admin’s work', async () => {
    for (const operation of [
      'listApprovals',
      'listSuggestions',
      'readKnowledge',
      'readReport',
      'addStaff',
      'putSettings',
      'takeOver',
    ] as const) {
      expect([operation, (await anna.ask(operation, { id: 'x' }, {})).status]).toEqual([operation, 403]);
    }
    expect((await eve.ask('addStaff', {}, {})).code).toBe('role');
  });

  it('a note of 1 MB is refused, one of 10,000 characters kept, and neither ever reaches a channel', async () => {
    const { client, id, stream } = await shopper();
    await anna.get('claim', { id });
    expect((await anna.ask('addNote', { id }, { key: key(), text: 'x'.repeat(1_048_576) })).status).toBe(413);
    await anna.get('addNote', { id }, { key: key(), text: 'secret '.repeat(1_400) });
    await anna.get('reply', { id }, { key: key(), text: 'public' });
    await stream.until(a => a.text === 'public');
    const { activities } = await client.activities();
    expect(JSON.stringify([activities, stream.activities])).not.toContain('secret');
    expect(
      (await desk.stores.transcripts.after(id as ConversationId, 0, 100)).map(e => e.activity).join(),
    ).not.toContain('secret');
    for (const name of ['handoff.initiate', 'internal.note', 'whisper']) {
      expect((await client.post({ type: 'event', name, value: {} })).status).toBe(400);
    }
  });

  it('script in names, words and notes stays text; unknown conversations and oversized words are refused', async () => {
    const evil = '<img src=x onerror=alert(1)>';
    const { client, id } = await shopper();
    await client.say(evil);
    await desk.queue(id);
    await anna.get('claim', { id });
    const packet = await anna.get('readPacket', { id });
    expect(packet.transcript.map(e => e.text)).toContain(evil);
    const raw = await call('GET', `${desk.url}/api/desk/conversations/${id}`, { headers: anna.headers });
    expect(raw.headers.get('content-type')).toContain('application/json');
    expect(raw.headers.get('x-content-type-options')).toBe('nosniff');
    expect((await anna.ask('reply', { id }, { key: key(), text: 'x'.repeat(4_001) })).status).toBe(400);
    expect((await anna.ask('reply', { id }, { key: key(), text: '  ' })).code).toBe('empty');
    expect((await anna.ask('claim', { id: 'nowhere' })).status).toBe(404);
    expect((await anna.ask('reply', { id: 'nowhere' }, { key: key(), text: 'x' })).status).toBe(404);
    expect((await call('POST', `${desk.url}/internal/poke`, {})).status).toBe(403);
  });
});
