import type { ConversationId } from '../../../knowledge/domain/ids.ts';
import type { TranscriptStore } from '../../../knowledge/ports/conversations.ts';
import { isVisible } from './visible.ts';

/** What a socket needs to be for a stream: `ws` satisfies it. */
export interface Sink {
  readonly bufferedAmount: number;
  send(text: string): void;
  terminate(): void;
}

/** A reader this far behind is cut off; it reconnects with its watermark and loses nothing. */
const maxBufferedBytes = 1_048_576;
const pageSize = 200;

interface Stream {
  readonly sink: Sink;
  /** Highest transcript number sent or skipped. */
  sent: number;
  pumping: boolean;
  again: boolean;
}

/**
 * The open WebSocket streams of each conversation. A stream always reads on from the transcript, in its order and
 * without gaps; what is published here only saves that read when it is the very next entry.
 */
export class LiveStreams {
  readonly #transcripts: TranscriptStore;
  readonly #streams = new Map<ConversationId, Set<Stream>>();

  constructor(transcripts: TranscriptStore) {
    this.#transcripts = transcripts;
  }

  get count(): number {
    let count = 0;
    for (const streams of this.#streams.values()) count += streams.size;
    return count;
  }

  /** Sends everything after `after`, then whatever comes. Returns how to stop. */
  open(conversation: ConversationId, after: number, sink: Sink): () => void {
    const stream: Stream = { sink, sent: after, pumping: false, again: false };
    const streams = this.#streams.get(conversation) ?? new Set();
    streams.add(stream);
    this.#streams.set(conversation, streams);
    void this.#pump(conversation, stream);
    return () => {
      streams.delete(stream);
      if (streams.size === 0 && this.#streams.get(conversation) === streams) this.#streams.delete(conversation);
    };
  }

  /** Entry `seq` was appended; `activity` is its JSON. */
  publish(conversation: ConversationId, seq: number, activity: string, visible: boolean): void {
    for (const stream of this.#streams.get(conversation) ?? []) {
      if (stream.pumping || seq !== stream.sent + 1) {
        if (seq > stream.sent) void this.#pump(conversation, stream);
        continue;
      }
      stream.sent = seq;
      if (visible) this.#send(stream, activity, seq);
    }
  }

  /** Another process has told that entry `seq` is there: whoever has not got it reads on now rather than at the poll. */
  reach(conversation: ConversationId, seq: number): void {
    for (const stream of this.#streams.get(conversation) ?? []) {
      if (seq > stream.sent) void this.#pump(conversation, stream);
    }
  }

  has(conversation: ConversationId): boolean {
    return this.#streams.has(conversation);
  }

  /** Typing and the like: streamed, never logged, so it carries the watermark of what came before. */
  publishTransient(conversation: ConversationId, activity: string): void {
    for (const stream of this.#streams.get(conversation) ?? []) this.#send(stream, activity, stream.sent);
  }

  /** Reads on for every open stream: picks up what other processes appended. */
  async poll(): Promise<void> {
    for (const [conversation, streams] of this.#streams) {
      await Promise.all([...streams].map(stream => this.#pump(conversation, stream)));
    }
  }

  closeAll(): void {
    for (const streams of this.#streams.values()) for (const stream of streams) stream.sink.terminate();
    this.#streams.clear();
  }

  async #pump(conversation: ConversationId, stream: Stream): Promise<void> {
    if (stream.pumping) {
      stream.again = true;
      return;
    }
    stream.pumping = true;
    try {
      do {
        stream.again = false;
        for (;;) {
          const entries = await this.#transcripts.after(conversation, stream.sent, pageSize);
          for (const entry of entries) {
            stream.sent = entry.seq;
            if (isVisible(JSON.parse(entry.activity))) this.#send(stream, entry.activity, entry.seq);
          }
          if (entries.length < pageSize) break;
        }
      } while (stream.again);
    } catch {
      // The database did not answer: the client comes back with its watermark.
      stream.sink.terminate();
    } finally {
      stream.pumping = false;
    }
  }

  #send(stream: Stream, activity: string, seq: number): void {
    if (stream.sink.bufferedAmount > maxBufferedBytes) {
      stream.sink.terminate();
      return;
    }
    stream.sink.send(`{"activities":[${activity}],"watermark":"${seq}"}`);
  }
}
