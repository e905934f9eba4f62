/**
 * A language model's endpoint on loopback that speaks the chat completions protocol with server-sent events, as the
 * public ones do: usage at the end, `[DONE]`, errors as JSON. What it answers and how it fails is written down by the test.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface AskedOfModel {
  readonly model: string;
  readonly messages: readonly { readonly role: string; readonly content: string }[];
  readonly stream: boolean;
  readonly max_tokens: number;
  readonly authorization: string | undefined;
}

export type ModelBehaviour =
  | {
      readonly kind: 'says';
      readonly text: string;
      readonly pieces?: number;
      readonly finish?: 'stop' | 'length' | 'content_filter';
    }
  /** Answers at once and whole, as endpoints do that can't stream. */
  | { readonly kind: 'says-whole'; readonly text: string }
  | { readonly kind: 'status'; readonly status: number; readonly retryAfterSeconds?: number }
  /** Never sends a byte of the answer. */
  | { readonly kind: 'silent' }
  /** Sends the text and never ends. */
  | { readonly kind: 'hangs'; readonly text: string }
  /** Breaks the connection after the text. */
  | { readonly kind: 'breaks'; readonly text: string }
  /** Ends politely, without a finish reason. */
  | { readonly kind: 'ends-early'; readonly text: string }
  | { readonly kind: 'raw'; readonly body: string; readonly contentType?: string }
  | { readonly kind: 'redirects'; readonly to: string };

export interface ModelServer {
  /** Ready for LLM_BASE_URL. */
  readonly url: string;
  readonly asked: readonly AskedOfModel[];
  /** What the next calls get: one behaviour for all, or one for each, the last repeated. */
  behave(...behaviours: readonly (ModelBehaviour | ((asked: AskedOfModel) => ModelBehaviour))[]): void;
  close(): Promise<void>;
}

const piecesOf = (text: string, count: number): string[] => {
  const letters = [...text];
  const size = Math.max(1, Math.ceil(letters.length / count));
  return Array.from({ length: Math.ceil(letters.length / size) }, (_, i) =>
    letters.slice(i * size, (i + 1) * size).join(''),
  );
};

const event = (data: unknown): string => `data: ${typeof data === 'string' ? data : JSON.stringify(data)}\n\n`;
const chunk = (content: string | null, finish: string | null = null) => ({
  id: 'chatcmpl-1',
  object: 'chat.completion.chunk',
  choices: [{ index: 0, delta: content === null ? {} : { content }, finish_reason: finish }],
});
const usageOf = (asked: AskedOfModel, text: string) => ({
  prompt_tokens: Math.ceil(asked.messages.reduce((n, m) => n + m.content.length, 0) / 4),
  completion_tokens: Math.ceil(text.length / 4),
  total_tokens: 0,
});

const read = async (req: IncomingMessage): Promise<string> => {
  let body = '';
  for await (const piece of req) body += String(piece);
  return body;
};

const answer = async (behaviour: ModelBehaviour, asked: AskedOfModel, res: ServerResponse): Promise<void> => {
  const events = { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store' };
  switch (behaviour.kind) {
    case 'says': {
      res.writeHead(200, events);
      res.write(
        event({
          ...chunk(null),
          choices: [{ index: 0, delta: { role: 'assistant', content: '' }, finish_reason: null }],
        }),
      );
      for (const piece of piecesOf(behaviour.text, behaviour.pieces ?? 12)) {
        res.write(event(chunk(piece)));
        // Each piece a chunk of its own on the wire.
        await new Promise(resolve => setImmediate(resolve));
      }
      res.write(event(chunk(null, behaviour.finish ?? 'stop')));
      res.write(
        event({
          id: 'chatcmpl-1',
          object: 'chat.completion.chunk',
          choices: [],
          usage: usageOf(asked, behaviour.text),
        }),
      );
      res.end(event('[DONE]'));
      return;
    }
    case 'says-whole':
      res.writeHead(200, { 'content-type': 'application/json' });
      res.end(
        JSON.stringify({
          id: 'chatcmpl-1',
          choices: [{ index: 0, message: { role: 'assistant', content: behaviour.text }, finish_reason: 'stop' }],
          usage: usageOf(asked, behaviour.text),
        }),
      );
      return;
    case 'status':
      res.writeHead(behaviour.status, {
        'content-type': 'application/json',
        ...(behaviour.retryAfterSeconds === undefined ? {} : { 'retry-after': String(behaviour.retryAfterSeconds) }),
      });
      res.end(JSON.stringify({ error: { message: `status ${behaviour.status}`, type: 'error' } }));
      return;
    case 'silent':
      return;
    case 'hangs':
      res.writeHead(200, events);
      res.write(event(chunk(behaviour.text)));
      return;
    case 'breaks':
      res.writeHead(200, events);
      res.write(event(chunk(behaviour.text)), () => res.destroy());
      return;
    case 'ends-early':
      res.writeHead(200, events);
      res.end(event(chunk(behaviour.text)));
      return;
    case 'raw':
      res.writeHead(200, { 'content-type': behaviour.contentType ?? events['content-type'] });
      res.end(behaviour.body);
      return;
    case 'redirects':
      res.writeHead(307, { location: behaviour.to });
      res.end();
  }
};

export const startModelServer = async (): Promise<ModelServer> => {
  const asked: AskedOfModel[] = [];
  let script: readonly (ModelBehaviour | ((asked: AskedOfModel) => ModelBehaviour))[] = [
    { kind: 'status', status: 500 },
  ];
  const server = createServer((req, res) => {
    void read(req).then(body => {
      if (req.method !== 'POST' || req.url !== '/v1/chat/completions') {
        res.writeHead(404).end();
        return;
      }
      const one: AskedOfModel = {
        ...(JSON.parse(body) as Omit<AskedOfModel, 'authorization'>),
        authorization: req.headers.authorization,
      };
      const [now, ...later] = script;
      if (later.length > 0) script = later;
      asked.push(one);
      return answer(typeof now === 'function' ? now(one) : now!, one, res);
    });
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/v1`,
    asked,
    behave: (...behaviours) => {
      script = behaviours;
    },
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
