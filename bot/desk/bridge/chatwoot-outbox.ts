import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { DeskEvent } from '../../../knowledge/domain/desk.ts';
import type { ConversationId } from '../../../knowledge/domain/ids.ts';
import type { Desk } from '../desk.ts';
import type { ConversationView, EntryView } from '../desk-views.ts';
import { ChatwootClient, ChatwootRefusal } from './chatwoot-client.ts';

const cursorKey = 'chatwoot-cursor';
const lockName = 'chatwoot';
const leaseMilliseconds = 30_000;
const pageSize = 200;
const shortestPause = 500;
const longestPause = 30_000;

/** All events up to `seq` are carried; `trying` was about to be, and may have been. */
const cursorShape = z.object({ seq: z.int(), trying: z.int().optional() });
/** Their address of a conversation, and of the last line they acknowledged: our event and their message. */
const linkShape = z.object({
  /** Chosen here before they are asked, so that asking twice makes one contact. */
  source: z.string(),
  /** A conversation was about to be opened, and may have been. */
  opening: z.boolean().optional(),
  conversation: z.number().optional(),
  event: z.int().default(0),
  message: z.number().default(0),
});
type Link = z.output<typeof linkShape>;

const linkKey = (id: ConversationId): string => `chatwoot|${id}`;
export const sourceKey = (source: string): string => `chatwoot-source|${source}`;

/** The hand-off itself and the shopper's words; notes and everything internal stay here. */
const wordsFor = (event: DeskEvent): string | null => {
  if (event.kind === 'message') {
    const { entry } = JSON.parse(event.data) as { entry: EntryView };
    return entry.from === 'shopper' && entry.text.trim() ? entry.text : null;
  }
  if (event.kind !== 'conversation') return null;
  const { conversation } = JSON.parse(event.data) as { conversation: ConversationView };
  const { state, reason, mood, version } = conversation;
  return state === 'waiting' ? `[${[reason, mood, `#${version}`].filter(Boolean).join(' · ')}]` : null;
};

/**
 * Carries what shoppers who wait or talk to a person write to the inbox there. The desk's numbered events are the outbox:
 * a cursor in the store says up to which they are acknowledged, so that whoever dies, the next sender goes on from there.
 * One process sends at a time, in order. Their API takes the same line twice, therefore a line that may have arrived is
 * looked for among theirs before it is sent again.
 */
class ChatwootOutbox {
  readonly #desk: Desk;
  readonly #client: ChatwootClient;
  readonly #stopped: AbortSignal;
  readonly #me = randomUUID();
  /** Where a bridge that never ran begins. */
  readonly #from: number;

  constructor(desk: Desk, client: ChatwootClient, stopped: AbortSignal) {
    this.#desk = desk;
    this.#client = client;
    this.#stopped = stopped;
    this.#from = desk.hub.seq;
  }

  async #read<T>(key: string, shape: z.ZodType<T>): Promise<{ value: T | null; eTag: string | undefined }> {
    const stored = (await this.#desk.stores.state.read([key]))[key];
    return { value: stored ? shape.parse(JSON.parse(stored.json)) : null, eTag: stored?.eTag };
  }

  /** Carries all there is. Throws when a line could not be, which then stays the first. */
  async drain(): Promise<void> {
    const { state, deskEvents } = this.#desk.stores;
    while (!this.#stopped.aborted && (await this.#isSender())) {
      const read = await this.#read(cursorKey, cursorShape);
      let { eTag } = read;
      const begin = read.value ?? { seq: this.#from };
      // Written under its eTag: who lost the lock without noticing can't move it.
      const move = async (to: z.output<typeof cursorShape>): Promise<void> => {
        eTag = await state.write(cursorKey, JSON.stringify(to), eTag);
      };
      if (!read.value) await move(begin);
      const page = await deskEvents.after(begin.seq, pageSize);
      const last = page.at(-1);
      if (!last) return;
      for (const event of page) {
        const content = wordsFor(event);
        if (!content || !event.conversation) continue;
        if (this.#stopped.aborted || !(await this.#isSender())) return;
        await move({ seq: event.seq - 1, trying: event.seq });
        await this.#carry(event.conversation, event.seq, content, begin.trying === event.seq);
        await move({ seq: event.seq });
      }
      await move({ seq: last.seq });
    }
  }

  async release(): Promise<void> {
    await this.#desk.stores.locks.release(lockName, this.#me);
  }

  #isSender(): Promise<boolean> {
    return this.#desk.stores.locks.take(lockName, this.#me, this.#desk.now, leaseMilliseconds);
  }

  async #carry(id: ConversationId, event: number, content: string, mayHaveArrived: boolean): Promise<void> {
    try {
      const { link, to } = await this.#linkOf(id);
      if (link.event >= event) return;
      const arrived = mayHaveArrived
        ? (await this.#client.incoming(to)).find(m => m.id > link.message && m.content === content)?.id
        : undefined;
      const message = arrived ?? (await this.#client.send(to, content, `${id}|${event}`));
      await this.#keep(id, { ...link, event, message });
    } catch (err) {
      if (!(err instanceof ChatwootRefusal)) throw err;
      // Deleted over there: the next try opens another, for the same contact if that is still there.
      if (err.status === 404) await this.#unlink(id);
      if (!err.isFinal) throw err;
      this.#desk.log.error({ err, conversation: id }, 'Chatwoot refuses this line');
    }
  }

  /**
   * Their contact and conversation for ours. Every step is written down before it is taken: a sender that dies in between
   * leaves nothing over there that the next one would not find and use.
   */
  async #linkOf(id: ConversationId): Promise<{ link: Link; to: { source: string; conversation: number } }> {
    let link = (await this.#read(linkKey(id), linkShape)).value ?? { source: randomUUID(), event: 0, message: 0 };
    if (link.conversation === undefined) {
      const mayBeOpen = link.opening === true;
      await this.#keep(id, { ...link, opening: true });
      await this.#name(link.source, id);
      const conversation = await this.#desk.stores.conversations.get(id);
      const name = conversation?.desk?.shopperName;
      const identifier = conversation?.shopper ?? id;
      const source = await this.#client.addContact(link.source, { identifier, ...(name ? { name } : {}) });
      if (source !== link.source) {
        // A version that chooses the source itself.
        link = { ...link, source };
        await this.#name(source, id);
        await this.#keep(id, { ...link, opening: true });
      }
      const open = mayBeOpen ? (await this.#client.conversations(source)).at(-1) : undefined;
      link = { ...link, opening: false, conversation: open ?? (await this.#client.openConversation(source)) };
      await this.#keep(id, link);
    }
    return { link, to: { source: link.source, conversation: link.conversation as number } };
  }

  /** What comes from there under this source is of our conversation `id`. */
  async #name(source: string, id: ConversationId): Promise<void> {
    await this.#desk.stores.state.write(sourceKey(source), JSON.stringify(id), '*');
  }

  async #unlink(id: ConversationId): Promise<void> {
    const { value } = await this.#read(linkKey(id), linkShape);
    if (value) await this.#keep(id, { source: value.source, event: value.event, message: 0 });
  }

  async #keep(id: ConversationId, link: Link): Promise<void> {
    await this.#desk.stores.state.write(linkKey(id), JSON.stringify(link), '*');
  }
}

/** Sends as lines come, and again after a pause what could not be sent. Returns how to stop, which gives the work away at once. */
export const relayToChatwoot = (
  desk: Desk,
  address: { readonly url: string; readonly inbox: string },
): (() => Promise<void>) => {
  const stopping = new AbortController();
  const { signal } = stopping;
  const outbox = new ChatwootOutbox(desk, new ChatwootClient(address, signal), signal);
  let running: Promise<void> | null = null;
  let again = false;
  let timer: NodeJS.Timeout | undefined;
  let pause = shortestPause;
  const later = (milliseconds: number): void => {
    clearTimeout(timer);
    if (!signal.aborted) timer = setTimeout(wake, milliseconds).unref();
  };
  const run = async (): Promise<void> => {
    try {
      while (again && !signal.aborted) {
        again = false;
        await outbox.drain();
      }
      pause = shortestPause;
      // What another process was sending when it died is seen to by whoever looks next.
      later(longestPause);
    } catch (err) {
      if (signal.aborted) return;
      desk.log.error({ err }, 'a line could not be carried to Chatwoot yet');
      later(pause);
      pause = Math.min(longestPause, pause * 2);
    } finally {
      running = null;
    }
  };
  const wake = (): void => {
    again = true;
    running ??= run();
  };
  desk.hub.onEvent(event => {
    if (event.kind === 'message' || event.kind === 'conversation') wake();
  });
  wake();
  return async () => {
    stopping.abort();
    clearTimeout(timer);
    await running;
    await outbox.release();
  };
};
