import { randomUUID } from 'node:crypto';
import type { Clock } from '../../knowledge/domain/clock.ts';
import type { Conversation, TranscriptEntry } from '../../knowledge/domain/conversation.ts';
import type { DeskEvent } from '../../knowledge/domain/desk.ts';
import type { ConversationId } from '../../knowledge/domain/ids.ts';
import type { Stores } from '../../knowledge/ports.ts';
import type { DeskHub } from './desk-hub.ts';
import {
  type AgentView,
  type ApprovalView,
  type ConversationView,
  entryView,
  isPreviewed,
  type NoteView,
  previewOf,
  type SettingsView,
  type SuggestionView,
} from './desk-views.ts';

export interface DeskFeedOptions {
  readonly stores: Pick<Stores, 'deskEvents' | 'conversations'>;
  readonly hub: DeskHub;
  readonly clock: Clock;
  readonly viewOf: (conversation: Conversation) => ConversationView;
  /** Tells the other processes that there is something to read. */
  readonly poke: () => void;
}

const rememberedLines = 2_000;

type News = Omit<DeskEvent, 'seq' | 'at'> & { readonly once: string };

/** Writes what happens at the desk into the numbered events; each is named so that telling it twice tells it once. */
export class DeskFeed {
  readonly #options: DeskFeedOptions;
  readonly #lines = new Map<string, Promise<void>>();

  constructor(options: DeskFeedOptions) {
    this.#options = options;
  }

  async #tell(...news: News[]): Promise<void> {
    const { stores, hub, clock, poke } = this.#options;
    const at = clock();
    const events = await stores.deskEvents.append(news.map(n => ({ ...n, at })));
    hub.offer(events);
    poke();
  }

  /** Its owner changed, or what the desk knows of it; `change` names what else than the version makes it new. */
  conversation(conversation: Conversation, change = ''): Promise<void> {
    const { desk, id, version } = conversation;
    return this.#tell({
      once: `c|${id}|${version}|${change}`,
      kind: 'conversation',
      conversation: id,
      ...(desk ? { department: desk.department } : {}),
      data: JSON.stringify({ conversation: this.#options.viewOf(conversation) }),
    });
  }

  /** One more line in a conversation the desk has. */
  message({ id, desk }: Conversation, entry: TranscriptEntry): Promise<void> {
    return this.lineOf(id, desk?.department, entry);
  }

  /** Told once by this process, whoever asks; a fault makes it tellable again. */
  lineOf(id: ConversationId, department: string | undefined, entry: TranscriptEntry): Promise<void> {
    const once = `m|${id}|${entry.seq}`;
    const under = this.#lines.get(once);
    if (under) return under;
    const telling = this.#tellLine(once, id, department, entry);
    this.#lines.set(once, telling);
    telling.catch(() => this.#lines.delete(once));
    const oldest = this.#lines.keys().next();
    if (this.#lines.size > rememberedLines && !oldest.done) this.#lines.delete(oldest.value);
    return telling;
  }

  async #tellLine(
    once: string,
    id: ConversationId,
    department: string | undefined,
    entry: TranscriptEntry,
  ): Promise<void> {
    const view = entryView(entry);
    if (!view) return;
    const words = { seq: entry.seq, from: entry.from, ...(isPreviewed(view) ? { preview: previewOf(view) } : {}) };
    await Promise.all([
      this.#tell({
        once,
        kind: 'message',
        conversation: id,
        ...(department === undefined ? {} : { department }),
        data: JSON.stringify({ conversation: id, entry: view }),
      }),
      this.#options.stores.conversations.noteWords(id, words, entry.at),
    ]);
  }

  note(note: NoteView, department: string | undefined): Promise<void> {
    return this.#tell({
      once: `n|${note.id}`,
      kind: 'note',
      conversation: note.conversation as ConversationId,
      ...(department === undefined ? {} : { department }),
      data: JSON.stringify({ note }),
    });
  }

  agent(agent: AgentView): Promise<void> {
    return this.#tell({ once: `a|${randomUUID()}`, kind: 'agent', data: JSON.stringify({ agent }) });
  }

  approval(approval: ApprovalView): Promise<void> {
    return this.#tell({
      once: `p|${approval.id}|${approval.state}`,
      kind: 'approval',
      conversation: approval.conversation as ConversationId,
      data: JSON.stringify({ approval }),
    });
  }

  suggestion(suggestion: SuggestionView): Promise<void> {
    return this.#tell({
      once: `s|${suggestion.id}|${suggestion.state}`,
      kind: 'suggestion',
      conversation: suggestion.conversation as ConversationId,
      data: JSON.stringify({ suggestion }),
    });
  }

  settings(settings: SettingsView): Promise<void> {
    return this.#tell({ once: `o|${randomUUID()}`, kind: 'settings', data: JSON.stringify({ settings }) });
  }
}
