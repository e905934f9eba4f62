import { api } from './api.js';

/** Threads kept in memory; the least recently opened goes first. */
const kept = 40;

/** Everything about one conversation that was opened: its packet, and its entries and notes as they come. */
class Thread {
  conversation;
  packet = null;
  entries = [];
  notes = [];
  approvals = new Map();
  loading = false;
  fault = null;
  earlier = false;

  constructor(conversation) {
    this.conversation = conversation;
  }

  get lastSeq() {
    return this.entries.at(-1)?.seq ?? 0;
  }

  /** In order and once each; true when something changed. */
  add(entries) {
    let changed = false;
    for (const entry of entries) {
      const at = this.entries.findLastIndex(e => e.seq <= entry.seq);
      if (at >= 0 && this.entries[at].seq === entry.seq) {
        // The same entry again: marked wrong meanwhile, perhaps.
        if (this.entries[at].corrected === entry.corrected) continue;
        this.entries[at] = entry;
      } else this.entries.splice(at + 1, 0, entry);
      changed = true;
    }
    return changed;
  }

  addNote(note) {
    if (this.notes.some(n => n.id === note.id)) return false;
    this.notes.push(note);
    this.notes.sort((a, b) => a.at.localeCompare(b.at));
    return true;
  }
}

export class Threads {
  #desk;
  #threads = new Map();
  #filling = new Map();
  open = null;

  constructor(desk) {
    this.#desk = desk;
  }

  get(id) {
    return this.#threads.get(id) ?? null;
  }

  clear() {
    this.#threads.clear();
    this.open = null;
  }

  /** Shows what is known at once and reads the packet anew. */
  async show(id) {
    this.open = id;
    if (id === null) return;
    const thread = this.#threads.get(id) ?? new Thread(this.#desk.find(id));
    this.#threads.delete(id);
    this.#threads.set(id, thread);
    for (const oldest of [...this.#threads.keys()].slice(0, -kept)) this.#threads.delete(oldest);
    await this.refresh(id);
  }

  async refresh(id) {
    const thread = this.#threads.get(id);
    if (!thread || thread.loading) return;
    thread.loading = true;
    thread.fault = null;
    this.#desk.changed('thread', id);
    try {
      const packet = await api.packet(id, this.#desk.packetLanguage());
      const first = thread.packet === null;
      thread.packet = packet;
      if (first) thread.earlier = packet.earlier;
      const gap = thread.lastSeq > 0 && (packet.transcript[0]?.seq ?? 0) > thread.lastSeq + 1;
      if (gap) {
        thread.entries = [];
        thread.earlier = packet.earlier;
      }
      thread.add(packet.transcript);
      this.#desk.outbox.arrived(id, packet.transcript);
      for (const note of packet.notes) thread.addNote(note);
      thread.conversation = packet.conversation;
      this.#desk.takeConversation(packet.conversation);
    } catch (error) {
      thread.fault = error;
    } finally {
      thread.loading = false;
      this.#desk.changed('thread', id);
    }
  }

  /** After events were missed for good. */
  async reload() {
    const { open } = this;
    for (const id of [...this.#threads.keys()]) if (id !== open) this.#threads.delete(id);
    if (open) await this.refresh(open);
  }

  async loadEarlier(id) {
    const thread = this.#threads.get(id);
    const first = thread?.entries[0]?.seq ?? 1;
    if (!thread || first <= 1) return;
    const page = 200;
    const after = Math.max(0, first - 1 - page);
    const { entries } = await api.transcript(id, after, Math.min(page, first - 1 - after));
    thread.add(entries);
    thread.earlier = after > 0;
    this.#desk.changed('thread', id);
  }

  summaryChanged(conversation) {
    const thread = this.#threads.get(conversation.id);
    if (!thread) return;
    const before = thread.conversation;
    thread.conversation = conversation;
    this.#desk.changed('thread', conversation.id);
    const moved = before && before.version !== conversation.version && !thread.loading && thread.packet !== null;
    if (moved && this.open === conversation.id) void this.refresh(conversation.id);
    if (thread.packet && conversation.lastSeq > thread.lastSeq) void this.#fill(conversation.id);
  }

  takeEntry(id, entry) {
    const thread = this.#threads.get(id);
    if (!thread) return;
    this.#desk.outbox.arrived(id, [entry]);
    const gap = thread.packet !== null && entry.seq > thread.lastSeq + 1;
    thread.add([entry]);
    this.#desk.changed('thread', id);
    if (gap) void this.#fill(id);
    // A deal or an order may have changed with what was said.
    if (entry.cards.length > 0 && this.open === id) void this.refresh(id);
  }

  /** Reads what is missing between the entries that are here, and after them. */
  #fill(id) {
    const running = this.#filling.get(id);
    if (running) return running;
    const work = (async () => {
      const thread = this.#threads.get(id);
      if (!thread) return;
      const hole = thread.entries.findIndex((e, i) => i > 0 && e.seq !== thread.entries[i - 1].seq + 1);
      const after = hole > 0 ? thread.entries[hole - 1].seq : thread.lastSeq;
      const { entries } = await api.transcript(id, after);
      this.#desk.outbox.arrived(id, entries);
      if (thread.add(entries)) this.#desk.changed('thread', id);
    })()
      .catch(() => undefined)
      .finally(() => this.#filling.delete(id));
    this.#filling.set(id, work);
    return work;
  }

  takeNote(note) {
    this.#desk.outbox.noteArrived(note);
    if (this.#threads.get(note.conversation)?.addNote(note)) this.#desk.changed('thread', note.conversation);
  }

  approvalChanged(approval) {
    const thread = this.#threads.get(approval.conversation);
    if (!thread) return;
    thread.approvals.set(approval.id, approval);
    this.#desk.changed('thread', approval.conversation);
    if (approval.state === 'approved' && this.open === approval.conversation) void this.refresh(approval.conversation);
  }

  markCorrected(id, seq) {
    const thread = this.#threads.get(id);
    const entry = thread?.entries.find(e => e.seq === seq);
    if (!entry) return;
    thread.add([{ ...entry, corrected: true }]);
    this.#desk.changed('thread', id);
  }
}
