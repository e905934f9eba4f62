import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { EndpointChatModel, textModelOf } from '../../dialogs/say/rephrase/chat-model.ts';
import { type ModelServer, startModelServer } from '../testing/language-model-server.ts';
import { chatEndpoint, type ModelCall } from './endpoint.ts';
import type { ModelFault } from './model-fault.ts';

let server: ModelServer;
let calls: ModelCall[] = [];

beforeAll(async () => {
  server = await startModelServer();
});
afterAll(() => server.close());
beforeEach(() => {
  calls = [];
});

/** A model of its own, so that no test feels the rest another one caused. */
const modelOf = (more: { baseUrl?: string; now?: () => number } = {}) =>
  textModelOf(
    new EndpointChatModel(
      chatEndpoint({
        baseUrl: more.baseUrl ?? server.url,
        apiKey: 'key-of-the-shop',
        model: 'small',
        restMilliseconds: 30_000,
        onCall: call => calls.push(call),
        ...(more.now ? { now: more.now } : {}),
      }),
    ),
  );

const ask = async (model = modelOf(), signal = AbortSignal.timeout(10_000)): Promise<string> => {
  let text = '';
  const request = { task: 'rephrase', instructions: 'be brief', text: 'hello', maxTokens: 50, signal } as const;
  for await (const piece of model.stream(request)) text += piece;
  return text;
};

const reasonOf = async (asking: Promise<string>): Promise<string> => {
  try {
    return `answered: ${await asking}`;
  } catch (fault) {
    return (fault as ModelFault).reason ?? (fault as Error).name;
  }
};

describe('a language model behind an endpoint', () => {
  it('answers in pieces that come to the whole, in any script, and counts its tokens', async () => {
    server.behave({ kind: 'says', text: 'Grüße – 您好，很高兴为您服务 😊', pieces: 40 });
    const before = server.asked.length;
    expect(await ask()).toBe('Grüße – 您好，很高兴为您服务 😊');
    expect(server.asked[before]).toMatchObject({
      model: 'small',
      stream: true,
      max_tokens: 50,
      authorization: 'Bearer key-of-the-shop',
      messages: [
        { role: 'system', content: 'be brief' },
        { role: 'user', content: 'hello' },
      ],
    });
    expect(calls).toMatchObject([{ task: 'rephrase', outcome: 'ok', attempts: 1 }]);
    expect(calls[0]!.promptTokens).toBeGreaterThan(0);
    expect(calls[0]!.completionTokens).toBeGreaterThan(0);
    expect(calls[0]!.firstSeconds).toBeLessThanOrEqual(calls[0]!.seconds);
  });

  it('that can’t stream answers whole', async () => {
    server.behave({ kind: 'says-whole', text: 'at once' });
    expect(await ask()).toBe('at once');
  });

  it.each([
    [500, 'server-error'],
    [503, 'server-error'],
    [429, 'rate-limited'],
  ])('is asked once more after a %i, when nothing came yet', async (status, reason) => {
    server.behave({ kind: 'status', status }, { kind: 'says', text: 'now' });
    expect(await ask()).toBe('now');
    expect(calls).toMatchObject([{ outcome: 'ok', attempts: 2 }]);
    server.behave({ kind: 'status', status });
    expect(await reasonOf(ask())).toBe(reason);
    expect(calls.at(-1)).toMatchObject({ outcome: reason, attempts: 2 });
  });

  it.each([
    ['a key that is refused', { kind: 'status', status: 401 }, 'unauthorised'],
    ['a request that is refused', { kind: 'status', status: 400 }, 'rejected'],
    ['one that asks for a minute of rest', { kind: 'status', status: 429, retryAfterSeconds: 60 }, 'rate-limited'],
    ['a connection that breaks half-way', { kind: 'breaks', text: 'Half a' }, 'unreachable'],
    ['an answer that ends without an end', { kind: 'ends-early', text: 'Half a' }, 'cut'],
    ['an answer over its length', { kind: 'says', text: 'Half a', finish: 'length' }, 'too-long'],
    ['a filtered answer', { kind: 'says', text: 'Half a', finish: 'content_filter' }, 'filtered'],
    ['half a JSON document', { kind: 'raw', body: 'data: {"choices":[{"delta":{"content":"a"\n\n' }, 'malformed'],
    ['another document', { kind: 'raw', body: 'data: {"choices":"none"}\n\n' }, 'malformed'],
    ['an error in the stream', { kind: 'raw', body: 'data: {"error":{"message":"overloaded"}}\n\n' }, 'cut'],
    ['a web page', { kind: 'raw', body: '<html>welcome</html>', contentType: 'text/html' }, 'cut'],
    ['JSON that is no answer', { kind: 'raw', body: '{"ok":true}', contentType: 'application/json' }, 'malformed'],
  ] as const)('%s is asked once and no more', async (_, behaviour, reason) => {
    server.behave(behaviour);
    expect(await reasonOf(ask())).toBe(reason);
    expect(calls).toMatchObject([{ outcome: reason, attempts: 1 }]);
  });

  it('is never followed elsewhere with the key', async () => {
    const elsewhere = await startModelServer();
    server.behave({ kind: 'redirects', to: `${elsewhere.url}/chat/completions` });
    expect(await reasonOf(ask())).toBe('unreachable');
    expect(elsewhere.asked).toHaveLength(0);
    await elsewhere.close();
  });

  it.each([
    ['says nothing', { kind: 'silent' }],
    ['stops in the middle', { kind: 'hangs', text: 'One moment' }],
  ] as const)('that %s is left when the time is up', async (_, behaviour) => {
    server.behave(behaviour);
    expect(await reasonOf(ask(modelOf(), AbortSignal.timeout(150)))).toBe('TimeoutError');
    await expect.poll(() => calls).toMatchObject([{ outcome: 'timeout' }]);
  });

  it('that is not there is tried twice', async () => {
    const gone = await startModelServer();
    await gone.close();
    expect(await reasonOf(ask(modelOf({ baseUrl: gone.url })))).toBe('unreachable');
    expect(calls).toMatchObject([{ outcome: 'unreachable', attempts: 2 }]);
  });
});

describe('a language model that keeps failing', () => {
  it('rests after four faults in a row, is tried once afterwards, and works again when that went well', async () => {
    let now = 0;
    const model = modelOf({ now: () => now });
    server.behave({ kind: 'status', status: 400 });
    for (let i = 0; i < 4; i++) expect(await reasonOf(ask(model))).toBe('rejected');
    const before = server.asked.length;
    expect(await reasonOf(ask(model))).toBe('resting');
    expect(server.asked).toHaveLength(before);
    now = 30_001;
    expect(await reasonOf(ask(model))).toBe('rejected');
    expect(await reasonOf(ask(model))).toBe('resting');
    now = 60_003;
    server.behave({ kind: 'says', text: 'back' });
    expect(await ask(model)).toBe('back');
    expect(await ask(model)).toBe('back');
  });

  it('rests at once when its key is refused', async () => {
    const model = modelOf({ now: () => 0 });
    server.behave({ kind: 'status', status: 401 });
    expect(await reasonOf(ask(model))).toBe('unauthorised');
    expect(await reasonOf(ask(model))).toBe('resting');
  });
});

describe('what shoppers write', () => {
  it('goes to no tracing service, whatever the environment says', async () => {
    const tracer = await startModelServer();
    const before = { ...process.env };
    Object.assign(process.env, {
      LANGSMITH_TRACING: 'true',
      LANGCHAIN_TRACING_V2: 'true',
      LANGSMITH_ENDPOINT: tracer.url,
      LANGSMITH_API_KEY: 'a-key',
    });
    const { openLanguageModel } = await import('./open-language-model.ts');
    const { readSettings } = await import('../settings.ts');
    const { defaultTone } = await import('../../dialogs/say/tone/tone.ts');
    await openLanguageModel(readSettings({ LLM_BASE_URL: server.url, LLM_MODEL: 'small' }), defaultTone);
    expect(process.env.LANGSMITH_TRACING).toBe('false');
    expect(process.env.LANGCHAIN_TRACING_V2).toBe('false');
    server.behave({ kind: 'says', text: 'quiet' });
    expect(await ask()).toBe('quiet');
    expect(tracer.asked).toHaveLength(0);
    process.env = before;
    await tracer.close();
  });
});
