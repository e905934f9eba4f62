import { api, newKey, untilDone } from './api.js';
import { work } from './keep.js';

const storageKey = 'desk.outbox';

/**
 * What was said and is not in the transcript yet. Each item keeps its key through every retry and a reload, so the
 * server does it once; those of one conversation go out in the order they were written.
 */
export class Outbox {
  #desk;
  #items = new Map();
  #chains = new Map();

  constructor(desk) {
    this.#desk = desk;
  }

  of(id) {
    return this.#items.get(id) ?? [];
  }

  /** What a page that was closed or reloaded had not delivered. */
  resume() {
    const { by, items } = work.read(storageKey, { by: null, items: [] });
    if (by !== this.#desk.own) return;
    for (const [id, list] of items) {
      for (const item of list) {
        if (this.of(id).some(other => other.key === item.key)) continue;
        this.#put(id, { ...item, state: 'sending', error: null });
        this.#deliver(id, item.key);
      }
    }
  }

  send(id, { text, cards = [] }) {
    const item = {
      kind: 'reply',
      key: newKey(),
      text,
      cards,
      at: new Date().toISOString(),
      state: 'sending',
      error: null,
    };
    this.#put(id, item);
    this.#deliver(id, item.key);
  }

  note(id, text) {
    const item = {
      kind: 'note',
      key: newKey(),
      text,
      cards: [],
      at: new Date().toISOString(),
      state: 'sending',
      error: null,
    };
    this.#put(id, item);
    this.#deliver(id, item.key);
  }

  retry(id, key) {
    this.#change(id, key, { state: 'sending', error: null });
    this.#deliver(id, key);
  }

  discard(id, key) {
    this.#drop(id, key);
  }

  /** Entries came: where one is ours, it takes the place of what stood in for it. */
  arrived(id, entries) {
    for (const item of this.of(id)) {
      if (entries.some(e => e.from === 'agent' && (e.seq === item.seq || e.id.endsWith(item.key))))
        this.#drop(id, item.key);
    }
  }

  noteArrived(note) {
    const item = this.of(note.conversation).find(i => i.kind === 'note' && note.id.endsWith(i.key));
    if (item) this.#drop(note.conversation, item.key);
  }

  #put(id, item) {
    this.#items.set(id, [...this.of(id), item]);
    this.#keep(id);
  }

  #change(id, key, change) {
    this.#items.set(
      id,
      this.of(id).map(item => (item.key === key ? { ...item, ...change } : item)),
    );
    this.#keep(id);
  }

  #drop(id, key) {
    const rest = this.of(id).filter(item => item.key !== key);
    if (rest.length > 0) this.#items.set(id, rest);
    else this.#items.delete(id);
    this.#keep(id);
  }

  #keep(id) {
    work.write(storageKey, { by: this.#desk.own, items: [...this.#items] });
    this.#desk.changed('thread', id);
  }

  #deliver(id, key) {
    const turn = (this.#chains.get(id) ?? Promise.resolve()).then(() => this.#attempt(id, key));
    this.#chains.set(id, turn);
  }

  async #attempt(id, key) {
    const item = this.of(id).find(i => i.key === key);
    if (item?.state !== 'sending') return;
    try {
      if (item.kind === 'note') {
        const { note } = await untilDone(() => api.note(id, { key, text: item.text }));
        this.#drop(id, key);
        this.#desk.threads.takeNote(note);
        return;
      }
      const cards = item.cards.map(({ type, product, offer }) =>
        type === 'product' ? { type, product } : { type, offer },
      );
      const body = { key, text: item.text, ...(cards.length > 0 ? { cards } : {}) };
      const { seq, conversation } = await untilDone(() => api.reply(id, body));
      this.#desk.takeConversation(conversation);
      // The transcript may have brought it already; else it stands in until it does.
      if (this.#desk.threads.get(id)?.entries.some(e => e.seq === seq)) this.#drop(id, key);
      else this.#change(id, key, { state: 'sent', seq });
    } catch (error) {
      this.#change(id, key, { state: 'failed', error: { code: error.code, message: error.message } });
    }
  }
}
