import { request } from 'node:http';
import type { TurnContext } from 'botbuilder-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { handOver } from '../../../dialogs/handoff/hand-over.ts';
import { defaultDeskSettings } from '../../../dialogs/handoff/settings.ts';
import type { DeskEventKind } from '../../../dialogs/handoff/table.ts';
import { type AgentId, asId, type ConversationId } from '../../../knowledge/domain/ids.ts';
import { signToken } from '../../access.ts';
import type { BotLogic } from '../../bot.ts';
import { call, DirectLineClient, type Started, StreamReader } from '../../testing/direct-line-client.ts';
import { startTestWeb, type TestWeb, testSecret } from '../../testing/test-web.ts';
import { botAccount } from './direct-line-adapter.ts';

let turns: string[] = [];
let running = 0;
let mostAtOnce = 0;
let release: (() => void) | undefined;

/** Echoes; "slow" waits until the test lets it go, "break" fails, "staff" sends what only staff may see. */
const bot: BotLogic = {
  async onTurn(context, meta) {
    const { type, text } = context.activity;
    if (type !== 'message') return;
    running += 1;
    mostAtOnce = Math.max(mostAtOnce, running);
    try {
      turns.push(`${meta.turn}`);
      if (text === 'slow')
        await new Promise<void>(resolve => {
          release = resolve;
        });
      if (text === 'break') {
        await context.sendActivity('half of an answer');
        throw new Error('database password is hunter2');
      }
      if (text === 'staff') {
        await context.sendActivity({ type: 'event', name: 'handoff.initiate', value: { transcript: 'for staff' } });
        await context.sendActivity({ type: 'event', name: 'internal.note', value: 'for staff' });
      }
      if (text === 'typing') await context.sendActivity({ type: 'typing' });
      if (text === 'who') {
        await context.sendActivity(`${meta.shopper} ${meta.signedIn}`);
        return;
      }
      await context.sendActivity(`Echo: ${text}`);
    } finally {
      running -= 1;
    }
  },
};

let web: TestWeb;
beforeAll(async () => {
  web = await startTestWeb({ bot, env: { RATE_MESSAGES_BURST: '60', MAX_BODY: '65536' } });
});
afterAll(async () => {
  await web.stop();
});

describe('a guest in development', () => {
  it('opens a conversation without a token, writes, and reads the answer on the stream', async () => {
    const client = await DirectLineClient.start(web.url);
    expect(client.started.userId).toMatch(/^guest-/);
    const stream = await client.stream();
    const posted = await client.say('hello', 'mine-1');
    expect(posted.status).toBe(200);
    const reply = await stream.until(a => a.text === 'Echo: hello');
    const echo = await stream.until(a => a.text === 'hello');
    expect(echo.channelData?.clientActivityID).toBe('mine-1');
    expect(echo.id).toBe(posted.body.id);
    expect(echo.from).toMatchObject({ id: client.started.userId, role: 'user' });
    expect(reply.replyToId).toBe(echo.id);
    expect(reply.from.role).toBe('bot');
    expect(stream.watermarks.every(w => w.length > 0)).toBe(true);
    stream.close();
  });

  it('polls with a watermark and gets each activity once', async () => {
    const client = await DirectLineClient.start(web.url);
    const stream = await client.stream();
    await client.say('one');
    await stream.until(a => a.text === 'Echo: one');
    const first = await client.activities();
    expect(first.activities.map(a => a.text)).toEqual(['one', 'Echo: one']);
    await client.say('two');
    await stream.until(a => a.text === 'Echo: two');
    const second = await client.activities(first.watermark);
    expect(second.activities.map(a => a.text)).toEqual(['two', 'Echo: two']);
    expect((await client.activities(second.watermark)).activities).toEqual([]);
    stream.close();
  });

  it('reconnects after a lost stream and misses nothing', async () => {
    const client = await DirectLineClient.start(web.url);
    const first = await client.stream();
    await client.say('before');
    await first.until(a => a.text === 'Echo: before');
    const watermark = first.watermarks.at(-1)!;
    first.socket.terminate();
    await client.say('meanwhile');
    const again = await call<Started>('GET', `${client.url}?watermark=${watermark}`, { token: client.started.token });
    expect(again.status).toBe(200);
    const second = await client.stream(again.body.streamUrl);
    await second.until(a => a.text === 'Echo: meanwhile');
    expect(second.activities.map(a => a.text)).toEqual(['meanwhile', 'Echo: meanwhile']);
    second.close();
  });

  it('gets the same conversation again from POST /conversations with its token, as 200', async () => {
    const client = await DirectLineClient.start(web.url);
    const again = await call<Started>('POST', `${web.url}/v3/directline/conversations`, {
      token: client.started.token,
    });
    expect(again.status).toBe(200);
    expect(again.body.conversationId).toBe(client.started.conversationId);
  });

  it('shows typing on the stream and keeps it out of the history', async () => {
    const client = await DirectLineClient.start(web.url);
    const stream = await client.stream();
    await client.say('typing');
    await stream.until(a => a.type === 'typing');
    await stream.until(a => a.text === 'Echo: typing');
    expect((await client.activities()).activities.map(a => a.type)).toEqual(['message', 'message']);
    stream.close();
  });

  it('never sees hand-off events and notes, which the transcript keeps for staff', async () => {
    const client = await DirectLineClient.start(web.url);
    const stream = await client.stream();
    await client.say('staff');
    await stream.until(a => a.text === 'Echo: staff');
    const late = await client.stream();
    await late.until(a => a.text === 'Echo: staff');
    const everything = [...stream.activities, ...late.activities, ...(await client.activities()).activities];
    expect(JSON.stringify(everything)).not.toContain('for staff');
    const kept = await web.stores.transcripts.after(asId<ConversationId>(client.started.conversationId), 0, 10);
    expect(JSON.stringify(kept)).toContain('handoff.initiate');
    stream.close();
    late.close();
  });
});

describe('deliveries', () => {
  it('handles a message once however often it is delivered', async () => {
    const client = await DirectLineClient.start(web.url);
    const stream = await client.stream();
    turns = [];
    const answers = await Promise.all([1, 2, 3].map(() => client.say('buy it', 'same')));
    expect(new Set(answers.map(a => a.body.id)).size).toBe(1);
    await stream.until(a => a.text === 'Echo: buy it');
    await client.say('after', 'other');
    await stream.until(a => a.text === 'Echo: after');
    expect(turns).toHaveLength(2);
    expect(stream.activities.filter(a => a.text === 'buy it')).toHaveLength(1);
    expect(stream.activities.filter(a => a.text === 'Echo: buy it')).toHaveLength(1);
    stream.close();
  });

  it('says nothing twice when a process dies between its answer, or its apology, and the note that the turn is over', async () => {
    const client = await DirectLineClient.start(web.url);
    const stream = await client.stream();
    const { inbox } = web.stores;
    const { settle } = inbox;
    for (const [text, answer] of [
      ['unsettled', 'Echo: unsettled'],
      ['break', 'Sorry'],
    ] as const) {
      const settled: string[] = [];
      inbox.settle = async id => {
        settled.push(id);
        throw new Error('The process died');
      };
      await client.say(text, text);
      await stream.until(a => a.text?.includes(answer) ?? false);
      await expect.poll(() => settled).toHaveLength(1);
      inbox.settle = settle;
      await expect
        .poll(async () => {
          await client.say(text, text);
          return inbox.isOpen(settled[0]!);
        })
        .toBe(false);
      await client.say(`after ${text}`);
      await stream.until(a => a.text === `Echo: after ${text}`);
      expect(stream.activities.filter(a => a.text?.includes(answer))).toHaveLength(1);
    }
    stream.close();
  });

  it('answers at once while a turn runs, and runs one turn at a time in order', async () => {
    const client = await DirectLineClient.start(web.url);
    const stream = await client.stream();
    mostAtOnce = 0;
    release = undefined;
    expect((await client.say('slow')).status).toBe(200);
    for (const n of [1, 2, 3, 4, 5]) expect((await client.say(`n${n}`)).status).toBe(200);
    await expect.poll(() => release).toBeDefined();
    expect(web.queue.depth).toBeGreaterThanOrEqual(6);
    release!();
    await stream.until(a => a.text === 'Echo: n5');
    expect(stream.activities.flatMap(a => (a.text?.startsWith('Echo') ? [a.text] : []))).toEqual(
      ['slow', 'n1', 'n2', 'n3', 'n4', 'n5'].map(t => `Echo: ${t}`),
    );
    expect(mostAtOnce).toBe(1);
    stream.close();
  });

  it('apologises once in the shopper’s language when a turn fails, says nothing half, and keeps the cause to the log', async () => {
    const before = web.logged.filter(l => l.msg === 'turn failed').length;
    for (const [locale, words] of [
      ['en-GB', 'Sorry'],
      ['zh-CN', '抱歉'],
    ] as const) {
      const client = await DirectLineClient.start(web.url, { locale });
      const stream = await client.stream();
      await client.say('break');
      await stream.until(a => a.text?.includes(words) ?? false);
      await client.say('still there?');
      await stream.until(a => a.text === 'Echo: still there?');
      const said = JSON.stringify(stream.activities);
      expect(said).not.toContain('half of an answer');
      expect(said).not.toContain('hunter2');
      stream.close();
    }
    const faults = web.logged.filter(l => l.msg === 'turn failed').slice(before);
    expect(faults).toHaveLength(2);
    expect(faults[0]).toHaveProperty('turn');
  });

  it('keeps message text out of the log', async () => {
    const client = await DirectLineClient.start(web.url);
    const stream = await client.stream();
    await client.say('my address is Elm Street 5');
    await stream.until(a => a.text?.startsWith('Echo: my address') ?? false);
    expect(web.logged.some(l => l.msg === 'turn')).toBe(true);
    expect(JSON.stringify(web.logged)).not.toContain('Elm Street');
    stream.close();
  });
});

describe('a person owns the conversation', () => {
  /** As the desk writes it; here nobody tells the shopper. */
  const happens = async (id: ConversationId, event: DeskEventKind): Promise<void> => {
    const conversation = (await web.stores.conversations.get(id))!;
    const settings = defaultDeskSettings({ currency: 'CNY' });
    const agent = { id: asId<AgentId>('anna') };
    const outcome = await handOver(web.stores, { event, conversation, settings, agent, now: new Date() });
    expect(outcome.kind).toBe('done');
  };

  it('keeps the bot silent and the message in the transcript', async () => {
    const client = await DirectLineClient.start(web.url);
    const id = asId<ConversationId>(client.started.conversationId);
    await happens(id, 'hand-off');
    await happens(id, 'claim');
    turns = [];
    await client.say('are you there?');
    await web.queue.idle();
    expect(turns).toEqual([]);
    await happens(id, 'return-to-bot');
    await client.say('and now?');
    await web.queue.idle();
    expect((await client.activities()).activities.map(a => a.text)).toEqual([
      'are you there?',
      'and now?',
      'Echo: and now?',
    ]);
  });

  it('drops the reply of a turn during which a person took over', async () => {
    const client = await DirectLineClient.start(web.url);
    const id = asId<ConversationId>(client.started.conversationId);
    release = undefined;
    await client.say('slow');
    await expect.poll(() => release).toBeDefined();
    await happens(id, 'hand-off');
    await happens(id, 'claim');
    release!();
    await web.queue.idle();
    expect((await client.activities()).activities.map(a => a.text)).toEqual(['slow']);
  });
});

describe('tokens', () => {
  const claims = (conv: string, aud = 'directline') => ({ aud, conv, sub: 'guest-x', si: true });

  it('refuses forged, expired, foreign and missing tokens', async () => {
    const client = await DirectLineClient.start(web.url);
    const conv = client.started.conversationId;
    const other = await DirectLineClient.start(web.url);
    const hello = { type: 'message', text: 'hi' };
    const [head, , tail] = client.started.token.split('.');
    const swapped = `${head}.${Buffer.from(JSON.stringify({ ...claims(conv), exp: 9e9 })).toString('base64url')}.${tail}`;
    const none = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${Buffer.from(JSON.stringify({ ...claims(conv), exp: 9e9 })).toString('base64url')}.`;
    const yesterday = new Date(Date.now() - 86_400_000);
    const refused: [string, string, number, string][] = [
      ['claims changed', swapped, 403, 'forged-token'],
      ['signed with another secret', signToken('another secret', claims(conv), new Date(), 60), 403, 'forged-token'],
      ['no signature', none, 403, 'malformed-token'],
      ['expired', signToken(testSecret, claims(conv), yesterday, 60), 403, 'expired-token'],
      ['a session token', signToken(testSecret, claims(conv, 'session'), new Date(), 60), 403, 'malformed-token'],
      ['another shopper', signToken(testSecret, claims(conv), new Date(), 60), 403, 'wrong-shopper'],
      ['another conversation', other.started.token, 403, 'wrong-conversation'],
      ['rubbish', 'rubbish', 403, 'malformed-token'],
    ];
    for (const [what, token, status, code] of refused) {
      const answer = await client.post(hello, token);
      expect([what, answer.status, answer.body.error?.code]).toEqual([what, status, code]);
    }
    const bare = await call('POST', `${client.url}/activities`, { body: hello });
    expect(bare.status).toBe(401);
    expect((await client.activities()).activities).toEqual([]);
  });

  it('refuses a stream with a wrong token, and one for a conversation that is not there', async () => {
    const client = await DirectLineClient.start(web.url);
    const url = client.started.streamUrl;
    await expect(new StreamReader(url.replace(/t=.*/, 't=rubbish')).opened()).rejects.toThrow('403');
    const gone = signToken(testSecret, claims('gone'), new Date(), 60);
    const there = url.replace(client.started.conversationId, 'gone').replace(/t=.*/, `t=${gone}`);
    await expect(new StreamReader(there).opened()).rejects.toThrow('404');
    const answer = await call('GET', `${web.url}/v3/directline/conversations/gone`, { token: gone });
    expect(answer.status).toBe(404);
  });

  it('refreshes a token into a longer one for the same conversation', async () => {
    const client = await DirectLineClient.start(web.url);
    const { status, body } = await call<Started>('POST', `${web.url}/v3/directline/tokens/refresh`, {
      token: client.started.token,
    });
    expect(status).toBe(200);
    expect(body.conversationId).toBe(client.started.conversationId);
    expect((await client.post({ type: 'message', text: 'hi' }, body.token)).status).toBe(200);
  });

  it('binds a signed-in shopper, who finds the conversation again on another device', async () => {
    const session = web.sessions.issue({ shopper: asId('anna'), signedIn: true }).token;
    const generate = () => call<Started>('POST', `${web.url}/v3/directline/tokens/generate`, { token: session });
    const phone = await DirectLineClient.start(web.url, { token: (await generate()).body.token });
    const stream = await phone.stream();
    await phone.post({ type: 'message', text: 'who', from: { id: 'the-queen' } });
    await stream.until(a => a.text === 'anna true');
    stream.close();
    const laptop = await DirectLineClient.start(web.url, { token: (await generate()).body.token });
    expect(laptop.started.conversationId).toBe(phone.started.conversationId);
    expect((await laptop.activities()).activities.map(a => a.text)).toEqual(['who', 'anna true']);
  });

  it('refuses a session that was tampered with instead of taking its bearer for a guest', async () => {
    const session = web.sessions.issue({ shopper: asId('anna'), signedIn: true }).token;
    const answer = await call('POST', `${web.url}/v3/directline/tokens/generate`, { token: `${session}x` });
    expect(answer.status).toBe(403);
  });
});

describe('with a channel secret', () => {
  const secret = 'the-shop-keeps-this-one-safe';
  let shop: TestWeb;
  beforeAll(async () => {
    shop = await startTestWeb({ bot, env: { DIRECT_LINE_SECRET: secret } });
  });
  afterAll(async () => {
    await shop.stop();
  });

  it('opens nothing without a token', async () => {
    expect((await call('POST', `${shop.url}/v3/directline/conversations`, {})).status).toBe(401);
    expect((await call('POST', `${shop.url}/v3/directline/tokens/generate`, {})).status).toBe(401);
    expect((await call('POST', `${shop.url}/v3/directline/tokens/generate`, { token: 'wrong' })).status).toBe(403);
  });

  it('lets the shop’s server make a token for a shopper, and refuses reserved ids', async () => {
    const generate = (id: string) =>
      call<Started>('POST', `${shop.url}/v3/directline/tokens/generate`, { token: secret, body: { user: { id } } });
    const { body } = await generate('shopper-7');
    const client = await DirectLineClient.start(shop.url, { token: body.token });
    expect(client.started.userId).toBe('shopper-7');
    expect((await generate('dl_7')).status).toBe(400);
  });
});

describe('bad input', () => {
  it('answers malformed JSON, wrong types and unknown activities with 400 and a sentence', async () => {
    const client = await DirectLineClient.start(web.url);
    const post = (body: unknown, headers = {}) =>
      call<{ error: { message: string } }>('POST', `${client.url}/activities`, {
        token: client.started.token,
        body,
        headers,
      });
    for (const body of [
      '{"type":',
      '"text"',
      '[]',
      '{"type":"message","text":5}',
      '{"type":"conversationUpdate"}',
      '{}',
    ]) {
      const answer = await post(body);
      expect([body, answer.status]).toEqual([body, 400]);
      expect(answer.body.error.message.length).toBeGreaterThan(10);
    }
    expect((await post('type=message', { 'content-type': 'text/plain' })).status).toBe(415);
    expect((await post({ type: 'event', name: 'handoff.status', value: {} })).status).toBe(400);
    expect((await post({ type: 'message', text: 'x', from: { id: 'dl_me' } })).status).toBe(400);
  });

  it('answers an oversized body with 413, announced or streamed', async () => {
    const client = await DirectLineClient.start(web.url);
    const big = JSON.stringify({ type: 'message', text: 'x'.repeat(100_000) });
    expect((await call('POST', `${client.url}/activities`, { token: client.started.token, body: big })).status).toBe(
      413,
    );
    const status = await new Promise<number>((resolve, reject) => {
      const req = request(`${client.url}/activities`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${client.started.token}`,
          'content-type': 'application/json',
          'transfer-encoding': 'chunked',
        },
      });
      req.on('response', res => {
        res.resume();
        resolve(res.statusCode ?? 0);
      });
      req.on('error', reject);
      for (let i = 0; i < 10; i++) req.write('x'.repeat(10_000));
      req.end();
    });
    expect(status).toBe(413);
    expect((await client.say('still here')).status).toBe(200);
  });

  it('cuts a message of 10,000 characters to 2,000 and marks it, never inside a character', async () => {
    const client = await DirectLineClient.start(web.url);
    const stream = await client.stream();
    await client.say('a'.repeat(10_000));
    const echo = await stream.until(a => a.from.role === 'user');
    expect(echo.text).toHaveLength(2_000);
    expect(echo.channelData?.cut).toBe(true);
    await client.say(`b${'😀'.repeat(3_000)}`);
    const emoji = await stream.until(a => a.from.role === 'user' && (a.text?.startsWith('b') ?? false));
    expect(emoji.text).toBe(`b${'😀'.repeat(999)}`);
    stream.close();
  });

  it('passes right-to-left text, emoji, HTML and script through as text', async () => {
    const client = await DirectLineClient.start(web.url);
    const stream = await client.stream();
    for (const text of [
      'مرحبا \u202e abc',
      '👩‍👩‍👧‍👦 ✨',
      '<img src=x onerror=alert(1)>',
      '</script><script>alert(1)</script>',
    ]) {
      await client.say(text, text);
      expect((await stream.until(a => a.channelData?.clientActivityID === text)).text).toBe(text);
      await stream.until(a => a.text === `Echo: ${text}`);
    }
    stream.close();
  });

  it('slows a flood down with 429 and Retry-After, and lets others through', async () => {
    const client = await DirectLineClient.start(web.url);
    const answers = await Promise.all(Array.from({ length: 100 }, (_, i) => client.say(`flood ${i}`)));
    const refused = answers.filter(a => a.status === 429);
    expect(answers.filter(a => a.status === 200).length).toBeGreaterThanOrEqual(60);
    expect(refused.length).toBeGreaterThan(10);
    expect(Number(refused[0]!.headers.get('retry-after'))).toBeGreaterThanOrEqual(1);
    const other = await DirectLineClient.start(web.url);
    expect((await other.say('hello')).status).toBe(200);
  });
});

describe('files', () => {
  const upload = async (client: DirectLineClient, file: File) => {
    const form = new FormData();
    form.set(
      'activity',
      new Blob([JSON.stringify({ type: 'message', text: 'see here' })], { type: 'application/vnd.microsoft.activity' }),
    );
    form.set('file', file);
    return fetch(`${client.url}/upload?userId=me`, {
      method: 'POST',
      headers: { authorization: `Bearer ${client.started.token}` },
      body: form,
    });
  };

  it('takes a picture in and serves it inline, a page only as a download', async () => {
    const client = await DirectLineClient.start(web.url);
    const stream = await client.stream();
    expect(
      (await upload(client, new File([new Uint8Array([1, 2, 3])], 'shoe.png', { type: 'image/png' }))).status,
    ).toBe(200);
    const seen = await stream.until(a => (a.attachments?.length ?? 0) > 0);
    expect(seen.text).toBe('see here');
    const picture = await fetch(seen.attachments![0]!.contentUrl!);
    expect(picture.headers.get('content-type')).toBe('image/png');
    expect([...new Uint8Array(await picture.arrayBuffer())]).toEqual([1, 2, 3]);
    await upload(client, new File(['<script>alert(1)</script>'], 'x.html', { type: 'text/html' }));
    const page = await stream.until(a => a.attachments?.[0]?.contentType === 'text/html');
    const served = await fetch(page.attachments![0]!.contentUrl!);
    expect(served.headers.get('content-disposition')).toMatch(/^attachment/);
    expect(served.headers.get('content-security-policy')).toContain('sandbox');
    stream.close();
  });

  it('refuses a file that is too large, and a form without one', async () => {
    const client = await DirectLineClient.start(web.url);
    expect((await upload(client, new File([new Uint8Array(2_000_000)], 'big.png', { type: 'image/png' }))).status).toBe(
      413,
    );
    const form = new FormData();
    form.set('activity', '{}');
    const answer = await fetch(`${client.url}/upload`, {
      method: 'POST',
      headers: { authorization: `Bearer ${client.started.token}` },
      body: form,
    });
    expect(answer.status).toBe(400);
  });
});

describe('the server', () => {
  it('answers preflights of other origins for the web channel', async () => {
    const response = await fetch(`${web.url}/v3/directline/conversations`, {
      method: 'OPTIONS',
      headers: { origin: 'https://shop.example', 'access-control-request-method': 'POST' },
    });
    expect(response.status).toBe(204);
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    expect(response.headers.get('access-control-allow-headers')).toContain('x-ms-bot-agent');
  });

  it('is up and ready, and counts turns', async () => {
    expect((await call('GET', `${web.url}/healthz`)).status).toBe(200);
    expect((await call('GET', `${web.url}/readyz`)).body).toMatchObject({ status: 'ready' });
    const metrics = (await call<string>('GET', `${web.url}/metrics`)).body;
    const faults = web.logged.filter(l => l.msg === 'turn failed').length;
    expect(faults).toBeGreaterThan(0);
    expect(metrics).toContain(`counteroffer_turns_total{channel="web",intent="message",outcome="fault"} ${faults}\n`);
    expect(metrics).toContain('counteroffer_queue_depth');
  });

  it('speaks to the shopper unasked, in turn, without naming a message nobody sent', async () => {
    const client = await DirectLineClient.start(web.url);
    const stream = await client.stream();
    await web.line.adapter.continueConversationAsync(
      'app',
      {
        activityId: 'not-in-the-log',
        conversation: { id: client.started.conversationId } as never,
        user: { id: client.started.userId, name: '' },
        bot: botAccount,
      },
      async (context: TurnContext) => {
        await context.sendActivity('Your parcel has arrived');
      },
    );
    const news = await stream.until(a => a.text === 'Your parcel has arrived');
    expect(news.replyToId).toBeUndefined();
    stream.close();
  });
});
