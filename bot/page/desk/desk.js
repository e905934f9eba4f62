import { api, useCsrf } from './api.js';
import { choices } from './keep.js';
import { Outbox } from './outbox.js';
import { Stream } from './stream.js';
import { language } from './text.js';
import { Threads } from './threads.js';

const rank = { agent: 0, supervisor: 1, admin: 2 };
const typingMilliseconds = 5_000;

/** As the server ranks them (dialogs/handoff/routing.ts): overdue first, then by priority, then who has waited longest. */
const byUrgency = now => (a, b) => {
  const overdue = c => Number(c.dueAt !== null && Date.parse(c.dueAt) <= now);
  return (
    overdue(b) - overdue(a) ||
    b.priority - a.priority ||
    (a.waitingSince ?? '').localeCompare(b.waitingSince ?? '') ||
    (a.id < b.id ? -1 : 1)
  );
};
const byLatest = (a, b) => b.lastAt.localeCompare(a.lastAt) || a.id.localeCompare(b.id);

/**
 * What the console knows: who works here, every open conversation, the threads that were opened. It is filled by
 * the inbox once and by the live events from then on. Listeners: on(name, fn) with the names
 * me, inbox, thread, message, typing, staff, approvals, suggestions, settings, connection, arrived, signed-out.
 */
export class Desk {
  #listeners = new Map();
  #stream;
  #scheduled = new Set();
  #shownKey = null;
  /** Versions at which conversations left the desk. */
  #left = new Map();
  me = null;
  settings = null;
  staff = new Map();
  conversations = new Map();
  live = [];
  closed = [];
  approvals = new Map();
  suggestions = new Map();
  typing = new Map();
  shown = {};
  connection = { state: 'connecting', until: null };
  loaded = false;

  constructor() {
    this.#stream = new Stream({
      onEvent: (name, data) => this.#hear(name, data),
      onState: (state, until = null) => {
        this.connection = { state, until };
        this.#emit('connection');
      },
    });
    this.threads = new Threads(this);
    this.outbox = new Outbox(this);
  }

  on(name, listener) {
    const listeners = this.#listeners.get(name) ?? new Set();
    this.#listeners.set(name, listeners);
    listeners.add(listener);
    return () => listeners.delete(listener);
  }

  #emit(name, detail) {
    for (const listener of this.#listeners.get(name) ?? []) listener(detail);
  }

  /** Many events in a moment are one redraw. */
  changed(name, detail) {
    const key = detail === undefined ? name : `${name}|${detail}`;
    if (this.#scheduled.has(key)) return;
    this.#scheduled.add(key);
    setTimeout(() => {
      this.#scheduled.delete(key);
      this.#emit(name, detail);
    }, 16);
  }

  may(role) {
    return this.me !== null && rank[this.me.agent.role] >= rank[role];
  }

  get own() {
    return this.me.agent.id;
  }

  get currency() {
    return this.me.shop.currency;
  }

  setMe(me) {
    const first = this.me?.agent.id !== me.agent.id;
    this.me = me;
    useCsrf(me.csrf);
    if (first) {
      this.#shownKey = `desk.shown.${me.agent.id}`;
      this.shown = choices.read(this.#shownKey, {});
    }
    this.staff.set(me.agent.id, me.agent);
    this.changed('me');
    this.changed('staff');
  }

  /** The inbox, then whatever happens after it. */
  async start() {
    await this.load();
    this.outbox.resume();
  }

  async load() {
    const inbox = await api.inbox();
    this.settings = inbox.settings;
    this.staff = new Map(inbox.staff.map(agent => [agent.id, agent]));
    this.conversations = new Map([...inbox.queue, ...inbox.mine, ...inbox.others].map(c => [c.id, c]));
    this.loaded = true;
    this.#stream.start(inbox.lastEvent);
    for (const name of ['inbox', 'staff', 'settings']) this.changed(name);
    if (this.may('supervisor')) await Promise.all([this.loadApprovals(), this.loadSuggestions()]);
  }

  async loadApprovals() {
    const { approvals } = await api.approvals();
    this.approvals = new Map(approvals.map(a => [a.id, a]));
    this.changed('approvals');
  }

  async loadSuggestions() {
    const { suggestions } = await api.suggestions();
    this.suggestions = new Map(suggestions.map(s => [s.id, s]));
    this.changed('suggestions');
  }

  async loadKnowledge() {
    this.knowledge = await api.knowledge(language());
    this.changed('suggestions');
  }

  async loadLive() {
    this.live = (await api.live(200)).conversations;
    for (const conversation of this.live) this.threads.summaryChanged(conversation);
    this.changed('inbox');
  }

  async loadClosed() {
    this.closed = (await api.closed(200)).conversations;
    this.changed('inbox');
  }

  stop() {
    this.#stream.stop();
    this.conversations.clear();
    this.threads.clear();
    this.me = null;
    this.loaded = false;
    useCsrf(null);
  }

  retryConnection() {
    this.#stream.retry();
  }

  /** The conversations of a list, as they are shown. */
  list(name) {
    const all = [...this.conversations.values()];
    switch (name) {
      case 'queue':
        return all.filter(c => c.state === 'waiting').sort(byUrgency(Date.now()));
      case 'mine':
        return all.filter(c => c.state === 'agent' && c.agent?.id === this.own).sort(byLatest);
      case 'team':
        return all.filter(c => c.state === 'agent' && c.agent?.id !== this.own).sort(byLatest);
      case 'bot':
        return this.live.filter(c => (this.conversations.get(c.id)?.state ?? 'bot') === 'bot');
      default:
        return this.closed;
    }
  }

  /** The newest that is known of a conversation, wherever it is listed. */
  find(id) {
    return (
      this.conversations.get(id) ??
      this.threads.get(id)?.conversation ??
      this.live.find(c => c.id === id) ??
      this.closed.find(c => c.id === id) ??
      null
    );
  }

  isUnread(conversation) {
    return conversation.shopperSeq > (this.shown[conversation.id] ?? 0);
  }

  markShown(id) {
    const seq = this.find(id)?.lastSeq ?? 0;
    if (seq <= (this.shown[id] ?? 0)) return;
    this.shown[id] = seq;
    // What has gone from the desk need not be remembered.
    const kept = Object.entries(this.shown).slice(-2_000);
    choices.write(this.#shownKey, Object.fromEntries(kept));
    this.changed('inbox');
  }

  watch(id) {
    this.#stream.watch(id);
  }

  /** A summary from an answer or an event; an older one than what is known is dropped. */
  takeConversation(next) {
    const known = this.find(next.id);
    if (known && (known.version > next.version || (known.version === next.version && known.lastSeq > next.lastSeq)))
      return;
    // Of two processes the later change may be told first: what has left is not brought back by the earlier one.
    if ((this.#left.get(next.id) ?? 0) > next.version) return;
    const before = this.conversations.get(next.id);
    if (next.state === 'waiting' || next.state === 'agent') {
      this.#left.delete(next.id);
      this.conversations.set(next.id, next);
    } else {
      this.#left.set(next.id, next.version);
      if (this.#left.size > 5_000) this.#left.delete(this.#left.keys().next().value);
      this.conversations.delete(next.id);
    }
    this.threads.summaryChanged(next);
    if (next.state === 'waiting' && before?.state !== 'waiting')
      this.#emit('arrived', { kind: 'waiting', conversation: next });
    else if (next.state === 'agent' && next.agent?.id === this.own && before?.agent?.id !== this.own)
      this.#emit('arrived', { kind: 'mine', conversation: next });
    this.changed('inbox');
  }

  #hear(name, data) {
    switch (name) {
      case 'hello':
        break;
      case 'reset':
        void this.load()
          .then(() => this.threads.reload())
          .catch(() => undefined);
        break;
      case 'conversation':
        this.takeConversation(data.conversation);
        break;
      case 'message':
      case 'watched':
        this.#hearMessage(data);
        break;
      case 'note':
        this.threads.takeNote(data.note);
        break;
      case 'agent':
        this.staff.set(data.agent.id, data.agent);
        if (data.agent.id === this.own) this.setMe({ ...this.me, agent: data.agent });
        this.changed('staff');
        break;
      case 'approval':
        this.approvals.set(data.approval.id, data.approval);
        this.threads.approvalChanged(data.approval);
        this.changed('approvals');
        this.#emit('decided', data.approval);
        break;
      case 'suggestion':
        this.suggestions.set(data.suggestion.id, data.suggestion);
        this.changed('suggestions');
        break;
      case 'settings':
        this.settings = data.settings;
        this.changed('settings');
        break;
      case 'typing':
        this.#hearTyping(data);
        break;
      case 'signed-out':
        this.#emit('signed-out');
        break;
    }
  }

  #hearMessage({ conversation: id, entry }) {
    const known = this.conversations.get(id);
    const isNew = known ? entry.seq > known.lastSeq : true;
    if (known && isNew) {
      const shopper = entry.from === 'shopper';
      this.conversations.set(id, {
        ...known,
        lastSeq: entry.seq,
        lastAt: entry.at,
        preview: (['shopper', 'agent'].includes(entry.from) && entry.text) || known.preview,
        ...(shopper ? { shopperSeq: entry.seq } : {}),
      });
      this.changed('inbox');
    }
    this.typing.delete(id);
    this.threads.takeEntry(id, entry);
    if (known && isNew && entry.from === 'shopper')
      this.#emit('arrived', { kind: 'message', conversation: this.conversations.get(id), text: entry.text });
  }

  #hearTyping({ conversation, from, name }) {
    if (from === 'agent' && name === this.me.agent.name) return;
    const mark = { from, name };
    this.typing.set(conversation, mark);
    this.changed('typing', conversation);
    setTimeout(() => {
      if (this.typing.get(conversation) !== mark) return;
      this.typing.delete(conversation);
      this.changed('typing', conversation);
    }, typingMilliseconds);
  }

  packetLanguage() {
    return language();
  }
}
