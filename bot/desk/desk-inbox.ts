import type { Conversation } from '../../knowledge/domain/conversation.ts';
import type { DeskEvent } from '../../knowledge/domain/desk.ts';
import type { AgentId } from '../../knowledge/domain/ids.ts';
import { type ConversationView, type EntryView, isPreviewed, previewOf } from './desk-views.ts';

const rememberedLeavings = 5_000;

/**
 * What the desk has now, as the events tell it: the same in every process once it has read them. Made from the store at
 * the start and kept by the events after, so that opening a console reads nothing.
 */
export class DeskInbox {
  readonly #open = new Map<string, ConversationView>();
  /** Versions at which conversations left, so that an earlier change that is told late brings none back. */
  readonly #left = new Map<string, number>();
  readonly #load = new Map<string, number>();

  fill(conversations: readonly Conversation[], view: (conversation: Conversation) => ConversationView): void {
    for (const conversation of conversations) this.#put(view(conversation));
  }

  apply(event: DeskEvent): void {
    if (event.kind === 'conversation') {
      this.#put((JSON.parse(event.data) as { conversation: ConversationView }).conversation);
    } else if (event.kind === 'message' && event.conversation) {
      const known = this.#open.get(event.conversation);
      if (known) this.#open.set(known.id, withWords(known, (JSON.parse(event.data) as { entry: EntryView }).entry));
    }
  }

  get(id: string): ConversationView | undefined {
    return this.#open.get(id);
  }

  all(): ConversationView[] {
    return [...this.#open.values()];
  }

  loadOf(agent: AgentId | string): number {
    return this.#load.get(agent) ?? 0;
  }

  #put(view: ConversationView): void {
    const known = this.#open.get(view.id);
    // Words are told by other events, which may have come first.
    if ((known?.version ?? this.#left.get(view.id) ?? 0) > view.version) return;
    this.#count(known, -1);
    const has = view.state === 'waiting' || view.state === 'agent';
    this.#left.delete(view.id);
    if (!has) {
      this.#open.delete(view.id);
      this.#left.set(view.id, view.version);
      const oldest = this.#left.keys().next();
      if (this.#left.size > rememberedLeavings && !oldest.done) this.#left.delete(oldest.value);
    } else this.#open.set(view.id, known && known.lastSeq > view.lastSeq ? { ...view, ...wordsOf(known) } : view);
    this.#count(has ? view : undefined, 1);
  }

  #count(view: ConversationView | undefined, by: number): void {
    if (view?.state !== 'agent' || !view.agent) return;
    const load = this.loadOf(view.agent.id) + by;
    if (load > 0) this.#load.set(view.agent.id, load);
    else this.#load.delete(view.agent.id);
  }
}

const wordsOf = ({ preview, lastSeq, shopperSeq, lastAt }: ConversationView) => ({
  preview,
  lastSeq,
  shopperSeq,
  lastAt,
});

const withWords = (view: ConversationView, entry: EntryView): ConversationView =>
  entry.seq <= view.lastSeq
    ? view
    : {
        ...view,
        preview: isPreviewed(entry) ? previewOf(entry) : view.preview,
        lastSeq: entry.seq,
        shopperSeq: entry.from === 'shopper' ? entry.seq : view.shopperSeq,
        lastAt: entry.at,
      };
