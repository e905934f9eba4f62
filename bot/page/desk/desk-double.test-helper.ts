import type { ServerResponse } from 'node:http';
import type { z } from 'zod';
import { type DeskOperationId, deskEvents } from '../../desk/contract.ts';
import type * as shapes from '../../desk/contract-shapes.ts';
import { HttpProblem } from '../../http/problem.ts';
import type { Call } from '../../http/route.ts';
import { agentOf, conversationOf, entryOf, settingsOf } from './desk-records.test-helper.ts';

export type Conversation = z.output<typeof shapes.conversation>;
type Entry = z.output<typeof shapes.entry>;
export type Agent = z.output<typeof shapes.agent>;
export type Approval = z.output<typeof shapes.approval>;
export type Suggestion = z.output<typeof shapes.suggestion>;

interface Input {
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  // biome-ignore lint/suspicious/noExplicitAny: bodies are checked by the contract's schemas before they come here
  readonly body: any;
}
export type DeskHandlers = Partial<Record<DeskOperationId, (input: Input) => unknown>>;

export const problem = (status: number, code: string): HttpProblem => new HttpProblem(status, code, `Refused: ${code}`);

/**
 * What the desk knows, in memory, and its live streams: thousands of conversations, cut lines and answers that get lost are
 * easy to bring about.
 */
export class DeskDouble {
  readonly conversations = new Map<string, Conversation>();
  readonly entries = new Map<string, Entry[]>();
  readonly notes: z.output<typeof shapes.note>[] = [];
  readonly approvals = new Map<string, Approval>();
  readonly suggestions = new Map<string, Suggestion>();
  readonly canned = new Map<string, z.output<typeof shapes.canned>>();
  readonly staff = new Map<string, Agent>();
  readonly settings = settingsOf();
  readonly calls: string[] = [];
  me = agentOf('lin', { name: 'Lin Mei', role: 'admin' });
  needsFirstAdmin = false;
  signedIn = true;
  /** The next so many answers are lost after the work was done. */
  lostAnswers = 0;
  /** Nothing gets through at all. */
  down = false;
  #events: { id: number; name: string; data: unknown }[] = [];
  #streams = new Set<ServerResponse>();
  readonly #once = new Map<string, unknown>();

  constructor() {
    this.staff.set(this.me.id, this.me);
  }

  /** As on the first day, for the next test. */
  clear(): void {
    this.cut();
    for (const records of [this.conversations, this.entries, this.approvals, this.suggestions, this.canned])
      records.clear();
    this.notes.length = 0;
    this.calls.length = 0;
    this.staff.clear();
    this.me = agentOf('lin', { name: 'Lin Mei', role: 'admin' });
    this.staff.set(this.me.id, this.me);
    this.signedIn = true;
    this.needsFirstAdmin = false;
    this.lostAnswers = 0;
    this.down = false;
  }

  get lastEvent(): number {
    return this.#events.length;
  }

  get streams(): number {
    return this.#streams.size;
  }

  add(conversation: Partial<Conversation> & { id: string }, entries: Partial<Entry>[] = []): Conversation {
    const all = entries.map((entry, i) => entryOf(i + 1, entry));
    const lastShopper = all.findLast(e => e.from === 'shopper')?.seq ?? 0;
    const full = conversationOf({
      lastSeq: all.length,
      shopperSeq: lastShopper,
      preview: all.at(-1)?.text ?? '',
      ...conversation,
    });
    this.conversations.set(full.id, full);
    this.entries.set(full.id, all);
    return full;
  }

  change(id: string, change: Partial<Conversation>): Conversation {
    const before = this.conversation(id);
    const next = { ...before, ...change, version: before.version + 1 };
    this.conversations.set(id, next);
    this.emit('conversation', { conversation: next });
    return next;
  }

  say(id: string, entry: Partial<Entry>): Entry {
    const list = this.entries.get(id) ?? [];
    const full = entryOf(list.length + 1, entry);
    this.entries.set(id, [...list, full]);
    const before = this.conversation(id);
    this.conversations.set(id, {
      ...before,
      lastSeq: full.seq,
      preview: full.text,
      lastAt: full.at,
      ...(full.from === 'shopper' ? { shopperSeq: full.seq } : {}),
    });
    this.emit(before.state === 'bot' ? 'watched' : 'message', { conversation: id, entry: full });
    return full;
  }

  emit<K extends keyof typeof deskEvents>(name: K, data: z.output<(typeof deskEvents)[K]>): void {
    deskEvents[name].parse(data);
    const numbered = !['watched', 'typing', 'hello', 'reset', 'signed-out'].includes(name);
    const id = numbered ? this.#events.length + 1 : 0;
    if (numbered) this.#events.push({ id, name, data });
    for (const res of this.#streams) write(res, name, data, id);
  }

  /** Ends every live stream, as a proxy or a killed process would. */
  cut(): void {
    for (const res of this.#streams) res.destroy();
    this.#streams.clear();
  }

  open({ req, res }: Call): void {
    const from = Number(req.headers['last-event-id'] ?? 0);
    res.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    write(res, 'hello', { now: new Date().toISOString(), lastEvent: this.#events.length }, 0);
    for (const event of this.#events) if (event.id > from) write(res, event.name, event.data, event.id);
    this.#streams.add(res);
    res.on('close', () => this.#streams.delete(res));
  }

  conversation(id: string | undefined): Conversation {
    const conversation = this.conversations.get(id ?? '');
    if (!conversation) throw problem(404, 'no-conversation');
    return conversation;
  }

  mine(id: string | undefined): Conversation {
    const conversation = this.conversation(id);
    if (conversation.agent?.id !== this.me.id) throw problem(409, 'not-yours');
    return conversation;
  }

  take(id: string): Conversation {
    const conversation = this.conversation(id);
    if (conversation.state === 'agent' && conversation.agent?.id !== this.me.id) throw problem(409, 'taken');
    const agent = { id: this.me.id, name: this.me.name };
    return this.change(id, { state: 'agent', agent, waitingSince: null, dueAt: null });
  }

  doOnce<T>(key: string, work: () => T): T {
    if (!this.#once.has(key)) this.#once.set(key, work());
    return this.#once.get(key) as T;
  }

  list(state: Conversation['state'], own?: boolean): Conversation[] {
    return [...this.conversations.values()].filter(
      c => c.state === state && (own === undefined || (c.agent?.id === this.me.id) === own),
    );
  }
}

const write = (res: ServerResponse, name: string, data: unknown, id: number): void => {
  res.write(`event: ${name}\n${id > 0 ? `id: ${id}\n` : ''}data: ${JSON.stringify(data)}\n\n`);
};
