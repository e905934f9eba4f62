import { api } from './api.js';
import { DecisionPage } from './decision-page.js';
import { avatar, button, element, emptyState, icon, toast } from './dom.js';
import { goToConversation } from './route.js';
import { agoText, faultText, w } from './text.js';

/** Goodwill above an agent's cap, for a supervisor to decide. */
export class ApprovalsPage extends DecisionPage {
  #desk;
  #notes = new Map();
  #busy = new Set();

  constructor(desk) {
    super(desk, { name: 'approvals', items: 'approvals', load: () => desk.loadApprovals() });
    this.#desk = desk;
  }

  isOpen(a) {
    return a.state === 'asked';
  }

  since(a) {
    return a.askedAt;
  }

  lead() {
    return w().approvalsLead;
  }

  empty() {
    return emptyState('scale', w().noApprovals, w().noApprovalsText);
  }

  after(all) {
    const done = all
      .filter(a => !this.isOpen(a))
      .sort((a, b) => (b.decidedAt ?? '').localeCompare(a.decidedAt ?? ''))
      .slice(0, 50);
    if (done.length === 0) return [];
    return [element('h2', {}, w().decided), element('ul', { class: 'done-list' }, done.map(decided))];
  }

  card(a) {
    const own = a.by.id === this.#desk.own;
    const note = element('input', {
      type: 'text',
      maxlength: 1_000,
      'aria-label': w().noteToAgent,
      placeholder: w().noteToAgent,
      'data-k': `note ${a.id}`,
      oninput: event => this.#notes.set(a.id, event.target.value),
    });
    note.value = this.#notes.get(a.id) ?? '';
    const decide = (decision, label, kind, glyph) =>
      button(label, () => this.#decide(a, decision), {
        kind,
        glyph,
        key: `${decision} ${a.id}`,
        'aria-disabled': own || this.#busy.has(a.id) ? 'true' : null,
      });
    return element(
      'li',
      { class: 'ask' },
      element(
        'div',
        { class: 'ask-head' },
        avatar(a.by.name, a.by.name, { size: 'small' }),
        element('p', {}, element('strong', {}, a.by.name), element('span', { class: 'quietly' }, agoText(a.askedAt))),
        element('span', { class: 'ask-amount' }, a.saves.text),
      ),
      element('p', { class: 'ask-reason' }, a.reason),
      own ? element('p', { class: 'fault' }, icon('alert'), w().refusals['own-request']) : note,
      element(
        'div',
        { class: 'ask-foot' },
        button(w().openConversation, () => goToConversation(a.conversation, { list: 'team' }), {
          kind: 'link',
          glyph: 'chat',
        }),
        own ? null : decide('refuse', w().refuse, 'quiet', 'close'),
        own ? null : decide('approve', w().approve, 'primary', 'check'),
      ),
    );
  }

  async #decide(a, decision) {
    if (this.#busy.has(a.id)) return;
    this.#busy.add(a.id);
    this.draw();
    const note = this.#notes.get(a.id)?.trim();
    try {
      const { approval } = await api.decideApproval(a.id, { decision, ...(note ? { note } : {}) });
      this.#desk.approvals.set(approval.id, approval);
      this.#desk.threads.approvalChanged(approval);
      toast(w().approvalLine[approval.state](approval.by.name, approval.saves.text, this.#desk.me.agent.name), 'good');
    } catch (error) {
      toast(faultText(error), 'bad');
      if (error.code === 'decided') void this.show();
    } finally {
      this.#busy.delete(a.id);
      this.#desk.changed('approvals');
    }
  }
}

const decided = a =>
  element(
    'li',
    {},
    element('span', { class: `state ${a.state}` }, w().approvalStates[a.state]),
    element('span', {}, w().approvalLine[a.state](a.by.name, a.saves.text, a.decidedBy?.name)),
    element('span', { class: 'quietly' }, a.decidedAt ? agoText(a.decidedAt) : ''),
    a.note ? element('span', { class: 'quietly' }, `“${a.note}”`) : null,
  );
