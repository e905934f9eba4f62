import { setTimeout as delay } from 'node:timers/promises';
import { call, DirectLineClient, type SeenActivity, type StreamReader } from '../testing/direct-line-client.ts';

export interface Replied {
  /** The id of what was said. */
  readonly said: string;
  readonly reply: SeenActivity;
  /** From the POST's first byte to the reply on the web socket. */
  readonly milliseconds: number;
}

const replyMilliseconds = 60_000;

export interface Card {
  readonly type: string;
  readonly id?: string;
  readonly number?: string;
}

export const cardsOf = (reply: SeenActivity): readonly Card[] =>
  ((reply.channelData?.counteroffer ?? reply.channelData) as { cards?: Card[] } | undefined)?.cards ?? [];

/** One conversation over the web channel, as a browser would have it: POST, and replies on a web socket. */
export class Visitor {
  readonly shopper: string;
  /** Session of the shop API; undefined for a guest who opened no session. */
  readonly session: string | undefined;
  readonly #client: DirectLineClient;
  readonly #stream: StreamReader;

  private constructor(client: DirectLineClient, stream: StreamReader, session: string | undefined) {
    this.#client = client;
    this.#stream = stream;
    this.session = session;
    this.shopper = client.started.userId;
  }

  /** Opens the conversation; with `greeted`, waits until the bot has said hello, so that its turn is over. */
  static async open(url: string, options: { session?: string; greeted: boolean }): Promise<Visitor> {
    const client = await DirectLineClient.start(url, options.session === undefined ? {} : { token: options.session });
    const stream = await client.stream();
    if (options.greeted) await stream.until(a => a.type === 'message' && a.from.role === 'bot', replyMilliseconds);
    return new Visitor(client, stream, options.session);
  }

  say(text: string): Promise<Replied> {
    return this.#send({ text });
  }

  tap(value: unknown): Promise<Replied> {
    return this.#send({ text: '', value });
  }

  async #send(message: { text: string; value?: unknown }): Promise<Replied> {
    const started = performance.now();
    const { status, body } = await this.#client.post({
      type: 'message',
      ...message,
      from: { id: 'me' },
      channelData: { clientActivityID: `${Math.round(started * 1000)}` },
    });
    if (status !== 200) throw new Error(`A message was answered with ${status}: ${JSON.stringify(body)}`);
    const reply = await this.#stream.until(
      a => a.type === 'message' && a.from.role === 'bot' && a.replyToId === body.id,
      replyMilliseconds,
    );
    return { said: body.id, reply, milliseconds: performance.now() - started };
  }

  close(): void {
    this.#stream.close();
  }
}

/** A session of the shop API: a guest's, or signed in as a shopper of the demo shop. */
export const openSession = async (url: string, shopper?: string): Promise<{ token: string; shopper: string }> => {
  const body = shopper === undefined ? {} : { shopper };
  const answer = await call<{ token: string; shopper: { id: string } }>('POST', `${url}/api/shop/session`, { body });
  if (answer.status > 201) throw new Error(`No session: ${answer.status} ${JSON.stringify(answer.body)}`);
  return { token: answer.body.token, shopper: answer.body.shopper.id };
};

/** Starts `work` for each item, `perSecond` of them evenly spaced whatever the answers take, and waits for all. */
export const paced = <T, R>(items: readonly T[], perSecond: number, work: (item: T, i: number) => Promise<R>) => {
  const start = performance.now();
  return Promise.all(
    items.map(async (item, i) => {
      await delay(Math.max(0, start + (1000 * i) / perSecond - performance.now()));
      return work(item, i);
    }),
  );
};
