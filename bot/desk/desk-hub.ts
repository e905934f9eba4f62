import type { Logger } from 'pino';
import type { DeskEvent } from '../../knowledge/domain/desk.ts';
import type { AgentId } from '../../knowledge/domain/ids.ts';
import type { DeskEventStore } from '../../knowledge/ports/desk.ts';

/** What a console's connection needs to be: a server-sent event stream satisfies it. */
export interface ConsoleSink {
  readonly bufferedBytes: number;
  send(frame: string): void;
  end(): void;
}

export interface OpenConsole {
  readonly sink: ConsoleSink;
  readonly agent: AgentId;
  /** May see this event now: departments change while a console is open. */
  sees(event: DeskEvent): boolean;
  /** Highest number sent or passed over. */
  seq: number;
  live: boolean;
}

/** A console this far behind is cut off; it comes back with its Last-Event-ID and misses nothing. */
const maxBufferedBytes = 2_097_152;
const pageSize = 500;

export const frameOf = (name: string, json: string, seq?: number): string =>
  `${seq === undefined ? '' : `id: ${seq}\n`}event: ${name}\ndata: ${json}\n\n`;

/**
 * Follows the numbered events of all processes, in order and without gaps, and passes each on: to the listeners here
 * (the picture of the inbox), then to every open console that may see it. What this process appends itself is offered
 * directly; anything else is found by `catchUp`, on a poke or at the poll.
 */
export class DeskHub {
  readonly #events: DeskEventStore;
  readonly #log: Logger;
  readonly #consoles = new Set<OpenConsole>();
  readonly #listeners: ((event: DeskEvent) => void)[] = [];
  #seq = 0;
  #catching: Promise<void> | null = null;
  #again = false;

  constructor(events: DeskEventStore, log: Logger) {
    this.#events = events;
    this.#log = log;
  }

  get seq(): number {
    return this.#seq;
  }

  get count(): number {
    return this.#consoles.size;
  }

  onEvent(listener: (event: DeskEvent) => void): void {
    this.#listeners.push(listener);
  }

  /** From here on; whoever builds on the events reads its own beginning after this. */
  async start(): Promise<void> {
    this.#seq = await this.#events.last();
  }

  offer(events: readonly DeskEvent[]): void {
    for (const event of events) {
      if (event.seq === this.#seq + 1) this.#apply(event);
      else if (event.seq > this.#seq) void this.catchUp();
    }
  }

  /** Reads on until there is nothing more; asked while reading, it reads once more. */
  catchUp(): Promise<void> {
    this.#again = true;
    this.#catching ??= this.#readOn();
    return this.#catching;
  }

  async #readOn(): Promise<void> {
    try {
      while (this.#again) {
        this.#again = false;
        for (;;) {
          const page = await this.#events.after(this.#seq, pageSize);
          // A number is only given once the one before it is there: what is missing between two was pruned.
          for (const event of page) if (event.seq > this.#seq) this.#apply(event);
          if (page.length < pageSize) break;
        }
      }
    } catch (err) {
      this.#log.error({ err }, 'desk events could not be read');
    } finally {
      // In the same step in which `#again` was found to be false: a poke a moment later begins a reading of its own.
      this.#catching = null;
    }
  }

  #apply(event: DeskEvent): void {
    this.#seq = event.seq;
    for (const listener of this.#listeners) listener(event);
    const frame = frameOf(event.kind, event.data, event.seq);
    for (const open of this.#consoles) if (open.live) this.#pass(open, event, frame);
  }

  #pass(open: OpenConsole, event: DeskEvent, frame: string): void {
    if (event.seq <= open.seq) return;
    open.seq = event.seq;
    if (open.sees(event)) this.#send(open, frame);
  }

  #send(open: OpenConsole, frame: string): void {
    if (open.sink.bufferedBytes > maxBufferedBytes) {
      this.#consoles.delete(open);
      open.sink.end();
      return;
    }
    open.sink.send(frame);
  }

  /** Sends what came after `after`, then whatever comes. Returns how to stop. */
  open(after: number | undefined, console: Pick<OpenConsole, 'sink' | 'agent' | 'sees'>): () => void {
    const open: OpenConsole = { ...console, seq: after ?? this.#seq, live: after === undefined };
    this.#consoles.add(open);
    if (!open.live) void this.#resume(open);
    return () => {
      this.#consoles.delete(open);
    };
  }

  async #resume(open: OpenConsole): Promise<void> {
    try {
      const first = await this.#events.first();
      // A number we do not have yet was given by a database that is gone, or pruned ones would be missing.
      if (open.seq > Math.max(this.#seq, await this.#events.last()) || (first > 0 && open.seq < first - 1)) {
        open.seq = this.#seq;
        this.#send(open, frameOf('reset', JSON.stringify({ lastEvent: this.#seq })));
      }
      // Live only at a moment when nothing lies between what was sent and what comes next.
      while (open.seq < this.#seq && this.#consoles.has(open)) {
        const page = await this.#events.after(open.seq, pageSize);
        for (const event of page) this.#pass(open, event, frameOf(event.kind, event.data, event.seq));
        if (page.length === 0) break;
      }
      open.live = true;
    } catch (err) {
      this.#log.error({ err }, 'a console could not be brought up to date');
      this.#consoles.delete(open);
      open.sink.end();
    }
  }

  /** To every console that may see it, without a number: typing, and the like. */
  transient(name: string, data: unknown, sees: (open: OpenConsole) => boolean): void {
    const frame = frameOf(name, JSON.stringify(data));
    for (const open of this.#consoles) if (sees(open)) this.#send(open, frame);
  }

  closeAll(): void {
    for (const { sink } of this.#consoles) sink.end();
    this.#consoles.clear();
  }
}
