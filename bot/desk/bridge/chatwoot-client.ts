import { z } from 'zod';

/** They answered, and not with what was asked for. */
export class ChatwootRefusal extends Error {
  readonly status: number;

  constructor(status: number) {
    super(`Chatwoot answered ${status}`);
    this.status = status;
  }

  /** The same words would be refused again. */
  get isFinal(): boolean {
    return this.status === 400 || this.status === 413 || this.status === 422;
  }
}

const timeoutMilliseconds = 10_000;
const messageShape = z
  .object({
    id: z.number(),
    content: z.string().nullish(),
    // The name, or its number in the enumeration of older versions.
    message_type: z.union([z.string(), z.number()]).optional(),
  })
  .loose();

export interface ChatwootAddress {
  readonly source: string;
  readonly conversation: number;
}

/** The public client API of an API inbox, as far as a bridge needs it. Throws ChatwootRefusal, or what `fetch` throws. */
export class ChatwootClient {
  readonly #base: string;
  readonly #stopped: AbortSignal;

  constructor({ url, inbox }: { readonly url: string; readonly inbox: string }, stopped: AbortSignal) {
    this.#base = `${url.replace(/\/+$/, '')}/public/api/v1/inboxes/${encodeURIComponent(inbox)}/contacts`;
    this.#stopped = stopped;
  }

  async #call<T>(method: 'GET' | 'POST', path: string, shape: z.ZodType<T>, body?: unknown): Promise<T> {
    const answer = await fetch(`${this.#base}${path}`, {
      method,
      ...(body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
      signal: AbortSignal.any([this.#stopped, AbortSignal.timeout(timeoutMilliseconds)]),
    });
    if (!answer.ok) throw new ChatwootRefusal(answer.status);
    return shape.parse(await answer.json());
  }

  /** Makes the contact, or finds the one of this `source`; answers with the source that holds from now on. */
  async addContact(source: string, contact: { readonly identifier: string; readonly name?: string }): Promise<string> {
    return (await this.#call('POST', '', z.object({ source_id: z.string() }), { ...contact, source_id: source }))
      .source_id;
  }

  async openConversation(source: string): Promise<number> {
    return (await this.#call('POST', conversationsOf(source), openedShape, {})).id;
  }

  /** Ids of what this contact has there, oldest first. */
  async conversations(source: string): Promise<number[]> {
    const found = await this.#call('GET', conversationsOf(source), z.array(openedShape));
    return found.map(c => c.id).sort((a, b) => a - b);
  }

  /** Their id of the message. `echo` comes back in their events. */
  async send(to: ChatwootAddress, content: string, echo: string): Promise<number> {
    return (await this.#call('POST', messagesOf(to), messageShape, { content, echo_id: echo })).id;
  }

  /** The shopper's lines as they have them, by their ids. */
  async incoming(to: ChatwootAddress): Promise<{ readonly id: number; readonly content: string }[]> {
    const messages = await this.#call('GET', messagesOf(to), z.array(messageShape));
    return messages
      .filter(m => m.message_type === undefined || m.message_type === 0 || m.message_type === 'incoming')
      .map(m => ({ id: m.id, content: m.content ?? '' }));
  }
}

const openedShape = z.object({ id: z.number() }).loose();

const conversationsOf = (source: string): string => `/${encodeURIComponent(source)}/conversations`;

const messagesOf = ({ source, conversation }: ChatwootAddress): string =>
  `/${encodeURIComponent(source)}/conversations/${conversation}/messages`;
