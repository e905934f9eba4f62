import { WebSocket } from 'ws';

export interface SeenActivity {
  readonly id: string;
  readonly type: string;
  readonly text?: string;
  readonly name?: string;
  readonly from: { readonly id: string; readonly role?: string };
  readonly replyToId?: string;
  readonly channelData?: Readonly<Record<string, unknown>>;
  readonly attachments?: readonly {
    readonly contentType: string;
    readonly content?: unknown;
    readonly contentUrl?: string;
  }[];
  readonly value?: unknown;
}

export interface Answer<T = Record<string, unknown>> {
  readonly status: number;
  readonly body: T;
  readonly headers: Headers;
}

/** A bare HTTP call; bodies go as JSON. */
export const call = async <T = Record<string, unknown>>(
  method: string,
  url: string,
  options: { token?: string | undefined; body?: unknown; headers?: Record<string, string> } = {},
): Promise<Answer<T>> => {
  const response = await fetch(url, {
    method,
    headers: {
      ...(options.token === undefined ? {} : { authorization: `Bearer ${options.token}` }),
      ...(options.body === undefined ? {} : { 'content-type': 'application/json' }),
      ...options.headers,
    },
    ...(options.body === undefined
      ? {}
      : { body: typeof options.body === 'string' ? options.body : JSON.stringify(options.body) }),
  });
  const text = await response.text();
  const json = (response.headers.get('content-type') ?? '').includes('json');
  return { status: response.status, body: (json ? JSON.parse(text) : text) as T, headers: response.headers };
};

export interface Started {
  readonly conversationId: string;
  readonly token: string;
  readonly expires_in: number;
  readonly streamUrl: string;
  readonly userId: string;
}

/** One open stream, collecting what it is sent. */
export class StreamReader {
  readonly activities: SeenActivity[] = [];
  readonly watermarks: string[] = [];
  readonly socket: WebSocket;
  readonly #waiters = new Set<() => void>();

  constructor(url: string) {
    this.socket = new WebSocket(url);
    this.socket.on('message', data => {
      const frame = JSON.parse(String(data)) as { activities: SeenActivity[]; watermark: string };
      this.activities.push(...frame.activities);
      this.watermarks.push(frame.watermark);
      for (const wake of this.#waiters) wake();
    });
  }

  /** Resolves when open; rejects with the HTTP status the server refused with. */
  opened(): Promise<void> {
    return new Promise((resolve, reject) => {
      if (this.socket.readyState === WebSocket.OPEN) return resolve();
      this.socket.once('open', () => resolve());
      this.socket.once('unexpected-response', (_req, res) => reject(new Error(`refused with ${res.statusCode}`)));
      this.socket.once('error', reject);
    });
  }

  /** The first activity, seen or yet to come, that `fits`. Rejects after `milliseconds`. */
  async until(fits: (activity: SeenActivity) => boolean, milliseconds = 10_000): Promise<SeenActivity> {
    const deadline = Date.now() + milliseconds;
    for (;;) {
      const found = this.activities.find(fits);
      if (found) return found;
      const left = deadline - Date.now();
      if (left <= 0)
        throw new Error(`Nothing fitting came in ${milliseconds} ms; seen: ${JSON.stringify(this.activities)}`);
      await new Promise<void>(resolve => {
        const timer = setTimeout(done, left);
        const waiters = this.#waiters;
        function done() {
          clearTimeout(timer);
          waiters.delete(done);
          resolve();
        }
        waiters.add(done);
      });
    }
  }

  close(): void {
    this.socket.close();
  }
}

/** A Direct Line client without a library: what the protocol says and no more. Used by tests and the bench. */
export class DirectLineClient {
  readonly #domain: string;
  readonly started: Started;
  #count = 0;

  private constructor(domain: string, started: Started) {
    this.#domain = domain;
    this.started = started;
  }

  static async start(serverUrl: string, options: { token?: string; locale?: string } = {}): Promise<DirectLineClient> {
    const domain = `${serverUrl}/v3/directline`;
    const body = options.locale === undefined ? {} : { locale: options.locale };
    const { status, body: started } = await call<Started>('POST', `${domain}/conversations`, {
      token: options.token,
      body,
    });
    if (status !== 201 && status !== 200) throw new Error(`The conversation did not start: ${status}`);
    return new DirectLineClient(domain, started);
  }

  get url(): string {
    return `${this.#domain}/conversations/${this.started.conversationId}`;
  }

  post(
    activity: Record<string, unknown>,
    token = this.started.token,
  ): Promise<Answer<{ id: string; error?: { code: string; message: string } }>> {
    return call('POST', `${this.url}/activities`, { token, body: activity });
  }

  say(text: string, clientActivityID = `c${this.#count++}`): ReturnType<DirectLineClient['post']> {
    return this.post({ type: 'message', text, from: { id: 'me' }, channelData: { clientActivityID } });
  }

  async activities(watermark?: string): Promise<{ activities: SeenActivity[]; watermark: string }> {
    const query = watermark === undefined ? '' : `?watermark=${watermark}`;
    const { body } = await call<{ activities: SeenActivity[]; watermark: string }>(
      'GET',
      `${this.url}/activities${query}`,
      {
        token: this.started.token,
      },
    );
    return body;
  }

  async stream(url = this.started.streamUrl): Promise<StreamReader> {
    const reader = new StreamReader(url);
    await reader.opened();
    return reader;
  }
}
